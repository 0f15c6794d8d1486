"""Pure decisions about rosters and appointments. They take `now` and plain values."""
