"""The worker process reads sources in the manner that was asked for, and in the same manner from then on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.story.web_server import Site, serving
from tui.desk.process.jobs import Loaded, Manner
from tui.desk.process.worker import Worker
from tui.story.model import Story


@pytest.fixture
def worker() -> Iterator[Worker]:
    running = Worker()
    yield running
    running.stop()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def loaded(worker: Worker) -> Story:
    while not isinstance(answer := worker.next_answer(60), Loaded):
        assert answer is not None
    return answer.story


def test_an_article_that_was_there_is_opened_again_only_when_asked_for(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fares rise\n\nThe council of the island agreed on 3 May that all fares rise.\n")
    sources = [str(tmp_path / "a.txt")] * 2
    worker.load(sources)
    once = loaded(worker)
    worker.load(sources, Manner(keep_duplicates=True))
    twice = loaded(worker)

    assert (len(once.articles), len(twice.articles)) == (1, 2)
    assert "opened once" in once.notes[0].message


def test_an_address_of_this_machine_is_opened_only_when_allowed(worker: Worker, site: Site) -> None:
    worker.load([f"{site.address}/page"])
    refused = loaded(worker)
    asked = list(site.asked)
    worker.load([f"{site.address}/page"], Manner(allow_private=True))
    allowed = loaded(worker)
    worker.load([f"{site.address}/text"])

    assert (refused.articles, asked) == ((), [])
    assert "--allow-private" in refused.problems[0].message
    assert [article.title for article in (*allowed.articles, *loaded(worker).articles)] == ["Fares rise", "Fares rise"]


def test_an_address_is_fetched_again_only_where_that_is_asked_for(worker: Worker, site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fares rise\n\nThe council of the island agreed on 3 May that all fares rise.\n")
    sources = [f"{site.address}/changing", str(tmp_path / "a.txt")]
    worker.load(sources, Manner(allow_private=True))
    first = loaded(worker)
    worker.read_again(first)
    unasked = loaded(worker)
    asked = list(site.asked)
    worker.read_again(first, web=True)
    again = loaded(worker)

    assert (unasked.articles, asked) == (first.articles, ["/changing"])
    assert "has now agreed" in again.articles[0].text
    assert [article.identity for article in again.articles] == [article.identity for article in first.articles]
    assert again.articles[1] == first.articles[1]


def test_a_page_whose_text_is_the_same_stays_the_article_it_was(worker: Worker, site: Site) -> None:
    worker.load([f"{site.address}/page"], Manner(allow_private=True))
    first = loaded(worker)
    worker.read_again(first, web=True)

    assert loaded(worker).articles[0] == first.articles[0]


def test_an_address_that_answers_no_more_leaves_its_article_and_says_so(worker: Worker) -> None:
    with serving() as site:
        worker.load([f"{site.address}/page"], Manner(allow_private=True))
        first = loaded(worker)
    worker.read_again(first, web=True)
    again = loaded(worker)

    assert again.articles == first.articles
    assert "cannot be read now, its text stays as it was" in again.problems[0].message
