import { Button, Icon, html, showToast } from "../../js/parts.js";
import { dateAndDay } from "../../js/clock.js";
import { currentLanguage, pick, t } from "../../js/language.js";
import { Title } from "./frame.js";
import { spacedCode } from "./rules.js";
import { doctorShown } from "./times.js";

/** Where it makes no sense to come, sign in or add a day to the calendar. */
const OVER = ["cancelled", "past", "done"];

/**
 * When, where, with whom; how to sign in; the address to keep. Nobody's name stands here.
 * @param {object} props
 * @param {any} props.appointment
 * @param {ReturnType<typeof import("./rules.js").standing>} props.how
 * @param {"booked" | "changed" | null} props.news what has just happened
 * @param {(offer: any) => void} props.onBook
 */
export function Visit({ appointment, how, news, onBook }) {
  const key = (OVER.includes(how) ? how : (news ?? how)).replace("_", "-");
  const over = OVER.includes(how);
  return html`<${Title} lead=${t(`booking-${key}-lead`)}>${t(`booking-${key}-title`)}<//>
    ${over
      ? html`<${When} appointment=${appointment} over />`
      : html`<div class="visit"><${When} appointment=${appointment} /><${Code} appointment=${appointment} />
          <${Place} appointment=${appointment} /><${Address} url=${appointment.url} /></div>`}
    ${how === "cancelled" && html`<${NextTimes} appointment=${appointment} onBook=${onBook} />`}
    ${["past", "done"].includes(how) && html`<a class="button button-secondary button-wide" href="/book">${t("booking-new")}</a>`}`;
}

function When({ appointment, over = false }) {
  return html`<section class=${`card when ${over ? "is-over" : ""}`}>
    <p class="when-day">${dateAndDay(appointment.starts_at, currentLanguage())}</p>
    <p class="when-time number">${appointment.time}</p>
    <p><b>${pick(appointment.department_names)}</b></p>
    <p class="second">${doctorShown(appointment)}</p>
    <p class="second">${t("booking-minutes", { minutes: appointment.minutes })}</p>
    ${!over && html`<a class="button button-secondary button-wide" href=${appointment.calendar_url} download="appointment.ics">
      <${Icon} name="calendar-check" size="text" /><span>${t("booking-calendar")}</span></a>`}
  </section>`;
}

/** The code twice: drawn for the kiosk's scanner, written for its keys and for the telephone. */
function Code({ appointment }) {
  const token = appointment.url.split("/").at(-1);
  return html`<section class="card code">
    <p><span class="second">${t("booking-code")}</span><b class="number code-text">${spacedCode(appointment.code)}</b></p>
    <div><img src=${`/a/${token}/qr.svg`} width="156" height="156" alt=${t("booking-qr")} /><span class="second">${t("booking-code-how")}</span></div>
  </section>`;
}

function Place({ appointment }) {
  return html`<section class="card place"><${Icon} name="pin" size=${26} />
    <div><b class="place-name">${pick(appointment.place)}</b><span class="second">${pick(appointment.way)}</span></div></section>`;
}

/** This page can be opened again only by its address. */
function Address({ url }) {
  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      showToast({ text: t("booking-copied") });
    } catch {
      // No clipboard without HTTPS: the address is there to be marked by hand.
      showToast({ text: t("booking-copy-by-hand"), icon: "info" });
    }
  }
  return html`<section class="card address"><b>${t("booking-address")}</b><span class="address-text">${url}</span>
    <${Button} wide look="quiet" onClick=${copy}>${t("booking-copy")}<//></section>`;
}

/** Nobody goes without a next time (R75). */
function NextTimes({ appointment, onBook }) {
  const offers = appointment.offers ?? [];
  return html`<section class="next-times">
    <h2>${t("booking-next-title")}</h2>
    ${offers.map((one) => html`<button type="button" key=${one.starts_at + one.doctor} class="time" onClick=${() => onBook(one)}>
      <b class="number">${one.time}</b><span>${dateAndDay(one.starts_at, currentLanguage())}<small>${doctorShown(one)}</small></span>
      <${Icon} name="chevron-right" size=${22} /></button>`)}
    <a class="button button-secondary button-wide" href="/book">${t(offers.length ? "booking-next-other" : "booking-new")}</a>
  </section>`;
}
