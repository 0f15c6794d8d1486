"""The clinic's own layout of tickets: from the clinic file and from the tablet, on paper and in its preview (R59)."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from PIL import Image, ImageChops
from sqlalchemy import select
from werkzeug.test import TestResponse

from printers.config import LANGUAGES, PrinterConfig
from printers.preview import preview
from printers.slip import Slip
from printers.template import PICTURE, Template, from_mapping
from printers.transports import NetworkTransport
from printers.virtual import VirtualPrinter
from server.accounts.models import AuditEntry
from server.accounts.service import add_staff, create_staff_token
from server.application import Application
from server.clinic.service import apply_clinic
from server.core.database import Actor
from server.core.errors import Invalid, Refusal
from server.core.ids import new_token
from server.printing.models import PrintJob, TicketLayout
from server.printing.service import (
    layout_document,
    layout_in_force,
    lease_job,
    queue_slip,
    sample_of,
    save_layout,
    undo_layout,
)
from server.printing.worker import PrinterWorker
from server.web.static_files import fonts_folder
from tests.integration.printing.conftest import Stand
from tests.support.house import SHANGHAI, House

ADMINISTRATOR = Actor("staff", "9001", role="administrator")
BARE = Template().to_mapping()
OWN = BARE | {"lines": ["number", "department", "wait", "notes"], "languages": "zh-only",
              "notes": [{"zh": "请保管好小票，当日有效。"}]}  # fmt: skip
SECTION = '\n[ticket]\nlogo = "art/logo.png"\nlines = ["clinic", "number", "notes"]\nnotes = [{ zh = "当日有效" }]\n'


def logo(shade: int = 0) -> bytes:
    written = io.BytesIO()
    Image.new("L", (90, 60), shade).save(written, "PNG")
    return written.getvalue()


def pixels(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("L")


def same(one: bytes, other: bytes) -> bool:
    first, second = pixels(one), pixels(other)
    return first.size == second.size and ImageChops.difference(first, second).getbbox() is None


def in_force(house: House) -> dict[str, Any]:
    layout: dict[str, Any] = house.look(layout_in_force)
    return layout


def test_a_section_of_the_clinic_file_is_the_layout_of_every_ticket_r59(house: House, clinic_text: str) -> None:
    assert in_force(house) == BARE
    beside = {"art/logo.png": logo()}
    assert "setting ticket" in house.do(apply_clinic, clinic_text + SECTION, "clinic.toml", beside).updated
    held = from_mapping(in_force(house))
    assert (held.lines, held.notes[0].zh, bool(held.logo)) == (("clinic", "number", "notes"), "当日有效", True)
    assert not house.do(apply_clinic, clinic_text + SECTION, "clinic.toml", beside).changed
    assert house.do(apply_clinic, clinic_text + SECTION, "clinic.toml", {"art/logo.png": logo(90)}).changed


def test_a_slip_that_was_stored_before_comes_out_in_the_layout_that_counts_when_it_is_drawn(
    house: House, stand: Stand
) -> None:
    answer, _ = house.register()
    house.do(save_layout, OWN, by=ADMINISTRATOR)
    stand.work("printer-1")
    (slip,) = stand["printer-1"].slips()
    stored = Slip.from_json(house.jobs(answer["id"])[0].slip)
    config = PrinterConfig("printer-1", "network", "")
    assert same(slip.png, preview(stored, config, from_mapping(OWN), fonts_folder()))
    assert not same(slip.png, preview(stored, config, Template(), fonts_folder()))


def test_a_choice_stands_over_the_file_until_the_file_says_something_new_of_tickets(
    house: House, clinic_text: str
) -> None:
    house.do(save_layout, OWN, by=ADMINISTRATOR)
    house.do(apply_clinic, clinic_text + "\n# another day\n")
    assert in_force(house) == OWN
    house.do(apply_clinic, clinic_text + '\n[ticket]\nlanguages = "zh"\n')
    assert in_force(house)["languages"] == "zh"
    assert house.look(layout_document)["former"] is False


def test_the_former_layout_comes_back_and_the_change_with_a_second_press(house: House) -> None:
    with pytest.raises(Refusal, match="no_former_layout"):
        house.do(undo_layout, by=ADMINISTRATOR)
    house.do(save_layout, OWN, by=ADMINISTRATOR)
    house.do(undo_layout, by=ADMINISTRATOR)
    assert in_force(house) == BARE
    house.do(undo_layout, by=ADMINISTRATOR)
    assert in_force(house) == OWN


def test_saving_the_files_own_layout_follows_the_file_again(house: House) -> None:
    house.do(save_layout, OWN, by=ADMINISTRATOR)
    house.do(save_layout, BARE, by=ADMINISTRATOR)
    document = house.look(layout_document)
    assert (document["chosen"], document["layout"]) == (False, BARE)
    house.do(undo_layout, by=ADMINISTRATOR)
    assert in_force(house) == OWN


def test_every_change_is_in_the_audit_trail_with_what_changed_r10(house: House) -> None:
    house.do(save_layout, OWN, by=ADMINISTRATOR)
    house.do(save_layout, OWN, by=ADMINISTRATOR)
    house.do(undo_layout, by=ADMINISTRATOR)
    found = house.look(
        lambda work: [
            (row.action, row.detail.get("changed"))
            for row in work.session.scalars(select(AuditEntry).order_by(AuditEntry.id))
            if row.action.startswith("ticket_layout")
        ]
    )
    assert found == [("ticket_layout.saved", ["lines", "languages", "notes"]), ("ticket_layout.undone", None)]


def test_what_cannot_be_is_refused_by_its_field_and_nothing_is_stored(house: House) -> None:
    wrong = {"logo": f"{PICTURE}AAAA", "lines": ["clinic"], "notes": [{"zh": "好"}, {}]}
    with pytest.raises(Invalid) as caught:
        house.do(save_layout, wrong, by=ADMINISTRATOR)
    assert {problem.field: problem.code for problem in caught.value.problems} == {
        "layout.logo": "ticket_logo_kind", "layout.lines": "ticket_number_missing",
        "layout.notes.1": "ticket_note_empty",
    }  # fmt: skip
    assert in_force(house) == BARE


def test_a_stored_layout_of_another_version_costs_no_ticket(house: House, stand: Stand) -> None:
    house.do(save_layout, OWN, by=ADMINISTRATOR)

    def spoil(work: Any) -> None:
        work.session.get(TicketLayout, 1).chosen = {"colour": "red"}

    house.do(spoil)
    house.register()
    assert stand.work("printer-1") == ["printed"]


Ask = Callable[..., TestResponse]


@pytest.fixture
def ask(application: Application, client: FlaskClient) -> Ask:
    """Asks as a role."""
    tokens: dict[str, str] = {}
    with application.database.write() as work:
        for number, role in (("2001", "guide"), ("2003", "supervisor"), ("1001", "doctor"), ("9001", "administrator")):
            add_staff(work, number=number, name=role, role=role, secret_hash=new_token(), halls=["east"])
            work.session.flush()
            tokens[role] = create_staff_token(work, number)

    def made(method: str, path: str = "", body: Any = None, who: str = "administrator") -> TestResponse:
        headers = {"Authorization": f"Bearer {tokens[who]}"}
        return client.open(f"/api/v1/ticket-layout{path}", method=method, json=body, headers=headers)

    return made


def test_only_an_administrator_lays_out_tickets_r11(ask: Ask) -> None:
    routes = (
        ("GET", "", None), ("PUT", "", {"layout": OWN}), ("POST", "/undo", {}), ("POST", "/logo", {"logo": ""}),
        ("POST", "/preview", {"layout": OWN}), ("POST", "/test", {"layout": OWN, "printer": "printer-1"}),
    )  # fmt: skip
    for who in ("guide", "supervisor", "doctor"):
        assert {ask(*route, who=who).status_code for route in routes} == {403}
    assert [ask(*route).status_code for route in routes] == [200, 200, 200, 200, 200, 202]


def test_saving_over_http_tells_what_counts_who_chose_it_and_that_there_is_a_former_one(ask: Ask) -> None:
    before = ask("GET").json
    assert (before["layout"], before["chosen"], before["former"], before["changed"]) == (BARE, False, False, None)
    saved = ask("PUT", body={"layout": OWN}).json
    assert (saved["layout"], saved["file"], saved["chosen"], saved["former"]) == (OWN, BARE, True, True)
    assert saved["changed"]["by"]["name"] == "administrator"
    wrong = ask("PUT", body={"layout": OWN | {"notes": [{"zh": "长" * 241}]}})
    assert (wrong.status_code, wrong.json["fields"][0]["field"]) == (422, "layout.notes.0.zh")
    assert "240" in wrong.json["fields"][0]["detail"]


def test_a_logo_is_turned_into_what_is_kept_and_another_file_is_refused_in_a_sentence(ask: Ask) -> None:
    large = io.BytesIO()
    Image.effect_noise((1200, 900), 90).save(large, "PNG")
    given = f"{PICTURE}{base64.b64encode(large.getvalue()).decode()}"
    assert len(given) > 1_000_000
    kept = ask("POST", "/logo", {"logo": given}).json["logo"]
    assert len(kept) < 60_000
    assert ask("POST", "/preview", {"layout": OWN | {"logo": kept}}).status_code == 200
    wrong = ask("POST", "/logo", {"logo": f"{PICTURE}{base64.b64encode(b'GIF89a').decode()}"})
    assert (wrong.status_code, wrong.json["fields"][0]["field"]) == (422, "layout.logo")
    assert "PNG" in wrong.json["fields"][0]["detail"]


@pytest.mark.parametrize("reader", ["zh-CN", "en"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "dpi"), [(80, 203), (80, 180), (58, 203), (58, 180)])
def test_the_preview_is_pixel_for_pixel_what_a_printer_decodes_from_the_bytes_that_the_spooler_sends(
    application: Application, ask: Ask, width: Any, dpi: Any, language: Any, reader: str
) -> None:
    layout = OWN | {
        "logo": Template(logo=logo(120)).to_mapping()["logo"], "languages": "patient",
        "lines": ["clinic", "time", "number", "department", "code", "notes"],
    }  # fmt: skip
    ask("PUT", body={"layout": layout})
    look = {"layout": layout, "width": width, "dpi": dpi, "language": language, "reader": reader}
    seen = ask("POST", "/preview", look).json
    with VirtualPrinter(width=width, dpi=dpi, fonts=fonts_folder()) as device:
        with application.database.write() as work:
            slip = sample_of(work, SHANGHAI, "http://localhost", reader)
            queue_slip(work, "printer-1", slip.to_json(), ticket=None, device=None)
        worker = PrinterWorker(
            application.database, "printer-1",
            lambda printer, _state: PrinterConfig(
                printer.code, "network", device.address, width=width, dpi=dpi, language=language
            ),
            fonts_folder(), transport=lambda config: NetworkTransport(config.address),
        )  # fmt: skip
        result = worker.print_next()
        assert result is not None
        assert result.state == "printed"
        (paper,) = device.slips()
    shown = base64.b64decode(seen["png"].removeprefix(PICTURE))
    assert (seen["width"], seen["height"]) == pixels(shown).size
    assert same(shown, paper.png)


def test_a_test_ticket_comes_out_in_the_layout_that_is_looked_at_and_not_in_the_saved_one(
    application: Application, ask: Ask
) -> None:
    assert ask("POST", "/test", {"layout": OWN, "printer": "printer-1", "reader": "en"}).status_code == 202
    assert ask("POST", "/test", {"layout": OWN, "printer": "nowhere"}).status_code == 404
    with VirtualPrinter(fonts=fonts_folder()) as device:
        config = PrinterConfig("printer-1", "network", device.address)
        worker = PrinterWorker(application.database, "printer-1", lambda *_: config, fonts_folder())
        assert worker.print_next() is not None
        (paper,) = device.slips()
    with application.database.read() as work:
        slip = sample_of(work, SHANGHAI, "http://localhost", "en", test=True)
        (job,) = work.session.scalars(select(PrintJob))
        assert (job.purpose, job.state) == ("test", "printed")
    assert same(paper.png, preview(slip, config, from_mapping(OWN), fonts_folder()))
    assert ask("GET").json["layout"] == BARE


def test_a_kiosks_own_computer_is_told_the_layout_with_each_slip(house: House) -> None:
    house.do(save_layout, OWN, by=ADMINISTRATOR)
    house.register()
    leased = house.do(lease_job, "printer-1", holder="agent")
    assert leased.layout == OWN
