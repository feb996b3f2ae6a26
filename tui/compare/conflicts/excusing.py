"""Candidates that are no difference at all, though the words would say so: what is asked, or said of another."""

from collections.abc import Iterator
from itertools import pairwise

from tui.compare.conflicts.comings import day_to_come, two_stages
from tui.compare.conflicts.counterparts import counterpart, once_more
from tui.compare.conflicts.cues.certainty import POSSIBLE
from tui.compare.conflicts.cues.names import Mention
from tui.compare.conflicts.lexicon import lemma, listed, opposite_lists
from tui.compare.conflicts.pair import Candidate, Pair, Run
from tui.compare.conflicts.reading import Text
from tui.compare.conflicts.standing import row
from tui.compare.conflicts.subjects import counted_together, one_item, other_object, other_subject, two_people
from tui.compare.conflicts.subsets import change_and_level, other_extent, some_of_them, told_as_fall
from tui.compare.conflicts.times import other_time

_PARTS = frozenset({"some", "others", "those", "many", "several"})
_SINCE_REACH = 8
_OWNER_REACH = 6
# The share of the longer text that corresponds where two weekdays may be of one step, and content words in a row
# beside them that say so whatever else there is.
_ONE_STEP, _ROW = 0.42, 2
# Those who are for somebody: what is against them is no opposite.
_SIDING = frozenset({"supporter", "supporters", "advocate", "advocates", "backer", "backers"})
_DYING = frozenset({"dead", "died", "dies", "die"})
# Relations that have another word at either end.
_CONVERSES = frozenset(
    lemma(word) for word in listed("older elder younger bigger larger smaller taller longer shorter beat defeat lose")
)
# Tokens between a name and what its bearer does or leaves.
_ACTOR_REACH = 3
_OPEN = frozenset({"negation", "antonym", "modality"})
_ANSWERING = frozenset(lemma(word) for word in listed("respond reply answer return react comment"))
_QUESTIONS = frozenset(listed("request requests comment email emails e-mail message messages call calls inquiries"))
_COMMENT_REACH = 6
# Marks that end a clause, and those that end a sentence.
_CLAUSE = frozenset('.;:?!()“”"—–\n')
_SENTENCE = frozenset(".?!")
# Words that leave open what their sentence says.
_CHANCE = frozenset(
    listed(
        "chance chances possibility possible possibly risk risks threat odds likelihood potential potentially track "
        "may might could poised suggests suggest suggested suspected alleged allegedly"
    )
)
# Adjectives of doubt: they cast it on the noun that follows and nothing else.
_DOUBTING = frozenset(listed("alleged apparent possible suspected purported supposed potential"))


def excused(pair: Pair, candidate: Candidate) -> str:
    """The name of the rule by which a candidate is no difference, "" where there is none."""
    return (
        _asked(pair, candidate)
        or _misread(pair, candidate)
        or _carried(pair, candidate)
        or _already_unsure(pair, candidate)
        or _nothing_doubted(pair, candidate)
        or _of_another(pair, candidate)
        or _both_told(pair, candidate)
        or _converse(pair, candidate)
        or _other_step(pair, candidate)
        or two_stages(pair, candidate)
        or _other_role(pair, candidate)
        or _no_figure(pair, candidate)
        or _other_chance(pair, candidate)
        or _vague(pair, candidate)
        or _other_owner(pair, candidate)
        or other_subject(pair, candidate)
        or other_object(pair, candidate)
        or one_item(pair, candidate)
        or counted_together(pair, candidate)
        or some_of_them(pair, candidate)
        or change_and_level(pair, candidate)
        or told_as_fall(pair, candidate)
        or other_extent(pair, candidate)
        or other_time(pair, candidate)
        or counterpart(pair, candidate)
        or once_more(pair, candidate)
    )


def _ends(pair: Pair, candidate: Candidate) -> Iterator[tuple[Text, Run]]:
    yield pair.a, candidate.run_a
    yield pair.b, candidate.run_b


def _asked(pair: Pair, candidate: Candidate) -> str:
    """What is asked, or told with "whether", is not asserted."""
    if candidate.kind not in _OPEN:
        return ""
    open_here, open_there = (_left_open(text, run) for text, run in _ends(pair, candidate))
    return "asked" if open_here != open_there else ""


def _left_open(text: Text, run: Run) -> bool:
    after = next((mark for gap in text.gaps[run[1] :] for mark in gap if mark in _SENTENCE), "")
    return after == "?" or any(token.norm == "whether" for token in text.tokens[_start(text, run[0]) : run[0]])


def _start(text: Text, at: int) -> int:
    """Where the sentence of a token begins."""
    while at > 0 and not _SENTENCE & set(text.gaps[at].strip()):
        at -= 1
    return at


def _misread(pair: Pair, candidate: Candidate) -> str:
    """A name, or half a compound, that no negation is about; or a negation that ends with its line."""
    if candidate.kind != "negation":
        return ""
    doers = [_doer(text, run[1] - 1) for text, run in _ends(pair, candidate)]
    if doers[0] != doers[1]:
        return "doer"
    alike = _led_alike(pair, candidate)
    for text, run in _ends(pair, candidate):
        last = run[1] - 1
        named = any(m.first <= last < m.last for m in text.mentions)
        if (named and not alike) or text.gaps[run[1]].startswith("-"):
            return "name"
        if any(set(gap) & set("\n–—") or gap.strip() == "-" for gap in text.gaps[run[0] + 1 : run[1]]):
            return "name"
    return ""


def _doer(text: Text, at: int) -> bool:
    """Whether a word names who does what its stem tells: "reporters", which no report is."""
    return text.tokens[at].norm.endswith(("er", "ers", "or", "ors")) and not text.lemmas[at].endswith(("er", "or"))


def _led_alike(pair: Pair, candidate: Candidate) -> bool:
    """Whether the same small words lead to the word that is negated here and plain there: "up to the agency"."""
    own, plain = sorted(_ends(pair, candidate), key=lambda end: end[1][0] - end[1][1])
    led = [token.norm for token in own[0].tokens[own[1][0] + 1 : own[1][1] - 1]]
    at = plain[1][0]
    return bool(led) and led == [token.norm for token in plain[0].tokens[max(0, at - len(led)) : at]]


def _carried(pair: Pair, candidate: Candidate) -> str:
    """A negation of another word between it and the one both have: "did not take questions", "questions"."""
    if candidate.kind != "negation":
        return ""
    if _not_until(pair.a, pair.b) or _not_until(pair.b, pair.a):
        return "until"
    sides = [(pair.a, candidate.run_a, pair.to_b), (pair.b, candidate.run_b, pair.to_a)]
    for (text, run, mapping), (other, plain, back) in (sides, sides[::-1]):
        if run[1] - run[0] > 2 and text.tokens[run[0]].norm != "no":
            between = range(run[0] + 1, run[1] - 1)
            verb = _before(other, plain)
            if any(not text.tokens[at].stop and at not in mapping for at in between) and (verb is None or verb in back):
                return "carried"
    return ""


def _not_until(text: Text, other: Text) -> bool:
    """Whether one text says "not until May" and the other "only in May", or plainly when."""
    ends = next((at for at, token in enumerate(text.tokens) if token.norm == "until"), 0)
    told = {token.norm for token in text.tokens[ends + 1 : ends + 3]} if ends else set()
    return any(word in other.norms for word in told) and "until" not in other.norms


def _already_unsure(pair: Pair, candidate: Candidate) -> str:
    """What is told with a chance, a risk or another word of possibility in its sentence is no surer."""
    if candidate.kind != "modality":
        return ""
    hedged = [
        any(h.level == POSSIBLE and run[0] <= h.at < run[1] for h in text.hedges)
        for text, run in _ends(pair, candidate)
    ]
    for (text, run), here in zip(_ends(pair, candidate), hedged, strict=True):
        if here:
            continue
        first = _start(text, run[0])
        last = next((at for at in range(run[1], len(text.tokens)) if _SENTENCE & set(text.gaps[at])), len(text.tokens))
        if any(token.norm in _CHANCE for token in text.tokens[first:last]):
            return "unsure"
    return ""


def _nothing_doubted(pair: Pair, candidate: Candidate) -> str:
    """An adjective of doubt whose noun the other text has not, or has with "any"."""
    if candidate.kind not in {"caveat", "modality"}:
        return ""
    sides = [(pair.a, candidate.run_a, pair.to_b, pair.b), (pair.b, candidate.run_b, pair.to_a, pair.a)]
    for text, run, mapping, other in sides:
        for at in range(*run):
            if text.tokens[at].norm in _DOUBTING:
                near = range(at + 1, min(at + 3, len(text.tokens)))
                there = [mapping[k] for k in near if k in mapping and not text.tokens[k].stop]
                if not any(j and other.tokens[j - 1].norm != "any" for j in there):
                    return "nothing"
    return ""


def _of_another(pair: Pair, candidate: Candidate) -> str:
    """A deed denied of one person and told of another, or of some and of others."""
    if candidate.kind != "negation":
        return ""
    one, other = _ends(pair, candidate)
    if _partitive(*one) or _partitive(*other):
        return "some"
    if _asks_for_comment(*one) != _asks_for_comment(*other):
        return "comment"
    ours, theirs = _named_before(*one), _named_before(*other)
    if ours is None or theirs is None or _same(pair, _after(*one), _after(*other)):
        return ""
    shared = set(ours.words) & set(theirs.words)
    return (
        "" if shared or any(pair.to_b.get(k) in range(theirs.first, theirs.last) for k in _tokens(ours)) else "another"
    )


def _partitive(text: Text, run: Run) -> bool:
    """Whether a word stands after "some who" or "others who"."""
    return any(
        text.tokens[at].norm in _PARTS and text.tokens[at + 1].norm in {"who", "that"}
        for at in range(max(0, run[0] - 3), run[0] - 1)
    )


def _asks_for_comment(text: Text, run: Run) -> bool:
    """Whether a clause tells how somebody met a newsroom's questions: "did not respond to a request for comment"."""
    near = text.tokens[run[1] : run[1] + _COMMENT_REACH]
    return text.lemmas[run[1] - 1] in _ANSWERING and any(token.norm in _QUESTIONS for token in near)


def _named_before(text: Text, run: Run, reach: int = _ACTOR_REACH) -> Mention | None:
    """The name nearest before a run in its clause, commas passed over, near enough to be the one that acts."""
    found = [m for m in text.mentions if m.last <= run[0] and run[0] - m.last <= reach]
    if not found or any(_CLAUSE & set(gap.strip(" ")) for gap in text.gaps[found[-1].last : run[0] + 1]):
        return None
    return found[-1]


def _tokens(mention: Mention) -> range:
    return range(mention.first, mention.last)


def _same(pair: Pair, i: int | None, j: int | None) -> bool:
    if i is None or j is None:
        return False
    return pair.to_b.get(i) == j or pair.a.lemmas[i] == pair.b.lemmas[j]


def _before(text: Text, run: Run) -> int | None:
    """The content word before a run in its clause, a comma passed over."""
    for at in range(run[0] - 1, -1, -1):
        if _CLAUSE & set(text.gaps[at + 1].strip(" ")):
            return None
        if not text.tokens[at].stop:
            return at
    return None


def _after(text: Text, run: Run) -> int | None:
    """The content word after a run in its clause."""
    for at in range(run[1], len(text.tokens)):
        if (_CLAUSE | {","}) & set(text.gaps[at]):
            return None
        if not text.tokens[at].stop:
            return at
    return None


def _both_told(pair: Pair, candidate: Candidate) -> str:
    """An opposite whose text says what the other says too: "leave the guild and start a choir", "found a choir"."""
    if candidate.kind != "antonym":
        return ""
    mine, theirs = (text.tokens[run[0]].norm for text, run in _ends(pair, candidate))
    if f"mis{mine}" == theirs or f"mis{theirs}" == mine or ("against" in {mine, theirs} and _SIDING & {mine, theirs}):
        return "both"
    for (text, run), (other, away), mapping in _both_ways(pair, candidate):
        sides = opposite_lists(other.lemmas[away[0]])
        there = _after(other, away)
        for at, word in enumerate(text.lemmas):
            if at != run[0] and not sides.isdisjoint(opposite_lists(word)) and not text.tokens[at].stop:
                own = _after(text, (at, at + 1))
                if own is not None and there is not None and (mapping.get(own) == there):
                    return "both"
                if _one_name(_named_before(text, (at, at + 1)), _named_before(other, away)):
                    return "both"
    return ""


def _one_name(one: Mention | None, other: Mention | None) -> bool:
    """Whether two names have a word in common."""
    return one is not None and other is not None and not set(one.words).isdisjoint(other.words)


def _converse(pair: Pair, candidate: Candidate) -> str:
    """A relation told from its other end: "Ane is the older sister of Eli", "Eli is the younger sister of Ane"."""
    words = [text.lemmas[run[0]] for text, run in _ends(pair, candidate)]
    if candidate.cue != "opposite" or _CONVERSES.isdisjoint(words):
        return ""
    (before_a, after_a), (before_b, after_b) = (_named_around(text, run) for text, run in _ends(pair, candidate))
    return "converse" if before_a & after_b and after_a & before_b else ""


def _named_around(text: Text, run: Run) -> tuple[set[str], set[str]]:
    """The words of names before a run that none after it has, and of names after it that none before it has."""
    before = {word for m in text.mentions if m.last <= run[0] for word in m.words}
    after = {word for m in text.mentions if m.first >= run[1] for word in m.words}
    return before - after, after - before


def _both_ways(pair: Pair, candidate: Candidate) -> Iterator[tuple[tuple[Text, Run], tuple[Text, Run], dict[int, int]]]:
    one, other = _ends(pair, candidate)
    yield one, other, pair.to_b
    yield other, one, pair.to_a


def _other_step(pair: Pair, candidate: Candidate) -> str:
    """Weekdays in sentences that have little in common: the days of two steps, or of two reports."""
    if candidate.cue != "weekday" or candidate.rating or pair.closeness >= _ONE_STEP or day_to_come(pair, candidate):
        return ""
    return "step" if row(pair, candidate.run_a, candidate.run_b) < _ROW else ""


def _other_role(pair: Pair, candidate: Candidate) -> str:
    """A day or a year since which something holds, and one in which something was."""
    if candidate.kind != "date":
        return ""
    since = [
        any(token.norm == "since" for token in text.tokens[max(0, run[0] - _SINCE_REACH) : run[0]])
        for text, run in _ends(pair, candidate)
    ]
    return "since" if since[0] != since[1] else ""


def _no_figure(pair: Pair, candidate: Candidate) -> str:
    """The lower part of a fraction, and an age at death without a word for years."""
    if candidate.kind != "number":
        return ""
    ages = [_age_at_death(text, run) for text, run in _ends(pair, candidate)]
    if ages[0] != ages[1] or any("/" in text.gaps[run[0]] for text, run in _ends(pair, candidate)):
        return "figure"
    return ""


def _other_chance(pair: Pair, candidate: Candidate) -> str:
    """Two chances that make up the whole: "a one-in-three chance of losing", "a two-in-three chance of winning"."""
    if candidate.kind not in {"number", "antonym"}:
        return ""
    ours, theirs = _chances(pair.a), _chances(pair.b)
    return "chances" if any(x + y == of == whole for x, of in ours for y, whole in theirs) else ""


def _chances(text: Text) -> list[tuple[float, float]]:
    """The chances a text tells, each as so many in so many."""
    return [
        (one.value, other.value)
        for one, other in pairwise(text.quantities)
        if other.first == one.last + 1 and text.tokens[one.last].norm == "in"
    ]


def _vague(pair: Pair, candidate: Candidate) -> str:
    """Words such as "millions" beside another figure, with no thing named that both count."""
    if candidate.kind != "number" or candidate.thing:
        return ""
    bounds = [q.bound for text, run in _ends(pair, candidate) for q in text.quantities if q.first == run[0]]
    return "vague" if "vague" in bounds else ""


def _age_at_death(text: Text, run: Run) -> bool:
    first = run[0]
    return first > 1 and text.tokens[first - 1].norm == "at" and text.tokens[first - 2].norm in _DYING


def _other_owner(pair: Pair, candidate: Candidate) -> str:
    """Figures right after the names of two people, one of whom the other text does not name."""
    if candidate.kind != "number":
        return ""
    one, other = _ends(pair, candidate)
    ours, theirs = _named_before(*one, _OWNER_REACH), _named_before(*other, _OWNER_REACH)
    if ours is None or theirs is None or not _like_a_person(*one, ours) or not _like_a_person(*other, theirs):
        return ""
    if two_people(ours, theirs) and set(ours.words) & set(theirs.words):
        return "owner"
    strange = [
        not any(k in mapping for k in _tokens(name)) and not set(name.words) & text.norms
        for name, mapping, text in ((ours, pair.to_b, pair.b), (theirs, pair.to_a, pair.a))
    ]
    return "owner" if any(strange) else ""


def _like_a_person(text: Text, run: Run, name: Mention) -> bool:
    whole = text.text[name.start : name.end]
    return not name.place and len(name.words) <= 2 and not whole.isupper()
