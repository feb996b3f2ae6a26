"""A web page as an article: the extraction that three extractors agree on, what surrounds it left out."""

import re
from collections.abc import Sequence

from tui.story.boilerplate import is_boilerplate
from tui.story.extraction.consensus import most_agreed
from tui.story.extraction.paragraphs import Paragraph, as_text
from tui.story.extraction.worker import OverrunError, Worker
from tui.story.htmlpage import PlainPage, extracted_paragraphs, plain_page
from tui.story.htmltokens import unescaped
from tui.story.page import WebPage
from tui.story.sanitise import sanitise

_CONTROL = re.compile(r"&#(?:[xX]0*[0-9a-fA-F]{1,2}|0*[0-9]{1,3});?")
_SHORT_PAGE = 600
_DOUBTFUL = 0.65
_TEASER_LENGTH = 100
_TEASERS = 3
_EXTRACTORS = Worker()


def read_web_page(page: str, worker: Worker = _EXTRACTORS) -> WebPage:
    """The article of the HTML `page`, its title first where the page shows one, and what is known of it.

    trafilatura, readability and the rules of `htmlpage` each propose an article; the proposal nearest to the
    others wins. Where the extractors are missing, take too long or break, the rules alone decide. Pointers
    elsewhere, notices and credits are left out.
    """
    page = _without_controls(page)
    plain = plain_page(page)
    found, warning = _body(page, plain, worker)
    about = plain.about()
    title = _shown_title(plain, about.title)
    body = [each for each in found if _belongs(each, title)] or list(found)
    if title and body:
        body.insert(0, Paragraph("heading", title))
    headings = tuple(each.text for each in body if each.kind == "heading")
    return WebPage(about, as_text(body), headings, warning)


def end_extractors() -> None:
    """End the process of the extractors; the next page starts another."""
    _EXTRACTORS.close()


def extract(page: str, worker: Worker = _EXTRACTORS) -> tuple[Paragraph, ...]:
    """The paragraphs of the article of `page`, without its title: what is measured against other extractors."""
    page = _without_controls(page)
    plain = plain_page(page)
    title = _shown_title(plain, plain.about().title)
    return tuple(each for each in _body(page, plain, worker)[0] if _belongs(each, title))


def _body(page: str, plain: PlainPage, worker: Worker) -> tuple[Sequence[Paragraph], str | None]:
    if sum(len(each.text) for each in plain.paragraphs) < _SHORT_PAGE and len(page) < 4 * _SHORT_PAGE:
        return plain.paragraphs, None
    try:
        answer = worker.extract(page)
    except OverrunError as error:
        return plain.paragraphs, f"read by simple rules, because the page {error}: check that nothing is missing"
    candidates = {"plain": plain.paragraphs}
    if answer.trafilatura:
        candidates["trafilatura"] = answer.trafilatura
    if answer.readability:
        candidates["readability"] = extracted_paragraphs(answer.readability)
    candidates = {name: each for name, each in candidates.items() if each}
    if not candidates:
        return (), None
    best, agreement = most_agreed(candidates, ("trafilatura", "readability"))
    if len(candidates) > 1 and agreement < _DOUBTFUL:
        return candidates[best], "it is not clear which part of the page is the article: check the text against it"
    teasers = sum(len(each.text) > _TEASER_LENGTH and each.text.endswith(("…", "...")) for each in candidates[best])
    if teasers >= _TEASERS:
        return candidates[best], "it may hold the beginnings of other articles: check the text against the page"
    return candidates[best], None


def _belongs(paragraph: Paragraph, title: str | None) -> bool:
    return paragraph.text != title and not is_boilerplate(paragraph.text)


def _shown_title(plain: PlainPage, title: str | None) -> str | None:
    """The main heading that says most nearly what the head gives as the title; None where none resembles it."""
    wanted = _words(title or plain.head.title)
    shown = [heading for heading in plain.main_headings if len(heading) > 3]
    if not wanted:
        return shown[0] if shown else None
    return max(
        (heading for heading in shown if 2 * len(wanted & _words(heading)) > min(len(wanted), len(_words(heading)))),
        key=lambda heading: len(wanted & _words(heading)),
        default=None,
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text[:600].casefold()))


def _without_controls(page: str) -> str:
    """`page` without control characters and references to them, one of which empties a page for libxml2."""
    return sanitise(_CONTROL.sub(_harmless, page))


def _harmless(match: re.Match[str]) -> str:
    character = unescaped(match.group())
    if character in tuple("<>&\"'"):
        return match.group()
    shown = character.isprintable() or character in "\t\n\r "
    return character if character and shown else "\N{REPLACEMENT CHARACTER}"
