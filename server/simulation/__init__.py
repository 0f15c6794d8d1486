"""A clinic in a box: simulated days under the very rules by which the server calls (R29, R53, R54).

Nothing here reads a database or a clock. Time is minutes since the day's midnight; the rules are told instants.
"""
