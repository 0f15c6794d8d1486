/**
 * Long content. Words shrink one step, then take two lines; a number shrinks as far as it must and is never cut.
 * Looked at after each change of the text and once the fonts have come.
 */
import { h, useLayoutEffect, useRef } from "/static/vendor/htm-preact.js";

const SMALLEST_NUMBER = 0.4;

const tooWide = (element) => element.scrollWidth > element.clientWidth + 1;
const tooHigh = (element) => element.scrollHeight > element.clientHeight + 2;

function fitWords(element) {
  element.dataset.fit = "full";
  if (!tooWide(element)) return;
  element.dataset.fit = "step";
  if (!tooWide(element)) return;
  element.dataset.fit = "lines";
}

function fitNumber(element) {
  element.style.setProperty("--fit", "1");
  if (!tooWide(element) && !tooHigh(element)) return;
  const wide = element.clientWidth / Math.max(1, element.scrollWidth);
  element.style.setProperty("--fit", String(Math.max(SMALLEST_NUMBER, Math.floor(wide * 100) / 100)));
}

/**
 * @param {object} props
 * @param {"words" | "number"} [props.kind]
 * @param {string} [props.as] element
 * @param {string} props.of what decides the width; measured again when it changes
 */
export function Fit({ kind = "words", as = "div", of, children, ...others }) {
  const element = useRef(null);
  useLayoutEffect(() => {
    const measure = () => element.current && (kind === "number" ? fitNumber : fitWords)(element.current);
    measure();
    document.fonts.ready.then(measure);
    document.fonts.addEventListener("loadingdone", measure);
    return () => document.fonts.removeEventListener("loadingdone", measure);
  }, [of, kind]);
  const base = kind === "number" ? "fit-number" : "fit-words";
  return h(as, { ...others, ref: element, class: `${base} ${others.class ?? ""}` }, children);
}
