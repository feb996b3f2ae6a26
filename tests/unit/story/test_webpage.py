"""Web pages: what extractors agree on, in a process that can be killed, with doubts said aloud."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.story import load
from tui.story.extraction.consensus import most_agreed
from tui.story.extraction.paragraphs import Paragraph
from tui.story.extraction.worker import OverrunError, Worker
from tui.story.webpage import read_web_page

PARAGRAPHS = [
    f"The council of {place} has agreed that all fares rise in {month}, and nobody in the hall spoke against it. "
    f"The ferry to {place} is to cost twice as much as it did when the {number} boats were new, said Ann Lee."
    for place, month, number in (("Skarn", "May", "two"), ("Orre", "June", "three"), ("Vik", "July", "four"))
]
PAGE = f"""<!doctype html><html><head><title>Fares rise - Island Post</title>
<meta property="og:site_name" content="Island Post"></head><body>
<div class="cookie-banner"><p>We use cookies to give you the best experience on our site, as you know.</p></div>
<header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header><main><article><h1>Fares rise</h1>
<p>By Bo Orr</p><p>3 March 2026</p>
<p>{PARAGRAPHS[0]}</p>
<figure><img src="a.jpg"><figcaption>The ferry at sea last week, seen from the quay</figcaption></figure>
<p>Read more: <a href="/other">The other story</a></p><h2>What happens next?</h2><p>{PARAGRAPHS[1]}</p>
<ul><li>The first boat leaves at seven in the morning</li><li>The last boat leaves at nine in the evening</li></ul>
<div class="newsletter"><p>Sign up for our newsletter and never miss a story from the island</p></div>
<p>{PARAGRAPHS[2]}</p>
</article></main><footer><p>© Island Post. All rights reserved.</p></footer></body></html>"""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    running = Worker()
    yield running
    running.close()


def test_headings_paragraphs_and_items_survive_into_passages(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (article,) = load([tmp_path / "a.html"]).articles

    assert [(passage.kind[0], article.quote(index)[:27]) for index, passage in enumerate(article.passages)] == [
        ("h", "Fares rise"),
        ("s", "The council of Skarn has ag"), ("s", "The ferry to Skarn is to co"),
        ("h", "What happens next?"),
        ("s", "The council of Orre has agr"), ("s", "The ferry to Orre is to cos"),
        ("i", "- The first boat leaves at "), ("i", "- The last boat leaves at n"),
        ("s", "The council of Vik has agre"), ("s", "The ferry to Vik is to cost"),
    ]  # fmt: skip
    assert (article.title, article.outlet, article.author, article.published) == (
        "Fares rise", "Island Post", "Bo Orr", "2026-03-03",
    )  # fmt: skip
    assert article.warnings == ()


def test_the_candidate_nearest_to_the_others_wins() -> None:
    body = [Paragraph("sentence", text) for text in PARAGRAPHS]
    best, agreement = most_agreed({"a": body[:1], "b": body, "c": body[1:]})

    assert best == "b"
    assert 0.5 < agreement < 1
    assert most_agreed({"a": body}) == ("a", 0.0)


def test_extractors_that_disagree_give_a_warning(worker: Worker) -> None:
    cards = "".join(
        f"<div class=card{n}><h3>Story {n}</h3><p>{text}</p></div>" for n, text in enumerate(PARAGRAPHS * 3)
    )
    teasers = "".join(f"<p>{text[:150]} …</p>" for text in PARAGRAPHS)

    assert read_web_page(f"<html><body>{cards}{teasers}</body></html>", worker).warning


def test_a_page_that_stalls_the_extractors_is_read_by_simple_rules() -> None:
    links = "".join(f'<a href="/{number}">word{number}</a> ' for number in range(16_000))
    hasty = Worker(seconds=0.5)
    try:
        page = read_web_page(f"<html><body><article><h1>Links</h1><p>{links}</p><p>{PARAGRAPHS[0]}</p>", hasty)
    finally:
        hasty.close()

    assert PARAGRAPHS[0] in page.text
    assert page.warning is not None
    assert "took too long" in page.warning


def test_the_process_is_started_anew_after_it_was_killed(worker: Worker) -> None:
    hasty = Worker(seconds=0.0)
    try:
        with pytest.raises(OverrunError):
            hasty.extract(PAGE)
    finally:
        hasty.close()

    assert worker.extract(PAGE).readability
    worker.close()
    assert worker.extract(PAGE).trafilatura


def test_a_page_too_large_for_the_extractors_is_read_by_simple_rules(worker: Worker) -> None:
    page = read_web_page(f"<p>{PARAGRAPHS[0]}</p>" * 24_000, worker)

    assert len(page.text) > 4_000_000
    assert page.warning is not None
    assert "larger" in page.warning


@pytest.mark.parametrize("reference", ["&#27;", "&#x1b;", "&#0;", "&#8;", "\x1b", "\x00"])
def test_a_control_character_does_not_empty_a_page(worker: Worker, reference: str) -> None:
    page = read_web_page(PAGE.replace("nobody", f"nobody {reference}", 1), worker)

    assert "\ufffd in the hall" in page.text
    assert PARAGRAPHS[2] in page.text
    assert page.warning is None


def test_deep_nesting_is_read(worker: Worker) -> None:
    page = read_web_page(
        "<div>" * 50_000 + f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>", worker
    )

    assert PARAGRAPHS[0] in page.text


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<meta property="og:title" content="Fares rise | Island Post"><title>x</title>', "Fares rise"),
        ("<title>All the fares rise - Island Post</title>", "All the fares rise"),
        ('<meta property="og:title" content="Opinion | All the fares rise">', "All the fares rise"),
        ('<meta property="og:title" content="Skarn - the island that pays twice as much">',
         "Skarn - the island that pays twice as much"),
    ],
)  # fmt: skip
def test_the_name_of_the_site_is_no_part_of_the_title(worker: Worker, head: str, title: str) -> None:
    site = '<meta property="og:site_name" content="Island Post">'
    page = f"<html><head>{head}{site}</head><body><h1>All the fares rise</h1><p>{PARAGRAPHS[0]}</p></body></html>"

    assert read_web_page(page, worker).about.title == title


@pytest.mark.parametrize(
    ("given", "author"),
    [("By ANN LEE, AP Writer", "ANN LEE"), ("Ann Lee | Island Post", "Ann Lee"), ("Ann Lee. Island Post", "Ann Lee"),
     ("Ann Lee, example.com", "Ann Lee"), ("Ann Lee, Bo Orr", "Ann Lee, Bo Orr"), ("https://example.com/ann", None)],
)  # fmt: skip
def test_what_pages_add_to_the_author_is_cut(worker: Worker, given: str, author: str | None) -> None:
    data = json.dumps({"@type": "NewsArticle", "author": {"@type": "Person", "name": given}})
    site = '<meta property="og:site_name" content="Island Post">'

    assert read_web_page(f'{site}<script type="application/ld+json">{data}</script><p>x', worker).about.author == author


@pytest.mark.long
def test_saved_pages_come_out_better_than_by_one_extractor_alone(shared: Path) -> None:
    from tests.accuracy.html.pages import saved_pages
    from tests.accuracy.html.peers import by_trafilatura
    from tests.accuracy.html.scoring import mean, score
    from tests.accuracy.html.tables import LOWEST, MARGIN, outcomes

    pages = saved_pages()
    ours = outcomes(pages)
    alone = mean([score(by_trafilatura(page.page), page.body) for page in pages])

    assert mean([each.body for each in ours]).f1 >= alone.f1 + MARGIN
    assert all(each.warned for each in ours if each.body.f1 < LOWEST)
