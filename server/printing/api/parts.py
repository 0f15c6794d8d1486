"""What the routes of printing share: the blueprint, the printers of this process."""

from __future__ import annotations

from flask import Blueprint
from pydantic import BaseModel, ConfigDict

from server.printing.station import PrintStation
from server.web.context import state

blueprint = Blueprint("printing", __name__)


class Body(BaseModel):
    """A request that holds these fields and no others."""

    model_config = ConfigDict(extra="forbid")


def station() -> PrintStation:
    """The printers of this process."""
    found: PrintStation = state().paper
    return found
