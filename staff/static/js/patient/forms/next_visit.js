/** How many units the next visit takes, by the doctor; the next booking of this patient starts from it (R69). */
import { html, useState } from "/static/vendor/htm-preact.js";
import { t } from "/static/house/js/language.js";
import { UnitsField } from "../../appointments/offers/wish.js";
import { Refusal, useChange } from "../../appointments/use_change.js";
import { lengthText } from "../../appointments/words.js";
import { ActButton } from "../../parts/act_button.js";
import { ChoiceField, TextField } from "../../parts/fields.js";
import { Sheet } from "../../parts/sheet.js";
import { api } from "../../state/api.js";
import { addDays, today } from "../../state/days.js";

/** In how many days, as doctors say it. */
const AFTER = [null, 7, 14, 30, 90];

const afterText = (days) => (days === null ? t("staff-appt-next-visit-any") : t("staff-appt-next-visit-days", { days }));

export function NextVisitSheet({ ticket, onClose }) {
  const [units, setUnits] = useState(2);
  const [after, setAfter] = useState(null);
  const [item, setItem] = useState("");
  const { id, number } = ticket;
  const { errors, refusal, send, guard } = useChange({ guard: `ticket/${id}`, fields: ["item"] });
  const save = async () => {
    const { ok } = await send({
      verb: "next-visit", icon: "calendar", failed: t("staff-appt-failed-next-visit", { number }),
      run: () => api.post(`/tickets/${id}/next-visit`, {
        units, item: item.trim() || null, earliest: after === null ? null : addDays(today(), after),
      }),
      done: () => t("staff-appt-done-next-visit", { number, length: lengthText(units) }),
    });
    if (ok) onClose();
  };
  return html`<${Sheet} title=${t("staff-appt-next-visit-title", { number })} lead=${t("staff-appt-next-visit-lead")}
    onClose=${onClose}
    foot=${html`<div class="foot-stack"><${ActButton} guard=${guard} verb="next-visit" look="primary" size="main"
      label=${t("staff-save")} onPress=${save} /><${Refusal} refusal=${refusal} /></div>`}>
    <${UnitsField} label=${t("staff-appt-next-visit")} value=${units} onValue=${setUnits} />
    <${ChoiceField} name="earliest" label=${t("staff-appt-next-visit-after")} value=${after} onValue=${setAfter}
      options=${AFTER.map((days) => ({ value: days, label: afterText(days) }))} />
    <${TextField} name="item" label=${t("staff-appt-item")} value=${item} onValue=${setItem} limit=${80} error=${errors.item}
      help=${t("staff-appt-item-help")} />
  <//>`;
}
