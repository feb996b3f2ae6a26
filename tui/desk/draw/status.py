"""The status row: the view, what is going on, what the next key may do, and who is at the desk."""

from dataclasses import dataclass

from rich.cells import cell_len

from tui.desk.draw.words import address
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import Line, Span, fit, shorten, width_of
from tui.desk.reading.marks import CHECK, CONFLICT, ROLES
from tui.desk.reading.state import Reading

GAP = 2


@dataclass(frozen=True, slots=True)
class Notice:
    """What the status row says besides the state: a message, an error, what waits for the editor, progress,
    half-typed keys.
    """

    message: str = ""
    error: bool = False
    waiting: str = ""
    progress: str = ""
    pending: str = ""
    read_only: bool = False

    @property
    def warning(self) -> list[Span]:
        """What stands behind the name of the view as long as nothing can be saved."""
        return [Span("  READ-ONLY", "error")] if self.read_only else []

    def said(self, room: int) -> Span:
        """The message, as much of it as fits `room` cells behind two blanks."""
        return Span(f"  {shorten(self.message, max(0, room))}", "error" if self.error else "message")


def draw_status(reading: Reading, editor: str, notice: Notice) -> Line:
    """The status row of the panes; a long message has it to itself."""
    width = reading.geometry.width
    left = [Span(" PANES", "title"), *notice.warning, Span("  lock" if reading.locked else "  free", "dim")]
    right = _right(reading, editor, notice)
    room = width - width_of(right) - 1
    if notice.message:
        if cell_len(notice.message) > room - width_of(left) - 3:
            left, right, room = left[:-1], [], width - 1
        left.append(notice.said(room - width_of(left) - 3))
    else:
        left += _counts(reading)
        left += [Span(f"  {said}", "message") for said in (notice.waiting, notice.progress) if said]
    # What is said on the left never runs into the keys on the right.
    if width_of(left) > room - (0 if notice.message else GAP):
        right = right[-1:]
        room = width - width_of(right) - 1
    return fit((*fit(left, room), *right, Span(" ")), width)


def _counts(reading: Reading) -> list[Span]:
    if reading.index.comparison is None:
        return []
    counts = [Span(f"  {mark} {reading.index.count(mark)}", ROLES[mark]) for mark in (CONFLICT, CHECK)]
    return counts if reading.left is None else [*counts, Span(f"  {reading.left} left", "dim")]


def _right(reading: Reading, editor: str, notice: Notice) -> list[Span]:
    if notice.pending:
        return [Span(f"{notice.pending}_", "strong")]
    right: list[Span] = []
    other = reading.counterpart
    if other is not None and not notice.message:
        right.append(Span(f"{key_for('counterpart.follow')} to {address((other.far.article, other.far.first))}  "))
        right.append(Span(f"{key_for('drawer.cycle')} more  ", "dim"))
    nearest = reading.index.nearest(reading.place)
    if nearest is not None and not notice.message:
        right.append(Span(f"{key_for('counterpart.follow')} to {address(nearest.other)}?  ", "dim"))
    return [*right, Span(f"{shorten(editor, 12)}  ", "dim"), Span(f"{key_for('help')} help")]


def prompt_row(name: str, hint: str, right: str, width: int) -> Line:
    """The status row while a prompt awaits a letter."""
    end = (Span(f" {right} ", "dim"),)
    label = Span(f" {name} _", "title")
    left = (label, Span(f"  {shorten(hint, max(1, width - width_of((label, *end)) - 2))}"))
    return fit((*fit(left, width - width_of(end)), *end), width)
