"""What tells languages apart in few words: their commonest words and runs of three letters."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
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
def _lines() -> dict[tuple[str, str], list[tuple[str, str]]]:
    """The lines of the table, by script and kind, each as its language and the rest."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            script, language, kind, rest = line.split(" ", 3)
            found.setdefault((script, kind), []).append((language, rest))
    return found


@lru_cache(maxsize=8)
def languages_of(script: str) -> list[str]:
    """The languages of a script that the table tells apart."""
    return list(dict.fromkeys(language for language, _ in _lines()[script, "w"]))


@lru_cache(maxsize=8)
def _table(script: str, kind: str) -> dict[str, Levels]:
    """The words ("w") or letters ("g") of a script with their levels in some of its languages, read when asked."""
    places = {language: at for at, language in enumerate(languages_of(script))}
    found: dict[str, Levels] = {}
    for language, rest in _lines()[script, kind]:
        level, *entries = rest.split(" ")
        there = places[language], int(level)
        for entry in entries:
            if entry in found:
                found[entry].append(there)
            else:
                found[entry] = [there]
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


def surely_english(text: str) -> bool:
    """Whether words leave no doubt that a text is English; False where that takes a closer look.

    True only for what `evidence` finds to be clearly English. Each word is taken to speak for one and the same other
    language as far as it speaks for any, words with capitals not to be known, and regular forms to be no words.
    """
    words = _words_of(text)
    if not words:
        return False
    distinct = set(words)
    if sum(map(_KNOWN.__getitem__, distinct)) < max(1, _CLEAR_SHARE * len(distinct)):
        return False
    lead = sum(map(_LEADS.__getitem__, words))
    if words[0][0].isupper():
        # The capital of the first word tells nothing: it counts in full.
        lead += _LEADS[words[0]] * (1 / _CAPITAL - 1)
    return lead >= _CLEAR_LEAD


# So many words as they are written are kept.
_KEPT = 1 << 15


class _Leads(dict[str, float]):
    """By how much a word as it is written speaks more for English than for any other language of its script."""

    def __missing__(self, word: str) -> float:
        if len(self) >= _KEPT:
            self.clear()
        english, other = _english_and_most(word.lower())
        lead = self[word] = (english - other) * (_CAPITAL if word[0].isupper() else 1)
        return lead


class _Known(dict[str, bool]):
    """Whether a word as it is written is one of the commonest of English, in small letters."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= _KEPT:
            self.clear()
        known = self[word] = word == word.lower() and _english_and_most(word)[0] > 0
        return known


_LEADS, _KNOWN = _Leads(), _Known()


def evidence(text: str, script: str) -> Evidence:
    """What the words of `text` say for the languages of a script, and, where they leave a doubt, their letters."""
    weights = _weights(text)
    languages = languages_of(script)
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


def _words_of(text: str) -> list[str]:
    return _WORD.findall(text.replace("’", "'"))


def _weights(text: str) -> dict[str, float]:
    """The words of a text in small letters; what may be a name weighs less."""
    found: dict[str, float] = {}
    for number, word in enumerate(_words_of(text)):
        small = word.lower()
        found[small] = found.get(small, 0) + (_CAPITAL if number and word[0].isupper() else 1)
    return found


@lru_cache(maxsize=1 << 14)
def _levels(word: str, script: str) -> Levels:
    """The languages that a word is among the commonest of; for English also as the regular form of another."""
    words, languages = _table(script, "w"), languages_of(script)
    levels = words.get(word, [])
    english = languages.index("en") if "en" in languages else None
    if english is None or any(at == english for at, _ in levels):
        return levels
    for base in base_forms(word):
        for at, level in words.get(base, ()):
            if at == english:
                return [*levels, (english, max(1, level - 1))]
    return levels


def _english_and_most(word: str) -> tuple[int, int]:
    """How much a word says for English as it stands, and the most that it says for another language of its script."""
    english = other = 0
    for at, level in _table("latin", "w").get(word, ()):
        if at == _english():
            english += level
        else:
            other = max(other, level)
    return english, other


@lru_cache(maxsize=1)
def _english() -> int:
    return languages_of("latin").index("en")


@lru_cache(maxsize=1 << 12)
def _spelling(word: str, script: str) -> tuple[tuple[int, float], ...]:
    """What the letters of a word are worth to each language."""
    known = _table(script, "g")
    values: defaultdict[int, float] = defaultdict(float)
    for runs, weight in ((trigrams(word), _RUN), (word, 1)):
        for run in runs:
            for at, level in known.get(run, ()):
                values[at] += weight * level
    return tuple(values.items())
