"""Themes: files of looks, in as many colours as a terminal has, told apart without any."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.desk.themes import (
    COLOURS_16,
    COLOURS_256,
    ROLES,
    TRUE_COLOUR,
    Colour,
    Theme,
    ThemeError,
    code_of,
    colour_depth,
    load_theme,
    next_theme,
    parse_theme,
    sgr_of,
    theme_names,
    theme_or_default,
)

MARKS = ("conflict", "check", "copied", "same", "alone", "tagged")
RED, GREEN = {1, 9}, {2, 10}
DEPTHS = (COLOURS_16, COLOURS_256, TRUE_COLOUR)


@pytest.fixture(params=theme_names())
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def rgb(code: tuple[int, ...]) -> tuple[float, ...]:
    """What a code of the palette of 256 looks like, its first sixteen as xterm has them."""
    if len(code) == 3:
        return tuple(map(float, code))
    (number,) = code
    if number < 16:
        strong = 255 if number >= 8 else 205
        return tuple(float(strong if number >> bit & 1 else 0) for bit in range(3))
    if number >= 232:
        return (8.0 + 10 * (number - 232),) * 3
    steps = (0, 95, 135, 175, 215, 255)
    number -= 16
    return tuple(map(float, (steps[number // 36], steps[number // 6 % 6], steps[number % 6])))


def luminance(code: tuple[int, ...]) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [part / 255 for part in rgb(code)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_terminals_own_palette_is_the_default_and_every_theme_follows_the_one_before() -> None:
    assert theme_names()[0] == "ansi"
    assert {"dark", "light", "colour-blind"} < set(theme_names())
    theme = load_theme(None)
    seen = [theme.name]
    while (theme := next_theme(theme)).name != seen[0]:
        seen.append(theme.name)
    assert tuple(seen) == theme_names()
    assert theme_or_default("no such theme") == load_theme("auto")


def test_every_role_of_the_desk_has_a_look(theme: Theme) -> None:
    assert set(theme.roles) == set(ROLES)


def test_the_default_sets_no_ground_and_only_the_sixteen_colours_of_the_terminal() -> None:
    theme = load_theme(None)
    assert sgr_of(theme.look(""), TRUE_COLOUR) == ""
    assert sgr_of(theme.look("conflict"), TRUE_COLOUR) == "1;31"
    assert {sgr_of(theme.look(role), TRUE_COLOUR) for role in ROLES} == {
        sgr_of(theme.look(role), COLOURS_16) for role in ROLES
    }


@pytest.mark.parametrize("depth", DEPTHS)
def test_what_is_read_stands_out_from_its_own_ground(depth: int) -> None:
    for name in ("dark", "light"):
        theme = load_theme(name)
        for role in ("", *ROLES):
            look = theme.look(role)
            assert look.colour is not None
            assert look.ground is not None
            least = 2.5 if role == "rule" else 4.5
            if depth > COLOURS_16:
                assert contrast(code_of(look.colour, depth), code_of(look.ground, depth)) >= least, (name, role)
            assert code_of(look.colour, depth) != code_of(look.ground, depth)


@pytest.mark.parametrize("depth", DEPTHS)
def test_the_colour_blind_theme_is_blue_and_orange_and_tells_by_attributes_too(depth: int) -> None:
    theme = load_theme("colour-blind")
    for role in ROLES:
        colour = theme.look(role).colour
        if colour is None:
            continue
        code = code_of(colour, depth)
        assert not set(code) & (RED | GREEN) or len(code) == 3
        red, green, blue = rgb(code)
        assert blue > 2 * red or (red > 2 * blue and red * 0.3 < green)
    agrees, differs = ("copied", "same", "shared"), ("conflict", "check", "clash", "differs")
    assert len({theme.look(role).colour for role in agrees}) == 1
    assert len({theme.look(role).colour for role in differs}) == 1
    assert {theme.look(role).colour for role in agrees}.isdisjoint({theme.look(role).colour for role in differs})


def test_on_black_and_on_white_the_colour_blind_theme_can_be_read() -> None:
    theme = load_theme("colour-blind")
    for role in ROLES:
        colour = theme.look(role).colour
        if colour is not None:
            code = code_of(colour, COLOURS_256)
            assert min(contrast(code, (16,)), contrast(code, (231,))) >= 3


def test_no_two_marks_look_the_same_in_a_theme(theme: Theme) -> None:
    for one, other in combinations(MARKS, 2):
        assert sgr_of(theme.look(one), COLOURS_256) != sgr_of(theme.look(other), COLOURS_256), (one, other)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_a_colour_is_exact_in_true_colour_and_near_in_the_palette_of_256(parts: tuple[int, int, int]) -> None:
    colour = Colour(rgb=parts)
    exact, near = code_of(colour, TRUE_COLOUR), code_of(colour, COLOURS_256)
    assert rgb(exact) == parts
    assert len(near) == 1
    assert all(abs(a - b) <= 48 for a, b in zip(rgb(near), parts, strict=True))
    assert 0 <= code_of(colour, COLOURS_16)[0] < 16


def test_a_colour_in_the_palette_is_named_by_its_number_which_is_shorter() -> None:
    look = parse_theme("own", "conflict bold #d75f00 on #123456").look("conflict")
    assert sgr_of(look, TRUE_COLOUR) == "1;38;5;166;48;2;18;52;86"
    assert sgr_of(look, COLOURS_256) == "1;38;5;166;48;5;23"


def test_a_colour_may_name_what_stands_in_for_it_among_sixteen() -> None:
    look = parse_theme("own", "# a remark\n\nconflict #d75f00/bright-yellow on black").look("conflict")
    assert sgr_of(look, COLOURS_16) == "93;40"


@pytest.mark.parametrize(
    "line",
    ["conflict #d75", "conflict mauve", "no-role red", "conflict red blue", "conflict on", "conflict on red blue"],
)
def test_what_cannot_be_read_is_told_with_its_line(line: str) -> None:
    with pytest.raises(ThemeError, match="theme own, line 2"):
        parse_theme("own", f"title bold\n{line}")


def test_an_unknown_theme_is_told_with_those_there_are() -> None:
    with pytest.raises(ThemeError, match="choose among ansi, colour-blind, dark, light"):
        load_theme("../ansi")


@pytest.mark.parametrize(
    ("environment", "depth"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, TRUE_COLOUR),
        ({"TERM": "screen-256color"}, COLOURS_256),
        ({"TERM": "xterm"}, COLOURS_16),
        ({}, COLOURS_16),
    ],
)
def test_how_many_colours_there_are_is_read_from_the_environment(environment: dict[str, str], depth: int) -> None:
    assert colour_depth(environment) == depth
