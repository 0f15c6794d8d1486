"""Working on paper while the system is down: packs of numbered tickets, and entering them afterwards (R105)."""
