"""HTTP of the front desk's joint use cases."""

from server.reception.api import booked, desk, public, tickets, triage  # noqa: F401  (routes register themselves)
from server.reception.api.parts import blueprint

__all__ = ["blueprint"]
