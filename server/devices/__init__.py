"""Kiosks, displays and printers: pairing, heartbeat, faults, calls for help."""
