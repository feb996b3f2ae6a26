"""The scorer gives full marks to a perfect comparison, none to an empty one, and counts what is wrong."""

from dataclasses import replace

import pytest

from tests.accuracy.samples.matching import Located, covers, locate, touches
from tests.accuracy.samples.running import STORIES, expected_of, story_of
from tests.accuracy.samples.scoring import Ratio, score, violations, wrong_links
from tests.accuracy.samples.table import table
from tui.compare.model import Comparison, Evidence, Link, Side, Source, Thresholds

every_story = pytest.mark.parametrize("name", STORIES)


def side(story, article, span):
    touched = [
        number
        for number, passage in enumerate(story.articles[article].passages)
        if passage.start < span[1] and span[0] < passage.end
    ]
    return Side(article, touched[0], touched[-1], *span)


def link(story, located: Located, relation, kind, tier):
    a, b = (side(story, *one) for one in zip(located.articles, located.passages, strict=True))
    evidence = (Evidence(*located.spans),)
    return Link("x", a, b, relation, kind, tier, 0.9, 0.9, "because", evidence)


def perfect(name):
    """What an engine would find that finds all that is expected, and nothing else."""
    story, expected = story_of(name), expected_of(name)
    links = [link(story, one, "overlap", "paraphrase", None) for one in locate(story, expected.links)]
    links += [
        link(story, one, "conflict", one.expectation.kinds[0], one.expectation.tier)
        for one in locate(story, (*expected.conflicts, *expected.internal))
    ]
    linked = {
        (one.article, number)
        for found in links
        if found.relation == "overlap"
        for one in (found.a, found.b)
        for number in range(one.first, one.last + 1)
    }
    sources = tuple(
        Source(index, tuple(n for n in range(len(article.passages)) if (index, n) not in linked), (), ())
        for index, article in enumerate(story.articles)
    )
    return Comparison(Thresholds(), tuple(links), (), sources)


@every_story
def test_a_perfect_comparison_has_full_marks(name):
    scores = score(story_of(name), perfect(name), expected_of(name))
    ratios = [value for key in scores.__slots__ if isinstance(value := getattr(scores, key), Ratio)]
    assert [ratio.value for ratio in ratios] == [1.0] * len(ratios)
    assert scores.overstated == 0
    assert not scores.misses
    assert not violations(story_of(name), perfect(name), expected_of(name), ("conflict", "check"))


@every_story
def test_an_empty_comparison_meets_nothing(name):
    story = story_of(name)
    empty = Comparison(Thresholds(), (), (), tuple(Source(n, (), (), ()) for n in range(len(story.articles))))
    scores = score(story, empty, expected_of(name))
    assert scores.links.hit == scores.conflicts.hit == scores.checks.hit == scores.alone.hit == 0
    assert scores.precision.total == 0
    assert len(scores.misses) >= scores.links.total + scores.conflicts.total + scores.checks.total


def test_a_flag_nobody_expects_costs_precision():
    story, expected = story_of("harbour-fire"), expected_of("harbour-fire")
    wrong = link(story, locate(story, expected.not_conflicts)[0], "conflict", "number", "conflict")
    found = perfect("harbour-fire")
    more = replace(found, links=(*found.links, wrong))
    before, after = (score(story, one, expected) for one in (found, more))
    assert after.precision == before.precision + Ratio(0, 1)
    assert len(violations(story, more, expected)) == 1
    assert len(after.misses) == 1


def test_a_conflict_found_only_as_a_check_is_met_in_either_tier_only():
    story, expected = story_of("harbour-fire"), expected_of("harbour-fire")
    found = perfect("harbour-fire")
    milder = replace(found, links=tuple(replace(one, tier=one.tier and "check") for one in found.links))
    scores = score(story, milder, expected)
    assert scores.conflicts.hit == 0
    assert scores.conflicts_anywhere.value == 1.0


def test_a_check_flagged_as_a_conflict_is_overstated_and_still_right():
    story, expected = story_of("iran-talks"), expected_of("iran-talks")
    found = perfect("iran-talks")
    harder = replace(found, links=tuple(replace(one, tier=one.tier and "conflict") for one in found.links))
    scores = score(story, harder, expected)
    checks = sum(one.tier == "check" for one in expected.conflicts)
    assert scores.overstated == checks
    assert scores.checks.value == 1.0


def test_meeting_one_place_of_an_issue_meets_the_issue():
    story, expected = story_of("harbour-fire"), expected_of("harbour-fire")
    one = next(found for found in locate(story, expected.conflicts) if found.expectation.issue == "quay")
    empty = replace(perfect("harbour-fire"), links=(link(story, one, "conflict", "name", "conflict"),))
    scores = score(story, empty, expected)
    assert scores.conflicts.hit == 1
    assert scores.kinds == Ratio(0, 1)


def test_a_link_over_names_only_is_told():
    story, expected = story_of("iran-talks"), expected_of("iran-talks")
    wrong = link(story, locate(story, expected.not_links)[0], "overlap", "paraphrase", None)
    found = perfect("iran-talks")
    assert not wrong_links(story, found, expected)
    assert len(wrong_links(story, replace(found, links=(wrong,)), expected)) == 1


@pytest.mark.parametrize(
    ("a", "b", "covered", "touched"),
    [
        ((0, 10), (0, 10), True, True),
        ((0, 10), (0, 30), True, True),
        ((0, 10), (0, 31), False, True),
        ((0, 10), (5, 15), True, True),
        ((0, 10), (6, 15), False, True),
        ((0, 10), (10, 20), False, False),
        ((4, 4), (0, 10), False, True),
        ((11, 11), (0, 10), False, False),
    ],
)
def test_spans_cover_from_a_third_in_common_and_touch_from_one_code_point(a, b, covered, touched):
    assert covers(a, b) == covered
    assert touches(a, b) == touched


def test_the_table_has_a_row_for_each_story_and_one_for_all():
    scores = {name: score(story_of(name), perfect(name), expected_of(name)) for name in STORIES if "/" not in name}
    rows = table(scores).split("\n\n")[0].splitlines()
    assert [row.split()[0] for row in rows] == ["story", *scores, "all"]
