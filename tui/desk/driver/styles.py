"""The look of a cell: attributes, colours and link, and the shortest change from one look to another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_RESET_BY = {
    "1": "22", "2": "22", "3": "23", "4": "24", "21": "24", "5": "25", "6": "25",
    "7": "27", "8": "28", "9": "29", "51": "54", "52": "54", "53": "55",
}  # fmt: skip
_VISIBLE_ON_BLANK = frozenset({"4", "21", "7", "9", "51", "52", "53"})
_PARAMETER_COUNT = {"5": 3, "2": 5}


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """What SGR and OSC 8 say of a cell; interned, so that equal looks are the same object.

    `attributes` are SGR codes in ascending order, colours are SGR parameters ("31", "48;2;0;0;0") or empty
    for the terminal's own, `link` is what stands between "OSC 8 ;" and its end.
    """

    attributes: tuple[str, ...] = ()
    foreground: str = ""
    background: str = ""
    link: str = ""

    @property
    def erasable(self) -> bool:
        """Whether a cleared cell can look like this without the terminal painting its background."""
        return not (self.attributes or self.background or self.link)

    @property
    def flat(self) -> bool:
        """Whether a blank of this look shows its background only."""
        return not (self.link or _VISIBLE_ON_BLANK.intersection(self.attributes))


_interned: dict[tuple[tuple[str, ...], str, str, str], Style] = {}


def style(attributes: tuple[str, ...] = (), foreground: str = "", background: str = "", link: str = "") -> Style:
    """Give the one `Style` object with these properties."""
    key = (attributes, foreground, background, link)
    found = _interned.get(key)
    return found if found is not None else _interned.setdefault(key, Style(*key))


PLAIN = style()


@lru_cache(maxsize=8192)
def apply_sgr(before: Style, parameters: str) -> Style:
    """Give the style after "CSI parameters m" was received while `before` was set.

    Raises ValueError at a code that Textual and Rich are not known to send.
    """
    attributes = set(before.attributes)
    foreground, background = before.foreground, before.background
    codes = parameters.split(";")
    position = 0
    while position < len(codes):
        code, width = codes[position], 1
        if code in ("", "0"):
            attributes, foreground, background = set(), "", ""
        elif code in ("38", "48"):
            width = _PARAMETER_COUNT.get("".join(codes[position + 1 : position + 2]), 0)
            colour = ";".join(codes[position : position + width])
            if not width or position + width > len(codes):
                raise ValueError(f"unknown colour in SGR {parameters!r}")
            foreground, background = (colour, background) if code == "38" else (foreground, colour)
        elif code in _RESET_BY:
            attributes.add(code)
        elif code in _RESET_BY.values():
            attributes = {held for held in attributes if _RESET_BY[held] != code}
        elif code == "39" or _is_colour(code, 30):
            foreground = "" if code == "39" else code
        elif code == "49" or _is_colour(code, 40):
            background = "" if code == "49" else code
        else:
            raise ValueError(f"unknown SGR {parameters!r}")
        position += width
    return style(tuple(sorted(attributes, key=int)), foreground, background, before.link)


def _is_colour(code: str, base: int) -> bool:
    """Whether `code` is one of the sixteen colours counted from `base` (30 text, 40 ground)."""
    return code.isdigit() and (0 <= int(code) - base <= 7 or 0 <= int(code) - base - 60 <= 7)


def with_link(before: Style, link: str) -> Style:
    """Give the style after "OSC 8 ; link" was received while `before` was set."""
    return style(before.attributes, before.foreground, before.background, "" if link == ";" else link)


def without_colour(before: Style) -> Style:
    """Give the style with the terminal's own colours."""
    return style(before.attributes, "", "", before.link)


@lru_cache(maxsize=8192)
def blank(before: Style) -> Style:
    """Give the simplest style in which a space looks the same as in `before`."""
    return style(background=before.background) if before.flat else before


def change_for(cluster: str, before: Style, after: Style) -> str:
    """Give the bytes to send before a cluster in style `after` where `before` is set.

    A blank shows its background only, so it needs no change of what a blank does not show.
    """
    return "" if cluster == " " and blank(before) is after else transition(before, after)


@lru_cache(maxsize=8192)
def transition(before: Style, after: Style) -> str:
    """Give the fewest bytes that turn what the terminal has set from `before` into `after`."""
    if before is after:
        return ""
    text = ""
    if before.link != after.link:
        text = f"\x1b]8;{after.link or ';'}\x1b\\"
    if _sgr_of(before) == _sgr_of(after):
        return text
    whole = ";".join(_sgr_of(after))
    fresh = f"\x1b[0;{whole}m" if whole else "\x1b[m"
    changed = f"\x1b[{';'.join(_changes(before, after))}m"
    return text + min(changed, fresh, key=len)


def _sgr_of(look: Style) -> tuple[str, ...]:
    """Give the SGR parameters that set `look` after a reset."""
    return (*look.attributes, *filter(None, (look.foreground, look.background)))


def _changes(before: Style, after: Style) -> list[str]:
    """Give the SGR parameters that switch off what goes and set what comes."""
    gone = [_RESET_BY[code] for code in before.attributes if code not in after.attributes]
    off = list(dict.fromkeys(gone))
    kept = [code for code in before.attributes if _RESET_BY[code] not in off]
    codes = off + [code for code in after.attributes if code not in kept]
    if before.foreground != after.foreground:
        codes.append(after.foreground or "39")
    if before.background != after.background:
        codes.append(after.background or "49")
    return codes
