import { showToast, useState } from "../../js/parts.js";
import { t } from "../../js/language.js";

/**
 * "I need help": one tap, and the page says what happens next.
 * @param {import("./app.js").Act} act
 */
export function useHelp(act) {
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState(false);

  async function ask() {
    if (told) {
      showToast({ text: t("phone-help-again"), icon: "headset-person" });
      return;
    }
    setBusy(true);
    try {
      await act("help", {});
      setTold(true);
      showToast({ text: t("phone-help-told"), icon: "headset-person", seconds: 12 });
    } catch {
      showToast({ text: t("phone-not-sent"), kind: "failed", onRetry: ask });
    }
    setBusy(false);
  }

  return { busy, ask };
}
