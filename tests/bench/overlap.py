"""How long comparing takes, beside other programs in the same run.

    .venv/bin/python -m tests.bench.overlap [--large]

Processor seconds, and the ratio to `cdist` token_set_ratio on the same passages; `--large` adds the growth of
a heap of stories up to 20,000 passages.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from itertools import combinations

from rapidfuzz import fuzz, process

from tests.accuracy.overlap.peers import finders
from tests.accuracy.overlap.sources import rows
from tests.bench.heaps import heap
from tui.compare import judge
from tui.compare.engine import compare_story
from tui.compare.model import Thresholds
from tui.story.model import Story

_PEERS = ("difflib", "text-matcher", "alcove-dux")


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def cdist(story: Story) -> None:
    """token_set_ratio of all passages with all."""
    passages = [article.quote(k) for article in story.articles for k in range(len(article.passages))]
    process.cdist(passages, passages, scorer=fuzz.token_set_ratio, workers=1)


def peers(story: Story) -> dict[str, Callable[[], object]]:
    """Every pair of articles, by each peer."""
    texts = [article.text for article in story.articles]
    found = {name: finder for name, finder in finders().items() if name in _PEERS and not isinstance(finder, str)}
    return {
        name: lambda finder=finder: [finder(a, b) for a, b in combinations(texts, 2)]  # type: ignore[misc]
        for name, finder in found.items()
    }


def sizes(story: Story, name: str, others: dict[str, Callable[[], object]]) -> None:
    """One story, by us and by the others."""
    base = seconds(lambda: cdist(story))
    print(f"\n{name}\n  {'cdist token_set_ratio':24}{base:8.2f} s")
    for label, work in {"copydesk": lambda: compare_story(story, Thresholds()), **others}.items():
        took = seconds(work)
        print(f"  {label:24}{took:8.2f} s{took / base:9.2f} x cdist")


def judging() -> None:
    """One pair with evidence."""
    pairs = [(row["a"], row["b"]) for row in rows("align/sts_2012_MSRpar_train.jsonl")]
    for a, b in pairs[:50]:
        judge(a, b)
    took = seconds(lambda: [judge(a, b) for a, b in pairs[50:]]) / (len(pairs) - 50)
    print(f"judging a pair with evidence: {took * 1000:.2f} ms")


def starting() -> None:
    """From the start of the process to the first judgement."""
    code = "from tui.compare import judge; judge('A fire broke out.', 'Fire broke out.')"
    bare, ours = (min(_wall(line) for _ in range(5)) for line in ("pass", code))
    print(f"start to first judgement: {ours * 1000:.0f} ms, a bare interpreter {bare * 1000:.0f} ms")


def _wall(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def growth() -> None:
    """Heaps of stories, each twice the last."""
    print("\ngrowth (40 passages an article, ten articles a story)")
    before = 0.0
    for articles in (62, 125, 250, 500):
        story = heap(articles, 40)
        took = seconds(lambda story=story: compare_story(story, Thresholds()))  # type: ignore[misc]
        print(f"  {articles * 40:6d} passages {took:8.2f} s" + (f"{took / before:8.2f} x" if before else ""))
        before = took


def main() -> None:
    """All rows."""
    starting()
    judging()
    ten = heap(10, 27)
    sizes(ten, "ten articles of 27 passages", peers(ten))
    sizes(heap(50, 40, per_story=50), "50 articles of 40 passages on one story", {})
    if "--large" in sys.argv:
        growth()


if __name__ == "__main__":
    main()
