"""Make hostile text harmless, one code point for one, so that offsets stay true."""

import re
import unicodedata

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# C0 but tab and newline, DEL, C1, invisible and direction-changing format characters, lone surrogates.
_NEVER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
# Joiners and tag characters are harmless in some places and a trick elsewhere.
_SOMETIMES = re.compile("[\u200c\u200d\U000e0000-\U000e007f]")
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
_BREAKS = str.maketrans("\n\t", "  ")
_NON_JOINER, _JOINER = "\u200c", "\u200d"
# Scripts whose letters change shape beside a joiner: Arabic, Syriac, Indic, Myanmar, Khmer, Mongolian …
_JOINING = (
    (0x0620, 0x08FF), (0x0900, 0x0DFF), (0x0F00, 0x109F), (0x1700, 0x18AF), (0x1900, 0x1AAF),
    (0x1B00, 0x1C4F), (0xA840, 0xA8FF), (0xA980, 0xA9DF), (0xAA00, 0xAADF), (0xABC0, 0xABFF),
    (0x10A00, 0x10A5F), (0x10AC0, 0x10AFF), (0x10B80, 0x10BAF), (0x10D00, 0x10D3F), (0x10F30, 0x10FDF),
    (0x11000, 0x11DFF), (0x1E900, 0x1E95F),
)  # fmt: skip
# Blocks that hold the characters with the property Extended_Pictographic.
_PICTOGRAPHS = (
    (0x00A9, 0x00A9), (0x00AE, 0x00AE), (0x203C, 0x203C), (0x2049, 0x2049), (0x2122, 0x2122), (0x2139, 0x2139),
    (0x2194, 0x21AA), (0x231A, 0x23FA), (0x24C2, 0x24C2), (0x25AA, 0x27BF), (0x2934, 0x2935), (0x2B05, 0x2B55),
    (0x3030, 0x303D), (0x3297, 0x3299), (0x1F000, 0x1F1E5), (0x1F200, 0x1F3FA), (0x1F400, 0x1FAFF),
)  # fmt: skip


def sanitise(text: str) -> str:
    """`text` with every character that could deceive or command a terminal replaced by U+FFFD.

    Same length as `text`, and unchanged when sanitised again. Tabs, newlines, joiners between letters of
    joining scripts, joiners inside emoji and the tags of a regional flag stay.
    """
    if _SOMETIMES.search(text):
        text = _without_stray_joiners(text)
    return _NEVER.sub(_REPLACEMENT, text)


def sanitise_line(text: str) -> str:
    """`text` sanitised for one line (a name, a title, an error): newlines and tabs become spaces too."""
    return sanitise(text).translate(_BREAKS)


def _without_stray_joiners(text: str) -> str:
    flags = {place for match in _FLAG.finditer(text) for place in range(match.start() + 1, match.end())}

    def judged(match: re.Match[str]) -> str:
        place = match.start()
        if match.group() in (_NON_JOINER, _JOINER):
            keep = _joins_letters(text, place) or (match.group() == _JOINER and _joins_emoji(text, place))
        else:
            keep = place in flags
        return match.group() if keep else _REPLACEMENT

    return _SOMETIMES.sub(judged, text)


def _joins_letters(text: str, place: int) -> bool:
    if place == 0 or not _is_joining(text[place - 1]):
        return False
    if place + 1 < len(text) and _is_joining(text[place + 1]):
        return True
    # A virama may carry a joiner at the end of a word (RFC 5892, appendix A.1 and A.2).
    return unicodedata.combining(text[place - 1]) == 9


def _joins_emoji(text: str, place: int) -> bool:
    before = place - 1
    while before >= 0 and (text[before] == "\ufe0f" or "\U0001f3fb" <= text[before] <= "\U0001f3ff"):
        before -= 1
        if place - before > 3:
            return False
    if before < 0 or not _within(text[before], _PICTOGRAPHS):
        return False
    return place + 1 < len(text) and _within(text[place + 1], _PICTOGRAPHS)


def _is_joining(character: str) -> bool:
    return _within(character, _JOINING) and unicodedata.category(character)[0] in "LM"


def _within(character: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    code = ord(character)
    return any(low <= code <= high for low, high in ranges)
