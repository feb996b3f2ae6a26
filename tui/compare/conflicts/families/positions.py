"""How a thing stands, told in phrases that exclude each other: a strike called off, and gone ahead."""

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from tui.compare.conflicts.families.voices import one_deed_turned, one_event, one_thing_done
from tui.compare.conflicts.lexicon import listed
from tui.compare.conflicts.pair import Candidate, Pair, Run, span, words
from tui.compare.conflicts.reading import Text
from tui.compare.lazy import noted

# At least how much of two texts must correspond, as `Pair.likeness` counts it.
LEAST_ALIKE = 0.3
# A noun within so many tokens of the phrase must be told in both.
_NEAR = 8
_NUMBER = r"(?:\d+|a|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
_JAILED = r"(?:jailed|imprisoned|sentenced|given|gets?|got|receives?|received|handed)"
_PLEA = r"(?:[\w'’]+ ){0,3}(?:appeal|claim|bid|application)"
_MADE = r"(?:forced|forcing|decided|chose|agreed) (?:[\w'’]+ ){0,3}?"
# Each line: phrases of one side, those of the other. What may merely have come later is not here.
_TABLE = (
    (r"w[eo]nt ahead|go(?:es)? ahead|going ahead",
     r"call(?:ed|ing|s)? off|(?:was|were|been|is|are) (?:cancelled|canceled|scrapped|abandoned)"),
    (r"(?:with(?: an?)?|(?:reached|struck)(?: an?)?) (?:agreement|deal|accord)",
     r"(?:without(?: an?| any)?|no) (?:agreement|deal|accord)|fail(?:ed|ing|s)? to (?:agree|reach)"),
    (r"(?:has|have|had) (?:resigned|quit|stepped down)",
     r"(?:refus(?:ed|es|ing)|declin(?:ed|es)) to (?:resign|quit|step down|go)|"
     r"(?:will|would) not (?:resign|quit|step down)"),
    (r"stay(?:s|ed)? open|remain(?:s|ed)? open|(?:kept|keep) open",
     r"(?:will|to|would|is to|has|have|been|was|were|be) (?:be )?(?:closed?|shut)"),
    (r"(?:killed|shot|shot dead) by (?:the )?(?:police|officers|soldiers|guards|troops)",
     r"(?:killed|shot|hanged) (?:himself|herself|themselves)|(?:took|taken) (?:his|her|their) own li(?:fe|ves)|"
     r"gun on (?:himself|herself)|(?:by|committed) suicide"),
    (r"vot(?:e|es|ed|ing) (?:for|in favou?r)", r"vot(?:e|es|ed|ing) against|abstain(?:s|ed|ing)?"),
    (r"(?:is|are|was|were|remains?|still) (?:still )?at large|on the run",
     r"in (?:police )?custody|behind bars|under arrest"),
    (r"(?:was|were|been|are|is) (?:released|freed|set free)",
     r"(?:still|remains?) (?:being )?(?:held|captive|hostages?|detained|in custody|in captivity)"),
    (rf"{_JAILED} (?:\w+ ){{0,4}}?(?:life\b|to life\b|for life\b)",
     rf"{_JAILED} (?:\w+ ){{0,4}}?{_NUMBER}(?:-year| years?)|{_JAILED} (?:\w+ ){{0,4}}?suspended"),
    (rf"{_JAILED} (?:\w+ ){{0,4}}?{_NUMBER}(?:-year| years?)",
     rf"{_JAILED} (?:\w+ ){{0,4}}?suspended|(?:was|were|been) (?:acquitted|fined)|walk(?:s|ed) free"),
    (rf"accept(?:s|ed|ing)?|approv(?:es|ed|ing)|granted|upheld|allow(?:s|ed) {_PLEA}",
     r"turn(?:s|ed|ing)? down|vot(?:es|ed|ing) down|thr(?:ew|own) out|"
     r"(?:was|were|been|being) (?:rejected|refused|dismissed|denied|rebuffed|spurned)(?: \w+)?(?= by\b)"),
    (r"(?:found|rescued|recovered|pulled)(?: \w+){0,4}? (?:alive|unharmed|unhurt)",
     r"(?:found|recovered|pulled)(?: \w+){0,3}? (?:body|dead)"),
    (rf"puts? (?:off|back)|postpone[sd]|delayed|push(?:es|ed) back|rescheduled|{_MADE}to (?:postpone|delay|put off)",
     rf"call(?:s|ed) off|cancel(?:s|led|ed)|scrap(?:s|ped)|axed|{_MADE}to (?:cancel|call off|scrap)"),
)  # fmt: skip
# Every phrase of a line holds one of the words of that line, which is quicker to see.
_TELLING = tuple(
    frozenset(listed(line))
    for line in (
        "ahead off cancelled canceled scrapped abandoned",
        "agreement deal accord agree reach",
        "resigned resign quit stepped step refused refuses refusing declined declines",
        "open closed close shut",
        "killed shot hanged lives life suicide gun",
        "vote votes voted voting abstain abstains abstained",
        "large run custody bars arrest",
        "released freed free held captive hostage hostages detained custody captivity",
        "life year years suspended",
        "year years suspended acquitted fined walk walks walked",
        "accept accepts accepted accepting approves approved approving granted upheld allows allowed down threw thrown "
        "rejected refused dismissed denied rebuffed spurned",
        "alive unharmed unhurt body dead",
        "off back postpone postpones postponed delay delayed rescheduled cancel cancels cancelled canceled scrap "
        "scraps scrapped axed",
    )
)
# The line of what comes later, or never: an event of its own, and news of one may follow that of the other.
_DEFERRED = len(_TABLE) - 1
_ALL_TELLING = frozenset[str]().union(*_TELLING)
# Words by which a text leaves open, or denies, what a phrase tells.
_OPEN = frozenset(
    listed(
        "if whether may might could would should can unless not never n't deny denied denies minimum least expected "
        "until before had earlier previous previously calls call urged demanded asked wants want"
    )
)
# "Put off until June" leaves nothing open, nor does "they had their fair cancelled".
_OPEN_DATE = _OPEN - {"until", "had"}
_CLAUSE = frozenset(".;:?!\n")
# The share of what stands beside two phrases that corresponds where they are told of one and the same.
_ALIKE = 0.75
_SURE, _TO_CHECK = 0.85, 0.45
_DEFERRAL = 0.6


class Position(NamedTuple):
    """A phrase of one side of a line of the table, and the tokens that write it."""

    line: int
    side: int
    run: Run


def positions(pair: Pair) -> list[Candidate]:
    """The first phrases of two texts that exclude each other and are told of one thing."""
    if pair.likeness < LEAST_ALIKE:
        return []
    for one in told_positions(pair.a):
        for other in told_positions(pair.b):
            if not opposing(one, other):
                continue
            if one.line == _DEFERRED:
                if one_event(pair, one.run, other.run):
                    return [replace(_candidate(pair, one.run, other.run), mild=True, rating=_DEFERRAL)]
            elif _same_thing(pair, one.run, other.run):
                return [_candidate(pair, one.run, other.run)]
            elif one_deed_turned(pair, one.run, other.run):
                return [_turned(pair, one.run, other.run)]
    return []


def opposing(one: Position, other: Position) -> bool:
    """Whether two phrases stand on the two sides of one line."""
    return one.line == other.line and one.side != other.side


@noted
def told_positions(text: Text) -> tuple[Position, ...]:
    """The phrases a text tells, lines of which it tells both sides aside; worked out once for each text."""
    if text.norms.isdisjoint(_ALL_TELLING):
        return ()
    found = []
    for line, telling in enumerate(_TELLING):
        if text.norms.isdisjoint(telling):
            continue
        matches = [side.search(text.text) for side in _sides(line)]
        side = 0 if matches[0] else 1
        match = matches[side]
        if match is None or all(matches):
            continue
        run = _run(text, match.start(), match.end())
        if run[0] < run[1] and not _left_open(text, run, _OPEN_DATE if line == _DEFERRED else _OPEN):
            found.append(Position(line, side, run))
    return tuple(found)


@cache
def _sides(line: int) -> tuple[re.Pattern[str], ...]:
    """The patterns of a line, compiled when first asked for: few texts come near most of them."""
    return tuple(re.compile(rf"\b(?:{side})\b", re.IGNORECASE) for side in _TABLE[line])


def _run(text: Text, start: int, end: int) -> Run:
    inside = [at for at, token in enumerate(text.tokens) if start <= token.start and token.end <= end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _left_open(text: Text, run: Run, opening: frozenset[str]) -> bool:
    first, last = run[0], run[1]
    while first > 0 and run[0] - first < _NEAR and not _CLAUSE & set(text.gaps[first]):
        first -= 1
    while last < len(text.tokens) and last - run[1] < _NEAR // 2 and not _CLAUSE & set(text.gaps[last]):
        last += 1
    around = (*range(first, run[0]), *range(run[1], last))
    return any(_opens(text, at, opening) for at in around)


def _opens(text: Text, at: int, opening: frozenset[str]) -> bool:
    """Whether a word leaves open what stands beside it; the month of May does not."""
    token = text.tokens[at]
    return (token.norm in opening and token.text != "May") or token.norm.endswith("n't")


def _same_thing(pair: Pair, run_a: Run, run_b: Run) -> bool:
    """Whether a word near before both phrases corresponds: what the phrases are told of."""
    ours = [at for at in range(max(0, run_a[0] - _NEAR), run_a[0]) if not pair.a.tokens[at].stop]
    return any(max(0, run_b[0] - _NEAR) <= pair.to_b.get(at, -1) < run_b[0] for at in ours)


def _turned(pair: Pair, run_a: Run, run_b: Run) -> Candidate:
    """What one doer does and does not, told in two voices; surer where it is done to the same thing too."""
    found = _candidate(pair, run_a, run_b)
    same = one_thing_done(pair, run_a, run_b)
    return replace(found, mild=not same, rating=_SURE if same else _DEFERRAL)


def _candidate(pair: Pair, run_a: Run, run_b: Run) -> Candidate:
    here, there = span(pair.a, run_a), span(pair.b, run_b)
    outside_a = [at for at in pair.a.content if not run_a[0] <= at < run_a[1]]
    outside_b = [at for at in pair.b.content if not run_b[0] <= at < run_b[1]]
    alike = min(
        sum(at in pair.to_b for at in outside_a) / max(1, len(outside_a)),
        sum(at in pair.to_a for at in outside_b) / max(1, len(outside_b)),
    )
    sure = alike >= _ALIKE
    return Candidate(
        "antonym", "position", 0.9, run_a, run_b, here, there, "",
        (words(pair.a, here), words(pair.b, there)), mild=not sure, rating=_SURE if sure else _TO_CHECK,
    )  # fmt: skip
