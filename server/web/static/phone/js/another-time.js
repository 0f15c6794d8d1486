import { Button, Icon, Sheet, html, useEffect, useRef, useState } from "../../js/parts.js";
import { ApiProblem, newRequestId } from "../../js/api.js";
import { dateAndDay } from "../../js/clock.js";
import { currentLanguage, loadCatalogue, t } from "../../js/language.js";

/**
 * Coming at another time instead of waiting: the place is given up and the time booked, or neither (R48).
 * @param {{act: import("./app.js").Act, onClose: () => void, onContact: () => void}} props `onContact` where no time suits
 */
export function AnotherTimeSheet({ act, onClose, onContact }) {
  const [Times, setTimes] = useState(/** @type {any} */ (null));
  const [offer, setOffer] = useState(/** @type {any} */ (null));
  const [taken, setTaken] = useState(/** @type {{offers: any[]} | null} */ (null));
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const request = useRef(newRequestId());

  // Most who wait never look for another time: what it takes is loaded when somebody does.
  useEffect(() => {
    Promise.all([import("../../booking/js/times.js"), loadCatalogue(currentLanguage(), ["booking"])])
      .then(([module]) => setTimes(() => module.Times), () => setProblem(t("phone-not-sent")));
  }, []);

  function choose(one) {
    request.current = newRequestId();
    setOffer(one);
    setProblem("");
  }

  async function send() {
    setBusy(true);
    setProblem("");
    try {
      const booked = await act("rebook", { request_id: request.current, doctor: offer.doctor, starts_at: offer.starts_at });
      location.assign(`/a/${booked.token}`);
    } catch (refused) {
      setBusy(false);
      const known = refused instanceof ApiProblem;
      setProblem((known && refused.detail) || t("phone-not-sent"));
      if (known && refused.body.offers) {
        setOffer(null);
        setTaken({ offers: refused.body.offers });
      }
    }
  }

  return html`<${Sheet} label=${t("phone-leave-time")} onClose=${onClose}>
    <h2>${t("phone-leave-time")}</h2>
    <p class="sheet-lead">${t("phone-leave-time-lead")}</p>
    <div class="sheet-times">
      ${Times
        ? html`<${Times} ask=${(wish) => act("offers", wish)} when=${[taken]} given=${taken} chosen=${offer} onChoose=${choose} />`
        : html`<span class="skeleton skeleton-line" aria-hidden="true"></span><span class="skeleton skeleton-line" aria-hidden="true"></span>`}
    </div>
    <div role="alert">${problem && html`<p class="strip strip-warn"><${Icon} name="triangle" size=${26} /><span>${problem}</span></p>`}</div>
    <div class="sheet-actions">
      ${offer && html`<${Button} wide busy=${busy} busyText=${t("phone-leave-sending")} onClick=${send}>
        ${t("phone-leave-time-do", { date: dateAndDay(offer.starts_at, currentLanguage()), time: offer.time })}<//>`}
      <${Button} wide look="quiet" disabled=${busy} onClick=${onContact}>${t("phone-leave-time-none")}<//>
      <${Button} wide look="quiet" disabled=${busy} onClick=${onClose}>${t("phone-leave-wait")}<//>
    </div>
  <//>`;
}
