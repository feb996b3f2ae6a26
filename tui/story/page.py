"""What was read from a page, a document or a text, before it is an article."""

from dataclasses import dataclass

from tui.story.metadata import Metadata


@dataclass(frozen=True, slots=True)
class WebPage:
    """An article read from a page; `headings` are its lines that are headings, `warning` a doubt about it."""

    about: Metadata
    text: str
    headings: tuple[str, ...]
    warning: str | None = None
