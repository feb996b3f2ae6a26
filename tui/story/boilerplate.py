"""Lines in an article that are not of it: pointers elsewhere, notices, credits, rules, datelines."""

import re
from functools import cache

from tui.story.published import parse_published

# Longer lines are prose, whatever they begin with.
_LONGEST = 300


def _one_of(*patterns: str) -> str:
    return "(?:" + "|".join(patterns) + ")"


# What a line points with, a colon or dash after it: "Read more: …".
_POINTERS = _one_of(
    r"read (?:more|also|next|on|it here)|also read|read our (?:full|latest) .{0,40}|see also",
    r"more on this(?: story)?|more from .{1,40}|recommended(?: stories)?|don['’]t miss|up next",
    r"related(?: (?:stories|articles|coverage|story|article|news|content))?|you may (?:also )?like",
    r"watch(?: (?:now|live|the video|more))?|listen(?: (?:now|live))?",
    r"lesen sie auch|mehr zum thema|weiterlesen|lire aussi|à lire aussi|lea también|lee también|ver también",
    r"leggi anche|leia também|leia mais|lees ook|läs också|les også|læs også|lue myös|czytaj także",
    r"czytaj też|zobacz też|читайте также|читайте також|ayrıca oku",
    r"اقرأ أيضا|اقرأ أيضًا|קראו גם|بیشتر بخوانید|関連記事|相关阅读",
)
# Words that are the whole line.
_WHOLE = _one_of(
    r"advertisement|advertising|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|annonse?",
    r"reklam[ae]?|реклама|continue reading(?: below)?|story continues(?: below)?(?: advertisement)?",
    r"article continues below.{0,40}|skip (?:to content|advertisement|past newsletter promotion)",
    r"share(?: this(?: article| story)?)?|(?:leave|post|view|add) (?:a |your )?comments?|comments?|\d+ comments?",
    r"sign (?:up|in)|log in|subscribe(?: now| today)?|follow us|print|\d+ min(?:ute)?s?(?: read)?",
    r"image|photo|video|getty images|related (?:stories|articles|coverage|news|content)|read (?:more|next)",
    r"!\[[^\]]*\]\([^)]*\)|<?https?://\S+>?",
    r"see also|most (?:read|popular)|recommended(?: for you)?|top stories|trending(?: now)?",
)
# How a notice, an invitation or a credit begins.
_STARTS = _one_of(
    r"(?:note|editor['’]s note)?:?\s*(?:an? |some )?(?:ai|artificial intelligence)\b.{0,80}\b"
    r"(?:audio|generat\w+|narrat\w+|summar\w+|translat\w+)\b",
    r"(?:this|the) (?:article|story|text|page|audio|summary|post|report)(?:['’]s audio)? (?:was|is|has been|were)"
    r" (?:auto|machine|automatically|partly|originally|first|also|syndicated|republished|adapted|produced"
    r"|generated|created|translated|narrated|written with|updated|provided|from)\b.{0,160}",
    r"listen to this (?:article|story)|your browser does not support",
    r"(?:sign up|subscribe|register|join)\b.{0,120}\b"
    r"(?:newsletters?|inbox|podcast|channel|updates|briefing|free|today|whatsapp|telegram|email)\b",
    r"get (?:the|our) .{0,60}(?:newsletter|app|briefing|inbox)\b|click (?:here|to)\b|tap here\b",
    r"download (?:the|our) .{0,40}app",
    r"follow (?:us|\S+(?: \S+){0,3}) on"
    r" (?:twitter|x|facebook|instagram|telegram|whatsapp|bluesky|linkedin|threads|google)\b",
    r"©|\(c\) ?\d{4}|copyright (?:©|\d{4}|\(c\))|all rights reserved",
    r"(?:photo|image|picture|photograph|illustration|video|credit|foto|bild|crédito|crédit|photo credit"
    r"|image credit|image source|photo illustration)(?: by|s?:| courtesy| caption:| source:)",
    r"(?:\S+ ){0,3}/ ?(?:getty images|afp|reuters|ap photo)",
    r"\(?(?:ap photo|getty images|reuters/|afp via getty|file photo)",
    r"(?:(?:additional )?reporting|editing|writing) by [A-Z]\S+ \S+.{0,120}(?:;|\.?$)",
    r"(?:\S+ ){1,14}contributed (?:to this (?:report|article|story|piece)|reporting)",
    r"(?:last )?(?:updated|published)"
    r"(?:(?: at| on|:)+ .{0,20}| | (?:[ap]\.?m\.?|mon|tues|wednes|thurs|fri|satur|sun)\S* "
    r"| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? )\d.{0,40}$",
    r"by [A-Z]\S+(?: [A-Z]\S+){1,3}(?:(?:,| and|,? \|) .{0,80})?$",
)
# What an earlier version said is withdrawn, and no statement of the article; a sentence that goes on to say what is so
# is one.
_WITHDRAWN = re.compile(
    r"[\[(*_\s]*(?:(?:correction|clarification|corrections? and clarifications?|editor['’]s note|note|korrektur"
    r"|berichtigung|anmerkung der redaktion)\b[^:–—]{0,30}[:–—]\s*)?" + _one_of(
        r"an? (?:earlier|previous) version of th(?:is|e) (?:article|story|report|piece|text|post|headline)\b.{0,40}\b"
        r"(?:said|stated|reported|misstated|gave|named|identified|misidentified|described|suggested|claimed)\b",
        r"in eine[rm] (?:früheren|vorherigen|ersten) (?:fassung|version)\b.{0,40}\b(?:hieß es|stand|wurde|war)\b",
    ) + r"(?!.*(?:;|[–—]| but | not | rather | instead| in fact| is now|sondern|richtig))",
    re.I | re.S,
)  # fmt: skip
_CREDIT = re.compile(r"/ ?(?:reuters|getty images|afp|ap|epa|bloomberg|shutterstock)\)?$", re.I)
_POINTER = re.compile(rf"[\[(▶►→»*•\s]*{_POINTERS}\s*[:：|–—-]\s*\S", re.I)
_ALONE = re.compile(rf"{_WHOLE}[.!:]*", re.I)
_START = re.compile(rf"[\[(*_\s]*{_STARTS}", re.I)
_BYLINE = re.compile(r"[Bb][Yy] [^\W\d_a-z]\S+(?: [^\W\d_a-z]\S+){1,3}(?:(?:,| and| \|) .{0,80})?$")

# What every dateline has one of.
_DATELINE_MARKS = ("(", "–", "—", "--", " -")
_PLACE = r"[A-Z][\w.'’-]*(?: (?:de |al-|la |el )?[A-Z][\w.'’-]*){0,3}"
_CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}"
_TOWN = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
_REGION = r"[A-Z][\w.]+(?: [A-Z][\w.]+)?"
_AGENCY = r"\([A-Z][\w .&/’'-]{1,30}\)"
_DATE = r", (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_DASH = r" ?(?:--|[–—]| -)\s+"


@cache
def _dateline() -> re.Pattern[str]:
    """How a dateline is written; many articles never ask, and it takes milliseconds to compile."""
    return re.compile(
        _one_of(
            rf"{_PLACE}(?:, {_PLACE})?(?:{_DATE})? ?{_AGENCY}(?: ?(?:--|[-–—:])\s*|\s*(?=[A-Z“\"]))",
            rf"{_AGENCY}(?: ?(?:--|[-–—])\s*|(?=[A-Z“\"]))",
            rf"{_PLACE}{_DATE}{_DASH}",
            rf"{_CAPITALS}(?:, {_REGION})?{_DASH}",
            rf"{_TOWN},? (?:[A-Z]\.){{2,}}{_DASH}",
            rf"{_TOWN}, {_REGION}{_DASH}",
        )
        + r"(?=[A-Z“\"‘'0-9])"
    )


def is_boilerplate(text: str) -> bool:
    """Whether a line or sentence is a pointer, notice, credit, byline or rule, not the article's own words."""
    if len(text) > _LONGEST:
        return False
    if not any(map(str.isalnum, text)):
        return len(text) >= 3 or not text.strip("-–—_=*•·.#~|")
    if any(map(_ALONE.fullmatch, (text, text.strip(" *_[]()")))) or _POINTER.match(text):
        return True
    if len(text) < 60 and text[-1].isdigit() and parse_published(text):
        return True
    if _CREDIT.search(text) or _WITHDRAWN.match(text):
        return True
    if text[:3].lower() == "by ":
        return _BYLINE.match(text) is not None
    return _START.match(text) is not None


def dateline_end(text: str) -> int:
    """Where the dateline that `text` begins with ends, dash included; 0 where there is none.

    A dateline is a place, an agency, or both, before the first sentence: "PARIS (AFP) —", "Washington D.C. –".
    """
    head = text[:120]
    match = _dateline().match(head) if any(mark in head for mark in _DATELINE_MARKS) else None
    return len(match.group().rstrip()) if match else 0
