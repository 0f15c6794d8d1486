"""What can be done with rosters and appointments: one function a use case."""
