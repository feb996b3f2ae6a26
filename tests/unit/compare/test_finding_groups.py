"""Which findings are of one disagreement, by the words they rest on and the values they tell."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui.compare.grouping import FindingGroup, grouped
from tui.compare.model import Comparison, ConflictKind, Evidence, Link, Side, Span, Thresholds, Tier

Place = tuple[int, int, Span]
NOTHING = (0, 0)


def finding(
    a: Place, b: Place, values: tuple[str, str] = ("one", "two"), kind: ConflictKind = "number",
    tier: Tier = "conflict", score: float = 0.9, severity: float = 0.5,
) -> Link:  # fmt: skip
    """A finding between a passage and the words in it that differ, on each side."""
    one, other = (Side(at, passage, passage, 100 * passage, 100 * passage + 99) for at, passage, _ in (a, b))
    name = f"{a} {b} {kind} {tier} {values}"
    reason = f"{values[0]} in one, {values[1]} in the other"
    evidence = (Evidence(a[2], b[2]),)
    return Link(name, one, other, "conflict", kind, tier, score, 0.9, reason, evidence, severity, values)


def groups(*links: Link) -> list[FindingGroup]:
    return list(grouped(Comparison(Thresholds(), links, (), ())))


def counts(*links: Link) -> list[int]:
    return [len(group.links) for group in groups(*links)]


def test_findings_on_the_same_words_of_an_article_are_one_also_of_kinds_that_tell_alike() -> None:
    first = finding((0, 1, (110, 116)), (1, 2, (210, 215)))
    again = finding((0, 1, (112, 118)), (2, 3, (310, 315)), ("three", "four"))
    assert counts(first, again) == [2]
    assert counts(first, finding((0, 1, (112, 118)), (2, 3, (310, 315)), ("3", "4"), "date")) == [2]
    assert counts(first, finding((0, 1, (112, 118)), (2, 3, (310, 315)), ("3", "4"), "name")) == [1, 1]
    assert counts(first, finding((0, 1, (116, 118)), (2, 3, (310, 315)), ("3", "4"))) == [1, 1]
    pairs: tuple[tuple[ConflictKind, ConflictKind], ...] = (("place", "name"), ("antonym", "negation"))
    for kind, like in pairs:
        one = finding((0, 1, (110, 116)), (1, 2, (210, 215)), kind=kind)
        assert counts(one, finding((0, 1, (110, 116)), (2, 3, (310, 315)), ("3", "4"), like)) == [2]


def test_a_span_over_two_others_joins_both_however_they_lie() -> None:
    wide = finding((0, 1, (100, 150)), (1, 2, (210, 215)), ("a", "b"))
    left = finding((0, 1, (101, 105)), (2, 3, (310, 315)), ("c", "d"))
    right = finding((0, 1, (140, 160)), (3, 4, (410, 415)), ("e", "f"))
    assert counts(wide, left, right) == counts(right, left, wide) == [3]
    assert counts(left, right) == [1, 1]


def test_words_that_are_missing_join_nothing() -> None:
    one = finding((0, 1, (110, 110)), (1, 2, (210, 215)), ("", "b"))
    other = finding((0, 1, (110, 110)), (2, 3, (310, 315)), ("", "d"))
    assert counts(one, other) == [1, 1]
    around = finding((0, 1, (105, 120)), (3, 4, (410, 415)), ("e", "f"))
    assert counts(one, around) == [1, 1]


def test_the_same_figures_are_one_disagreement_where_a_passage_is_and_the_same_names_anywhere() -> None:
    here = finding((0, 1, (110, 115)), (1, 2, (210, 215)), ("12", "17"))
    there = finding((1, 2, (250, 255)), (2, 3, (310, 315)), ("17", "12"))
    elsewhere = finding((2, 4, (450, 455)), (3, 5, (510, 515)), ("12", "17"))
    assert counts(here, there) == [2]
    assert counts(here, elsewhere) == [1, 1]
    named, again = (
        finding(a, b, ("Orr", "Or"), "name")
        for a, b in (((0, 1, (110, 115)), (1, 2, (210, 215))), ((2, 4, (450, 455)), (3, 5, (510, 515))))
    )
    assert counts(named, again) == [2]


def test_findings_without_values_are_not_one_for_having_none() -> None:
    one = finding((0, 1, (110, 115)), (1, 2, (210, 215)), ("", ""), "negation")
    other = finding((0, 1, (150, 155)), (1, 2, (250, 255)), ("", ""), "negation")
    assert counts(one, other) == [1, 1]


def test_what_an_article_says_against_itself_stays_apart_and_comes_last() -> None:
    within = finding((0, 1, (110, 115)), (0, 3, (310, 315)), tier="internal", severity=0.9)
    check = finding((0, 5, (510, 515)), (1, 2, (210, 215)), ("c", "d"), tier="check", severity=0.9)
    conflict = finding((0, 1, (110, 115)), (1, 7, (710, 715)), severity=0.1)
    assert [group.link.tier for group in groups(within, check, conflict)] == ["conflict", "check", "internal"]


def test_the_worst_of_a_group_stands_for_it_and_its_numbers_lead_back() -> None:
    mild = finding((0, 1, (110, 115)), (1, 2, (210, 215)), tier="check", severity=0.9)
    surer = finding((0, 1, (110, 115)), (2, 2, (210, 215)), score=0.9, severity=0.4)
    worse = finding((0, 1, (110, 115)), (3, 2, (210, 215)), score=0.8, severity=0.6)
    even = finding((0, 1, (110, 115)), (4, 2, (210, 215)), score=0.7, severity=0.4)
    (group,) = groups(mild, even, surer, worse)
    assert group.links == (worse, surer, even, mild)
    assert group.numbers == (3, 2, 1, 0)


def sides(*links: Link) -> list[tuple[int, tuple[Span, ...], str, int]]:
    """The article, the words, the value and the camp of each side of a group."""
    (group,) = groups(*links)
    return [(side.side.article, side.spans, side.value, side.camp) for side in group.sides]


def test_sides_on_the_same_words_of_an_article_are_one_with_all_their_words() -> None:
    one = finding((0, 1, (110, 116)), (1, 2, (210, 215)), ("12", "17"), severity=0.6)
    same = finding((0, 1, (110, 116)), (2, 3, (310, 315)), ("12", "18"))
    more = finding((0, 1, (112, 120)), (3, 4, (410, 415)), ("12 or so", "19"), severity=0.4)
    assert sides(one, same, more) == [
        (0, ((110, 116), (112, 120)), "12", 0),
        (1, ((210, 215),), "17", 1),
        (2, ((310, 315),), "18", 1),
        (3, ((410, 415),), "19", 1),
    ]


def test_one_value_told_twice_in_a_passage_is_one_side_and_two_values_or_passages_are_two() -> None:
    one = finding((0, 1, (110, 116)), (1, 2, (210, 215)), ("12", "17"), severity=0.6)
    again = finding((0, 1, (110, 116)), (1, 2, (250, 255)), ("12", "17"))
    assert [side[:3] for side in sides(one, again)] == [
        (0, ((110, 116),), "12"),
        (1, ((210, 215), (250, 255)), "17"),
    ]
    other = finding((0, 1, (110, 116)), (1, 2, (250, 255)), ("12", "18"))
    assert [side[2] for side in sides(one, other)] == ["12", "17", "18"]
    before = replace(one, b=other.b, evidence=other.evidence, values=("12", "18"), id="before")
    after = replace(other, b=one.b, evidence=one.evidence, values=("12", "17"), severity=0.1, id="after")
    assert [side[2] for side in sides(before, after)] == ["12", "18", "17"]
    later = finding((0, 1, (110, 116)), (1, 3, (350, 355)), ("12", "17"))
    assert [side[1:3] for side in sides(one, later)[1:]] == [(((210, 215),), "17"), (((350, 355),), "17")]


def test_what_a_passage_denies_in_several_words_is_one_side() -> None:
    one = finding((0, 1, (110, 116)), (1, 2, (210, 215)), ("not treating", "treating"), "negation", severity=0.6)
    again = finding((0, 1, (110, 130)), (1, 2, (250, 260)), ("not treating it as such", "such"), "negation")
    assert [side[:3] for side in sides(one, again)] == [
        (0, ((110, 116), (110, 130)), "not treating"),
        (1, ((210, 215), (250, 260)), "treating"),
    ]


def test_a_side_that_lacks_the_words_has_no_words_of_its_own() -> None:
    dropped = finding((0, 1, (110, 116)), (1, 2, (210, 210)), ("said to be", ""), "caveat")
    assert [side[1] for side in sides(dropped)] == [((110, 116),), ()]


def test_those_who_contradict_each_other_are_in_other_camps_and_all_others_in_the_first_they_can_be_in() -> None:
    first = finding((0, 1, (110, 116)), (1, 2, (210, 215)), ("12", "17"), severity=0.6)
    second = finding((1, 2, (210, 215)), (2, 3, (310, 315)), ("17", "12"))
    third = finding((1, 2, (210, 215)), (3, 4, (410, 415)), ("17", "31"))
    fourth = finding((2, 3, (310, 315)), (3, 4, (410, 415)), ("12", "31"))
    assert [(side[2], side[3]) for side in sides(first, second, third, fourth)] == [
        ("12", 0), ("17", 1), ("12", 0), ("31", 2),
    ]  # fmt: skip


def test_of_more_than_two_sides_the_reason_names_the_articles_of_each_value() -> None:
    first = finding((0, 1, (110, 116)), (1, 2, (210, 215)), ("12", "17"), severity=0.6)
    second = finding((1, 2, (210, 215)), (2, 3, (310, 315)), ("17", "a dozen"))
    assert [group.reason for group in groups(first)] == ["12 in one, 17 in the other"]
    assert [group.reason for group in groups(first, second)] == ["12 in 1 and 3; 17 in 2"]
    quoted = replace(first, reason="“12” in one, “17” in the other, both with “boats”")
    assert [group.reason for group in groups(quoted, second)] == ["“12” in 1 and 3; “17” in 2, all with “boats”"]
    another = replace(first, reason="which of them is it?")
    assert [group.reason for group in groups(another, second)] == ["which of them is it?"]


def test_a_group_has_a_verdict_where_all_its_findings_have_the_same() -> None:
    one = finding((0, 1, (110, 115)), (1, 2, (210, 215)))
    other = finding((0, 1, (110, 115)), (2, 2, (210, 215)))
    (group,) = groups(one, other)
    assert group.verdict({one.id: "real", other.id: "real"}) == "real"
    assert group.verdict({one.id: "real", other.id: "ignore"}) is None
    assert group.verdict({one.id: "real"}) is None
    assert group.verdict({}) is None


LINKS = st.lists(
    st.tuples(
        st.tuples(st.integers(0, 1), st.integers(2, 3)), st.tuples(st.integers(0, 3), st.integers(0, 3)),
        st.tuples(st.integers(0, 8), st.integers(0, 8)), st.sampled_from(("number", "name", "date")),
        st.sampled_from(("conflict", "check")), st.sampled_from((("4", "5"), ("5", "6"), ("", ""))),
    ),
    max_size=8,
)  # fmt: skip


@given(LINKS, st.randoms())
def test_findings_are_parted_alike_in_whatever_order_they_come(drawn, chance) -> None:
    links = []
    for (a, b), (i, j), (x, y), kind, tier, values in drawn:
        one, other = (a, i, (100 * i + x, 100 * i + x + 3)), (b, j, (100 * j + y, 100 * j + y + 3))
        links.append(finding(one, other, values, kind, tier))
    parts = {frozenset(link.id for link in group.links) for group in groups(*links)}
    shuffled = chance.sample(links, len(links))
    assert {frozenset(link.id for link in group.links) for group in groups(*shuffled)} == parts
    assert sum(len(group.links) for group in groups(*links)) == len(links)
    for group in groups(*links):
        assert sorted((side.side.article, side.side.start) for side in group.sides) == [
            (side.side.article, side.side.start) for side in group.sides
        ]
        assert group.sides[0].camp == 0
