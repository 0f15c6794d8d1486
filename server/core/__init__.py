"""What every area stands on: clock, settings, database, outbox, errors, ids, language. Knows no clinic."""
