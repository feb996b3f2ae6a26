"""PDF and Word documents as paragraphs, by pypdf and python-docx; runs in the process with limits."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

_MISSING = "needs the extra copydesk[formats], which is not installed: `copydesk doctor` says how to add it"
_DAMAGED = "a damaged or locked document: save its text as .txt and open that"
_MOST_PAGES = 500
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")


def read_document(data: bytes, kind: str) -> dict[str, Any]:
    """Title, author and paragraphs, pairs (kind, text), of a "pdf" or "docx"; else an error, one sentence."""
    reader = {"pdf": _read_pdf, "docx": _read_docx}[kind]
    try:
        return reader(data)
    except ImportError:
        return {"error": _MISSING}
    except Exception:
        return {"error": _DAMAGED}


def _read_pdf(data: bytes) -> dict[str, Any]:
    from pypdf import PdfReader

    document = PdfReader(BytesIO(data))
    about = document.metadata
    pages = [document.pages[number].extract_text() for number in range(min(len(document.pages), _MOST_PAGES))]
    text = _HYPHEN.sub("", "\n\n".join(pages))
    paragraphs = [("sentence", paragraph) for paragraph in _paragraphs(text)]
    return {"title": about and about.title, "author": about and about.author, "paragraphs": paragraphs}


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a page's lines: a line that ends a sentence well before the margin ends one."""
    lines = text.split("\n")
    width = max(map(len, lines), default=0)
    current: list[str] = []
    for line in lines:
        if line.strip():
            current.append(line.strip())
        ends = line.rstrip().endswith((".", "!", "?", "”", '"')) and len(line.rstrip()) < 0.8 * width
        if current and (ends or not line.strip()):
            yield " ".join(current)
            current = []
    if current:
        yield " ".join(current)


def _read_docx(data: bytes) -> dict[str, Any]:
    from docx import Document

    document = Document(BytesIO(data))
    properties = document.core_properties
    paragraphs = [(_kind(each.style.name if each.style else None), each.text) for each in document.paragraphs]
    return {"title": properties.title or None, "author": properties.author or None, "paragraphs": paragraphs}


def _kind(style: str | None) -> str:
    if style and style.startswith(("Heading", "Title")):
        return "heading"
    return "item" if style and style.startswith("List") else "sentence"
