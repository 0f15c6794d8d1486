"""Staff, roles, sign-in, and the audit trail of who did and who saw what."""
