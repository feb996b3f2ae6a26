"""Candidates that are no difference at all, though the words would say so: what is asked, or said of another."""

from collections.abc import Iterator

from tui.compare.conflicts.cues.certainty import POSSIBLE
from tui.compare.conflicts.cues.names import Mention
from tui.compare.conflicts.lexicon import lemma, listed
from tui.compare.conflicts.pair import Candidate, Pair, Run
from tui.compare.conflicts.reading import Text

_PARTS = frozenset({"some", "others", "those", "many", "several"})
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
    alike = _led_alike(pair, candidate)
    for text, run in _ends(pair, candidate):
        last = run[1] - 1
        named = any(m.first <= last < m.last for m in text.mentions)
        if (named and not alike) or text.gaps[run[1]].startswith("-"):
            return "name"
        if any(set(gap) & set("\n–—") or gap.strip() == "-" for gap in text.gaps[run[0] + 1 : run[1]]):
            return "name"
    return ""


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
    sides = [(pair.a, candidate.run_a, pair.to_b), (pair.b, candidate.run_b, pair.to_a)]
    for (text, run, mapping), (other, plain, back) in (sides, sides[::-1]):
        if run[1] - run[0] > 2 and text.tokens[run[0]].norm != "no":
            between = range(run[0] + 1, run[1] - 1)
            verb = _before(other, plain)
            if any(not text.tokens[at].stop and at not in mapping for at in between) and (verb is None or verb in back):
                return "carried"
    return ""


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


def _named_before(text: Text, run: Run) -> Mention | None:
    """The name nearest before a run in its clause, commas passed over, near enough to be the one that acts."""
    found = [m for m in text.mentions if m.last <= run[0] and run[0] - m.last <= _ACTOR_REACH]
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
