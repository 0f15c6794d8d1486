"""The clinic as its own file describes it: halls, departments, rooms, doctors, printers, screens."""
