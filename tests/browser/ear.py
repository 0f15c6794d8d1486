"""What a display really plays: every sample that its page gives to the loudspeaker, and which sentences are in it."""

from __future__ import annotations

import base64
import io
import wave
from typing import Any
from urllib.parse import quote

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import BrowserContext, Page

Signal = NDArray[np.float64]

#: What is compared: sentences are made with 22,050 samples a second; half of them tell them apart.
RATE = 11_025
#: A sentence counts as heard where the recording is at least so much like it (1 is: equal but for the volume).
ALIKE = 0.9

_WORKLET = """
registerProcessor("ear", class extends AudioWorkletProcessor {
  constructor() { super(); this.block = new Float32Array(16384); this.filled = 0; }
  process([input]) {
    this.block.set(input[0] ?? new Float32Array(128), this.filled);
    this.filled += 128;
    if (this.filled === this.block.length) { this.port.postMessage(this.block.slice()); this.filled = 0; }
    return true;
  }
});
"""
#: Everything that is connected to the loudspeaker is connected to the ear too. Runs before the page's own code.
_TAP = """
window.ear = { blocks: [], rate: 0, ready: null };
const Context = window.AudioContext;
const connect = AudioNode.prototype.connect;
window.AudioContext = class extends Context {
  constructor(...given) {
    super(...given);
    const all = this.createGain();
    this.everything = all;
    window.ear.rate = this.sampleRate;
    window.ear.ready = this.audioWorklet.addModule("data:text/javascript,__WORKLET__").then(() => {
      const node = new AudioWorkletNode(this, "ear", { numberOfOutputs: 1, channelCount: 1,
        channelCountMode: "explicit" });
      node.port.onmessage = ({ data }) => window.ear.blocks.push(data);
      connect.call(all, node);
      connect.call(node, this.destination);
    });
  }
};
AudioNode.prototype.connect = function (target, ...more) {
  if (target === this.context.destination && this.context.everything) connect.call(this, this.context.everything);
  return connect.call(this, target, ...more);
};
"""
_TAKE = """() => {
  const length = window.ear.blocks.reduce((sum, block) => sum + block.length, 0);
  const bytes = new Uint8Array(2 * length);
  const view = new DataView(bytes.buffer);
  let place = 0;
  for (const block of window.ear.blocks) {
    for (const value of block) {
      view.setInt16(place, Math.max(-1, Math.min(1, value)) * 32767, true);
      place += 2;
    }
  }
  let text = "";
  for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
  return { rate: window.ear.rate, sound: btoa(text) };
}"""


def lay_ear(context: BrowserContext) -> None:
    """Listen to every page that is opened in a context from now on."""

    context.add_init_script(_TAP.replace("__WORKLET__", quote(_WORKLET)))


def recording(page: Page) -> Signal:
    """What the page has played so far."""
    taken: dict[str, Any] = page.evaluate(_TAKE)
    samples = np.frombuffer(base64.b64decode(taken["sound"]), dtype="<i2").astype(float)
    return resampled(samples, int(taken["rate"]))


def sentence(wav: bytes) -> Signal:
    """A sentence as the server gave it."""
    with wave.open(io.BytesIO(wav)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(float)
        return resampled(samples, file.getframerate())


def resampled(samples: Signal, rate: int) -> Signal:
    """The same sound at the rate of comparison, without what that rate cannot hold."""
    count = round(len(samples) * RATE / rate)
    spectrum = np.fft.rfft(samples)
    return np.fft.irfft(spectrum[: count // 2 + 1], count) * (count / max(1, len(samples)))


def places(heard: Signal, wanted: Signal) -> list[float]:
    """The seconds at which a sentence begins in what was heard, in order; only where it was heard to its end."""
    likeness = _likeness(heard, wanted)
    found = []
    while len(likeness) and likeness.max() >= ALIKE:
        best = int(np.argmax(likeness))
        if all(_is_at(heard, part, best + place) for place, part in _ends(wanted)):
            found.append(best / RATE)
        likeness[max(0, best - len(wanted)) : best + len(wanted)] = 0
    return sorted(found)


def loudest(heard: Signal) -> float:
    """The loudest sample, where 1 is the most that fits."""
    return float(np.abs(heard).max()) / 32768


def _ends(wanted: Signal) -> list[tuple[int, Signal]]:
    """The first and the last fifth of a second, each with its place: a sentence that was cut off lacks one of them."""
    short = RATE // 5
    return [(0, wanted[:short]), (len(wanted) - short, wanted[-short:])]


def _is_at(heard: Signal, part: Signal, place: int) -> bool:
    near = RATE // 100
    around = heard[max(0, place - near) : place + len(part) + near]
    return bool((_likeness(around, part) >= ALIKE).any())


def _likeness(heard: Signal, wanted: Signal) -> Signal:
    """How much the sound that begins at each sample is like the wanted one: the normalised cross-correlation."""
    if len(heard) < len(wanted):
        return np.zeros(0)
    size = 1 << (len(heard) + len(wanted)).bit_length()
    product = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(wanted, size)), size)
    last = len(heard) - len(wanted) + 1
    energy = np.cumsum(np.concatenate([[0.0], heard**2]))
    window = energy[len(wanted) :] - energy[: len(energy) - len(wanted)]
    # Where there is hardly any sound, nothing is like anything.
    loud = np.maximum(window, 1e-3 * float(np.sum(wanted**2)))
    return product[:last] / np.sqrt(loud * float(np.sum(wanted**2)))
