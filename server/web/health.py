"""For operators: alive, ready with each part named, and figures for Prometheus. Nothing personal."""

from __future__ import annotations

from typing import Any

import structlog
from flask import Blueprint, Response, jsonify
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from sqlalchemy import func, select, text

from server.clinic.models import Clinic
from server.core.database import Work
from server.core.outbox import OutboxRow
from server.devices.models import Fault
from server.printing.models import PrintJob
from server.queueing.models import Ticket
from server.triage.models import Alarm
from server.waiting.models import ApologyTask
from server.web.context import database, state

blueprint = Blueprint("health", __name__)
log = structlog.get_logger()

#: What is counted at each scrape: its meaning, and the rows that count.
COUNTS: dict[str, tuple[str, Any, Any]] = {
    "outbox_unsent": ("Changes not yet sent", OutboxRow.id, OutboxRow.sent_at.is_(None)),
    "alarms_open": ("Red flags nobody has claimed", Alarm.id, Alarm.state == "open"),
    "apologies_open": (
        "Apologies nobody has claimed", ApologyTask.id, ApologyTask.state.in_(("open", "escalated")),
    ),
    "faults_open": ("Devices in trouble", Fault.id, Fault.cleared_at.is_(None)),
    "print_jobs_waiting": (
        "Slips not yet printed", PrintJob.id, PrintJob.state.in_(("waiting", "printing")),
    ),
}  # fmt: skip


@blueprint.get("/healthz")
def alive() -> tuple[Response, int]:
    """The process answers."""
    return jsonify(status="alive"), 200


@blueprint.get("/readyz")
def ready() -> tuple[Response, int]:
    """Ready to serve, with each part named; 503 while one is not."""
    parts: dict[str, str] = {}
    try:
        with database().read() as work:
            work.session.execute(text("SELECT 1"))
            parts["database"] = "ready"
            parts["clinic"] = "ready" if work.session.get(Clinic, 1) else "not applied"
    except Exception as problem:  # noqa: BLE001  (any fault of the database means: not ready)
        log.warning("not_ready", kind=type(problem).__name__)
        parts.setdefault("database", "unreachable")
        parts.setdefault("clinic", "unknown")
    loops = state().loops
    parts["loops"] = "ready" if loops is None or loops.healthy() else "stalled"
    ok = all(value == "ready" for value in parts.values())
    return jsonify(status="ready" if ok else "not ready", parts=parts), 200 if ok else 503


@blueprint.get("/metrics")
def metrics() -> Response:
    """Counts of what waits, by state and department; read from the database at each scrape."""
    registry = CollectorRegistry()
    with database().read() as work:
        _tickets(work, registry)
        for name, (meaning, column, condition) in COUNTS.items():
            counted = work.session.scalar(select(func.count(column)).where(condition)) or 0
            Gauge(f"houzhen_{name}", meaning, registry=registry).set(counted)
    listeners = state().listeners
    if listeners is not None:
        sockets = Gauge("houzhen_sockets", "Connected sockets", ["namespace"], registry=registry)
        for namespace in ("/display", "/staff", "/kiosk"):
            sockets.labels(namespace).set(listeners.count(namespace))
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def _tickets(work: Work, registry: CollectorRegistry) -> None:
    gauge = Gauge("houzhen_tickets", "Tickets of people in the house", ["department", "state"], registry=registry)
    rows = work.session.execute(
        select(Ticket.department, Ticket.state, func.count())
        .where(Ticket.state.in_(("waiting", "called", "in_room", "out", "urgent")))
        .group_by(Ticket.department, Ticket.state)
    )
    for department, name, count in rows:
        gauge.labels(department, name).set(count)

