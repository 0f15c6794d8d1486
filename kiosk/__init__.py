"""The touchscreen in the lobby."""
