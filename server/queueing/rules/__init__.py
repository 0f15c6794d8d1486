"""Pure decisions of the queue. They take `now` and plain values."""
