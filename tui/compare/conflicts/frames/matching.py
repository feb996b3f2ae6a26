"""Frames of different articles held against each other."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from tui.compare.conflicts.cues.names import Mention
from tui.compare.conflicts.families.names import one_place
from tui.compare.conflicts.frames.model import Frame, Reading
from tui.compare.conflicts.model import FrameFinding
from tui.compare.model import ConflictKind, Evidence, Finding, Tier

Verdict = tuple[ConflictKind, float, float, str, str]
"""Kind, confidence, weight, reason, downgrade."""

_LONG_QUOTE = 5


def match(frames: Sequence[Frame], readings: Sequence[Reading]) -> list[FrameFinding]:
    """The findings between frames of different articles, one for each topic and pair of articles."""
    best: dict[tuple[object, ...], tuple[float, FrameFinding]] = {}
    for one, other in _pairs(frames):
        verdict = _RULES[one.kind](one, other, readings)
        if verdict is None:
            continue
        kind, score, weight, reason, downgrade = verdict
        tier: Tier = "conflict" if score >= _SURE else "check"
        finding = Finding(
            kind, tier, score, round(score * weight, 3), reason, (Evidence(one.span, other.span),),
            (_shown(one, readings), _shown(other, readings)), downgrade,
        )  # fmt: skip
        key = (one.kind, one.topic if one.kind != "quote" else one.value, one.article, other.article)
        if one.kind in {"trend", "level"}:
            key = (one.kind, one.article, other.article)
        if key not in best or best[key][0] < score:
            place = FrameFinding((one.article, one.passage), (other.article, other.passage), finding)
            best[key] = (score, place)
    return [finding for _, finding in best.values()]


_SURE = 0.8


def _pairs(frames: Sequence[Frame]) -> Iterator[tuple[Frame, Frame]]:
    """Pairs of frames of one kind from different articles, in article order."""
    kinds: dict[str, list[Frame]] = {}
    for frame in frames:
        kinds.setdefault(frame.kind, []).append(frame)
    for group in kinds.values():
        for one, other in combinations(group, 2):
            if one.article != other.article:
                yield (one, other) if one.article < other.article else (other, one)


def _shown(frame: Frame, readings: Sequence[Reading]) -> str:
    """The words of a frame as they stand in the article, on one line."""
    text = readings[frame.article].texts[frame.passage].text
    return " ".join(text[frame.span[0] : frame.span[1]].split())


def _place(one: Frame, other: Frame, readings: Sequence[Reading]) -> Verdict | None:
    if one.topic != other.topic or len(one.actors & other.actors) < 2 or _same_place(one, other):
        return None
    mine, theirs = _shown(one, readings), _shown(other, readings)
    if "to come" in {one.note, other.note} and one.note != other.note:
        return "place", 0.55, 0.6, f"“{mine}” and “{theirs}”: two rounds, or one?", "one may be over, the other to come"
    return "place", 0.5, 0.7, f"“{mine}” and “{theirs}”: two occasions, or one?", "may be two occasions"


def _same_place(one: Frame, other: Frame) -> bool:
    return one_place(_as_mention(one), _as_mention(other)) or one.value == other.value


def _as_mention(frame: Frame) -> Mention:
    kind = "city" if not any(len(code) == 2 for code in frame.codes) else "country"
    return Mention(tuple(frame.value.split()), 0, 0, 0, 0, kind, frame.codes)


def _ordinal(one: Frame, other: Frame, readings: Sequence[Reading]) -> Verdict | None:
    if one.topic != other.topic or len(one.actors & other.actors) < 2:
        return None
    mine, theirs = _shown(one, readings), _shown(other, readings)
    if one.value != other.value:
        return "number", 0.5, 0.6, f"“{mine}” and “{theirs}” of what may be one count", "may be counted differently"
    if bool(one.note) != bool(other.note):
        note = one.note or other.note
        return "caveat", 0.5, 0.5, f"“{mine}” here, “{theirs}” there: is “{note}” dropped?", "both can hold"
    return None


def _quote(one: Frame, other: Frame, readings: Sequence[Reading]) -> Verdict | None:
    short, long = sorted((one.value, other.value), key=len)
    if one.actors & other.actors or f" {short} " not in f" {long} ":
        return None
    size = len(short.split())
    score = 0.9 if size >= _LONG_QUOTE or short == long else 0.6
    (mine,), (theirs,) = one.actors, other.actors
    reason = f"“{_shown(one if one.value == short else other, readings)}” is said by {mine.title()} and by {theirs.title()}"
    return "attribution", score, 0.9, reason, ""


def _stance(one: Frame, other: Frame, readings: Sequence[Reading]) -> Verdict | None:
    if one.topic != other.topic or one.value == other.value or not one.actors & other.actors:
        return None
    actor = _actor_shown(min(one.actors & other.actors), readings)
    mine, theirs = _shown(one, readings), _shown(other, readings)
    return "modality", 0.55, 0.8, f"{actor}: “{mine}” here, “{theirs}” there", "may be a change of mind"


def _actor_shown(actor: str, readings: Sequence[Reading]) -> str:
    for reading in readings:
        for text in reading.texts:
            for mention in text.mentions:
                if mention.words[-1] == actor or (actor in {c[:2] for c in mention.codes} and mention.place == "country"):
                    return text.text[mention.start : mention.end]
    return actor


def _state(one: Frame, other: Frame, readings: Sequence[Reading]) -> Verdict | None:
    if "unsure" not in {one.value, other.value} or one.value == other.value:
        return None
    if one.topic != other.topic and {one.topic, other.topic} != {"meeting", "visit"}:
        return None
    if len(one.actors & other.actors) < 2:
        return None
    mine, theirs = _shown(one, readings), _shown(other, readings)
    return "negation", 0.5, 0.7, f"the {one.topic}: “{mine}” here, “{theirs}” there", "may be of different times"


def _accord(one: Frame, other: Frame, readings: Sequence[Reading]) -> Verdict | None:
    if one.value == other.value or len(one.actors & other.actors) < 2:
        return None
    mine, theirs = _shown(one, readings), _shown(other, readings)
    return "antonym", 0.5, 0.6, f"“{mine}” here, “{theirs}” there, of the same parties", "may be of different matters"


def _trend(one: Frame, other: Frame, readings: Sequence[Reading]) -> Verdict | None:
    if one.value == other.value or not one.actors & other.actors:
        return None
    if len(set(one.topic.split()) & set(other.topic.split())) < 2:
        return None
    mine, theirs = _shown(one, readings), _shown(other, readings)
    return "antonym", 0.5, 0.6, f"“{mine}” here, “{theirs}” there", ""


def _level(one: Frame, other: Frame, readings: Sequence[Reading]) -> Verdict | None:
    if one.value == other.value or not one.actors & other.actors:
        return None
    if not set(one.topic.split()[:2]) & set(other.topic.split()[:2]):
        return None
    mine, theirs = _shown(one, readings), _shown(other, readings)
    return "number", 0.45, 0.6, f"“{mine}” here, “{theirs}” there", "may be two parties' demands"


_RULES: dict[str, Callable[[Frame, Frame, Sequence[Reading]], Verdict | None]] = {
    "place": _place, "ordinal": _ordinal, "quote": _quote, "stance": _stance, "state": _state, "accord": _accord,
    "trend": _trend, "level": _level,
}  # fmt: skip
