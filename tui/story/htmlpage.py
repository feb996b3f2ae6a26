"""The article in an HTML page: its paragraphs, headings and list items as plain text, and its metadata."""

import re
from dataclasses import dataclass

from tui.story.extraction.paragraphs import Kind, Paragraph, as_text, paragraphs_of
from tui.story.htmlmetadata import Head, metadata_of, title_of_page
from tui.story.htmltokens import Token, tokens
from tui.story.metadata import Metadata

_MUTE = frozenset({"script", "style", "noscript", "template", "textarea", "title", "iframe", "xmp", "noembed", "svg"})
_ASIDE = frozenset({
    "nav", "aside", "footer", "figure", "figcaption", "form", "button", "select", "dialog", "menu", "object", "audio",
    "video", "math", "label", "fieldset",
})  # fmt: skip
_BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "header", "body", "html", "blockquote", "pre", "ul", "ol", "li", "dl",
    "dt", "dd", "table", "tr", "td", "th", "tbody", "thead", "caption", "hr", "address", "details", "summary",
    "h1", "h2", "h3", "h4", "h5", "h6",
}) | _ASIDE  # fmt: skip
_VOID = frozenset({
    "br", "img", "hr", "meta", "link", "input", "source", "wbr", "area", "base", "col", "embed", "param", "track",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CLUTTER = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|sidebar|footer|related|recirc|promo|newsletter|share|sharing|social|comments?"
    r"|cookie|consent|advert|advertisement|sponsored|breadcrumbs?|caption|subscribe|signup|popup|modal|tags"
    r"|trending|recommended|read-more|readmore|most-read|copyright|disclaimer|paywall)(?:$|[\s_-])"
)
_CONTAINERS = frozenset({"html", "body", "main", "article"})
# Stands for <br> until the text is put together; two of them part paragraphs.
_BREAK = "\x1e"
_TWO_BREAKS = re.compile(r"\x1e\s*\x1e")
_LONGEST_NAME = 100
_MOST_AUTHORS = 20
_LEAST_TEXT = 250
_NEAR = 8


@dataclass(slots=True)
class _Block:
    """A stretch of text of one block element; `linked` counts its characters inside links."""

    tag: str
    text: str
    linked: int
    in_article: bool


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page read without any extractor: its head, main headings, and the paragraphs likely of the article.

    `near` are the lines around its title, in their order.
    """

    head: Head
    main_headings: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    near: tuple[str, ...]

    def about(self) -> Metadata:
        """What the page says of its article's publication."""
        return metadata_of(self.head, self.main_headings, self.near)


def read_page(page: str) -> tuple[Metadata, str]:
    """What the HTML `page` says of its publication, and its article as plain text.

    Paragraphs are parted by blank lines, list items begin with "- ". Navigation, asides, figures, scripts and the
    like are left out. The first main heading comes first where the page has one. Takes time that grows with the
    page's length, however it is broken.
    """
    plain = plain_page(page)
    title = next((heading for heading in plain.main_headings if len(heading) > 3), None)
    paragraphs = [each for each in plain.paragraphs if each.text != title]
    if title:
        paragraphs.insert(0, Paragraph("heading", title))
    return plain.about(), as_text(paragraphs)


def plain_page(page: str) -> PlainPage:
    """The HTML `page` by rules of thumb on its elements, in time that grows with its length."""
    reader = _Reader()
    reader.read(page)
    kept = _prose(reader.blocks)
    if _size(kept) < _LEAST_TEXT:
        # An aside that is never closed swallows the article.
        lenient = _Reader(asides=True, clutter=True)
        lenient.read(page)
        whole = _prose(lenient.blocks)
        kept = whole if _size(whole) > 2 * _size(kept) else kept
        if _size(kept) < _LEAST_TEXT:
            # No rule of thumb holds for a short page.
            kept = reader.blocks or kept
    headings = tuple(block.text for block in reader.blocks if block.tag == "h1")
    return PlainPage(
        reader.head,
        headings,
        tuple(Paragraph(_kind(block.tag), block.text) for block in kept),
        _near(reader, title_of_page(reader.head, headings, None)),
    )


def _near(reader: "_Reader", title: str | None) -> tuple[str, ...]:
    """The short lines before and after the last place where the title stands as a line."""
    if not title:
        return ()
    places = [place for place, block in enumerate(reader.blocks) if block.text == " ".join(title.split())]
    if not places:
        return ()
    lines = reader.blocks[places[-1] + 1 : places[-1] + 1 + _NEAR] + reader.blocks[max(0, places[-1] - 2) : places[-1]]
    return tuple(block.text for block in lines)


def extracted_paragraphs(page: str) -> tuple[Paragraph, ...]:
    """All paragraphs of HTML that an extractor has already cleaned, asides left out."""
    reader = _Reader(clutter=True)
    reader.read(page)
    return paragraphs_of((_kind(block.tag), block.text) for block in reader.blocks)


class _Reader:
    """Collects blocks of text while walking a page's tags.

    Asides (navigation, figures, forms …) and clutter (what a class or id calls so) are left out unless wanted.
    """

    def __init__(self, *, asides: bool = False, clutter: bool = False) -> None:
        self.blocks: list[_Block] = []
        self.head = Head()
        self._asides = asides
        self._clutter = clutter
        self._stack: list[tuple[str, bool]] = []
        self._open: dict[str, int] = {}
        self._dropped = 0
        self._mute = ""
        self._script = False
        self._pieces: list[str] = []
        self._linked = 0
        self._author_depth: int | None = None

    def read(self, page: str) -> None:
        """Walk `page`; the blocks and the head are complete afterwards."""
        for token in tokens(page):
            if not token.name:
                self._text(token.text)
            elif token.name.startswith("/"):
                self._end(token.name[1:])
            else:
                self._start(token)
        self._flush("")

    def _text(self, text: str) -> None:
        if self._mute:
            if self._mute == "title" and not self.head.title:
                self.head.title = text[:1_000]
            elif self._mute == "script" and self._script and len(text) < 500_000:
                self.head.scripts.append(text)
            self._mute = ""
            return
        if self._author_depth is not None and len(self.head.authors[-1]) < _LONGEST_NAME:
            self.head.authors[-1] += text[:_LONGEST_NAME]
        if not self._dropped:
            self._pieces.append(text)
            if self._open.get("a"):
                self._linked += len(text.strip())

    def _start(self, token: Token) -> None:
        name = token.name
        if name in ("meta", "link", "time"):
            self._note(token)
        if name in _MUTE:
            self._mute = name
            self._script = "ld+json" in token.get("type")
            return
        if name == "br":
            self._text(_BREAK)
        if name in _BLOCKS:
            self._flush(self._block_tag())
            if name in ("p", "li") and self._stack and self._stack[-1][0] == name:
                self._end(name)
        if name not in _VOID:
            drops = (not self._asides and _is_aside(token)) or (not self._clutter and _is_clutter(token))
            if self._author_depth is None and len(self.head.authors) < _MOST_AUTHORS and _names_author(token):
                self._author_depth = len(self._stack)
                self.head.authors.append("")
            self._stack.append((name, drops))
            self._open[name] = self._open.get(name, 0) + 1
            self._dropped += drops

    def _end(self, name: str) -> None:
        if name in _BLOCKS:
            self._flush(self._block_tag())
        if not self._open.get(name):
            return
        while self._stack:
            closed, drops = self._stack.pop()
            self._open[closed] -= 1
            self._dropped -= drops
            if self._author_depth is not None and len(self._stack) <= self._author_depth:
                self._author_depth = None
            if closed == name:
                return

    def _block_tag(self) -> str:
        for tag in ("li", "h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote"):
            if self._open.get(tag):
                return tag
        return "div"

    def _flush(self, tag: str) -> None:
        if not self._pieces:
            return
        paragraphs = _TWO_BREAKS.split("".join(self._pieces))
        lines = [" ".join(paragraph.replace(_BREAK, " ").split()) for paragraph in paragraphs]
        inside = bool(self._open.get("article") or self._open.get("main"))
        self.blocks.extend(_Block(tag, line, self._linked, inside) for line in lines if line)
        self._pieces = []
        self._linked = 0

    def _note(self, token: Token) -> None:
        if token.name == "meta":
            name = (token.get("property") or token.get("name") or token.get("itemprop")).lower()
            if name and token.get("content"):
                self.head.named.setdefault(name, token.get("content"))
        elif token.name == "link" and token.get("rel").lower() == "canonical":
            self.head.canonical = self.head.canonical or token.get("href")
        elif token.name == "time":
            self.head.time = self.head.time or token.get("datetime")


def _names_author(token: Token) -> bool:
    """Whether an element is said to hold the author's name, as microdata and links to authors' pages do."""
    return "author" in token.get("itemprop").lower().split() or "author" in token.get("rel").lower().split()


def _is_aside(token: Token) -> bool:
    return token.name in _ASIDE


def _is_clutter(token: Token) -> bool:
    if token.get("aria-hidden") == "true" or token.get("role") in ("navigation", "banner"):
        return True
    if token.name in _CONTAINERS or token.name in _HEADINGS:
        return False
    return _CLUTTER.search(f"{token.get('class')} {token.get('id')}".lower()[:500]) is not None


def _prose(blocks: list[_Block]) -> list[_Block]:
    kept = [block for block in blocks if _is_prose(block)]
    inside = [block for block in kept if block.in_article]
    return inside if _size(inside) >= _LEAST_TEXT else kept


def _size(blocks: list[_Block]) -> int:
    return sum(len(block.text) + 2 for block in blocks)


def _kind(tag: str) -> Kind:
    if tag in _HEADINGS:
        return "heading"
    return "item" if tag == "li" else "sentence"


def _is_prose(block: _Block) -> bool:
    length = len(block.text)
    if not any(map(str.isalnum, block.text)):
        return False
    if block.tag in _HEADINGS:
        return block.linked < 0.5 * length
    if block.tag in ("p", "blockquote"):
        return block.linked < 0.9 * length or length > 120
    if block.tag == "li":
        return length > 25 and block.linked < 0.5 * length
    return length > 80 and block.linked < 0.3 * length
