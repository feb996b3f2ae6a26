"""The engine meets what an editor sees in the sample stories, by recall and precision."""

import os
import subprocess
import sys
from functools import reduce
from operator import add

import pytest

from tests.accuracy.samples.bars import BARS
from tests.accuracy.samples.running import STORIES, comparison_of, expected_of, scores_of, story_of
from tests.accuracy.samples.scoring import Ratio, violations, wrong_links

SEEDS = [name for name in STORIES if "/" not in name]
PRINT_LINKS = """
import sys
from tui.compare import compare
from tui.story import load
for folder in sys.argv[1:]:
    print(compare(load([folder])))
"""
LANGUAGES = [name for name in STORIES if "/" in name]
ASKED = [
    pytest.param(bar, id=bar.figure, marks=pytest.mark.xfail(reason=bar.missed, strict=False) if bar.missed else ())
    for bar in BARS
]


def pooled(figure):
    return reduce(add, (getattr(scores_of(name), figure) for name in SEEDS), Ratio(0, 0))


@pytest.mark.parametrize("bar", BARS, ids=lambda bar: bar.figure)
def test_the_sample_stories_are_met_as_far_as_is_held(bar):
    assert pooled(bar.figure).value >= bar.held, pooled(bar.figure)


@pytest.mark.parametrize("bar", ASKED)
def test_the_sample_stories_are_met_as_far_as_is_asked(bar):
    assert pooled(bar.figure).value >= bar.asked, pooled(bar.figure)


@pytest.mark.parametrize("name", SEEDS)
def test_what_is_expressly_no_conflict_is_not_called_one(name):
    assert not violations(story_of(name), comparison_of(name), expected_of(name))


@pytest.mark.parametrize("name", SEEDS)
def test_a_shared_turn_of_phrase_and_the_names_of_the_story_do_not_link(name):
    assert not wrong_links(story_of(name), comparison_of(name), expected_of(name))


@pytest.mark.parametrize("name", STORIES)
def test_boilerplate_is_never_linked(name):
    for link in comparison_of(name).links:
        for side in (link.a, link.b):
            passages = story_of(name).articles[side.article].passages[side.first : side.last + 1]
            assert "boilerplate" not in {passage.kind for passage in passages}


@pytest.mark.parametrize("name", STORIES)
def test_every_span_lies_in_its_passages_and_every_passage_in_its_article(name):
    articles = story_of(name).articles
    for link in comparison_of(name).links:
        for side, spans in ((link.a, [e.a for e in link.evidence]), (link.b, [e.b for e in link.evidence])):
            passages = articles[side.article].passages
            assert 0 <= side.first <= side.last < len(passages)
            assert passages[side.first].start <= side.start < side.end <= passages[side.last].end
            assert all(0 <= start <= end <= len(articles[side.article].text) for start, end in spans)


@pytest.mark.parametrize("name", LANGUAGES)
def test_other_languages_link_something_and_nothing_between_what_differs(name):
    scores = scores_of(name)
    assert scores.links.hit >= 1, scores.misses
    assert scores.precision.value == 1.0, scores.misses


def test_other_languages_link_each_sentence_with_the_one_that_says_the_same():
    assert reduce(add, (scores_of(name).links for name in LANGUAGES)).value == 1.0


@pytest.mark.xfail(reason="in the Spanish story a sentence stands in the gap of a run of three", strict=True)
def test_other_languages_leave_alone_what_one_article_says():
    assert reduce(add, (scores_of(name).alone for name in LANGUAGES)).value == 1.0


def test_comparing_again_in_another_process_gives_the_same_findings_under_the_same_names():
    """The order of sets of strings differs between processes, the findings must not."""
    findings = {
        subprocess.run(
            [sys.executable, "-c", PRINT_LINKS, *(str(STORIES[name]) for name in SEEDS)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(findings) == 1
