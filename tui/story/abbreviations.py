"""Whether a full stop after an abbreviation also ends the sentence: what real copy gets wrong or leaves open."""

import re

# U.S., U.N., U.A.E., D.C.: letters with a dot after each.
INITIALISM = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,}$")
_TITLE = re.compile(
    r"(?<![\w.])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Msgr|Fr|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Adm|Sen|Sens|Rep|Reps|Gov|Govs"
    r"|Pres|Atty|Amb|Supt|Det|St|Ste|Mt|Ft|vs|v|cf|approx|Messrs|Mme|Mlle)\.$"
)
_COMPANY = re.compile(r"(?<![\w.])(?:Inc|Corp|Co|Cos|Ltd|Bros|LLC|Jr|Sr|Ph\.D|M\.D|Esq)\.$")
_MONTH = re.compile(r"(?<![\w.])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$")
_NUMBERED = re.compile(r"(?<![\w.])(?:No|Nos|Art|Sec|Fig|Ch|pp?|Vol|Nr|Rs|ca)\.$")
_CLOCK = re.compile(r"\b[ap]\.m\.$")
_CLOCK_GOES_ON = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:[ECMP][SD]?T|GMT|UTC|BST|Eastern|Central|Pacific|Mountain"
    r"|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\b)"
)
_INITIAL = re.compile(r"(?:^|[^\w.'’])([A-Z])\.$")
_NAME_BEFORE = re.compile(r"(?:^|[\s(“\"‘'—–-])(?:[A-Z][\w'’.-]*[  ])?$")

# Words that begin a sentence and hardly ever follow an adjectival "U.S.".
_STARTERS = frozenset(
    "the he she they it this that these those we i you his her its their our my there here but however meanwhile"
    " although though if so then yet also instead still now what why how a an some many most several both"
    " according asked mr mrs ms dr sen rep gov".split()
)
# Words that go on with the sentence, capitalised only because a program took the dot before them for its end.
_CONTINUERS = frozenset(
    "and or to of has have had having would will is was were are be been being could should may might must can cannot"
    " did does do than who whom whose which that's where".split()
)
# Prepositions: they go on with the sentence only in copy known to be damaged.
_PREPOSITIONS = frozenset(
    "in on at with for from by as after before during since despite amid under over against into through"
    " without within toward towards between about around because while when unless until".split()
)
_INSTITUTIONS = frozenset(
    "senate house congress supreme court courts district circuit attorney attorneys department embassy capitol"
    " constitution army navy air marine marines coast secretary state treasury president vice ambassador government"
    " military justice border census chamber chief fish forest postal food federal citizenship immigration customs"
    " central national olympic open olympics steel bank agency service services commission committee bureau"
    " administration association center council security general assembly climate human special envoy mission"
    " refugee charter peacekeeping office patent geological consumer environmental trade representative congressman"
    " congresswoman conference magistrate marshals marshal code southern northern eastern western africa"
    " mayor police statehood bar virgin forces intelligence homeland defense energy interior labor"
    " agriculture commerce education transportation nuclear securities small social women men soccer team"
    " dollar treasuries ally allies".split()
)
_DETERMINERS = frozenset("the this that's our a".split())
_PLACES_BEFORE = frozenset("in to from across outside inside into leaving entering throughout washington".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DAMAGE = re.compile(
    r"(?<![\w.])(?:[A-Z]\.){2,}[  ](?:To|Of|Has|Have|Had|Would|Will|Is|Was|Were|Are|Than|Which|Who|Could|Should|And)[  ]"
    r"(?!(?:the|he|she|they|it|this|that|we|I|you|there|so|if|when|then|yet|now)\b)[^?]{2}"
)


def is_damaged(text: str) -> bool:
    """Whether a program has capitalised words after abbreviations in `text` ("the U.S. Has said")."""
    return _DAMAGE.search(text) is not None


def ends_sentence(before: str, after: str, *, damaged: bool = False) -> bool | None:
    """Whether the abbreviation that closes `before` ends its sentence, given what follows it.

    `before` ends with a full stop, `after` starts with the next word and reaches to the end of what may be
    the next sentence. None where `before` ends with no abbreviation known here. `damaged` says that
    capitals after abbreviations prove nothing in this text.
    """
    word = _first_word(after)
    if _TITLE.search(before):
        return False
    if _NUMBERED.search(before) or _MONTH.search(before):
        return not after[:1].isdigit()
    if _CLOCK.search(before):
        return after[:1].isupper() and not _CLOCK_GOES_ON.match(after)
    if INITIALISM.search(before):
        return _initialism_ends(before, after, word, damaged)
    if _COMPANY.search(before):
        return word in _STARTERS
    if _INITIAL.search(before):
        return word in _STARTERS and not _NAME_BEFORE.search(before[:-2])
    return None


def awaits_a_name(before: str) -> bool:
    """Whether `before` ends with an abbreviation that needs the words after it ("and U.S.", "Sen.")."""
    if _TITLE.search(before):
        return True
    return INITIALISM.search(before) is not None and _is_adjective(before)


def _initialism_ends(before: str, after: str, word: str, damaged: bool) -> bool:
    if not after[:1].isupper():
        return not (after[:1].islower() or after[:1].isdigit())
    question = after.rstrip("”’\"' ").endswith("?")
    if word in _CONTINUERS and not question:
        second = _first_word(after[len(word) :])
        return second in _STARTERS and "between" not in before[-60:]
    if word in _STARTERS:
        return True
    if word in _PREPOSITIONS:
        return not (damaged and "," not in after)
    if _is_adjective(before):
        return False
    return not _names_an_institution(after)


def _is_adjective(before: str) -> bool:
    """Without "the" or a preposition of place before it, "U.S." describes the noun that follows."""
    words = INITIALISM.sub("", before).split()
    last = words[-1].lower().strip("“\"‘'(") if words else ""
    return last not in _DETERMINERS and last not in _PLACES_BEFORE and not last.endswith(",")


def _names_an_institution(after: str) -> bool:
    for match in re.finditer(r"[\w'’.-]+,?", after[:80]):
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
