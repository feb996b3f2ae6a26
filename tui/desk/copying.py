"""Quotes with their source, to be sent to a clipboard, a file, or standard output."""

from pathlib import Path

from tui.compare.model import Link
from tui.desk.draw.words import byline, in_quotes
from tui.desk.lines import one_line
from tui.story.model import Article, Story


def quote_with_source(article: Article, number: int, start: int, end: int) -> str:
    """The words from `start` to `end`, and below them where they stand: source, address, code points."""
    passage = next((n for n, piece in enumerate(article.passages, start=1) if start < piece.end), 1)
    where = f"{number + 1}:{passage}, characters {start} to {end}"
    title = one_line(article.title)
    source = article.url or article.path or article.source
    return (
        f"{in_quotes(one_line(article.text[start:end]))}\n— {byline(article)}: {title} ({where})\n  {one_line(source)}"
    )


def both_wordings(story: Story, link: Link) -> str:
    """Both sides of a link with their sources, and why they are linked."""
    reason = f"{link.kind}: {link.reason}" if link.relation == "conflict" else f"the same, {link.kind}"
    sides = [
        quote_with_source(story.articles[side.article], side.article, side.start, side.end) for side in (link.a, link.b)
    ]
    return "\n\n".join([*sides, reason])


def append_to(file: str, text: str) -> str:
    """Append text to a file; the sentence that says so, or why not."""
    try:
        path = Path(file).expanduser()
        with path.open("a", encoding="utf-8") as opened:
            opened.write(text + "\n\n")
    except (OSError, ValueError, RuntimeError) as error:
        # RuntimeError: the home of a user whom nobody knows.
        return f"not written: {getattr(error, 'strerror', None) or error}: {file}"
    return f"{len(text.split())} words written to {path}"
