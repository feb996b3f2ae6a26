"""What the status row says while words or passages are selected."""

from collections.abc import Sequence

from tui.desk.draw.status import Notice
from tui.desk.draw.words import address, counted
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import Line, Span, fit, shorten, width_of
from tui.desk.reading.state import Reading

_MOVING = tuple(f"select.{step}" for step in ("next", "previous", "down", "up", "first", "last", "swap"))
_TAGGING = ("tag.prompt", "tag.repeat", "claim.note")


def selected_words(reading: Reading) -> str:
    """What is selected: "10 words of 2:8"; the passage under the cursor where nothing is."""
    selection = reading.selection
    if selection is None:
        return address(reading.place)
    passages = selection.passages
    first = address((selection.article, passages[0]))
    where = first if len(passages) == 1 else f"{first}-{passages[-1] + 1}"
    return where if selection.whole else f"{counted(selection.count, 'word')} of {where}"


def draw_selecting(reading: Reading, editor: str, notice: Notice, width: int) -> Line:
    """The status row: what is selected, and the keys that move its end or act on it."""
    left = [Span(" SELECT", "title"), *notice.warning, Span(f"  {selected_words(reading)}", "strong")]
    right = (
        [Span(f"{notice.pending}_ ", "strong")]
        if notice.pending
        else [Span(f"{key_for('select.end')} leaves  {key_for('help')} help ")]
    )
    room = width - width_of(right) - width_of(left) - 2
    if notice.message:
        left.append(notice.said(room))
    else:
        left.append(Span(f"  {shorten(f'{_keys(_MOVING)} move  {_keys(_TAGGING)} tag', room)}", "dim"))
    return fit((*fit(left, width - width_of(right)), *right), width)


def _keys(actions: Sequence[str]) -> str:
    return " ".join(map(key_for, actions))
