"""The reading as plain lines: for screen readers, Braille displays, and terminals that cannot be drawn on.

One passage at a time with its marks as words, and commands that are lines. No byte written here moves a cursor.
"""

from tui.desk.plain.reader import PlainReader

__all__ = ["PlainReader"]
