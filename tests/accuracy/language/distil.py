"""Distil the table of words and letters by which languages are told, from word frequencies.

Run once, when the table is to change; nothing of it is needed at run time:

    pip install wordfreq==3.1.1
    python -m tests.accuracy.language.distil

It writes `languages.txt` into `tui/story/data/`. wordfreq (Speer, 2022) counts words in encyclopedias, subtitles, news,
books and the web.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path

from tui.compare.conflicts.lexicon import common_stems, lemma, place
from tui.compare.text.stopwords import STOPWORDS
from tui.story.wordtables import base_forms, trigrams

TABLE = Path(__file__).resolve().parents[3] / "tui" / "story" / "data" / "languages.txt"
HEAD = """\
# The commonest words (w) and letters (g) of languages: script, language, kind, level, entries.
# Letters are runs of three, and single ones that are not in ASCII; "_" is the edge of a word.
# Levels are natural logarithms of frequency above that of what is not listed.
# Made by `python -m tests.accuracy.language.distil`; source and licence in README.md.
"""
# Languages with more words and letters are stemmed or often met; the others are there so as not to be taken for them.
MANY = "en de fr es it pt nl sv da nb fi tr ro"
FEW = "pl cs hu ca id sh sk sl lv lt is vi fil ms"
SCRIPTS = {
    "latin": {**dict.fromkeys(MANY.split(), (400, 200)), **dict.fromkeys(FEW.split(), (200, 60))},
    "cyrillic": dict.fromkeys(["ru", "uk", "bg", "mk"], (280, 120)),
    "arabic": dict.fromkeys(["ar", "fa", "ur"], (200, 100)),
}
ISO = {"nb": "no", "sh": "hr", "fil": "tl"}
ALPHABET = {
    "latin": re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff']+"),
    "cyrillic": re.compile(r"[\u0400-\u052f]+"),
    "arabic": re.compile(r"[\u0620-\u06ff\u200c]+"),
}
# English headlines are short and full of names: they are told by their other words.
ENGLISH = 3_500
# Words are counted in this power of their frequency: letters of rarer words matter too.
DAMPING = 0.5
LEAST = {"w": -11.0, "g": -10.5}
LEAST_ENGLISH = -13.0
# English words among this many are no names, whatever WordNet says.
SMALL = 60


def frequencies(language: str, script: str) -> dict[str, float]:
    """The words of a language with their shares of running text, commonest first."""
    counts: Mapping[str, float] = import_module("wordfreq").get_frequency_dict(language, "small")
    kept = {word: share for word, share in counts.items() if ALPHABET[script].fullmatch(word)}
    total = sum(kept.values())
    return {word: kept[word] / total for word in sorted(kept, key=lambda each: (-kept[each], each))}


def english(shares: Mapping[str, float]) -> dict[str, float]:
    """The commonest English words that are no names and no regular forms of commoner ones."""
    small = STOPWORDS["en"] | set(list(shares)[:SMALL])
    found: dict[str, float] = {}
    for word, share in shares.items():
        named = lemma(word) not in common_stems() or place(word) is not None
        if ("'" in word or word in small or not named) and found.keys().isdisjoint(base_forms(word)):
            found[word] = math.log(share)
        if len(found) == ENGLISH:
            break
    return found


def letters(shares: Mapping[str, float], count: int) -> dict[str, float]:
    """The commonest runs of three letters, words weighed by a power of their frequency, and letters not in ASCII."""
    runs: Counter[str] = Counter()
    single: Counter[str] = Counter()
    for word, share in shares.items():
        for run in trigrams(word):
            runs[run] += share**DAMPING  # type: ignore[assignment]
        for letter in word:
            single[letter] += share  # type: ignore[assignment]
    return {**_logarithms(runs, count), **{a: b for a, b in _logarithms(single, 99).items() if not a.isascii()}}


def _logarithms(weights: Counter[str], count: int) -> dict[str, float]:
    total = sum(weights.values())
    return {each: math.log(weight / total) for each, weight in weights.most_common(count)}


def lines(script: str, language: str, kind: str, entries: Mapping[str, float], least: float) -> Iterable[str]:
    """The entries of one kind, a line for each level."""
    levels: dict[int, list[str]] = {}
    for entry, value in entries.items():
        if kind == "w" or round(value - least) > 0:
            levels.setdefault(max(1, round(value - least)), []).append(entry)
    for level in sorted(levels, reverse=True):
        yield f"{script} {ISO.get(language, language)} {kind} {level} {' '.join(levels[level])}"


def main() -> None:
    """Write the table."""
    rows: list[str] = []
    for script, languages in SCRIPTS.items():
        for language, (runs, words) in languages.items():
            shares = frequencies(language, script)
            common = {word: math.log(share) for word, share in list(shares.items())[:words]}
            known, least = (english(shares), LEAST_ENGLISH) if language == "en" else (common, LEAST["w"])
            rows += lines(script, language, "w", known, least)
            rows += lines(script, language, "g", letters(shares, runs), LEAST["g"])
    TABLE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
