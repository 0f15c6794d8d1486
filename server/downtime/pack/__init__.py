"""The pack on paper: tickets, forms and the guide's rules as one PDF on A4, in Chinese and English (R105)."""

from server.downtime.pack.document import draw_pack

__all__ = ["draw_pack"]
