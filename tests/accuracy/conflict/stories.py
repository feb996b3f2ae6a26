"""False alarms on whole stories: every flag of the engine, with the judgement of the person who read it.

`judgements.tsv` holds, for each flag, the story, the articles and spans of the evidence, its kind, and
"real" (the articles differ as the flag says, and an editor would want to know) or "apparent". Flags that
are not in it are counted as not judged, and shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.accuracy.conflict.sources import story_folders
from tui.compare import compare
from tui.story import load

JUDGEMENTS = Path(__file__).with_name("judgements.tsv")


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag in a story: where its evidence is ("0:120-128 2:40-47"), what it is, and how it was judged."""

    story: str
    place: str
    kind: str
    tier: str
    words: str
    verdict: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What a judgement is found by."""
        return self.story, self.place, self.kind


@dataclass(frozen=True, slots=True)
class Alarms:
    """Flags of all stories and the number of article pairs they come from."""

    flags: tuple[Flag, ...]
    pairs: int

    def count(self, tier: str, verdict: str) -> int:
        """How many flags of a tier were judged so; "" for those not judged."""
        return sum(flag.tier == tier and flag.verdict == verdict for flag in self.flags)


def alarms() -> Alarms:
    """Every flag between the articles of the stories that may be looked at, with its judgement."""
    known = judgements()
    found: list[Flag] = []
    pairs = 0
    for folder in story_folders():
        flags, articles = _flags(folder)
        pairs += articles * (articles - 1) // 2
        found.extend(flags)
    return Alarms(tuple(Flag(f.story, f.place, f.kind, f.tier, f.words, known.get(f.key, "")) for f in found), pairs)


def judgements() -> dict[tuple[str, str, str], str]:
    """The judgement of each flag read."""
    lines = JUDGEMENTS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(story, place, kind): verdict for story, place, kind, verdict, *_ in rows}


def _flags(folder: Path) -> tuple[list[Flag], int]:
    story = load([str(folder)])
    links = [link for link in compare(story).links if link.relation == "conflict" and link.tier != "internal"]
    name = folder.name.rsplit("-", 1)[-1]
    flags = []
    for link in links:
        evidence = link.evidence[0]
        place = f"{link.a.article}:{evidence.a[0]}-{evidence.a[1]} {link.b.article}:{evidence.b[0]}-{evidence.b[1]}"
        flags.append(Flag(name, place, link.kind, link.tier or "", " / ".join(v[:40] for v in link.values)))
    return flags, len(story.articles)


def lines(flags: tuple[Flag, ...]) -> Iterator[str]:
    """Flags as lines of `judgements.tsv`."""
    for flag in flags:
        yield "\t".join((flag.story, flag.place, flag.kind, flag.verdict or "?", flag.tier, flag.words))
