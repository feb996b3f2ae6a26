"""Stories of any size, made of real news by dropping and repeating words of its sentences."""

import hashlib
import random
from functools import cache

from tests.accuracy.overlap.sources import open_stories, sentences_of
from tui.story.model import Article, Passage, Story

_DROPPED = 0.15
_PARAGRAPH = 3
_SHARED = 0.15


@cache
def pool() -> list[list[list[str]]]:
    """The sentences of the open stories: story, article, sentence."""
    return [
        [sentences_of(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]
        for folder in open_stories()
    ]


def heap(articles: int, passages: int, per_story: int = 10, seed: int = 1) -> Story:
    """`articles` articles of `passages` passages each, `per_story` of them on one event.

    Three in twenty sentences are sentences of the story with some words dropped, so that another article may
    have them too; the others are new, out of parts of the story's sentences. Beyond the stories that there
    are, names get another ending, so that they differ.
    """
    chance = random.Random(seed)
    made = [_article(number, number // per_story, passages, chance) for number in range(articles)]
    return Story("heap", "heap", tuple(made))


def _article(number: int, story: int, size: int, chance: random.Random) -> Article:
    sources = pool()[story % len(pool())]
    again = story // len(pool())
    known = [sentence for source in sources for sentence in source]
    sentences = [
        _varied(chance.choice(known) if chance.random() < _SHARED else _new(known, chance), again, chance)
        for _ in range(size)
    ]
    text, passages = "", []
    for index, sentence in enumerate(sentences):
        passages.append(Passage(len(text), len(text) + len(sentence), "sentence", index // _PARAGRAPH))
        text += sentence + (" " if (index + 1) % _PARAGRAPH else "\n\n")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(f"a{number + 1}", f"{number + 1}.txt", text, tuple(passages), "", digest)


def _new(known: list[str], chance: random.Random) -> str:
    """A sentence nobody else has, on the same things: parts of six."""
    parts = [chance.choice(known).split() for _ in range(6)]
    return " ".join(word for part in parts for word in _part(part, chance))


def _part(words: list[str], chance: random.Random) -> list[str]:
    start = chance.randrange(max(1, len(words) - 3))
    return words[start : start + 4]


def _varied(sentence: str, again: int, chance: random.Random) -> str:
    words = [word for word in sentence.split() if chance.random() > _DROPPED] or sentence.split()
    ending = "abcdefghij"[again % 10] * again
    return " ".join(_renamed(word, ending) if word[0].isupper() or len(word) > 6 else word for word in words)


def _renamed(word: str, ending: str) -> str:
    stripped = word.rstrip(".,;:!?”\"'’")
    return stripped + ending + word[len(stripped) :]
