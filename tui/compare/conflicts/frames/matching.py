"""Frames of different articles held against each other."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations

from tui.compare.conflicts.cues.names import Mention, one_place
from tui.compare.conflicts.families.names import variant
from tui.compare.conflicts.frames.both import Both, Verdict
from tui.compare.conflicts.frames.causes import causes, openings
from tui.compare.conflicts.frames.clauses import figures, hours
from tui.compare.conflicts.frames.model import Frame, Framed, Reading
from tui.compare.conflicts.frames.offices import departures
from tui.compare.conflicts.frames.seasons import years
from tui.compare.conflicts.frames.sites import sites
from tui.compare.conflicts.frames.tallies import votes
from tui.compare.conflicts.frames.tolls import SOME
from tui.compare.conflicts.model import FrameFinding
from tui.compare.model import Evidence, Finding, Tier
from tui.compare.text.dates import order, time_of
from tui.compare.text.stopwords import STOPWORDS

# Words of a quotation from which it is no common phrase, and words in a row that two longer ones share.
_LONG_QUOTE, _REMARK, _WEIGHTY = 5, 7, 3
_ON_ONE_TOPIC = frozenset({"figure", "hour", "site", "open", "cause", "season", "office"})
# From this confidence a finding between frames stands in the tier `conflict`.
SURE = 0.8


def match(articles: Sequence[Framed]) -> list[FrameFinding]:
    """The findings between frames of different articles, the surest for each topic and pair of articles."""
    found: list[FrameFinding] = []
    for (index_a, ours), (index_b, theirs) in combinations(enumerate(articles), 2):
        best: defaultdict[tuple[str, int, str], list[FrameFinding]] = defaultdict(list)
        for one, other in _of_one_kind(ours, theirs):
            finding = _held(Both(one, other, ours.reading, theirs.reading))
            if finding is not None:
                framed = FrameFinding((index_a, one.passage), (index_b, other.passage), finding)
                for side, (frame, value) in enumerate(zip((one, other), finding.values, strict=True)):
                    _keep_best(best[one.kind, side, _topic(frame, value)], framed)
        found.extend({_words(kept): kept for kept in chain.from_iterable(best.values())}.values())
    return found


def _topic(frame: Frame, value: str) -> str:
    """What only one finding of a kind is kept for between two articles."""
    if frame.kind in {"trend", "level", "state"}:
        return ""
    if frame.kind in {"figure", "hour"}:
        return f"{frame.passage} {frame.span[0]}"
    return f"{frame.topic} {value}" if frame.kind in {"quote", "name"} else frame.topic


def _keep_best(kept: list[FrameFinding], found: FrameFinding) -> None:
    """Keep the surest finding, of equals the first in both texts: the same whichever of them is told first."""
    if kept and _rank(found) > _rank(kept[0]):
        kept.clear()
    # Two that stand crosswise are equal to the end.
    if not kept or (_rank(found) == _rank(kept[0]) and all(_words(found) != _words(one) for one in kept)):
        kept.append(found)


def _rank(found: FrameFinding) -> tuple[float, int, int]:
    evidence = found.finding.evidence[0]
    return found.finding.score, -(found.a[1] + found.b[1]), -(evidence.a[0] + evidence.b[0])


def _words(found: FrameFinding) -> tuple[object, ...]:
    return found.a, found.b, found.finding.evidence


def _of_one_kind(ours: Framed, theirs: Framed) -> Iterator[tuple[Frame, Frame]]:
    for one in ours.frames:
        if one.kind in _ON_ONE_TOPIC:
            yield from ((one, other) for other in theirs.topics.get((one.kind, one.topic), ()))
        elif one.kind == "name":
            # Of all kinds this one is met most often, and nearly always two names have nothing to do with each other.
            yield from ((one, other) for other in theirs.kinds.get(one.kind, ()) if _variant(one.value, other.value))
        else:
            yield from ((one, other) for other in theirs.kinds.get(one.kind, ()))


def _held(both: Both) -> Finding | None:
    verdict = _RULES[both.one.kind](both)
    if verdict is None:
        return None
    kind, score, weight, reason, downgrade = verdict
    tier: Tier = "conflict" if score >= SURE else "check"
    return Finding(
        kind, tier, score, round(score * weight, 3), reason, (Evidence(both.one.span, both.other.span),),
        (both.mine, both.theirs), downgrade,
    )  # fmt: skip


def _place(both: Both) -> Verdict | None:
    one, other = both.one, both.other
    if one.topic != other.topic or len(both.shared) < 2 or _same_place(one, other):
        return None
    mine, theirs = both.mine, both.theirs
    if "to come" in {one.note, other.note} and one.note != other.note:
        return "place", 0.65, 0.6, f"“{mine}” and “{theirs}”: two rounds, or one?", "one may be over, the other to come"
    return "place", 0.6, 0.7, f"“{mine}” and “{theirs}”: two occasions, or one?", "may be two occasions"


def _same_place(one: Frame, other: Frame) -> bool:
    return one_place(_as_mention(one), _as_mention(other)) or one.value == other.value


def _as_mention(frame: Frame) -> Mention:
    kind = "city" if not any(len(code) == 2 for code in frame.codes) else "country"
    return Mention(tuple(frame.value.split()), 0, 0, 0, 0, kind, frame.codes)


def _ordinal(both: Both) -> Verdict | None:
    one, other = both.one, both.other
    if one.topic != other.topic or len(both.shared) < 2:
        return None
    mine, theirs = both.mine, both.theirs
    if one.value != other.value:
        return "number", 0.6, 0.6, f"“{mine}” and “{theirs}” of what may be one count", "may be counted differently"
    if bool(one.note) != bool(other.note):
        note = one.note or other.note
        return "caveat", 0.6, 0.5, f"“{mine}” in one, “{theirs}” in the other: is “{note}” dropped?", "both can hold"
    return None


def _quote(both: Both) -> Verdict | None:
    one, other = both.one, both.other
    short, long = sorted((one.value, other.value), key=len)
    whole = f" {short} " in f" {long} "
    remark = "" if whole or both.shared else _remark(short, long)
    if both.shared or not (whole or remark):
        return None
    if _unsure(one, other, both.reading_a) or _unsure(other, one, both.reading_b):
        return None
    size = len(short.split())
    score = 0.9 if size >= _LONG_QUOTE else 0.7
    (mine,), (theirs,) = one.actors, other.actors
    if remark:
        said = f"“{remark}” is said by {mine.title()} and by {theirs.title()}, among other words"
        return "attribution", 0.65, 0.7, said, "both may have said it"
    reason = f"“{both.mine if one.value == short else both.theirs}” is said by {mine.title()} and by {theirs.title()}"
    return "attribution", score, 0.9, reason, ""


@lru_cache(maxsize=1 << 12)
def _remark(short: str, long: str) -> str:
    """The first long row of words, some of them weighty, that two quotations have in common; "" if there is none."""
    words, there = short.split(), f" {long} "
    for at in range(len(words) - _REMARK + 1):
        last = at + _REMARK
        if f" {' '.join(words[at:last])} " not in there:
            continue
        while last < len(words) and f" {' '.join(words[at : last + 1])} " in there:
            last += 1
        if sum(word not in STOPWORDS for word in words[at:last]) >= _WEIGHTY:
            return " ".join(words[at:last])
    return ""


def _unsure(frame: Frame, other: Frame, reading: Reading) -> bool:
    """Whether a speaker told by a pronoun may be the one the other article names."""
    near = reading.texts[max(0, frame.passage - 3) : frame.passage + 1]
    named = {word for text in near for mention in text.mentions for word in mention.words}
    return frame.note == "by pronoun" and bool(other.actors & named)


def _name(both: Both) -> Verdict | None:
    one, other = both.one, both.other
    kind = _variant(one.value, other.value)
    if kind is None or _spelt_there(one, both.reading_b) or _spelt_there(other, both.reading_a):
        return None
    mine, theirs = both.mine, both.theirs
    if kind == "spelling":
        return "name", 0.85, 0.5, f"the name is spelt {mine} and {theirs}", ""
    if set(one.note.split()) & set(other.note.split()):
        return "name", 0.82, 0.8, f"{mine} and {theirs} in the same office: two surnames", ""
    return None


@lru_cache(maxsize=1 << 14)
def _variant(one: str, other: str) -> str | None:
    return variant(one.split(), other.split())


def _age(both: Both) -> Verdict | None:
    one, other = both.one, both.other
    kind = _variant(one.note, other.note)
    apart = abs(float(one.value) - float(other.value))
    if apart == 0 or (one.note != other.note and kind != "spelling"):
        return None
    reason = f"{one.note.title()} is {one.value} in one, {other.value} in the other"
    # A year's difference may be a birthday between two days of publication.
    return "number", 0.9 if apart > 1 else 0.7, 0.7, reason, ""


def _spelt_there(frame: Frame, reading: Reading) -> bool:
    """Whether the other article has this very name too, so that it is another person."""
    return frame.value in reading.names


def _stance(both: Both) -> Verdict | None:
    one, other = both.one, both.other
    if one.topic != other.topic or one.value == other.value or not both.shared:
        return None
    actor = _actor_shown(min(both.shared, key=lambda name: (name.isupper(), name)), both)
    mine, theirs = both.mine, both.theirs
    return "modality", 0.65, 0.8, f"{actor}: “{mine}” in one, “{theirs}” in the other", "may be a change of mind"


def _actor_shown(actor: str, both: Both) -> str:
    for reading in (both.reading_a, both.reading_b):
        for text in reading.texts:
            for mention in text.mentions:
                country = mention.place == "country" and actor in {code[:2] for code in mention.codes}
                if mention.words[-1] == actor or country:
                    return text.text[mention.start : mention.end]
    return actor


def _state(both: Both) -> Verdict | None:
    one, other = both.one, both.other
    if "unsure" not in {one.value, other.value} or one.value == other.value:
        return None
    if one.topic != other.topic and {one.topic, other.topic} != {"meeting", "visit"}:
        return None
    if len(both.shared) < 2:
        return None
    mine, theirs = both.mine, both.theirs
    return (
        "negation",
        0.6,
        0.7,
        f"the {one.topic}: “{mine}” in one, “{theirs}” in the other",
        "may be of different times",
    )


def _accord(both: Both) -> Verdict | None:
    one, other = both.one, both.other
    if one.value == other.value or len(both.shared) < 2:
        return None
    mine, theirs = both.mine, both.theirs
    return (
        "antonym",
        0.6,
        0.6,
        f"“{mine}” in one, “{theirs}” in the other, of the same parties",
        "may be of different matters",
    )


def _trend(both: Both) -> Verdict | None:
    one, other = both.one, both.other
    if one.value == other.value or not both.shared:
        return None
    if len(set(one.topic.split()) & set(other.topic.split())) < 2:
        return None
    mine, theirs = both.mine, both.theirs
    return "antonym", 0.6, 0.6, f"“{mine}” in one, “{theirs}” in the other", ""


def _level(both: Both) -> Verdict | None:
    one, other = both.one, both.other
    if one.value == other.value or not both.shared:
        return None
    if not set(one.topic.split()[:2]) & set(other.topic.split()[:2]):
        return None
    mine, theirs = both.mine, both.theirs
    return "number", 0.6, 0.6, f"“{mine}” in one, “{theirs}” in the other", "may be two parties' demands"


def _toll(both: Both) -> Verdict | None:
    """Nobody dead here, somebody there: an update where the later article has the death."""
    if both.one.value == both.other.value or not both.shared:
        return None
    sequence = order(time_of(both.reading_a.article.published), time_of(both.reading_b.article.published))
    mine, theirs = both.mine, both.theirs
    reason = f"“{mine}” in one, “{theirs}” in the other"
    later = both.one if sequence > 0 else both.other
    if sequence and later.value == SOME:
        return "negation", 0.65, 0.9, reason, f"an update: “{mine if sequence > 0 else theirs}” was published later"
    return "negation", 0.65, 0.9, reason, "may be of another event"


_RULES: dict[str, Callable[[Both], Verdict | None]] = {
    "place": _place, "ordinal": _ordinal, "quote": _quote, "stance": _stance, "state": _state, "accord": _accord,
    "trend": _trend, "level": _level, "name": _name, "age": _age,
    "toll": _toll, "figure": figures, "hour": hours, "site": sites, "open": openings, "cause": causes, "season": years,
    "tally": votes, "office": departures,
}  # fmt: skip
