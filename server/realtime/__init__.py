"""What screens show: documents of a hall, Socket.IO, and the relay from the outbox."""
