"""Writes the stems of common English words, so that most words need no stemming when they are read.

    .venv/bin/python -m tests.bench.stems

The words are those of the open stories that stand there at least twice, and those of the engine's own lists, in its
data and in its code. The file only saves time: `tests/unit/compare/test_tokens.py` holds that each stem is what the
stemmer gives.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.accuracy.overlap.sources import SHARED, open_stories, rows
from tui.compare.text import tokens
from tui.compare.text.tokens import tokenise

_LISTS = ("opposites.txt", "antonyms.tsv", "classes.txt", "kinds.txt", "../../data/irregular.tsv")
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
    """Write `tui/compare/data/stems.txt`: a word and its stem a line."""
    counts = Counter(token.norm for text in _texts() for token in tokenise(text))
    common = {norm for norm, count in counts.items() if count >= _LEAST}
    engine = Path(tokens.__file__).parents[1] / "conflicts"
    for path in (*(engine / "data" / name for name in _LISTS), *engine.rglob("*.py")):
        common.update(re.findall(r"\b[a-z]+(?:-[a-z]+)*\b", path.read_text(encoding="utf-8")))
    words = sorted(norm for norm in common if norm.isascii() and norm.replace("-", "").isalpha())
    lines = [f"{norm} {tokens.stemmed(norm, 'en')}\n" for norm in words]
    (Path(tokens.__file__).parents[1] / "data" / "stems.txt").write_text("".join(lines), encoding="utf-8")
    print(len(lines), "words")


if __name__ == "__main__":
    main()
