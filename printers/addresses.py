"""Addresses in which printers are looked for: single ones, ranges, networks. Pure, and bounded (R59)."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Iterator

from printers.transports import DEFAULT_PORT, split_address
from printers.trouble import PrinterTrouble

MOST_HOSTS = 1024


class AddressProblem(ValueError):  # noqa: N818 - what is said of it begins with the word
    """`word` is no address, or `too_many`: it and those before it are more than MOST_HOSTS."""

    def __init__(self, word: str, *, too_many: bool = False) -> None:
        super().__init__(word)
        self.word = word
        self.too_many = too_many


def hosts(words: Iterable[str]) -> list[tuple[str, int]]:
    """Host and port, each once, of `10.0.0.7`, `printer-3:9101`, `10.0.0.0/24`, `10.0.0.10-40` and
    `10.0.0.10-10.0.1.9`. AddressProblem."""
    found: dict[tuple[str, int], None] = {}
    for word in words:
        for host in _one(word.strip()):
            found[host] = None
            if len(found) > MOST_HOSTS:
                raise AddressProblem(word, too_many=True)
    return list(found)


def _one(word: str) -> Iterator[tuple[str, int]]:
    if "/" in word:
        try:
            network = ipaddress.ip_network(word, strict=False)
        except ValueError as error:
            raise AddressProblem(word) from error
        if network.num_addresses > MOST_HOSTS + 2:  # network and broadcast address are not looked at
            raise AddressProblem(word, too_many=True)
        for address in network.hosts():
            yield str(address), DEFAULT_PORT
        return
    first, dash, last = word.partition("-")
    if dash and (start := _ipv4(first)) is not None:
        yield from _range(word, start, last)
        return
    try:
        yield split_address(word)
    except PrinterTrouble as error:
        raise AddressProblem(word) from error


def _range(word: str, start: ipaddress.IPv4Address, last: str) -> Iterator[tuple[str, int]]:
    text = last if "." in last else f"{str(start).rpartition('.')[0]}.{last}"
    end = _ipv4(text)
    if end is None or end < start:
        raise AddressProblem(word)
    if int(end) - int(start) >= MOST_HOSTS:
        raise AddressProblem(word, too_many=True)
    for number in range(int(start), int(end) + 1):
        yield str(ipaddress.IPv4Address(number)), DEFAULT_PORT


def _ipv4(text: str) -> ipaddress.IPv4Address | None:
    try:
        return ipaddress.IPv4Address(text)
    except ValueError:
        return None
