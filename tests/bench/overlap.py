"""How long comparing takes, beside other programs in the same run.

    .venv/bin/python -m tests.bench.overlap

Processor seconds of one process, and the ratio to `cdist` token_set_ratio on the same passages; then the seconds by the
clock where the work is parted among as many processes as there are processors, which tell something on a quiet machine
only. `growth` and `starting` beside this module measure large heaps of stories and the time to a first result.
"""

import random
import time
from collections.abc import Callable, Iterator
from itertools import combinations

from rapidfuzz import fuzz, process

from tests.accuracy.overlap.peers import finders
from tests.accuracy.overlap.sources import rows
from tests.bench.heaps import heap
from tests.bench.ratios import Ratio
from tui.compare import judge
from tui.compare.engine import compare_story
from tui.compare.model import Thresholds
from tui.compare.threads import processors
from tui.story.model import Story

_PEERS = ("difflib", "text-matcher", "alcove-dux")
# Beyond so many pairs of articles peers are asked for a sample of them.
_MOST_PAIRS, _SAMPLED = 100, 20


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def cdist(story: Story) -> None:
    """token_set_ratio of all passages with all."""
    passages = [article.quote(k) for article in story.articles for k in range(len(article.passages))]
    process.cdist(passages, passages, scorer=fuzz.token_set_ratio, workers=1)


def peers(story: Story) -> Iterator[tuple[str, float]]:
    """Each peer with its seconds for every pair of articles: of many pairs some are asked for and scaled."""
    pairs = list(combinations([article.text for article in story.articles], 2))
    asked = pairs if len(pairs) <= _MOST_PAIRS else random.Random(1).sample(pairs, _SAMPLED)
    told = "" if asked is pairs else f" ({len(asked)} of {len(pairs):,} pairs, scaled)"
    for name, finder in finders().items():
        if name in _PEERS and not isinstance(finder, str):
            took = seconds(lambda finder=finder: [finder(a, b) for a, b in asked])  # type: ignore[misc]
            yield name + told, took * len(pairs) / len(asked)


def sizes(story: Story, name: str) -> None:
    """One story, by us and by the others."""
    base = seconds(lambda: cdist(story))
    print(f"\n{name}\n  {'cdist token_set_ratio':48}{base:8.2f} s")
    ours = seconds(lambda: compare_story(story, Thresholds()))
    for label, took in (("copydesk", ours), *peers(story)):
        print(f"  {label:48}{took:8.2f} s{took / base:9.2f} x cdist", flush=True)
    workers = processors()
    start = time.perf_counter()
    compare_story(story, Thresholds(), workers=workers)
    took = time.perf_counter() - start
    print(f"  {f'copydesk on {workers} processors, by the clock':48}{took:8.2f} s", flush=True)


def judging() -> None:
    """One pair with evidence."""
    pairs = [(row["a"], row["b"]) for row in rows("align/sts_2012_MSRpar_train.jsonl")]
    for a, b in pairs[:50]:
        judge(a, b)
    took = seconds(lambda: [judge(a, b) for a, b in pairs[50:]]) / (len(pairs) - 50)
    print(f"judging a pair with evidence: {took * 1000:.2f} ms")


def ratios() -> Iterator[Ratio]:
    """Two stories beside `cdist` on their passages, and a pair with its evidence beside one token_set_ratio."""
    for name, story in (("10 articles of 27", heap(10, 27)), ("50 articles of 40", heap(50, 40, per_story=50))):
        base = 1000 * seconds(lambda story=story: cdist(story))  # type: ignore[misc]
        took = 1000 * seconds(lambda story=story: compare_story(story, Thresholds()))  # type: ignore[misc]
        yield Ratio(f"comparing {name} passages", took, "cdist token_set_ratio", base)
    pairs = [(row["a"], row["b"]) for row in rows("align/sts_2012_MSRpar_train.jsonl")][:400]
    judge(*pairs[0])
    took = 1000 * seconds(lambda: [judge(a, b) for a, b in pairs])
    base = 1000 * seconds(lambda: [fuzz.token_set_ratio(a, b) for a, b in pairs])
    yield Ratio("judging 400 pairs with evidence", took, "token_set_ratio of each", base)


def main() -> None:
    """All rows."""
    judging()
    sizes(heap(10, 27), "ten articles of 27 passages")
    sizes(heap(50, 40, per_story=50), "50 articles of 40 passages on one story")


if __name__ == "__main__":
    main()
