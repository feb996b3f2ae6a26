"""The process that runs the extractors written by others, which a hostile page can stall or crash.

Reads requests from standard input and answers on standard output, each a length of four bytes, big-endian,
and so many bytes. A request is a word, a line feed and data: "page" with HTML in UTF-8, "pdf" or "docx" with a
document. An answer is JSON. A first answer, empty, says that it is ready.
"""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from tui.story.extraction.office import read_document

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_MEMORY = 2_000_000_000
_MOST_PROCESSOR_SECONDS = 25


def main() -> None:
    """Serve pages until standard input ends."""
    _limit_memory()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    # Extractors take half a second to be imported, and a document needs none.
    engines = None if "documents" in sys.argv else _Engines()
    _answer(answers, b"")
    while True:
        head = requests.read(4)
        if len(head) < 4:
            return
        kind, _, data = requests.read(int.from_bytes(head, "big")).partition(b"\n")
        _limit_processor()
        found: object
        if kind == b"page":
            engines = engines or _Engines()
            page = data.decode("utf-8", "replace")
            found = {"trafilatura": engines.trafilatura(page), "readability": engines.readability(page)}
        else:
            found = read_document(data, kind.decode())
        _answer(answers, json.dumps(found).encode())


class _Engines:
    """The extractors that are installed; each gives None where it is missing, finds nothing or fails."""

    def __init__(self) -> None:
        try:
            import trafilatura
        except ImportError:
            self._trafilatura = None
        else:
            self._trafilatura = trafilatura
        try:
            from readability import Document
        except ImportError:
            self._document = None
        else:
            self._document = Document

    def trafilatura(self, page: str) -> list[tuple[str, str]] | None:
        """What trafilatura takes for the article, as pairs (kind, text)."""
        if self._trafilatura is None:
            return None
        for precise in (True, False):
            try:
                found = self._trafilatura.bare_extraction(
                    page, include_comments=False, include_tables=False, favor_precision=precise
                )
            except Exception:
                return None
            if found is not None and found.body is not None and (pairs := list(_pairs(found.body))):
                return pairs
        return None

    def readability(self, page: str) -> str | None:
        """What readability takes for the article, as HTML."""
        if self._document is None:
            return None
        try:
            return str(self._document(page).summary(html_partial=True))
        except Exception:
            return None


def _pairs(body: "_Element") -> Iterator[tuple[str, str]]:
    """The kind and text of each paragraph, heading and item; text beside them makes a paragraph of its own."""
    for element in body:
        if element.tag == "list":
            yield from (("item", _words(item)) for item in element.iter("item"))
        elif element.tag in ("quote", "div") and len(element) and element[0].tag != "lb":
            yield "sentence", element.text or ""
            yield from _pairs(element)
        else:
            yield "heading" if element.tag == "head" else "sentence", _words(element)
        yield "sentence", element.tail or ""


def _words(element: "_Element") -> str:
    for line_break in element.iter("lb"):
        line_break.tail = " " + (line_break.tail or "")
    return "".join(map(str, element.itertext()))


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _limit_processor() -> None:
    """End this process by the kernel's hand if its parent is gone and the page never ends."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + _MOST_PROCESSOR_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _answer(stream: BinaryIO, data: bytes) -> None:
    stream.write(len(data).to_bytes(4, "big") + data)
    stream.flush()


if __name__ == "__main__":
    main()
