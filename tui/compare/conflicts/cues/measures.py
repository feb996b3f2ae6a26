"""Units of time, length, area, mass, speed, temperature and volume after a number."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from tui.compare.conflicts.lexicon import lemma
from tui.compare.text.tokens import Token

_TIME = {
    "second": "second", "minut": "minute", "hour": "hour", "day": "day", "night": "day", "week": "week",
    "month": "month", "year": "year", "decad": "decade", "centuri": "century",
}  # fmt: skip
HOURS = {
    "second": 1 / 3600, "minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "month": 730.5,
    "year": 8766.0, "decade": 87660.0, "century": 876600.0,
}  # fmt: skip
# Measures with their factor to one unit of the same dimension.
MEASURES = {
    "mile": ("length", 1609.34), "kilometer": ("length", 1000.0), "kilometr": ("length", 1000.0),
    "km": ("length", 1000.0), "mm": ("length", 0.001), "cm": ("length", 0.01), "millimetr": ("length", 0.001),
    "centimetr": ("length", 0.01),
    "meter": ("length", 1.0), "metr": ("length", 1.0), "feet": ("length", 0.3048),
    "ft": ("length", 0.3048), "foot": ("length", 0.3048),
    "inch": ("length", 0.0254), "yard": ("length", 0.9144), "acr": ("area", 4046.86), "hectar": ("area", 10000.0),
    "ton": ("mass", 1000.0), "tonn": ("mass", 1000.0), "kilogram": ("mass", 1.0), "kg": ("mass", 1.0),
    "kilo": ("mass", 1.0),
    "lb": ("mass", 0.4536), "mph": ("speed", 1.609), "kph": ("speed", 1.0), "kmh": ("speed", 1.0),
    "knot": ("speed", 1.852), "gram": ("mass", 0.001), "gramm": ("mass", 0.001),
    "lbs": ("mass", 0.4536), "degre": ("temperature", 1.0),
    "gallon": ("volume", 3.785), "liter": ("volume", 1.0), "litr": ("volume", 1.0), "barrel": ("volume", 158.99),
}  # fmt: skip
# What may stand between a number and its unit, with what it makes of the unit's factor.
_KINDS_OF_UNITS = {"nautical": 1.15078, "metric": 1.0, "statute": 1.0}


class Unit(NamedTuple):
    """A unit that ends before token `last`: its dimension or time unit, and how many hours, metres, … it is."""

    kind: Literal["duration", "measure"]
    name: str
    factor: float
    last: int


def unit_at(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> Unit | None:
    """The unit that begins at token `at`, None if there is none."""
    word = tokens[at].norm if at < len(tokens) else ""
    of_its_kind = _KINDS_OF_UNITS.get(word)
    if of_its_kind is not None and at + 1 < len(tokens) and gaps[at + 1] == " ":
        unit = unit_at(tokens, gaps, at + 1)
        return unit._replace(factor=unit.factor * of_its_kind) if unit and unit.kind == "measure" else None
    if not word:
        return None
    unit_name = lemma(word)
    if unit_name in _TIME:
        return Unit("duration", _TIME[unit_name], HOURS[_TIME[unit_name]], at + 1)
    if unit_name in MEASURES:
        dimension, factor = MEASURES[unit_name]
        return Unit("measure", dimension, factor, at + 1)
    return None
