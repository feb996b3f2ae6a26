"""A story of many articles, made up with a fixed seed: the text the budgets are measured on."""

from __future__ import annotations

from pathlib import Path
from random import Random

NOUNS = [
    "ferry", "harbour", "captain", "inquiry", "radar", "lifeboat", "engineer", "passenger", "coast", "storm",
    "council", "repair", "witness", "cable", "company", "union", "deck", "crew", "engine", "minister", "report",
    "mayor", "bridge", "island", "fishery", "tug", "pilot", "budget", "court", "school", "hospital", "clinic",
    "archive", "orchard", "railway", "tunnel", "theatre", "market", "glacier", "reservoir",
]  # fmt: skip
ADJECTIVES = [
    "old", "northern", "damaged", "independent", "former", "local", "unnamed", "senior", "public", "missing",
    "crowded", "narrow", "early", "careful", "official", "regional", "costly", "silent", "wooden", "empty",
]  # fmt: skip
VERBS = [
    "inspected", "delayed", "warned", "repaired", "described", "closed", "questioned", "rebuilt", "left",
    "praised", "flooded", "searched", "ignored", "funded", "visited", "blocked", "reopened", "defended",
    "photographed", "measured",
]  # fmt: skip
TIMES = ["on Monday", "last spring", "after midnight", "before the storm", "in March", "for the first time", "again"]
FRAMES = [
    "The {a} {n} {v} the {b} {m} {t}.",
    "The {a} {n} {v} {number} {m}s {t}, the {k} said.",
    "“Nobody {v} the {b} {m},” said the {a} {n}, who arrived {t} with {number} others.",
    "According to the {a} {n}, the {m} and the {k} were {v} {t}, at a cost of {number} million crowns.",
    "A {b} {m} near the {k} was {v} {t}.",
]


def sentence(random: Random) -> str:
    """One sentence of the made-up story."""
    nouns = random.sample(NOUNS, 3)
    return random.choice(FRAMES).format(
        a=random.choice(ADJECTIVES),
        b=random.choice(ADJECTIVES),
        n=nouns[0],
        m=nouns[1],
        k=nouns[2],
        v=random.choice(VERBS),
        t=random.choice(TIMES),
        number=random.randint(2, 90),
    )


def write_story(folder: Path, articles: int = 8, passages: int = 60, seed: int = 1) -> Path:
    """Write articles of `passages` sentences each; a third of them come from a common stock."""
    random = Random(seed)
    stock = [sentence(random) for _ in range(passages)]
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, articles + 1):
        own = [sentence(random) for _ in range(passages - passages // 3)]
        sentences = own + random.sample(stock, passages // 3)
        random.shuffle(sentences)
        paragraphs = [" ".join(sentences[start : start + 3]) for start in range(0, passages, 3)]
        text = f"The ferry: account {number}\n\n" + "\n\n".join(paragraphs) + "\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder
