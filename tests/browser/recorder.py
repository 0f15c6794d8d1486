"""What a page is listened to by: notes, spoken sentences, and the instant at which something appeared."""

from __future__ import annotations

from playwright.sync_api import Page

#: Runs before the page's own code. `recorded.notes` are oscillators that were started, `recorded.said` what was
#: handed to the voice, `recorded.touched` the instant of the last click (milliseconds since 1970).
RECORDER = """
window.recorded = { notes: [], said: [], touched: 0, seen: null };
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (when) {
  recorded.notes.push({ hertz: Math.round(this.frequency.value), at: Date.now() });
  return start.call(this, when);
};
document.addEventListener("houzhen:spoken", ({ detail }) => recorded.said.push({ ...detail, at: Date.now() }));
document.addEventListener("click", () => { recorded.touched = Date.now(); }, true);
"""

_WATCH = """
([selector, text]) => {
  const there = () => [...document.querySelectorAll(selector)]
    .some((one) => one.checkVisibility() && one.textContent.includes(text));
  recorded.seen = new Promise((done) => {
    const look = () => { if (there()) { watcher.disconnect(); done(Date.now()); } };
    const watcher = new MutationObserver(look);
    watcher.observe(document.documentElement,
      { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
}
"""


def watch_for(page: Page, selector: str, text: str = "") -> None:
    """From now on look for an element with a text; `seen_at` tells when it was there."""
    page.evaluate(_WATCH, [selector, text])


def seen_at(page: Page) -> float:
    """The instant, in seconds, at which what `watch_for` looks for appeared; waits for it."""
    return float(page.evaluate("Promise.race([recorded.seen, new Promise((_, no) => setTimeout(no, 8000))])")) / 1000


def touched_at(page: Page) -> float:
    """The instant, in seconds, of the last touch of a button."""
    return float(page.evaluate("recorded.touched")) / 1000


def notes_of(page: Page, least: int = 0) -> list[int]:
    """The notes that the page asked for so far, in hertz; waits until there are at least so many."""
    page.wait_for_function("(least) => recorded.notes.length >= least", arg=least)
    return [int(note["hertz"]) for note in page.evaluate("recorded.notes")]
