"""Settings of a printer that cannot go together are refused by line and key, with what was expected (R59)."""

from __future__ import annotations

import pytest

from server.clinic.file import ClinicFileError, read_clinic_file

OWN = """code = "printer-1"
name = { zh = "1 号取号机打印机", en = "Printer of kiosk 1" }
hall = "east"
kind = "virtual\""""


def _with(text: str, settings: str) -> str:
    assert OWN in text
    return text.replace(OWN, OWN.replace('kind = "virtual"', settings))


@pytest.mark.parametrize(
    ("settings", "key", "expected"),
    [
        ('kind = "network"', "address", "the printer's place on the network"),
        ('kind = "network"\naddress = "10.0.0.3:port"', "address", "the printer's place on the network"),
        ('kind = "network"\naddress = "10.0.0.3"\nbaud = 9600', "baud", "only a printer of kind \"serial\""),
        ('kind = "serial"', "address", "the path of the serial line"),
        ('kind = "file"', "address", "the path of a device or file"),
        ('kind = "usb"\naddress = "Epson"', "address", "vendor and product"),
        ('kind = "queue"\naddress = "two words"', "address", "the name of a print queue"),
        ('kind = "virtual"\naddress = "10.0.0.3"', "address", "a virtual printer is part of the server"),
        ('kind = "virtual"\nattached_to = "kiosk-1"', "attached_to", "a virtual printer is part of the server"),
    ],
)
def test_an_impossible_printer_is_refused_with_what_was_expected(
    clinic_text: str, settings: str, key: str, expected: str
) -> None:
    with pytest.raises(ClinicFileError) as refused:
        read_clinic_file(_with(clinic_text, settings))
    (problem,) = refused.value.problems
    assert problem.key == f"printer.printer-1.{key}"
    assert expected in problem.message
    assert problem.line > 1000


@pytest.mark.parametrize(
    "settings",
    [
        'kind = "network"\naddress = "printer-east-1"', 'kind = "network"\naddress = "[fe80::1]:9101"',
        'kind = "serial"\naddress = "/dev/ttyUSB0"\nbaud = 115200', 'kind = "usb"',
        'kind = "usb"\naddress = "04b8:0202:X5"',
        'kind = "file"\naddress = "/dev/usb/lp0"\nattached_to = "kiosk-1"', 'kind = "queue"\naddress = "Star_TSP100"',
    ],
)  # fmt: skip
def test_printers_as_there_are_can_be_written(clinic_text: str, settings: str) -> None:
    read_clinic_file(_with(clinic_text, settings))
