"""When a doctor is there: weekly sessions from the clinic's file, and exceptions for single days (R35, R46)."""
