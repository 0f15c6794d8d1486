// Readers that type: a card reader with its eighteen marks, a scanner with an appointment's address or code, within a
// blink and wherever the focus is. People type slower than that.
import { CODE_LENGTH, checksumFits, codeOf } from "./validate.js";

/** A card reader's marks fill in fields, so that nobody's own typing may be taken for one. */
const CARD_GAP = 60;
/** An appointment is only looked up: whoever types its code by hand finds the same, and a slow scanner is heard. */
const SCANNER_GAP = 300;
/** Silence after which a reader that sends no Enter has said all. */
const SILENCE = 400;
const ID_LENGTH = 18;
const LONGEST = 200;
/** The page of an appointment, as its code for the phone spells it; and that of a number, as its slip does. */
const ADDRESS = /\/a\/([\w-]{16,64})$/;
const SLIP = /\/t\/([\w-]{16,64})$/;

/**
 * What a scanner typed: the appointment's address or its code.
 * @returns {{token: string} | {code: string} | null}
 */
export function appointmentIn(typed) {
  const token = ADDRESS.exec(typed)?.[1];
  if (token) return { token };
  const code = codeOf(typed);
  return typed.length === CODE_LENGTH && code.length === CODE_LENGTH ? { code } : null;
}

/** The number whose slip a scanner read. @returns {{token: string} | null} */
export function ticketIn(typed) {
  const token = SLIP.exec(typed)?.[1];
  return token ? { token } : null;
}

/** Fewer signs than this within a blink may be anything. */
const LEAST_MISREAD = 8;

/**
 * Whether a reader typed something that means nothing here: a card that was read askew, the code of something else.
 * In a field a person may write; only an address is never theirs.
 */
export function isMisread(typed, writing) {
  if (typed.length < LEAST_MISREAD || appointmentIn(typed) || ticketIn(typed) || checksumFits(typed.slice(-ID_LENGTH).toUpperCase())) return false;
  return !writing || typed.includes("://");
}

/** What was typed without a pause longer than `gap` milliseconds. */
function createBurst(gap) {
  let text = "";
  let last = 0;
  return {
    /** @returns {boolean} whether this key began a new burst */
    add(event) {
      const anew = event.timeStamp - last > gap || !text;
      last = event.timeStamp;
      if (anew) text = "";
      if (event.key.length === 1) text = (text + event.key).slice(-LONGEST);
      return anew;
    },
    text: () => text,
    forget() { text = ""; },
  };
}

/** Listens on the whole page; a right identity number becomes one `scanned` event, and whatever its first keys did
 * to a field is taken back by the form as it was before the burst. An appointment becomes `scannedAppointment`, a slip
 * `scannedTicket`, what means nothing `misread`. */
export function startScanner(store) {
  const card = createBurst(CARD_GAP);
  const scanner = createBurst(SCANNER_GAP);
  let silence = 0;
  let formBefore = null;
  let scanBefore = null;
  const forget = () => { [card, scanner].forEach((one) => one.forget()); formBefore = scanBefore = null; clearTimeout(silence); };
  // Nothing of a person stays here after the wipe either. News of the house on the first page interrupt nobody's scan.
  let was = store.get().page;
  store.listen(({ page }) => { if (page === "home" && was !== "home") forget(); was = page; });

  function take(type, data) {
    forget();
    store.send(type, data);
  }

  function stop(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  window.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    clearTimeout(silence);
    if (scanner.add(event)) scanBefore = store.get().form;
    if (card.add(event)) formBefore = store.get().form;
    const slip = ticketIn(scanner.text());
    const found = slip ?? appointmentIn(scanner.text());
    const read = slip ? "scannedTicket" : "scannedAppointment";
    if (found && event.key === "Enter") {
      stop(event);
      take(read, found);
      return;
    }
    if (found) silence = setTimeout(() => take(read, found), SILENCE);
    const writing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isMisread(scanner.text(), writing)) {
      const misread = () => take("misread", { form: writing ? scanBefore : null });
      if (event.key === "Enter") {
        stop(event); // it must not press whatever has the focus
        misread();
        return;
      }
      silence = setTimeout(misread, SILENCE);
    }
    const number = card.text().slice(-ID_LENGTH).toUpperCase();
    if (checksumFits(number)) {
      stop(event);
      take("scanned", { number, form: formBefore });
      swallowEnter();
    }
  }, true);
}

/** Most readers end with Enter: it must not press whatever has the focus by then. */
function swallowEnter() {
  const stop = (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", stop, { capture: true });
  setTimeout(() => window.removeEventListener("keydown", stop, { capture: true }), 200);
}
