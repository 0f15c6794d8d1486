// The body as a picture: parts with gaps of 7 px, drawn here. Coordinates are those of the page's picture area
// (1080 wide; its top lies at 330 on the page). `side` null stands in the middle and is drawn once, "left" is drawn
// and mirrored. Each part leads to a region of the triage knowledge.

const MIDDLE = 540;

/** Front and back share the silhouette; only what stands on the trunk differs. */
const LIMBS = [
  { region: "shoulder", side: "left", path: "M471 168 Q454 172 447 194 L441 224 Q458 233 474 225 Q475 205 471 168Z" },
  { region: "arm", side: "left", path: "M440 231 Q457 240 474 232 C470 254 463 272 457 290 Q444 292 431 284 C435 266 438 249 440 231Z" },
  { region: "arm", side: "left", path: "M429 292 Q442 299 456 297 C450 326 438 353 427 380 Q417 381 409 376 C416 348 423 320 429 292Z" },
  { region: "hand", side: "left", path: "M407 384 Q416 389 426 388 C424 405 421 425 415 433 Q408 437 402 432 C397 418 401 398 407 384Z" },
  { region: "leg", side: "left", path: "M472 400 L532 432 Q536 434 536 440 C535 470 528 500 523 529 Q503 533 484 525 C476 490 469 445 472 400Z" },
  { region: "knee-foot", side: "left", path: "M485 533 Q503 540 522 537 C521 550 521 562 521 576 Q503 579 487 573 C488 560 487 547 485 533Z" },
  { region: "leg", side: "left", path: "M485 581 Q503 588 519 584 C521 615 518 645 514 669 L493 669 C487 640 480 612 485 581Z" },
  { region: "knee-foot", side: "left", path: "M493 677 L514 677 L517 700 Q518 709 510 709 L486 709 Q475 709 480 700 Q490 690 493 677Z" },
];

const HEAD = "M540 41 C572 41 583 62 583 84 C583 110 564 129 540 129 C516 129 497 110 497 84 C497 62 508 41 540 41Z";
const NECK = "M522 132 Q531 136 540 136 Q549 136 558 132 L559 142 Q561 149 565 152 Q553 158 540 158 Q527 158 515 152 Q519 149 521 142Z";
const CHEST = "M481 166 Q494 160 511 156 Q526 164 540 164 Q554 164 569 156 Q586 160 600 166 C601 190 597 208 594 224 Q592 240 593 256 "
  + "Q566 265 540 265 Q514 265 488 256 Q489 240 487 224 C484 206 480 190 481 166Z";
const BELLY = "M489 264 Q514 273 540 273 Q566 273 591 264 C589 292 590 316 596 338 Q568 347 540 347 Q512 347 484 338 C490 316 491 292 489 264Z";
const LOWER = "M482 346 Q511 355 540 355 Q569 355 599 346 C603 362 606 377 606 391 L548 423 Q540 428 532 423 L473 391 C475 377 478 362 482 346Z";

export const VIEWS = {
  front: [
    { region: "head", side: null, path: HEAD },
    { region: "eye-ear-nose", side: null, path: "M498 72 Q540 78 582 72 C585 88 582 96 579 101 Q540 95 501 101 C497 92 496 82 498 72Z", inside: true },
    { region: "mouth-teeth", side: null, path: "M502 105 Q540 99 578 105 C571 120 556 129 540 129 C524 129 509 120 502 105Z", inside: true },
    { region: "neck-throat", side: null, path: NECK },
    { region: "chest", side: null, path: CHEST },
    { region: "abdomen", side: null, path: BELLY },
    { region: "lower-abdomen", side: null, path: LOWER },
    ...LIMBS,
  ],
  back: [
    { region: "head", side: null, path: HEAD },
    { region: "neck-throat", side: null, path: NECK },
    { region: "back-waist", side: null, path: CHEST },
    { region: "back-waist", side: null, path: BELLY },
    { region: "back-waist", side: null, path: LOWER },
    ...LIMBS,
  ],
};

export const MIRROR = `translate(${2 * MIDDLE} 0) scale(-1 1)`;

/** Labels beside the picture: row 0–5 (the last stands lower), and the point on the body that their line leads to. */
export const LABELS = {
  front: [
    { region: "head", side: "left", row: 0, point: [513, 66] },
    { region: "neck-throat", side: "left", row: 1, point: [533, 142] },
    { region: "shoulder", side: "left", row: 2, point: [461, 190] },
    { region: "arm", side: "left", row: 3, point: [447, 272] },
    { region: "hand", side: "left", row: 4, point: [411, 411] },
    { region: "leg", side: "left", row: 5, point: [492, 494] },
    { region: "eye-ear-nose", side: "right", row: 0, point: [562, 82] },
    { region: "mouth-teeth", side: "right", row: 1, point: [551, 113] },
    { region: "chest", side: "right", row: 2, point: [578, 216] },
    { region: "abdomen", side: "right", row: 3, point: [578, 306] },
    { region: "lower-abdomen", side: "right", row: 4, point: [581, 377] },
    { region: "knee-foot", side: "right", row: 5, point: [577, 562] },
  ],
  back: [
    { region: "head", side: "left", row: 0, point: [513, 66] },
    { region: "neck-throat", side: "left", row: 1, point: [533, 142] },
    { region: "shoulder", side: "left", row: 2, point: [461, 190] },
    { region: "arm", side: "left", row: 3, point: [447, 272] },
    { region: "hand", side: "left", row: 4, point: [411, 411] },
    { region: "leg", side: "left", row: 5, point: [492, 494] },
    { region: "back-waist", side: "right", row: 3, point: [578, 306] },
    { region: "knee-foot", side: "right", row: 5, point: [577, 562] },
  ],
};

const ROWS = [65, 163, 261, 359, 457, 599];
export const rowOf = (row) => ROWS[row];

/** The line from a label's edge to its point, with one bend. */
export function leaderOf({ side, row, point }) {
  const y = ROWS[row];
  const edge = side === "left" ? 268 : 812;
  const bend = side === "left" ? 310 : 770;
  return `M${edge} ${y}L${bend} ${y}L${point[0]} ${point[1]}`;
}

/** The places in the row beneath that are no part of the picture, in this order; others that the knowledge has follow. */
export const BENEATH = ["back-waist", "skin", "whole-body", "unclear"];
