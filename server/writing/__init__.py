"""Writing a character by hand: strokes in, likely characters out. Knows no patient and keeps nothing."""
