"""Frames of named sites: the North Quay or the South Quay, one hospital or another."""

from collections import Counter
from collections.abc import Iterator

from tui.compare.conflicts.cues.quantities import role_of
from tui.compare.conflicts.frames.both import Both, Verdict
from tui.compare.conflicts.frames.model import Frame, Reading
from tui.compare.conflicts.frames.tolls import of_another_year
from tui.compare.conflicts.lexicon import lemma, listed, opposed
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.standing import calamities

_SITES = frozenset(
    listed(
        "quay pier dock wharf harbour harbor street road avenue lane square bridge gate tower wing terminal station "
        "park stadium school campus bank shore beach tunnel ward market hall"
    )
)
_HOSPITALS = frozenset(listed("hospital infirmary clinic hospice"))
_TAKEN = frozenset(lemma(word) for word in listed("take rush airlift transport bring admit treat fly"))
# Words for all that were hurt; of one of them alone, another hospital says nothing.
_ALL = frozenset(listed("they all injured wounded victims casualties survivors patients"))
_HOSPITAL = "hospital"
_REACH = 5
# Passages that tell of a kind of calamity where the article is about it.
_ABOUT = 3
_SURE = 0.82


def named_sites(reading: Reading) -> Iterator[Frame]:
    """Sites by name, with the calamities told around them; and the hospitals that all the injured were taken to."""
    theme = _theme(reading)
    for passage in reading.spoken:
        text = reading.texts[passage]
        if text.headline or of_another_year(text, reading):
            continue
        around = theme | calamities(text) | (calamities(reading.texts[passage - 1]) if passage else frozenset())
        for mention in text.mentions:
            last = mention.words[-1]
            if last in _SITES and len(mention.words) > 1:
                yield Frame("site", last, mention.name, around, passage, (mention.start, mention.end))
            hospital = _hospital(text, mention.first, mention.last)
            if hospital and _all_taken(reading, passage, mention.first):
                name = " ".join(word for word in mention.words if word not in _HOSPITALS)
                span = mention.start, text.tokens[hospital - 1].end
                yield Frame("site", _HOSPITAL, name, frozenset(), passage, span)


def _theme(reading: Reading) -> frozenset[str]:
    """The kinds of calamity that an article is about: those that several of its passages tell of."""
    told = Counter(kind for passage in reading.spoken for kind in calamities(reading.texts[passage]))
    return frozenset(kind for kind, passages in told.items() if passages >= _ABOUT)


def _hospital(text: Text, first: int, last: int) -> int:
    """Where the name of a hospital ends that begins at `first`, 0 where it is none."""
    if any(text.tokens[at].norm in _HOSPITALS for at in range(first, last)):
        return last
    following = text.tokens[last].norm if last < len(text.tokens) else ""
    return last + 1 if following in _HOSPITALS and not text.gaps[last].strip() else 0


def _all_taken(reading: Reading, passage: int, at: int) -> bool:
    """Whether all the injured are said to have been taken to what begins at token `at`."""
    text = reading.texts[passage]
    before = range(max(0, at - _REACH - 3), at)
    if not any(text.lemmas[k] in _TAKEN for k in before) or not any(text.tokens[k].norm in _ALL for k in range(at)):
        return False
    near = reading.texts[max(0, passage - 2) : passage + 1]
    return any(role_of(word) == "injured" for one in near for word in one.lemmas)


def sites(both: Both) -> Verdict | None:
    """Opposite parts of one site, or two hospitals, where neither article names the other's."""
    one, other = both.one, both.other
    if one.topic == _HOSPITAL:
        apart = _two_hospitals(both)
    else:
        apart = bool(one.actors & other.actors) and _opposite(one.value.split(), other.value.split())
    if not apart or _named_now(both.reading_b, one.value) or _named_now(both.reading_a, other.value):
        return None
    return "place", _SURE, 0.8, f"{both.mine} in one, {both.theirs} in the other", ""


def _named_now(reading: Reading, name: str) -> bool:
    """Whether an article has a name where it does not tell of another year."""
    return name in reading.names and any(
        mention.name == name and not of_another_year(text, reading)
        for text in reading.texts
        for mention in text.mentions
    )


def _opposite(ours: list[str], theirs: list[str]) -> bool:
    """Whether two names differ in one word only, and that is opposed: North Quay and South Quay."""
    odd = [(x, y) for x, y in zip(ours, theirs, strict=False) if x != y]
    return len(ours) == len(theirs) and len(odd) == 1 and opposed(lemma(odd[0][0]), lemma(odd[0][1]))


def _two_hospitals(both: Both) -> bool:
    ours, theirs = (
        {word for text in reading.texts for m in text.mentions if _hospital(text, m.first, m.last) for word in m.words}
        for reading in (both.reading_a, both.reading_b)
    )
    return not (ours & theirs) - _HOSPITALS
