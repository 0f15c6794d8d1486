"""The server: everything that decides, stores and sends. See docs/architecture.md."""
