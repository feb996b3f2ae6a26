"""A story that is open already: articles added, left out, and read again."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tui.story import load
from tui.story.gathering import gathered, read_again

FERRY = "Ferry aground\n\nThe ferry Aurora ran aground near Skarn on Monday evening with 240 people on board.\n"
TUG = "Tug on its way\n\nA tug from Velden is expected to pull the ship free on Thursday, the operator said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    there = tmp_path / "ferry"
    there.mkdir()
    (there / "1.txt").write_text(FERRY)
    (there / "2.txt").write_text(TUG)
    return there


def test_articles_are_added_behind_those_that_stay_and_numbered_anew(folder: Path, tmp_path: Path) -> None:
    story = load([str(folder)])
    more = tmp_path / "more.txt"
    more.write_text("Crew praised\n\nThe crew lowered the boats within nine minutes, the coastguard said.\n")
    made = gathered(story, story.articles[1:], [str(more), str(tmp_path / "missing.txt")])
    assert [(article.id, article.title) for article in made.articles] == [
        ("a1", "Tug on its way"),
        ("a2", "Crew praised"),
    ]
    assert [problem.message for problem in made.problems] == ["no such file or folder: check the path"]
    assert made.name == story.name
    assert made.id != story.id


def test_an_article_that_is_open_already_is_not_opened_twice(folder: Path) -> None:
    story = load([str(folder)])
    made = gathered(story, story.articles, [str(folder / "1.txt")])
    assert made.articles == story.articles
    assert [note.message for note in made.notes] == ["open already"]
    assert made.id == story.id


def test_files_are_read_again_with_what_is_new_in_their_folder(folder: Path) -> None:
    story = load([str(folder)])
    (folder / "1.txt").write_text(FERRY.replace("240", "241").replace("Ferry aground", "Ferry freed"))
    (folder / "3.txt").write_text("Crew praised\n\nThe crew lowered the boats within nine minutes.\n")
    made = read_again(story, [str(folder)])
    assert [article.title for article in made.articles] == ["Ferry freed", "Tug on its way", "Crew praised"]
    assert "241" in made.articles[0].text
    assert made.articles[1] == story.articles[1]


def test_what_the_editor_took_off_the_desk_is_not_brought_back(folder: Path) -> None:
    story = load([str(folder)])
    closed = story.articles[1]
    kept = gathered(story, story.articles[:1])
    assert [article.title for article in read_again(kept, [str(folder)], [closed.identity]).articles] == [
        "Ferry aground"
    ]
    assert len(read_again(kept, [str(folder)]).articles) == 2


def test_a_file_that_has_gone_keeps_its_text_with_a_problem_that_says_so(folder: Path) -> None:
    story = load([str(folder)])
    (folder / "2.txt").unlink()
    made = read_again(story, [str(folder)])
    assert made.articles == story.articles
    (problem,) = made.problems
    assert "cannot be read now, its text stays as it was" in problem.message


def test_entered_and_given_details_outlast_a_reading_and_a_broken_meta_file_does_not_stop_it(folder: Path) -> None:
    (folder / "meta.json").write_text('{"articles": [{"file": "1.txt", "title": "As given", "source": "Herald"}]}')
    story = load([str(folder)])
    assert (story.articles[0].title, story.articles[0].outlet) == ("As given", "Herald")
    (folder / "1.txt").write_text(FERRY.replace("240", "241"))
    (folder / "meta.json").write_text("{")
    made = read_again(story)
    assert (made.articles[0].title, made.articles[0].outlet) == ("As given", "Herald")
    assert "241" in made.articles[0].text


def test_what_came_from_standard_input_stays_as_it_was(folder: Path) -> None:
    story = load([str(folder / "1.txt")])
    piped = replace(story, articles=(replace(story.articles[0], path=None), replace(story.articles[0], path="1.txt")))
    os.truncate(folder / "1.txt", 0)
    assert [article.text for article in read_again(piped).articles] == [story.articles[0].text] * 2
