"""Predictions are kept when a ticket is issued, and compared with the truth at its call (R53)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from server.core.database import Work
from server.devices.service import reaches_into_outage
from server.queueing.models import Call, Ticket
from server.waiting.models import WaitLearning, WaitPrediction
from server.waiting.rules.forecast import Spread
from server.waiting.rules.learning import OWN, Learned, Outcome, Widths, learn_outcomes

#: How many of the last outcomes speak, and how far back they may lie.
OUTCOMES = 400
OUTCOMES_WITHIN = timedelta(days=90)
#: A call that is taken back within this was never the end of a wait.
TAKEN_BACK_WITHIN = timedelta(minutes=1)


def learned_of(work: Work, department: str) -> Learned:
    """What the department has learned so far."""
    row = work.session.get(WaitLearning, department)
    if row is None:
        return Learned()
    return _as_learned(row.learned)


def _as_learned(kept: dict[str, Any]) -> Learned:
    apart = {lane: _as_learned(one) for lane, one in kept.get("apart", {}).items()}
    return Learned(kept["passing"], kept["ratio"], tuple(Widths(**one) for one in kept["widths"]), apart)


def keep_prediction(work: Work, ticket: Ticket, lane: str, ahead: int, spread: Spread | None) -> None:
    """Remember what was forecast for a new ticket; nothing where it could go in at once or nobody was on duty. What is
    sure to pass, until a booked time, teaches nothing: the prediction counts from then on."""
    sure = timedelta(minutes=spread.sure if spread else 0.0)
    spread = spread.unsure if spread else None
    work.session.add(
        WaitPrediction(
            ticket=ticket.id, department=ticket.department, made_at=work.now + sure, lane=lane, ahead=ahead,
            likely=spread.median if spread else None, below=spread.below if spread else None,
            above=spread.above if spread else None,
        )
    )  # fmt: skip
    work.session.flush()


def follow_prediction(work: Work, **facts: Any) -> None:
    """At the first call of a ticket its prediction meets the truth, and the department learns; a call that is taken
    back is forgotten. Who was taken out of the queue for a red flag is no outcome."""
    ticket: Ticket = facts["ticket"]
    prediction = work.session.get(WaitPrediction, ticket.id)
    if prediction is None or prediction.likely is None:
        return
    if facts["step"] == "call" and prediction.called_at is None:
        _note(work, prediction)
        _learn(work, prediction.department)
    elif facts["step"] == "undo" and ticket.state == "waiting" and _just_called(prediction, work.now):
        prediction.called = prediction.waited = prediction.called_at = None
    elif facts["step"] == "raise" and prediction.called_at is None:
        prediction.likely = None


def _note(work: Work, prediction: WaitPrediction) -> None:
    prediction.called_at = work.now
    prediction.waited = (work.now - prediction.made_at).total_seconds() / 60
    prediction.called = _called_before(work, prediction)
    work.session.flush()


def _called_before(work: Work, prediction: WaitPrediction) -> int:
    """How many were called before somebody since the prediction; for who waited for one doctor, those who were ahead
    and whoever that room has called who came later."""
    calls = select(func.count()).select_from(Call).where(
        Call.department == prediction.department, Call.at > prediction.made_at, Call.at <= work.now,
        Call.lane.is_not(None), Call.withdrawn.is_(False), Call.ticket != prediction.ticket,
    )  # fmt: skip
    if not prediction.lane.startswith(OWN):
        return work.session.scalar(calls) or 0
    room = work.session.get_one(Ticket, prediction.ticket).room
    later = calls.join(Ticket, Ticket.id == Call.ticket).where(
        Call.room == room, Ticket.joined_at > prediction.made_at
    )  # fmt: skip
    return prediction.ahead + (work.session.scalar(later) or 0)


def _just_called(prediction: WaitPrediction, now: datetime) -> bool:
    return prediction.called_at is not None and now - prediction.called_at < TAKEN_BACK_WITHIN


def _learn(work: Work, department: str) -> None:
    kept = asdict(learn_outcomes(_outcomes(work, department)))
    row = work.session.get(WaitLearning, department)
    if row is None:
        work.session.add(WaitLearning(department=department, learned=kept, at=work.now))
    else:
        row.learned, row.at = kept, work.now


def _outcomes(work: Work, department: str) -> list[Outcome]:
    rows = work.session.execute(
        select(
            WaitPrediction.lane, WaitPrediction.ahead, WaitPrediction.called, WaitPrediction.likely,
            WaitPrediction.below, WaitPrediction.above, WaitPrediction.waited,
        )
        .where(
            WaitPrediction.department == department, WaitPrediction.called_at > work.now - OUTCOMES_WITHIN,
            ~reaches_into_outage(WaitPrediction.made_at, WaitPrediction.called_at),
        )
        .order_by(WaitPrediction.called_at.desc())
        .limit(OUTCOMES)
    )  # fmt: skip
    return [
        Outcome(lane, ahead, called or 0, Spread(likely or 0.0, below or 0.0, above or 0.0), waited or 0.0)
        for lane, ahead, called, likely, below, above, waited in rows
    ]
