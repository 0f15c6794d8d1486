"""What tests stand on: a clock that is set by hand, a temporary PostgreSQL, a running product."""
