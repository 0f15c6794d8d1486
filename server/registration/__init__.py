"""Patients, identity documents, visits and their class."""
