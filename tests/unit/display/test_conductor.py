"""How one screen leads calls, notices and an evacuation, run by Node as the browser runs it (R61, R62, R103)."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node")
def test_calls_notices_and_an_evacuation_have_their_turns_r61_r62_r103() -> None:
    done = subprocess.run(
        ["node", "--test", str(HERE / "conductor.test.mjs")], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
