"""What the documentation says of commands, settings, files and figures is so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from server.accounts.rules import RIGHTS
from server.clinic.file.shape import Thresholds
from server.commands import cli
from server.core.settings import KNOWN, PREFIX, VERSION
from server.queueing.rules.states import STEPS

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
MOST_BYTES = 250_000

#: Hosts that the documentation may name: this machine, and one that stands for a clinic's own.
HOSTS = {"127.0.0.1", "houzhen.clinic.lan"}

_LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
_CODE = re.compile(r"`([^`\n]+)`")
_FENCE = re.compile(r"```\w*\n(.*?)```", re.DOTALL)


def page_id(page: Path) -> str:
    """How a page is called in a test's name."""
    return str(page.relative_to(ROOT))


def text_of(page: str) -> str:
    """A page's text."""
    return (ROOT / page).read_text(encoding="utf-8")


def section(page: str, title: str) -> str:
    """A page's text from one heading to the next of its kind."""
    return text_of(page).partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def anchors(page: Path) -> set[str]:
    """The places in a page that a link may lead to."""
    titles = re.findall(r"(?m)^#+ (.+)$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def commands(group: click.Command, words: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command, by its words."""
    if not isinstance(group, click.Group):
        return [words]
    return [words, *(found for name, one in group.commands.items() for found in commands(one, (*words, name)))]


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for found in _LINK.finditer(page.read_text(encoding="utf-8")):
        target = found[1] or found[2]
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        goal = (page.parent / path).resolve() if path else page
        assert goal.exists(), f"{target} leads nowhere"
        assert not anchor or anchor in anchors(goal), f"{target}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_pages_name_no_colour_no_foreign_host_and_no_path_of_a_builders_machine(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"#[0-9a-fA-F]{6}\b", text)
    assert set(re.findall(r"https?://([\w.-]+)", text)) <= HOSTS
    assert not re.search(r"/(?:home|root|work|Users)/", text)


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_files_that_are_named_exist(page: Path) -> None:
    for code in _CODE.findall(page.read_text(encoding="utf-8")):
        named = re.match(r"((?:[\w-]+/)+[\w.-]*\.(?:py|js|toml|css|sh|md|ftl))(?::[: ]+([\w.]+))?$", code)
        if named is None:
            continue
        file = next((place / named[1] for place in (ROOT, ROOT / "server") if (place / named[1]).is_file()), None)
        assert file is not None, f"there is no {named[1]}"
        if named[2]:
            name = re.escape(named[2].split(".")[-1])
            assert re.search(rf"(?m)^\s*(?:def|class) {name}\b|^{name}\b", file.read_text(encoding="utf-8")), code


@pytest.mark.parametrize("words", commands(cli), ids=" ".join)
def test_every_command_has_its_help_and_stands_in_the_operators_page(words: tuple[str, ...]) -> None:
    answer = CliRunner().invoke(cli, [*words, "--help"])
    assert answer.exit_code == 0
    assert answer.output.startswith("Usage:")
    if words and len(answer.output.split("Commands:")) == 1:
        assert f"`houzhen {' '.join(words)}" in section("docs/operating.md", "Install")


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_commands_and_their_options_are_real(page: Path) -> None:
    known = {words for words in commands(cli) if words}
    text = page.read_text(encoding="utf-8")
    quoted = [*_CODE.findall(text), *(line for block in _FENCE.findall(text) for line in block.splitlines())]
    for line in quoted:
        found = re.search(r"(?:^|[ /(])houzhen ((?:[a-z-]+ ?)+)(.*)", line)
        if found is None:
            continue
        words = tuple(word for word in found[1].split() if not word.startswith("-"))
        assert any(words[: len(one)] == one for one in known), f"no command: houzhen {' '.join(words)}"
        command = max((one for one in known if words[: len(one)] == one), key=len)
        usage = CliRunner().invoke(cli, [*command, "--help"]).output
        for option in re.findall(r"(?<![\w-])(--[a-z-]+)", line.partition("houzhen")[2]):
            assert option in usage, f"houzhen {' '.join(command)} has no {option}"


def test_options_of_the_two_commands_are_real() -> None:
    script = (ROOT / "start").read_text(encoding="utf-8")
    for page in PAGES:
        for line in re.findall(r"\./start ([^`\n]*)", page.read_text(encoding="utf-8")):
            for option in re.findall(r"--[a-z]+", line):
                assert option in script, f"./start has no {option}"


def test_the_settings_are_all_there_and_no_others() -> None:
    named = set(re.findall(r"(?m)^\| `HOUZHEN_(\w+)`", section("docs/operating.md", "Settings")))
    assert named == set(KNOWN)
    everywhere = {name for page in PAGES for name in re.findall(rf"{PREFIX}([A-Z_]+[A-Z])", page.read_text("utf-8"))}
    allowed = set(KNOWN) | {f"{name}_FILE" for name in KNOWN}
    assert everywhere <= allowed


def test_the_clinics_thresholds_stand_with_their_defaults() -> None:
    table = section("docs/rules.md", "Settings in clinic.toml")
    told: dict[str, int] = {}
    for names, defaults in re.findall(r"(?m)^\| ((?:`\w+`(?:, )?)+) \| ([\d, ]+) \|", table):
        told |= dict(zip(_CODE.findall(names), map(int, defaults.split(", ")), strict=True))
    assert told == Thresholds().model_dump()


def test_the_steps_of_a_ticket_are_those_of_the_rules() -> None:
    table = section("docs/rules.md", "A ticket's states")
    names = {"feels worse, red flag": "raise", "can queue": "lower", "handed over": "hand_over"}
    states = {"in the room": "in_room"}
    for step, sources, target in re.findall(r"(?m)^\| ([a-z ,]+?) \| ([a-z ,]+?) \| ([a-z ]+?) \|", table):
        code = names.get(step, step)
        if code in ("step", "end of the service day"):
            continue
        told = frozenset(states.get(one, one) for one in sources.split(", "))
        assert (told, states.get(target, target)) == STEPS[code], step
    assert len(STEPS) == len([line for line in table.splitlines() if line.startswith("| ")]) - 2


def test_every_role_is_in_the_operators_table() -> None:
    head = next(line for line in text_of("docs/operating.md").splitlines() if line.startswith("| may |"))
    assert {cell.strip() for cell in head.strip("|").split("|")[1:]} == set(RIGHTS)


def test_the_metrics_are_all_there(client: FlaskClient) -> None:
    served = set(re.findall(r"(?m)^# TYPE (houzhen_\w+)", client.get("/metrics").text))
    told = set(re.findall(r"`(houzhen_\w+)[`{]", section("docs/operating.md", "Health and figures")))
    assert told >= served
    assert told - served <= {"houzhen_tickets", "houzhen_sockets"}


def test_paths_of_the_interface_and_pages_are_served(client: FlaskClient) -> None:
    rules = [rule.rule for rule in client.application.url_map.iter_rules()]
    shapes = {re.sub(r"<[^>]+>", "<>", rule) for rule in rules}
    for page in PAGES:
        for path in re.findall(r"`(?:GET |POST |DELETE )?(/api/v1/[^`\s]*)`", page.read_text(encoding="utf-8")):
            assert re.sub(r"<[^>]+>", "<>", path) in shapes, f"{page.name}: {path} is not served"


def test_the_documents_of_a_hall_are_all_told(application: Any) -> None:
    application.duties.refresh()
    with application.database.read() as work:
        from server.core.outbox import snapshot  # noqa: PLC0415

        keys = snapshot(work, "east", for_staff=True)["documents"]
    table = section("docs/architecture.md", "Live documents")
    told = {re.sub(r"<\w+>", "", code) for code in re.findall(r"(?m)^\| `([^`]+)`", table)}
    for key in keys:
        assert any(key == one or (one.endswith("/") and key.startswith(one)) for one in told), key


def test_every_loop_is_told_with_its_interval() -> None:
    started = re.findall(r'Loop\("(\w+)", ([\w.]+),', text_of("server/application.py"))
    table = section("docs/architecture.md", "Loops")
    for name, seconds in started:
        shown = {"PULSE_SECONDS": "5", "SIGN_SECONDS": "10"}.get(seconds, seconds)
        assert re.search(rf"(?m)^\| {name} \| {re.escape(shown)} s \|", table), name


def test_the_pictures_are_small_and_each_that_a_page_shows_is_there() -> None:
    pictures = sorted((DOCS / "pictures").glob("*.png"))
    assert pictures
    for picture in pictures:
        assert picture.stat().st_size < MOST_BYTES, picture.name


def test_the_version_has_its_place_in_the_changelog() -> None:
    assert f"## {VERSION}" in text_of("CHANGELOG.md")


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(file.name[:4]) for file in sorted((DOCS / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
    for number, file in zip(numbers, sorted((DOCS / "decisions").glob("*.md")), strict=True):
        assert file.read_text(encoding="utf-8").startswith(f"# {number}. ")
