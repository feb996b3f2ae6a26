"""Whom a passage cites: named outlets and people, and sources without a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from tui.compare.model import Span

OriginKind = Literal["outlet", "named", "unnamed"]

# News organisations that do not tell by their last word that they are one.
_OUTLETS = (
    "ABC|Al Arabiya|Al Jazeera|Al Mayadeen|AFP|Agence France-Presse|AP|Associated Press|Axios|BBC|Bloomberg|"
    "Breitbart|BuzzFeed|CBC|CBS|CNBC|CNN|dpa|EFE|Financial Times|Forbes|Fox|FoxNews.com|Guardian|Haaretz|IRNA|Kyodo|"
    "Le Monde|MSNBC|NBC|Newsmax|NewsNation|Newsweek|NPR|PBS|Politico|POLITICO|ProPublica|Reuters|Sky|"
    "SPIEGEL|Spiegel|TASS|The Atlantic|The Hill|TIME|UPI|Vox|WAFA|Xinhua|Yahoo|Ynet|ZDF"
)
OUTLET_ENDS = (
    "News|Times|Post|Journal|Press|Tribune|Herald|Gazette|Chronicle|Mail|Telegraph|Observer|Today|Magazine|"
    "Radio|TV|Television|Agency|Network|Channel|Media|Daily|Independent|Globe|Examiner|Star|Standard|Monitor|"
    "Broadcasting|Courier|Dispatch|Enquirer|Inquirer|Sentinel"
)
_OUTLET = (
    rf"(?:(?:[Tt]he )?(?:[A-Z][\w&’'.-]{{0,40}}[ ]){{0,3}}(?:{OUTLET_ENDS})\b(?: of [A-Z]\w+)?"
    rf"|(?:[Tt]he )?(?:{_OUTLETS})\b(?: (?:News|Business|Sports|Radio))?)"
)
# Words are bounded in length: what is tried at every hyphen of a very long one takes its square.
_NAME = r"[A-Z][\w’'.-]{0,40}(?:[ ](?:(?:of the|for the|of|the|for|and|de|al-)[ ])?[A-Z][\w’'.-]{0,40}){0,5}"
_DAYS = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Janu|Febru)ary|(?:Septem|Octo|Novem|Decem)ber)\b"
_PERSON_WORDS = (
    "sources?|officials?|advis[eo]rs?|aides?|persons?|people|diplomats?|mediators?|"
    "spokes(?:man|woman|person|people)|"
    "witness(?:es)?|analysts?|experts?|insiders?|lawmakers?|prosecutors?|investigators?|representatives?|negotiators?"
)
# A part of each of those words, as casefolded text has it.
_PERSON_PARTS = (
    "source", "official", "advis", "aide", "person", "people", "diplomat", "mediator", "spokes", "witness", "analyst",
    "expert", "insider", "lawmaker", "prosecutor", "investigator", "representative", "negotiator",
)  # fmt: skip
_SPEAKING = (
    "said|says|told|added|adds|stated|states|warned|warns|confirmed|confirms|claimed|claims|suggested|indicated|"
    "reported|noted|explained|argued|acknowledged|admitted|revealed|disclosed|believe[sd]?"
)
_OUTLET_WORDS = tuple(f"{_OUTLETS}|{OUTLET_ENDS}".split("|"))


@cache
def _outlet_cues() -> re.Pattern[str]:
    """How an outlet is cited; compiled when a text first names one, as that takes milliseconds."""
    return re.compile(
        r"\b(?:told|tells|speaking (?:to|with)|spoke (?:to|with)|"
        r"(?:an )?interview(?:s|ed)? (?:(?:this|last) \w+ )?(?:with|by|to|on)|statements? to|"
        r"reported by|(?:as )?first reported by|published (?:by|in)|cited by|citing|via|quoted (?:by|in)|obtained by|"
        r"said on|[Rr]eport in|[Aa]ccording to)"
        rf" (?:reports? (?:by|in|from) )?(?P<outlet>{_OUTLET})(?: and (?P<second>{_OUTLET}))?"
        rf"|\b(?P<reporter>{_OUTLET})(?:[’']s [\w ]{{0,30}}|, an? [^,.;]{{1,40}},)? (?:also |first |has |had )?"
        r"(?:(?:newspaper )?report (?:that |also )?(?:said|says|revealed|detailed|found)|"
        r"reported|reports|quoted|cited|revealed|found that|said\b(?! it))"
        # Who says what an outlet could not verify tells that outlet's story.
        rf"|\b(?P<checker>{_OUTLET}) (?:(?:is|was|has been|had been) (?:not able|unable)(?: to)?|could not|cannot|"
        r"can not|has not|had not|did not|was not able to)(?: immediately| independently| yet| been able to)* "
        r"(?:verif(?:y|ied)|confirm(?:ed)?)\b"
    )


_ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?:an? |the |a statement (?:by|from) )?(?:[\w-]{{1,40}} ){{0,2}}?(?P<named>(?!{_DAYS}){_NAME})"
)
# What no description of a person holds: "and by the people" and "When prosecutors" begin after these.
_NO_KINDS = (
    "a|about|after|against|an|and|any|are|as|at|be|because|been|before|but|by|can|could|did|do|does|during|each|every|"
    "for|from|had|has|have|he|her|his|how|i|if|in|into|is|it|its|may|might|more|must|my|no|nor|not|of|on|or|our|over|"
    "shall|she|should|since|so|than|that|the|their|them|then|these|they|this|those|though|through|to|under|unless|"
    "until|was|we|were|what|when|where|which|while|who|whom|whose|will|with|without|would|yet|you|your|all|ask|asked|"
    rf"although|few|fewer|tell|hear|heard|see|saw|seen|let|make|made|{_SPEAKING}|say"
)
# What may follow a person as part of the description; other words are what the person does.
_ATTACHED = (
    "in|with|for|from|at|of|on|inside|within|near|to|familiar|close|who|whose|aware|present|based|briefed|involved|"
    "interviewed|contacted|working|speaking|attending|investigating|monitoring|handling|overseeing|representing|"
    "requesting|asking|not authori[sz]ed|granted"
)
_BETWEEN = r"(?:\s+(?:has|have|had|also|then|later|now|again|first|repeatedly|\w{1,20}ly))*"
_UNNAMED = re.compile(
    rf"(?<![\w’'-])(?P<many>(?:[Oo]ne|[Aa]n?other|[Aa]n?|[Tt]he|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Mm]ultiple|[Ss]ome|"
    r"[Mm]any)\s+)?(?:of\s+(?:the|\w{1,40}[’']s)\s+)?"
    rf"(?P<kinds>(?:(?!(?i:{_NO_KINDS})\s)[\w’'-]{{1,40}}\s+){{0,3}}?)(?P<who>(?i:{_PERSON_WORDS}))\b(?![’']s\s)"
    rf"(?P<after>(?P<attached>,?\s+(?:{_ATTACHED})\b[^.;!?“”\"]{{0,60}}?)?(?:,(?=\s))?{_BETWEEN}"
    rf"\s+(?P<verb>{_SPEAKING}|say|tell|warn|confirm|claim|suggest|indicate|report|acknowledge|admit)\b)?"
)
# Somebody else speaks where another subject stands before the word for it.
_OTHER_SUBJECT = re.compile(r"\b(?:he|she|they|it|we|I|you|that|which)\b")
_NAMED_WITHIN = re.compile(r",\s+[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)+\s*,$")
_UNNAMED_BEFORE = re.compile(
    r"(?:[Aa]ccording to|\bciting|\bcited|,[”\"’']|"
    r"\b(?:told|confirmed|reported|revealed|disclosed|stated|informed) by)\s*$"
)
# Turned round, as in ", said an official": the person stands last or is only described further.
_TURNED = re.compile(rf"[,?!][”\"’']?\s+(?:{_SPEAKING.replace('told|', '')})\s*$")
_TURNED_AFTER = re.compile(rf"\s*(?:$|[.,;:–—”\"]|(?:{_ATTACHED})\b)")
# Whoever tells a newsroom something is its source, whatever they are: "a signaller on duty that night told the Herald".
_SOMEBODY = (
    r"(?<![\w’'-])(?P<many>[Oo]ne|[Aa]nother|[Aa]n?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome|[Mm]any)\s+"
    rf"(?P<who>(?:(?!(?:{_NO_KINDS}|{_ATTACHED})\s)[a-z][\w’'-]{{0,40}}\s+){{0,3}}?"
    rf"(?!(?:{_NO_KINDS}|{_ATTACHED})\s)[a-z][\w’'-]{{0,40}})"
    rf"(?:,?\s+(?:{_ATTACHED})\b[^.,;:!?“”\"]{{0,60}}?)?(?P<outside>,(?=\s))?{_BETWEEN}\s+told\s+"
)
_LISTENERS = rf"reporters\b|this (?:newspaper|paper|website)\b|{_OUTLET}"
_NEW_SUBJECT = re.compile(r"(?:^|[.!?:;”\"]|\b(?:and|but|as|while|that))\s*$")
# How many characters before or after a source tell whether it is cited and named.
_NEAR = 80
_FEW = {"one", "a", "an", "another", "the"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Someone a passage rests on; `many` where it is more than one, `span` counts from its start."""

    name: str
    kind: OriginKind
    many: bool
    span: Span


@lru_cache(maxsize=1 << 15)
def origins(text: str, own: str = "") -> tuple[Origin, ...]:
    """Whom the English text of a passage cites, in text order; other languages give none.

    `own` is the newsroom that published the text: whoever told it something is a source, it is none itself.
    """
    found: list[Origin] = []
    for match in _outlet_cues().finditer(text) if any(map(text.__contains__, _OUTLET_WORDS)) else ():
        for group, written in match.groupdict().items():
            if written:
                found.append(Origin(_outlet_name(written), "outlet", False, match.span(group)))
    taken = {place for origin in found for place in range(*origin.span)}
    for match in _ACCORDING.finditer(text) if "ccording to " in text else ():
        if taken.isdisjoint(range(*match.span("named"))) and not match.group("named").startswith("The "):
            name = re.sub(r"[’']s?$", "", match.group("named")).rstrip(".,’'")
            people = re.compile(rf"\b(?:{_PERSON_WORDS})\b")
            if not people.search(match.group()) and not people.match(text[match.end() : match.end() + _NEAR].lstrip()):
                found.append(Origin(name, "named", False, match.span("named")))
    if any(map(folded(text).__contains__, _PERSON_PARTS)):
        found.extend(_unnamed(text))
    if " told " in text:
        found.extend(_telling(text, own, found))
    return tuple(sorted((one for one in found if not _is_itself(one, own)), key=lambda origin: origin.span))


def _is_itself(origin: Origin, own: str) -> bool:
    """Whether an outlet that is cited is the one that published the text, or its name in short."""
    name, whole = (written.casefold().removeprefix("the ") for written in (origin.name, own))
    return origin.kind == "outlet" and f" {whole}".endswith(f" {name}")


def folded(text: str) -> str:
    """A text without capitals, where a dotted or dotless Turkish i is an i, as a pattern that ignores case has it."""
    return text.replace("İ", "i").replace("ı", "i").casefold()


def _outlet_name(text: str) -> str:
    return re.sub(r"^[Tt]he (?=[A-Z])", "", text)


def _unnamed(text: str) -> list[Origin]:
    unnamed = []
    for match in _UNNAMED.finditer(text):
        who = match.group("who")
        if not _tells(text, match) or _followed_by_name(text, match.end("who")):
            continue
        words = text[match.start() : match.end("who")]
        article = (match.group("many") or "").strip().casefold()
        one_of = article == "one" and " of " in f" {words} "
        many = (_is_plural(who) and not one_of) or article not in _FEW | {""}
        unnamed.append(Origin(" ".join(words.split()), "unnamed", many, (match.start(), match.end("who"))))
    return unnamed


@lru_cache(maxsize=64)
def _told(own: str) -> re.Pattern[str]:
    """How somebody tells a newsroom something; `own` is one, and the last words of its name are that in short."""
    listeners = _LISTENERS
    if words := own.removeprefix("The ").split():
        shorter = "".join(rf"(?:{re.escape(word)}\s+" for word in words[:-1]) + ")?" * (len(words) - 1)
        listeners = rf"{listeners}|(?:the\s+)?{shorter}{re.escape(words[-1])}\b"
    return re.compile(rf"{_SOMEBODY}(?:{listeners})")


def _telling(text: str, own: str, known: Sequence[Origin]) -> list[Origin]:
    """Those without a name who told a newsroom something, but for those that are `known`."""
    told = []
    taken = {place for origin in known if origin.kind == "unnamed" for place in range(*origin.span)}
    for match in _told(own).finditer(text):
        span = match.start(), match.end("who")
        before = text[: match.start()][-_NEAR:]
        # "Jon Orr, a lawyer for the port, told" describes who has a name.
        described = match["outside"] and not _NEW_SUBJECT.search(before)
        if taken.isdisjoint(range(*span)) and not described and not _is_agent(before):
            name = " ".join(text[slice(*span)].split())
            told.append(Origin(name, "unnamed", match["many"].casefold() not in _FEW, span))
    return told


def _is_plural(who: str) -> bool:
    who = who.casefold()
    return (who.endswith("s") and not who.endswith("ss")) or who == "people"


def _tells(text: str, match: re.Match[str]) -> bool:
    """Whether the person tells something: says it, or is who it is told by or according to."""
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if _UNNAMED_BEFORE.search(before):
        return True
    if _TURNED.search(before) and _TURNED_AFTER.match(text, match.end("who")):
        return True
    if not match.group("after"):
        return False
    described = match.group("attached") or ""
    # "The people" as such are nobody's source.
    article = (match.group("many") or "the").strip().casefold()
    if match.group("who").casefold() == "people" and not described and article == "the":
        return False
    if (_is_plural(match.group("who")) and match.group("verb").endswith("s")) or _is_agent(before):
        return False
    gap = text[match.end("who") : match.start("verb")].rstrip()
    outside = gap.rpartition(",")[2] if "," in gap.strip(", ") or gap.startswith(",") else ""
    another = _OTHER_SUBJECT.search(described) or (outside and not re.fullmatch(_BETWEEN, outside))
    return not another and not _NAMED_WITHIN.search(gap)


def _is_agent(before: str) -> bool:
    """Whether a passive's "by", a "whom" or somebody's "heard" comes before."""
    return bool(re.search(r"\b(?:by|who|whom|hear|heard|see|saw|seen|let|make|made)\s*$", before))


def _followed_by_name(text: str, place: int) -> bool:
    """Whether a name comes at once, as in "spokesman John Smith": then the source is named."""
    return bool(re.match(r"[,]?\s+[A-Z][a-z]+\s+[A-Z]", text[place : place + _NEAR]))


def single_source(text: str, own: str = "") -> Origin | None:
    """The one source a passage rests on by its attribution; None where there is none or more than one.

    `own` is the newsroom that published it.
    """
    found = origins(text, own)
    sources = [origin for origin in found if origin.kind == "unnamed"]
    if len(sources) == 1 and not sources[0].many:
        return sources[0]
    others = [origin for origin in found if origin.kind != "unnamed"]
    return others[0] if not sources and len({origin.name for origin in others}) == 1 else None
