/** A list while it is read, when it cannot be read, and when what is shown is older than it should be. */
import { html } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { clock } from "../state/time.js";
import { Empty, Loading } from "./small.js";

function AskAgain({ onPress }) {
  return html`<button type="button" class="button button-secondary is-small" onClick=${onPress}>
    <${Icon} name="refresh" size=${22} />${t("staff-try-again")}</button>`;
}

/**
 * @param {{asked: {answer: any, problem: any, at: number|null, reload: () => any}, loading: string, failed: string,
 *          rows?: number, children: (answer: any) => any}} props loading and failed: sentences
 */
export function Asked({ asked, loading, failed, rows = 4, children }) {
  const { answer, problem, at, reload } = asked;
  if (!answer && problem) {
    return html`<${Empty} icon="wifi-off" text=${failed} detail=${problem.detail || t("staff-appt-no-answer")}><${AskAgain}
      onPress=${reload} /><//>`;
  }
  if (!answer) return html`<${Loading} text=${loading} rows=${rows} />`;
  return html`${problem &&
    html`<p class="strip strip-warn old-data" role="alert"><${Icon} name="clock" size=${24} />
      <span>${t("staff-appt-old", { time: clock(at) })}</span><${AskAgain} onPress=${reload} /></p>`}
    ${children(answer)}`;
}
