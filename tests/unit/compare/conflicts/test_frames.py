"""Phrase frames find what no two aligned sentences show, across articles and against an article's own headline."""

from collections.abc import Callable

import pytest

from tui.compare.conflicts import FrameFinding, across, within
from tui.story.model import Article

Make = Callable[..., Article]


def kinds(found: tuple[FrameFinding, ...]) -> list[tuple[str, str]]:
    return [(frame.finding.kind, frame.finding.tier) for frame in found]


def test_one_event_at_two_places_may_be_two_rounds(article: Make) -> None:
    one = article("a1", "Officials from Norway and Chile ended a round of trade talks in Geneva without a deal.")
    two = article("a2", "The talks set for Vienna are meant to settle the quarrel of Norway and Chile over salmon.")
    (found,) = across([one, two])
    assert (found.finding.kind, found.finding.tier) == ("place", "check")
    assert "two rounds" in found.finding.reason


def test_talks_of_other_parties_are_other_talks(article: Make) -> None:
    one = article("a1", "Officials from Norway and Chile ended their talks in Geneva.")
    two = article("a2", "Officials from Japan and Peru will open their talks in Vienna.")
    assert across([one, two]) == ()


def test_the_same_words_of_two_speakers_are_a_conflict(article: Make) -> None:
    one = article("a1", "“I heard a bang like a church door,” said Ellis Moore, who drives the crane.")
    two = article("a2", "“I heard a bang like a church door,” said Nadia Bartle, whose café is near.")
    (found,) = across([one, two])
    assert (found.finding.kind, found.finding.tier) == ("attribution", "conflict")
    assert {"Moore", "Bartle"} <= set(found.finding.reason.replace(",", " ").split())


def test_a_pronoun_is_no_speaker_where_the_other_name_is_near(article: Make) -> None:
    one = article("a1", "Justice Kennedy asked Justice Scalia about it.", "“That is no discretion at all,” he said.")
    two = article("a2", "“That is no discretion at all,” said Justice Scalia.")
    assert across([one, two]) == ()


def test_wanting_an_action_here_and_resisting_it_there_is_to_be_checked(article: Make) -> None:
    one = article("a1", "President Anna Lund wants a ban on deep-sea mining before the summer.")
    two = article("a2", "Aides say that President Anna Lund opposes a ban on mining.")
    (found,) = across([one, two])
    assert (found.finding.kind, found.finding.tier) == ("modality", "check")
    assert "Lund" in found.finding.reason


def test_a_finding_of_a_stance_names_the_person_rather_than_the_country_led(article: Make) -> None:
    one = article("a1", "French President Anna Lund spoke on Monday.", "Lund is reluctant to strike the rebels.")
    two = article("a2", "French President Anna Lund spoke on Tuesday.", "Aides say Lund wants to strike the rebels.")
    found = across([one, two])
    assert [f.finding.reason.partition(":")[0] for f in found] == ["Anna Lund"]


def test_a_negated_stance_is_its_opposite(article: Make) -> None:
    one = article("a1", "President Anna Lund does not want a ban on deep-sea mining.")
    two = article("a2", "Aides say that President Anna Lund opposes a ban on mining.")
    assert across([one, two]) == ()


def test_a_meeting_not_confirmed_here_has_taken_place_there(article: Make) -> None:
    one = article("a1", "The meeting of Anna Lund and Peter Voss has not been confirmed by either side.")
    two = article("a2", "Anna Lund met Peter Voss at the castle for two hours.")
    (found,) = across([one, two])
    assert (found.finding.kind, found.finding.tier) == ("negation", "check")


def test_two_counts_of_two_things_are_no_contradiction(article: Make) -> None:
    one = article("a1", "It is the sixth trip of Anna Lund to Peter Voss in Chile since the vote.")
    two = article("a2", "It was the seventh meeting of Anna Lund and Peter Voss since the vote.")
    assert across([one, two]) == ()


def test_a_dropped_place_changes_a_count(article: Make) -> None:
    one = article("a1", "It was the seventh meeting of Anna Lund and Peter Voss.")
    two = article("a2", "It was the seventh meeting of Anna Lund and Peter Voss in Chile.")
    (found,) = across([one, two])
    assert (found.finding.kind, found.finding.downgrade) == ("caveat", "both can hold")
    assert "in Chile" in found.finding.reason


def test_a_claim_told_without_its_caveat_is_pointed_out(article: Make) -> None:
    claim = "The works could build two thousand missiles within weeks or months, one source said."
    one = article("a1", claim, "The paper was unable to verify these claims.")
    two = article("a2", claim, "The minister flies home on Friday.")
    (found,) = across([one, two])
    assert (found.finding.kind, found.a, found.b) == ("caveat", (0, 1), (1, 0))


def test_the_same_caveat_in_both_is_nothing(article: Make) -> None:
    claim = "The works could build two thousand missiles within weeks or months, one source said."
    caveat = "The paper was unable to verify these claims."
    assert across([article("a1", claim, caveat), article("a2", claim, caveat)]) == ()


def test_one_office_with_two_surnames_is_a_conflict(article: Make) -> None:
    one = article("a1", "The gates were closed, harbour master Ingrid Solheim said.")
    two = article("a2", "Nobody was warned, harbour master Ingrid Solberg said.")
    assert kinds(across([one, two])) == [("name", "conflict")]


def test_findings_name_passages_and_spans_of_both_articles(article: Make) -> None:
    one = article("a1", "Nothing else happened.", "Anna Lund wants a ban on mining.")
    two = article("a2", "Anna Lund opposes a ban on mining.")
    (found,) = across([one, two])
    assert (found.a, found.b) == ((0, 1), (1, 0))
    for (index, passage), (start, end) in zip(
        (found.a, found.b), (found.finding.evidence[0].a, found.finding.evidence[0].b), strict=True
    ):
        text = (one, two)[index].quote(passage)
        assert "ban" in text[start:end]


def test_a_headline_with_another_figure_than_the_text_is_internal(article: Make) -> None:
    story = article(
        "a1",
        "Four people killed as bus leaves road near Oslo",
        "Six people were killed as a bus left the road near Oslo.",
    )
    (found,) = within(story, 3)
    assert (found.finding.tier, found.a, found.b) == ("internal", (3, 0), (3, 1))


@pytest.mark.parametrize("source", ["official", "minister"])
def test_one_source_above_and_several_below_is_internal(article: Make, source: str) -> None:
    headline = f"US {source} says the talks will go on"
    (found,) = within(article("a1", headline, f"Two {source}s say that there is more rain to come."))
    assert (found.finding.kind, found.finding.tier) == ("number", "internal")
    assert found.finding.values == (source, f"{source}s")


def test_an_article_without_a_headline_is_not_held_against_itself(article: Make) -> None:
    assert within(article("a1", "Four people died.", "Six people died.")) == ()


def test_a_line_of_a_megabyte_is_passed_over(article: Make) -> None:
    line = "Anna Lund wants a ban on talks in Geneva and met Peter Voss " * 16_000
    assert across([article("a1", line + "."), article("a2", "Anna Lund opposes a ban on talks in Vienna.")]) == ()
