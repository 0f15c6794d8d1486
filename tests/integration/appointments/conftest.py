"""Everybody who asks for appointments over HTTP."""

from __future__ import annotations

import pytest

from server.accounts.service import add_staff, create_staff_token
from server.application import Application
from server.devices.service import create_token
from tests.support.booking import DENTIST
from tests.support.faces import Face


@pytest.fixture
def faces(application: Application) -> dict[str, Face]:
    """A kiosk, one of each role, and somebody whom nobody knows."""
    found = {"public": Face(application.app.test_client())}
    with application.database.write() as work:
        tokens = {"kiosk": create_token(work, "kiosk", "kiosk-3")}
        for number, role in (("2001", "guide"), ("2003", "supervisor"), (DENTIST, "doctor")):
            add_staff(work, number=number, name=f"员工{number}", role=role, halls=[], secret_hash="none")  # noqa: S106
            tokens[role] = create_staff_token(work, number)
    return found | {kind: Face(application.app.test_client(), token) for kind, token in tokens.items()}
