"""An article from bytes: text, Markdown or a page, told apart by the name of the source or by how they begin."""

import hashlib
import re
from pathlib import Path

from tui.story.decoding import declared_charset, decode
from tui.story.frontmatter import split_front_matter
from tui.story.kinds import document_kind
from tui.story.language import detect
from tui.story.metadata import Metadata
from tui.story.model import Article
from tui.story.page import WebPage
from tui.story.passages import passages
from tui.story.reading import UnreadableError
from tui.story.sanitise import sanitise
from tui.story.titles import title_of

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.I)
_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm", ".xhtml")


def read_article(
    data: bytes, source: str, *, path: str | None = None, known: Metadata | None = None, suffix: str | None = None
) -> Article:
    """The article in `data`, the content of a file or stream; `known` fills what it does not say of itself.

    What kind of text it is follows from `suffix`, else from that of `source`. `path` is the absolute path it came from.

    Raises:
        UnreadableError: it is not text, or has no words.
    """
    page = _own_words(data, Path(source).suffix.lower() if suffix is None else suffix)
    text = sanitise(page.text)
    if not text.strip():
        raise UnreadableError("empty: there is no text in it")
    about = page.about.filled_from(known or Metadata())
    language = detect(text)
    cut = passages(text, language, about.title, page.headings)
    return Article(
        id="a1",
        source=source,
        text=text,
        passages=cut,
        title=about.title or title_of(text, cut),
        sha256=hashlib.sha256(data).hexdigest(),
        language=language,
        outlet=about.outlet,
        author=about.author,
        published=about.published,
        updated=about.updated,
        url=about.url,
        path=path,
        warnings=(page.warning,) if page.warning else (),
    )


def _own_words(data: bytes, suffix: str) -> WebPage:
    document = document_kind(data, suffix)
    # Most articles are plain text: what reads pages and documents is imported when one is there.
    if document:
        from tui.story.documents import read_document

        return read_document(data, document)
    # Standard input has no name to tell what it is.
    if suffix in _HTML or (not suffix and _PAGE.match(data)):
        from tui.story.webpage import read_web_page

        return read_web_page(decode(data, declared_charset(data)))
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        from tui.story.feeds import IS_FEED, is_feed

        if is_feed(data):
            raise UnreadableError(IS_FEED)
    text = decode(data)
    about, text = split_front_matter(text) if suffix in _MARKDOWN or not suffix else (Metadata(), text)
    return WebPage(about, text, ())
