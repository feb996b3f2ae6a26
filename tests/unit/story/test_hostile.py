"""Each hostile input becomes a lawful article or one clear line, and nothing of it commands the terminal."""

from pathlib import Path

import pytest

from tests.unit.story.hostile import FORBIDDEN, Trial, run, trials
from tests.unit.story.hostile_desk import on_the_desk
from tests.unit.story.laws import assert_lawful
from tui.story import load, sanitise

TRIALS = pytest.mark.parametrize("trial", [pytest.param(trial, id=trial.name) for trial in trials()])


@TRIALS
def test_it_opens_as_lawful_articles_or_is_told_in_one_line(trial: Trial, tmp_path: Path) -> None:
    story = load([trial.make(tmp_path)])

    assert story.articles or story.problems
    for problem in (*story.problems, *story.notes):
        assert not FORBIDDEN.search(problem.source + problem.message)
        assert "\n" not in problem.source + problem.message
    for article in story.articles:
        assert article.text == sanitise(article.text)
        assert not FORBIDDEN.search(f"{article.title}{article.outlet}{article.author}{article.url}{article.source}")
        assert "root:x:" not in article.text
        assert_lawful(article.text, article.passages)


@pytest.mark.long
@TRIALS
def test_comparing_it_ends_without_a_traceback_or_a_control_character(trial: Trial, tmp_path: Path) -> None:
    result = run(trial, tmp_path)

    assert result.status in (0, 1)
    assert "Traceback" not in result.output
    assert not FORBIDDEN.search(result.output)


@pytest.mark.long
@TRIALS
def test_the_desk_writes_nothing_of_it_raw_and_ends_in_good_order(trial: Trial, tmp_path: Path) -> None:
    seen = on_the_desk(trial, tmp_path)

    assert seen.raw == ()
    assert seen.status in (0, 1)
    assert "error of its own" not in seen.said
