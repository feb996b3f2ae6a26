"""Writes the stems of common English words, so that most words need no stemming when they are read.

    .venv/bin/python -m tests.bench.stems

The words are those of the open stories that stand there at least twice, and those of the engine's own lists. The
file only saves time: `tests/unit/compare/test_tokens.py` holds that each stem is what the stemmer gives.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.accuracy.overlap.sources import SHARED, open_stories, rows
from tui.compare import tokens
from tui.compare.tokens import tokenise

_LISTS = ("opposites.txt", "antonyms.tsv", "classes.txt", "irregular.tsv")
_PAIRS = ("align/mrpc_train.jsonl", "align/sts_2012_MSRpar_train.jsonl")
_LEAST = 2


def _texts() -> Iterator[str]:
    short = sorted(path for path in (SHARED / "data" / "stories_short").iterdir() if path.is_dir())
    for folder in (*open_stories(), *short):
        for path in sorted(folder.glob("*.txt")):
            yield path.read_text(encoding="utf-8")
    for name in _PAIRS:
        for row in rows(name):
            yield row["a"]
            yield row["b"]


def main() -> None:
    """Write `tui/compare/data/stems.txt`: a stem and the words that have it a line."""
    counts = Counter(token.norm for text in _texts() for token in tokenise(text))
    common = {norm for norm, count in counts.items() if count >= _LEAST}
    data = Path(tokens.__file__).parent / "conflicts" / "data"
    common.update(word for name in _LISTS for word in re.findall("[a-z]+", (data / name).read_text(encoding="utf-8")))
    found: dict[str, list[str]] = {}
    for norm in sorted(norm for norm in common if norm.isascii() and norm.isalpha()):
        found.setdefault(tokens.stemmed(norm, "en"), []).append(norm)
    lines = (f"{stem} {' '.join(words)}" for stem, words in sorted(found.items()))
    (Path(tokens.__file__).parent / "data" / "stems.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(sum(map(len, found.values())), "words")


if __name__ == "__main__":
    main()
