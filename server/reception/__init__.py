"""One arrival, from a registration to a ticket, in one transaction."""
