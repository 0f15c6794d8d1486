"""The documents of a hall: small maps, each replaced whole. Instants only, never ages: clients count."""
