"""The duties that the application's loops carry out, each a short unit of work (R51, R53, R59)."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

import structlog
from sqlalchemy import select

from server.accounts.service import forget_ended
from server.appointments.service.closing import close_past_appointments
from server.appointments.service.messages import Messenger
from server.clinic.models import Hall
from server.clinic.service import clinic_settings
from server.core.answers import forget_answers
from server.core.clock import service_day
from server.core.database import Database
from server.core.outbox import forget_sent
from server.core.settings import Settings
from server.crowd.service import any_crowd_changes, watch_crowds
from server.devices.service import Heard, record_heartbeats, report_silent_devices
from server.messages.service import forget_messages
from server.printing.service import forget_ended_jobs
from server.queueing.service.day import close_earlier_days
from server.queueing.service.shown import anything_unshown, find_unshown_calls
from server.realtime.projection import Projection
from server.waiting.service import anything_due, watch_waits

log = structlog.get_logger()

#: Changes stay this long after they were sent, for whoever looks into a fault.
KEEP_SENT = timedelta(hours=24)
#: A request is repeated within minutes, if at all.
KEEP_ANSWERS = timedelta(days=2)
#: Slips that came out stay this long, for whoever looks into a fault.
KEEP_JOBS = timedelta(days=7)


class Duties:
    """Everything that must happen without anybody asking."""

    def __init__(self, database: Database, settings: Settings, projection: Projection, heard: Heard) -> None:
        self._database = database
        self._settings = settings
        self._projection = projection
        self._heard = heard
        self._listening_since: datetime = database.clock.now()
        self._messenger = Messenger(database, settings.timezone, settings.notify_url)

    def watch(self) -> None:
        """Waits past their limit, tasks nobody took, calls no screen has shown. Runs twice a second."""
        with self._database.read() as work:
            limits = clinic_settings(work)
            unclaimed_for = timedelta(minutes=limits.escalate_minutes)
            due = anything_due(work, unclaimed_for)
            unshown = anything_unshown(work, limits.call_shown_seconds)
        if due:
            with self._database.write() as work:
                changed = watch_waits(work, limits.apology_after, unclaimed_for)
            log.info("watch", changed=changed)
        if unshown:
            with self._database.write() as work:
                find_unshown_calls(work, limits.call_shown_seconds)

    def watch_crowds(self) -> None:
        """Halls that have become too full, or are no longer (R47)."""
        with self._database.read() as work:
            changes = any_crowd_changes(work)
        if changes:
            with self._database.write() as work:
                watch_crowds(work)

    def refresh(self) -> None:
        """Estimates, figures and opening hours move by themselves; bring screens up to the instant."""
        with self._database.read() as work:
            halls = work.session.scalars(select(Hall.code).where(Hall.active.is_(True)).order_by(Hall.code)).all()
        for hall in halls:  # each in a unit of its own, so that nobody waits for all of them
            with self._database.write() as work:
                self._projection.refresh(work, hall)
            time.sleep(0)

    def listen(self) -> None:
        """Store the heartbeats that gathered, and notice who is silent."""
        beats = self._heard.take()
        with self._database.write() as work:
            record_heartbeats(work, beats)
            report_silent_devices(work, self._listening_since)

    def remind(self) -> None:
        """Send the reminders that are due, where the house has a message service (R70)."""
        self._messenger.send_due()

    def keep_house(self) -> None:
        """Close earlier days, forget what was sent, answered and printed long ago and sessions that have ended."""
        with self._database.write() as work:
            hours = clinic_settings(work).day_starts_hour
            today = service_day(work.now, self._settings.timezone, hours)
            close_earlier_days(work, today)
            forget_messages(work, today)
            close_past_appointments(work, today, hours, self._settings.timezone)
            forget_sent(work.session, work.now - KEEP_SENT)
            forget_answers(work.session, work.now - KEEP_ANSWERS)
            forget_ended_jobs(work.session, work.now - KEEP_JOBS)
            forget_ended(work)
