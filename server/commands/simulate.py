"""`houzhen simulate`: what another policy or another doctor would do to the waits."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from server.clinic.file import ClinicFileError
from server.commands.parts import cli
from server.queueing.rules.ordering import KINDS
from server.simulation.engine import run_day
from server.simulation.output import csv_text, text_table, write_pictures
from server.simulation.report import Row, Use, use_of, wait_rows
from server.simulation.scenario import NamedPolicy, Scenario, draw_day, read_scenario
from server.simulation.values import Outcome


@cli.command()
@click.argument("scenario", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--policy", "wanted", multiple=True, help="A policy of the file by its name, or a kind. Repeatable.")
@click.option("--days", type=click.IntRange(1, 10_000), default=20, show_default=True)
@click.option("--seed", default=1, show_default=True, help="The same seed brings the same people.")
@click.option("--csv", "csv_file", type=click.Path(dir_okay=False, path_type=Path), help="Write the figures here too.")
@click.option("--pictures", type=click.Path(file_okay=False, path_type=Path), help="Write SVG pictures into here.")
def simulate(
    scenario: Path, wanted: tuple[str, ...], days: int, seed: int, csv_file: Path | None, pictures: Path | None
) -> None:
    """Play the days of SCENARIO (TOML; examples in docs/scenarios) under its policies and compare the waits."""
    try:
        read = read_scenario(scenario.read_text(encoding="utf-8"), scenario.name)
    except ClinicFileError as problem:
        raise click.ClickException(str(problem)) from problem
    rows: list[Row] = []
    uses: list[Use] = []
    for policy, outcomes in _play(read, _chosen(read, wanted), days, seed).items():
        rows += wait_rows(policy, outcomes, read.long_wait_minutes)
        uses.append(use_of(policy, outcomes))
    click.echo(f"{read.name}: {days} days, seed {seed}; minutes of waiting, ± half of the 95 % interval")
    click.echo(text_table(rows, uses, read.long_wait_minutes))
    if csv_file is not None:
        csv_file.write_text(csv_text(rows), encoding="utf-8")
    if pictures is not None:
        for file in write_pictures(rows, pictures):
            click.echo(f"wrote {file}", err=True)


def _chosen(scenario: Scenario, wanted: tuple[str, ...]) -> list[NamedPolicy]:
    named = {policy.name: policy for policy in scenario.policies}
    chosen = []
    for name in wanted:
        if name not in named and name not in KINDS:
            raise click.ClickException(
                f'--policy: expected one of {", ".join([*named, *KINDS])}, not "{name}"'
            )  # fmt: skip
        chosen.append(named.get(name) or NamedPolicy.model_validate({"name": name, "kind": name}))
    return chosen or scenario.policies


def _play(scenario: Scenario, policies: list[NamedPolicy], days: int, seed: int) -> dict[str, list[Outcome]]:
    played: dict[str, list[Outcome]] = {policy.name: [] for policy in policies}
    with click.progressbar(range(days), label="Simulating", file=sys.stderr) as bar:
        for day in bar:
            drawn = draw_day(scenario, seed, day)
            for policy in policies:
                played[policy.name].append(run_day(drawn, policy.as_rule()))
    return played
