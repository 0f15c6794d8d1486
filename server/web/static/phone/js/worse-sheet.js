import { Button, Chip, Field, Icon, Sheet, html, useState } from "../../js/parts.js";
import { loadCatalogue, pick, t, tIn } from "../../js/language.js";

/** Common words where the ticket names no red flags of its own. They are sent as text, in Chinese, for the triage. */
const COMMON = ["chest", "breath", "faint", "blood", "speech", "pain", "fever", "allergy"];

/**
 * "I feel worse": what it is, by chips and a few words; then what happens next.
 * @param {{ticket: any, act: import("./app.js").Act, onClose: () => void}} props
 */
export function WorseSheet({ ticket, act, onClose }) {
  const [chosen, setChosen] = useState(/** @type {string[]} */ ([]));
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [told, setTold] = useState(false);

  const flags = ticket.red_flags ?? [];
  const chips = flags.length
    ? flags.map((flag) => ({ code: flag.code, words: pick(flag.names) }))
    : COMMON.map((code) => ({ code, words: t(`phone-worse-chip-${code}`) }));

  const toggle = (code) =>
    setChosen((before) => (before.includes(code) ? before.filter((one) => one !== code) : [...before, code]));

  async function send() {
    setBusy(true);
    setProblem("");
    try {
      await act("worse", await bodyOf(flags.length > 0, chosen, text));
      setTold(true);
    } catch {
      setProblem(t("phone-not-sent"));
    }
    setBusy(false);
  }

  if (told) {
    return html`<${Sheet} label=${t("phone-worse-told")} onClose=${onClose}>
      <h2 class="told"><${Icon} name="check-circle" size=${30} />${t("phone-worse-told")}</h2>
      <p class="sheet-lead">${t("phone-worse-told-lead")}</p>
      <div class="sheet-actions"><${Button} wide onClick=${onClose}>${t("common-done")}<//></div>
    <//>`;
  }
  return html`<${Sheet} label=${t("phone-worse-title")} onClose=${onClose}>
    <h2>${t("phone-worse-title")}</h2>
    <p class="sheet-lead">${t("phone-worse-lead")}</p>
    <div class="chip-list" role="group" aria-label=${t("phone-worse-title")}>
      ${chips.map(
        ({ code, words }) =>
          html`<${Chip} key=${code} chosen=${chosen.includes(code)} onClick=${() => toggle(code)}>${words}<//>`,
      )}
    </div>
    <${Field} id="worse-text" label=${t("phone-worse-text")} value=${text} onInput=${setText} multiline rows="2" maxlength="200" />
    <p class="aloud"><${Icon} name="octagon-alert" size=${22} /><span>${t("phone-worse-aloud")}</span></p>
    ${problem && html`<p class="field-problem" role="alert"><${Icon} name="octagon-alert" /><span>${problem}</span></p>`}
    <div class="sheet-actions">
      <${Button} wide look="danger-filled" busy=${busy} busyText=${t("phone-worse-sending")} onClick=${send}
        >${t("phone-worse-send")}<//
      >
      <${Button} wide look="quiet" disabled=${busy} onClick=${onClose}>${t("common-back")}<//>
    </div>
  <//>`;
}

async function bodyOf(coded, chosen, text) {
  const words = text.trim();
  if (coded) return { symptoms: chosen, ...(words && { text: words }) };
  await loadCatalogue("zh-CN", ["phone"]);
  const said = [...chosen.map((code) => tIn("zh-CN", `phone-worse-chip-${code}`)), words].filter(Boolean);
  return said.length ? { text: said.join("，") } : {};
}
