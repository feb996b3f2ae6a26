"""Themes: what each role of the desk's lines looks like, read from small files, in as many colours as there are.

Knows neither Textual nor rich: the first screen is drawn before they are there.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tui import resources

DEFAULT = "ansi"
ROLES = (
    "alone", "changed", "check", "clash", "conflict", "copied", "counterpart", "cursor", "differs", "dim",
    "error", "found", "heading", "key", "message", "rule", "same", "selected", "shared", "strong", "tagged", "title",
)  # fmt: skip
_ENDING = ".theme"
_TEXT = "text"
_ATTRIBUTES = {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "reverse": "7"}
_COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_PALETTE = (
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
)  # fmt: skip
_STEPS = (0, 95, 135, 175, 215, 255)

COLOURS_16, COLOURS_256, TRUE_COLOUR = 16, 256, 1 << 24
Rgb = tuple[int, int, int]


class ThemeError(ValueError):
    """There is no such theme, or its file says something no theme says; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the terminal's sixteen by its number, or one of its own with the number that stands in for it."""

    number: int | None = None
    rgb: Rgb | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """Attributes as SGR codes in ascending order, a colour of the text and one of the ground; None is as before."""

    attributes: tuple[str, ...] = ()
    colour: Colour | None = None
    ground: Colour | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """The look of ordinary text, and of each role laid over it."""

    name: str
    text: Look
    roles: Mapping[str, Look]

    def look(self, role: str) -> Look:
        """The whole look of a role; "" is ordinary text."""
        over = self.roles.get(role, Look()) if role else Look()
        return Look(
            over.attributes or self.text.attributes, over.colour or self.text.colour, over.ground or self.text.ground
        )


def theme_names() -> tuple[str, ...]:
    """The names of all themes, the default first."""
    names = sorted(file.stem for file in (resources.folder("styles") / "themes").glob(f"*{_ENDING}"))
    return (DEFAULT, *(name for name in names if name != DEFAULT))


@lru_cache(maxsize=8)
def load_theme(name: str | None) -> Theme:
    """The theme of a name; None and "auto" name the default.

    Raises:
        ThemeError: there is none of that name.
    """
    name = DEFAULT if name in (None, "auto") else name
    if name not in theme_names():
        raise ThemeError(f"there is no theme {name!r}: choose among {', '.join(theme_names())}")
    file = resources.folder("styles") / "themes" / f"{name}{_ENDING}"
    return parse_theme(name, file.read_text(encoding="utf-8"))


def theme_or_default(name: str | None) -> Theme:
    """The theme of a name, the default where there is none of that name."""
    try:
        return load_theme(name)
    except ThemeError:
        return load_theme(None)


def next_theme(theme: Theme) -> Theme:
    """The one after a theme, the first after the last."""
    names = theme_names()
    return load_theme(names[(names.index(theme.name) + 1) % len(names)])


def parse_theme(name: str, text: str) -> Theme:
    """The theme that a file's text describes.

    Raises:
        ThemeError: a line cannot be read; the message names it.
    """
    looks: dict[str, Look] = {}
    for number, line in enumerate(text.splitlines(), 1):
        role, *words = line.split()[:9] or [""]
        if role.startswith("#") or not role:
            continue
        try:
            if role not in (*ROLES, _TEXT):
                raise ValueError(role)
            looks[role] = _parse_look(words)
        except (ValueError, IndexError):
            raise ThemeError(f"theme {name}, line {number}: {line.strip()!r} cannot be read") from None
    return Theme(name, looks.pop(_TEXT, Look()), looks)


def _parse_look(words: list[str]) -> Look:
    attributes = tuple(sorted(_ATTRIBUTES[word] for word in words if word in _ATTRIBUTES))
    colours = [word for word in words if word not in _ATTRIBUTES]
    at = colours.index("on") if "on" in colours else len(colours)
    front, back = colours[:at], colours[at + 1 :]
    if len(front) > 1 or len(back) != (at < len(colours)):
        raise ValueError(words)
    return Look(attributes, _parse_colour(front[0]) if front else None, _parse_colour(back[0]) if back else None)


def _parse_colour(word: str) -> Colour:
    """A colour: "red", "bright-red", "#d75f00", or with what stands in for it among sixteen, "#d75f00/yellow"."""
    exact, _, substitute = word.partition("/")
    if not exact.startswith("#"):
        return Colour(_number(exact))
    if len(exact) != 7:
        raise ValueError(word)
    rgb = (int(exact[1:3], 16), int(exact[3:5], 16), int(exact[5:7], 16))
    return Colour(_number(substitute) if substitute else None, rgb)


def _number(name: str) -> int:
    return _COLOURS.index(name.removeprefix("bright-")) + 8 * name.startswith("bright-")


def colour_depth(environment: Mapping[str, str] = os.environ) -> int:
    """How many colours the terminal is said to have: 16, 256 or 2 to the 24th."""
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return TRUE_COLOUR
    ending = environment.get("TERM", "").strip().lower().rpartition("-")[2]
    return COLOURS_256 if ending in ("256color", "kitty") else COLOURS_16


def code_of(colour: Colour, depth: int) -> tuple[int, ...]:
    """What names a colour to a terminal of so many colours: one number of its palette, or red, green and blue.

    A colour that the palette of 256 holds is named by its number there, which takes fewer bytes.
    """
    if colour.rgb is None or (depth <= COLOURS_16 and colour.number is not None):
        return (colour.number or 0,)
    if depth <= COLOURS_16:
        return (_nearest(colour.rgb, _PALETTE),)
    number = _in_256(colour.rgb)
    exact = _rgb_of(number) == colour.rgb
    return (number,) if exact or depth < TRUE_COLOUR else colour.rgb


def _nearest(rgb: Rgb, palette: tuple[Rgb, ...]) -> int:
    return min(range(len(palette)), key=lambda number: _distance(rgb, palette[number]))


def _distance(one: Rgb, other: Rgb) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _in_256(rgb: Rgb) -> int:
    """The nearest of the cube and the greys in the palette of 256; its first sixteen are the terminal's own."""
    red, green, blue = (min(range(6), key=lambda step: abs(_STEPS[step] - part)) for part in rgb)
    cube = 16 + 36 * red + 6 * green + blue
    grey = 232 + max(0, min(23, round((sum(rgb) / 3 - 8) / 10)))
    return min((cube, grey), key=lambda number: _distance(rgb, _rgb_of(number)))


def _rgb_of(number: int) -> Rgb:
    if number >= 232:
        return (8 + 10 * (number - 232),) * 3
    number -= 16
    return _STEPS[number // 36], _STEPS[number // 6 % 6], _STEPS[number % 6]


def sgr_of(look: Look, depth: int) -> str:
    """The SGR parameters that set a look on plain text; "" where there is nothing to set."""
    codes = list(look.attributes)
    for colour, base in ((look.colour, 30), (look.ground, 40)):
        if colour is None:
            continue
        code = code_of(colour, depth)
        if len(code) == 3:
            codes += [str(base + 8), "2", *map(str, code)]
        elif code[0] >= 16:
            codes += [str(base + 8), "5", str(code[0])]
        else:
            codes.append(str(base + code[0] + (52 if code[0] >= 8 else 0)))
    return ";".join(codes)
