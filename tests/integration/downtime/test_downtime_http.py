"""Paper over HTTP and by the command: who is let in, a sentence for each refusal in both languages (R105)."""

from __future__ import annotations

import re
import uuid
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient

from server.accounts.service import add_staff, create_staff_token
from server.application import Application
from server.commands import cli
from server.devices.service import create_token
from server.downtime.service import make_pack
from tests.conftest import ROOT
from tests.support.clock import MONDAY_MORNING, ManualClock
from tests.support.house import SHANGHAI
from tests.support.paper import at

OUTAGE = {"from_day": "2026-11-23", "from_time": "9:00", "until_day": "2026-11-23", "until_time": "10.00"}


@pytest.fixture
def tokens(application: Application, clock: ManualClock) -> dict[str, str]:
    """A kiosk, a guide and a doctor; a pack was printed at 08:30, it is 10:05 now."""
    clock.set(MONDAY_MORNING)
    with application.database.write() as work:
        make_pack(work, ["internal"], 10, None, SHANGHAI)
        found = {"kiosk": create_token(work, "kiosk", "kiosk-3")}
        for number, role in (("2001", "guide"), ("1025", "doctor")):
            add_staff(work, number=number, name=f"员工{number}", role=role, halls=[], secret_hash="none")  # noqa: S106
            found[role] = create_staff_token(work, number)
    clock.set(at("10:05"))
    return found


class Desk:
    """Somebody's HTTP client."""

    def __init__(self, client: FlaskClient, token: str) -> None:
        self._client, self._token = client, token

    def post(self, path: str, body: dict[str, Any], language: str = "zh-CN") -> Any:
        """Do."""
        headers = {"Authorization": f"Bearer {self._token}", "Accept-Language": language}
        return self._client.post(f"/api/v1/downtime{path}", json=body, headers=headers)

    def get(self) -> Any:
        """The whole page."""
        return self._client.get("/api/v1/downtime", headers={"Authorization": f"Bearer {self._token}"})


@pytest.fixture
def desk(client: FlaskClient, tokens: dict[str, str]) -> Desk:
    """The guide's."""
    return Desk(client, tokens["guide"])


def line(outage: str, **more: Any) -> dict[str, Any]:
    """A line of the form."""
    return {
        "request_id": str(uuid.uuid4()), "outage": outage, "paper": "A9001", "arrived": "9:10", "state": "waiting",
        "patient": {"name": "周梦溪", "sex": "female", "age": 34}, "consent": True,
    } | more  # fmt: skip


def test_only_the_desk_enters_paper_r11_r105(client: FlaskClient, tokens: dict[str, str]) -> None:
    for kind in ("kiosk", "doctor"):
        other = Desk(client, tokens[kind])
        assert other.get().status_code == 403
        assert other.post("/outages", OUTAGE).status_code == 403
        assert other.post("/tickets", line("x")).status_code == 403
        assert other.post("/tickets/x/take-back", {}).status_code == 403
    assert client.get("/api/v1/downtime").status_code == 401


def test_a_line_is_entered_repeated_listed_and_taken_back_r105(desk: Desk) -> None:
    outage = desk.post("/outages", OUTAGE).json
    body = line(outage["id"])
    first, again = desk.post("/tickets", body), desk.post("/tickets", body)
    assert (first.status_code, again.status_code, again.json) == (201, 200, first.json)
    assert first.json["number"] == "A9001"
    page = desk.get().json
    assert [one["number"] for one in page["entries"]] == ["A9001"]
    assert page["entries"][0]["by"]["number"] == "2001"
    assert (page["packs"][0]["numbers"], page["outages"][0]["entered"]) == (10, 1)
    assert any(room["doctor"] for room in page["rooms"])
    assert "周梦溪" not in str(page)
    assert desk.post(f"/tickets/{first.json['id']}/take-back", {}).json["state"] == "cancelled"
    assert desk.get().json["entries"] == []


@pytest.mark.parametrize(("language", "sentence"), [("zh-CN", "没有打印过 A9011"), ("en", "No paper ticket A9011")])
def test_each_refusal_is_a_sentence_beside_its_field_r1_r105(desk: Desk, language: str, sentence: str) -> None:
    outage = desk.post("/outages", OUTAGE).json
    answer = desk.post("/tickets", line(outage["id"], paper="A9011", arrived="8:10"), language)
    assert answer.status_code == 422
    fields = {field["field"]: field["detail"] for field in answer.json["fields"]}
    assert fields["paper"].startswith(sentence)
    assert "09:00–10:00" in fields["arrived"]
    assert desk.post("/tickets", line("nothing")).status_code == 404


def test_an_outage_with_wrong_times_is_refused_by_its_field_r105(desk: Desk) -> None:
    for changed, field, code in (
        ({"until_time": "10:30"}, "until_time", "outage_future"),
        ({"until_time": "8:00"}, "until_time", "outage_order"),
        ({"from_day": "2026-11-01"}, "until_time", "outage_long"), ({"from_time": "9h"}, "from_time", "paper_time"),
        ({"until_day": "soon"}, "until_day", "paper_day"),
    ):  # fmt: skip
        answer = desk.post("/outages", OUTAGE | changed)
        assert [(one["field"], one["code"]) for one in answer.json["fields"]] == [(field, code)]
    outage = desk.post("/outages", OUTAGE).json
    assert desk.post("/outages", OUTAGE | {"from_time": "9:10"}).json["code"] == "outage_overlaps"
    corrected = desk.post(f"/outages/{outage['id']}", OUTAGE | {"from_time": "9:10"}).json
    assert (corrected["id"], corrected["from"]) == (outage["id"], "2026-11-23T01:10:00.000Z")


def test_the_command_stores_the_numbers_and_writes_the_file_r105(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOUZHEN_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Result:
        return CliRunner().invoke(cli, words)

    assert run("clinic", "apply", str(ROOT / "clinic.toml")).exit_code == 0
    told = run("downtime-pack", "--department", "dental", "--tickets", "3").output
    code = re.search(r"downtime-pack-(\w{8})\.pdf: pack \1, 3 tickets", told)
    assert code is not None, told
    document = pypdfium2.PdfDocument((tmp_path / f"downtime-pack-{code[1]}.pdf").read_bytes())
    everything = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "K9003" in everything
    assert code[1] in everything
    assert run("downtime-pack", "--department", "dental", "--tickets", "3", "--out", "second.pdf").exit_code == 0
    second = pypdfium2.PdfDocument((tmp_path / "second.pdf").read_bytes())
    assert "K9004" in "".join(page.get_textpage().get_text_range() for page in second)
    second.close()
    for words, sentence in (
        (("--department", "alchemy"), "department: There is no department alchemy. Known are internal, "),
        (("--tickets", "0"), "tickets: 1 to 300 tickets for each department."),
        (("--day", "2020-01-01"), "day: That day is over."),
        (("--day", "monday"), "day: Write a date such as 2026-11-23."),
        (("--out", "nowhere/pack.pdf"), "There is no folder "),
    ):
        refused = run("downtime-pack", *words)
        assert refused.exit_code == 1
        assert sentence in refused.output
