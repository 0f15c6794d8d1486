"""Socket.IO: who may listen to which hall, snapshots on arrival, what screens report back."""

from __future__ import annotations

from typing import Any

import structlog
from flask import request, session
from flask_socketio import ConnectionRefusedError as Refused
from flask_socketio import Namespace, SocketIO, emit, join_room, leave_room

from server.accounts.service import identify_staff
from server.clinic.models import Hall
from server.core.clock import instant
from server.core.database import Actor, Database
from server.core.outbox import snapshot
from server.devices.service import Heard, Heartbeat, identify_device
from server.queueing.service.shown import acknowledge_calls, calls_to_acknowledge
from server.realtime.relay import display_room, kiosk_room, staff_room

log = structlog.get_logger()

PULSE_SECONDS = 5


class Listener:
    """One connected screen or tablet: who it is, which hall it listens to, by which token."""

    def __init__(self, actor: Actor, token: str, hall: str) -> None:
        self.actor = actor
        self.token = token
        self.hall = hall
        #: Troubles that the screen reported of itself.
        self.faults: tuple[str, ...] = ()


class Listeners:
    """Everyone connected to this process, by socket; so that a revoked token is out at once."""

    def __init__(self) -> None:
        self._by_socket: dict[str, Listener] = {}
        self._namespaces: dict[str, str] = {}

    def add(self, socket: str, namespace: str, listener: Listener) -> None:
        """Note a socket that was let in."""
        self._by_socket[socket] = listener
        self._namespaces[socket] = namespace

    def remove(self, socket: str) -> None:
        """Forget a socket that is gone."""
        self._by_socket.pop(socket, None)
        self._namespaces.pop(socket, None)

    def get(self, socket: str) -> Listener | None:
        """The listener of a socket, or None where it was never let in."""
        return self._by_socket.get(socket)

    def all(self) -> list[tuple[str, str, Listener]]:
        """Every socket with its namespace and listener."""
        return [(socket, self._namespaces[socket], one) for socket, one in list(self._by_socket.items())]

    def count(self, namespace: str) -> int:
        """How many are connected to a namespace."""
        return sum(1 for name in self._namespaces.values() if name == namespace)


def socket_id() -> str:
    """The id of the socket whose event is being handled."""
    return str(request.sid)  # type: ignore[attr-defined]  # Flask-SocketIO sets it


class _Live(Namespace):  # type: ignore[misc, unused-ignore]
    """What displays and tablets have in common: a snapshot on arrival and whenever asked for."""

    for_staff = False

    def __init__(self, namespace: str, database: Database, listeners: Listeners) -> None:
        super().__init__(namespace)
        self._database = database
        self._listeners = listeners

    def on_disconnect(self, *_reason: Any) -> None:
        """A screen has gone."""
        self._listeners.remove(socket_id())

    def on_resync(self, *_ignored: Any) -> None:
        """A screen has seen a gap, or wants to be sure."""
        listener = self._listeners.get(socket_id())
        if listener is not None:
            self._send_snapshot(listener.hall)

    def _let_in(self, actor: Actor, token: str, hall: str) -> None:
        self._listeners.add(socket_id(), self.namespace, Listener(actor, token, hall))
        join_room(staff_room(hall) if self.for_staff else display_room(hall))
        self._send_snapshot(hall)

    def _send_snapshot(self, hall: str) -> None:
        with self._database.read() as work:
            state = snapshot(work, hall, for_staff=self.for_staff)
        emit("snapshot", state)  # to the asking socket alone


class DisplayNamespace(_Live):
    """Screens of a hall, let in by their device token."""

    def on_connect(self, auth: Any = None) -> None:
        """Let a display in. Raises a refusal for any other token."""
        token = _token(auth)
        wanted = auth.get("hall") if isinstance(auth, dict) else None
        with self._database.read() as work:
            actor = identify_device(work, token) if token else None
            # A known screen shows the hall of the address that it was opened at: what halls show is public.
            hall = work.session.get(Hall, wanted) if isinstance(wanted, str) else None
        if actor is None or actor.kind != "display":
            raise Refused("unauthorised")
        self._let_in(actor, token, hall.code if hall is not None and hall.active else actor.halls[0])

    def on_shown(self, message: Any = None) -> None:
        """A call has been shown, and perhaps said: named by `call_id`, or by the `revision` that is shown."""
        listener = self._listeners.get(socket_id())
        if listener is None or not isinstance(message, dict):
            return
        call_id, revision = message.get("call_id"), message.get("revision")
        named = call_id if isinstance(call_id, str) and len(call_id) <= 36 else None
        if named is None and not isinstance(revision, int):
            return
        spoken = bool(message.get("spoken"))
        with self._database.read(listener.actor) as work:
            calls = calls_to_acknowledge(work, listener.hall, call_id=named, revision=revision, spoken=spoken)
        if calls:
            with self._database.write(listener.actor) as work:
                acknowledge_calls(work, calls, spoken=spoken)


    def on_sound(self, message: Any = None) -> None:
        """Whether the screen can be heard; one that cannot is a trouble that staff are told of (R59)."""
        listener = self._listeners.get(socket_id())
        if listener is not None and isinstance(message, dict):
            listener.faults = () if message.get("heard") is True else ("sound",)


class StaffNamespace(_Live):
    """Tablets of a hall, let in by their session or bearer token."""

    for_staff = True

    def on_connect(self, auth: Any = None) -> None:
        """Let a signed-in member of staff in. Raises a refusal for anyone else."""
        token = _token(auth) or str(session.get("token", ""))
        wanted = auth.get("hall") if isinstance(auth, dict) else None
        with self._database.read() as work:
            actor = identify_staff(work, token) if token else None
            hall = self._hall(work, actor, wanted) if actor else None
        if actor is None or hall is None:
            raise Refused("unauthorised")
        self._let_in(actor, token, hall)

    def on_hall(self, message: Any = None) -> None:
        """Listen to another hall of one's own."""
        listener = self._listeners.get(socket_id())
        wanted = message.get("code") if isinstance(message, dict) else None
        if listener is None or not isinstance(wanted, str):
            return
        with self._database.read() as work:
            actor = identify_staff(work, listener.token)  # anew: their halls may have changed since
            hall = self._hall(work, actor, wanted) if actor is not None else None
        if actor is not None and hall == wanted:
            listener.actor = actor
            leave_room(staff_room(listener.hall))
            listener.hall = hall
            join_room(staff_room(hall))
            self._send_snapshot(hall)

    @staticmethod
    def _hall(work: Any, actor: Actor, wanted: Any) -> str | None:
        """The wanted hall where it is one of theirs, else their first, else the house's first."""
        if isinstance(wanted, str) and (not actor.halls or wanted in actor.halls):
            hall = work.session.get(Hall, wanted)
            if hall is not None and hall.active:
                return wanted
        if actor.halls:
            return actor.halls[0]
        first = work.session.query(Hall.code).filter(Hall.active.is_(True)).order_by(Hall.position).first()
        return first[0] if first else None


class KioskNamespace(Namespace):  # type: ignore[misc, unused-ignore]
    """Kiosks: their heartbeat, and what they must be told of their printer."""

    def __init__(self, database: Database, listeners: Listeners, heard: Heard) -> None:
        super().__init__("/kiosk")
        self._database = database
        self._listeners = listeners
        self._heard = heard

    def on_connect(self, auth: Any = None) -> None:
        """Let a kiosk in by its device token."""
        token = _token(auth)
        with self._database.read() as work:
            actor = identify_device(work, token) if token else None
        if actor is None or actor.kind != "kiosk":
            raise Refused("unauthorised")
        self._listeners.add(socket_id(), "/kiosk", Listener(actor, token, actor.halls[0]))
        join_room(kiosk_room(actor.code))
        emit("pulse", {"now": instant(self._database.clock.now())})

    def on_disconnect(self, *_reason: Any) -> None:
        """A kiosk has gone."""
        self._listeners.remove(socket_id())

    def on_heartbeat(self, message: Any = None) -> None:
        """The page that a kiosk shows, and what troubles it has noticed."""
        listener = self._listeners.get(socket_id())
        if listener is None or not isinstance(message, dict):
            return
        page = message.get("page")
        faults = message.get("faults")
        named = tuple(str(fault)[:32] for fault in faults[:8]) if isinstance(faults, list) else ()
        page = page[:48] if isinstance(page, str) else None
        self._heard.note(Heartbeat(listener.actor.code, self._database.clock.now(), page, named))


def register_namespaces(socketio: SocketIO, database: Database, listeners: Listeners, heard: Heard) -> None:
    """Open the three doors."""
    socketio.on_namespace(DisplayNamespace("/display", database, listeners))
    socketio.on_namespace(StaffNamespace("/staff", database, listeners))
    socketio.on_namespace(KioskNamespace(database, listeners, heard))


def _token(auth: Any) -> str:
    token = auth.get("token") if isinstance(auth, dict) else None
    return token if isinstance(token, str) else ""
