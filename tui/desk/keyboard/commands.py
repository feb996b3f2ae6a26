"""What can be typed after ":" besides the names of actions: commands that take an argument."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeskCommand:
    """A command by its name, with what it takes and what it does."""

    name: str
    argument: str
    title: str

    @property
    def usage(self) -> str:
        """How it is typed."""
        return f":{self.name} {self.argument}"


COMMANDS: tuple[DeskCommand, ...] = (
    DeskCommand("add", "FILE, FOLDER or URL …", "open more articles beside these"),
    DeskCommand("close", "[N]", "take article N, else this one, off the desk; claims stay"),
    DeskCommand("copy", "FILE or -", "append the quote here to a file; - prints it when you leave"),
    DeskCommand("both", "FILE or -", "the same with both wordings"),
    DeskCommand("go", "ARTICLE:PASSAGE", "to that passage; 2:8 alone does as well"),
    DeskCommand("name", "TEXT", "give the story another name"),
)
"""All commands, in the order in which they are offered."""
