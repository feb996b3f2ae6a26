"""A report before it has a format: sections of entries, rendered as Markdown or as one HTML page."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui.reports.plain import one_line
from tui.story.sanitise import sanitise

MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"
"""Private characters that stand around the words that differ until a renderer turns them into markup."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, where they stand, and the article's web address where it has one."""

    words: str
    source: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding or claim: a heading, its quotes, and named facts about it."""

    heading: str
    quotes: tuple[Quote, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list of entries, with what is to be said of all of them; without entries it is said to have none."""

    title: str
    entries: tuple[Entry, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report."""

    title: str
    summary: str
    sections: tuple[Section, ...] = field(default=())


def markdown(document: Document) -> str:
    """The report as Markdown (CommonMark); nothing in it is taken for markup or HTML."""
    lines = [f"# {_md(document.title)}", "", _md(document.summary)]
    for section in document.sections:
        lines += ["", f"## {_md(section.title)} ({len(section.entries)})"]
        if section.note:
            lines += ["", _md(section.note)]
        if not section.entries:
            lines += ["", "None."]
        for entry in section.entries:
            lines += _md_entry(entry)
    return "\n".join(lines) + "\n"


def _md_entry(entry: Entry) -> Iterator[str]:
    yield from ("", f"### {_md(entry.heading)}")
    for quote in entry.quotes:
        yield from ("", f"> {_marked(_md(quote.words), '**', '**')}")
        if quote.source:
            source = _md(quote.source)
            yield from (">", f"> — [{source}](<{_md_address(quote.url)}>)" if quote.url else f"> — {source}")
    if entry.facts:
        yield ""
    for name, value in entry.facts:
        parts = [_md(line) for line in value.splitlines() if line.strip()]
        yield f"- {_md(name)}: {'<br>'.join(parts)}"


def page(document: Document) -> str:
    """The report as one HTML page that loads nothing and runs nothing."""
    sections = "\n".join(_html_section(number, each) for number, each in enumerate(document.sections, start=1))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_html(document.title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{_html(document.title)}</h1>\n<p>{_html(document.summary)}</p>\n"
        f"{_html_contents(document.sections)}\n{sections}\n</body>\n</html>\n"
    )


_STYLE = """\
:root { color-scheme: light dark; }
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
body { overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0; list-style: none; }
h2 { border-bottom: 1px solid; padding-bottom: .2rem; margin-top: 2.5rem; }
article { margin: 1.5rem 0; }
h3 { font-size: 1rem; margin: 0 0 .3rem; }
blockquote { margin: .3rem 0 .3rem 1rem; padding-left: .8rem; border-left: 3px solid #888; }
blockquote footer { font-size: .85rem; }
mark { background: none; color: inherit; font-weight: bold; text-decoration: underline; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .8rem; margin: .3rem 0 0 1rem; font-size: .9rem; }
dt { font-weight: bold; }
dd { margin: 0; white-space: pre-line; }
@media (max-width: 30rem) { body { margin: 1rem auto; } blockquote, dl { margin-left: 0; } }
@media print { body { max-width: none; margin: 0; } nav { display: none; } article { break-inside: avoid; } }
"""


def _html_contents(sections: tuple[Section, ...]) -> str:
    """Where each section is: a long report is seldom read from the top."""
    items = "".join(
        f'<li><a href="#s{number}">{_html(section.title)}</a> ({len(section.entries)})</li>'
        for number, section in enumerate(sections, start=1)
    )
    return f'<nav aria-label="sections"><ul>{items}</ul></nav>'


def _html_section(number: int, section: Section) -> str:
    entries = "\n".join(_html_entry(entry) for entry in section.entries) or "<p>None.</p>"
    note = f"<p>{_html(section.note)}</p>\n" if section.note else ""
    heading = f"<h2>{_html(section.title)} ({len(section.entries)})</h2>"
    return f'<section id="s{number}">\n{heading}\n{note}{entries}\n</section>'


def _html_entry(entry: Entry) -> str:
    quotes = "\n".join(_html_quote(quote) for quote in entry.quotes)
    facts = "".join(f"<dt>{_html(name)}</dt><dd>{_html_lines(value)}</dd>" for name, value in entry.facts)
    listed = f"\n<dl>{facts}</dl>" if facts else ""
    return f"<article>\n<h3>{_html(entry.heading)}</h3>\n{quotes}{listed}\n</article>"


def _html_quote(quote: Quote) -> str:
    words = _marked(_html(quote.words), "<mark>", "</mark>")
    source = _html(quote.source)
    if quote.url and quote.url.startswith(("http://", "https://")):
        source = f'<a href="{html.escape(sanitise(quote.url), quote=True)}" rel="noreferrer">{source}</a>'
    footer = f"\n<footer>{source}</footer>" if source else ""
    return f"<blockquote>{words}{footer}</blockquote>"


def _html(text: str) -> str:
    return html.escape(one_line(text), quote=True)


def _html_lines(text: str) -> str:
    return html.escape(sanitise(text), quote=True)


def _md(text: str) -> str:
    line = re.sub(r"([\\`*_{}\[\]<>#|~!&$])", r"\\\1", one_line(text))
    # What begins a list, a heading or a rule at the start of a line is text here.
    return re.sub(r"^([-+=]|\d+(?=[.)]))", r"\\\1" if not line[:1].isdigit() else r"\1\\", line)


def _md_address(url: str) -> str:
    return re.sub(r"[\s<>\\]", lambda match: f"%{ord(match.group()):02X}", one_line(url))


def _marked(text: str, opening: str, closing: str) -> str:
    return text.replace(MARK_OPEN, opening).replace(MARK_CLOSE, closing)
