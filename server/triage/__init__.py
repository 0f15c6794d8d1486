"""From a complaint to a department and an urgency; red flags, alarms, and the log of every triage."""
