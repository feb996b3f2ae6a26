"""Reads the labelled cases of `../shared/data`."""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sentencex

from tui.story.model import Article, Story
from tui.story.passages import passages as passages_in

SHARED = Path(__file__).resolve().parents[4] / "shared"
RESERVED = 8


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a cluster: its sentences, and the indexes of those that are annotated."""

    name: str
    sentences: tuple[str, ...]
    annotated: frozenset[int]


@dataclass(frozen=True, slots=True)
class Topic:
    """All documents of a topic and the sentence pairs that are linked: (document, sentence) twice."""

    number: int
    documents: tuple[Document, ...]
    links: frozenset[frozenset[tuple[int, int]]]


def present() -> bool:
    """Whether the labelled cases are there."""
    return (SHARED / "data" / "align").is_dir()


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a JSON lines file under `data`."""
    text = (SHARED / "data" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def open_stories() -> list[Path]:
    """The folders of full-text stories that may be looked at: all but the last eight by name."""
    return sorted(path for path in (SHARED / "data" / "stories").iterdir() if path.is_dir())[:-RESERVED]


def sentences_of(text: str) -> list[str]:
    """Sentences of a plain text, paragraph by paragraph."""
    return [s.strip() for line in re.split(r"\n+", text) for s in sentencex.segment("en", line) if s.strip()]


def ecb_topics(split: str) -> list[Topic]:
    """The topics of ECB+ ("train" or "dev"), each with both of its sub-topics."""
    grouped: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows("align/ecbplus_clusters_train_dev.jsonl"):
        if row["split"] == split:
            grouped[row["topic"]].append(row)
    return [_topic(number, clusters) for number, clusters in sorted(grouped.items())]


def _topic(number: int, clusters: list[dict[str, Any]]) -> Topic:
    documents: list[Document] = []
    index: dict[str, int] = {}
    for cluster in clusters:
        for doc in cluster["docs"]:
            index[doc["id"]] = len(documents)
            documents.append(Document(doc["id"], tuple(doc["sentences"]), frozenset(doc["annotated"])))
    links = {
        frozenset({(index[a], i), (index[b], j)}) for cluster in clusters for a, i, b, j in cluster["links_strict"]
    }
    return Topic(number, tuple(documents), frozenset(links))


def story_of(texts: Sequence[str]) -> Story:
    """A story whose articles are cut into passages as files are."""
    articles = []
    for number, text in enumerate(texts, start=1):
        digest = hashlib.sha256(text.encode()).hexdigest()
        articles.append(Article(f"a{number}", f"{number}.txt", text, passages_in(text, "en"), "", digest))
    return Story("story", "story", tuple(articles))
