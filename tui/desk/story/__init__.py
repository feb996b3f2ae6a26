"""One story on the desk: its articles, their comparison, where it was left, and what changed since."""
