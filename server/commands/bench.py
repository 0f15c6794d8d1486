"""`houzhen bench`: what can be measured without a house."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path

import click

from server.commands.parts import cli
from server.queueing.rules.ordering import KINDS, Policy
from server.simulation.bench.days import PlayedDay
from server.simulation.bench.floor import Memory
from server.simulation.bench.replay import replay
from server.simulation.bench.scenarios import SCENARIOS, simulated_days
from server.simulation.bench.score import Score, score, score_table
from server.simulation.bench.table import TableError, read_days

#: Days on which the predictor learns before it is measured.
WARM_UP = 10


@cli.group()
def bench() -> None:
    """Measure."""


@bench.command("waits")
@click.option("--scenario", "names", multiple=True, type=click.Choice(list(SCENARIOS)), help="Repeatable.")
@click.option("--days", type=click.IntRange(1, 2000), default=60, show_default=True, help="Measured days.")
@click.option("--warm-up", type=click.IntRange(0, 2000), default=WARM_UP, show_default=True, help="Days before them.")
@click.option("--seed", default=1, show_default=True)
@click.option("--csv", "csv_file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Your own days instead; the columns are in docs/operating.md.")  # fmt: skip
@click.option("--policy", type=click.Choice(list(KINDS)), default="urgency_arrival", show_default=True,
              help="The order of calls of the days in the CSV.")  # fmt: skip
def waits(names: tuple[str, ...], days: int, warm_up: int, seed: int, csv_file: Path | None, policy: str) -> None:
    """Predict waits as the house does (R53), and tell how far off other methods would have been."""
    began = time.monotonic()
    if csv_file is None:
        scores = [
            _measure(name, simulated_days(name, warm_up + days, seed), warm_up + days, warm_up)
            for name in names or SCENARIOS
        ]
    else:
        scores = _own_days(csv_file, Policy(kind=policy), warm_up)
    click.echo(score_table([one for one in scores if one is not None]))
    click.echo(
        f"Minutes. Those who had to wait, predicted at arrival; {warm_up} days to learn from before. "
        f"{time.monotonic() - began:.0f} s."
    )


def _own_days(file: Path, policy: Policy, warm_up: int) -> list[Score | None]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            days = read_days(lines, policy)
    except TableError as problem:
        raise click.ClickException(f"{file.name}, {problem}") from problem
    scores = [_measure(name, of_it, len(of_it), warm_up) for name, of_it in days.items()]
    if not any(scores):
        raise click.ClickException(f"{file.name}: nobody had to wait after the first {warm_up} days; see --warm-up")
    return scores


def _measure(name: str, days: Iterable[PlayedDay], count: int, warm_up: int) -> Score | None:
    memory = Memory()
    measured = []
    with click.progressbar(days, length=count, label=name, file=sys.stderr) as bar:
        for number, day in enumerate(bar):
            scored = list(replay(day, memory))
            if number >= warm_up:
                measured.append(scored)
    return score(name, measured) if any(measured) else None
