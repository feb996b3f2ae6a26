"""What must hold of a comparison whichever way round, in whatever order and company its articles are read."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.compare.builders import FIRE, STRIKE, article
from tui.compare import compare, judge
from tui.compare.between import Memory
from tui.compare.engine import compare_story
from tui.compare.model import Comparison, Evidence, Link, Side, Thresholds
from tui.story.model import Article, Story

# The same matters told otherwise, some of them at odds with the first telling.
RETOLD = (
    "Nine people were injured when fire tore through a cold store in the harbour early on Wednesday.",
    "Seven people were hurt when a fire tore through the harbour’s cold store on Tuesday.",
    "A pilot boat’s skipper, who saw flames in the loading bay, raised the alarm.",
    "“I heard a bang like a church bell,” said a baker who lives opposite the quay.",
    "Police did not find a forklift charger and are waiting for a report from the insurers.",
    "Bus drivers across the valley voted to walk out for three days next month over night shifts.",
    "Their union accepted an offer of six percent, calling the timetable cruel.",
    "The cold store’s last wall in the harbour, which fire had hollowed out, came down at twenty to six, police said.",
    "At 5.40 pm a wall fell, with a noise that made people in every street behind the quay open their windows.",
    "Smoke was seen ten miles away, “very odd” as it looked, and 47 residents left.",
    "One could see the smoke, which was “Very odd,” from 16 kilometres off; 48 residents did not sleep at home.",
    "The harbour’s ice plant was flooded for hours, and two tugs from Tarn were lost at their moorings.",
    "For hours nobody could get into the harbour’s ice plant, whose tenants fear for their wages.",
    "Two tugs from Tarn sank at their moorings that night, a lock keeper said on his way home.",
)
POOL = (*FIRE, *STRIKE, *RETOLD)
SENTENCES = st.sampled_from(POOL)
TOLD = st.lists(
    st.tuples(SENTENCES, st.sampled_from((" ", "\n\n"))), min_size=1, max_size=7, unique_by=lambda told: told[0]
)
TEXTS = TOLD.map(lambda told: "".join(sentence + gap for sentence, gap in told).strip())


def story(articles: Sequence[Article]) -> Story:
    return Story("story", "story", tuple(articles))


def articles(texts: Sequence[str]) -> list[Article]:
    return [article(text, number) for number, text in enumerate(texts, start=1)]


def turned(evidence: Sequence[Evidence]) -> set[Evidence]:
    return {Evidence(one.b, one.a) for one in evidence}


Shown = tuple[object, ...]


def shown(link: Link, ids: Sequence[str]) -> Shown:
    """A link without the order of its articles, which are told by their ids.

    Which of the same words of an overlap correspond may hang on the order, where there are several ways.
    """
    evidence = link.evidence if link.relation == "conflict" else ()

    def told(side: Side, value: str, first: bool) -> Shown:
        spans = sorted(one.a if first else one.b for one in evidence)
        return ids[side.article], side.first, side.last, side.start, side.end, value, tuple(spans)

    sides = (told(link.a, link.values[0], True), told(link.b, link.values[1], False))
    return (*sorted(sides, key=str), link.relation, link.kind, link.tier or "")


def links_of(comparison: Comparison, ids: Sequence[str]) -> tuple[list[Shown], list[float]]:
    """All links, and their scores in the same order."""
    found = sorted(((shown(link, ids), link) for link in comparison.links), key=lambda told: str(told[0]))
    figures = [figure for _, link in found for figure in (link.score, link.overlap, link.severity)]
    return [told for told, _ in found], figures


def facts_of(comparison: Comparison, ids: Sequence[str]) -> set[Shown]:
    return {
        (frozenset((ids[at], passage) for at, passage in fact.passages), len(fact.links), fact.articles, fact.origins)
        for fact in comparison.facts
    }


def sources_of(comparison: Comparison, ids: Sequence[str]) -> set[Shown]:
    return {
        (ids[one.article], one.alone, one.checkable, one.cites, frozenset((ids[at], share) for at, share in one.reuse))
        for one in comparison.sources
    }


@given(TEXTS, TEXTS)
@settings(max_examples=40)
def test_swapping_two_articles_swaps_the_sides_of_everything_found(a: str, b: str) -> None:
    one, other = articles([a, b])
    there, back = compare(story([one, other])), compare(story([other, one]))
    (links, scores), (others, figures) = links_of(there, ("a1", "a2")), links_of(back, ("a2", "a1"))
    assert links == others
    assert scores == pytest.approx(figures, abs=1e-4)


@given(st.tuples(TEXTS, TEXTS, TEXTS))
@settings(max_examples=12)
def test_links_facts_and_sources_are_the_same_in_whatever_order_three_articles_come(texts: tuple[str, ...]) -> None:
    found, scores = [], []
    for order in permutations(articles(texts)):
        comparison, ids = compare(story(order)), [one.id for one in order]
        links, figures = links_of(comparison, ids)
        found.append((links, facts_of(comparison, ids), sources_of(comparison, ids)))
        scores.append(figures)
    assert [other == found[0] for other in found] == [True] * len(found)
    assert all(figures == pytest.approx(scores[0], abs=1e-4) for figures in scores)


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=25)
def test_a_third_article_leaves_what_was_found_between_two_as_it_was(a: str, b: str, c: str) -> None:
    opened, ids = articles([a, b, c]), ("a1", "a2", "a3")
    two, three = compare(story(opened[:2])), compare(story(opened))
    between = replace(three, links=tuple(link for link in three.links if {link.a.article, link.b.article} <= {0, 1}))
    (links, scores), (others, figures) = links_of(two, ids), links_of(between, ids)
    assert links == others
    assert scores == pytest.approx(figures, abs=1e-4)


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=15)
def test_adding_an_article_gives_what_comparing_all_anew_gives(a: str, b: str, c: str) -> None:
    opened, ids = articles([a, b, c]), ("a1", "a2", "a3")
    memory = Memory()
    compare_story(story(opened[:2]), Thresholds(), memory=memory)
    added, anew = (compare_story(story(opened), Thresholds(), memory=known) for known in (memory, None))
    (links, scores), (others, figures) = links_of(added, ids), links_of(anew, ids)
    assert (links, added.facts, added.sources) == (others, anew.facts, anew.sources)
    assert scores == pytest.approx(figures, abs=1e-4)


@given(SENTENCES, SENTENCES)
@settings(max_examples=60)
def test_a_pair_is_judged_alike_whichever_text_is_named_first(a: str, b: str) -> None:
    there, back = judge(a, b), judge(b, a)
    assert (there.relation, there.kind) == (back.relation, back.kind)
    assert (there.overlap, there.conflict) == pytest.approx((back.overlap, back.conflict))
    assert turned(there.evidence) == set(back.evidence)
    found = sorted((one.kind, one.tier, round(one.score, 9), sorted(map(str, one.evidence))) for one in there.findings)
    assert found == sorted(
        (one.kind, one.tier, round(one.score, 9), sorted(map(str, turned(one.evidence)))) for one in back.findings
    )


@given(st.lists(st.sampled_from(FIRE), unique=True), st.lists(st.sampled_from(STRIKE), unique=True))
@settings(max_examples=15)
def test_articles_on_different_matters_share_nothing_and_say_everything_alone(a: list[str], b: list[str]) -> None:
    found = compare(story(articles([" ".join(a), "\n\n".join(b)])))
    assert (found.links, found.facts) == ((), ())
    assert [len(source.alone) for source in found.sources] == [len(a), len(b)]


@given(TEXTS, TEXTS)
@settings(max_examples=25)
def test_every_linked_passage_is_in_a_fact_and_none_that_is_in_one_is_alone(a: str, b: str) -> None:
    found = compare(story(articles([a, b])))
    overlaps = [link for link in found.links if link.relation == "overlap"]
    linked = {
        (side.article, passage)
        for link in overlaps
        for side in (link.a, link.b)
        for passage in range(side.first, side.last + 1)
    }
    told = [place for fact in found.facts for place in fact.passages]
    assert len(told) == len(set(told))
    assert set(told) <= linked
    assert all({at for at, _ in fact.passages} == {0, 1} for fact in found.facts)
    alone = {(source.article, passage) for source in found.sources for passage in source.alone}
    assert not alone & linked


@given(TEXTS, TEXTS)
@settings(max_examples=25)
def test_no_two_overlaps_are_of_the_same_words_and_each_stands_in_its_passages(a: str, b: str) -> None:
    made = story(articles([a, b]))
    overlaps = [link for link in compare(made).links if link.relation == "overlap"]
    spans = [(link.a.start, link.a.end, link.b.start, link.b.end) for link in overlaps]
    assert len(spans) == len(set(spans))
    for side in (side for link in overlaps for side in (link.a, link.b)):
        passages = made.articles[side.article].passages
        assert passages[side.first].start <= side.start < passages[side.first].end
        assert passages[side.last].start < side.end <= passages[side.last].end


def test_a_sentence_that_two_others_tell_in_parts_is_linked_with_each_in_a_comparison() -> None:
    found = compare(story(articles([RETOLD[-3], " ".join(RETOLD[-2:])]))).links
    assert [(link.relation, link.a.first, link.b.first, link.b.last) for link in found] == [
        ("overlap", 0, 0, 0),
        ("overlap", 0, 1, 1),
    ]


@given(TEXTS, TEXTS)
@settings(max_examples=25)
def test_higher_bars_leave_out_what_lies_below_them_and_nothing_else(a: str, b: str) -> None:
    made = story(articles([a, b]))
    low = compare(made, Thresholds(0.5, 0.5)).links
    for bar in {link.score for link in low if link.relation == "conflict"}:
        high = compare(made, Thresholds(0.5, bar)).links
        kept = {link.id for link in high}
        assert all(link.score >= bar for link in high if link.relation == "conflict")
        assert kept >= {link.id for link in low if link.relation == "overlap" or link.score >= bar}


@given(TEXTS, TEXTS)
@settings(max_examples=25)
def test_what_a_finding_says_differs_is_what_stands_at_its_evidence(a: str, b: str) -> None:
    made = story(articles([a, b]))
    for link in compare(made).links:
        if link.kind == "number":
            ours = [made.articles[link.a.article].text[slice(*one.a)] for one in link.evidence]
            theirs = [made.articles[link.b.article].text[slice(*one.b)] for one in link.evidence]
            assert (ours, theirs) == ([link.values[0]], [link.values[1]])
