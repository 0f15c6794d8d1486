"""HTTP of devices: pairing, what a device knows of itself, calls for help, troubles."""

from server.devices.api import help, installed, pairing  # noqa: F401, A004  (importing them adds their routes)
from server.devices.api.parts import blueprint

__all__ = ["blueprint"]
