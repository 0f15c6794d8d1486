"""What a print agent must not forget, and what its command refuses (R59)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from printers.agent.journal import Entry, Journal, JournalInUse
from printers.agent.link import Cut, Link, Refused, trust
from printers.agent.printing import tell
from server.print_agent import print_agent

ROOT = Path(__file__).resolve().parents[4]


def test_a_slip_in_hand_is_known_to_whoever_starts_again(tmp_path: Path) -> None:
    first = Journal(tmp_path)
    first.begin("lease-1", "job-1", "printer-1")
    first.begin("lease-2", "job-2", "printer-2")
    first.finish(Entry("lease-1", "job-1", "printer-1"), {"state": "printed"})
    agent = first.agent
    first.close()
    again = Journal(tmp_path)
    assert again.agent == agent
    assert again.of("printer-1") == [Entry("lease-1", "job-1", "printer-1", {"state": "printed"})]
    assert again.of("printer-2") == [Entry("lease-2", "job-2", "printer-2")]
    again.forget("lease-1")
    assert (again.of("printer-1"), again.printers()) == ([], {"printer-2"})


def test_a_slip_is_on_the_disk_before_anybody_may_print_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    real = os.fsync

    def fsync(file: int) -> None:
        real(file)
        synced.append(Path(f"/proc/self/fd/{file}").resolve().name)

    monkeypatch.setattr(os, "fsync", fsync)
    journal = Journal(tmp_path / "kept")
    journal.begin("lease-1", "job-1", "printer-1")
    assert synced == ["journal.new", "kept"]
    assert json.loads((tmp_path / "kept" / "journal.json").read_text())["entries"][0]["lease"] == "lease-1"


def test_two_agents_never_share_a_journal(tmp_path: Path) -> None:
    held = Journal(tmp_path)
    with pytest.raises(JournalInUse):
        Journal(tmp_path)
    held.close()
    Journal(tmp_path).close()


def test_a_damaged_journal_is_kept_aside_and_the_agent_is_another_one(tmp_path: Path) -> None:
    first = Journal(tmp_path)
    first.begin("lease-1", "job-1", "printer-1")
    first.close()
    (tmp_path / "journal.json").write_text('{"agent": "x", "entri')
    again = Journal(tmp_path)
    assert again.agent != first.agent
    assert (again.printers(), (tmp_path / "journal.damaged").exists()) == (set(), True)


class Server(Link):
    """Answers as told: a status, or Cut."""

    def __init__(self, *answers: int | None) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, Any]] = []

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None, *, wait: float = 0.0) -> Any:  # noqa: ARG002
        self.asked.append(body or {})
        answer = self.answers.pop(0)
        if answer is None:
            raise Cut
        if answer >= 400:
            raise Refused(answer)


def test_an_outcome_is_kept_until_the_server_has_heard_it_and_a_slip_in_hand_counts_as_lost(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.begin("lease-1", "job-1", "printer-1")
    server = Server(None, 401, 204)
    for problem in (Cut, Refused):
        with pytest.raises(problem):
            tell(server, journal, "printer-1")
        assert len(journal.of("printer-1")) == 1
    tell(server, journal, "printer-1")
    assert [asked["state"] for asked in server.asked] == ["lost"] * 3
    assert journal.of("printer-1") == []


def test_what_the_server_no_longer_knows_is_forgotten(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.begin("lease-1", "job-1", "printer-1")
    tell(Server(404), journal, "printer-1")
    assert journal.of("printer-1") == []


@pytest.mark.parametrize("server", ["nonsense", "ftp://houzhen.clinic.lan", "https://"])
def test_an_address_that_is_none_is_refused(server: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (the text is the address)
        Link(server, "token", trust(None))


def test_the_command_refuses_in_a_sentence(tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text(" \n")
    given = ["--server", "https://houzhen.clinic.lan", "--token-file", str(token)]
    assert "holds no token" in CliRunner().invoke(print_agent, given).output
    token.write_text("abc")
    held = Journal(tmp_path / "journal")
    refused = CliRunner().invoke(print_agent, [*given, "--journal", str(tmp_path / "journal")])
    held.close()
    assert (refused.exit_code, "Another print agent runs" in refused.output) == (1, True)
    nowhere = CliRunner().invoke(print_agent, ["--server", "nonsense", "--token-file", str(token)])
    assert "not an address" in nowhere.output
    no_certificate = CliRunner().invoke(print_agent, [*given, "--ca", str(token)])
    assert "holds no certificate" in no_certificate.output


def test_the_agent_loads_nothing_of_the_servers_database_and_web() -> None:
    """A kiosk's small computer starts it within a second."""
    script = (
        "import sys; sys.argv = ['houzhen', 'print-agent'];"
        "import server.cli, server.print_agent;"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "printers" in loaded
    assert not loaded & {"sqlalchemy", "alembic", "flask", "flask_socketio", "eventlet", "gevent", "pydantic"}
