"""What an editor entered and decided at the desk, for the commands that compare without it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.settings.paths import default_store_path
from tui.story.model import Story

if TYPE_CHECKING:
    from tui.compare.model import Comparison, PinnedPair

    Compare = Callable[[tuple[PinnedPair, ...], frozenset[str]], Comparison]


@dataclass(frozen=True, slots=True)
class Entered:
    """A story with its sources as they were entered, and what was decided about its links.

    `store` is the file to ask for verdicts; None where there is none, or where decisions are not wanted. `parted` are
    the places of links broken in earlier versions of the articles.
    """

    story: Story
    pins: tuple[PinnedPair, ...] = ()
    broken: frozenset[str] = frozenset()
    store: Path | None = None
    parted: tuple[PinnedPair, ...] = ()


def entered_for(story: Story, named: Path | None, *, decisions: bool = True) -> Entered:
    """What the store holds for these articles; `named` is its file, None for the usual one.

    Without a store nothing of it is imported. One that cannot be read costs a line on standard error.
    """
    path = named or default_store_path()
    if not os.path.isfile(path):
        return Entered(story)
    from tui.claims import Store, StoreError
    from tui.claims.decisions import parted_on, pins_on
    from tui.claims.describing import described_story

    try:
        with Store(path, read_only=True) as store:
            story = described_story(store, story)
            if not decisions:
                return Entered(story)
            pins = tuple(pair for _, pair in pins_on(store, story.articles) if pair is not None)
            broken = frozenset(store.broken_links())
            return Entered(story, pins, broken, path, parted_on(store, story.articles) if broken else ())
    except StoreError as error:
        print(f"copydesk: what was entered and decided at the desk is left out: {error}", file=sys.stderr)
        return Entered(story)


def compared(entered: Entered, compare: Compare) -> tuple[Comparison, Mapping[str, str]]:
    """The comparison as the desk would have it, and the editor's verdicts on its findings; what is ignored is left out.

    `compare` is called with pins and broken links; a second time where the store knows links by their words only.
    """
    comparison = compare(entered.pins, entered.broken)
    if entered.store is None:
        return comparison, {}
    from tui.claims import Store, StoreError
    from tui.claims.decisions import broken_by_words, verdicts_on
    from tui.reports.selection import without_ignored

    again = broken_by_words(entered.story, comparison, entered.broken, entered.parted)
    if again:
        comparison = compare(entered.pins, entered.broken | again)
    try:
        with Store(entered.store, read_only=True) as store:
            verdicts = verdicts_on(store, entered.story, comparison)
    except StoreError:
        return comparison, {}
    return without_ignored(comparison, verdicts), verdicts
