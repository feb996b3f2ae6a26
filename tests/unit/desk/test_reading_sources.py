"""The worker process reads sources in the manner that was asked for, and in the same manner from then on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.story.web_server import Site, serving
from tui.desk.jobs import Loaded, Manner
from tui.desk.worker import Worker
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
