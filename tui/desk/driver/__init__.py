"""The terminal driver: as few bytes on the wire as the screen needs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver

__all__ = ["KNOWN_TEXTUAL", "choose_driver"]

KNOWN_TEXTUAL = ("8.2.",)
"""Beginnings of the Textual versions whose frames and driver the tests have compared cell by cell."""


def choose_driver() -> type[Driver] | None:
    """Give the driver class for `App(driver_class=...)`; None leaves the choice to Textual.

    COPYDESK_DRIVER=stock asks for Textual's own, COPYDESK_DRIVER=quiet for this one on an untried Textual.
    A driver set by TEXTUAL_DRIVER (the web) always wins, and so does a system without terminals of this kind.
    """
    wish = os.environ.get("COPYDESK_DRIVER", "")
    if wish == "stock" or os.environ.get("TEXTUAL_DRIVER"):
        return None
    import textual

    if wish != "quiet" and not textual.__version__.startswith(KNOWN_TEXTUAL):
        return None
    try:
        from tui.desk.driver.quiet import QuietDriver
    except ImportError:
        return None
    return QuietDriver
