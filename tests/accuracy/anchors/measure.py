"""Measure re-anchoring on edited news articles and print the table.

    python -m tests.accuracy.anchors.measure [--seed N] [--per-article N] [--without-former-text]

Reads ../shared/data/stories beside the repository, without its last eight folders by name.
"""

import argparse
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.accuracy.anchors.edits import EDITS, SENTENCE
from tui.claims.anchors import anchor_of
from tui.claims.reanchoring import place
from tui.story.model import Article

STORIES = Path(__file__).resolve().parents[4] / "shared" / "data" / "stories"
RESERVED = 8
SAME = 0.8
"""A quote is kept where it was put when the spans share this much of what they cover together."""

COLUMNS = ("anchors", "kept", "orphan", "edges", "wrong", "ms p50", "ms p95")


@dataclass
class Row:
    """How one kind of edit went."""

    kept: int = 0
    orphaned: int = 0
    edges: int = 0
    elsewhere: int = 0
    milliseconds: list[float] = field(default_factory=list)

    @property
    def anchors(self) -> int:
        return self.kept + self.orphaned + self.edges + self.elsewhere


def texts() -> list[str]:
    folders = sorted(folder for folder in STORIES.iterdir() if folder.is_dir())[:-RESERVED]
    return [path.read_text("utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]


def quotes(text: str, count: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Whole sentences, and for every second one a run of six to twelve words inside it."""
    found = list(SENTENCE.finditer(text))
    for index, match in enumerate(chance.sample(found, min(count, len(found)))):
        words = list(re.finditer(r"\S+", match.group()))
        if index % 2 and len(words) > 12:
            first = chance.randrange(len(words) - 12)
            last = first + chance.randrange(6, 12)
            yield match.start() + words[first].start(), match.start() + words[last].end()
        else:
            quote = match.group()
            yield match.start() + len(quote) - len(quote.lstrip()), match.end()


def shared(a: tuple[int, int], b: tuple[int, int]) -> float:
    common = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return common / max(1, max(a[1], b[1]) - min(a[0], b[0]))


def measure(seed: int = 1, per_article: int = 10, *, former_known: bool = True) -> dict[str, Row]:
    """The table: for every kind of edit how many anchors were kept, orphaned, or put in a wrong place."""
    chance = random.Random(seed)
    table = {name: Row() for name in EDITS}
    for text in texts():
        article = Article("a1", "https://news.example/story", text, (), "", "0" * 64)
        for start, end in quotes(text, per_article, chance):
            anchor = anchor_of(article, start, end)
            for name, edit in EDITS.items():
                edited = edit(text, start, end, chance)
                began = time.perf_counter()
                found = place(anchor, edited.text, text if former_known else None)
                table[name].milliseconds.append((time.perf_counter() - began) * 1e3)
                count(table[name], (found.start, found.end) if found else None, edited.place)
    return table


def count(row: Row, found: tuple[int, int] | None, right: tuple[int, int] | None) -> None:
    """Count one answer: kept, an orphan, right but for its first or last words, or somewhere else."""
    if found is None:
        row.orphaned += 1
    elif right and shared(found, right) > SAME:
        row.kept += 1
    elif right and shared(found, right) > 0:
        row.edges += 1
    else:
        row.elsewhere += 1


def printed(table: dict[str, Row]) -> str:
    lines = [f"{'edit':34} " + " ".join(f"{name:>7}" for name in COLUMNS)]
    for name, row in table.items():
        times = sorted(row.milliseconds)
        shares = [100 * part / row.anchors for part in (row.kept, row.orphaned, row.edges, row.elsewhere)]
        lines.append(
            f"{name:34} {row.anchors:7d} "
            + " ".join(f"{share:6.2f}%" for share in shares)
            + f" {times[len(times) // 2]:7.2f} {times[int(0.95 * len(times))]:7.2f}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure re-anchoring on edited news articles.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-article", type=int, default=10)
    parser.add_argument("--without-former-text", action="store_true")
    args = parser.parse_args()
    print(printed(measure(args.seed, args.per_article, former_known=not args.without_former_text)))


if __name__ == "__main__":
    main()
