"""Lines that are in an article but not of it: pointers to other pages, notices, credits, rules, datelines."""

import re

# Longer lines are prose, whatever they begin with.
_LONGEST = 300
_COLON = r"\s*[:：|–—-]"
_POINTERS = (
    r"read (?:more|also|next|on|it here)|also read|read our (?:full|latest) .{0,40}|see also|more on this(?: story)?"
    r"|related(?: (?:stories|articles|story|article|coverage|news|content))?|recommended(?: stories)?|more from .{1,40}"
    r"|watch(?: (?:now|live|the video|more))?|listen(?: (?:now|live))?|don['’]t miss|you may (?:also )?like|up next"
    r"|lesen sie auch|mehr zum thema|weiterlesen|lire aussi|à lire aussi|lea también|lee también|ver también"
    r"|leggi anche|leia também|leia mais|lees ook|läs också|les også|læs også|lue myös|czytaj także|czytaj też"
    r"|zobacz też|читайте также|читайте також|اقرأ أيضا|اقرأ أيضًا|קראו גם|بیشتر بخوانید|ayrıca oku|関連記事|相关阅读"
)
_WHOLE = (
    r"(?:advertisement|advertising|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|annonse?|reklam[ae]?"
    r"|реклама|continue reading(?: below)?|story continues(?: below)?(?: advertisement)?|article continues below.{0,40}"
    r"|skip (?:to content|advertisement|past newsletter promotion)|share(?: this(?: article| story)?)?"
    r"|(?:leave|post|view|add) (?:a |your )?comments?|sign (?:up|in)|log in|subscribe(?: now| today)?|follow us"
    r"|print|comments?|\d+ comments?|\d+ min(?:ute)?s?(?: read)?|[-–—_=*•·.#~ ]{3,}|(?:image|photo|video|getty images)"
    r"|related (?:stories|articles|coverage|news|content)|read (?:more|next)|see also|most (?:read|popular)"
    r"|recommended(?: for you)?|top stories|trending(?: now)?)[.!:]*"
)
_STARTS = (
    r"(?:note|editor['’]s note)?:?\s*(?:an? |some )?(?:ai|artificial intelligence)\b.{0,80}\b(?:audio|generat\w+|narrat\w+"
    r"|summar\w+|translat\w+)\b"
    r"|(?:this|the) (?:article|story|text|page|audio|summary|post|report)(?:['’]s audio)? (?:was|is|has been|were)"
    r" (?:(?:auto|machine|automatically|partly|originally|first|also|syndicated|republished|adapted|produced|generated"
    r"|created|translated|narrated|written with|updated|provided|from)\b.{0,160})"
    r"|listen to this (?:article|story)|your browser does not support"
    r"|(?:sign up|subscribe|register|join)\b.{0,120}\b(?:newsletters?|inbox|podcast|channel|updates|briefing|free|today"
    r"|whatsapp|telegram|email)\b"
    r"|get (?:the|our) .{0,60}(?:newsletter|app|briefing|inbox)\b|click (?:here|to)\b|tap here\b|download (?:the|our) .{0,40}app"
    r"|follow (?:us|\S+(?: \S+){0,3}) on (?:twitter|x|facebook|instagram|telegram|whatsapp|bluesky|linkedin|threads|google)\b"
    r"|(?:©|\(c\) ?\d{4}|copyright (?:©|\d{4}|\(c\)))|all rights reserved"
    r"|(?:photo|image|picture|photograph|illustration|video|credit|foto|bild|crédito|crédit|photo credit|image credit"
    r"|image source|photo illustration)(?: by|s?:| courtesy| caption:| source:)"
    r"|(?:\S+ ){0,3}/ ?(?:getty images|afp|reuters|ap photo)"
    r"|\(?(?:ap photo|getty images|reuters/|afp via getty|file photo)"
    r"|(?:(?:additional )?reporting|editing|writing) by [A-Z]\S+ \S+.{0,120}(?:;|\.?$)"
    r"|(?:the )?(?:associated press|reuters|afp|cnn['’]s .{1,60}|fox news['’]s? .{1,60}|bloomberg)(?: .{0,60})? contributed"
    r" (?:to|reporting)"
    r"|\S+ (?:\S+ ){0,12}contributed to this (?:report|article|story|piece)"
    r"|(?:last )?updated(?: at| on)?:? .{0,20}\d.{0,40}$|published(?: at| on)?:? .{0,20}\d.{0,40}$"
    r"|by [A-Z]\S+(?: [A-Z]\S+){1,3}(?:(?:,| and|,? \|) .{0,80})?$"
)
_POINTER = re.compile(rf"[\[(▶►→»*•\s]*(?:{_POINTERS}){_COLON}\s*\S", re.I)
_ALONE = re.compile(_WHOLE, re.I)
_START = re.compile(rf"[\[(*_\s]*(?:{_STARTS})", re.I)
_CASED_BYLINE = re.compile(r"[Bb][Yy] [^\W\d_a-z]\S+(?: [^\W\d_a-z]\S+){1,3}(?:(?:,| and| \|) .{0,80})?$")

_PLACE = r"[A-Z][\w.'’-]*(?: (?:de |al-|la |el )?[A-Z][\w.'’-]*){0,3}"
_AGENCY = r"\([A-Z][\w .&/’'-]{1,30}\)"
_DATE = r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:, {_PLACE})?{_DATE}? ?{_AGENCY}(?: ?(?:--|[-–—:])\s*| (?=[A-Z“\"])|(?=[A-Z“\"]))"
    rf"|{_AGENCY}(?: ?(?:--|[-–—])\s*|(?=[A-Z“\"]))"
    rf"|{_PLACE}{_DATE} ?(?:--|[-–—])\s+"
    rf"|[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){{0,3}}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)? ?(?:--|[–—]| -)\s+"
    rf"|(?:[A-Z][\w'’-]+ ){{0,2}}[A-Z][\w'’-]+,? (?:[A-Z]\.){{2,}} ?(?:--|[–—]| -)\s+"
    rf"|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}, [A-Z][\w.]+(?: [A-Z][\w.]+)? (?:--|[–—-])\s+)(?=[A-Z“\"‘'0-9])"
)


def is_boilerplate(text: str) -> bool:
    """Whether a line or sentence is a pointer, notice, credit, byline or rule rather than the article's own words."""
    if len(text) > _LONGEST:
        return False
    if not any(map(str.isalnum, text)):
        return len(text) >= 3 or not text.strip("-–—_=*•·.#~|")
    if _ALONE.fullmatch(text.strip(" *_[]()")) or _POINTER.match(text):
        return True
    start = _START.match(text)
    if start and text[:3].lower() == "by ":
        return _CASED_BYLINE.match(text) is not None
    return start is not None


def dateline_end(text: str) -> int:
    """Where the dateline that `text` begins with ends, dash included; 0 where there is none.

    A dateline is a place, an agency, or both, before the first sentence: "PARIS (AFP) —", "Washington D.C. –".
    """
    match = _DATELINE.match(text[:120])
    return len(match.group().rstrip()) if match else 0
