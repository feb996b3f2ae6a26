"""Reads the labelled pairs of `../shared/data/conflict` and splits them."""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[4] / "shared"
RESERVED_STORIES = 8


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two texts with a label ("conflict", "overlap", "neutral", "certainty") and where they come from.

    `kind` is the type of a generated edit or of the set's own; `b_span` is where the edit stands in `b`.
    """

    id: str
    a: str
    b: str
    label: str
    split: str = ""
    kind: str = ""
    b_span: tuple[int, int] | None = None


def present() -> bool:
    """Whether the labelled pairs are there."""
    return (SHARED / "data" / "conflict").is_dir()


def rows(path: str) -> list[dict[str, Any]]:
    """The rows of a JSON lines file under `data`, without the extension."""
    lines = (SHARED / "data" / f"{path}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def labelled(name: str) -> list[Labelled]:
    """The pairs of a set under `data/conflict`."""
    return [
        Labelled(
            str(row["id"]), row["a"], row["b"], row["label"], row.get("split", ""), row.get("type", ""),
            tuple(row["b_span"]) if row.get("b_span") else None,
        )
        for row in rows(f"conflict/{name}")
    ]  # fmt: skip


def judged() -> list[Labelled]:
    """Natural pairs judged by hand for this project, labelled "conflict", "none" or "open"; see `natural.tsv`.

    They come from sets that `news_gold` was drawn from, but none of its pairs is among them, nor any that the
    probes of the half not tuned on are made of.
    """
    sets = {"mrpc": "mrpc", "sts": "sts_headlines"}
    pairs = {(name, row.id): row for name, file in sets.items() for row in labelled(file)}
    lines = Path(__file__).with_name("natural.tsv").read_text(encoding="utf-8").splitlines()
    fields = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [replace(pairs[name, number], label=label) for name, number, label in fields]


def unjudged() -> list[Labelled]:
    """The pairs that `judged` was drawn from and that nobody judged: nearly all without a conflict."""
    read, gold = {row.id for row in judged()}, {_key(row.a, row.b) for row in labelled("news_gold")}
    kept_apart = {
        _key(row["a"], row["b"]) for number, row in enumerate(rows("align/mrpc_train")) if half(f"mrpc{number}") == 1
    }
    drawn = [row for name in ("mrpc", "sts_headlines") for row in labelled(name)]
    return [r for r in drawn if r.id not in read and _key(r.a, r.b) not in gold and _key(r.a, r.b) not in kept_apart]


def _key(a: str, b: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).casefold() for text in (a, b))


def half(source: str) -> int:
    """0 (to tune on) or 1 (to report) by the hash of a source's id, whatever sample it was drawn into."""
    plain = source.removeprefix("rnd-").removeprefix("pool-")
    return int(hashlib.sha256(plain.encode()).hexdigest(), 16) % 2


def story_folders() -> list[Path]:
    """The story folders that may be looked at: all but the last eight by name."""
    folders = sorted(path for path in (SHARED / "data" / "stories").iterdir() if path.is_dir())
    return folders[:-RESERVED_STORIES]
