"""What a command that was given nothing asks for is the next line."""

from collections.abc import Callable, Iterator

from tui.desk.plain.state import PlainState


def ask(reader: PlainState, run: Callable[[PlainState, str], Iterator[str]], nothing: str) -> None:
    """Have the next line answer a question: `run` takes it; an empty line does nothing, and `nothing` says so."""

    def answer(line: str) -> Iterator[str]:
        if line:
            yield from run(reader, line)
        else:
            yield nothing

    reader.question = answer
