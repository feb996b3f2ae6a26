"""Draws probes: real paraphrases with one edit, from pairs that no rule was tuned on where asked."""

import random

from tests.accuracy.conflict.edits import CONFLICTS, CONTROLS
from tests.accuracy.conflict.sources import Labelled, half, labelled, rows

PER_KIND = 120


def bases(which: int) -> list[tuple[str, str, str]]:
    """Paraphrases of news (MRPC train) with an id, of one half by hash; none that news_gold holds."""
    gold = {frozenset((row.a.strip(), row.b.strip())) for row in labelled("news_gold")}
    return [
        (f"mrpc{number}", row["a"], row["b"])
        for number, row in enumerate(rows("align/mrpc_train"))
        if row["label"] == 1
        and half(f"mrpc{number}") == which
        and frozenset((row["a"].strip(), row["b"].strip())) not in gold
    ]


def probes(seed: int, which: int, per_kind: int = PER_KIND) -> list[Labelled]:
    """Up to `per_kind` probes of each kind, drawn with `seed` from the half `which` of the paraphrases."""
    pairs = bases(which)
    drawn: list[Labelled] = []
    for kind, edit in {**CONFLICTS, **CONTROLS}.items():
        rng = random.Random(f"{seed}-{kind}")
        order = pairs[:]
        rng.shuffle(order)
        found = 0
        for name, one, other in order:
            a, b = (one, other) if rng.random() < 0.5 else (other, one)
            edited = edit(a, b, rng)
            if edited is None or (edited[0] == b and kind != "plain"):
                continue
            label = "certainty" if kind == "modality" else "overlap" if kind in CONTROLS else "conflict"
            drawn.append(Labelled(f"{kind}-{name}", a, edited[0], label, "probe", kind, edited[1]))
            found += 1
            if found == per_kind:
                break
    return drawn
