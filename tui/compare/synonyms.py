"""Words that may stand for each other."""

import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_NONE: Mapping[str, float] = {}


@cache
def _pairs() -> dict[str, dict[str, float]]:
    data: dict[str, dict[str, float]] = json.loads((_DATA / "synonyms.json").read_text(encoding="utf-8"))["pairs"]
    both: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for one, others in data.items():
        both[one].update(others)
        for two, score in others.items():
            both[two][one] = score
    return dict(both)


def synonyms(stem: str) -> Mapping[str, float]:
    """The English stems that may stand for `stem`, each with how readily, from 0 to 1."""
    return _pairs().get(stem, _NONE)
