"""The screens in the waiting halls."""
