"""Pure decisions about paper: what a ticket's code says, and the instants that written times mean."""
