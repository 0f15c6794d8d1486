"""The front desk's use cases that join areas: an arrival, a change for the worse, what is shown of a ticket."""
