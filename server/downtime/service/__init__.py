"""Use cases of paper: print a pack, note an outage, enter what was written, take an entry back."""

from server.downtime.service.checking import PaperLine
from server.downtime.service.entering import enter_paper
from server.downtime.service.outages import last_sign_of_life, read_outage
from server.downtime.service.overview import overview
from server.downtime.service.packs import make_pack
from server.downtime.service.taking_back import take_back

__all__ = [
    "PaperLine", "enter_paper", "last_sign_of_life", "make_pack", "overview", "read_outage", "take_back",
]  # fmt: skip
