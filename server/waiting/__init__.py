"""How long it takes, the watch over 20 minutes, and apologies in person."""
