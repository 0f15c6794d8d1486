"""The largest hospital on this machine, all of it at once: `python -m tests.bench.hospital [--scale 0.1] …`.

Starts the product by its own command on SQLite, brings displays, kiosks, tablets, phones and doctors, and prints each
action against its bar, beside the raw floor. Server and load have a processor core each.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from pathlib import Path

from tests.bench.hospital import floor
from tests.bench.hospital.house import House
from tests.bench.hospital.load import Load, shown_everywhere
from tests.bench.hospital.prepare import prepare
from tests.bench.hospital.report import percentile, picture, table
from tests.support.product import Product

SECRET_KEY = "a secret for one run of this benchmark"  # noqa: S105
SHOWN = "shown by the hall's last display"
MEGABYTE = 1024 * 1024


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.hospital")
    parser.add_argument("--scale", type=float, default=1.0, help="1.0 is the whole hospital")
    parser.add_argument("--pace", type=float, default=1.0, help="arrivals and calls, as a multiple of the peak")
    parser.add_argument("--warm-up", type=float, default=150.0, help="seconds before measuring: one consultation")
    parser.add_argument("--seconds", type=float, default=120.0, help="seconds of measuring")
    parser.add_argument("--picture", type=Path, help="a PNG of latency over time")
    return parser.parse_args()


def pin_server(process: int) -> None:
    """The server's core is the first; this program's the second."""
    os.sched_setaffinity(process, {0})


async def run(product: Product, load: Load, warm_up: float, seconds: float) -> tuple[float, float]:
    """Everybody at once, then a restart; the server's share of a core, and the seconds until every display is back."""
    worked = 0.0

    async def begin() -> None:
        nonlocal worked
        while load.ready < len(load.house.displays):
            await asyncio.sleep(0.1)
        await asyncio.sleep(warm_up)
        worked = product.worked_seconds()

    share, back = 0.0, 0.0

    async def then() -> None:
        nonlocal share, back
        share = (product.worked_seconds() - worked) / seconds
        load.again.clear()
        began = time.monotonic()
        product.kill()
        await asyncio.to_thread(product.start, 60)
        assert product.process is not None
        pin_server(product.process.pid)
        while len(load.again) < len(load.house.displays) and time.monotonic() - began < 120:
            await asyncio.sleep(0.05)
        back = time.monotonic() - began

    beginning = asyncio.ensure_future(begin())
    await load.run(warm_up, seconds, then)
    await beginning
    return share, back


def main() -> None:
    """Prepare, run, print."""
    asked = arguments()
    house = House(asked.scale)
    os.sched_setaffinity(0, {1})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "clinic.toml"
        file.write_text(house.file({}), encoding="utf-8")
        product = Product(folder, ASYNC_MODE="eventlet", SECRET_KEY=SECRET_KEY)
        product.command("clinic", "apply", str(file))
        keys = prepare(house, f"sqlite:///{product.database_file}", SECRET_KEY)
        product.start(60)
        try:
            assert product.process is not None
            pin_server(product.process.pid)
            load = Load(house, keys, product.url, asked.pace)
            share, back = asyncio.run(run(product, load, asked.warm_up, asked.seconds))
            memory = product.resident_bytes() / MEGABYTE
        finally:
            product.kill()
    per_hall = len(house.displays) // len(house.halls)
    seen = load.measured
    took = dict(seen.took) | {SHOWN: shown_everywhere(seen, per_hall)}
    bare = asyncio.run(floor.measure(house, 20, pin_server))
    print(table(took))  # noqa: T201
    print(f"\ncalls {len(seen.asked):,}, shown by every display {len(took[SHOWN]):,}; refused {dict(seen.refused)}")  # noqa: T201
    print(f"server: {share:.0%} of a core, {memory:.0f} MB after a restart; displays right after it: {back:.1f} s")  # noqa: T201
    ratio = percentile([seconds for _, seconds in took[SHOWN]], 0.5) / percentile(bare, 0.5)
    print(f"raw floor: p50 {percentile(bare, 0.5) * 1000:.1f} ms, p99 {percentile(bare, 0.99) * 1000:.1f} ms; {ratio:.1f} times it")  # noqa: T201, E501
    if asked.picture:
        picture(took, asked.picture)


if __name__ == "__main__":
    main()
