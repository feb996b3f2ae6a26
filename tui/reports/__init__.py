"""Comparisons and claims as files for people and for other programs, and claims back in."""
