"""Reads the labelled pairs of `../shared/data/conflict` and splits them."""

import hashlib
import json
from dataclasses import dataclass
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


def half(source: str) -> int:
    """0 (to tune on) or 1 (to report) by the hash of a source's id, whatever sample it was drawn into."""
    plain = source.removeprefix("rnd-").removeprefix("pool-")
    return int(hashlib.sha256(plain.encode()).hexdigest(), 16) % 2


def story_folders() -> list[Path]:
    """The story folders that may be looked at: all but the last eight by name."""
    folders = sorted(path for path in (SHARED / "data" / "stories").iterdir() if path.is_dir())
    return folders[:-RESERVED_STORIES]
