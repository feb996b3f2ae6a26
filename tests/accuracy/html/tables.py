"""Prints how well articles are found in saved pages, beside other extractors: `python -m tests.accuracy html`."""

import time
from dataclasses import dataclass

from tests.accuracy.html.pages import SavedPage, saved_pages
from tests.accuracy.html.peers import FIELDS, TEXTS
from tests.accuracy.html.scoring import Score, mean, right_fields, score
from tui.story.extraction.paragraphs import as_text
from tui.story.webpage import end_extractors, extract, read_web_page

MARGIN = 0.005
LOWEST = 0.5
MOST_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page: the score of its body, whether a warning was given, seconds taken, fields right."""

    name: str
    body: Score
    whole: Score
    warned: bool
    seconds: float
    fields: tuple[bool, bool, bool] | None


def outcomes(pages: list[SavedPage]) -> list[Outcome]:
    """The outcome for each page."""
    try:
        return [_outcome(page) for page in pages]
    finally:
        end_extractors()


def _outcome(page: SavedPage) -> Outcome:
    begun = time.perf_counter()
    found = read_web_page(page.page)
    seconds = time.perf_counter() - begun
    body = as_text(extract(page.page))
    fields = right_fields(found.about, page.label) if page.label else None
    whole = score(found.text, page.body)
    return Outcome(page.name, score(body, page.body), whole, found.warning is not None, seconds, fields)


def print_tables() -> None:
    """The tables, and which of the demands are met."""
    pages = saved_pages()
    ours = outcomes(pages)
    body = mean([each.body for each in ours])
    print(f"Bodies of {len(pages)} pages: F1 of mean precision and mean recall of runs of four words\n")
    print(f"{'extractor':<24}{'precision':>10}{'recall':>8}{'F1':>8}")
    _print_row("copydesk", body)
    _print_row("copydesk with title", mean([each.whole for each in ours]))
    peers = {name: mean([score(_text(name, page.page), page.body) for page in pages]) for name in TEXTS}
    for name, theirs in peers.items():
        _print_row(name, theirs)
    low = [each for each in ours if each.body.f1 < LOWEST]
    slowest = max(each.seconds for each in ours)
    print(f"\nabove trafilatura: {body.f1 - peers['trafilatura'].f1:+.4f} (wanted {MARGIN:+.4f})")
    print(f"pages below {LOWEST}: {len(low)}, of them without a warning: {sum(not each.warned for each in low)}")
    print(f"pages with a warning: {sum(each.warned for each in ours)}")
    print(f"slowest page: {slowest:.2f} s (allowed {MOST_SECONDS:.0f})")
    _print_fields(pages, ours)


def _text(name: str, page: str) -> str:
    try:
        return TEXTS[name](page)
    except Exception:
        return ""


def _print_row(name: str, found: Score) -> None:
    print(f"{name:<24}{found.precision:>10.4f}{found.recall:>8.4f}{found.f1:>8.4f}")


def _print_fields(pages: list[SavedPage], ours: list[Outcome]) -> None:
    labelled = [page for page in pages if page.label]
    print(f"\nTitle, author and day of {len(labelled)} labelled pages: right\n")
    print(f"{'extractor':<24}{'title':>6}{'author':>8}{'day':>6}")
    _print_counts("copydesk", [each.fields for each in ours if each.fields])
    for name, about in FIELDS.items():
        _print_counts(name, [right_fields(about(page.page), page.label) for page in labelled if page.label])


def _print_counts(name: str, fields: list[tuple[bool, bool, bool]]) -> None:
    title, author, day = (sum(each) for each in zip(*fields, strict=True))
    print(f"{name:<24}{title:>6}{author:>8}{day:>6}")
