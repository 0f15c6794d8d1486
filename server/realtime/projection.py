"""From what a unit of work announced to the change that its halls' screens get, in the same transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.clinic.models import Department
from server.clinic.service import clinic_settings
from server.core.clock import service_day
from server.core.database import Announcement, Work
from server.core.outbox import HallDocument, lock_revision, publish
from server.realtime.documents.appointments import KEY as APPOINTMENTS
from server.realtime.documents.appointments import appointments_document
from server.realtime.documents.crowd import crowd_document
from server.realtime.documents.hall import (
    calls_document,
    emergency_document,
    hall_document,
    notices_document,
)
from server.realtime.documents.messages import messages_document
from server.realtime.documents.queue import department_documents, read_department
from server.realtime.documents.tasks import tasks_document
from server.realtime.documents.voice import voice_document
from server.waiting.service import day_figures


@contextmanager
def _seeing_all(work: Work, hall: str) -> Iterator[Work]:
    """What a hall's documents are made from: read only once the hall's revision is held, so that two units of
    work of one hall (on PostgreSQL, with its many writers) never overwrite what the other has just shown."""
    lock_revision(work, hall)
    if work.session.get_bind().dialect.name == "sqlite":
        yield work  # one writer: nobody changes anything meanwhile
        return
    work.session.flush()
    # A session of its own in the same transaction, since this one may have read rows before it held the hall.
    with Session(work.session.connection(), join_transaction_mode="rollback_only") as session:
        yield Work(session, work.now, work.actor)


class Projection:
    """Recomputes the documents that announcements touch; `timezone` is the clinic's."""

    def __init__(self, timezone: ZoneInfo) -> None:
        self._timezone = timezone

    def __call__(self, work: Work) -> None:
        """Publish one change for each hall that something was announced of."""
        by_hall: dict[str, list[Announcement]] = defaultdict(list)
        for announcement in work.announcements:
            by_hall[announcement.hall].append(announcement)
        for hall in sorted(by_hall):
            told = by_hall[hall]
            parts = frozenset[str]().union(*(one.parts for one in told))
            if parts == {"appointments"}:
                lock_revision(work, hall)  # a count, in every hall of the house: nothing else need be read
                publish(work, hall, told[0].event, {APPOINTMENTS: appointments_document(work, hall, changed=True)})
                continue
            with _seeing_all(work, hall) as view:
                if "rooms" in parts:
                    documents = self.everything(view, hall)
                else:
                    departments = frozenset[str]().union(*(one.departments for one in told))
                    documents = self._touched(view, hall, departments, parts)
                if "appointments" in parts:
                    documents[APPOINTMENTS] = appointments_document(view, hall, changed=True)
            publish(work, hall, told[0].event, documents)

    def everything(self, work: Work, hall: str) -> dict[str, Any]:
        """Every document of a hall, and None for each that it has no longer."""
        codes = work.session.scalars(
            select(Department.code).where(Department.hall == hall, Department.active.is_(True))
        )
        stored = work.session.scalars(select(HallDocument.key).where(HallDocument.hall == hall))
        documents: dict[str, Any] = dict.fromkeys(stored)
        documents["hall"] = hall_document(work, hall)
        if documents["hall"] is None:
            return dict.fromkeys(documents)
        documents["voice"] = voice_document(work, hall, self._timezone)
        documents[APPOINTMENTS] = appointments_document(work, hall, changed=False)
        parts = frozenset({"calls", "tasks", "notices", "figures", "messages", "crowd"})
        return documents | self._touched(work, hall, frozenset(codes), parts)

    def refresh(self, work: Work, hall: str) -> bool:
        """Bring a hall's documents up to the instant: estimates and figures move by themselves, and departments
        open and close. Returns whether it showed something new."""
        with _seeing_all(work, hall) as view:
            documents = self.everything(view, hall)
        return publish(work, hall, "refreshed", documents) is not None

    def _touched(
        self, work: Work, hall: str, departments: frozenset[str], parts: frozenset[str]
    ) -> dict[str, Any]:
        documents: dict[str, Any] = {}
        for code in sorted(departments):
            view = read_department(work, code, self._timezone)
            if view is not None and view.department.hall == hall:
                documents |= department_documents(work, view)
        if "calls" in parts:
            documents["calls"] = calls_document(work, hall)
        if "tasks" in parts:
            documents["staff/tasks"] = tasks_document(work, hall, self._timezone)
        if "notices" in parts:
            documents["notices"] = notices_document(work, hall)
            documents["emergency"] = emergency_document(work, hall)
        if "messages" in parts:
            documents["staff/messages"] = messages_document(work, hall)
        if "crowd" in parts:
            documents["staff/crowd"] = crowd_document(work, hall)
        if "figures" in parts:
            settings = clinic_settings(work)
            day = service_day(work.now, self._timezone, settings.day_starts_hour)
            documents["staff/figures"] = day_figures(work, hall, day, settings.apology_minutes)
        return documents
