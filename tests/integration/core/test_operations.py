"""Operators' commands while the server runs on the same data folder: the server does what they ask (decision 0002)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.core.database import Database
from server.operations import OperationError, carry_out, offer_control
from tests.support.product import Product, running_product

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """A product that serves, with the starting clinic."""
    with running_product(tmp_path_factory.mktemp("serving")) as running:
        yield running


def _control(product: Product, body: object) -> tuple[int, str, str]:
    token = json.loads((product.data / "control.json").read_text("ascii"))["token"]
    answer = product.ask("POST", "/control", body, token=token)
    return answer.status, answer.headers["Content-Type"].split(";")[0], str(answer.json["detail"])


def test_the_shipped_clinic_file_with_one_name_changed_is_applied_by_the_server(product: Product) -> None:
    """Its Chinese makes it longer than any request of a page may be."""
    text = (ROOT / "clinic.toml").read_text("utf-8")
    assert len(json.dumps(text)) > 64 * 1024
    file = product.folder / "clinic.toml"
    file.write_text(text, "utf-8")
    assert product.command("clinic", "apply", str(file)) == "Nothing has changed."
    file.write_text(text.replace("二楼东候诊厅", "二楼东厅", 1), "utf-8")
    assert product.command("clinic", "apply", str(file)) == "changed: hall east"
    clinic = product.ask("GET", "/api/v1/clinic", token=product.kiosk_token()).json
    assert {hall["code"]: hall["names"]["zh-CN"] for hall in clinic["halls"]}["east"] == "二楼东厅"


def test_a_clinic_file_at_fault_is_told_by_line_and_key(product: Product) -> None:
    lines = (ROOT / "clinic.toml").read_text("utf-8").splitlines()
    position = next(number for number, line in enumerate(lines) if line.startswith("depth_m"))
    lines[position] = 'depth_m = "deep"'
    file = product.folder / "faulty.toml"
    file.write_text("\n".join(lines), "utf-8")
    with pytest.raises(RuntimeError, match=rf"faulty\.toml, line {position + 1}: hall\.east\.depth_m"):
        product.command("clinic", "apply", str(file))


def test_a_program_s_token_made_while_it_serves_is_let_in(product: Product) -> None:
    assert product.ask("GET", "/api/v1/session", token=product.staff_token()).status == 200
    with pytest.raises(RuntimeError, match="Error: "):
        product.staff_token("nobody")


def test_a_second_server_on_the_same_data_is_refused(product: Product) -> None:
    second = Product(product.folder)
    with pytest.raises(RuntimeError, match="Another Houzhen runs on the data folder"):
        second.command("serve", "--port", str(second.port))
    assert product.ask("GET", "/readyz").status == 200


def test_whatever_is_sent_wrongly_is_answered_as_a_problem(product: Product) -> None:
    problem = "application/problem+json"
    assert _control(product, {"operation": "staff.token", "arguments": {"name": "x"}})[:2] == (400, problem)
    assert _control(product, {"operation": "no.such", "arguments": {}})[:2] == (400, problem)
    assert _control(product, [])[:2] == (400, problem)
    assert _control(product, {"text": "x" * 5_000_000})[:2] == (413, problem)
    refused = product.ask("POST", "/control", {}, token="guessed")  # noqa: S106
    assert (refused.status, refused.json["code"]) == (403, "forbidden")


def test_arguments_that_an_operation_does_not_take_are_refused_before_anything_is_done(database: Database) -> None:
    with pytest.raises(OperationError, match=r"staff\.token: missing a required argument"):
        carry_out(database, "staff.token", {})


@pytest.mark.parametrize(
    ("bound", "asked"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::", "::1"), ("10.1.2.3", "10.1.2.3")],  # noqa: S104
)  # fmt: skip
def test_the_server_is_asked_where_it_listens(tmp_path: Path, bound: str, asked: str) -> None:
    token = offer_control(tmp_path, bound, 8000)
    file = tmp_path / "control.json"
    assert json.loads(file.read_text("ascii")) == {"host": asked, "port": 8000, "token": token}
    assert file.stat().st_mode & 0o077 == 0
