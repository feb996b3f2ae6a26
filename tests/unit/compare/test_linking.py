"""Which passages of two articles are linked, how far a link goes, and words in a row that differ around."""

from collections.abc import Mapping

import numpy as np
import pytest

from tests.unit.compare.builders import article
from tui.compare.engine import reading_of
from tui.compare.links.linking import (
    LINK_BAR,
    SURELY_SAME,
    TELLING,
    TELLING_OVERLAP,
    Cell,
    Reading,
    Scores,
    cells_of,
    overlap_links,
    plain_pairs,
)
from tui.compare.links.reuse import shingles, words_of
from tui.compare.links.shared_quotes import LONGEST_QUOTE, QUOTE_WORDS, ROW_GAP, shared_words, words_of_article
from tui.compare.model import Link
from tui.compare.scoring.placing import ONE_EVENT
from tui.compare.scoring.scores import Block
from tui.compare.text.profiles import profiles_of
from tui.compare.text.words import Pairings, Row

STORM = "A winter storm tore the roof off the old chapel above Skarn."
CHOIR = "The choir of the chapel will sing in the school until the summer."
MAYOR = "The mayor promised slates, scaffolding and forty thousand crowns."
OTHER = "Herring prices fell again at the auction."


def reading(number: int, *paragraphs: str) -> Reading:
    return reading_of(number, article("\n\n".join(paragraphs), number + 1))


def links(a: Reading, b: Reading, same: Mapping[Cell, Scores], bar: float = 0.5) -> list[Link]:
    """The links of two articles whose passage pairs have these scores."""
    rows = [[Row(profile.tokens) for profile in one.profiles] for one in (a, b)]
    return overlap_links(a, b, same, bar, Pairings(*rows))


def scores(same: float, overlap: float | None = None, sound: bool = True) -> Scores:
    return Scores(same if overlap is None else overlap, same, sound)


def block(rows: list[tuple[int, int, float, float]], kin: float = 1.0) -> Block:
    """Passage pairs with their overlap and their likeness."""
    left, right, overlap, same = zip(*rows, strict=True)
    return Block(
        0, 1, np.array(left, np.int32), np.array(right, np.int32), np.array(overlap), np.array(same),
        np.ones(len(rows), np.bool_), kin,
    )  # fmt: skip


def told(reading: Reading, link: Link) -> str:
    side = link.a if reading.index == link.a.article else link.b
    return reading.article.text[side.start : side.end]


@pytest.mark.parametrize(
    ("found", "linked"),
    [
        (scores(0.5), True),
        (scores(0.49, 0.9), False),
        (scores(0.9, 0.49), False),
        (scores(0.9, sound=False), False),
    ],
)
def test_a_pair_is_linked_by_its_likeness_its_overlap_and_what_it_rests_on(found: Scores, linked: bool) -> None:
    a, b = reading(0, STORM), reading(1, CHOIR)
    assert bool(links(a, b, {(0, 0): found})) is linked


def test_a_link_tells_the_scores_of_its_best_pair_and_its_words() -> None:
    a, b = reading(0, f"{STORM} {CHOIR}"), reading(1, f"{STORM} {CHOIR}")
    (link,) = links(a, b, {(0, 0): scores(0.8, 0.85), (1, 1): scores(0.7, 0.99)})
    assert (link.score, link.overlap) == (0.8, 0.85)
    assert (link.a.first, link.a.last, link.b.first, link.b.last) == (0, 1, 0, 1)
    assert told(a, link) == told(b, link) == a.article.text


def test_pairs_that_no_later_step_would_take_are_left_out() -> None:
    kept = [(0, 0, 0.0, TELLING), (0, 1, TELLING_OVERLAP, 0.0), (1, 1, 0.2, 0.3)]
    rows = [*kept, (1, 0, TELLING_OVERLAP - 0.01, TELLING - 0.01)]
    assert set(cells_of(block(rows), np.ones(4, np.bool_))) == {(i, j) for i, j, _, _ in kept}
    assert set(cells_of(block(rows), np.array([True, False, True, True]))) == {(0, 0), (1, 1)}


def test_what_an_editor_would_call_the_same_is_of_one_event_where_the_articles_are_or_it_is_sure() -> None:
    def overlaps(kin: float) -> list[float]:
        rows = [(0, 0, 0.2, LINK_BAR), (0, 1, 0.2, LINK_BAR - 0.01), (1, 0, 0.2, SURELY_SAME), (1, 1, 0.95, 0.92)]
        return [found.overlap for found in cells_of(block(rows, kin), np.ones(4, np.bool_)).values()]

    assert overlaps(ONE_EVENT) == [LINK_BAR, 0.2, SURELY_SAME, 0.95]
    assert overlaps(ONE_EVENT - 0.01) == [0.2, 0.2, SURELY_SAME, 0.95]


def test_a_pair_with_boilerplate_on_either_side_is_not_plain() -> None:
    a, b = reading(0, f"Read more: {MAYOR}", STORM), reading(1, CHOIR, f"Read more: {OTHER}")
    pairs = block([(0, 0, 0.9, 0.9), (0, 1, 0.9, 0.9), (1, 0, 0.9, 0.9), (1, 1, 0.9, 0.9)])
    assert plain_pairs(a, b, pairs).tolist() == [False, False, True, False]


def test_links_stand_in_the_order_of_the_first_article() -> None:
    a, b = reading(0, STORM, CHOIR, MAYOR), reading(1, MAYOR, CHOIR, STORM)
    found = links(a, b, {(0, 2): scores(0.9), (1, 1): scores(0.8), (2, 0): scores(0.95)})
    assert [(link.a.first, link.b.first) for link in found] == [(0, 2), (1, 1), (2, 0)]


SAME = "A winter storm tore the whole slate roof off the old stone chapel above Skarn harbour."
SUNG = "Its choir will now sing in the draughty school hall until early summer."
MOVED = "Many singers have gone over to a school, the sexton of the parish said at noon."


@pytest.mark.parametrize(("second", "reach"), [(0.6, 1), (0.3, 0)])
def test_a_link_is_cut_down_to_the_same_words_but_not_by_a_passage_that_is_linked_itself(
    second: float, reach: int
) -> None:
    a, b = reading(0, f"{SAME} {SUNG}"), reading(1, f"{SAME} {MOVED}")
    (link,) = links(a, b, {(0, 0): scores(0.99), (1, 1): scores(second)})
    assert (link.a.last, link.b.last) == (reach, reach)


@pytest.mark.parametrize("turned", [False, True])
def test_a_passage_linked_with_two_keeps_both(turned: bool) -> None:
    one, two = (f"{SAME[:-1]} while its choir moved to the school for many a month.",), (f"{SAME} {MOVED}",)
    a, b = (reading(0, *two), reading(1, *one)) if turned else (reading(0, *one), reading(1, *two))
    (link,) = links(a, b, {(0, 0): scores(0.99), ((1, 0) if turned else (0, 1)): scores(0.6)})
    assert (link.a.last, link.b.last) == ((1, 0) if turned else (0, 1))


def test_words_after_boilerplate_are_those_of_their_own_passages() -> None:
    a, b = reading(0, f"Read more: {MOVED}", f"{SAME} {SUNG}", MAYOR), reading(1, OTHER, f"{SAME} {SUNG}")
    assert a.article.passages[0].kind == "boilerplate"
    (link,) = links(a, b, {(1, 1): scores(0.9), (2, 2): scores(0.9)})
    assert told(a, link) == told(b, link) == f"{SAME} {SUNG}"
    assert link.kind == "verbatim"


SPEECH = "we shall carry every slate of this roof up the hill with our own hands"


def test_a_long_row_of_equal_words_is_a_link_of_its_own_out_to_the_near_edges() -> None:
    a = reading(0, f"Some in the choir would rather move to the school for good; not the sexton, who vows {SPEECH}.")
    b = reading(1, f"She vowed {SPEECH}, and left for the county town before any one of the reporters could ask more.")
    (link,) = links(a, b, {})
    assert told(a, link) == SPEECH
    assert told(b, link) == f"She vowed {SPEECH}"
    assert (link.score, link.overlap) == (0.9, 0.9)
    assert links(a, b, {}, bar=0.91) == []
    (sure,) = links(a, b, {(0, 0): scores(0.2, 0.97)})
    assert (sure.score, sure.overlap) == (0.9, 0.97)


def test_a_row_that_a_link_covers_on_both_sides_is_told_once() -> None:
    a, b = reading(0, f"She vowed: {SPEECH}."), reading(1, f"She vowed: {SPEECH}.")
    (link,) = links(a, b, {(0, 0): scores(0.9)})
    assert link.kind == "verbatim"
    twice = reading(1, f"She vowed: {SPEECH}.", f"The sexton said it again at the inn: {SPEECH}.")
    found = links(a, twice, {(0, 0): scores(0.9)})
    assert [(link.b.first, link.b.last) for link in found] == [(0, 0), (1, 1)]


def test_a_name_and_its_title_in_a_sentence_are_never_copied_but_a_heading_of_capitals_is() -> None:
    name = "Chapel Warden Rosalind Quarrie Tremayne Of Upper Skarn"
    a, b = reading(0, f"{name}."), reading(1, f"{name}.")
    assert [link.kind for link in links(a, b, {(0, 0): scores(0.9)})] == ["paraphrase"]
    a, b = reading(0, name, OTHER), reading(1, name, STORM)
    assert a.article.passages[0].kind == "heading"
    assert [link.kind for link in links(a, b, {(0, 0): scores(0.9)})] == ["verbatim"]


def test_a_span_touches_the_passages_it_has_letters_of_and_no_other() -> None:
    one = reading(0, f"{STORM} {CHOIR}", MAYOR)
    first, second, third = one.article.passages
    assert one.touched((first.start, first.end)) == (0, 0)
    assert one.touched((first.start, second.start)) == (0, 0)
    assert one.touched((first.end, second.start + 1)) == (1, 1)
    assert one.touched((first.end - 1, third.start + 1)) == (0, 2)
    assert one.touched((second.start, second.start)) == (1, 1)


def shared(a: str, b: str) -> list[tuple[str, str]]:
    """The words in a row that two texts share, as each has them."""
    articles = article(a), article(b, 2)
    words = [words_of_article(one, profiles_of(one), shingles(words_of(one))) for one in articles]
    found = []
    for one in shared_words(*words):
        spans = [side.tokens[slice(*span)] for side, span in zip(words, (one.a, one.b), strict=True)]
        first, second = (text.text[s[0].start : s[-1].end] for text, s in zip(articles, spans, strict=True))
        found.append((first, second))
    return found


QUOTE = "slates, scaffolding and mortar"


def test_a_quotation_counts_where_both_quote_it_whole() -> None:
    assert shared(f"He asks for “{QUOTE}” now.", f"“Give me {QUOTE}, please,” he cried.") == [(QUOTE, QUOTE)]
    assert shared(f"He asks for “{QUOTE}” now.", f"He asked her to send {QUOTE} up.") == []
    assert shared(f"He asks for “{QUOTE}” now.", "She sent “slates”, scaffolding and mortar.") == []
    assert shared(f"He asks for “{QUOTE}” now.", "“Give me slates, ladders and mortar,” he cried.") == []


def test_a_quotation_of_few_or_small_words_does_not_count() -> None:
    short = " ".join(QUOTE.split()[: QUOTE_WORDS - 2])
    assert shared(f"It was “{short}” she said.", f"He, too, wants “{short}” today.") == []
    assert shared("It was “not at all as it was” then.", "He, too, said “not at all as it was” again.") == []
    names, known = "Rosalind Quarrie Tremayne", "There stood Rosalind Quarrie Tremayne alone."
    assert shared(f"{known} It was “{names}” she said.", f"{known[:-6]}. He, too, wrote “{names}” today.") == []


def test_what_stands_in_the_gaps_of_a_row_does_not_weigh() -> None:
    small = "There it was and {} it was not as it {}."
    assert shared(small.format("turnips juggled", "slumbered"), small.format("lanterns yodelled", "thundered")) == []
    rare = small.replace("There", "Barnacled taxidermists juggled")
    assert len(shared(rare.format("turnips", "slumbered"), rare.format("lanterns", "thundered"))) == 1


def test_a_quotation_longer_than_any_is_taken_for_a_mark_that_was_left_open() -> None:
    words = [f"slate{number}" for number in range(LONGEST_QUOTE + 1)]
    for size, rows in ((LONGEST_QUOTE, 2), (LONGEST_QUOTE + 1, 1)):
        quote = " ".join(words[:size])
        assert len(shared(f"He told us “{quote}” then.", f"And she “{quote}” too.")) == rows


def test_a_row_goes_on_over_a_few_other_words_and_no_further() -> None:
    one, other = "grey slates slid off the chapel roof", "hymn books floated down Quay Street unread"
    gap = " ".join(f"word{number}" for number in range(ROW_GAP))
    (found,) = shared(f"Then {one} {other}.", f"And {one} {gap} {other} again.")
    assert found == (f"{one} {other}", f"{one} {gap} {other}")
    assert len(shared(f"Then {one} {other}.", f"And {one} {gap} more {other} again.")) == 2


def test_a_row_of_small_words_is_none() -> None:
    assert (
        shared("It was not that he had been there before us.", "So it was not that he had been there before we.") == []
    )


def test_boilerplate_has_no_part_in_rows_and_does_not_shift_them() -> None:
    more = f"Read more: {STORM}"
    assert shared(f"{OTHER}\n\n{more}\n\n{SPEECH}.", f"{more}\n\n{CHOIR} {SPEECH}.") == [(SPEECH, SPEECH)]
