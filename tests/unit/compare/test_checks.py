"""What an editor should look at in one article, kind by kind."""

from dataclasses import replace

import pytest

from tests.unit.compare.builders import article
from tui.compare.checks import check_list

NOTICE = "\n\nRead more: The blast hurt 21 people (11 men and 9 women) on , on Friday, Araghchi told Aragchi.\n\n"


def remarks(kind: str, words: str, language: str = "en", title: str = "") -> list[str]:
    """The words that remarks of a kind are made on."""
    made = replace(article(words, language=language), title=title)
    return [made.text[slice(*remark.span)] for remark in check_list(made) if remark.kind == kind]


def messages(kind: str, words: str) -> list[str]:
    return [remark.message for remark in check_list(article(words)) if remark.kind == kind]


NAMED = (
    "In the end the warden {} spoke at length, and the warden {} left early. No one has seen the warden {} since then."
)


@pytest.mark.parametrize("kind", ["hole", "sum", "weekday", "name"])
def test_boilerplate_is_passed_over_and_what_follows_is_read(kind: str) -> None:
    wrong = "The fire hurt 31 people (11 men and 9 women) at , on Monday. " + NAMED.format(
        "Brankolt", "Brankolt", "Brenkolt"
    )
    made = article(f"The alarm was raised.{NOTICE}{wrong}")
    assert "boilerplate" in {passage.kind for passage in made.passages}
    assert len(remarks(kind, made.text)) == 1


def test_every_hole_is_told_with_what_stands_around_it() -> None:
    assert messages("hole", "He came to  , and she left (  ) before the, storm.") == [
        "words seem to be missing at “to ,”",
        "words seem to be missing at “( )”",
        "words seem to be missing at “the,”",
    ]


def test_in_a_text_of_unknown_or_other_language_english_words_make_no_hole() -> None:
    words = "Skarn the, Quay. It went ( ) there."
    assert remarks("hole", words) == ["the,", "( )"]
    assert remarks("hole", words, "und") == remarks("hole", words, "de") == ["( )"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("The storm hurt 24 people (eleven men and twelve women).", "11 + 12 makes 23, not 24"),
        ("The storm hurt 18 people (one boy, seven men and nine women).", "1 + 7 + 9 makes 17, not 18"),
        ("The storm hurt 18 people (eight boys, and nine girls).", "8 + 9 makes 17, not 18"),
        ("The storm hurt 1,200 people (1,000 men and 300 women).", "1000 + 300 makes 1300, not 1200"),
        ("The storm hurt 12 people (including 9 men and 4 women).", "9 + 4 makes 13, not 12"),
    ],
)
def test_parts_that_do_not_make_up_their_total_are_added_up(words: str, message: str) -> None:
    assert messages("sum", words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        "The storm hurt 23 people (eleven men and twelve women).",
        "The storm hurt 24 people (among them eleven men and twelve women).",
        "The storm hurt 13 people (including nine men and four women).",
        "She gave three reasons: cost, time and the weather.",
        "She gave three reasons: the cost.",
        "She gave two reasons: cost, time and the weather.",
    ],
)
def test_parts_that_do_and_lists_that_are_as_long_as_announced_are_sound(words: str) -> None:
    assert messages("sum", words) == []


def test_a_list_shorter_than_announced_is_counted_also_after_a_sum_that_is_right() -> None:
    listed = "She gave four reasons: cost, time and the weather."
    assert messages("sum", listed) == ["4 reasons are announced, 3 are listed"]
    sound = "The storm hurt 23 people (11 men and 12 women), 24 sheep (11 ewes and 12 lambs)."
    assert messages("sum", sound) == ["11 + 12 makes 23, not 24"]


@pytest.mark.parametrize("date", ["3 March", "March 3", "2026-03-03", "3/3/2026", "3rd March", "Sept. 3"])
def test_a_weekday_beside_a_date_needs_no_other(date: str) -> None:
    assert remarks("weekday", f"They resume talks on Friday, {date}, in Skarn.") == []
    assert remarks("weekday", f"They resume talks on Friday in Skarn. The date of {date} was kept.") == ["Friday"]


def test_a_name_spelt_two_ways_is_told_at_the_rarer_spelling_with_the_other_as_it_is_written() -> None:
    words = NAMED.format("McTolliver", "McTolliver", "McToliver")
    assert remarks("name", words) == ["McToliver"]
    assert messages("name", words) == ["“McToliver” or “McTolliver”? The two spellings are close"]
    assert remarks("name", NAMED.format("Brankolt", "Brenkolt", "Hughes")) == ["Brenkolt"]
    assert remarks("name", NAMED.format("Brankolt", "Brenkolt", "Brenkolt")) == ["Brankolt"]


@pytest.mark.parametrize(
    "other",
    ["Brankoltsen", "Frankolt", "Brankoln", "Brunkelm"],
    ids=["a form of it", "another first letter", "another ending", "three letters apart"],
)
def test_names_that_are_not_close_spellings_are_two_names(other: str) -> None:
    assert remarks("name", NAMED.format("Brankolt", "Brankolt", other)) == []


def test_of_short_names_one_letter_makes_another_spelling_and_two_make_another_name() -> None:
    assert remarks("name", NAMED.format("Brankel", "Brankel", "Brenkel")) == ["Brenkel"]
    assert remarks("name", NAMED.format("Brankel", "Brankel", "Brunzel")) == []
    assert remarks("name", NAMED.format("Brankolt", "Brankolt", "Brenkult")) == ["Brenkult"]
    assert remarks("name", NAMED.format("Brank", "Brank", "Brenk")) == []


def test_a_well_known_name_that_is_nearly_spelt_is_named() -> None:
    words = "Nobody who lives in {} slept at all that night."
    assert messages("name", words.format("Washigton")) == ["“Washigton” or “Washington”? The two spellings are close"]
    assert messages("name", words.format("Washington")) == messages("name", words.format("Wxshxngton")) == []


BODY = "The herring fleet lost eleven boats in the storm. The owners of Skarn mourn. A service is held on the quay."


def headline(title: str, body: str = BODY) -> list[str]:
    return remarks("headline", f"{title}\n\n{body}", title=title)


def test_a_figure_or_a_name_of_the_headline_alone_is_told_as_what_it_is() -> None:
    title = "Mayor of Tolliver mourns 12 boats"
    made = replace(article(f"{title}\n\n{BODY}"), title=title)
    assert [remark.message for remark in check_list(made) if remark.kind == "headline"] == [
        "the name “Tolliver” stands in the headline but not in the text",
        "the figure “12” stands in the headline but not in the text",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Fleet of Skarn mourns 11 boats",
        "Fleet mourns for the NATOS",
        "Fleet mourns, says Hugh",
        "Fleet mourns for Skarnish boats",
    ],
    ids=["both told below", "capitals alone", "a short name", "another form below"],
)
def test_what_is_told_below_and_short_forms_are_not_missed_there(title: str) -> None:
    assert headline(title) == []


def test_a_headline_is_held_against_a_text_of_two_passages_or_more() -> None:
    assert headline("Fleet mourns 12 boats", "The fleet lost eleven boats.") == []
    assert headline("Fleet mourns 12 boats", "The fleet lost eleven boats. A service is held.") == ["12"]
    assert remarks("headline", f"Fleet mourns 12 boats\n\n{BODY}", title="") == []
    assert remarks("headline", f"Fleet mourns 12 boats\n\n{BODY}", title="Another title of 13 words") == []
