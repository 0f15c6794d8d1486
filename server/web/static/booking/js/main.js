import { createApi } from "../../js/api.js";
import { loadLanguage, t } from "../../js/language.js";
import { html, render } from "../../js/parts.js";
import { Book } from "./book.js";
import { Own } from "./own.js";

const FILES = ["common", "booking"];
/** The same as of the page that follows a number: one choice for one phone. */
const KEPT_LANGUAGE = "houzhen-phone-language";

const root = document.documentElement;
const api = createApi();
const place = document.getElementById("app");

/** @type {{token: string, booked: any} | null} the appointment that is looked at */
let own = root.dataset.token ? { token: root.dataset.token, booked: null } : null;

function draw() {
  render(
    own
      ? html`<${Own} key=${own.token} api=${api} ...${own} onLanguage=${chooseLanguage} onMoved=${keepAddress("changed")} onBook=${bookInstead} />`
      : html`<${Book} api=${api} onLanguage=${chooseLanguage} onBooked=${(booked) => keepAddress("booked")(booked.token, booked)} />`,
    place,
  );
  document.title = t(own ? "booking-page-title-own" : "booking-page-title");
}

/** The browser's address becomes the appointment's own, without loading anything: a lost line loses no booking. */
function keepAddress(news) {
  return (token, answer) => {
    own = { token, booked: { ...answer, news } };
    history.replaceState(null, "", `/a/${token}`);
    draw();
    scrollTo(0, 0);
  };
}

/** A next time for whoever has just given one up (R75). */
function bookInstead(offer) {
  own = null;
  history.pushState({ step: "details", department: offer.department, doctor: offer.doctor, offer }, "", "/book#details");
  draw();
  scrollTo(0, 0);
}

/** "Back" may leave an appointment's page for the booking that led to it. */
addEventListener("popstate", () => {
  const token = /^\/a\/([\w-]+)/.exec(location.pathname)?.[1] ?? null;
  if (token === (own?.token ?? null)) return;
  own = token ? { token, booked: null } : null;
  draw();
});

async function chooseLanguage(language) {
  try {
    localStorage.setItem(KEPT_LANGUAGE, language);
  } catch {
    // A private window keeps nothing: the choice holds for this page only.
  }
  await loadLanguage(language, FILES);
  draw();
}

function keptLanguage() {
  try {
    return localStorage.getItem(KEPT_LANGUAGE) ?? root.lang;
  } catch {
    return root.lang;
  }
}

await loadLanguage(keptLanguage(), FILES);
draw();
