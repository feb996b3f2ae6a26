"""Linked reading: the other panes follow the cursor, each counterpart on the cursor's row."""

from tui.desk.reading.links import Place
from tui.desk.reading.state import Pane, Reading


def settle(reading: Reading) -> None:
    """Bring the cursor into view, and the counterparts beside it when panes are locked together."""
    reveal_pane(reading)
    reveal_cursor(reading, reading.focus)
    if reading.locked:
        align(reading)


def reveal_pane(reading: Reading) -> None:
    """Have as many articles on the screen as fit, the one with the cursor among them."""
    room = reading.geometry.panes
    shown = [article for article in reading.shown if article < len(reading.panes)]
    if reading.focus not in shown:
        shown = _with(reading, shown, reading.focus, room, keep=())
    here = reading.position(reading.focus)
    for article in [*reading.order[here:], *reversed(reading.order[:here])]:
        if len(shown) < room and article not in shown:
            shown.append(article)
    while len(shown) > room:
        shown.remove(max((article for article in shown if article != reading.focus), key=reading.position))
    reading.shown = tuple(sorted(shown, key=reading.position))


def show_counterpart(reading: Reading) -> None:
    """Bring the article of the counterpart in the drawer on the screen, in place of one without any."""
    if reading.counterpart is not None:
        show_beside(reading, reading.counterpart.far.article)


def show_beside(reading: Reading, article: int) -> None:
    """Bring an article on the screen beside the one with the cursor, in place of one without a counterpart."""
    room = reading.geometry.panes
    if room < 2 or article in reading.shown:
        return
    linked = [other for other in reading.shown if reading.beside(other)]
    shown = _with(reading, list(reading.shown), article, room, keep=(*linked, reading.focus))
    reading.shown = tuple(sorted(shown, key=reading.position))


def _with(reading: Reading, shown: list[int], article: int, room: int, keep: tuple[int, ...]) -> list[int]:
    """The articles shown, with one more; if there is no room the farthest goes, of those to keep the last."""
    here = reading.position(article)
    others = sorted(shown, key=lambda other: (other in keep, -abs(reading.position(other) - here)))
    if keep:
        others = [other for other in others if other != keep[-1]] + [keep[-1]]
    while len(others) >= max(room, 1):
        others.pop(0)
    return [*others, article]


def reveal_cursor(reading: Reading, article: int) -> None:
    """Scroll a pane just as far as needed to show the passage under its cursor, its beginning at least."""
    pane = reading.panes[article]
    if not reading.story.articles[article].passages:
        return
    start, end = reading.layout(article).extent(pane.cursor)
    rows = reading.geometry.text_rows
    if end > pane.top + rows:
        pane.top = end - rows
    if start < pane.top:
        pane.top = start


def align(reading: Reading) -> None:
    """Scroll the other panes so that each counterpart begins on the row where the cursor's passage does."""
    if not reading.story.articles[reading.focus].passages:
        return
    row = max(0, reading.layout(reading.focus).first[reading.pane.cursor] - reading.pane.top)
    for article in reading.shown:
        if article == reading.focus:
            continue
        other = reading.beside(article)
        if other is not None:
            pane: Pane = reading.panes[article]
            pane.cursor = reading.index.facing(other, reading.pane.cursor)
            pane.top = reading.layout(article).first[pane.cursor] - row


def opposite(reading: Reading) -> list[Place]:
    """One passage in each other article: what stands against the one under the cursor there."""
    return [
        (other.far.article, reading.index.facing(other, reading.pane.cursor))
        for article in range(len(reading.panes))
        if article != reading.focus and (other := reading.beside(article)) is not None
    ]
