"""Decisions of devices: when one is silent, how long a pairing code holds, who stands at the machine itself
(R59, R105, R108)."""

from __future__ import annotations

import ipaddress
import re
from datetime import datetime, timedelta

KINDS = ("kiosk", "display")

#: A device that was not heard for this long is silent.
SILENT_AFTER = timedelta(seconds=30)
#: How often a screen says that it lives, in seconds.
HEARTBEAT_SECONDS = 10

#: A pairing code may be approved for this long; the screen has a minute more to fetch its token.
PAIRING_LIFETIME = timedelta(minutes=10)
COLLECTING_LIFETIME = PAIRING_LIFETIME + timedelta(minutes=1)
#: Screens that wait for approval at the same time, over all addresses.
MOST_PAIRINGS = 500

#: Whoever took a call for help is there within this time.
COMING_WITHIN = timedelta(minutes=3)

#: Troubles that a screen tells of itself with its heartbeat.
REPORTED_FAULTS = ("page", "sound", "touch", "clock", "storage", "network")
SILENT = "silent"

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")


def is_device_code(code: str) -> bool:
    """Whether a text has the form of a device's code."""
    return _CODE.fullmatch(code) is not None


def is_silent(last_seen_at: datetime | None, watching_since: datetime, now: datetime) -> bool:
    """Whether a paired device is silent (R59).

    `watching_since` is when this server began to listen: silence before that is the server's own. A device
    that was never heard is not missed.
    """
    if last_seen_at is None:
        return False
    return now - max(last_seen_at, watching_since) > SILENT_AFTER


def may_approve(created_at: datetime, now: datetime) -> bool:
    """Whether a pairing code can still be approved."""
    return now - created_at < PAIRING_LIFETIME


def may_collect(created_at: datetime, now: datetime) -> bool:
    """Whether a screen can still wait for its token."""
    return now - created_at < COLLECTING_LIFETIME


def answers_new_press(claimed_at: datetime | None, now: datetime) -> bool:
    """Whether a call for help that lasts still answers a new press: nobody has taken it yet, or someone is
    on the way. Taken long ago it was forgotten to be ended, and a new person stands there (R64)."""
    return claimed_at is None or now - claimed_at < COMING_WITHIN


def is_on_this_machine(address: str | None, host: str, *, forwarded: bool) -> bool:
    """Whether a request was made on the very machine that serves, and to it by its local name.

    `forwarded`: it came through a proxy, so that the address tells nothing. A foreign page that had its own
    name point here would come with that name as `host`.
    """
    if forwarded or not _is_loopback(address or ""):
        return False
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return name == "localhost" or _is_loopback(name.strip("[]"))


def _is_loopback(address: str) -> bool:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped:
        return parsed.ipv4_mapped.is_loopback
    return parsed.is_loopback
