"""The pages for booking as they are served: what they carry, what no cache keeps, what can be booked at all."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from server.application import Application
from server.devices.service import create_token

TOKEN = "m_7lkRCDuRlcO9Lu_QtxNfzo"  # noqa: S105


@pytest.fixture
def client(application: Application) -> FlaskClient:
    """A browser."""
    return application.app.test_client()


def test_an_appointment_s_page_is_kept_by_no_cache_and_found_by_no_search(client: FlaskClient) -> None:
    own = client.get(f"/a/{TOKEN}")
    assert own.headers["Cache-Control"] == "no-store"
    assert 'name="robots" content="noindex' in own.text
    assert f'data-token="{TOKEN}"' in own.text
    assert "robots" not in client.get("/book").text


def test_the_code_of_an_appointment_is_drawn_for_any_secret_and_tells_nobody_which_exist(client: FlaskClient) -> None:
    code = client.get(f"/a/{TOKEN}/qr.svg")
    assert (code.status_code, code.mimetype, code.headers["Cache-Control"]) == (200, "image/svg+xml", "no-store")
    for wrong in ("short", "x" * 65, "a%20token%20with%20blanks"):
        assert client.get(f"/a/{wrong}/qr.svg").status_code == 404


def test_a_kiosk_knows_which_departments_can_be_booked_r65(application: Application, client: FlaskClient) -> None:
    with application.database.write() as work:
        token = create_token(work, "kiosk", "kiosk-3")
    house = client.get("/api/v1/clinic", headers={"Authorization": f"Bearer {token}"}).json
    can_book = {one["code"]: one["can_book"] for one in house["departments"]}
    assert can_book["dental"]
    assert not can_book["emergency"]
