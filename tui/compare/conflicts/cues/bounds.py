"""What the words beside a figure make of it: a bound, or a rough figure that reaches a little to both sides."""

import math
import re
from typing import Literal

Bound = Literal["", "least", "most", "about", "range", "vague"]

# Code points before and after a figure in which its bound is told.
REACH_BEFORE, REACH_AFTER = 28, 14
_MORE = re.compile(
    r"(?:(?<!\bno )(?<!\bnot )(?:more|greater|higher|bigger|longer) than|\bnot? (?:fewer|less|lower) than|over|above|"
    r"at least|exceed\w*|surpass\w*|upwards of|tops|topp\w+|pass\w+|past|a minimum of|minimum)"
    r"(?: an?| the)? ?[$€£¥]?$"
)
_LESS = re.compile(
    r"(?:less than|fewer than|under|below|at most|\bnot? (?:more|greater|higher|bigger|longer) than|lower than|"
    r"a maximum of)"
    r"(?: an?| the)? ?[$€£¥]?$"
)
_UP_TO = re.compile(r"(?:up to|as many as|as much as)(?: about)?(?: an?| the)? ?[$€£¥]?$")
_NEARLY = re.compile(r"(?:nearly|almost|close to|just under|approaching)(?: an?| the)? ?[$€£¥]?$")
_ABOUT = re.compile(r"(?:about|around|approximately|some|roughly|estimated|circa|or so|near)(?: an?| the)? ?[$€£¥]?$")
_MORE_AFTER = re.compile(r"^(?:\+|\s*(?:or|and) (?:more|above|higher|older|over)\b|-plus\b| plus\b)")
# "Up to 300" may be half of them, "nearly 900" somewhat fewer.
_HALF, _NEARLY_ALL = 0.5, 0.88


def bounds(before: str, after: str, low: float, high: float) -> tuple[float, float, Bound]:
    """The values that a figure of `low` to `high` stands for by the words before it, in small letters, and after it."""
    if _MORE.search(before) or _MORE_AFTER.match(after):
        return low, math.inf, "least"
    if _LESS.search(before):
        return -math.inf, high, "most"
    if _UP_TO.search(before):
        return low * _HALF, high, "about"
    if _NEARLY.search(before):
        return low * _NEARLY_ALL, high, "about"
    if _ABOUT.search(before):
        return low - _loose(low), high + _loose(high), "about"
    return low, high, ""


# How far, as a share, "about" reaches at least, by the number of figures told.
_ROUGHNESS = {1: 0.06, 2: 0.06, 3: 0.02}


def _loose(value: float) -> float:
    """How far "about" reaches: half of the last figure that is no nought, a tenth at most.

    A figure told in one or two digits may be a little rougher than that; one told in four is hardly rounded.
    """
    figures = f"{value:.10g}".lstrip("-")
    if "e" in figures or value == 0:
        return 0.1 * abs(value)
    whole = figures.rstrip("0") if "." not in figures else figures
    unit = 10.0 ** (len(figures) - len(whole)) if "." not in figures else 10.0 ** -len(figures.split(".")[1])
    least = _ROUGHNESS.get(len(whole.replace(".", "").lstrip("0")), 0.005)
    return float(min(max(0.55 * unit, least * abs(value)), 0.1 * abs(value)))
