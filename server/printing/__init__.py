"""Print jobs as the server sees them: what to print, where, with what result."""
