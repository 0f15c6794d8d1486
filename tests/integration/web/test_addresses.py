"""Every route with addresses that no code can mean, as a fuzzer would write them: nowhere, and never a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import quote

import pytest

from server.accounts.service import add_staff, create_staff_token
from server.application import Application, build
from server.clinic.service import apply_clinic
from server.core.settings import Settings
from server.migrate import migrate
from tests.conftest import SECRET, SHANGHAI
from tests.support.clock import ManualClock
from tests.support.postgres import new_database

#: NUL, escape, a raw byte that is no UTF-8, half of a surrogate pair, far too long, and what quoting could break.
HOSTILE = (
    "%00", "a%00b", "%1b%5b2J", "%ff", "%ed%a0%80", "x" * 4000, quote("'; DROP TABLE ticket;--"), "%e2%80%ae", "..%2f",
)  # fmt: skip


_numbers = count()


@pytest.fixture(params=["sqlite", "postgresql"])
def application(
    request: pytest.FixtureRequest, tmp_path: Path, clock: ManualClock, clinic_text: str
) -> Iterator[Application]:
    """The web application on each database: PostgreSQL takes no NUL in a text, SQLite does."""
    url = f"sqlite:///{tmp_path / 'houzhen.db'}"
    if request.param == "postgresql":
        url = new_database(request.getfixturevalue("postgres"), f"addresses_{next(_numbers)}")
    chosen = Settings(
        data=tmp_path, database_url=url, async_mode="threading", timezone=SHANGHAI, secret_key=SECRET,
        admin_password=None, clock_file=None, log_level="critical",
    )  # fmt: skip
    built = build(chosen, clock=clock)
    migrate(built.database.engine)
    with built.database.write() as work:
        apply_clinic(work, clinic_text)
    yield built
    built.stop()
    built.database.close()


def _routes(application: Application) -> list[tuple[str, str]]:
    return [
        (method, rule.rule)
        for rule in application.app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def test_no_route_breaks_on_an_address_that_no_code_can_mean(application: Application) -> None:
    with application.database.write() as work:
        add_staff(work, number="9000", name="管理", role="administrator", halls=(), secret_hash="none")  # noqa: S106
        headers = {"Authorization": f"Bearer {create_staff_token(work, '9000')}"}
    client = application.app.test_client()
    routes = [(method, rule) for method, rule in _routes(application) if "<" in rule]
    assert len(routes) > 80
    broken = []
    for method, rule in routes:
        for hostile in HOSTILE:
            path = re.sub(r"<any\((\w+)[^>]*>", r"\1", rule)
            answer = client.open(re.sub(r"<[^>]+>", hostile, path), method=method, json={}, headers=headers)
            if answer.status_code >= 500:
                broken.append((method, rule, hostile[:20], answer.status_code))
            if "%00" in hostile:
                assert answer.status_code == 404, (method, rule, hostile, answer.status_code)
    assert broken == []


def test_no_route_breaks_on_a_query_that_no_code_can_mean(application: Application) -> None:
    with application.database.write() as work:
        add_staff(work, number="9000", name="管理", role="administrator", halls=(), secret_hash="none")  # noqa: S106
        headers = {"Authorization": f"Bearer {create_staff_token(work, '9000')}"}
    client = application.app.test_client()
    names = ("day", "from", "to", "department", "doctor", "state", "number", "q", "language", "actor", "action",
             "subject", "before", "limit", "days", "hall", "past", "zz")  # fmt: skip
    for method, rule in _routes(application):
        if method == "GET" and "<" not in rule:
            for hostile in ("%00", "%ed%a0%80", "%ff", "-1", "9" * 30):
                query = "&".join(f"{name}={hostile}" for name in names)
                answer = client.get(f"{rule}?{query}", headers=headers)
                assert answer.status_code < 500, (rule, hostile)
