"""The print agent: a small program on a kiosk's own computer that prints for a Houzhen server (R59)."""
