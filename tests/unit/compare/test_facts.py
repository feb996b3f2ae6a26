"""Facts are average-linkage clusters of the linked passages."""

from dataclasses import replace
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.compare.builders import article
from tui.compare.clustering import LINKAGE, Edge, Known, Place, clusters
from tui.compare.facts import facts_of
from tui.compare.model import Fact, Link, OverlapKind, Side

PLACES = st.tuples(st.integers(0, 3), st.integers(0, 2))
SCORES = st.integers(0, 64).map(lambda part: part / 64)
SCORED = st.dictionaries(
    st.tuples(PLACES, PLACES).filter(lambda pair: pair[0][0] < pair[1][0]), SCORES, min_size=1, max_size=20
)


def averaged(scores: dict[tuple[Place, Place], float]) -> set[frozenset[Place]]:
    """The same clusters by averaging over all crossing pairs anew at every step."""
    groups = {place: frozenset({place}) for pair in scores for place in pair}
    for (a, b), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        one, two = groups[a], groups[b]
        crossing = [scores.get((min(x, y), max(x, y)), 0.0) for x, y in product(one, two) if x[0] != y[0]]
        if one != two and sum(crossing) >= LINKAGE * len(crossing):
            groups.update(dict.fromkeys(one | two, one | two))
    return {group for group in groups.values() if len(group) > 1}


def found(scores: dict[tuple[Place, Place], float], known: dict[tuple[Place, Place], float]) -> set[frozenset[Place]]:
    edges = [Edge(a, b, score, number) for number, ((a, b), score) in enumerate(scores.items())]
    return {frozenset(group) for group in clusters(edges, Known.of(known))}


@given(SCORED)
def test_sums_that_are_carried_along_give_the_clusters_of_averages(scores: dict[tuple[Place, Place], float]) -> None:
    assert found(scores, {}) == averaged(scores)


@given(SCORED)
def test_scores_known_already_change_nothing(scores: dict[tuple[Place, Place], float]) -> None:
    assert found(scores, scores) == found(scores, {})


@given(SCORED)
def test_many_places_are_clustered_as_few_are(scores: dict[tuple[Place, Place], float]) -> None:
    edges = [Edge(a, b, score, number) for number, ((a, b), score) in enumerate(scores.items())]
    assert clusters(edges, Known.of(scores), table=0) == clusters(edges, Known.of(scores))


def test_a_heading_comes_to_one_of_two_facts_and_joins_them_not() -> None:
    heading, first, second, like = (0, 0), (1, 0), (1, 1), (2, 0)
    scores: dict[tuple[Place, Place], float] = {(heading, first): 0.8, (heading, second): 0.9, (first, like): 0.7}
    edges = [Edge(a, b, score, number) for number, ((a, b), score) in enumerate(scores.items())]
    known = {**scores, (heading, like): 0.8, (second, like): 0.5}
    assert clusters(edges, Known.of(known)) == [{heading, first, second, like}]
    assert clusters(edges, Known.of(known), headings={heading}) == [{heading, second}, {first, like}]


def test_scores_of_passages_that_no_links_connect_or_of_one_article_join_nothing() -> None:
    edges = [Edge((0, 0), (1, 0), 0.9, 0), Edge((0, 1), (1, 1), 0.9, 1)]
    apart = [{(0, 0), (1, 0)}, {(0, 1), (1, 1)}]
    assert clusters(edges, Known.of({((0, 0), (1, 1)): 1.0, ((0, 1), (1, 0)): 1.0})) == apart
    chained = [Edge((0, 0), (1, 0), 0.9, 0), Edge((0, 1), (1, 0), 0.3, 1)]
    for known in ({((0, 0), (0, 1)): 1.0}, {}):
        assert clusters(chained, Known.of(known)) == [{(0, 0), (1, 0)}]


ARTICLES = [
    article(f"Herring {number} fell. Cod {number} rose. Sprat {number} stayed.", number + 1) for number in range(4)
]


def overlap(a: Place, b: Place, kind: OverlapKind = "paraphrase") -> Link:
    one, other = Side(*a, a[1], 0, 5), Side(*b, b[1], 0, 5)
    return Link(f"{a}{b}", one, other, "overlap", kind, None, 0.9, 0.9, "", ())


def conflict(a: Place, b: Place, last: int = 0) -> Link:
    one, other = Side(*a, a[1] + last, 0, 5), Side(*b, b[1], 0, 5)
    return Link(f"!{a}{b}", one, other, "conflict", "number", "conflict", 0.9, 0.9, "", ())


def facts(*links: Link) -> tuple[Fact, ...]:
    edges = [
        Edge((link.a.article, link.a.first), (link.b.article, link.b.first), link.overlap, number)
        for number, link in enumerate(links)
        if link.relation == "overlap"
    ]
    return facts_of(ARTICLES, links, edges, Known.of({}))


def test_facts_stand_in_order_of_their_first_passage_with_their_links() -> None:
    found = facts(overlap((0, 1), (2, 0)), overlap((0, 0), (1, 2)), overlap((2, 0), (3, 1)), overlap((0, 1), (3, 1)))
    assert [(fact.id, fact.passages, fact.links, fact.articles) for fact in found] == [
        ("f1", ((0, 0), (1, 2)), (1,), 2),
        ("f2", ((0, 1), (2, 0), (3, 1)), (0, 2, 3), 3),
    ]


def test_a_conflict_belongs_to_the_facts_that_both_its_sides_touch() -> None:
    links = (overlap((0, 0), (1, 0)), overlap((0, 1), (1, 1)))
    assert [fact.conflicts for fact in facts(*links, conflict((0, 0), (1, 0)))] == [(2,), ()]
    assert [fact.conflicts for fact in facts(*links, conflict((0, 0), (1, 1)))] == [(), ()]
    assert [fact.conflicts for fact in facts(*links, conflict((0, 0), (1, 1), last=1))] == [(), (2,)]
    assert [fact.conflicts for fact in facts(*links, conflict((0, 2), (1, 2)))] == [(), ()]


def test_a_link_between_two_facts_belongs_to_neither() -> None:
    weak = replace(overlap((0, 0), (1, 1)), overlap=0.1)
    found = facts(overlap((0, 0), (1, 0)), overlap((0, 1), (1, 1)), weak)
    assert [fact.links for fact in found] == [(0,), (1,)]


def test_a_weak_link_to_a_passage_of_no_fact_belongs_to_none() -> None:
    strong = [overlap((0, place), (1, place)) for place in range(3)]
    for place in range(3):
        weak = [replace(link, overlap=0.1) for link in (overlap((0, place), (2, 2)), overlap((3, 2), (0, place)))]
        assert [fact.links for fact in facts(*strong, *weak)] == [(0,), (1,), (2,)]


def test_a_heading_sums_up_several_facts_and_makes_them_one_in_no_story() -> None:
    made = [article(f"Herring fell\n\nHerring {number} fell. Cod {number} rose.", number + 1) for number in range(2)]
    assert made[0].passages[0].kind == "heading"
    pairs: list[tuple[Place, Place]] = [((0, 0), (1, 1)), ((0, 1), (1, 1)), ((0, 2), (1, 2)), ((0, 0), (1, 2))]
    links = [overlap(a, b) for a, b in pairs]
    edges = [Edge(a, b, 0.9, number) for number, (a, b) in enumerate(pairs)]
    known = {((0, 1), (1, 2)): 0.6, ((0, 2), (1, 1)): 0.6}
    assert len(facts_of(made, links, edges, Known.of(known))) == 2
    plain = [
        article(f"Herring fell there. Herring {number} fell. Cod {number} rose.", number + 1) for number in range(2)
    ]
    assert len(facts_of(plain, links, edges, Known.of(known))) == 1


def test_articles_that_copy_each_other_are_one_origin_however_they_hang_together() -> None:
    def origins(*kinds: OverlapKind) -> int:
        places: list[Place] = [(0, 0), (1, 0), (2, 0), (3, 0)]
        pairs = [(places[0], places[1]), (places[2], places[3]), (places[1], places[3])]
        links = [overlap(a, b, kind) for (a, b), kind in zip(pairs, kinds, strict=True)]
        edges = [Edge(a, b, 0.9, number) for number, (a, b) in enumerate(pairs)]
        (fact,) = facts_of(ARTICLES, links, edges, Known.of(dict.fromkeys(combinations(places, 2), 0.9)))
        return fact.origins

    assert origins("paraphrase", "paraphrase", "paraphrase") == 4
    assert origins("verbatim", "paraphrase", "paraphrase") == 3
    assert origins("verbatim", "near-verbatim", "paraphrase") == 2
    assert origins("verbatim", "near-verbatim", "verbatim") == 1


def test_articles_that_cite_one_outlet_for_a_fact_are_one_origin() -> None:
    def origins(*passages: str) -> int:
        articles = [article(passage, number + 1) for number, passage in enumerate(passages)]
        places = [(number, 0) for number in range(len(passages))]
        pairs = list(combinations(places, 2))
        edges = [Edge(a, b, 0.9, number) for number, (a, b) in enumerate(pairs)]
        (fact,) = facts_of(articles, [overlap(a, b) for a, b in pairs], edges, Known.of({}))
        return fact.origins

    axios = "The strike is off, officials told Axios."
    assert origins(axios, "Officials told Axios that the strike is off.", "The strike is off, he told CNN.") == 2
    assert origins(axios, "The strike is off, officials said.", "Officials told Axios it is off.") == 2
    assert origins(axios, "The strike is off, he told CNN.", "It is off, he told Reuters.") == 3

    wire = "The strike is off, the union said."
    assert origins(f"Skarn (AP) – {wire}", f"Orr (AP) – {wire}", wire) == 2
    assert origins(f"Skarn (AP) – {wire}", "The strike is off, officials told the AP.") == 1
