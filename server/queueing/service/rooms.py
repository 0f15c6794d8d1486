"""Rooms as they are now: open, paused or closed, who sits there, whom they hold (R33, R41, R46)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from server.accounts.service import record_audit
from server.clinic.models import Doctor, Room
from server.core.database import Work
from server.core.errors import Forbidden, NotFound, Refusal
from server.devices.service import require_hall
from server.queueing.models import RoomState, Ticket
from server.queueing.rules.duty import PRESENT

ROOM_STATES = ("open", "paused", "closed")

#: The lock of who sits where, held before any queue of theirs.
SEATS = "seats"


def find_room(work: Work, code: str) -> Room:
    """The room of a code, as the clinic's file has it. Raises NotFound."""
    room = work.session.get(Room, code)
    if room is None or not room.active:
        raise NotFound("room")
    return room


def room_state(work: Work, code: str, *, hold: bool = False) -> RoomState:
    """The room as it is now; made from the clinic's file the first time it is asked for."""
    state = work.session.get(RoomState, code, with_for_update=hold or None, populate_existing=hold)
    if state is None:
        state = _as_installed(work, find_room(work, code))
        work.session.add(state)
        work.session.flush()
    return state


def hold_room(work: Work, code: str) -> tuple[Room, RoomState]:
    """A room that the actor may call into, its queue locked until the end of this work.

    Raises NotFound, or Forbidden for staff of another hall and for a doctor of another room.
    """
    room = find_room(work, code)
    require_hall(work, room.hall)
    work.lock(f"queue:{room.department}")
    state = room_state(work, code, hold=True)
    if work.actor.role == "doctor" and state.doctor != work.actor.code:
        raise Forbidden("other_room")
    return room, state


def free_room(work: Work, ticket: Ticket) -> None:
    """The patient has left the treatment area: the next may be called (R41)."""
    if ticket.room is None:
        return
    state = room_state(work, ticket.room, hold=True)
    if state.ticket == ticket.id:
        state.ticket = None
        state.since = work.now


def take_room(work: Work, state: RoomState, ticket: Ticket) -> None:
    """Let a room hold a ticket. Raises Refusal `patient_not_left` where it holds another (R41)."""
    if state.ticket is not None and state.ticket != ticket.id:
        holder = work.session.get(Ticket, state.ticket)
        raise Refusal("patient_not_left", number=holder.number if holder else "")
    state.ticket = ticket.id
    state.since = work.now
    work.session.flush()


def set_room_state(work: Work, code: str, new: str, note: dict[str, str] | None = None) -> RoomState:
    """Open, pause or close a room; whom it holds stays there until they leave."""
    room, state = hold_room(work, code)
    if state.state != new or state.note != note:
        state.state = new
        state.note = note
        state.since = work.now
        record_audit(work, "room.state", f"room:{code}", state=new)
        work.session.flush()
        work.happened("room.changed", department=room.department)
        work.announce("room.state", room.hall, room.department)
    return state


def seat_doctor(work: Work, code: str, number: str | None) -> RoomState:
    """Say who sits in a room now; a doctor sits in one room at a time, and leaves the other by this.

    Raises NotFound for a doctor whom the clinic does not have (any more).
    """
    room = find_room(work, code)
    require_hall(work, room.hall)
    doctor = work.session.get(Doctor, number) if number is not None else None
    if number is not None and (doctor is None or not doctor.active):
        raise NotFound("doctor")
    # Two desks may seat one doctor at once: whoever comes second must see where the first has put them.
    work.lock(SEATS)
    others = [] if number is None else _rooms_of(work, number, but=code)
    work.lock(f"queue:{room.department}", *(f"queue:{other.department}" for other in others))
    for other in others:
        left = room_state(work, other.code, hold=True)
        left.doctor, left.since = None, work.now
        work.announce("room.doctor", other.hall, other.department)
    state = room_state(work, code, hold=True)
    state.doctor = number
    state.since = work.now
    work.session.flush()
    for department in sorted({room.department, *(other.department for other in others)}):
        work.happened("room.changed", department=department)
    work.announce("room.doctor", room.hall, room.department)
    return state


def _rooms_of(work: Work, doctor: str, but: str) -> list[Room]:
    seated = select(RoomState.room).where(RoomState.doctor == doctor, RoomState.room != but)
    return list(work.session.scalars(select(Room).where(Room.code.in_(seated))))


def rooms_now(work: Work, department: str) -> list[tuple[Room, RoomState]]:
    """Every room of a department with its present state, in the order of the clinic's file."""
    rooms = work.session.scalars(
        select(Room).where(Room.department == department, Room.active.is_(True)).order_by(Room.position)
    ).all()
    states = {
        state.room: state
        for state in work.session.scalars(
            select(RoomState).where(RoomState.room.in_([room.code for room in rooms]))
        )
    }
    return [(room, states.get(room.code) or _as_installed(work, room)) for room in rooms]


def rooms_on_duty(work: Work) -> dict[str, int]:
    """For each department how many of its rooms have a doctor on duty (`rules.duty`); departments with none are left
    out (R26)."""
    rows = work.session.execute(
        select(Room.department, func.count())
        .join(RoomState, RoomState.room == Room.code)
        .where(Room.active.is_(True), RoomState.state.in_(PRESENT), RoomState.doctor.is_not(None))
        .group_by(Room.department)
    )
    return {row[0]: row[1] for row in rows}


def install_rooms(work: Work, **facts: Any) -> None:
    """Rooms follow the clinic's file from the moment it is applied: new ones stand as installed, a changed
    doctor takes the seat unless staff have seated somebody else, and who has left the clinic leaves the room.

    `former_doctors`: who sat where by the file before.
    """
    former: dict[str, str | None] = facts["former_doctors"]
    work.lock(SEATS)
    present = {state.room: state for state in work.session.scalars(select(RoomState))}
    gone = set(work.session.scalars(select(Doctor.number).where(Doctor.active.is_(False))))
    changed = set()
    for room in work.session.scalars(select(Room).where(Room.active.is_(True))):
        state = present.get(room.code)
        if state is None:
            work.session.add(_as_installed(work, room))
        elif state.doctor in gone or (state.doctor == former.get(room.code) != room.doctor):
            state.doctor = room.doctor
            state.since = work.now
            changed.add(room.department)
    work.lock(*(f"queue:{department}" for department in sorted(changed)))
    work.session.flush()
    for department in sorted(changed):
        work.happened("room.changed", department=department)


def _as_installed(work: Work, room: Room) -> RoomState:
    return RoomState(room=room.code, state="open", doctor=room.doctor, ticket=None, note=None, since=work.now)
