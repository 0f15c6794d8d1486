"""Commands of an operator that cannot be carried out say in a sentence what is wrong, and make nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from server.commands import cli
from tests.conftest import ROOT

CLINIC = (ROOT / "clinic.toml").read_text("utf-8")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs `houzhen` on a data folder of its own."""
    monkeypatch.setenv("HOUZHEN_DATA", str(tmp_path / "data"))

    def run_command(*words: str, **settings: str) -> Result:
        return CliRunner().invoke(cli, words, env={f"HOUZHEN_{name}": value for name, value in settings.items()})

    return run_command


def _file(tmp_path: Path, content: bytes) -> str:
    (tmp_path / "clinic.toml").write_bytes(content)
    return str(tmp_path / "clinic.toml")


def test_a_changed_name_sign_or_figure_is_told(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert "added: " in run("clinic", "apply", _file(tmp_path, CLINIC.encode())).output
    changed = CLINIC.replace("仁和医院", "仁爱医院", 1).replace("apology_minutes = 20", "apology_minutes = 25")
    told = run("clinic", "apply", _file(tmp_path, changed.encode())).output
    assert told == "changed: clinic, setting apology_minutes\n"
    comment = changed + "\n# only a remark\n"
    assert run("clinic", "apply", _file(tmp_path, comment.encode())).output == "Nothing has changed.\n"


def test_a_file_saved_by_windows_is_read_or_refused_by_line(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("clinic", "apply", _file(tmp_path, b"\xef\xbb\xbf" + CLINIC.encode())).exit_code == 0
    refused = run("clinic", "apply", _file(tmp_path, CLINIC.encode("gbk", "replace")))
    assert refused.exit_code == 1
    assert "clinic.toml, line 1: save the file as UTF-8" in refused.output


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"DATA": "/proc/nowhere"}, "Error: HOUZHEN_DATA is '/proc/nowhere', which cannot be used"),
        ({"ADMIN_PASSWORD": "abc"}, "Error: HOUZHEN_ADMIN_PASSWORD: "),
        ({"DATABASE_URL": "postgresql://houzhen:secret@127.0.0.1:9/houzhen"}, "Error: HOUZHEN_DATABASE_URL: "),
    ],
    ids=["a folder that cannot be", "a short password", "a database that does not answer"],
)
def test_a_setting_that_cannot_be_used_stops_the_start_by_its_name(run, settings, sentence) -> None:  # type: ignore[no-untyped-def]
    refused = run("serve", "--port", "18999", **settings)
    assert refused.exit_code == 1
    assert sentence in refused.output
    assert "secret" not in refused.output


def test_a_clock_file_without_a_number_is_refused(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "clock").write_text("abc")
    assert "HOUZHEN_CLOCK_FILE" in run("migrate", CLOCK_FILE=str(tmp_path / "clock")).output


def test_a_port_that_does_not_exist_is_refused(run) -> None:  # type: ignore[no-untyped-def]
    assert "99999 is not in the range" in run("serve", "--port", "99999").output


def test_a_folder_without_a_house_is_not_filled_by_mistake(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "pin").write_text("24680")
    pin = ("--pin-file", str(tmp_path / "pin"))
    words = ("staff", "add", "--number", "2001", "--name", "何敏", "--role", "guide", *pin)
    assert "There is no Houzhen in" in run(*words).output
    assert not (tmp_path / "data" / "houzhen.db").exists()
    run("clinic", "apply", _file(tmp_path, CLINIC.encode()))
    assert "halls: " in run(*words, "--hall", "nowhere").output
    assert run(*words, "--hall", "east").exit_code == 0


def test_a_logo_beside_the_file_is_applied_with_it_and_its_change_alone_is_a_change_r59(  # type: ignore[no-untyped-def]
    run, tmp_path: Path
) -> None:
    text = CLINIC + '\n[ticket]\nlogo = "art/logo.png"\n'
    refused = run("clinic", "apply", _file(tmp_path, text.encode()))
    assert refused.exit_code == 1
    assert "ticket.logo: expected the path of a PNG file; 'art/logo.png' cannot be read" in refused.output
    (tmp_path / "art").mkdir()
    for shade in (0, 90):
        Image.new("L", (60, 60), shade).save(tmp_path / "art" / "logo.png")
        told = run("clinic", "apply", _file(tmp_path, text.encode()))
        assert told.exit_code == 0
        assert run("clinic", "apply", _file(tmp_path, text.encode())).output == "Nothing has changed.\n"
    assert told.output == "changed: setting ticket\n"
