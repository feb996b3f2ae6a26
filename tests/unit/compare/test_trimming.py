"""A link's spans end where what both sides share ends."""

import pytest

from tui.compare.links.trimming import trimmed, widened
from tui.compare.model import Span
from tui.compare.text.tokens import tokenise
from tui.compare.text.words import align_tokens

SHARED = "skipper of a pilot boat raised the alarm when flames broke from the loading bay"
SIZE = len(SHARED.split())
BEFORE = "residents had long complained about lorries and noise while engineers surveyed old drains"
AFTER = "meanwhile bakers queued outside their guildhall hoping somebody would finally answer questions"


def spans(a: str, b: str) -> tuple[Span, Span]:
    """The tokens kept of two texts without punctuation: a token a word."""
    one, other = tokenise(a, "en"), tokenise(b, "en")
    assert (len(one), len(other)) == (len(a.split()), len(b.split()))
    return trimmed(one, other, align_tokens(one, other))


def words(text: str, count: int) -> str:
    """Its first words."""
    return " ".join(text.split()[:count])


def test_texts_that_are_the_same_stay_whole() -> None:
    assert spans(SHARED, SHARED) == ((0, SIZE), (0, SIZE))


def test_texts_that_share_nothing_stay_whole() -> None:
    assert spans(BEFORE, AFTER) == ((0, len(BEFORE.split())), (0, len(AFTER.split())))


@pytest.mark.parametrize("loose", [8, 9, 12])
def test_eight_words_or_more_before_or_after_a_long_shared_run_are_cut_off(loose: int) -> None:
    assert spans(f"{words(BEFORE, loose)} {SHARED}", SHARED) == ((loose, loose + SIZE), (0, SIZE))
    assert spans(SHARED, f"{SHARED} {words(AFTER, loose)}") == ((0, SIZE), (0, SIZE))
    assert spans(f"{SHARED} {words(AFTER, loose)}", f"{words(BEFORE, loose)} {SHARED}") == (
        (0, SIZE),
        (loose, loose + SIZE),
    )


@pytest.mark.parametrize("loose", [1, 3, 7])
def test_fewer_words_beside_it_stay(loose: int) -> None:
    around = f"{words(BEFORE, loose)} {SHARED} {words(AFTER, loose)}"
    assert spans(around, SHARED) == ((0, 2 * loose + SIZE), (0, SIZE))


@pytest.mark.parametrize(("short", "kept"), [(3, 3), (4, 0)])
def test_where_one_edge_is_cut_up_to_three_words_at_the_other_stay(short: int, kept: int) -> None:
    around = f"{words(BEFORE, 9)} {SHARED} {words(AFTER, short)}"
    assert spans(around, SHARED) == ((9, 9 + SIZE + kept), (0, SIZE))


@pytest.mark.parametrize(("other", "joined"), [("who came home", True), ("who came home late", False)])
def test_up_to_three_other_words_may_stand_inside_the_run(other: str, joined: bool) -> None:
    shared = SHARED.split()
    a = f"{BEFORE} {' '.join(shared[:8])} {other} {' '.join(shared[8:])} {words(AFTER, 5)}"
    (start, end), _ = spans(a, SHARED)
    assert start == len(BEFORE.split())
    assert len(a.split()) - end == (5 if joined else 0)


@pytest.mark.parametrize(("length", "cut"), [(7, True), (6, False)])
def test_a_run_of_seven_equal_words_is_the_link_by_itself(length: int, cut: bool) -> None:
    run = words(SHARED, length)
    a = f"{words(BEFORE, 8)} {run} {words(AFTER, 5)}"
    assert spans(a, run)[0] == (8, 8 + length + (0 if cut else 5))


def test_scattered_shared_words_cut_only_the_edges_that_hold_none() -> None:
    middle = "ferry aground yesterday near harbour passengers hurt crew praised rescued"
    b = "ferry passengers left harbour crew near rocks praised yesterday aground rescued hurt"
    assert spans(f"{words(BEFORE, 9)} {middle}", b)[0] == (9, 19)
    assert spans(f"{middle} {words(AFTER, 8)}", b) == ((0, 10), (0, len(b.split())))


def test_a_text_of_which_less_than_half_would_be_left_stays_whole() -> None:
    a = f"{BEFORE} ferry aground harbour"
    assert spans(a, "harbour aground ferry")[0] == (0, len(a.split()))


def test_stop_words_alone_hold_nothing() -> None:
    a = f"{words(BEFORE, 8)} ferry aground near harbour with crew praised rescued hurt of the and to in it"
    b = "of hurt the rescued and praised to crew in with it harbour near aground ferry"
    (start, end), _ = spans(a, b)
    assert start == 8
    assert end == len(a.split())


@pytest.mark.parametrize(
    ("span", "wide"),
    [((3, 17), (0, 20)), ((4, 16), (4, 16)), ((3, 16), (0, 16)), ((4, 17), (4, 20)), ((0, 20), (0, 20))],
)
def test_a_span_near_an_edge_goes_up_to_it(span: Span, wide: Span) -> None:
    assert widened(span, 20) == wide
