"""HTTP of printing: print agents, staff and administrators, the virtual printers' paper."""

from server.printing.api import agent, printers, roll  # noqa: F401  (importing them adds their routes)
from server.printing.api.parts import blueprint

__all__ = ["blueprint"]
