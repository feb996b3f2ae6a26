"""Words that may stand for each other."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import permutations
from pathlib import Path

from tui.compare.text.irregular import irregular
from tui.compare.text.stopwords import STOPWORDS
from tui.compare.text.tokens import stem_of

_DATA = Path(__file__).parents[1] / "data"
_NONE: Mapping[str, float] = {}
_SAME = 1.0


@cache
def _pairs() -> dict[str, dict[str, float]]:
    data: dict[str, dict[str, float]] = json.loads((_DATA / "synonyms.json").read_text(encoding="utf-8"))["pairs"]
    both: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for one, others in data.items():
        both[one].update(others)
        for two, score in others.items():
            both[two][one] = score
    for forms in _inflected():
        for one, two in permutations(forms, 2):
            both[one][two] = _SAME
    return dict(both)


def _inflected() -> Iterable[set[str]]:
    """The stems of one irregular word, function words left out: "know", "knew" and "known"."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for form, base in irregular().items():
        if not {form, base} & STOPWORDS["en"]:
            found[base] |= {base, stem_of(form)}
    return found.values()


def synonyms(stem: str) -> Mapping[str, float]:
    """The English stems that may stand for `stem`, each with how readily, from 0 to 1."""
    return _pairs().get(stem, _NONE)
