"""Too many people in a waiting hall (R47)."""
