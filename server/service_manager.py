"""Telling systemd that the service is ready, lives, and ends (sd_notify): a hung server is then started anew."""

from __future__ import annotations

import os
import socket
from contextlib import suppress

#: How often a sign of life is given, in seconds; the unit's WatchdogSec is three times as long.
SIGN_SECONDS = 10.0


def tell(*states: str) -> None:
    """Send states such as READY=1 or WATCHDOG=1; nothing where no service manager listens."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if address[:1] not in ("/", "@"):
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.connect("\0" + address[1:] if address.startswith("@") else address)
        line.sendall("\n".join(states).encode())
