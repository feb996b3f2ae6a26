"""Measure the store with many claims and print the medians.

python -m tests.bench.claims_store [--claims N]
"""

import argparse
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from statistics import median

from tests.bench.ratios import Ratio
from tests.pty.terminal import Terminal
from tui.claims import Anchor, Claim, Store
from tui.claims.anchors import anchor_of
from tui.claims.backup import backup
from tui.claims.check import check
from tui.claims.merge import Record
from tui.story import load
from tui.story.model import Article, Passage, Story

ROOT = Path(__file__).resolve().parents[2]

TAGS = [f"tag{number}" for number in range(40)]
PER_STORY = 200
WORDS = "the mayor said that repairs to the harbour bridge had cost more than the council was told in spring"


def stories(count: int) -> Iterator[Story]:
    for number in range(count):
        articles = []
        for which in range(4):
            lines = [f"{WORDS} line {number} {which} {line}." for line in range(30)]
            text, passages, at = "\n".join(lines), [], 0
            for line in lines:
                passages.append(Passage(at, at + len(line), "sentence", 0))
                at += len(line) + 1
            digest = sha256(text.encode()).hexdigest()
            url = f"https://news.example/{number}/{which}"
            articles.append(Article(f"a{which + 1}", url, text, tuple(passages), f"Story {number}", digest))
        yield Story(f"story{number}", f"story {number}", tuple(articles))


def records(every: list[Story], count: int) -> Iterator[Record]:
    for number in range(count):
        story = every[number // PER_STORY % len(every)]
        article = story.articles[number % 4]
        passage = article.passages[number % 30]
        anchor: Anchor = anchor_of(article, passage.start, passage.end)
        time_ = f"2026-03-01T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}.{number:06}Z"[:27]
        done = number % 5 == 0
        yield Record(
            Claim(
                f"{number:08x}-0000-4000-8000-000000000000", story.id, story.name, (anchor,), anchor.exact, None,
                (TAGS[number % 40], TAGS[number * 7 % 40]), "done" if done else "open", "true" if done else None,
                None, "kim" if number % 50 == 0 else None, f"note {number}", (), "mk",
                time_[:26] + "Z", time_[:26] + "Z", None, None, False,
            ),
            stamps={},
        )  # fmt: skip


def timed(act: Callable[[], object], times: int = 15) -> float:
    """The median time of `act` in milliseconds."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        found.append((time.perf_counter() - began) * 1e3)
    return median(found)


def opening(path: Path, story: Story) -> Callable[[], object]:
    def act() -> object:
        with Store(path, editor="mk") as store:
            return store.claims_on(story.articles), store.recent_tags(), store.changes_since(None)

    return act


def bare_commit(folder: Path) -> Callable[[], object]:
    """What the disk alone takes for a commit that is safe against a power cut."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("CREATE TABLE numbers (number INTEGER)")
    return lambda: connection.execute("INSERT INTO numbers VALUES (1)")


def desk_opens(stores: dict[str, Path], folder: Path, times: int = 9) -> dict[str, tuple[float, float]]:
    """Medians of the milliseconds, and of those of CPU, until a real desk shows a story and its claims, by store.

    The same few claims stand on the story in every store; the stores take turns.
    """
    file = write_article(folder)
    story = load([str(file)])
    for path in stores.values():
        with Store(path, editor="mk") as store:
            for passage in story.articles[0].passages[:5]:
                store.add(story, anchor_of(story.articles[0], passage.start, passage.end), tags=["number"])
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in stores}
    for _ in range(times):
        for name, path in stores.items():
            environment = {"HOME": str(folder), "PYTHONPATH": str(ROOT), "COPYDESK_STORE": str(path), "LOGNAME": "mk"}
            command: list[str | Path] = [sys.executable, "-m", "tui", "open", file]
            with Terminal(command, size=(80, 24), environment=environment) as terminal:
                began = time.perf_counter()
                terminal.wait_until(lambda: any("◆" in row for row in terminal.screen), "no claim shown")
                found[name].append(((time.perf_counter() - began) * 1e3, terminal.cpu * 1e3))
    return {name: (median(wall for wall, _ in runs), median(cpu for _, cpu in runs)) for name, runs in found.items()}


def write_article(folder: Path) -> Path:
    """An article of thirty sentences in a file."""
    file = folder / "article.txt"
    file.write_text("\n\n".join(f"{WORDS.capitalize()} line {line}." for line in range(30)), encoding="utf-8")
    return file


def ratios(count: int = 20_000) -> Iterator[Ratio]:
    """A store of so many claims beside an empty one, and a tag beside what the disk takes for a commit."""
    every = list(stories(count // PER_STORY))
    story = every[len(every) // 2]
    with tempfile.TemporaryDirectory() as folder:
        path, empty = Path(folder) / "claims.db", Path(folder) / "empty.db"
        with Store(path, editor="mk") as store:
            store.take_in(records(every, count))
            article = story.articles[0]
            anchor = anchor_of(article, article.passages[3].start, article.passages[3].end)
            base = timed(bare_commit(Path(folder)), 101)
            yield Ratio(
                f"tagging among {count:,} claims", timed(lambda: store.add(story, anchor, tags=["a"]), 101),
                "a commit of one number to SQLite", base,
            )  # fmt: skip
        with Store(empty, editor="mk") as store:
            store.keep_version(story.articles[0])
        shown = desk_opens({"empty": empty, "full": path}, Path(folder))
        yield Ratio(
            f"the desk on a store of {count:,} claims, CPU", shown["full"][1], "on an empty one", shown["empty"][1]
        )


def report(name: str, value: float) -> None:
    print(f"{name:58} {value:9.2f} ms", flush=True)


def measure_filters(store: Store, story: Story) -> None:
    """The filters of `claims list`, and those of the desk over all stories."""
    filters: dict[str, dict[str, object]] = {
        "story": {"story": story.name},
        "tag and story": {"tag": "tag7", "story": story.id},
        "tag, first 200": {"tag": "tag7", "limit": 200},
        "status, first 200": {"status": "checking", "limit": 200},
        "verdict, first 200": {"status": "true", "limit": 200},
        "article": {"article": story.articles[0].sha256},
        "editor, first 200": {"editor": "kim", "limit": 200},
        "text that is there, first 200": {"text": "Line 300 2 1", "limit": 200},
        "text that is nowhere": {"text": "not to be found", "limit": 200},
        "tag, all": {"tag": "tag7"},
        "everything, first 200": {"limit": 200},
    }
    for name, conditions in filters.items():
        found = len(store.claims(**conditions))  # type: ignore[arg-type]
        took = timed(lambda conditions=conditions: store.claims(**conditions), 7)  # type: ignore[misc]
        report(f"filter by {name} ({found:,} claims)", took)
    for wanted in ("story: tag:tag7 line", "story:300 status:true", "story: nothing of the kind"):
        found = len(store.search(wanted))
        took = timed(lambda wanted=wanted: store.search(wanted), 7)  # type: ignore[misc]
        report(f"filter of the desk, “{wanted}” ({found:,})", took)


def measure_writing(store: Store, story: Story, folder: Path) -> None:
    """Actions, each committed, beside what a commit takes at the least."""
    article = story.articles[0]
    anchor = anchor_of(article, article.passages[3].start, article.passages[3].end)
    report("a commit of one number to a bare file of SQLite", timed(bare_commit(folder), 101))
    report("tag a passage, committed", timed(lambda: store.add(story, anchor, tags=["tag7"]), 101))
    claim = store.claims(story=story.id, limit=1)[0]
    flip = iter(range(1_000))
    report("set a note, committed", timed(lambda: store.set_note(claim.id, str(next(flip))), 101))
    report("undo, committed", timed(lambda: store.undo(story.id), 51))


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the store with many claims.")
    parser.add_argument("--claims", type=int, default=100_000)
    count = parser.parse_args().claims
    every = list(stories(max(1, count // PER_STORY)))
    story = every[len(every) // 2]
    with tempfile.TemporaryDirectory() as folder:
        path, empty = Path(folder) / "claims.db", Path(folder) / "empty.db"
        with Store(path, editor="mk") as store:
            began = time.perf_counter()
            store.take_in(records(every, count))
            report(f"import of {count:,} claims", (time.perf_counter() - began) * 1e3)
            print(f"{'size of the store':58} {path.stat().st_size / 1e6:9.1f} MB")
        with Store(empty, editor="mk") as store:
            store.keep_version(story.articles[0])
        opened = desk_opens({"empty": empty, "full": path}, Path(folder))
        for name, (wall, cpu) in opened.items():
            report(f"the desk shows a story and its claims, {name} store", wall)
            report(f"the same, CPU, {name} store", cpu)
        for which, what in enumerate(("time", "CPU")):
            print(f"{f'ratio of full to empty, {what}':58} {opened['full'][which] / opened['empty'][which]:9.2f}")
        report("open a story, empty store", timed(opening(empty, story)))
        report("open a story, full store", timed(opening(path, story)))
        with Store(path, editor="mk") as store:
            measure_filters(store, story)
            measure_writing(store, story, Path(folder))
            report("recent tags", timed(lambda: store.recent_tags()))
            token = store.changes_since(None).token
            report("look for colleagues' changes", timed(lambda: store.changes_since(token), 51))
        report("check", timed(lambda: check(path), 1))
        report("backup", timed(lambda: backup(path, Path(folder) / "copy.db", force=True), 1))


if __name__ == "__main__":
    main()
