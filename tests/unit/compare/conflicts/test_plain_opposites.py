"""Short sentences that say the opposite of one another, and those that only look so."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.unit.compare.conflicts.conftest import Find
from tui.compare import compare
from tui.story.model import Article, Story

OPPOSITES = [
    ("The minister denied the claims.", "The minister admitted the claims.", ("denied", "admitted")),
    ("The board accepted the offer.", "The board rejected the offer.", ("accepted", "rejected")),
    ("The mayor approved the plan.", "The mayor vetoed the plan.", ("approved", "vetoed")),
    ("The union won the vote.", "The union lost the vote.", ("won", "lost")),
    ("The jury acquitted the trader.", "The jury convicted the trader.", ("acquitted", "convicted")),
    ("The club hired the trainer.", "The club sacked the trainer.", ("hired", "sacked")),
    ("Grain prices rose.", "Grain prices fell.", ("rose", "fell")),
    ("The skipper is alive.", "The skipper is dead.", ("alive", "dead")),
    ("The jury found the trader guilty.", "The jury found the trader innocent.", ("guilty", "innocent")),
    ("Anna is the older sister of Karin Holm.", "Anna is the younger sister of Karin Holm.", ("older", "younger")),
    ("He is the elder son of the painter Ole Lund.", "He is the younger son of the painter Ole Lund.",
     ("elder", "younger")),
    ("The taller tower on Quay Street was sold.", "The shorter tower on Quay Street was sold.", ("taller", "shorter")),
    ("The bigger ferry of the two was damaged.", "The smaller ferry of the two was damaged.", ("bigger", "smaller")),
    ("The flight to Oslo was delayed.", "The flight to Oslo was cancelled.", ("delayed", "cancelled")),
    ("The mill will create 300 jobs.", "The mill will cut 300 jobs.", ("create", "cut")),
    ("The skipper was sober.", "The skipper was drunk.", ("sober", "drunk")),
    ("The earlier version of the treaty was signed.", "The later version of the treaty was signed.",
     ("earlier", "later")),
]  # fmt: skip

AGREEMENTS = [
    ("Anna is the older sister of Karin Holm.", "Anna is the elder sister of Karin Holm."),
    ("Anna is the older sister of Karin Holm.", "Karin is the younger sister of Anna Holm."),
    ("Anna Holm is the taller sister of Karin Holm.", "Karin Holm is the shorter sister of Anna Holm."),
    ("The minister denied the claims.", "The minister rejected the claims."),
    ("The bigger ferry of the two was damaged.", "The larger ferry of the two was damaged."),
    ("The board did not accept the offer.", "The board rejected the offer."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "values"), OPPOSITES)
def test_articles_of_one_short_sentence_that_say_the_opposite_are_flagged(
    article: Callable[..., Article], a: str, b: str, values: tuple[str, str]
) -> None:
    links = compare(_story(article("one", a), article("two", b))).links
    assert [(link.tier, link.values) for link in links if link.relation == "conflict"] == [("conflict", values)]


@pytest.mark.parametrize(("a", "b"), AGREEMENTS)
def test_short_sentences_that_say_the_same_are_not_flagged(article: Callable[..., Article], a: str, b: str) -> None:
    links = compare(_story(article("one", a), article("two", b))).links
    assert not [link for link in links if link.relation == "conflict"]


def test_texts_of_undetermined_language_are_read_in_the_language_they_have_together(
    article: Callable[..., Article],
) -> None:
    unknown = [_in(article(name, text), "und") for name, text in (
        ("one", "The minister denied the claims."), ("two", "The minister admitted the claims."),
    )]  # fmt: skip
    assert [link.values for link in compare(_story(*unknown)).links if link.relation == "conflict"] == [
        ("denied", "admitted")
    ]


def test_a_headline_and_the_text_of_another_newsroom_on_who_is_older_are_to_be_checked(
    article: Callable[..., Article],
) -> None:
    one = _in(article("one", "Eva Holm blasted by older sister over ferry stance"), "und")
    two = article("two", "Ana Holm, the younger sister of Eva Holm, sharply criticized her stance on ferries.")
    found = [link.values for link in compare(_story(one, two)).links if link.relation == "conflict"]
    assert found == [("older", "younger")]


def test_coming_and_going_are_at_least_to_be_checked(article: Callable[..., Article]) -> None:
    one, two = article("one", "The envoys arrived in Oslo."), article("two", "The envoys left Oslo.")
    links = compare(_story(one, two)).links
    assert [link.values for link in links if link.relation == "conflict"] == [("arrived", "left")]


def test_opposites_spelt_alike_are_not_taken_for_one_word(find: Find) -> None:
    finding = find(
        "The board of the harbour trust accepted the offer of the Danish group on Friday.",
        "The board of the harbour trust rejected the offer of the Danish group on Friday.",
    )[0]
    assert (finding.tier, finding.values) == ("conflict", ("accepted", "rejected"))


def _story(*articles: Article) -> Story:
    return Story("s", "story", articles)


def _in(article: Article, language: str) -> Article:
    return replace(article, language=language)


def test_what_opens_and_closes_may_do_so_at_other_hours(find: Find) -> None:
    (finding,) = find("The bridge at Wenlow is open.", "The bridge at Wenlow is closed.")
    assert (finding.tier, finding.values) == ("check", ("open", "closed"))
    assert "of another hour" in finding.downgrade
