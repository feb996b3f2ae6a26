"""Figures of the conflict engine: python -m tests.accuracy.conflict."""
