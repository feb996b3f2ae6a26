"""A change of style is the shortest one, and leaves the terminal with the style wanted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pty.emulator import Emulator
from tui.desk.driver.styles import PLAIN, Style, apply_sgr, blank, style, transition

COLOURS = ["", "31", "97", "38;5;200", "38;2;1;2;3"]
GROUNDS = ["", "44", "103", "48;5;17", "48;2;9;8;7"]
looks = st.builds(
    style,
    st.sets(st.sampled_from(["1", "2", "3", "4", "7", "9", "21", "53"])).map(
        lambda codes: tuple(sorted(codes, key=int))
    ),
    st.sampled_from(COLOURS),
    st.sampled_from(GROUNDS),
    st.sampled_from(["", "id=1;https://example.org/"]),
)


def sgr(look: Style) -> str:
    return ";".join(filter(None, ("0", *look.attributes, look.foreground, look.background)))


@given(looks, looks)
def test_a_change_leaves_the_terminal_with_the_style_wanted(before: Style, after: Style) -> None:
    emulator = Emulator(10, 2)
    emulator.feed(transition(PLAIN, before) + transition(before, after))
    assert emulator.look.attributes == frozenset(after.attributes)
    assert (emulator.look.foreground, emulator.look.background) == (
        after.foreground.removeprefix("38;"),
        after.background.removeprefix("48;"),
    )
    assert emulator.look.link == after.link


@given(looks, looks)
def test_a_change_is_never_longer_than_a_reset_and_the_whole_style(before: Style, after: Style) -> None:
    links = 0 if before.link == after.link else len(f"\x1b]8;{after.link or ';'}\x1b\\")
    assert len(transition(before, after)) <= len(f"\x1b[{sgr(after)}m") + links


@given(looks)
def test_sgr_is_read_as_it_is_written(look: Style) -> None:
    plain = style(look.attributes, look.foreground, look.background)
    assert apply_sgr(PLAIN, sgr(plain)) is plain


def test_equal_styles_are_one_object() -> None:
    assert apply_sgr(PLAIN, "1;31") is apply_sgr(style(foreground="31"), "1")


def test_only_what_changes_is_sent() -> None:
    assert transition(style(("1",), "31", "44"), style(("1",), "32", "44")) == "\x1b[32m"
    assert transition(style(("1", "4")), style(("4",))) == "\x1b[22m"
    assert transition(style(("1",), "31"), PLAIN) == "\x1b[m"
    assert transition(PLAIN, PLAIN) == ""


def test_a_blank_shows_its_ground_alone_unless_it_is_lined_or_reversed() -> None:
    assert blank(style(("1", "3"), "31", "44")) is style(background="44")
    reversed_look = style(("7",), "31")
    assert blank(reversed_look) is reversed_look


@pytest.mark.parametrize("parameters", ["38", "38;9;1", "38;2;1", "10", "200", "x"])
def test_unknown_codes_are_refused(parameters: str) -> None:
    with pytest.raises(ValueError, match="SGR"):
        apply_sgr(PLAIN, parameters)
