"""Pure decisions about waits. They take `now` and plain values."""
