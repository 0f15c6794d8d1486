import { Button, Icon, Segmented, html, useState } from "../../js/parts.js";
import { dateAndDay } from "../../js/clock.js";
import { currentLanguage, pick, t } from "../../js/language.js";
import { sentenceOf, useAnswer } from "./asking.js";
import { byDay, dayAfter } from "./rules.js";

const PARTS = ["all", "morning", "afternoon"];

/** "唐慧·主任医师", or the name alone where nobody knows the title. */
export function doctorShown({ doctor_names: names, title }) {
  const words = pick(title);
  return words ? t("booking-doctor", { name: pick(names), title: words }) : pick(names);
}

/**
 * Times grouped by day: two or three first, more when asked (R74).
 * @param {object} props
 * @param {(wish: {part?: string, earliest?: string}) => Promise<{offers: any[]}>} props.ask
 * @param {any[]} props.when asks anew when one of these changes
 * @param {{offers: any[]} | null} [props.given] what a refusal offered instead
 * @param {any} [props.chosen] the offer that is chosen
 * @param {(offer: any) => void} props.onChoose
 * @param {any} [props.nothing] what else to do where nothing is free
 */
export function Times({ ask, when, given = null, chosen = null, onChoose, nothing }) {
  const [part, setPart] = useState("all");
  const [more, setMore] = useState({ offers: [], ended: false, busy: false, problem: "" });
  const wish = part === "all" ? {} : { part };
  const first = useAnswer(() => (given && part === "all" ? Promise.resolve(given) : ask(wish)), [...when, part]);

  function choosePart(value) {
    setPart(value);
    setMore({ offers: [], ended: false, busy: false, problem: "" });
  }

  async function askMore(last) {
    setMore({ ...more, busy: true, problem: "" });
    try {
      const { offers } = await ask({ ...wish, earliest: dayAfter(last) });
      setMore({ offers: [...more.offers, ...offers], ended: !offers.length, busy: false, problem: "" });
    } catch (problem) {
      setMore({ ...more, busy: false, problem: sentenceOf(problem) });
    }
  }

  const days = byDay([...(first.answer?.offers ?? []), ...more.offers]);
  return html`<section class="times" aria-busy=${first.answer ? undefined : "true"}>
    <${Segmented} class="times-parts" label=${t("booking-parts")} value=${part} onChange=${choosePart}
      options=${PARTS.map((value) => ({ value, label: t(`booking-part-${value}`) }))} />
    ${first.problem && html`<p class="strip strip-warn" role="alert"><${Icon} name="triangle" /><span>${sentenceOf(first.problem)}</span></p>`}
    ${!first.answer && !first.problem && html`${first.trouble && html`<p role="status">${t("booking-trouble")}</p>`}
      <span class="skeleton skeleton-line" aria-hidden="true"></span><span class="skeleton skeleton-line" aria-hidden="true"></span>`}
    ${days.map(({ date, offers }) => html`<div class="day" key=${date}>
      <h2 class="day-name">${dateAndDay(offers[0].starts_at, currentLanguage())}</h2>
      <div class="day-times">${offers.map((one) => html`<${Time} key=${one.starts_at + one.doctor} offer=${one} chosen=${isSame(one, chosen)} onChoose=${onChoose} />`)}</div>
    </div>`)}
    ${first.answer && !days.length && html`<div class="nothing"><p role="status">${t("booking-no-times")}</p>${nothing}</div>`}
    ${more.problem && html`<p class="strip strip-warn" role="alert"><${Icon} name="triangle" /><span>${more.problem}</span></p>`}
    ${days.length > 0 && (more.ended
      ? html`<p class="times-ended" role="status">${t("booking-no-more")}</p>`
      : html`<${Button} wide look="quiet" icon="chevron-down" busy=${more.busy} busyText=${t("booking-more-busy")} onClick=${() => askMore(days.at(-1).date)}>
          ${t("booking-more")}<//>`)}
  </section>`;
}

const isSame = (one, other) => Boolean(other) && one.starts_at === other.starts_at && one.doctor === other.doctor;

function Time({ offer, chosen, onChoose }) {
  return html`<button type="button" class="time" aria-pressed=${String(chosen)} onClick=${() => onChoose(offer)}>
    ${chosen && html`<${Icon} name="check" size=${24} />`}
    <b class="number">${offer.time}</b>
    <span>${doctorShown(offer)}<small>${t("booking-minutes", { minutes: offer.minutes })}</small></span>
  </button>`;
}
