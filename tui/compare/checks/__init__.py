"""What an editor should check inside one article, whatever the others say: one module a check."""

from tui.compare.checks.remark import CheckKind, Remark
from tui.story.model import Article

__all__ = ["CheckKind", "Remark", "check_list"]


def check_list(article: Article) -> tuple[Remark, ...]:
    """The remarks on `article` in text order; spans are code points into its text."""
    from tui.compare.checks import headline, holes, names, sums, weekdays

    found = [
        remark
        for check in (holes.find, names.find, weekdays.find, headline.find, sums.find)
        for remark in check(article)
    ]
    return tuple(sorted(found, key=lambda remark: (remark.span, remark.kind)))
