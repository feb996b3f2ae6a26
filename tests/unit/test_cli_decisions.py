"""`copydesk compare` holds what an editor decided about exactly these articles, in every format."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.surroundings import write_story
from tui.claims import Store
from tui.claims.naming import pair_name
from tui.cli import main
from tui.compare import compare
from tui.compare.model import Link
from tui.story import load
from tui.story.model import Story

ARTICLES = {
    "a.txt": "Ferry aground\n\nThe ferry Aurora ran aground near Skarn on Monday evening.\n\n"
    "Eleven passengers were injured, the coastguard said.\n\nThe ship had been inspected in March.\n",
    "b.txt": "Aurora on the rocks\n\nThe ferry Aurora ran aground near Skarn on Monday evening.\n\n"
    "Seventeen passengers were injured, the coastguard said.\n\nA tug comes on Thursday.\n",
}
Run = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_story(tmp_path / "ferry", ARTICLES)


@pytest.fixture
def story(folder: Path) -> Story:
    return load([str(folder)])


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


@pytest.fixture
def run(folder: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """What `copydesk compare` prints of the story."""

    def run(*words: str) -> str:
        assert main(["compare", str(folder), "--store", str(store), *words]) == 0
        return capsys.readouterr().out

    return run


def finding(story: Story) -> Link:
    return next(link for link in compare(story).links if link.relation == "conflict")


def links(text: str) -> set[str]:
    return {link["id"] for link in json.loads(text)["links"]}


def pin_inspection_to_tug(store: Path, story: Story) -> None:
    one, two = ((each.sha256, each.passages[-1].start, each.passages[-1].end) for each in story.articles)
    with Store(store) as claims:
        claims.pin(story, one, two)


def test_without_a_store_all_is_as_found_and_none_is_made(run: Run, store: Path, story: Story) -> None:
    assert links(run("--format", "json")) == {link.id for link in compare(story).links}
    assert not store.exists()


def test_a_pin_is_a_link_of_every_format(run: Run, store: Path, story: Story) -> None:
    bare = links(run("--format", "json"))
    pin_inspection_to_tug(store, story)
    assert len(links(run("--format", "json")) - bare) == 1
    text = run()
    assert re.search("^≈ 1:4 +2:4 +pin  The ship had been inspected in March", text, re.MULTILINE)
    assert "As decided at the desk: 1 pinned; --bare goes without." in text
    assert "pinned: by an editor" in run("--format", "markdown")
    assert "inspected in March" in run("--format", "csv")
    assert links(run("--format", "json", "--bare")) == bare
    assert "decided" not in run("--bare")


def test_a_pin_holds_where_an_article_came_back_changed_elsewhere(
    run: Run, store: Path, story: Story, folder: Path
) -> None:
    with Store(store) as claims:
        for article in story.articles:
            claims.keep_version(article)
    pin_inspection_to_tug(store, story)
    changed = ARTICLES["b.txt"].replace("Thursday.\n", "Thursday.\n\nMore was not known.\n")
    (folder / "b.txt").write_text(changed, encoding="utf-8")
    assert "1 pinned" in run()


def test_a_broken_link_is_gone_by_its_id_and_by_its_words(run: Run, store: Path, story: Story) -> None:
    found = finding(story)
    with Store(store) as claims:
        claims.break_link(story, found.id)
    assert "Seventeen" not in run("--only", "conflict", "--only", "overlap")
    assert "As decided at the desk: 1 link broken; --bare goes without." in run()
    assert "decided" not in run("--bare")
    with Store(store) as claims:
        claims.break_link(story, found.id, broken=False)
        assert "Seventeen" in run("--only", "conflict")
        claims.break_link(story, pair_name(story, found))
    assert "Seventeen" not in run("--only", "conflict", "--only", "overlap")
    pin_inspection_to_tug(store, story)
    assert re.search(
        "^As decided at the desk: 1 pinned, [12] links? broken; --bare goes without.$", run(), re.MULTILINE
    )


def test_a_link_broken_before_its_figure_changed_is_broken_and_counted(
    run: Run, store: Path, story: Story, folder: Path
) -> None:
    found = finding(story)
    ends = [
        (article.sha256, article.passages[side.first].start, article.passages[side.last].end)
        for side in (found.a, found.b)
        for article in (story.articles[side.article],)
    ]
    with Store(store) as claims:
        for article in story.articles:
            claims.keep_version(article)
        name = pair_name(story, found)
        claims.break_links(story, [found.id, name], places={name: (ends[0], ends[1])})
    (folder / "a.txt").write_text(ARTICLES["a.txt"].replace("Eleven", "Fourteen"), encoding="utf-8")
    assert "Seventeen" not in run("--only", "conflict")
    assert "broken; --bare goes without." in run()
    assert "Seventeen" in run("--only", "conflict", "--bare")


def test_a_verdict_is_told_and_what_is_ignored_is_left_out(run: Run, store: Path, story: Story) -> None:
    found = finding(story)
    with Store(store) as claims:
        claims.set_finding_verdict(story, found.id, "apparent")
    assert re.search("^! 1:3  2:3  number, sure [0-9]+, judged apparent$", run(), re.MULTILINE)
    assert "judged: apparent" in run("--format", "markdown")
    with Store(store) as claims:
        claims.set_finding_verdict(story, found.id, "ignore")
    text = run()
    assert "CONFLICTS: none" in text
    assert "what was ignored is left out; --bare goes without." in text
    assert found.id not in links(run("--format", "json"))
    document = json.loads(run("--format", "json"))
    assert all(index < len(document["links"]) for fact in document["facts"] for index in fact["links"])
    assert "CONFLICTS: 1" in run("--bare")
