"""The browser of this machine."""

from __future__ import annotations

import os
import shutil


def chromium_program() -> str | None:
    """Where Chromium is, without windows if there is such a build; None where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
