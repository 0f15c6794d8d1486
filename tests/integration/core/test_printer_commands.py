"""`houzhen printers find` and `houzhen printers test`, as an operator types them (R59)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from printers.trouble import Code
from printers.virtual import VirtualPrinter
from server.commands import cli
from server.core.language import text
from tests.conftest import ROOT

Run = Callable[..., Result]
CLINIC = (ROOT / "clinic.toml").read_text("utf-8")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `houzhen` on a data folder of its own."""
    monkeypatch.setenv("HOUZHEN_DATA", str(tmp_path / "data"))
    return lambda *words: CliRunner().invoke(cli, words)


def test_a_printer_on_the_network_is_found_with_what_the_clinic_file_wants_r59(run: Run) -> None:
    with VirtualPrinter() as printer:
        told = run("printers", "find", printer.address)
    assert told.exit_code == 0
    assert f"network  {printer.address}  HOUZHEN VIRTUAL  ready" in told.stdout
    entry = told.stdout[told.stdout.index("kind =") :]
    assert tomllib.loads(entry) == {"kind": "network", "address": printer.address}


def test_where_nothing_is_found_it_is_said(run: Run) -> None:
    told = run("printers", "find", "127.0.0.1:1")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "No printer was found." in told.stderr


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("10.0.0.0/8", "10.0.0.0/8: more than 1024 addresses at once"),
        ("10.0.0.9-3", "10.0.0.9-3: neither an address nor a range"),
    ],
)
def test_an_address_that_cannot_be_looked_at_is_refused_in_a_sentence(run: Run, address: str, sentence: str) -> None:
    told = run("printers", "find", address)
    assert told.exit_code == 1
    assert sentence in told.stderr


def test_what_this_machine_lacks_is_told_and_the_rest_is_looked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    told = run("printers", "find", "--queues", "--serial")
    assert "print queues: This computer lacks software" in told.stderr
    assert "serial ports:" not in told.stderr


@pytest.mark.parametrize("language", ["raster", "gb18030"])
def test_a_test_page_comes_out_r59(run: Run, language: str) -> None:
    pytest.importorskip("printers.testpage", reason="no test page is drawn yet")
    with VirtualPrinter() as printer:
        told = run("printers", "test", "--kind", "network", "--address", printer.address, "--language", language)
        assert told.stdout == "The page was printed.\n"
        assert "It says: ready" in told.stderr
        assert len(printer.slips()) == 1


def test_a_printer_that_cannot_be_reached_is_named_before_a_page_is_drawn(run: Run) -> None:
    told = run("printers", "test", "--kind", "network", "--address", "127.0.0.1:1")
    assert told.exit_code == 1
    assert "It cannot be reached. Check power and cable" in told.stderr


def test_printers_of_the_clinic_file_are_tested_by_their_code(run: Run, tmp_path: Path) -> None:
    changed = CLINIC.replace('kind = "virtual"', 'kind = "network"\naddress = "127.0.0.1:1"', 1)
    (tmp_path / "clinic.toml").write_text(changed, "utf-8")
    assert run("clinic", "apply", str(tmp_path / "clinic.toml")).exit_code == 0
    assert "It cannot be reached" in run("printers", "test", "desk-printer").stderr
    assert "is at /printers/roll" in run("printers", "test", "printer-1").stderr
    assert "No printer nobody stands in the clinic's file" in run("printers", "test", "nobody").stderr


@pytest.mark.parametrize("words", [(), ("desk-printer", "--kind", "usb")])
def test_a_test_names_one_printer_in_one_way(run: Run, words: tuple[str, ...]) -> None:
    assert "Name a printer of the clinic's file, or --kind and --address" in run("printers", "test", *words).stderr


@pytest.mark.parametrize("code", Code)
def test_staff_have_a_sentence_for_every_trouble_r105(code: Code) -> None:
    identifier = f"fault-{code.value.replace('_', '-')}"
    assert text("en", identifier) != text("zh-CN", identifier)
