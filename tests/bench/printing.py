"""What tickets cost by language: `python -m tests.bench.printing [tickets]`. Prints a table in Markdown.

Bytes and processor time of one ticket, tickets a minute through the virtual printer over real TCP with status and
confirmation, and the seconds that a serial line alone needs at three speeds (ten bits a byte).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from printers.config import LANGUAGES, PrinterConfig
from printers.slip import Both, Slip
from printers.virtual import VirtualPrinter
from printers.wording import compose
from printers.worker import deliver_ticket, prepare, warm_up
from server.core.language import text

FONTS = Path(__file__).parents[2] / "node_modules" / "@expo-google-fonts"
BAUDS = (9600, 19_200, 115_200)
BITS = 10


def ticket(number: int) -> Slip:
    """A usual ticket; number, time and address differ from one to the next, as they do in a house."""
    return compose(
        text,
        number=f"A{number:03d}",
        clinic=Both("仁和医院", "Renhe Hospital"),
        logo="仁",
        department=Both("内科", "Internal Medicine"),
        place=Both("二楼·内科候诊区", "Floor 2, Internal Medicine"),
        ahead=number % 20,
        wait=(number % 30 + 5, number % 30 + 20),
        companion=False,
        date="2026-11-23",
        time=f"{8 + number // 60 % 12:02d}:{number % 60:02d}",
        url=f"https://renhe.example/t/8Kq2mVtY4nXc7RbL1w{number:04d}",
    )


def main() -> None:
    """Print a row for each language, on 80 mm paper with 203 dots to the inch."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    warm_up(FONTS)
    lines = " | ".join(f"{baud} baud, s" for baud in BAUDS)
    print(f"| language | bytes | processor, ms | tickets a minute | {lines} |")  # noqa: T201
    print("|---|---|---|---|" + "---|" * len(BAUDS))  # noqa: T201
    for language in LANGUAGES:
        with VirtualPrinter(fonts=FONTS) as printer:
            config = PrinterConfig("bench", "virtual", printer.address, language=language)
            deliver_ticket(prepare(ticket(0), config, FONTS), config)
            began = time.process_time()
            jobs = [prepare(ticket(number), config, FONTS) for number in range(1, count + 1)]
            processor = (time.process_time() - began) / count
            began = time.perf_counter()
            for number in range(1, count + 1):
                done = deliver_ticket(prepare(ticket(number), config, FONTS), config)
                assert done.state == "printed", done
            taken = time.perf_counter() - began
        size = sum(map(len, jobs)) / count
        speeds = " | ".join(f"{size * BITS / baud:.1f}" for baud in BAUDS)
        print(f"| {language} | {size:,.0f} | {processor * 1000:.1f} | {60 * count / taken:,.0f} | {speeds} |")  # noqa: T201


if __name__ == "__main__":
    main()
