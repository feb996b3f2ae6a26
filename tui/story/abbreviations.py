"""Whether a full stop after an abbreviation also ends the sentence: real copy leaves it open, or gets it wrong."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words(
    "mr mrs ms dr prof rev hon msgr gen lt col maj capt cmdr sgt cpl adm sen sens rep reps gov govs "
    "pres atty amb supt det st ste mt ft vs v cf approx messrs mme mlle brig spc pfc insp const"
)
_COMPANIES = _words("inc corp co cos ltd bros llc jr sr ph.d m.d esq plc")
_BEFORE_NUMBERS = _words("jan feb mar apr jun jul aug sep sept oct nov dec no nos art sec fig ch p pp vol nr rs ca")
_STATES = _words(
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev "
    "okla ore pa tenn tex va vt wash wis wyo ont que"
)
_CLOCK = _words("a.m p.m")
_CLOCK_GOES_ON = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:[ECMP][SD]?T|GMT|UTC|BST|East|Eastern|Central|Pacific|Mountain"
    r"|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\b)"
)
_ALL = _TITLES | _COMPANIES | _BEFORE_NUMBERS | _STATES | _CLOCK
_INITIALISM = re.compile(r"(?:[A-Z]\.){2,}$")
_CAPITALISED = re.compile(r"[A-Z][\w'’.-]*$")

# Words that begin a sentence and hardly ever follow an adjectival "U.S.".
_STARTERS = _words(
    "the he she they it this that these those we i you his her its their our my there here but "
    "however meanwhile although though if so then yet also instead still now what why how a an some "
    "many most several both according asked mr mrs ms dr"
)
# Words that go on with the sentence, capitalised only because a program took the dot before them for its end.
_CONTINUERS = _words(
    "and or to of has have had having would will is was were are be been being could should may might "
    "must can cannot did does do than who whom whose which that's where"
)
# Words that go on with the sentence only in copy known to be damaged.
_PREPOSITIONS = _words(
    "in on at with for from by as after before during since despite amid under over against into "
    "through without within toward towards between about around because while when unless until"
)
_INSTITUTIONS = _words(
    "senate house congress supreme court courts district circuit attorney attorneys department "
    "embassy capitol constitution army navy air marine marines coast secretary state treasury "
    "president vice ambassador government military justice border census chamber chief fish forest "
    "postal food federal citizenship immigration customs central national olympic open olympics steel "
    "bank agency service services commission committee bureau administration association center "
    "council security general assembly climate human special envoy mission refugee charter "
    "peacekeeping office patent geological consumer environmental trade representative "
    "representatives congressman congresswoman conference magistrate marshals marshal code southern "
    "northern eastern western africa mayor police statehood bar virgin forces intelligence homeland "
    "defense energy interior labor agriculture commerce education transportation nuclear securities "
    "small social soccer team dollar treasuries senator consulate commodity centers naval civil times weekly county"
)
_BEFORE_A_NOUN = _words("the that's our washington")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NAME = re.compile(r"[\w'’.-]+,?")
_DAMAGE = re.compile(
    r"(?<![\w.])(?:[A-Z]\.){2,}[ \u00a0]"
    r"(?:To|Of|Has|Have|Had|Would|Will|Is|Was|Were|Are|Than|Which|Who|Could|Should|And)[ \u00a0]"
    r"(?!(?:the|he|she|they|it|this|that|we|I|you|there|so|if|when|then|yet|now)\b)[^?]{2}"
)


def is_damaged(text: str) -> bool:
    """Whether a program has capitalised words after abbreviations in `text` ("the U.S. Has said")."""
    return _DAMAGE.search(text) is not None


def is_abbreviation(before: str) -> bool:
    """Whether `before` closes with an abbreviation known here, full stop included."""
    token = _last_token(before)
    return _is_initials(token) or token.lower().rstrip(".") in _ALL


def ends_sentence(before: str, after: str, *, damaged: bool = False) -> bool:
    """Whether the full stop that closes `before` ends its sentence, given what follows it.

    `after` starts with the next word and reaches to the end of what may be the next sentence. `damaged` says
    that capitals after abbreviations prove nothing in this text.
    """
    token = _last_token(before)
    key = token.lower().rstrip(".")
    if key in _TITLES:
        return False
    if len(token) == 2 and _is_initials(token):
        return _first_word(after) in _STARTERS and not _CAPITALISED.match(_last_token(before[: -len(token)]))
    if key in _BEFORE_NUMBERS:
        return not after[:1].isdigit()
    if key in _CLOCK:
        return after[:1].isupper() and not _CLOCK_GOES_ON.match(after)
    if key in _STATES and _last_token(before[: -len(token)]).endswith(","):
        return after[:1].isupper()
    if key in _COMPANIES:
        return _first_word(after) in _STARTERS
    if _INITIALISM.match(token):
        return _initialism_ends(before, token, after, damaged)
    return True


def awaits_a_name(before: str) -> bool:
    """Whether `before` ends with an abbreviation that needs the words after it ("and U.S.", "Sen.")."""
    token = _last_token(before)
    if token.endswith(".") and token.lower().rstrip(".") in _TITLES:
        return True
    return _INITIALISM.match(token) is not None and _is_adjective(before, token)


def _last_token(before: str) -> str:
    words = before[-80:].split()
    # The party before the state ("D-N.Y.") is no part of the abbreviation.
    return words[-1].lstrip("“\"‘'«„([—–-").rpartition("-")[2].rpartition("–")[2] if words else ""


def _is_initials(token: str) -> bool:
    """A single capital with a dot, or several ("J.", "U.S.")."""
    return token[:1].isupper() and (token[1:] == "." or _INITIALISM.match(token) is not None)


def _initialism_ends(before: str, token: str, after: str, damaged: bool) -> bool:
    if not after[:1].isupper():
        return not (after[:1].islower() or after[:1].isdigit())
    word = _first_word(after)
    if word in _CONTINUERS and not after.rstrip("”’\"' ").endswith("?"):
        # "And it was so" begins a sentence, "between the U.S. And the island" does not.
        begins = word in ("and", "or") and _first_word(after[len(word) :]) in _STARTERS
        return begins and "between" not in before[-60:]
    if word in _STARTERS:
        return True
    if word in _PREPOSITIONS:
        return not (damaged and "," not in after)
    return not _is_adjective(before, token) and not _names_an_institution(after)


def _is_adjective(before: str, token: str) -> bool:
    """Without "the" or a preposition of place before it, "U.S." describes the noun that follows."""
    last = _last_token(before[: -len(token)]).lower()
    return last not in _BEFORE_A_NOUN and not last.endswith(",")


def _names_an_institution(after: str) -> bool:
    for match in _NAME.finditer(after[:80]):
        word = match.group()
        if word[0].islower() and word not in ("and", "of", "for", "the"):
            return False
        if word.strip(".,").removesuffix("’s").removesuffix("'s").lower() in _INSTITUTIONS:
            return True
        if word.endswith(","):
            return False
    return False


def _first_word(text: str) -> str:
    match = _WORD.search(text[:40])
    return match.group().lower() if match else ""
