"""Runs the TV's pure modules in node, as the browser runs them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MODULES = Path(__file__).resolve().parents[3] / "display/static/js"

Run = Callable[..., Any]


@pytest.fixture
def run() -> Run:
    """Run a script after a module's own text; it may use `given` and must call `answer(value)` once."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine")

    def in_node(module: str, script: str, given: object = None) -> Any:
        source = (MODULES / module).read_text(encoding="utf-8")
        glue = f"const given = {json.dumps(given)}; const answer = (v) => console.log(JSON.stringify(v ?? null));"
        done = subprocess.run(
            [node, "--input-type=module", "-"],
            input=f"{source}\n{glue}\n{script}",
            capture_output=True, text=True, check=True, timeout=30,
        )  # fmt: skip
        return json.loads(done.stdout)

    return in_node
