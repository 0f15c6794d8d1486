import { Button, Choice, Field, Sheet, html, showToast, useState } from "../../js/parts.js";
import { ApiProblem } from "../../js/api.js";
import { pick, t } from "../../js/language.js";
import { AnotherTimeSheet } from "./another-time.js";
import { isPhoneNumber } from "./ticket.js";

/**
 * "Rebook or leave": wait on, choose another time, leave a phone number, or give the number up. Each end is asked once more.
 * @param {{ticket: import("./ticket.js").PhoneTicket, act: import("./app.js").Act, onClose: () => void}} props
 */
export function LeaveSheet({ ticket, act, onClose }) {
  const [step, setStep] = useState(/** @type {"choose" | "time" | "sure" | "contact"} */ ("choose"));
  const [contact, setContact] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);

  async function send(body) {
    setBusy(true);
    try {
      await act("leave", body);
      showToast({ text: t(body.choice === "rebook" ? "phone-leave-rebooked" : "phone-leave-done"), seconds: 10 });
      onClose();
    } catch (refused) {
      setBusy(false);
      const field = refused instanceof ApiProblem && refused.status === 422 && refused.fields[0];
      if (field && body.contact) setProblem(field.detail || t("phone-leave-contact-problem"));
      else showToast({ text: (refused instanceof ApiProblem && refused.detail) || t("phone-not-sent"), kind: "failed" });
    }
  }

  function sendContact(event) {
    event.preventDefault();
    if (!isPhoneNumber(contact)) setProblem(t("phone-leave-contact-problem"));
    else send({ choice: "rebook", contact: contact.trim() });
  }

  const { number } = ticket;
  if (step === "time") return html`<${AnotherTimeSheet} act=${act} onClose=${onClose} onContact=${() => setStep("contact")} />`;
  if (step === "sure") {
    return html`<${Sheet} label=${t("phone-leave-sure")} onClose=${onClose}>
      <h2>${t("phone-leave-sure")}</h2>
      <p class="sheet-lead">${t("phone-leave-sure-lead", { number })}</p>
      <div class="sheet-actions">
        <${Button} wide disabled=${busy} onClick=${onClose}>${t("phone-leave-sure-no")}<//>
        <${Button}
          wide
          look="danger"
          busy=${busy}
          busyText=${t("phone-leave-sending")}
          onClick=${() => send({ choice: "leave" })}
          >${t("phone-leave-sure-yes", { number })}<//
        >
      </div>
    <//>`;
  }
  if (step === "contact") {
    return html`<${Sheet} label=${t("phone-leave-rebook")} onClose=${onClose}>
      <form onSubmit=${sendContact} novalidate>
        <h2>${t("phone-leave-rebook")}</h2>
        <${Field}
          id="contact"
          label=${t("phone-leave-contact")}
          help=${t("phone-leave-contact-help")}
          value=${contact}
          problem=${problem}
          type="tel"
          inputmode="tel"
          autocomplete="tel"
          maxlength="24"
          onInput=${(value) => {
            setContact(value);
            setProblem("");
          }}
        />
        <div class="sheet-actions">
          <${Button} wide type="submit" busy=${busy} busyText=${t("phone-leave-sending")}
            >${t("phone-leave-contact-send")}<//
          >
          <${Button} wide look="quiet" disabled=${busy} onClick=${onClose}>${t("phone-leave-wait")}<//>
        </div>
      </form>
    <//>`;
  }
  return html`<${Sheet} label=${t("phone-leave-title")} onClose=${onClose}>
    <h2>${t("phone-leave-title")}</h2>
    <div class="sheet-choices">
      <${Choice}
        main
        icon="clock"
        iconSize=${32}
        name=${t("phone-leave-wait")}
        second=${t("phone-leave-wait-second")}
        onClick=${onClose}
      />
      <${Choice}
        icon="calendar"
        iconSize=${32}
        name=${t("phone-leave-time")}
        second=${t("phone-leave-time-second")}
        onClick=${() => setStep("time")}
      />
      <${Choice}
        icon="phone"
        iconSize=${32}
        name=${t("phone-leave-rebook")}
        second=${t("phone-leave-rebook-second")}
        onClick=${() => setStep("contact")}
      />
      <${Choice}
        icon="close"
        iconSize=${32}
        name=${t("phone-leave-go")}
        second=${t("phone-leave-go-second")}
        onClick=${() => setStep("sure")}
      />
    </div>
  <//>`;
}

/**
 * The department's texts to read while waiting.
 * @param {{ticket: import("./ticket.js").PhoneTicket, onClose: () => void}} props
 */
export function ReadingSheet({ ticket, onClose }) {
  const cards = ticket.education?.cards ?? [];
  return html`<${Sheet} label=${t("phone-reading-title")} onClose=${onClose}>
    <h2>${t("phone-reading-title")}</h2>
    <ol class="reading-cards">
      ${cards.map((card, at) => html`<li key=${at}>${cardText(card)}</li>`)}
    </ol>
    <div class="sheet-actions"><${Button} wide onClick=${onClose}>${t("common-close")}<//></div>
  <//>`;
}

/** A card is a text per language, or has a title and a text. */
function cardText(card) {
  if (typeof card === "string") return card;
  if (!card.title && !card.text) return pick(card);
  const words = (part) => (typeof part === "string" ? part : pick(part));
  return html`${card.title && html`<b>${words(card.title)}</b><br />`}${words(card.text ?? card.body)}`;
}
