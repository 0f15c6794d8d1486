"""The kiosk's state machine is plain JavaScript; Node, which brings the browser libraries, also tests it."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node")
def test_the_kiosks_flow_and_its_checks() -> None:
    done = subprocess.run(
        ["node", "--test", str(HERE / "flow.test.mjs")], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
