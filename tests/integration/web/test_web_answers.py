"""Every answer of the web: problems with a code, strict headers, hostile input taken as text, nothing personal."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from server.accounts.service import add_staff, create_staff_token
from server.application import Application
from server.devices.service import create_token
from server.registration.models import Patient, Visit
from tests.support.house import everything_stored

Send = Callable[..., Any]


@pytest.fixture
def kiosk(application: Application) -> dict[str, str]:
    """The headers of kiosk 1."""
    with application.database.write() as work:
        return {"Authorization": f"Bearer {create_token(work, 'kiosk', 'kiosk-1')}"}


@pytest.fixture
def guide(application: Application) -> dict[str, str]:
    """The headers of a supervisor's program."""
    with application.database.write() as work:
        add_staff(work, number="2003", name="赵敏", role="supervisor", halls=("east",), secret_hash="none")  # noqa: S106
        return {"Authorization": f"Bearer {create_staff_token(work, '2003')}"}


def order(**patient: Any) -> dict[str, Any]:
    """A registration."""
    fields = {"name": "王小明", "sex": "male", "age": "40", "phone_declined": True} | patient
    return {"request_id": str(uuid.uuid4()), "consent": True, "language": "zh-CN", "department": "internal",
            "patient": fields}  # fmt: skip


def _problem(answer: Any, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.get_data(as_text=True)
    assert answer.mimetype == "application/problem+json"
    document: dict[str, Any] = json.loads(answer.data)
    assert (document["status"], document["code"], document["title"]) == (status, code, code)
    assert document["detail"]
    assert answer.headers["Cache-Control"] == "no-store"
    return document


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b'"text"', b"null", b"\xff\xfe\x00", b"{'single': 1}",
        b"[" * 5000, b'{"a":' * 3000,
    ],
    ids=["empty", "cut", "list", "text", "null", "no-utf8", "single-quotes", "deep-list", "deep-object"],
)  # fmt: skip
def test_a_body_that_is_no_object_is_a_problem_and_no_fault(
    client: FlaskClient, kiosk: dict[str, str], data: bytes
) -> None:
    answer = client.post("/api/v1/tickets", data=data, headers=kiosk, content_type="application/json")
    assert answer.status_code in (400, 422)
    assert json.loads(answer.data)["code"] in ("bad_body", "invalid")


def test_an_oversize_body_is_refused_before_it_is_read(client: FlaskClient, kiosk: dict[str, str]) -> None:
    answer = client.post("/api/v1/tickets", json={"text": "x" * 70_000}, headers=kiosk)
    assert answer.status_code in (400, 413)
    assert answer.mimetype == "application/problem+json"


def test_an_unknown_field_is_named(client: FlaskClient, kiosk: dict[str, str]) -> None:
    answer = client.post("/api/v1/tickets", json=order(nickname="x") | {"colour": "red"}, headers=kiosk)
    fields = {row["field"]: row["code"] for row in _problem(answer, 422, "invalid")["fields"]}
    assert fields == {"patient.nickname": "unknown_field", "colour": "unknown_field"}


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\x85", "\ud800"])
def test_a_character_that_no_field_can_mean_is_refused_by_its_field(
    client: FlaskClient, kiosk: dict[str, str], sign: str
) -> None:
    """NUL, escape, half of a surrogate pair: neither a database nor a printer meets them."""
    complaint = {"text": f"膝盖{sign}疼", "symptoms": ["cough", sign]}
    body = order() | {"complaint": complaint, "request_id": f"12345678{sign}"}
    problem = _problem(client.post("/api/v1/tickets", json=body, headers=kiosk), 422, "invalid")
    assert [row["field"] for row in problem["fields"]] == ["complaint.symptoms.1", "complaint.text", "request_id"]
    _problem(client.post("/api/v1/tickets", json=order() | {f"x{sign}": 1}, headers=kiosk), 400, "bad_body")


def test_line_breaks_and_every_language_s_signs_are_text(
    client: FlaskClient, kiosk: dict[str, str], guide: dict[str, str]
) -> None:
    words = "膝盖疼\r\n\t三天了 𠮷 😷 👨‍👩‍👧 ئۇيغۇر"
    ticket = client.post("/api/v1/tickets", json=order() | {"complaint": {"text": words}}, headers=kiosk)
    assert ticket.status_code == 201
    kept = client.get(f"/api/v1/tickets/{ticket.json['id']}", headers=guide).json["complaint"]["text"]
    assert all(sign in kept for sign in ("𠮷", "😷", "ئۇيغۇر"))


def test_what_was_tapped_is_a_code_of_the_knowledge_or_is_left_out(
    application: Application, client: FlaskClient, kiosk: dict[str, str]
) -> None:
    """R106: codes are stored unsealed, so that nobody's own words may stand among them."""
    tapped = {"symptoms": ["cough", "慕容雪峰 13912349876", "cough", "knee.numb"], "region": "慕容雪峰"}
    ticket = client.post("/api/v1/tickets", json=order() | {"complaint": tapped}, headers=kiosk).json
    for path, body in (
        (f"/public/tickets/{ticket['token']}/worse", {"symptoms": ["dizziness", "慕容雪峰"]}),
        ("/alarms", {"request_id": str(uuid.uuid4()), "symptoms": ["慕容雪峰"]}),
    ):
        assert client.post(f"/api/v1{path}", json=body, headers=kiosk).status_code in (200, 201)
    with application.database.read() as work:
        (visit,) = work.session.query(Visit)
        assert (visit.symptoms, visit.details.get("region")) == (["cough", "knee.numb"], None)
    assert "慕容" not in everything_stored(application.database)
    long = order() | {"complaint": {"symptoms": ["x" * 65]}}
    _problem(client.post("/api/v1/tickets", json=long, headers=kiosk), 422, "invalid")


def test_when_every_connection_is_taken_it_is_busy_and_no_fault(application: Application, client: FlaskClient) -> None:
    def taken() -> str:
        raise NoConnectionFree("QueuePool limit reached")

    application.app._got_first_request = False
    application.app.add_url_rule("/api/v1/taken", "taken", taken)
    answer = client.get("/api/v1/taken")
    _problem(answer, 503, "busy")
    assert answer.headers["Retry-After"] == "2"


def test_the_interface_s_description_tells_who_is_let_in(client: FlaskClient) -> None:
    """What is described as open is open, and nothing else."""
    paths = client.get("/api/openapi.json").json["paths"]
    routes = [(method, path, one) for path, methods in paths.items() for method, one in methods.items()]
    opened = {f"{method} {path}" for method, path, one in routes if "security" not in one}
    assert {one for one in opened if "/public/" not in one} == {
        "post /api/v1/session", "get /api/v1/education/{department}", "post /api/v1/devices/pairing",
        "get /api/v1/devices/pairing/{poll}", "post /api/v1/devices/pairing/local",
    }  # fmt: skip
    for method, path, _ in routes:
        answer = client.open(re.sub(r"{\w+}", "finish", path), method=method.upper(), json={})
        assert (answer.status_code == 401) is (f"{method} {path}" not in opened), (method, path)


def test_a_field_at_fault_is_never_repeated_in_the_answer(client: FlaskClient, kiosk: dict[str, str]) -> None:
    """R106: errors hold no personal word."""
    body = order(name="慕容雪峰", phone="慕容的电话", phone_declined=False)
    answer = client.post("/api/v1/tickets", json=body, headers=kiosk)
    _problem(answer, 422, "invalid")
    assert "慕容" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_problem_speaks_the_asker_s_language(client: FlaskClient, language: str) -> None:
    answer = client.get("/api/v1/clinic", headers={"Accept-Language": language})
    detail = _problem(answer, 401, "unauthorised")["detail"]
    assert detail.isascii() == (language == "en")


def test_addresses_and_methods_that_do_not_exist(client: FlaskClient) -> None:
    _problem(client.get("/api/v1/nothing"), 404, "not_found")
    _problem(client.get("/api/v1/tickets/x/arrive"), 405, "not_allowed")
    page = client.get("/nothing")
    assert (page.status_code, page.mimetype) == (404, "text/html")


def test_an_unforeseen_fault_says_nothing_of_its_cause(
    application: Application, client: FlaskClient, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither the answer nor the log repeats what a patient typed."""

    def broken() -> str:
        raise ValueError("慕容雪峰 13912349876")

    application.app._got_first_request = False
    application.app.add_url_rule("/api/v1/broken", "broken", broken)
    answer = client.get("/api/v1/broken")
    _problem(answer, 500, "general")
    out, err = capfd.readouterr()
    for place in (answer.get_data(as_text=True), out, err):
        assert "慕容" not in place
        assert "13912349876" not in place


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>", "=cmd|'/c calc'!A1", "王\x1b@\x1bi小", "Robert'); DROP TABLE ticket;--", "王😷明",
        "𠮷野家", "{{7*7}}", "A" * 200, "Ünal Çelik", "阿不都热依木·买买提", "\u202e王小明", "王\x00明", "   ", "+1+1",
    ],
)  # fmt: skip
def test_a_hostile_name_is_a_name_or_is_refused_by_its_field(
    application: Application, client: FlaskClient, kiosk: dict[str, str], guide: dict[str, str], name: str
) -> None:
    """No script, no ESC/POS command, no formula, no SQL: stored sealed as it was typed, or named as wrong."""
    answer = client.post("/api/v1/tickets", json=order(name=name), headers=kiosk)
    if answer.status_code == 422:
        fields = [row["field"] for row in _problem(answer, 422, "invalid")["fields"]]
        assert [field for field in fields if field.endswith("name")] == fields
        if len(name.strip()) > 3:
            assert name not in json.loads(answer.data).__repr__()
        return
    assert answer.status_code == 201
    ticket = answer.json
    assert not any(character in name for character in "\x1b\x00\u202e")
    person = client.get(f"/api/v1/tickets/{ticket['id']}/person", headers=guide)
    assert person.json["name"].strip()
    if len(name) > 3:
        assert name not in everything_stored(application.database)
        for url in (f"/api/v1/public/tickets/{ticket['token']}", f"/t/{ticket['token']}", "/metrics", "/healthz",
                    "/readyz"):  # fmt: skip
            assert name not in client.get(url).get_data(as_text=True)
        assert name not in client.get(f"/api/v1/tickets/{ticket['id']}", headers=guide).get_data(as_text=True)
    with application.database.read() as work:
        assert work.session.query(Patient).count() == 1


def test_a_rare_character_comes_back_as_it_was_written(
    client: FlaskClient, kiosk: dict[str, str], guide: dict[str, str]
) -> None:
    """𠮷 lies outside the basic plane."""
    ticket = client.post("/api/v1/tickets", json=order(name="𠮷田"), headers=kiosk).json
    assert client.get(f"/api/v1/tickets/{ticket['id']}/person", headers=guide).json["name"] == "𠮷田"


PAGES = (
    "/", "/kiosk", "/display/east", "/display/nowhere", "/staff", "/printers/roll", "/t/no-such-token", "/book",
    "/a/no-such-appointment", "/nothing",
)  # fmt: skip


@pytest.mark.parametrize("page", [*PAGES, "/healthz", "/metrics", "/api/v1/clinic", "/api/v1/nothing"])
def test_every_answer_has_strict_headers(client: FlaskClient, page: str) -> None:
    answer = client.get(page)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_no_page_has_an_inline_script_or_style(client: FlaskClient, page: str, language: str) -> None:
    text = client.get(page, headers={"Accept-Language": language}).get_data(as_text=True)
    assert "<html" in text
    assert "<style" not in text
    assert " style=" not in text
    assert " onclick=" not in text
    for opening in text.split("<script")[1:]:
        assert opening.split(">", 1)[1].startswith("</script>"), opening[:80]


def test_figures_and_health_name_nobody(client: FlaskClient, kiosk: dict[str, str]) -> None:
    """R106."""
    body = order(name="慕容雪峰", phone="13912349876", phone_declined=False) | {"complaint": {"text": "膝盖疼"}}
    ticket = client.post("/api/v1/tickets", json=body, headers=kiosk).json
    for page in ("/metrics", "/healthz", "/readyz"):
        text = client.get(page).get_data(as_text=True)
        for private in ("慕容", "13912349876", "膝盖", ticket["token"], ticket["id"]):
            assert private not in text
    assert 'houzhen_tickets{department="internal",state="waiting"} 1.0' in client.get("/metrics").get_data(as_text=True)


def test_the_same_request_is_answered_200_the_second_time(client: FlaskClient, kiosk: dict[str, str]) -> None:
    """Contract: 201, then 200 with the same body."""
    body = order()
    first, second = (client.post("/api/v1/tickets", json=body, headers=kiosk) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json == second.json


def test_a_reorder_over_http_needs_a_reason(
    client: FlaskClient, kiosk: dict[str, str], guide: dict[str, str]
) -> None:
    """R50."""
    tickets = [client.post("/api/v1/tickets", json=order(), headers=kiosk).json["id"] for _ in range(2)]
    answer = client.post("/api/v1/rooms/east-1/call-next", json={"ticket": tickets[1]}, headers=guide)
    assert [row["field"] for row in _problem(answer, 422, "invalid")["fields"]] == ["reason"]
    answer = client.post(
        "/api/v1/rooms/east-1/call-next", json={"ticket": tickets[1], "reason": "very ill"}, headers=guide
    )
    assert (answer.status_code, answer.json["ticket"]["id"]) == (200, tickets[1])
    _problem(client.post("/api/v1/rooms/east-1/call-next", json={}, headers=guide), 409, "patient_not_left")
    _problem(client.post(f"/api/v1/tickets/{tickets[0]}/finish", json={}, headers=guide), 409, "wrong_state")
    assert client.post("/api/v1/rooms/east-12/call-next", json={}, headers=guide).status_code == 204


def test_a_kiosk_may_not_do_what_staff_may(client: FlaskClient, kiosk: dict[str, str]) -> None:
    for path in ("/rooms/east-1/call-next", "/tickets/x/finish", "/tickets/x/cancel", "/apologies/x/claim"):
        _problem(client.post(f"/api/v1{path}", json={}, headers=kiosk), 403, "forbidden")
    for path in ("/tickets/x/person", "/tickets?q=x", "/halls/east/figures"):
        _problem(client.get(f"/api/v1{path}", headers=kiosk), 403, "forbidden")
