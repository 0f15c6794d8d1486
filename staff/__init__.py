"""The tablet of guides, doctors and supervisors."""
