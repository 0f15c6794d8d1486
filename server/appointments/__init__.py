"""Appointments: roster, grid of 15-minute units, booking, signing in, reminders, call-backs (R31–R36, R65–R80)."""
