"""What keeps an installation safe: backups, their proof, the way back, and what is wrong with it now."""
