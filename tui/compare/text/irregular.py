"""Irregular forms of English words: a stemmer does not bring "knew" to "know"."""

from functools import lru_cache
from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"


@lru_cache(maxsize=1)
def irregular() -> dict[str, str]:
    """Irregular noun and verb forms with the stem of their base: "rose" to "rise" (WordNet 3.0, exception lists)."""
    lines = (_DATA / "irregular.tsv").read_text(encoding="utf-8").splitlines()
    return {form: base for form, _, base in (line.partition("\t") for line in lines)}
