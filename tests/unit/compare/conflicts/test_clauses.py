"""Figures, hours, sites and causes that sentences worded far apart tell of one thing."""

from collections.abc import Callable

import pytest

from tui.compare.conflicts import FrameFinding, across
from tui.story.model import Article

Make = Callable[..., Article]


def held(make: Make, one: tuple[str, ...], other: tuple[str, ...]) -> list[FrameFinding]:
    return list(across([make("one", *one), make("other", *other)]))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("date", "The alarm was raised at 3.15 this morning.",
         "The alarm was raised at 4.15am by the skipper of a pilot boat, who saw flames in the loading bay."),
        ("number", "The flames were seen far out at sea, and two trawlers alongside were destroyed.",
         "Three trawlers alongside were destroyed, among them one launched only last year."),
        ("place", "Firefighters are tackling a blaze at a cold store on the North Quay.",
         "It was long past midnight when the blaze began on the South Quay."),
    ],
)  # fmt: skip
def test_one_clause_with_another_value_is_a_conflict(article: Make, kind: str, one: str, other: str) -> None:
    found = held(article, (one,), (other,))
    assert [(f.finding.kind, f.finding.tier) for f in found] == [(kind, "conflict")]


def test_a_figure_that_the_other_article_has_too_is_none(article: Make) -> None:
    one = ("Two trawlers alongside were destroyed.",)
    assert not held(article, one, ("Three trawlers alongside were destroyed.", "Two trawlers were saved."))


def test_a_clause_with_one_word_in_common_is_another_clause(article: Make) -> None:
    assert not held(article, ("Two trawlers were painted.",), ("Three trawlers sank off the cape.",))


def test_two_hospitals_for_all_the_injured_are_a_conflict(article: Make) -> None:
    one = ("Seven people were injured.", "The injured were taken to St Brannoc's hospital in Tarrow.")
    other = ("Seven people were injured.", "They had been taken to the Queen's Infirmary in Penmoor.")
    (found,) = held(article, one, other)
    assert (found.finding.kind, found.finding.tier) == ("place", "conflict")


def test_another_hospital_for_one_of_the_injured_is_none(article: Make) -> None:
    one = ("Seven people were injured.", "The injured were taken to St Brannoc's hospital in Tarrow.")
    other = ("Seven people were injured.", "A boy was flown to the Queen's Infirmary in Penmoor.")
    assert not held(article, one, other)


def test_what_is_shut_here_and_open_there_is_to_be_checked(article: Make) -> None:
    one = ("The harbour will remain closed to ferries until Thursday.",)
    (found,) = held(article, one, ("The harbour reopened to ferries in the afternoon.",))
    assert (found.finding.tier, found.finding.downgrade) == ("check", "may be of different times")


def test_somebodys_doing_here_and_nobodys_there_is_to_be_checked(article: Make) -> None:
    one = ("Police are treating the fire as suspicious.",)
    (found,) = held(article, one, ("There was no sign that anybody had set the fire, the fire officer said.",))
    assert (found.finding.kind, found.finding.tier) == ("negation", "check")


def test_a_later_and_higher_figure_of_the_hurt_is_an_update(article: Make) -> None:
    early = article("one", "Seven people in the store were injured.", published="2026-06-09T08:00:00+00:00")
    late = article("other", "Nine people in the store were injured.", published="2026-06-09T18:00:00+00:00")
    (found,) = across([early, late])
    assert found.finding.tier == "check"
    assert found.finding.downgrade == "an update: Nine was published later"


@pytest.mark.parametrize(
    ("one", "other", "doubt"),
    [
        ("Analysts were looking for 845,000 new jobs in the economy.", "The economy added 943,000 new jobs in July.",
         "one may be a forecast: “looking for”"),
        ("The Senate unveils the $1 trillion infrastructure bill.",
         "After weeks of talks the Senate put off the $1.2 trillion infrastructure bill.", "one may be rounded"),
    ],
)  # fmt: skip
def test_a_forecast_and_a_rounded_figure_are_to_be_checked(article: Make, one: str, other: str, doubt: str) -> None:
    (found,) = held(article, (one,), (other,))
    assert (found.finding.tier, found.finding.downgrade) == ("check", doubt)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lawsuit over the cannery wages covers 1.5 million women.",
         "Lawyers sued on behalf of up to 1.6 million women in the largest such lawsuit."),
        ("It is a lawsuit that involves as many as 1.5 million women.",
         "Lawyers sued on behalf of up to 1.6 million women in the largest such lawsuit."),
    ],
)  # fmt: skip
def test_an_upper_bound_near_another_figure_of_one_thing_is_to_be_checked(article: Make, one: str, other: str) -> None:
    (found,) = held(article, (one,), (other,))
    assert (found.finding.kind, found.finding.tier) == ("number", "check")
    assert found.finding.downgrade == "“up to” leaves room for both"


def test_an_upper_bound_with_room_or_a_small_one_is_none(article: Make) -> None:
    covers = ("The lawsuit over the cannery wages covers 1.1 million women.",)
    assert not held(article, covers, ("Lawyers sued on behalf of up to 1.6 million women in the lawsuit.",))
    sent = ("In the end 58 firefighters fought the flames.",)
    assert not held(article, sent, ("Up to 60 firefighters fought the flames.",))


def test_an_upper_bound_is_none_where_the_article_has_the_other_figure_too(article: Make) -> None:
    covers = ("The lawsuit over the cannery wages covers 1.5 million women.",)
    both = ("They sued on behalf of up to 1.6 million women in the lawsuit.", "In 2019 it covered 1.5 million women.")
    assert not held(article, covers, both)


def test_another_part_of_a_site_told_of_another_year_does_not_clear_the_place(article: Make) -> None:
    north = ("Firefighters are tackling a blaze at a cold store on the North Quay.",
             "In 1931 a blaze on the South Quay cost two jobs in five.")  # fmt: skip
    south = ("It was long past midnight when the blaze began on the South Quay.",)
    assert [f.finding.values for f in held(article, north, south)] == [("North Quay", "South Quay")]


def test_the_place_of_the_calamity_an_article_is_about_may_stand_in_any_sentence(article: Make) -> None:
    north = ("The fire broke out in the cold store.", "The blaze was out by eight.", "The fire cost two jobs.",
             "His father had built the place.",
             "Night watchman Rolf Stenmark was carried from the store on the North Quay.")  # fmt: skip
    south = ("It was long past midnight when the blaze began on the South Quay.",)
    assert [f.finding.values for f in held(article, north, south)] == [("North Quay", "South Quay")]


def test_what_is_counted_among_a_part_is_not_the_count_of_all(article: Make) -> None:
    whole = ("At least 28 islanders, including nine children, were killed by the wave.",)
    part = ("Seven of the dead were of one family, including three children killed by the wave.",)
    assert not held(article, whole, part)


def test_those_a_pact_is_with_and_those_who_are_in_it_may_be_one_count(article: Make) -> None:
    partners = ("The island signed the herring pact with 11 nations of the northern sea.",)
    members = ("The 12-nation herring pact of the northern sea was signed.",)
    (found,) = held(article, partners, members)
    assert (found.finding.tier, found.finding.downgrade) == (
        "check", "one may count itself in, the other those it is with"
    )  # fmt: skip


def test_a_whole_is_not_held_against_a_part(article: Make) -> None:
    (found,) = held(
        article,
        ("Nine of the 14 coaches left the track, the operator said.",),
        ("Six coaches left the track.",),
    )
    assert found.finding.values == ("Nine", "Six")
