"""A scenario: who comes, who is there, and by which policies; written as TOML, drawn as days."""

from server.simulation.scenario.people import draw_day
from server.simulation.scenario.reading import read_scenario
from server.simulation.scenario.shape import NamedPolicy, Scenario

__all__ = ["NamedPolicy", "Scenario", "draw_day", "read_scenario"]
