"""The plain reading itself: a command line in, lines of text out. It neither reads nor prints."""

from collections.abc import Iterator

from tui.claims import StoreError
from tui.desk.plain.commands import find
from tui.desk.plain.state import PlainState


class PlainReader(PlainState):
    """A story being read line by line."""

    def answer(self, line: str) -> Iterator[str]:
        """The lines that answer a command; an unknown one is told so."""
        words = line.strip()
        question, self.question = self.question, None
        try:
            if question is not None:
                yield from question(words)
                return
        except StoreError as error:
            yield str(error)
            return
        found = find(words)
        if found is None:
            yield f"no command {words.split()[0]!r}: h lists them"
            return
        command, argument = found
        try:
            yield from command.run(self, argument)
        except StoreError as error:
            yield str(error)
