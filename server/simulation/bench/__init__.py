"""How good the predictions of waits are (R53): days are played again, and at each arrival every method says what it
would have said, from what was known then."""
