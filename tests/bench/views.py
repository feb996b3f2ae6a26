"""How long it takes to open each view of the desk: python -m tests.bench.views [--articles 20 --passages 60].

The story is drawn at random from the sentences of the sample stories, some figures changed, so that its
articles share much and differ often: more than real coverage does.
"""

import argparse
import asyncio
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from tests.app.desk import open_desk
from tests.bench.ratios import Ratio, fixed_work
from tui.desk.keyboard.actions import LISTS
from tui.story import load

SEEDS = Path(__file__).parents[2] / "seeds"


def write_story(folder: Path, articles: int, passages: int) -> None:
    """Write `articles` files of `passages` sentences each."""
    generator = random.Random(7)
    pool = [
        article.quote(number)
        for seed in sorted(SEEDS.iterdir())
        for article in load([str(seed)]).articles
        for number, passage in enumerate(article.passages)
        if passage.kind == "sentence"
    ]
    for number in range(articles):
        chosen = generator.sample(pool, min(passages, len(pool)))
        changed = [re.sub(r"\b\d\d?\b", lambda _: str(generator.randrange(2, 60)), text) for text in chosen]
        (folder / f"{number:02}.txt").write_text("\n\n".join(changed), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Opened:
    """Milliseconds until a view was drawn, and those the processor worked, a value each time it was opened."""

    view: str
    taken: Sequence[float]
    worked: Sequence[float]


async def opened(folder: Path, rounds: int) -> list[Opened]:
    """Open each view so often; what the story is like is printed to standard error."""
    found = []
    async with open_desk([folder], folder.parent / "claims.db") as desk:
        comparison = desk.reading.index.comparison
        assert comparison is not None
        conflicts = sum(link.relation == "conflict" for link in comparison.links)
        sizes = [len(article.passages) for article in desk.reading.story.articles]
        told = f"{len(sizes)} articles, {sum(sizes)} passages, {len(comparison.links)} links, {conflicts} findings"
        print(told, file=sys.stderr)
        for view in LISTS:
            taken, worked = [], []
            for _ in range(rounds):
                start, worked_before = perf_counter(), process_time()
                desk.app.open_view(view)
                await desk.pilot.pause()
                while not desk.lines or not desk.lines[-1].startswith(f" {view.upper()}"):
                    await desk.pilot.pause()
                taken.append(1000 * (perf_counter() - start))
                worked.append(1000 * (process_time() - worked_before))
                await desk.press("q")
            found.append(Opened(view, taken, worked))
    return found


def measured(articles: int = 20, passages: int = 60, rounds: int = 9) -> list[Opened]:
    """The views of a desk on a story of that size."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "story"
        story.mkdir()
        write_story(story, articles, passages)
        return asyncio.run(opened(story, rounds))


def ratios() -> Iterator[Ratio]:
    """Each view, once it has been open, over a fixed piece of work."""
    base = 1000 * fixed_work()
    for one in measured():
        yield Ratio(f"opening {one.view}, 20 articles of 60", median(one.worked[1:]), "fixed work", base)


def main() -> None:
    """Read the options, write the story, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--passages", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    for one in measured(options.articles, options.passages, options.rounds):
        print(
            f"{one.view:10} first {one.taken[0]:6.1f} ms, {one.worked[0]:6.1f} of work;"
            f" then {median(one.taken[1:]):6.1f} ms, {median(one.worked[1:]):6.1f} of work"
        )


if __name__ == "__main__":
    main()
