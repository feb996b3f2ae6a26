"""Reports of the story on the desk, each into a new file: nothing that is there is ever written over."""

import errno
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.claims import Store
from tui.compare.model import Comparison
from tui.reports.claims_report import claims_report, story_html, story_markdown
from tui.reports.document import markdown, page
from tui.reports.exchange import export_claims, handover
from tui.reports.handover import findings_lines
from tui.story.model import Story

ENDINGS = {
    "handover": ("-handover.json", "-handover.txt"),
    "markdown": (".md",),
    "json": ("-claims.json",),
    "csv": ("-claims.csv",),
    "web": (".html",),
}
"""The files of each report, by what follows the name of the story."""

_NOT_IN_NAMES = re.compile(r"[^\w-]+")


def export(
    kind: str, store: Store, story: Story, comparison: Comparison | None, verdicts: Mapping[str, str] | None = None
) -> list[Path]:
    """Write the report of that kind into the current folder, or else beside the store; the files made.

    `verdicts` are the editor's on the findings of the comparison, by id.

    Raises:
        StoreError: the store cannot be read.
        OSError: neither folder can be written.
    """
    texts = _texts(kind, store, story, comparison, verdicts)
    try:
        return _written(Path.cwd(), story.name, ENDINGS[kind], texts)
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        return _written(store.path.parent, story.name, ENDINGS[kind], texts)


def _texts(
    kind: str, store: Store, story: Story, comparison: Comparison | None, verdicts: Mapping[str, str] | None
) -> Sequence[str]:
    if kind == "handover":
        findings = findings_lines(story, comparison, verdicts or {}) if comparison else ()
        return handover(store, story=story.id, findings=findings)
    if kind in ("json", "csv"):
        return (export_claims(store, kind, story=story.id),)
    claims = store.claims_on(story.articles)
    if comparison is None:
        return ((markdown if kind == "markdown" else page)(claims_report(claims)),)
    return ((story_markdown if kind == "markdown" else story_html)(story, comparison, claims, verdicts),)


def _written(folder: Path, name: str, endings: Sequence[str], texts: Sequence[str]) -> list[Path]:
    stem = _NOT_IN_NAMES.sub("-", name).strip("-")[:60] or "story"
    number = 1
    while True:
        tail = "" if number == 1 else f"-{number}"
        paths = [folder / f"{stem}{tail}{ending}" for ending in endings]
        number += 1
        if not any(map(os.path.lexists, paths)):
            break
    for path, text in zip(paths, texts, strict=True):
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text if text.endswith("\n") else text + "\n")
    return paths
