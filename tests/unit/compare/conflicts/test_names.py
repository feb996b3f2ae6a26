"""Names are told from capitals that mark a sentence or a headline, titles and places apart."""

import pytest

from tui.compare import judge
from tui.compare.conflicts.cues.names import Mention, one_place
from tui.compare.conflicts.families.names import variant
from tui.compare.conflicts.reading import read


def names(text: str) -> list[str]:
    return [mention.name for mention in read(text).mentions]


def place(text: str) -> Mention:
    return next(mention for mention in read(text).mentions if mention.place)


def test_titles_and_countries_before_a_name_are_not_part_of_it() -> None:
    assert names("Israeli Prime Minister Benjamin Netanyahu met the mayor.") == ["israeli", "benjamin netanyahu"]


def test_an_office_inside_a_run_ends_the_body_it_belongs_to() -> None:
    assert names("He thanked Party Chairman Reince Priebus warmly.") == ["party", "reince priebus"]


def test_the_first_word_of_a_sentence_is_no_name_for_its_capital() -> None:
    assert names("Police searched the house. Neighbours watched.") == []


def test_a_headline_in_capitals_gives_only_uncommon_words_and_places() -> None:
    assert names("Hezbollah Kill Nine Tourists in Pakistan") == ["hezbollah", "pakistan"]


@pytest.mark.parametrize(
    ("one", "other"), [("in Paris", "in France"), ("in Chicago", "in Illinois"), ("in France", "the French capital")]
)
def test_a_city_lies_in_its_country(one: str, other: str) -> None:
    assert one_place(place(one), place(other))


@pytest.mark.parametrize(
    ("one", "other"), [("in Paris", "in Lyon"), ("in Istanbul", "in Oman"), ("in Ohio", "in Utah")]
)
def test_two_places_are_not_one(one: str, other: str) -> None:
    assert not one_place(place(one), place(other))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("steve witkoff", "steve whitkov", "spelling"),
        ("tomas lindqvist", "thomas lindqvist", "spelling"),
        ("ingrid solheim", "ingrid solberg", "surname"),
        ("bill clinton", "william clinton", None),
        ("gerhard schroeder", "gerhard schröder", None),
        ("john smith", "mary jones", None),
    ],
)
def test_names_differ_by_spelling_by_surname_or_altogether(one: str, other: str, kind: str | None) -> None:
    assert variant(one.split(), other.split()) == kind
    assert variant(other.split(), one.split()) == kind


def test_acronyms_of_capitalised_runs_are_known() -> None:
    assert {"fbi", "who"} <= read("The World Health Organization and the Federal Bureau of Investigation").acronyms


def test_another_party_to_the_same_thing_is_told_of() -> None:
    one, other = (f"Officials of Spain and {who} signed the accord on fisheries." for who in ("Portugal", "Morocco"))
    assert [finding.kind for finding in judge(one, other).findings] == ["place"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The plane left Heathrow Airport at noon.", "The plane left Gatwick Airport at noon."),
        ("The ferry sank in the Baltic Sea on Friday.", "The ferry sank in the North Sea on Friday."),
        ("The boat sank on Lake Erie on Friday.", "The boat sank on Lake Huron on Friday."),
        ("The crash on Main Street killed two people.", "The crash on Mill Street killed two people."),
    ],
)
def test_two_places_of_one_kind_that_stand_at_one_place_are_told_of(one: str, other: str) -> None:
    assert [(finding.kind, finding.tier) for finding in judge(one, other).findings] == [("place", "conflict")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The match at Wembley Stadium was called off.", "The match at Wembley was called off."),
        ("He died at St Mary’s Hospital.", "He died at the St Mary’s Hospital in Leeds."),
        ("The fire spread to Elm Street and Oak Street.", "The fire spread to Oak Street and Elm Street."),
        ("She was taken to the Savoy Hotel.", "She was taken to a hotel."),
    ],
)
def test_a_place_that_the_other_text_names_less_fully_is_none(one: str, other: str) -> None:
    assert judge(one, other).findings == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The trial of Bob Street began on Monday.", "The trial of Robert Street began on Monday."),
        ("The trial of Nick Park began on Monday.", "The trial of N. Park began on Monday."),
        ("The novelist Elizabeth Church died on Monday.", "The novelist Liz Church died on Monday."),
        ("A statement by Tom Bridge was read out.", "A statement by Thomas Bridge was read out."),
    ],
)
def test_a_person_with_a_name_that_places_have_is_no_place(one: str, other: str) -> None:
    assert judge(one, other).findings == ()
