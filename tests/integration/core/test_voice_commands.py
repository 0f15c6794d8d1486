"""An operator listens to the voice and learns which recordings are missing (R61)."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from server.commands import cli
from tests.conftest import ROOT

CLINIC = (ROOT / "clinic.toml").read_text("utf-8")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs `houzhen` on a house whose displays play recordings."""
    monkeypatch.setenv("HOUZHEN_DATA", str(tmp_path / "data"))
    file = tmp_path / "clinic.toml"
    file.write_text(CLINIC.replace('source = "server"', 'source = "clips"'), encoding="utf-8")

    def run_command(*words: str) -> Result:
        return CliRunner().invoke(cli, words)

    assert run_command("clinic", "apply", str(file)).exit_code == 0
    return run_command


def _tone(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(file), "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(22_050)
        writer.writeframes(b"\x00\x40" * 2205)


def _missing(told: str) -> list[str]:
    return [line.split()[1] for line in told.splitlines() if line.strip().startswith("missing")]


def test_every_recording_that_is_missing_is_named_with_its_words_r61(run: Any, tmp_path: Path) -> None:
    first = run("voice", "check")
    assert first.exit_code == 1
    assert "missing digit-0              零" in first.output
    assert "missing room-east-3          三号诊室" in first.output
    for language in ("zh-CN", "en"):
        for name in set(_missing(first.output)):
            _tone(tmp_path / "data/voice" / language / f"{name}.wav")
    second = run("voice", "check")
    assert (second.exit_code, _missing(second.output)) == (0, [])
    (tmp_path / "data/voice/en/digit-7.wav").write_bytes(b"not a sound")
    assert _missing(run("voice", "check").output) == ["digit-7"]


def test_an_operator_hears_a_call_as_it_is_played_r61(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "call.wav"
    told = run("voice", "say", "a023", "--room", "3号诊室", "--out", str(out))
    assert told.exit_code == 0
    assert "请 A 零二三 号，到 三 号诊室 就诊 (synthesised)" in told.output
    for name in ("call-1", "call-2", "call-3", "letter-A", "digit-0", "digit-2", "digit-3", "room-east-3"):
        _tone(tmp_path / "data/voice/zh-CN" / f"{name}.wav")
    told = run("voice", "say", "A023", "--room", "3号诊室", "--out", str(out))
    assert "(recorded)" in told.output
    with wave.open(str(out)) as file:
        assert file.getnframes() == 8 * 2205
