"""The document that counts the changes of appointments: a tablet that sees it move asks its lists anew. The lists
themselves hold masked persons, and so are no documents."""

from __future__ import annotations

from server.core.database import Work
from server.core.outbox import HallDocument

KEY = "staff/appointments"


def appointments_document(work: Work, hall: str, *, changed: bool) -> dict[str, int]:
    """How often appointments have changed since the hall began to count. The hall's revision is held."""
    stored = work.session.get(HallDocument, (hall, KEY), populate_existing=True)
    count = stored.body["count"] if stored is not None else 0
    return {"count": count + changed}
