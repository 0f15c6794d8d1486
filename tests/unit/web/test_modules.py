"""What the pages load is there, and is kept with the rest of the source."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FACES = ("kiosk", "display", "staff", "server/web")
MODULES = sorted(path for face in FACES for path in (ROOT / face / "static").rglob("*.js"))
#: Folders whose files are all written by hand; nothing in them may be left out of the history.
SOURCE = (*FACES, "server", "printers", "locales", "tests", "tools", "deploy", "docs")
MADE = ("__pycache__", ".egg-info")

_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']""")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_module_imports_is_there(module: Path) -> None:
    for name in _IMPORT.findall(module.read_text(encoding="utf-8")):
        assert (module.parent / name).resolve().is_file(), f"there is no {name}"


@pytest.mark.skipif(shutil.which("git") is None or not (ROOT / ".git").exists(), reason="not a checkout")
def test_no_source_is_kept_out_of_the_history() -> None:
    done = subprocess.run(
        ["git", "ls-files", "--others", "--ignored", "--exclude-standard", "--", *SOURCE],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert [path for path in done.stdout.splitlines() if not any(part in path for part in MADE)] == []
