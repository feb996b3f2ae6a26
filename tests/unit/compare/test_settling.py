"""What two passages seem to dispute is no difference where the articles around them settle it."""

from pathlib import Path

import pytest

from tests.unit.compare.builders import article
from tui.compare import compare
from tui.compare.conflicts import read
from tui.compare.grouping import FindingGroup, grouped
from tui.compare.model import ConflictKind, Evidence, Link, Side, Span
from tui.compare.settling import Passages, settled
from tui.story import load


def findings(folder: Path, one: str, other: str) -> list[FindingGroup]:
    (folder / "one.txt").write_text(one, encoding="utf-8")
    (folder / "other.txt").write_text(other, encoding="utf-8")
    return [group for group in grouped(compare(load([str(folder)]))) if group.link.tier != "internal"]


BOTH = (
    "Ada Quill runs the harbour. “I am not going to say that I am not going to sell it,” Ms Quill said. "
    "“I am not saying that I am going to sell it.”\n"
)
BOTH_TURNED = (
    "Will she sell? “I am not saying that I am going to sell it,” Quill told the club. "
    "“I am not going to say that I am not going to sell it.”\n"
)
SOLD = "Ada Quill runs the harbour. “I am going to sell it to the county this year,” Ms Quill said.\n"
KEPT = "Ada Quill runs the harbour. “I am not going to sell it to the county this year,” Ms Quill said.\n"


def test_two_sentences_that_both_articles_have_are_not_crossed(tmp_path: Path) -> None:
    assert not findings(tmp_path, BOTH, BOTH_TURNED)


def test_one_sentence_each_that_deny_each_other_are_a_difference(tmp_path: Path) -> None:
    assert [group.link.kind for group in findings(tmp_path, SOLD, KEPT)] == ["negation"]


DOUBTING = (
    "Herring magnate Rolf Stenmark was found dead in Penmoor jail on Monday in an apparent suicide, police said.\n"
)
HEADLINE = "Herring magnate Rolf Stenmark dead by suicide in Penmoor jail\n\n"


def test_a_doubt_left_out_of_the_headline_and_told_below_is_not_dropped(tmp_path: Path) -> None:
    below = "The herring magnate Stenmark apparently took his life in his cell in Penmoor, a guard said.\n"
    assert not [group for group in findings(tmp_path, DOUBTING, HEADLINE + below) if group.link.kind == "caveat"]


def test_a_doubt_left_out_of_the_headline_and_the_text_is_dropped(tmp_path: Path) -> None:
    below = "The herring magnate Stenmark left two sons and the largest fleet of Penmoor.\n"
    assert [group.link.kind for group in findings(tmp_path, DOUBTING, HEADLINE + below)] == ["caveat"]


def passages(*texts: str) -> Passages:
    """An article of these sentences; a first one without a full stop is its headline."""
    first, *rest = texts
    gap = " " if first.endswith((".", "”")) else "\n\n"
    made = article(gap.join((first, " ".join(rest))).strip())
    assert len(made.passages) == len(texts)
    return Passages(made, [read(made.quote(at)) for at in range(len(texts))])


def held(a: Passages, b: Passages, i: int, j: int, kind: ConflictKind, values: tuple[str, str]) -> Link:
    """The finding that passage `i` of one and `j` of the other tell these values."""
    sides: list[Side] = []
    spans: list[Span] = []
    for number, (one, at, value) in enumerate(((a, i, values[0]), (b, j, values[1]))):
        start, end = one.article.passages[at].start, one.article.passages[at].end
        place = max(start, one.article.text.find(value, start, end))
        sides.append(Side(number, at, at, start, end))
        spans.append((place, place + len(value)))
    evidence = (Evidence(spans[0], spans[1]),)
    return Link("id", sides[0], sides[1], "conflict", kind, "check", 0.7, 0.9, "", evidence, values=values)


NORTH = "The keeper of the north light saw two boats off the cape on Monday."
SOUTH = "The keeper of the south light saw three boats off the cape on Monday."
EAST = "The keeper of the east light heard nothing at all of the wreck."


def test_sentences_are_crossed_only_where_each_article_has_both() -> None:
    both, turned = passages(NORTH, SOUTH), passages(SOUTH, NORTH)
    assert settled(held(both, turned, 0, 0, "number", ("two", "three")), both, turned)
    assert not settled(held(both, turned, 0, 1, "number", ("two", "two")), both, turned)
    one = passages(EAST, NORTH)
    assert not settled(held(one, turned, 1, 0, "number", ("two", "three")), one, turned)
    assert not settled(held(turned, one, 0, 1, "number", ("three", "two")), turned, one)


def test_a_sentence_has_no_better_twin_than_the_one_it_was_held_against_where_that_is_as_alike() -> None:
    a = passages(NORTH, NORTH.replace("two", "four"))
    b = passages(NORTH.replace("two", "three"), NORTH.replace("two", "five"))
    assert not settled(held(a, b, 0, 0, "number", ("two", "three")), a, b)


def test_sentences_that_share_little_were_not_mistaken_for_each_other() -> None:
    a, b = passages(NORTH, EAST), passages(EAST, NORTH)
    assert not settled(held(a, b, 0, 0, "number", ("two", "nothing")), a, b)


def test_short_sentences_are_nobodys_twins() -> None:
    a, b = passages("Two boats sank there.", "Three boats sank there."), passages(
        "Three boats sank there.", "Two boats sank there."
    )  # fmt: skip
    assert not settled(held(a, b, 0, 0, "number", ("Two", "Three")), a, b)


ARSON = "Arson destroyed the herring sheds of Penmoor on Monday."
SUSPECTED = "Suspected arson destroyed the herring sheds of Penmoor on Monday."
DOUBT_TOLD = "The herring sheds were possibly set alight, a guard said."


@pytest.mark.parametrize("kind", ["caveat", "modality"])
def test_a_doubt_told_in_another_sentence_on_the_same_matter_is_not_dropped(kind: ConflictKind) -> None:
    doubting, surer = passages(SUSPECTED), passages(EAST, ARSON, DOUBT_TOLD)
    assert settled(held(doubting, surer, 0, 1, kind, ("Suspected arson", "Arson")), doubting, surer)
    assert settled(held(surer, doubting, 1, 0, kind, ("Arson", "Suspected arson")), surer, doubting)


@pytest.mark.parametrize(
    "below",
    [
        "Another harbour was possibly set alight, a guard said.",
        "The herring sheds were insured, a guard said.",
        "The sheds may be built anew.",
    ],
)
def test_a_doubt_on_another_matter_and_the_matter_without_a_doubt_excuse_nothing(below: str) -> None:
    doubting, surer = passages(SUSPECTED), passages(EAST, ARSON, below)
    assert not settled(held(doubting, surer, 0, 1, "caveat", ("Suspected arson", "Arson")), doubting, surer)


def test_a_doubt_in_the_very_sentence_does_not_excuse_it() -> None:
    doubting, surer = passages(SUSPECTED), passages(ARSON.replace(".", ", as a guard alleged."), EAST)
    assert not settled(held(doubting, surer, 0, 0, "caveat", ("Suspected arson", "Arson")), doubting, surer)


def test_a_kind_that_is_no_matter_of_doubt_is_not_settled_by_one() -> None:
    doubting, surer = passages(SUSPECTED), passages(EAST, ARSON, DOUBT_TOLD)
    assert not settled(held(doubting, surer, 0, 1, "negation", ("Suspected arson", "Arson")), doubting, surer)


SOURCED = "Arson destroyed the herring sheds of Penmoor, according to the county."
SOURCE_TOLD = "The herring sheds were set alight, the county said."


def test_a_source_left_out_is_excused_in_a_headline_whose_text_names_it() -> None:
    sourced, headed = passages(SOURCED), passages("Arson destroys herring sheds of Penmoor", EAST, SOURCE_TOLD)
    values = "according to the county", "Arson"
    assert settled(held(sourced, headed, 0, 0, "caveat", values), sourced, headed)
    plain = passages(EAST, ARSON, SOURCE_TOLD)
    assert not settled(held(sourced, plain, 0, 1, "caveat", values), sourced, plain)
    silent = passages("Arson destroys herring sheds of Penmoor", EAST)
    assert not settled(held(sourced, silent, 0, 0, "caveat", values), sourced, silent)


def test_two_doubts_are_not_settled_by_a_third() -> None:
    doubting, other = passages(SUSPECTED), passages(EAST, ARSON.replace("Arson", "Alleged arson"), DOUBT_TOLD)
    assert not settled(held(doubting, other, 0, 1, "caveat", ("Suspected arson", "Alleged arson")), doubting, other)
