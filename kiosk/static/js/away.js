// On the kiosk's own disk: opens the kiosk as soon as its server answers, and says where to go until then. A plain
// script, because a page from a disk may load no modules. It gives no number and keeps nothing.
"use strict";

const ASK_EVERY = 3000;
/** A server that answers at once is not worth a flash of this page. */
const PATIENCE = 1500;
const kiosk = decodeURIComponent(location.hash.slice(1));

async function answers() {
  try {
    await fetch(new URL("/healthz", kiosk), { mode: "no-cors", cache: "no-store", signal: AbortSignal.timeout(ASK_EVERY) });
    return true;
  } catch {
    return false;
  }
}

async function look() {
  if (await answers()) location.replace(kiosk);
  else setTimeout(look, ASK_EVERY);
}

setTimeout(() => { document.querySelector(".away").hidden = false; }, PATIENCE);
look();
