"""Tickets: numbering, ordering, calling, missed calls, transfer."""
