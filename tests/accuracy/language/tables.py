"""How well the language of short texts is told: `.venv/bin/python -m tests.accuracy language`.

The sentences in `sentences/` were written for this measure, news-like, of two to twenty-five words; `und.txt` holds
sentences of languages that are not in the tables, names and nonsense. English sentences and headlines of ../shared/data
are counted too where they are there.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui.story import load
from tui.story.language import detect

SENTENCES = Path(__file__).parent / "sentences"
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
PAIRS = ("conflict/news_gold.jsonl", "conflict/mrpc.jsonl", "conflict/sts_headlines.jsonl")
# The last folders of the long stories are kept for a final trial.
RESERVED = 8
LENGTHS = ((4, 5), (6, 7), (8, 25))


def sentences() -> dict[str, list[str]]:
    """The sentences written for the measure, by the language they are in."""
    return {path.stem: path.read_text(encoding="utf-8").splitlines() for path in sorted(SENTENCES.glob("*.txt"))}


def share(language: str, told: Iterable[str]) -> tuple[int, float, float, float]:
    """How many texts, and the percentages told right, told wrong and undetermined."""
    counts = Counter("right" if each == language else "und" if each == "und" else "wrong" for each in told)
    total = sum(counts.values())
    right, wrong, unknown = (100 * counts[each] / max(1, total) for each in ("right", "wrong", "und"))
    return total, right, wrong, unknown


def english() -> dict[str, set[str]]:
    """Real English sentences and headlines, by the set they come from."""
    if not SHARED.is_dir():
        return {}
    found = {path.partition("/")[2].partition(".")[0]: set(_pairs(SHARED / path)) for path in PAIRS}
    folders = [*sorted((SHARED / "stories").iterdir())[:-RESERVED], *sorted((SHARED / "stories_short").iterdir())]
    articles = [article for folder in folders for article in load([folder]).articles]
    found["headlines of stories"] = {article.title for article in articles}
    found["sentences of stories"] = {
        article.quote(at) for article in articles for at, p in enumerate(article.passages) if p.kind == "sentence"
    }
    return found


def _pairs(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield from (row["a"], row["b"])


def print_tables() -> None:
    """The share told right, wrong and undetermined, for each language and for real English by length."""
    print("| language | texts | right | wrong | undetermined |\n|---|---|---|---|---|")
    for language, texts in sentences().items():
        total, right, wrong, unknown = share(language, map(detect, texts))
        unknown = right if language == "und" else unknown
        print(f"| {language} | {total} | {right:.1f} % | {wrong:.1f} % | {unknown:.1f} % |")
    print("\n| English | words | texts | right | wrong | undetermined |\n|---|---|---|---|---|---|")
    for name, distinct in english().items():
        for low, high in LENGTHS:
            total, right, wrong, unknown = share("en", (detect(t) for t in distinct if low <= len(t.split()) <= high))
            print(f"| {name} | {low}–{high} | {total} | {right:.2f} % | {wrong:.2f} % | {unknown:.2f} % |")


if __name__ == "__main__":
    print_tables()
