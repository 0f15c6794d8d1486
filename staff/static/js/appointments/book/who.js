/** Then: for whom, what for, and whether they agree. A time that is gone keeps all of it (R65, R66, R72). */
import { html, useEffect, useRef } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { Icon } from "/static/house/js/parts.js";
import { ActButton } from "../../parts/act_button.js";
import { CheckField, ChoiceField, TextField } from "../../parts/fields.js";
import { Sheet } from "../../parts/sheet.js";
import { may } from "../../state/rights.js";
import { sessionStore } from "../../state/session.js";
import { useStore } from "../../state/store.js";
import { Gone } from "../forms/gone.js";
import { OfferPlace } from "../offers/list.js";
import { Refusal } from "../use_change.js";
import { doctorText, lengthText, whenNear } from "../words.js";
import { PersonFields } from "./person.js";

const CHANNELS = ["phone", "desk"];

function ChosenTime({ offer, onOther }) {
  return html`<div class="chosen-line"><${Icon} name="calendar-check" size=${26} />
    <p><b>${whenNear(offer)}</b><span>${doctorText(offer)} ${lengthText(offer.units)}</span></p>
    <button type="button" class="button button-quiet is-small"
      onClick=${onOther}>${t("staff-appt-other-time")}</button></div>`;
}

/** The doctor said how long the next visit takes, and what was chosen is of another length (R69). */
function PlanNote({ plan, offer, onTake }) {
  if (!plan || plan.units === offer?.units) return null;
  return html`<div class="strip strip-warn plan-note" role="status"><${Icon} name="clock" size=${24} />
    <span>${t("staff-appt-plan-differs", { length: lengthText(plan.units) })}</span>
    <button type="button" class="button button-quiet is-small" onClick=${onTake}>${t("staff-appt-plan-take")}</button></div>`;
}

/** Missed too many: a supervisor may make an exception, and says why. */
function Override({ barred, form, set }) {
  const staff = useStore(sessionStore, (value) => value.staff);
  if (!barred) return null;
  if (!may(staff, "appointments.override")) return html`<p class="second">${t("staff-appt-barred-guide")}</p>`;
  return html`<${TextField} name="override_reason" label=${t("staff-appt-override")} value=${form.override} rows=${2}
    limit=${200}
    onValue=${(override) => set({ override })} help=${t("staff-appt-override-help")} />`;
}

/** @param {object} props gone: {sentence, offers} where the chosen time was taken by somebody else */
export function Who({ offer, gone, form, set, plan, change, onChoose, onOther, onPlan, onSend, onClose }) {
  const { errors, refusal, guard } = change;
  const barred = refusal?.code === "booking_barred" || Boolean(form.override);
  const top = useRef(null);
  useEffect(() => {
    if (gone) top.current?.scrollIntoView({ block: "start" });
  }, [gone]);
  return html`<${Sheet} title=${t("staff-appt-who-title")} lead=${t("staff-appt-who-lead")} onClose=${onClose}
    foot=${html`<div class="foot-stack">
      <${ActButton} guard=${guard} verb="book" look="primary" size="main" icon="calendar-check" onPress=${onSend}
        reason=${offer ? null : t("staff-appt-choose-time")}
        label=${barred && form.override.trim() ? t("staff-appt-book-override") : t("staff-appt-book-send")} />
      <${Refusal} refusal=${refusal} /></div>`}>
    <div ref=${top} class="foot-stack">
      <${Gone} sentence=${gone?.sentence} />
      ${gone && html`<${OfferPlace} found=${gone} chosen=${offer} guard=${guard} onChoose=${onChoose} />`}
      ${offer && html`<${ChosenTime} offer=${offer} onOther=${onOther} />`}
      <${PlanNote} plan=${plan} offer=${offer} onTake=${onPlan} />
    </div>
    <${Override} barred=${barred} form=${form} set=${set} />
    <${ChoiceField} name="channel" label=${t("staff-appt-channel")} value=${form.channel}
      onValue=${(channel) => set({ channel })}
      options=${CHANNELS.map((code) => ({ value: code, label: t(`staff-appt-channel-${code}`) }))} />
    <${PersonFields} form=${form} set=${set} errors=${errors} />
    <${TextField} name="item" label=${t("staff-appt-item")} value=${form.item} onValue=${(item) => set({ item })} limit=${80}
      error=${errors.item} help=${t("staff-appt-item-help")} />
    <${CheckField} name="consent" label=${t("staff-appt-consent")} value=${form.consent}
      onValue=${(consent) => set({ consent })}
      error=${errors.consent} />
  <//>`;
}
