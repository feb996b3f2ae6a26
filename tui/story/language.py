"""The language of a text, cheaply: by its script, then by its commonest words and their letters.

Words and letters are weighed as naive Bayes does, with what is known beforehand: most texts that are opened here are
English, and few are in a language that is not stemmed.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from tui.story.wordtables import Evidence, evidence, surely_english

_SAMPLE = 4_000
# First and last characters of ranges. Patterns of such wide ranges take longer to compile than a text to count.
_SCRIPTS = {
    "latin": (("A", "Z"), ("a", "z"), ("\u00c0", "\u024f"), ("\u1e00", "\u1eff")),
    "cyrillic": (("\u0400", "\u052f"),),
    "arabic": (("\u0620", "\u06ff"), ("\u0750", "\u077f")),
    "he": (("\u0590", "\u05ff"),),
    "el": (("\u0370", "\u03ff"), ("\u1f00", "\u1fff")),
    "hi": (("\u0900", "\u097f"),),
    "th": (("\u0e00", "\u0e7f"),),
    "ko": (("\u1100", "\u11ff"), ("\uac00", "\ud7af")),
    "kana": (("\u3040", "\u30ff"),),
    "han": (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff")),
}
_WRITTEN_IN_SEVERAL = frozenset({"latin", "cyrillic", "arabic"})
# Natural logarithms: what is known beforehand, and by how much a language must lead.
_ENGLISH = 4.0
_SELDOM_MET = -4.0
_OFTEN_MET = frozenset(["de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "tr", "ro", "ru", "ar"])
_LEAD = 2.0
# Languages much alike, where a small lead is as good.
_ALIKE = tuple(frozenset(group.split()) for group in ("da no sv", "es pt ca it", "cs sk", "hr sl", "id ms"))
_SMALL_LEAD = 1.0
# Below this much for each letter a text is in none of the languages; more is asked where no word is a common one.
_LEAST = 0.9
_LEAST_LETTERS = 1.2
# English is told by its words even among many names: so many of them, and such a share; or by letters alone.
_ENGLISH_WORDS = 1.0
_ENGLISH_SHARE = 0.26
_ENGLISH_LEAD = 3.0
_ENGLISH_LETTERS = 0.7


def detect(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, "und" where unsure.

    Looks at four thousand characters of the beginning and the middle, however long the text is.
    """
    middle = len(text) // 2
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + " " + text[middle : middle + _SAMPLE // 2]
    if sample.isascii():
        return _in_latin(sample)
    counts = _letters(sample)
    letters = sum(counts.values())
    script = max(counts, key=lambda each: counts[each], default="")
    if script in ("han", "kana"):
        return "ja" if counts["kana"] > 0.1 * letters else "zh"
    if not letters or counts[script] < 0.6 * letters:
        return "und"
    if script == "latin":
        return _in_latin(sample)
    return _by_words(evidence(sample, script)) if script in _WRITTEN_IN_SEVERAL else script


def agreed(texts: Sequence[str], languages: Sequence[str]) -> tuple[str, ...]:
    """The languages in which texts on one story are read, each with the language told from it alone.

    A text of undetermined language takes the one all others agree in; where none is determined, the one told from all
    of them together.
    """
    known = set(languages) - {"und"}
    if len(known) > 1 or "und" not in languages:
        return tuple(languages)
    common = known.pop() if known else detect("\n".join(text[:_SAMPLE] for text in texts))
    return tuple(common if each == "und" else each for each in languages)


def _in_latin(sample: str) -> str:
    return "en" if surely_english(sample) else _by_words(evidence(sample, "latin"))


def _letters(sample: str) -> Counter[str]:
    """How many characters of each script stand in `sample`."""
    counts: Counter[str] = Counter()
    for character, count in Counter(sample).items():
        script = _script(character)
        if script:
            counts[script] += count
    return counts


@lru_cache(maxsize=1 << 12)
def _script(character: str) -> str:
    """The script of a letter; empty for other characters and for scripts of which no language is told."""
    return next((script for script, ranges in _SCRIPTS.items() if any(a <= character <= b for a, b in ranges)), "")


def _by_words(found: Evidence) -> str:
    """The language for which words and letters speak, "und" where none leads or nothing much speaks for it."""
    ranked = sorted(zip(map(_with_prior, found.languages, found.scores), found.languages, strict=True), reverse=True)
    (first, best), (second, other) = ranked[:2]
    alike = any(best in group and other in group for group in _ALIKE)
    if not found.words or first - second < (_SMALL_LEAD if alike else _LEAD):
        return "und"
    at = found.languages.index(best)
    score, known = found.scores[at], found.known[at]
    if best == "en":
        by_words = known >= max(_ENGLISH_WORDS, _ENGLISH_SHARE * found.words)
        by_letters = first - second - _ENGLISH >= _ENGLISH_LEAD and score >= _ENGLISH_LETTERS * found.letters
        return best if by_words or by_letters else "und"
    # A script that only a few languages share says much by itself.
    least = 0 if "en" not in found.languages else _LEAST if known else _LEAST_LETTERS
    return best if score >= least * found.letters else "und"


def _with_prior(language: str, score: float) -> float:
    if language == "en":
        return score + _ENGLISH
    return score if language in _OFTEN_MET else score + _SELDOM_MET
