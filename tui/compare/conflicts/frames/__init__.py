"""Phrase frames: small statements taken from single passages and compared across articles."""
