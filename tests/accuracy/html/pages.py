"""The saved pages with the article bodies that people copied from them, and the labels made for this project."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "html"
_LABELS = Path(__file__).with_name("labels.json")


@dataclass(frozen=True, slots=True)
class Label:
    """What a page shows of its publication: the day in its own time stamp; the author None where it names none."""

    title: str
    author: str | None
    published: str


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page by the name of its file, with the body of its article; the label of some."""

    name: str
    page: str
    body: str
    label: Label | None


def saved_pages() -> list[SavedPage]:
    """All pages, in the order of their names.

    Raises:
        FileNotFoundError: the data is not beside the checkout.
    """
    labels = json.loads(_LABELS.read_text(encoding="utf-8"))
    truths = json.loads((FOLDER / "ground-truth.json").read_text(encoding="utf-8"))
    return [
        SavedPage(
            name,
            gzip.decompress((FOLDER / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace"),
            truth["articleBody"],
            Label(**labels[name]) if name in labels else None,
        )
        for name, truth in sorted(truths.items())
    ]
