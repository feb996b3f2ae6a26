"""What tells languages apart in few words: their commonest words and runs of three letters."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

_TABLE = Path(__file__).parent / "data" / "languages.txt"
_WORD = re.compile(r"[^\W\d_]+(?:['\u200c][^\W\d_]+)*")
# A capital inside a text may begin a name, and names tell little of the language they stand in.
_CAPITAL = 0.5
# Runs overlap: each tells half of the next.
_RUN = 0.5
# Letters are not asked where words alone leave no doubt: so far ahead of the next language, by such a share of them.
_CLEAR_LEAD = 12.0
_CLEAR_SHARE = 0.4
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "r", "ers", "rs", "ly", "'s")
_CHANGED = ("ies", "ied", "ily")

Levels = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one script: words and letters with their levels in some of `languages`."""

    languages: list[str] = field(default_factory=list)
    words: dict[str, Levels] = field(default_factory=dict)
    letters: dict[str, Levels] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for each of `languages`.

    `scores` are natural logarithms of likelihood, up to what all languages share; `known` counts the distinct words
    that are among the commonest of a language, what may be names half; `words` counts all of them in the same way.
    `letters` are those that were asked, 0 where words said enough.
    """

    languages: list[str]
    scores: list[float]
    known: list[float]
    words: float
    letters: float


@lru_cache(maxsize=1)
def tables() -> dict[str, Tables]:
    """The tables of all scripts."""
    found: dict[str, Tables] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        script, language, kind, level, *entries = line.split(" ")
        table = found.setdefault(script, Tables())
        if language not in table.languages:
            table.languages.append(language)
        there = len(table.languages) - 1, int(level)
        into = table.words if kind == "w" else table.letters
        for entry in entries:
            into.setdefault(entry, []).append(there)
    return found


def trigrams(word: str) -> list[str]:
    """The runs of three letters of a word, its edges counted as letters."""
    edged = f"_{word}_"
    return [edged[at : at + 3] for at in range(len(edged) - 2)]


def base_forms(word: str) -> Iterator[str]:
    """What an English word may be a regular form of; most of it are no words."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: -len(ending)]
            yield base
            if ending == "ing":
                yield base + "e"
            if ending in ("ing", "ed") and base[-1] == base[-2]:
                yield base[:-1]
    if word.endswith(_CHANGED):
        yield word[:-3] + "y"


def evidence(text: str, script: str) -> Evidence:
    """What the words of `text` say for the languages of a script, and, where they leave a doubt, their letters."""
    weights = _weights(text)
    languages = tables()[script].languages
    scores, known, words = [0.0] * len(languages), [0.0] * len(languages), 0.0
    for word, weight in weights.items():
        once = weight if weight < 1 else 1
        words += once
        for at, level in _levels(word, script):
            scores[at] += level * weight
            known[at] += once
    second, first = sorted(scores)[-2:]
    if first - second >= _CLEAR_LEAD and known[scores.index(first)] >= _CLEAR_SHARE * words:
        return Evidence(languages, scores, known, words, 0)
    for word, weight in weights.items():
        for at, value in _spelling(word, script):
            scores[at] += value * weight
    return Evidence(languages, scores, known, words, sum(len(word) * weight for word, weight in weights.items()))


def _weights(text: str) -> dict[str, float]:
    """The words of a text in small letters; what may be a name weighs less."""
    found: dict[str, float] = {}
    for number, word in enumerate(_WORD.findall(text.replace("’", "'"))):
        small = word.lower()
        found[small] = found.get(small, 0) + (_CAPITAL if number and word[0].isupper() else 1)
    return found


@lru_cache(maxsize=1 << 14)
def _levels(word: str, script: str) -> Levels:
    """The languages that a word is among the commonest of; for English also as the regular form of another."""
    table = tables()[script]
    levels = table.words.get(word, [])
    english = table.languages.index("en") if "en" in table.languages else None
    if english is None or any(at == english for at, _ in levels):
        return levels
    for base in base_forms(word):
        for at, level in table.words.get(base, ()):
            if at == english:
                return [*levels, (english, max(1, level - 1))]
    return levels


@lru_cache(maxsize=1 << 12)
def _spelling(word: str, script: str) -> tuple[tuple[int, float], ...]:
    """What the letters of a word are worth to each language."""
    known = tables()[script].letters
    values: defaultdict[int, float] = defaultdict(float)
    for runs, weight in ((trigrams(word), _RUN), (word, 1)):
        for run in runs:
            for at, level in known.get(run, ()):
                values[at] += weight * level
    return tuple(values.items())
