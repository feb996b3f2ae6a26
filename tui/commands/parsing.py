"""The parser of every command line."""

import argparse
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """A parser whose complaints repeat nothing that would command the terminal."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage, and end with status 2."""
        from tui.story.sanitise import sanitise_line

        super().error(sanitise_line(message))
