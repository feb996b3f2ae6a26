"""Prints what the engine finds of what a reader found in the stories that nothing was tuned on.

.venv/bin/python -m tests.accuracy.unseen
"""

from collections import Counter

from tests.accuracy.unseen.comparing import READING, STORIES, Outcome, Pair, outcomes
from tui.compare.model import Link


def main() -> None:
    """One block a story: counts, then every miss and every link that the reading does not name, in words."""
    if not STORIES.is_dir():
        raise SystemExit(f"{STORIES} is not here: {READING.name} names passages of its stories")
    found, missed, unnamed = Counter[str](), Counter[str](), Counter[str]()
    for outcome in outcomes():
        here = Counter(relation for relation, _ in outcome.found)
        gone = Counter(relation for relation, _ in outcome.missed)
        more = Counter[str](link.tier or "overlap" for link in outcome.unnamed)
        found, missed, unnamed = found + here, missed + gone, unnamed + more
        print(f"\n== {outcome.story.name}: found {told(here)}; missed {told(gone)}; not in the reading {told(more)}")
        for relation, pair in outcome.missed:
            print(f"missed  {relation}  {words_of(outcome, pair)}")
        for link in outcome.unnamed:
            print(f"unnamed {link.tier or link.kind}  {places_of(link)}  {words_of(outcome, ends_of(link))}")
    print(f"\nall: found {told(found)}; missed {told(missed)}; not in the reading {told(unnamed)}")


def told(counts: Counter[str]) -> str:
    """Counts by name, in words."""
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items())) or "none"


def ends_of(link: Link) -> Pair:
    """The first passages of a link's sides."""
    return (link.a.article, link.a.first), (link.b.article, link.b.first)


def places_of(link: Link) -> str:
    """The addresses of a link's sides, as the desk gives them."""
    sides = (link.a, link.b)
    return " ".join(f"{s.article + 1}:{s.first + 1}" + (f"-{s.last + 1}" if s.last > s.first else "") for s in sides)


def words_of(outcome: Outcome, pair: Pair) -> str:
    """Both passages, shortened, with their addresses."""
    parts = []
    for article, passage in pair:
        quote = " ".join(outcome.story.articles[article].quote(passage).split())
        parts.append(f"{article + 1}:{passage + 1} {quote[:110]}")
    return "\n          ".join(parts)


if __name__ == "__main__":
    main()
