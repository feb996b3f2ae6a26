"""Whose article a quote is from, in the words a colleague looks for: outlet and date."""

from tui.claims.model import Anchor
from tui.reports.plain import cut, one_line, published_time


def credit(anchor: Anchor) -> str:
    """Outlet and date of publication, "News Ex, 2026-03-01"; what is not known is left out."""
    return ", ".join(part for part in (one_line(anchor.outlet), published_time(anchor.published)) if part)


def source(anchor: Anchor, width: int | None = None) -> str:
    """The article by its title, of at most `width` characters, outlet and date; by its name where it has none."""
    title = one_line(anchor.title) or ("" if credit(anchor) else one_line(anchor.article))
    return ", ".join(part for part in (title if width is None else cut(title, width), credit(anchor)) if part)
