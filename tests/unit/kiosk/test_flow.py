"""The kiosk's state machine is plain JavaScript; Node, which brings the browser libraries, also tests it."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node")
@pytest.mark.parametrize(
    "about", ["appointment", "booking", "doctors", "flow", "handwriting", "held", "names", "worse"]
)
def test_the_kiosks_flow_and_its_checks(about: str) -> None:
    done = subprocess.run(
        ["node", "--test", str(HERE / f"{about}.test.mjs")],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
