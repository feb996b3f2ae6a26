"""How long it takes to open each view of the desk: python -m tests.bench.views [--articles 20 --passages 60].

The story is drawn at random from the sentences of the sample stories, some figures changed, so that its
articles share much and differ often: more than real coverage does.
"""

import argparse
import asyncio
import random
import re
import statistics
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from tests.app.desk import open_desk
from tui.desk.actions import LISTS
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


async def measure(folder: Path, rounds: int) -> None:
    """Print the milliseconds until a view is drawn, and those the processor worked: first, and median after it."""
    async with open_desk([folder], folder.parent / "claims.db") as desk:
        comparison = desk.reading.index.comparison
        assert comparison is not None
        conflicts = sum(link.relation == "conflict" for link in comparison.links)
        sizes = [len(article.passages) for article in desk.reading.story.articles]
        print(f"{len(sizes)} articles, {sum(sizes)} passages, {len(comparison.links)} links, {conflicts} findings")
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
            print(
                f"{view:10} first {taken[0]:6.1f} ms, {worked[0]:6.1f} of work;"
                f" then {statistics.median(taken[1:]):6.1f} ms, {statistics.median(worked[1:]):6.1f} of work"
            )


def main() -> None:
    """Read the options, write the story, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--passages", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "story"
        story.mkdir()
        write_story(story, options.articles, options.passages)
        asyncio.run(measure(story, options.rounds))


if __name__ == "__main__":
    main()
