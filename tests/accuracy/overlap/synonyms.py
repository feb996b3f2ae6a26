"""Distils the engine's list of words that may stand for each other.

    .venv/bin/python -m tests.accuracy.overlap.synonyms [FOLDER]

FOLDER holds the database files of WordNet 3.0 (/usr/share/wordnet, as Debian's wordnet-base installs them).
Two stems are listed where a common sense of one word is a common sense of the other, or where people who
aligned the words of `../shared/data/word_align` train sentences linked them at least twice and in at least
three of ten sentences that have one on either side. Only stems that the background news knows are kept.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.accuracy.overlap.sources import rows
from tui.compare.text.background import background
from tui.compare.text.stopwords import STOPWORDS
from tui.compare.text.tokens import Token, stem_of, tokenise

TARGET = Path(__file__).resolve().parents[3] / "tui" / "compare" / "data" / "synonyms.json"
# How many of a word's senses, most frequent first, count as common, by part of speech.
SENSES = {"noun": 2, "verb": 3, "adj": 2, "adv": 1}
LEAST_SENTENCES = 3
LEAST_LINKS = 1.5
LEAST_SHARE = 0.3

Scores = dict[tuple[str, str], float]


def common_senses(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Words with the identifiers of their common senses."""
    for part, most in SENSES.items():
        for line in (folder / f"index.{part}").read_text(encoding="ascii").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                offsets = fields[int(fields[3]) + 6 :]
                yield fields[0], [f"{part}{offset}" for offset in offsets[:most]]


def usable(word: str) -> bool:
    """Whether `word` is one that the news uses."""
    known = background().stems.get(stem_of(word), 0)
    return word.isascii() and word.isalpha() and word not in STOPWORDS["en"] and known >= LEAST_SENTENCES


def from_wordnet(folder: Path) -> Scores:
    """Pairs of stems with one over one plus the summed ranks of the sense they share."""
    words: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for word, senses in common_senses(folder):
        if usable(word):
            for rank, sense in enumerate(senses):
                words[sense].append((stem_of(word), rank))
    scores: Scores = {}
    for sharing in words.values():
        for k, (one, first) in enumerate(sharing):
            for two, second in sharing[k + 1 :]:
                if one != two:
                    pair = (min(one, two), max(one, two))
                    scores[pair] = max(scores.get(pair, 0.0), 1 / (1 + first + second))
    return scores


def from_alignments() -> Scores:
    """Pairs of stems with the share of the sentence pairs holding both in which they were linked."""
    linked: Counter[tuple[str, str]] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for name in ("mtref-train", "wiki-train"):
        for row in rows(f"word_align/{name}.jsonl"):
            sides = [[_token(word) for word in row[side].split()] for side in ("a", "b")]
            links = [tuple(map(int, link.split("-"))) for link in row["sure"]]
            many = [Counter(link[side] for link in links) for side in (0, 1)]
            for i, j in links:
                one, two = sides[0][i], sides[1][j]
                if one and two and one.stem != two.stem and not one.stop and not two.stop:
                    pair = (min(one.stem, two.stem), max(one.stem, two.stem))
                    linked[pair] += 1 / (many[0][i] * many[1][j]) ** 0.5
            stems = [{token.stem for token in side if token} for side in sides]
            together.update(
                (min(one, two), max(one, two)) for one in stems[0] - stems[1] for two in stems[1] - stems[0]
            )
    return {
        pair: min(1.0, count / together[pair])
        for pair, count in linked.items()
        if count >= LEAST_LINKS and together[pair] and count >= LEAST_SHARE * together[pair]
    }


def _token(word: str) -> Token | None:
    tokens = tokenise(word)
    return tokens[0] if len(tokens) == 1 else None


def main() -> None:
    """Distils and writes."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet")
    scores = from_wordnet(folder)
    for pair, score in from_alignments().items():
        if all(stem.isalpha() for stem in pair):
            scores[pair] = max(score, scores.get(pair, 0.0))
    pairs: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, two), score in sorted(scores.items()):
        pairs[one][two] = round(score, 2)
    about = (
        "stems that may stand for each other, with how readily; distilled from WordNet 3.0, Copyright 2006 "
        "by Princeton University, all rights reserved (https://wordnet.princeton.edu/license-and-commercial-use), "
        "and from counts of hand-aligned words"
    )
    data = {"about": about, "pairs": pairs}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    TARGET.write_text(text.replace('},"', '},\n"') + "\n", encoding="utf-8")
    print(f"{len(scores)} pairs, {TARGET.stat().st_size} bytes -> {TARGET.name}")


if __name__ == "__main__":
    main()
