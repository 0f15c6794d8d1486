/** Name and phone: asked for only when tapped, each look is recorded, gone again after 20 seconds (R106). */
import { html, useEffect, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { api } from "../state/api.js";
import { act } from "../state/act.js";
import { clock, serverNow, useNow } from "../state/time.js";
import { ActButton } from "../parts/act_button.js";

const SHOWN_MS = 20_000;

/** A number of this country in groups, as it is read aloud; any other as it is stored. */
export function readable(phone) {
  const [, first, second, third] = /^(?:\+86)?(1\d{2})(\d{4})(\d{4})$/.exec(phone ?? "") ?? [];
  return first ? `${first} ${second} ${third}` : phone;
}

function Shown({ person, until, onHide }) {
  const left = Math.ceil((until - useNow()) / 1000);
  useEffect(() => {
    const timer = setTimeout(onHide, Math.max(0, until - serverNow()));
    // Leaving the tablet lying hides it at once.
    const away = () => document.visibilityState === "hidden" && onHide();
    document.addEventListener("visibilitychange", away);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", away);
    };
  }, [until]);
  return html`<dl class="person">
      <div><dt>${t("staff-person-name")}</dt><dd>${person.name}</dd></div>
      <div><dt>${t("staff-person-phone")}</dt><dd
        class="number">${readable(person.phone) || t("staff-person-no-phone")}</dd></div>
      ${person.contact &&
      html`<div><dt>${t("staff-person-contact")}</dt><dd class="number">${readable(person.contact)}</dd></div>`}
      ${person.last_confirmed &&
      html`<div><dt>${t("staff-person-confirmed")}</dt><dd>${String(person.last_confirmed).slice(0, 10)}</dd></div>`}
    </dl>
    <p class="person-foot"><span><${Icon} name="clock"
      size=${20} />${t("staff-person-hides", { count: Math.max(0, left) })}</span>
      <button type="button" class="button button-quiet is-small"
        onClick=${onHide}>${t("staff-person-hide")}</button></p>`;
}

/** @param {{ticket: {id: string}, path?: string}} props path: where else than at the ticket the person is asked for */
export function Person({ ticket, path = `/tickets/${ticket.id}/person` }) {
  const [shown, setShown] = useState(null);
  const look = async () => {
    const { ok, answer } = await act({
      key: path,
      verb: "person",
      run: () => api.get(path),
      failed: t("staff-failed-person"),
    });
    if (ok) setShown({ person: answer.person ?? answer, until: serverNow() + SHOWN_MS });
  };
  return html`<section class="card">
    ${shown
      ? html`<${Shown} person=${shown.person} until=${shown.until} onHide=${() => setShown(null)} />`
      : html`<p class="person-lead"><${Icon} name="eye-off"
        size=${26} /><span>${t("staff-person-lead", { time: clock(serverNow()) })}</span></p>
          <${ActButton} guard=${path} verb="person" look="secondary" icon="eye"
            label=${t("staff-person-show")}
            busyLabel=${t("staff-busy-read")} onPress=${look} />`}
  </section>`;
}
