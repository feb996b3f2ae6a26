"""Lines: the boundary behind which nothing commands the terminal, and nothing grows beyond the screen."""

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.story.hostile import FORBIDDEN
from tui.desk.lines import MOST_MARKS, Span, fit, plain, width_of


def test_a_flood_of_marks_on_a_letter_is_drawn_as_a_few() -> None:
    (span, *_) = fit((Span("a" + "\u0301" * 100_000 + "b"),), 10)

    assert span.text == "a" + "\u0301" * MOST_MARKS + "b"


def test_what_would_command_the_terminal_is_replaced_in_every_line() -> None:
    line = fit((Span("a\x1b]52;c;aGk=\x07\u202eb "), Span("नमस्ते")), 40)

    assert plain(line).rstrip() == "a\ufffd]52;c;aGk=\ufffd\ufffdb नमस्ते"
    assert width_of(line) == 40


@given(st.lists(st.text(max_size=40), max_size=6), st.integers(1, 60))
def test_any_spans_fill_the_width_exactly_and_harmlessly(texts: list[str], width: int) -> None:
    line = fit([Span(text) for text in texts], width)

    assert width_of(line) == width
    assert not FORBIDDEN.search(plain(line))
