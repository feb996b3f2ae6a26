"""The tags and text of an HTML page, in time that grows with its length whatever is left unclosed.

The standard library's parser looks for the end of every unclosed construct anew, which takes time in the
square of the page's length.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9:-]*")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_STOP = re.compile(r"[\"'>]")
_HUGE_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]{8,};?")
_RAW = frozenset({"script", "style", "noscript", "template", "textarea", "title", "iframe", "xmp", "noembed", "svg"})
_MOST_ATTRIBUTES = 20_000
_MOST_FAILURES = 5


@dataclass(frozen=True, slots=True)
class Token:
    """A tag ("p", "/p") with its attributes, or, with an empty `name`, a stretch of text.

    The text of an element whose content is no markup (script, style, title …) is one token after its tag.
    """

    name: str
    text: str = ""
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """The value of the attribute `name`; "" where it has none."""
        return next((value for key, value in self.attributes if key == name), "")


def tokens(page: str) -> Iterator[Token]:
    """The tags and stretches of text of `page`, in order, comments and declarations left out."""
    return _Scanner(page).run()


def unescaped(text: str) -> str:
    """`text` with character references replaced; one that names no character becomes U+FFFD."""
    return html.unescape(_HUGE_REFERENCE.sub("\N{REPLACEMENT CHARACTER}", text))


class _Scanner:
    """Walks a page once. What was searched for in vain is not searched for again."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._lower = page.lower() if len(page.lower()) == len(page) else page
        self._absent: set[str] = set()
        self._failures = 0

    def run(self) -> Iterator[Token]:
        """The tokens of the page."""
        place = 0
        while place < len(self._page):
            opening = self._page.find("<", place)
            if opening < 0:
                opening = len(self._page)
            if opening > place:
                yield Token("", unescaped(self._page[place:opening]))
            if opening >= len(self._page):
                return
            token, place = self._markup(opening)
            if token:
                yield token
                if token.name in _RAW:
                    closing = self._find(f"</{token.name}", place)
                    end = len(self._page) if closing < 0 else closing
                    yield Token(
                        "",
                        unescaped(self._page[place:end]) if token.name == "title" else self._page[place:end],
                    )
                    place = end

    def _markup(self, opening: int) -> tuple[Token | None, int]:
        """The tag that starts at `opening`, if it is one, and where the text goes on."""
        page = self._page
        if page.startswith("<!--", opening):
            return None, self._after("-->", opening + 2)
        if page.startswith(("<!", "<?"), opening):
            return None, self._after(">", opening)
        name = _NAME.match(page, opening + 1, opening + 60)
        if not name:
            return Token("", "<"), opening + 1
        end = self._tag_end(name.end())
        if end < 0:
            return Token("", "<"), opening + 1
        return Token(name.group().lower(), attributes=self._attributes(name.end(), end)), end + 1

    def _attributes(self, start: int, end: int) -> tuple[tuple[str, str], ...]:
        found = _ATTRIBUTE.findall(self._page[start : min(end, start + _MOST_ATTRIBUTES)])
        return tuple((key.lower(), unescaped(one or two or three)) for key, one, two, three in found[:60])

    def _tag_end(self, place: int) -> int:
        """Where the tag's closing bracket is, those inside quoted values left aside; -1 where there is none."""
        start = place
        while self._failures < _MOST_FAILURES:
            stop = _STOP.search(self._page, place)
            if not stop:
                break
            if stop.group() == ">":
                return stop.start()
            place = self._find(stop.group(), stop.end()) + 1
            if place == 0:
                break
        self._failures += 1
        return self._find(">", start)

    def _after(self, mark: str, place: int) -> int:
        found = self._find(mark, place)
        return len(self._page) if found < 0 else found + len(mark)

    def _find(self, mark: str, place: int) -> int:
        if mark in self._absent:
            return -1
        found = self._lower.find(mark, place)
        if found < 0:
            self._absent.add(mark)
        return found
