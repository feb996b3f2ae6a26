"""Edits that turn a paraphrase into a contradiction, or write it another way without changing it.

Each edit takes a pair and a random source and gives the new second text with the span that was changed,
or None where it does not fit. They know nothing of the engine.
"""

import random
import re
from collections.abc import Callable

from tui.compare.conflicts.lexicon import listed

Edited = tuple[str, tuple[int, int]]
Edit = Callable[[str, str, random.Random], Edited | None]

MONTHS = listed("January February March April June July August September October November December")
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
CITIES = listed("London Paris Berlin Madrid Moscow Cairo Baghdad Boston Chicago Houston Dallas Seattle Denver")
COUNTRIES = listed("France Germany Spain Italy Russia China Japan India Iran Iraq Syria Israel Egypt Canada Mexico")
SURNAMES = listed(
    "Anderson Barker Caldwell Donovan Ellison Fletcher Garrison Hollis Ingram Jenkins Keller Lindgren "
    "Maddox Norwood Osborne Prescott Quigley Radcliffe Sandoval Thornton Underhill Vickers Whitaker"
)
GIVEN = listed(
    "Aaron Adam Alan Albert Alex Alexander Alice Amy Andrew Angela Ann Anna Anthony Arthur Barbara Ben "
    "Benjamin Bill Bob Brian Bruce Carl Carlos Carol Catherine Charles Chris Christopher Colin Craig Dan "
    "Daniel David Deborah Dennis Diane Donald Doug Edward Elizabeth Eric Frank Fred Gary George Gerald "
    "Gordon Greg Harold Harry Heather Helen Henry Howard Ian Jack James Jane Jason Jean Jeff Jennifer Jim "
    "Joan John Jonathan Jose Joseph Karen Karl Keith Ken Kenneth Kevin Larry Laura Lawrence Linda Lisa "
    "Louis Luis Marc Maria Mark Martin Mary Matt Matthew Michael Michelle Mike Nancy Neil Nicholas Nick "
    "Oliver Pat Patricia Patrick Paul Peter Philip Phil Ralph Raymond Rebecca Richard Rick Robert Roger "
    "Ron Ronald Roy Russell Ryan Sam Samuel Sandra Sarah Scott Sean Sharon Stephen Steve Steven Stuart "
    "Sue Susan Ted Terry Thomas Tim Timothy Todd Tom Tony Victor Vincent Walter Wayne William"
)
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
OPPOSITES = [
    ("rose", "fell"), ("rise", "fall"), ("up", "down"), ("gained", "lost"), ("increased", "decreased"),
    ("increase", "decrease"), ("higher", "lower"), ("won", "lost"), ("approved", "rejected"), ("more", "fewer"),
    ("before", "after"), ("guilty", "innocent"), ("accepted", "refused"), ("supported", "opposed"),
    ("strong", "weak"), ("first", "last"), ("largest", "smallest"), ("highest", "lowest"), ("bought", "sold"),
    ("confirmed", "denied"), ("legal", "illegal"), ("began", "ended"), ("opened", "closed"), ("gains", "losses"),
    ("profit", "loss"), ("north", "south"), ("arrived", "departed"), ("hired", "fired"), ("good", "bad"),
]  # fmt: skip
_NUMBER = r"(?<![\w.,$€£-])(\d{1,3}(?:,\d{3})+|\d{1,4})(?![\w%]|[.,:/-]\d|\s?(?:percent|per cent|pct|%|a\.m|p\.m))"


def replaced(text: str, start: int, end: int, new: str) -> Edited:
    """The text with a span replaced, and the span of the new words."""
    return text[:start] + new + text[end:], (start, start + len(new))


def shared(pattern: str, a: str, b: str, rng: random.Random) -> re.Match[str] | None:
    """A match in `b` whose text also stands, as a whole word, in `a`."""
    found = [m for m in re.finditer(pattern, b) if re.search(rf"(?<!\w){re.escape(m.group())}(?!\w)", a)]
    return rng.choice(found) if found else None


def other_number(value: int, rng: random.Random) -> int:
    """A number clearly apart from `value`, of about its size."""
    low, high = max(2, int(value * 0.5)), max(value + 4, int(value * 1.6))
    return rng.choice([n for n in range(low, high + 1) if abs(n - value) > 0.12 * value] or [value + 3])


def count(a: str, b: str, rng: random.Random) -> Edited | None:
    """Another number of whatever is counted; no years, dates, money or shares."""
    match = shared(_NUMBER, a, b, rng)
    if match is None or re.fullmatch(r"(1[5-9]|20)\d\d", match.group()):
        return None
    before = b[: match.start()].rstrip().rsplit(" ", 1)[-1].strip(",.")
    if (
        before in MONTHS
        or before in {"May", "age", "aged", "Poor's", "P", "No", "Nasdaq", "FTSE", "Russell"}
        or before[:3] in {m[:3] for m in MONTHS}
    ):
        return None
    value = other_number(int(match.group().replace(",", "")), rng)
    return replaced(b, *match.span(), f"{value:,}" if "," in match.group() else str(value))


def count_word(a: str, b: str, rng: random.Random) -> Edited | None:
    """Another number written as a word."""
    match = shared(rf"(?i)\b({'|'.join(WORDS[2:])})\b", a, b, rng)
    if match is None:
        return None
    new = rng.choice([w for w in WORDS[2:] if w != match.group().lower()])
    return replaced(b, *match.span(), new.title() if match.group()[0].isupper() else new)


def money(a: str, b: str, rng: random.Random) -> Edited | None:
    """Another sum of money."""
    return _figure(r"(?<=\$)\d[\d,]*(?:\.\d+)?", a, b, rng)


def percent(a: str, b: str, rng: random.Random) -> Edited | None:
    """Another share."""
    return _figure(r"\d+(?:\.\d+)?(?=\s?(?:%|percent|per cent|pct))", a, b, rng)


def _figure(pattern: str, a: str, b: str, rng: random.Random) -> Edited | None:
    match = shared(pattern, a, b, rng)
    if match is None:
        return None
    text = match.group()
    places = len(text.split(".")[1]) if "." in text else 0
    value = float(text.replace(",", "")) * rng.choice([0.6, 0.7, 1.35, 1.5, 1.8]) + (1 if places == 0 else 0.2)
    return replaced(b, *match.span(), f"{value:,.{places}f}" if "," in text else f"{value:.{places}f}")


def age(a: str, b: str, rng: random.Random) -> Edited | None:
    """Another age."""
    match = shared(r"\d{1,2}(?=-year-old)|(?<=, )\d{2}(?=,)", a, b, rng)
    if match is None:
        return None
    return replaced(b, *match.span(), str(max(2, int(match.group()) + rng.choice([-9, -4, 3, 7, 11]))))


def year(a: str, b: str, rng: random.Random) -> Edited | None:
    """Another year."""
    match = shared(r"(?<!Russell )(?<!Windows )(?<!Server )(?<!Smartphone )\b(?:19[5-9]|20[0-2])\d\b", a, b, rng)
    return replaced(b, *match.span(), str(int(match.group()) + rng.choice([-3, -2, -1, 1, 2, 3]))) if match else None


def date(a: str, b: str, rng: random.Random) -> Edited | None:
    """Another day or another month of the same date."""
    match = shared(rf"\b(?:{'|'.join(MONTHS)}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) \d{{1,2}}\b", a, b, rng)
    if match is None:
        return None
    month, day = match.group().split(" ")
    if rng.random() < 0.5:
        day = str(rng.choice([d for d in range(1, 29) if d != int(day)]))
    else:
        month = rng.choice([m for m in MONTHS if m[:3] != month[:3]])
    return replaced(b, *match.span(), f"{month} {day}")


def weekday(a: str, b: str, rng: random.Random) -> Edited | None:
    """Another day of the week."""
    match = shared(rf"\b(?:{'|'.join(WEEKDAYS)})\b", a, b, rng)
    return replaced(b, *match.span(), rng.choice([d for d in WEEKDAYS if d != match.group()])) if match else None


def place(a: str, b: str, rng: random.Random) -> Edited | None:
    """Another city for a city, another country for a country."""
    group = rng.choice([CITIES, COUNTRIES])
    match = shared(rf"\b(?:{'|'.join(group)})\b", a, b, rng)
    if match is None:
        return None
    new = rng.choice([c for c in group if c not in a])
    text = re.sub(rf"\b{match.group()}\b", new, b[match.start() :])
    return b[: match.start()] + text, (match.start(), match.start() + len(new))


def antonym(a: str, b: str, rng: random.Random) -> Edited | None:
    """An opposite in the place of a word both texts have."""
    table = {x: y for one, two in OPPOSITES for x, y in ((one, two), (two, one))}
    match = shared(rf"\b(?:{'|'.join(table)})\b", a, b, rng)
    return replaced(b, *match.span(), table[match.group()]) if match else None


def negation(a: str, b: str, rng: random.Random) -> Edited | None:
    """ "not" after an auxiliary both texts have."""
    match = shared(r"\b(?:is|was|are|were|will|would|has|have|had|can|could|should)\b(?! not|n't)", a, b, rng)
    if match is None or re.search(r"\bnot\b|n't|\bno\b|never", a + b):
        return None
    text, _ = replaced(b, match.end(), match.end(), " not")
    return text, (match.start(), match.end() + 4)


def _full_name(a: str, b: str, rng: random.Random) -> re.Match[str] | None:
    """A first and last name that both texts have."""
    return shared(rf"\b(?:{'|'.join(GIVEN)}) (?:[A-Z]\. )?[A-Z][a-z]{{3,}}\b", a, b, rng)


def surname(a: str, b: str, rng: random.Random) -> Edited | None:
    """The same first name with another surname."""
    match = _full_name(a, b, rng)
    if match is None:
        return None
    first, last = match.group().rsplit(" ", 1)
    new = rng.choice([s for s in SURNAMES if s != last])
    tail = re.sub(rf"\b{last}\b", new, b[match.end() :])
    head = re.sub(rf"\b{last}\b", new, b[: match.start()])
    start = len(head)
    return f"{head}{first} {new}{tail}", (start, start + len(first) + 1 + len(new))


def spelling(a: str, b: str, rng: random.Random) -> Edited | None:
    """The same name with one letter changed, dropped, doubled or two exchanged."""
    match = _full_name(a, b, rng)
    if match is None:
        return None
    first, last = match.group().rsplit(" ", 1)
    at = rng.randrange(1, len(last) - 1)
    swapped = last[:at] + last[at + 1] + last[at] + last[at + 2 :]
    vowel = {"a": "e", "e": "i", "i": "y", "o": "u", "u": "o", "y": "i", "k": "c", "c": "k", "s": "z", "z": "s"}
    options = [swapped, last[:at] + last[at:at + 1] * 2 + last[at + 1 :], last[:at] + last[at + 1 :],
               last[:at] + vowel.get(last[at], "h") + last[at + 1 :]]  # fmt: skip
    new = rng.choice([o for o in options if o != last])
    tail = re.sub(rf"\b{last}\b", new, b[match.end() :])
    head = re.sub(rf"\b{last}\b", new, b[: match.start()])
    return f"{head}{first} {new}{tail}", (len(head), len(head) + len(first) + 1 + len(new))


def speaker(a: str, b: str, rng: random.Random) -> Edited | None:
    """Another person says the same: a full name beside a reporting verb in both texts is exchanged."""
    match = _full_name(a, b, rng)
    if match is None or not all(_reports(text, match.group()) for text in (a, b)):
        return None
    last = match.group().rsplit(" ", 1)[1]
    new = rng.choice(GIVEN) + " " + rng.choice([s for s in SURNAMES if s not in a])
    tail = re.sub(rf"\b{last}\b", new.split()[1], b[match.end() :])
    head = re.sub(rf"\b{last}\b", new.split()[1], b[: match.start()])
    return f"{head}{new}{tail}", (len(head), len(head) + len(new))


def _reports(text: str, name: str) -> bool:
    """Whether a name is the speaker of the sentence: "said Name", "Name said", "Name, a …, said"."""
    verb = "(?:said|says|told|added|announced|warned|wrote)"
    own = re.escape(name)
    pattern = rf"{verb} {own}|{own}(?:, [^,.]{{3,60}},)? {verb}|according to {own}|{verb} [a-z ]+ {own}"
    return re.search(pattern, text) is not None


def modality(a: str, b: str, rng: random.Random) -> Edited | None:
    """What is sure in one text is only possible in the other, or the other way round."""
    table = {
        "will": "may",
        "may": "will",
        "could": "will",
        "would": "might",
        "has": "has reportedly",
        "have": "may have",
    }
    match = shared(r"\b(?:will|may|could|would|has|have)\b", a, b, rng)
    return replaced(b, *match.span(), table[match.group()]) if match else None


def plain(a: str, b: str, rng: random.Random) -> Edited | None:
    """No change at all."""
    return b, (0, 0)


def number_format(a: str, b: str, rng: random.Random) -> Edited | None:
    """A small number as a word or in figures, a large one with or without commas."""
    match = shared(rf"\b(?:{'|'.join(WORDS[2:])})\b|{_NUMBER}", a, b, rng)
    if match is None:
        return None
    text = match.group()
    if text in WORDS:
        return replaced(b, *match.span(), str(WORDS.index(text)))
    value = int(text.replace(",", ""))
    if re.fullmatch(r"(1[5-9]|20)\d\d", text):
        return None
    return replaced(b, *match.span(), WORDS[value] if value < 13 else f"{value:,}" if "," not in text else str(value))


def rounding(a: str, b: str, rng: random.Random) -> Edited | None:
    """A large number or sum rounded with "about"."""
    match = shared(r"(?<![\w.$-])\d{1,3}(?:,\d{3})+(?![\w%,.])", a, b, rng)
    if match is None:
        return None
    value = int(match.group().replace(",", ""))
    size = 10 ** (len(str(value)) - 2)
    return replaced(b, *match.span(), f"about {round(value / size) * size:,}")


def bound(a: str, b: str, rng: random.Random) -> Edited | None:
    """A lower bound that the other text's number meets."""
    match = shared(_NUMBER, a, b, rng)
    if match is None or re.fullmatch(r"(1[5-9]|20)\d\d", match.group()) or int(match.group().replace(",", "")) < 5:
        return None
    before = b[: match.start()].rstrip().rsplit(" ", 1)[-1].strip(",.")
    if before[:3] in {m[:3] for m in [*MONTHS, "May"]} or before in {"than", "least", "about", "nearly", "age"}:
        return None
    value = int(match.group().replace(",", ""))
    return replaced(b, *match.span(), f"at least {value - max(1, value // 10)}")


def percent_format(a: str, b: str, rng: random.Random) -> Edited | None:
    """Per cent as a sign or a word."""
    match = shared(r"(?<=\d) ?(?:percent\b|%)", a, b, rng)
    return replaced(b, *match.span(), " per cent" if "%" in match.group() else "%") if match else None


def date_format(a: str, b: str, rng: random.Random) -> Edited | None:
    """The day before the month."""
    match = shared(rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}\b(?!,? \d{{4}})", a, b, rng)
    return replaced(b, *match.span(), " ".join(reversed(match.group().split()))) if match else None


def alias(a: str, b: str, rng: random.Random) -> Edited | None:
    """Another name of the same thing."""
    table = {
        "United States": "U.S.", "U.S.": "United States", "New York Stock Exchange": "NYSE",
        "Federal Bureau of Investigation": "FBI",
        "United Nations": "UN", "European Union": "EU", "Britain": "the United Kingdom", "Federal Reserve": "Fed",
        "President Bush": "Bush", "President George W. Bush": "President Bush", "Hewlett-Packard": "HP",
    }  # fmt: skip
    match = shared("|".join(re.escape(k) for k in table), a, b, rng)
    return replaced(b, *match.span(), table[match.group()]) if match else None


CONFLICTS: dict[str, Edit] = {
    "date": date, "year": year, "age": age, "place": place, "antonym": antonym, "count": count,
    "count_word": count_word, "money": money, "percent": percent, "weekday": weekday, "negation": negation,
    "surname": surname, "spelling": spelling, "speaker": speaker, "modality": modality,
}  # fmt: skip
CONTROLS: dict[str, Edit] = {
    "plain": plain, "number_format": number_format, "rounding": rounding, "bound": bound,
    "percent_format": percent_format, "date_format": date_format, "alias": alias,
}  # fmt: skip
