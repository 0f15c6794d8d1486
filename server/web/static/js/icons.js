/**
 * The house's line icons, drawn on a grid of 24 with round ends (`.icon` in base.css gives line and colour). Each is
 * one path, so that an icon is one string.
 */

const circle = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
const box = (x, y, w, h, r) =>
  `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
  `h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}z`;
const dot = (x, y) => `M${x} ${y}h.01`;
const ring = circle(12, 12, 9);
const head = circle(10, 8, 4);
const shoulders = "M3 20c0-3.9 3.1-6 7-6s7 2.1 7 6";
const octagon = "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z";
const calendar = `${box(3.5, 5, 17, 16, 3)}M3.5 10h17M8 2.8v4M16 2.8v4`;
const wave = "M2.8 9.2a13.4 13.4 0 0 1 18.4 0M6 12.8a8.6 8.6 0 0 1 12 0M9 16.2a4.3 4.3 0 0 1 6 0";

/** @type {Record<string, string>} name -> path data */
export const icons = {
  "arrow-left": "M20 12H4M10.5 5.5L4 12l6.5 6.5",
  "arrow-right": "M4 12h16M13.5 5.5L20 12l-6.5 6.5",
  "arrow-up": "M12 20V4M5.5 10.5L12 4l6.5 6.5",
  "arrow-down": "M12 4v16M5.5 13.5L12 20l6.5-6.5",
  backspace: "M8.6 5H19a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H8.6L2.8 12zM11.5 9.5l5 5M16.5 9.5l-5 5",
  bell: "M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7M10 20.3a2.2 2.2 0 0 0 4 0",
  book: "M12 6.5C10 4.8 7 4.5 3.5 4.8v13.4c3.5-.3 6.5 0 8.5 1.7 2-1.7 5-2 8.5-1.7V4.8c-3.5-.3-6.5 0-8.5 1.7v13.4",
  calendar,
  "calendar-check": `${calendar}M8.8 15.2l2.3 2.3 4.4-4.4`,
  check: "M4.5 12.5l5 5 10-11",
  "check-circle": `${ring}M8 12.3l2.8 2.8 5.2-5.6`,
  "chevron-down": "M5.5 9l6.5 6.5L18.5 9",
  "chevron-left": "M15 5.5L8.5 12l6.5 6.5",
  "chevron-right": "M9 5.5l6.5 6.5L9 18.5",
  "chevron-up": "M5.5 15L12 8.5l6.5 6.5",
  clock: `${ring}M12 7v5.2l3.2 2`,
  close: "M5.5 5.5l13 13M18.5 5.5l-13 13",
  door: "M6 21V4.5A1.5 1.5 0 0 1 7.5 3h9A1.5 1.5 0 0 1 18 4.5V21M3.5 21h17M14.6 12.2v.01",
  "eye-off":
    "M4 4l16 16M9.6 5.6A9.3 9.3 0 0 1 12 5.3c5.2 0 8.5 4.4 9.5 6.7a13 13 0 0 1-2.8 3.9" +
    "M6.4 7.4A13 13 0 0 0 2.5 12c1 2.3 4.3 6.7 9.5 6.7 1.7 0 3.2-.5 4.5-1.2M9.9 10.1a2.9 2.9 0 0 0 4 4.1",
  eye: `M2.5 12C3.5 9.7 6.8 5.3 12 5.3s8.5 4.4 9.5 6.7c-1 2.3-4.3 6.7-9.5 6.7S3.5 14.3 2.5 12z${circle(12, 12, 2.9)}`,
  file: "M6 3h8l5 5v11.5a1.5 1.5 0 0 1-1.5 1.5h-11.5a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 6 3zM13.8 3v5.2H19M8.5 13h7M8.5 17h5",
  flag: "M5 21V4c3.5-1.5 6.5 1.5 10 .5 1.5-.4 2.7-.8 4-.8v9.5c-1.3 0-2.5.4-4 .8-3.5 1-6.5-2-10-.5",
  "headset-person": `${circle(12, 9, 3.2)}M5.5 12.5V9a6.5 6.5 0 0 1 13 0v1.5a4 4 0 0 1-4 4H13M4.5 21c.6-3 3.5-4.6 7.5-4.6s6.9 1.6 7.5 4.6`,
  "help-hand": "M7 12V6.5a1.5 1.5 0 0 1 3 0V11M10 11V4.5a1.5 1.5 0 0 1 3 0V11M13 11V5.5a1.5 1.5 0 0 1 3 0V12M16 12V8.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-1c-3 0-4.5-1.5-6-4l-2-3.5c-.8-1.5 1-2.8 2.2-1.5L7 13.5",
  history: "M3.5 12a8.5 8.5 0 1 0 2.6-6.1L3.5 8.3M3.5 3.5v4.8h4.8M12 7.5V12l3 2",
  home: "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
  "id-card": `${box(2.5, 4.5, 19, 15, 3)}${circle(8.5, 10.3, 2.3)}M5.3 16c.3-1.8 1.5-2.7 3.2-2.7s2.9.9 3.2 2.7M14.5 9.5h4M14.5 14h4`,
  info: `${ring}M12 11v5.5${dot(12, 7.8)}`,
  keyboard: `${box(2.5, 6, 19, 12.5, 2.5)}${[6.5, 10.2, 13.8, 17.5].map((x) => dot(x, 10)).join("")}M8.5 14.8h7`,
  layout: `${box(3.5, 4, 17, 16, 2.5)}M3.5 9.5h17M10 9.5V20`,
  "letter-size": "M2.5 18.5L8.2 4.5l5.7 14M4.5 14h7.4M14.2 18.5l3.7-8.7 3.7 8.7M15.5 15.6h4.8",
  list: `M9 6h11.5M9 12h11.5M9 18h11.5${dot(4.2, 6)}${dot(4.2, 12)}${dot(4.2, 18)}`,
  lock: `${box(5, 10.5, 14, 10.5, 2.5)}M8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.8v2`,
  logout: "M14 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20H14M10 12h11M17 8l4 4-4 4",
  megaphone: "M3.5 10v4a1 1 0 0 0 1 1H8l9 4.5v-15L8 9H4.5a1 1 0 0 0-1 1zM8 9v6M7.5 15l1.3 5.2h2.4l-1-4M20 9.5a3.5 3.5 0 0 1 0 5",
  menu: "M4 6.5h16M4 12h16M4 17.5h16",
  message: "M5.5 4h13A2.5 2.5 0 0 1 21 6.5v8a2.5 2.5 0 0 1-2.5 2.5H12l-5 4v-4H5.5A2.5 2.5 0 0 1 3 14.5v-8A2.5 2.5 0 0 1 5.5 4zM7.5 8.7h9M7.5 12.5h5.5",
  minus: "M5 12h14",
  monitor: `${box(3, 4, 18, 12.5, 2.5)}M12 16.5V20.5M8 20.5h8`,
  "octagon-alert": `${octagon}M12 7.5v5.5${dot(12, 16.6)}`,
  pause: "M8.5 5v14M15.5 5v14",
  pencil: "M4 20l1-4.5L16.8 3.7a1.7 1.7 0 0 1 2.4 0l1.1 1.1a1.7 1.7 0 0 1 0 2.4L8.5 19zM14.3 6.2l3.5 3.5",
  people: `${circle(9, 8.5, 3.5)}M2.5 19.5c0-3.5 2.8-5.5 6.5-5.5s6.5 2 6.5 5.5M15.5 5.2a3.5 3.5 0 0 1 0 6.6M18 14.5c2.2.8 3.5 2.5 3.5 5`,
  "person-plus": `${head}${shoulders}M19 8v6M16 11h6`,
  "person-x": `${head}${shoulders}M17 10.5l4.5 4.5M21.5 10.5L17 15`,
  "person-check": `${head}${shoulders}M16.5 12.5l2 2 3.5-4`,
  phone: "M6.5 3h3l1.6 4.6L9 9.3a12.5 12.5 0 0 0 5.7 5.7l1.7-2.1L21 14.5v3a3 3 0 0 1-3.2 3A15.8 15.8 0 0 1 3.5 6.2 3 3 0 0 1 6.5 3z",
  "phone-screen": `${box(6, 2.5, 12, 19, 2.5)}M10.5 18.3h3`,
  pin: `M12 21.5c-4.5-4.5-7-7.8-7-11.3a7 7 0 0 1 14 0c0 3.5-2.5 6.8-7 11.3z${circle(12, 10, 2.6)}`,
  plus: "M12 5v14M5 12h14",
  printer: "M7 8.5V3h10v5.5M7 17.5H5A2 2 0 0 1 3 15.5v-5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2M7 14h10v7H7zM17.5 11.5h.01",
  pulse: "M2.5 12.5h4.5l2.5-7 4.5 13 2.5-6h5",
  "qr-code": `${box(3.5, 3.5, 7, 7, 1)}${box(13.5, 3.5, 7, 7, 1)}${box(3.5, 13.5, 7, 7, 1)}M13.5 13.5h2.5v2.5M20.5 13.5v2.5M13.5 20.5v-1.5M17 20.5h3.5v-1.5`,
  question: `${ring}M9.3 9.3a2.8 2.8 0 1 1 4.3 2.4c-1 .6-1.6 1.2-1.6 2.3${dot(12, 17)}`,
  refresh: "M19.5 8.5A8.3 8.3 0 1 0 20.3 12M20 3.5v5h-5",
  search: `${circle(10.5, 10.5, 6.8)}M15.5 15.5L21 21`,
  send: "M21 3L10.5 13.5M21 3l-6.5 18-4-7.5L3 9.5z",
  settings: `${circle(12, 12, 3.2)}M12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M5.6 18.4l1.8-1.8M16.6 7.4l1.8-1.8`,
  "shield-check": "M12 2.8l7.5 2.7v6c0 4.8-3.2 8-7.5 9.7-4.3-1.7-7.5-4.9-7.5-9.7v-6zM8.5 12l2.5 2.5 4.5-5",
  shuffle: "M3 7h4.5l9 10H21M18 14l3 3-3 3M3 17h4.5l2.3-2.6M14.2 9.6L16.5 7H21M18 4l3 3-3 3",
  speaker: "M4 9.5v5h3.5L12.5 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6a8.3 8.3 0 0 1 0 12",
  "speaker-off": "M4 9.5v5h3.5L12.5 19V5L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5",
  swap: "M3.5 8.5H20M16.5 4.5l4 4-4 4M20.5 16H4M7.5 12l-4 4 4 4",
  tag: `M3.5 4.5v7l9 9 8-8-9-9h-7a1 1 0 0 0-1 1z${dot(8, 8)}`,
  ticket: "M4 5h16a1 1 0 0 1 1 1v3.5a2.5 2.5 0 0 0 0 5V18a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-3.5a2.5 2.5 0 0 0 0-5V6a1 1 0 0 1 1-1zM9.5 5v14",
  trash: "M4 6.5h16M9 6.5V4h6v2.5M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6",
  triangle: `M10.7 4L2.7 18a1.5 1.5 0 0 0 1.3 2.3h16a1.5 1.5 0 0 0 1.3-2.3l-8-14a1.5 1.5 0 0 0-2.6 0zM12 9.5v4.5${dot(12, 17)}`,
  undo: "M8.5 4.5L3.5 9.5l5 5M4 9.5h10.5a5.5 5.5 0 0 1 0 11H9",
  user: `${circle(12, 8, 4.2)}M4 20.5c0-4 3.5-6.2 8-6.2s8 2.2 8 6.2`,
  water: "M12 2.8c3.8 4.5 6.3 7.8 6.3 11a6.3 6.3 0 0 1-12.6 0c0-3.2 2.5-6.5 6.3-11zM9 14.5a3 3 0 0 0 2.5 2.7",
  wifi: `${wave}${dot(12, 19.6)}`,
  "wifi-off": `M4 3.5l16 17M2.8 9.2a13 13 0 0 1 4.6-2.9M11 5.6a13.4 13.4 0 0 1 10.2 3.6M6 12.8a8.6 8.6 0 0 1 4-2.2M15 11a8.6 8.6 0 0 1 3 1.8M9 16.2a4.3 4.3 0 0 1 4.3-1${dot(12, 19.6)}`,
};

icons.transfer = icons.swap;

const LARGE = 100;

/**
 * An icon as markup, for pages without preact. Hidden from screen readers: the words stand beside it.
 * @param {string} name
 * @param {number} [size] pixels
 * @returns {string}
 */
export function iconMarkup(name, size = 24) {
  const large = size > LARGE ? " icon-large" : "";
  return (
    `<svg class="icon${large}" viewBox="0 0 24 24" width="${size}" height="${size}" aria-hidden="true">` +
    `<path d="${icons[name] ?? icons.info}"/></svg>`
  );
}
