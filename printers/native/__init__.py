"""Tickets as text that the printer sets in its own characters, for lines that are too slow for pictures."""
