"""The agent's service file is what systemd accepts, and starts the command as it is."""

from __future__ import annotations

import configparser
import shutil
import subprocess
from pathlib import Path

import pytest

from server.print_agent import print_agent

UNIT = Path(__file__).resolve().parents[4] / "deploy/systemd/houzhen-print-agent.service"
PROGRAM = "/opt/houzhen/.venv/bin/houzhen"


def test_systemd_accepts_it(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd is not on this machine")
    copied = tmp_path / UNIT.name
    copied.write_text(UNIT.read_text(encoding="utf-8").replace(PROGRAM, str(shutil.which("true"))), encoding="utf-8")
    done = subprocess.run(
        [analyze, "verify", "--man=no", "--recursive-errors=no", str(copied)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = [line for line in done.stderr.splitlines() if UNIT.name in line]
    assert (done.returncode, said) == (0, []), done.stderr


def test_it_starts_the_command_with_options_that_there_are_and_keeps_its_journal() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(UNIT, encoding="utf-8")
    service = unit["Service"]
    program, command, *words = service["ExecStart"].split()
    known = {option for parameter in print_agent.params for option in parameter.opts}
    assert (program, command) == (PROGRAM, "print-agent")
    assert {word for word in words if word.startswith("--")} <= known
    assert service["StateDirectory"]  # where the command looks for its journal
    assert service["Restart"] == "always"
