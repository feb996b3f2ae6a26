"""What contradicts between two articles, and within one, as links: where it stands, how sure, each cause once."""

import pytest

from tests.unit.compare.builders import story
from tui.compare import compare
from tui.compare.model import Link, Thresholds

FERRY = "The ferry Aurora ran aground near the harbour of Skarn on Monday evening."
ELEVEN = (
    f"{FERRY} Eleven passengers were injured, the coastguard said. "
    "The hull was torn over twelve metres. Karin Solberg will lead the inquiry."
)
SEVENTEEN = (
    f"{FERRY} Seventeen passengers were injured, the coastguard said. "
    "The hull was torn over nineteen metres. Bruno Maric will lead the inquiry."
)
HEADED = "Four people killed as bus leaves road near Oslo\n\nSix people were killed as a bus left the road near Oslo."
RAIN = "Rain fell on Skarn all day long and nobody went out."


def findings(*texts: str, bar: float = 0.5) -> list[Link]:
    """The conflicts of a story, each of whose values is found at its evidence."""
    made = story(*texts)
    found = [link for link in compare(made, Thresholds(0.5, bar)).links if link.relation == "conflict"]
    for link in found:
        for side, value, spans in (
            (link.a, link.values[0], [one.a for one in link.evidence]),
            (link.b, link.values[1], [one.b for one in link.evidence]),
        ):
            article = made.articles[side.article]
            assert [article.text[slice(*span)] for span in spans] == [value]
            assert side.start == article.passages[side.first].start
            assert side.end == article.passages[side.last].end
    return found


def places(found: list[Link]) -> list[tuple[int, int, int, int]]:
    return [(link.a.first, link.a.last, link.b.first, link.b.last) for link in found]


def test_each_difference_is_told_between_its_own_passages_and_in_their_order() -> None:
    found = findings(ELEVEN, SEVENTEEN)
    assert [(link.kind, link.tier, link.values) for link in found] == [
        ("number", "conflict", ("Eleven", "Seventeen")),
        ("number", "conflict", ("twelve metres", "nineteen metres")),
        ("name", "conflict", ("Karin Solberg", "Bruno Maric")),
    ]
    assert places(found) == [(at, at, at, at) for at in (1, 2, 3)]
    assert len({link.id for link in found}) == 3


def test_people_hurt_weigh_more_than_a_hull() -> None:
    hurt, hull, _ = findings(ELEVEN, SEVENTEEN)
    assert hurt.severity > hull.severity


def test_what_is_less_sure_than_the_bar_is_left_out() -> None:
    hurt, hull, inquiry = findings(ELEVEN, SEVENTEEN)
    assert hurt.score > hull.score > inquiry.score
    for bar, told in ((inquiry.score, 3), (hull.score, 2), (hurt.score, 1), (hurt.score + 0.001, 0)):
        assert len(findings(ELEVEN, SEVENTEEN, bar=bar)) == told


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("whole", "parts", "values"),
    [
        ("In the flood 12 people were killed and the old bridge at Skarn was carried away on Monday, the county said.",
         "The old bridge at Skarn was carried away in the flood on Monday, the county said. Killed were 17 people.",
         ("12", "17")),
        ("The old bridge at Skarn, which cost $40 million, was carried away on Monday in the flood, the county said.",
         "The old bridge at Skarn was carried away in the flood on Monday, the county said. It had cost $70 million.",
         ("$40 million", "$70 million")),
        ("The council of Skarn closed the old bridge to lorries for 12 days.",
         "The council of Skarn closed the old bridge. Lorries may not use it for 19 days.", ("12 days", "19 days")),
    ],
)  # fmt: skip
def test_a_sentence_is_held_once_against_the_two_into_which_the_other_article_splits_it(
    whole: str, parts: str, values: tuple[str, str], turned: bool
) -> None:
    one, other = f"{RAIN}\n\n{whole}", parts
    (found,) = findings(other, one) if turned else findings(one, other)
    assert (found.tier, found.values) == ("conflict", values[::-1] if turned else values)
    assert places([found]) == [(0, 1, 1, 1) if turned else (1, 1, 0, 1)]
    assert found.overlap > 0.9


@pytest.mark.parametrize("number", [0, 1])
def test_a_headline_at_odds_with_its_own_text_is_told_of_that_article_and_no_other(number: int) -> None:
    texts = (HEADED, RAIN) if number == 0 else (RAIN, HEADED)
    (found,) = findings(*texts)
    assert (found.kind, found.tier, found.values) == ("number", "internal", ("Four", "Six"))
    assert (found.a.article, found.b.article, found.overlap) == (number, number, 0.0)
    assert places([found]) == [(0, 0, 1, 1)]
    assert findings(*texts, bar=found.score) == [found]
    assert not findings(*texts, bar=found.score + 0.001)


def test_the_headline_and_the_text_of_two_articles_are_all_held_against_each_other() -> None:
    told = "{0} hurt in Skarn ferry crash\n\n{0} people were hurt when the ferry crashed in Skarn on Monday."
    found = findings(told.format("Twelve"), told.format("Nine"))
    assert places(found) == [(0, 0, 0, 0), (0, 0, 1, 1), (1, 1, 0, 0), (1, 1, 1, 1)]
    assert {link.values for link in found} == {("Twelve", "Nine")}


def test_several_differences_of_one_sentence_are_told_apart() -> None:
    found = findings(
        "Twelve people were hurt when the ferry crashed in Skarn on Monday. The mayor of Skarn was not told.",
        "Nine people were hurt when the ferry crashed in Skarn on Tuesday. The mayor of Skarn was told.",
    )
    assert [(link.kind, link.values) for link in found] == [
        ("date", ("Monday", "Tuesday")), ("number", ("Twelve", "Nine")), ("negation", ("not told", "told")),
    ]  # fmt: skip
    assert [link.tier for link in found] == ["check", "conflict", "conflict"]


def test_a_death_that_the_other_article_denies_is_one_finding_whichever_words_tell_it() -> None:
    (found,) = findings(
        "Nobody was killed in the fire in Tarrow on Tuesday.", "A watchman was killed in the fire in Tarrow on Tuesday."
    )
    assert (found.kind, found.tier) == ("negation", "conflict")


def test_two_speakers_of_one_quotation_and_two_stances_of_one_person_are_found_apart_from_all_alignment() -> None:
    (speakers,) = findings(
        f"“I heard a bang like a church door,” said Ellis Moore, who drives the crane.\n\n{RAIN}",
        "Ships were lost.\n\n“I heard a bang like a church door,” said Nadia Bartle, whose café is near.",
    )
    assert (speakers.kind, speakers.values) == ("attribution", ("Ellis Moore", "Nadia Bartle"))
    assert places([speakers]) == [(0, 0, 1, 1)]
    (stances,) = findings(
        "Anna Lund wants a ban on mining. She said so on Monday.",
        "Nothing else happened. Anna Lund opposes a ban on mining.",
    )
    assert (stances.kind, stances.tier, stances.values) == ("modality", "check", ("wants a ban", "opposes a ban"))
    assert places([stances]) == [(0, 0, 1, 1)]
    assert speakers.overlap < 0.5 < stances.overlap
