"""HTTP of accounts: signing in, the hall one works in; for administrators staff and the audit trail."""

from server.accounts.api import session, staff  # noqa: F401  (importing them puts their routes on it)
from server.accounts.api.parts import blueprint

__all__ = ["blueprint"]
