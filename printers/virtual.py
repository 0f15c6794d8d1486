"""A receipt printer without paper: a real TCP device that prints into memory, for try-out and tests.

Only the standard library's sockets and threads, so that it also runs where they have been replaced by green
ones.
"""

from __future__ import annotations

import socket
import threading
import time
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import Self

from printers.config import Dpi, PaperWidth
from printers.decoder import (
    AutomaticStatus,
    Cut,
    Decoder,
    Event,
    IdentityRequest,
    Initialise,
    PaperRequest,
    Raster,
    StatusRequest,
)
from printers.emulator.answers import automatic_status, identity
from printers.paper import dots_of
from printers.roll import Roll
from printers.tray import KEPT, PaperSlip, Tray
from printers.troubles import Troubles

_POLL = 0.2
_MOST_CONNECTIONS = 8
_MOST_HELD = 400
_BUFFER = 4096
_LEAVE_NO_TRACE = (StatusRequest, PaperRequest, IdentityRequest, AutomaticStatus, Initialise)


class VirtualPrinter:
    """Listens on a loopback port (0: a free one), prints what it is sent, answers DLE EOT, GS a, GS I and GS r.

    Like a real one it answers status at once, prints in order, and holds what it cannot print until it can.
    `troubles` changes its state; `tray` keeps the last slips. `fonts` is the folder of the typefaces that its own
    Chinese characters are drawn from; without it they are boxes.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        host: str = "127.0.0.1",
        width: PaperWidth = 80,
        dpi: Dpi = 203,
        fonts: Path | None = None,
        keep: int = KEPT,
        folder: Path | None = None,
    ) -> None:
        self._host, self._port = host, port
        self.troubles = Troubles(self._recovered)
        self.tray = Tray(keep, folder)
        self.received: deque[Event] = deque(maxlen=200)
        self._roll = Roll(dots_of(width, dpi), fonts)
        self._held: deque[tuple[Event | None, socket.socket | None]] = deque(maxlen=_MOST_HELD)
        self._lock = threading.RLock()
        self._listener: socket.socket | None = None
        self._talks: set[socket.socket] = set()
        self._blocks: dict[socket.socket, bytes] = {}

    @property
    def address(self) -> str:
        """host:port; the port is fixed by the first switch_on."""
        return f"{self._host}:{self._port}"

    def __enter__(self) -> Self:
        self.switch_on()
        return self

    def __exit__(self, *_: object) -> None:
        self.switch_off()

    def switch_on(self) -> None:
        """Listen. OSError where the port is taken."""
        if self._listener is not None:
            return
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
        try:
            listener.bind((self._host, self._port))
            listener.listen(16)
        except OSError:
            listener.close()
            raise
        listener.settimeout(_POLL)
        self._port = listener.getsockname()[1]
        self._listener = listener
        threading.Thread(target=self._accept, args=(listener,), daemon=True, name="virtual-printer").start()

    def switch_off(self) -> None:
        """Cut the power: no port, no connections; what was held or half printed is lost. Kept slips stay."""
        listener, self._listener = self._listener, None
        if listener is not None:
            _hang_up(listener)  # shut down first: closed alone it would listen on while a thread waits on it
        with self._lock:
            talks, self._talks = set(self._talks), set()
            self._held.clear()
            self._roll.tear()
        for talk in talks:
            _hang_up(talk)

    def slips(self) -> list[PaperSlip]:
        """The kept slips, newest first."""
        return self.tray.slips()

    def _accept(self, listener: socket.socket) -> None:
        while self._listener is listener:
            try:
                talk, _ = listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            with self._lock:
                welcome = self._listener is listener and len(self._talks) < _MOST_CONNECTIONS
                welcome = welcome and not self.troubles.hanging_up
                if welcome:
                    self.plug(talk)
            if not welcome:
                _hang_up(talk)

    def plug(self, talk: socket.socket) -> None:
        """Serve a line that is there already: a connection, or one end of a socket pair whose other end is a serial
        port or a USB cable."""
        with self._lock:
            self._talks.add(talk)
        threading.Thread(target=self._talk, args=(talk,), daemon=True, name="virtual-paper").start()

    def _talk(self, talk: socket.socket) -> None:
        decoder, heard, printed = Decoder(), 0, False
        try:
            talk.settimeout(_POLL)
            while talk in self._talks:
                self._hang(talk)
                limit = self.troubles.hang_up_after
                try:
                    data = talk.recv(self._portion(heard, limit))
                except TimeoutError:
                    continue
                if not data:
                    break
                heard += len(data)
                self._hang(talk)
                if self.troubles.bytes_per_second:
                    time.sleep(len(data) / self.troubles.bytes_per_second)
                for event in decoder.feed(data):
                    self._handle(event, talk)
                    if not isinstance(event, _LEAVE_NO_TRACE):
                        printed = not isinstance(event, Cut)  # after one, what lies on the roll is another line's
                if limit is not None and heard >= limit:
                    break
        except OSError:
            pass
        finally:
            with self._lock:
                switched_on = talk in self._talks
                self._talks.discard(talk)
                self._blocks.pop(talk, None)
            if switched_on and printed:
                self._print(None, None)  # the end of a job without a cut: the paper is torn off
            _hang_up(talk)

    def _hang(self, talk: socket.socket) -> None:
        while self.troubles.stalled and talk in self._talks:
            time.sleep(0.02)

    def _portion(self, heard: int, limit: int | None) -> int:
        """The most bytes to take at once: to the byte where the line is cut, and a tenth of a second of a slow one."""
        speed = self.troubles.bytes_per_second
        most = 4096 if speed is None else max(1, int(speed / 10))
        return most if limit is None else max(1, min(most, limit - heard))

    def _handle(self, event: Event, talk: socket.socket) -> None:
        self.received.append(event)
        if isinstance(event, StatusRequest):
            if self.troubles.knows_requests and 1 <= event.number <= 4:
                self._answer(talk, bytes((self.troubles.reply(event.number),)))
            return
        if isinstance(event, Raster) and self.troubles.seconds_per_picture:
            time.sleep(self.troubles.seconds_per_picture)
        self._print(event, talk)

    def _print(self, event: Event | None, talk: socket.socket | None) -> None:
        """Print in order; what the printer cannot print now waits, and all that comes after it."""
        with self._lock:
            self._held.append((event, talk))
            self._work_off()

    def _recovered(self) -> None:
        with self._lock:
            self._work_off()
            self._tell_changes()

    def _work_off(self) -> None:
        while self._held and self.troubles.printing:
            event, talk = self._held.popleft()
            if event is None or isinstance(event, Cut):
                self.tray.take(self._roll.tear())
            elif isinstance(event, PaperRequest | IdentityRequest | AutomaticStatus):
                if talk is not None:
                    self._reply_in_turn(event, talk)
            else:
                before = self._roll.rows
                self._roll.add(event)
                self.troubles.used(self._roll.rows - before)
                self._tell_changes()

    def _reply_in_turn(self, event: PaperRequest | IdentityRequest | AutomaticStatus, talk: socket.socket) -> None:
        """What a printer answers only when it has come so far."""
        if isinstance(event, PaperRequest):
            if self.troubles.knows_end_marker:
                self._answer(talk, bytes((self.troubles.paper_reply(),)))
        elif isinstance(event, IdentityRequest):
            self._answer(talk, identity(event.number))
        elif self.troubles.knows_blocks:
            self._blocks.pop(talk, None)
            if event.mask:
                self._blocks[talk] = b""
                self._tell_changes()

    def _tell_changes(self) -> None:
        """Send a status block to each line that asked for them and does not know this one yet."""
        block = automatic_status(self.troubles.reply)
        for talk, known in list(self._blocks.items()):
            if known != block:
                self._blocks[talk] = block
                self._answer(talk, block[: self.troubles.block_bytes])

    def _answer(self, talk: socket.socket, data: bytes) -> None:
        troubles = self.troubles
        if troubles.silent:
            return
        data = data if troubles.garbage is None else troubles.garbage
        if troubles.seconds_late:
            late = threading.Timer(troubles.seconds_late, _say, (talk, data))
            late.daemon = True
            late.start()
        else:
            _say(talk, data)


def _say(talk: socket.socket, data: bytes) -> None:
    with suppress(OSError):
        talk.sendall(data)


def _hang_up(talk: socket.socket) -> None:
    with suppress(OSError):
        talk.shutdown(socket.SHUT_RDWR)
    with suppress(OSError):
        talk.close()
