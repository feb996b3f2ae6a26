"""Who does what a word tells, and whether two words are told of two people."""

from tui.compare.conflicts.cues.names import Mention
from tui.compare.conflicts.lexicon import listed
from tui.compare.conflicts.pair import Candidate, Pair, Run
from tui.compare.conflicts.reading import Text

_CROWDS = frozenset(listed("voters electorate residents citizens readers viewers"))
# Words that make a name before a verb another part of the sentence than its subject.
_LEADING_IN = frozenset(listed("of to with by in on at for from against about and or"))
# Words passed over between a subject and its verb.
_LIGHT = 3
# People by sex and age, who are counted one by one and together.
_PEOPLE = frozenset(listed("man men woman women child children boy boys girl girls teenager teenagers baby babies"))
# A price of an item is told beside a sum so many times larger.
_TIMES = 3


def other_subject(pair: Pair, candidate: Candidate) -> str:
    """Opposites done by two people named, or by one and by a crowd: "voters approved", "Governor Holm opposed"."""
    if candidate.cue != "opposite":
        return ""
    ours, theirs = _subject(pair.a, candidate.run_a), _subject(pair.b, candidate.run_b)
    if ours is None or theirs is None:
        return ""
    if isinstance(ours, str) or isinstance(theirs, str):
        return "subject" if isinstance(ours, str) != isinstance(theirs, str) else ""
    return "subject" if two_people(ours, theirs) else ""


def other_object(pair: Pair, candidate: Candidate) -> str:
    """A deed denied of what is somebody's and told of that person: "never heard the minister's deputy"."""
    if candidate.kind != "negation":
        return ""
    i, j = (_object(text, run[1]) for text, run in ((pair.a, candidate.run_a), (pair.b, candidate.run_b)))
    if i is None or j is None or pair.to_b.get(i) != j:
        return ""
    owned = (_owns(pair.a, i) and i + 1 not in pair.to_b, _owns(pair.b, j) and j + 1 not in pair.to_a)
    return "object" if owned[0] != owned[1] else ""


def _object(text: Text, at: int) -> int | None:
    """The content word next to a token in its clause."""
    while at < len(text.tokens) and text.tokens[at].stop and not text.gaps[at].strip():
        at += 1
    return at if at < len(text.tokens) and not text.gaps[at].strip() else None


def _owns(text: Text, at: int) -> bool:
    """Whether a word is the owner of what the next one names."""
    beside = at + 1 < len(text.tokens) and not text.tokens[at + 1].stop and not text.gaps[at + 1].strip()
    return beside and text.tokens[at].text.endswith(("'s", "’s", "s'", "s’"))


def two_people(one: Mention, other: Mention) -> bool:
    """Whether two full names are not of one person: other surnames, or other first names that shorten none."""
    if one.place or other.place or not (1 < len(one.words) < 4 and 1 < len(other.words) < 4):
        return False
    if not set(one.words) & set(other.words):
        return True
    first, there = one.words[0], other.words[0]
    return one.words[-1] == other.words[-1] and first[0] != there[0] and first not in there and there not in first


def one_item(pair: Pair, candidate: Candidate) -> str:
    """The price of a thing the other text does not have, and a far larger sum: "$750,000", "a $43,000 watch"."""
    if candidate.cue != "money":
        return ""
    sides = ((pair.a, candidate.run_a, pair.to_b), (pair.b, candidate.run_b, pair.to_a))
    values = [_figure(text, run) for text, run, _ in sides]
    small = min((0, 1), key=lambda side: values[side])
    if values[1 - small] < _TIMES * values[small]:
        return ""
    priced = [_price_of(text, run) for text, run, _ in sides]
    mapping = sides[small][2]
    thing = priced[small]
    return "item" if thing and not priced[1 - small] and not any(at in mapping for at in thing) else ""


def _figure(text: Text, run: Run) -> float:
    """The value of the figure that begins a run, 0 where there is none."""
    return next((quantity.value for quantity in text.quantities if quantity.first == run[0]), 0.0)


def counted_together(pair: Pair, candidate: Candidate) -> str:
    """Parts that make up the other's count: "two men and a woman", "three people"."""
    if candidate.kind != "number":
        return ""
    sides = ((pair.a, candidate.run_a), (pair.b, candidate.run_b))
    values = [_figure(text, run) for text, run in sides]
    totals = [_people_told(text, run) for text, run in sides]
    whole = any(total and total == value for total, value in zip(totals, reversed(values), strict=True))
    return "together" if whole else ""


def _people_told(text: Text, run: Run) -> float:
    """The sum of a count of people and those added to it by commas and "and"; 0 where none are."""
    figures = {quantity.first: quantity for quantity in text.quantities}
    total, at, parts = 0.0, run[0], 0
    while at < len(text.tokens):
        figure, norm = figures.get(at), text.tokens[at].norm
        if figure is None and norm not in {"a", "an"}:
            break
        noun = figure.last if figure else at + 1
        if noun >= len(text.tokens) or text.tokens[noun].norm not in _PEOPLE:
            break
        total, parts, at = total + (figure.value if figure else 1.0), parts + 1, noun + 1
        at += at < len(text.tokens) and text.tokens[at].norm == "and"
    return total if parts > 1 else 0.0


def _price_of(text: Text, run: Run) -> range | None:
    """The words of what a sum is the price of: those after "a $43,000" up to the next small word or mark."""
    if not run[0] or text.tokens[run[0] - 1].norm not in {"a", "an"}:
        return None
    last = run[1]
    while last < len(text.tokens) and not text.tokens[last].stop and not text.gaps[last].strip():
        last += 1
    return range(run[1], last) if last > run[1] else None


def _subject(text: Text, run: Run) -> Mention | str | None:
    """The name or the crowd a verb is told of; None where it is another word or cannot be told."""
    at = run[0]
    while at and run[0] - at < _LIGHT and _passed(text, at - 1) and not text.gaps[at].strip():
        at -= 1
    if not at:
        return None
    if text.tokens[at - 1].norm in _CROWDS and not text.gaps[at].strip():
        return text.tokens[at - 1].norm
    found = next((m for m in text.mentions if m.first < at <= m.last), None)
    mark = text.gaps[at].strip()
    if found is None or mark not in {"", ","}:
        return None
    if mark:
        opening = text.mentions[0]
        return opening if not opening.first and text.gaps[opening.last].startswith(",") else found
    return None if found.first and text.tokens[found.first - 1].norm in _LEADING_IN else found


def _passed(text: Text, at: int) -> bool:
    token = text.tokens[at]
    return token.norm.endswith("ly") or (token.stop and token.norm in {"has", "had", "have", "was", "is", "also"})
