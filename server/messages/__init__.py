"""Silent messages between a desk and a room, with an answer (R44)."""
