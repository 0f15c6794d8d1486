"""Samples as the displays get them: one channel, 22,050 a second, 16 bits. Nothing here but arithmetic and WAV."""

from __future__ import annotations

import array
import io
import wave
from collections.abc import Iterable
from typing import TypeAlias

Samples: TypeAlias = "array.array[int]"

RATE = 22_050
#: The loudest sample of a sentence, so that voices and recordings are equally loud: 1 dB below the most that fits.
PEAK = 29_000
#: Anything softer at either end of a recording is silence: 1 % of the most that fits.
SILENCE = 328


def trimmed(samples: Samples) -> Samples:
    """Without the silence before and after; empty where there is nothing else."""
    loud = [place for place in range(len(samples)) if not -SILENCE < samples[place] < SILENCE]
    return samples[loud[0] : loud[-1] + 1] if loud else array.array("h")


def joined(parts: Iterable[Samples]) -> Samples:
    """One after the other, without a sample between them."""
    whole: Samples = array.array("h")
    for part in parts:
        whole.extend(part)
    return whole


def levelled(samples: Samples) -> Samples:
    """As loud as every other sentence."""
    loudest = max((max(samples), -min(samples)), default=0) if samples else 0
    if loudest == 0:
        return samples
    return array.array("h", (value * PEAK // loudest for value in samples))


def as_wav(samples: Samples) -> bytes:
    """A WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(samples.tobytes())
    return file.getvalue()
