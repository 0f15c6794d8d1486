"""The whole application, built from its settings: web, sockets, loops, printers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from display.routes import blueprint as display_pages
from kiosk.routes import blueprint as kiosk_pages
from server.accounts.api import blueprint as accounts_api
from server.accounts.service import standing_staff
from server.appointments.api import blueprint as appointments_api
from server.core.clock import Clock, SteadyClock, SteppedClock, instant
from server.core.database import Database, Sealed, Work
from server.core.seal import Seal
from server.core.settings import Settings
from server.crowd.api import blueprint as crowd_api
from server.devices.api import blueprint as devices_api
from server.devices.service import Heard, Heartbeat, standing_devices
from server.downtime.api import blueprint as downtime_api
from server.downtime.service import last_sign_of_life
from server.duties import Duties
from server.loops import Loop, Loops
from server.messages.api import blueprint as messages_api
from server.printing.api import blueprint as printing_api
from server.printing.station import PrintStation
from server.queueing.api import blueprint as queueing_api
from server.realtime.api import blueprint as realtime_api
from server.realtime.guards import Doorkeeper
from server.realtime.relay import Relay, kiosk_room
from server.realtime.sockets import PULSE_SECONDS, Listeners, register_namespaces
from server.reception.api import blueprint as reception_api
from server.registration.api import blueprint as registration_api
from server.runtime import mode
from server.service_manager import SIGN_SECONDS, tell
from server.speech.service import Voice
from server.triage.api import blueprint as triage_api
from server.waiting.api import blueprint as waiting_api
from server.web import control, health, openapi, pages, problems, static_files
from server.web.context import State
from server.web.proxy import stand_behind_proxies
from server.web.requests import refuse_unsound_address
from server.web.security import harden
from server.wiring import wire
from server.writing.api import blueprint as writing_api
from staff.routes import blueprint as staff_pages

API = "/api/v1"


@dataclass
class Application:
    """A built application. `start` begins what runs beside the requests, `stop` ends it."""

    app: Flask
    socketio: SocketIO
    state: State
    relay: Relay
    loops: Loops
    listeners: Listeners
    heard: Heard
    duties: Duties
    station: PrintStation

    @property
    def database(self) -> Database:
        """The application's database."""
        return self.state.database

    def start(self) -> None:
        """Begin relaying, watching and printing."""
        with self.database.read() as work:  # before any screen is heard again
            self.state.quiet_since, self.state.started_at = last_sign_of_life(work), work.now
        self.station.man()
        self.loops.start_own("relay", self.relay.run)
        self.loops.start_own("voice", lambda _stopped: self.state.voice.warm_up())
        for loop in (
            Loop("watch", 0.5, self.duties.watch),
            Loop("crowd", 5, self.duties.watch_crowds),
            Loop("doctors", 10, self.duties.watch_doctors),
            Loop("refresh", 15, self.duties.refresh),
            Loop("listen", 5, self.duties.listen),
            Loop("pulse", PULSE_SECONDS, self._pulse),
            Loop("door", 1, Doorkeeper(self.socketio.server).look),
            Loop("printers", 20, self.station.man),
            Loop("paper", 2, self.station.watch.look_after),
            Loop("reminders", 30, self.duties.remind),
            Loop("house", 60, self.duties.keep_house),
            Loop("sign", SIGN_SECONDS, self._sign_of_life),
        ):
            self.loops.start(loop)

    def stop(self) -> None:
        """End the loops and give the connections back."""
        self.loops.stop()
        self.relay.wake()
        self.station.switch_off()

    def _sign_of_life(self) -> None:
        if self.loops.healthy():
            tell("WATCHDOG=1")

    def _pulse(self) -> None:
        now = {"now": instant(self.state.clock.now())}
        for namespace in ("/display", "/staff", "/kiosk"):
            self.socketio.emit("pulse", now, namespace=namespace)
        self._hear_displays()
        self._turn_out()

    def _hear_displays(self) -> None:
        """A display's open socket is its sign of life (R59)."""
        at = self.state.clock.now()
        for _, namespace, listener in self.listeners.all():
            if namespace == "/display":
                self.heard.note(Heartbeat(listener.actor.code, at, faults=listener.faults))

    def _turn_out(self) -> None:
        """Close the sockets whose token was revoked (a session that ended, a device that was lost)."""
        everyone = self.listeners.all()
        with self.database.read() as work:
            tokens = {one.token for _, _, one in everyone}
            standing = standing_devices(work, tokens) | standing_staff(work, tokens)
        for socket, namespace, listener in everyone:
            if listener.token not in standing:
                self.socketio.server.disconnect(socket, namespace=namespace)


def build(settings: Settings, *, local_pairing: bool = False, clock: Clock | None = None) -> Application:
    """Everything, ready to start; the database must have been migrated."""
    seal = Seal(settings.secret_key)
    Sealed.seal = seal
    database = Database(settings.database_url, clock or make_clock(settings))
    projection = wire(database, settings.timezone)
    app = Flask("houzhen", static_folder=None, template_folder=None)
    socketio = SocketIO(
        app, async_mode=mode(), cors_allowed_origins=None, manage_session=False,
        ping_interval=10, ping_timeout=20, max_http_buffer_size=64 * 1024,
    )  # fmt: skip
    stand_behind_proxies(app, settings.trusted_proxies)
    state = State(settings, database, database.clock, seal, Voice(settings.data), local_pairing)
    app.extensions["houzhen"] = state
    harden(app, seal.session_key)
    problems.register(app)
    app.before_request(refuse_unsound_address)
    for blueprint in (
        accounts_api, devices_api, registration_api, triage_api, queueing_api, waiting_api, messages_api, crowd_api,
        appointments_api, reception_api, downtime_api, realtime_api, printing_api, writing_api,
    ):  # fmt: skip
        app.register_blueprint(blueprint, url_prefix=API)
    for blueprint in (
        kiosk_pages, display_pages, staff_pages, pages.blueprint, static_files.blueprint, health.blueprint,
        openapi.blueprint, control.blueprint,
    ):  # fmt: skip
        app.register_blueprint(blueprint)
    app.jinja_env.globals["timezone"] = settings.timezone.key
    def tell_kiosk(device: str, job: dict[str, Any]) -> None:
        socketio.emit("printer", job | {"job": job["id"]}, to=kiosk_room(device), namespace="/kiosk")

    loops = Loops()
    listeners, heard = Listeners(), Heard()
    register_namespaces(socketio, database, listeners, heard)
    relay = Relay(database, socketio)
    station = PrintStation(database, static_files.fonts_folder(), settings.data / "paper", loops.start_own, tell_kiosk)
    state.loops, state.listeners, state.paper = loops, listeners, station
    _after_commits(database, relay, station)
    duties = Duties(database, settings, projection, heard)
    return Application(app, socketio, state, relay, loops, listeners, heard, duties, station)


def make_clock(settings: Settings) -> Clock:
    """The steady clock, moved by a file where the settings name one."""
    steady = SteadyClock()
    return SteppedClock(steady, settings.clock_file) if settings.clock_file else steady


def _after_commits(database: Database, relay: Relay, station: PrintStation) -> None:
    def wake_relay(work: Work) -> None:
        if work.announcements:
            relay.wake()

    database.after_commit(wake_relay)
    database.after_commit(station.wake)
