"""What changed since an editor last looked at a story: in articles, claims, findings and colleagues' work."""

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from tui.claims import history, placing, queries, versions
from tui.claims.codec import encode
from tui.claims.journal import Journal
from tui.claims.kin import file_gone, kin
from tui.claims.marks import BY_WORDS
from tui.claims.model import Claim, Event
from tui.claims.versions import identity_of
from tui.story.model import Article, Story

_KEY = "look"
LONGEST_SENTENCE = 300
"""Characters kept of what a finding says."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A finding that is no longer there: its id, and what it said, "" where that was not kept."""

    id: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Departed:
    """An article that was in the story and is no longer: its identity and title, and how many claims stood on it.

    `gone` says whether its file is no longer there.
    """

    article: str
    title: str
    claims: int
    gone: bool


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """An article that came back changed: its two versions by SHA-256, and how its passages differ.

    `index` is its place in the story. The counts are None where the text last seen is no longer kept.
    """

    index: int
    before: str
    after: str
    changed: int | None
    gone: int | None
    new: int | None


@dataclass(frozen=True, slots=True)
class Morning:
    """Everything that changed since the last look, which was `at` (ISO 8601, UTC).

    `findings_open` are those seen before that are still there and have no verdict. `work` is what colleagues
    did since, oldest first. `pins_lost` are the ids of pins that stood then. False where nothing changed.
    """

    at: str
    articles: tuple[ArticleChange, ...]
    arrived: tuple[int, ...]
    claims: tuple[Claim, ...]
    findings_gone: tuple[Gone, ...]
    findings_new: tuple[str, ...]
    findings_open: tuple[str, ...]
    work: tuple[Event, ...]
    departed: tuple[Departed, ...] = ()
    pins_lost: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        articles = (self.articles, self.arrived, self.departed)
        return any((*articles, self.claims, self.findings_gone, self.findings_new, self.work, self.pins_lost))


def since_last_look(
    connection: sqlite3.Connection, editor: str, story: Story, findings: Iterable[str], lost: Iterable[str] = ()
) -> Morning | None:
    """What changed for `editor`; None where the story is looked at for the first time.

    `findings` are the ids of the findings there are now, `lost` those of pins whose passages are gone. `claims` are
    those that moved, want rechecking or lost their quote, and those that colleagues touched.
    """
    stories = kin(connection, story.id, [identity_of(article) for article in story.articles])
    look = _looked(connection, editor, stories)
    if look is None:
        return None
    events = [event for event in history.events_after(connection, look["event"]) if event.story in stories]
    others = (event for event in events if event.editor != editor and not event.automatic)
    work = [event for event in others if not event.subject.startswith(BY_WORDS)]
    # A claim found at its old place with its old words in a new version is as it was.
    told = [event for event in events if event in work or (event.automatic and event.verb != "place")]
    touched = {event.subject for event in told if event.kind == "claim"}
    claims = [found.claim for found in placing.on_articles(connection, story.articles)]
    judged = _judged(connection, story.id)
    seen, now = _without_same(_sentences(look["findings"]), _sentences(findings))
    return Morning(
        at=look["at"],
        articles=tuple(_changed_articles(connection, look["articles"], story.articles)),
        arrived=tuple(
            index for index, article in enumerate(story.articles) if identity_of(article) not in look["articles"]
        ),
        claims=tuple(claim for claim in claims if claim.id in touched),
        findings_gone=tuple(Gone(name, sentence) for name, sentence in sorted(seen.items()) if name not in now),
        findings_new=tuple(name for name in now if name not in seen),
        findings_open=tuple(name for name in now if name in seen and name not in judged),
        work=tuple(work),
        departed=tuple(_departed(connection, look["articles"], story.articles)),
        pins_lost=tuple(name for name in lost if name not in look.get("lost", ())),
    )


def look(journal: Journal, story: Story, findings: Iterable[str], lost: Iterable[str] = ()) -> None:
    """Remember what the editor sees now, and keep the texts; nothing that can be undone."""
    journal.name_story(story.id, story.name)
    journal.keep_articles(story.id, story.articles)
    value = {
        "at": journal.at,
        "event": history.last_event(journal.connection),
        "articles": {identity_of(article): article.sha256 for article in story.articles},
        "findings": _sentences(findings),
        "lost": list(lost),
    }
    journal.connection.execute(
        "INSERT OR REPLACE INTO memory (editor, story, key, value) VALUES (?, ?, ?, ?)",
        (journal.editor, story.id, _KEY, encode(value)),
    )


def seen_articles(connection: sqlite3.Connection, editor: str, story: str) -> Mapping[str, str]:
    """The articles of a story as an editor last looked at them: SHA-256 by identity."""
    look = _looked(connection, editor, [story])
    return look["articles"] if look else {}


def _looked(connection: sqlite3.Connection, editor: str, stories: Sequence[str]) -> dict[str, Any] | None:
    """The editor's last look at the first of these stories, else the latest at any of the others."""
    looks: list[dict[str, Any]] = []
    for story in stories:
        row = connection.execute(
            "SELECT value FROM memory WHERE editor = ? AND story = ? AND key = ?", (editor, story, _KEY)
        ).fetchone()
        if row is not None:
            looks.append(json.loads(row[0]))
            if story == stories[0]:
                break
    return max(looks, key=lambda look: str(look["at"]), default=None)


def _without_same(seen: dict[str, str], now: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Findings seen and present; one that says what another said is that one, in an article changed elsewhere."""
    gone: dict[str, list[str]] = {}
    for name, sentence in seen.items():
        if name not in now and sentence:
            gone.setdefault(_said(sentence), []).append(name)
    same = {name: gone[_said(now[name])].pop() for name in now if name not in seen and gone.get(_said(now[name]))}
    renamed = {before: after for after, before in same.items()}
    return {renamed.get(name, name): sentence for name, sentence in seen.items()}, now


def _said(sentence: str) -> str:
    """What a finding says in whatever order, without the places: articles that are renumbered swap its sides."""
    return " ".join(sorted(re.findall(r"\w+", sentence.rpartition("  ")[2].casefold())))


def _sentences(findings: Iterable[str]) -> dict[str, str]:
    """What each finding says, by id; looks of before kept the ids alone."""
    said = findings if isinstance(findings, Mapping) else dict.fromkeys(findings, "")
    return {name: sentence[:LONGEST_SENTENCE] for name, sentence in said.items()}


def _changed_articles(
    connection: sqlite3.Connection, seen: Mapping[str, str], articles: Sequence[Article]
) -> Iterable[ArticleChange]:
    for index, article in enumerate(articles):
        before = seen.get(identity_of(article))
        if before is None or before == article.sha256:
            continue
        text = versions.text_of(connection, before)
        counts = (None, None, None) if text is None else passage_changes(text, article)
        yield ArticleChange(index, before, article.sha256, *counts)


def _departed(
    connection: sqlite3.Connection, seen: Mapping[str, str], articles: Sequence[Article]
) -> Iterable[Departed]:
    # The same text elsewhere has its claims with it: it was moved, or its folder was.
    here = {identity_of(article) for article in articles} | {article.sha256 for article in articles}
    for identity, sha256 in seen.items():
        if here.isdisjoint((identity, sha256)):
            title = versions.title_of(connection, sha256)
            yield Departed(identity, title, queries.claims_on(connection, identity), file_gone(identity))


def passage_changes(before: str, article: Article) -> tuple[int, int, int]:
    """How many passages of a former text are changed, gone and new in an article."""
    from tui.story.passages import passages

    old = [before[passage.start : passage.end] for passage in passages(before, article.language)]
    new = [article.quote(index) for index in range(len(article.passages))]
    changed = gone = added = 0
    for name, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            continue
        both = min(i2 - i1, j2 - j1)
        changed, gone, added = changed + both, gone + i2 - i1 - both, added + j2 - j1 - both
    return changed, gone, added


def _judged(connection: sqlite3.Connection, story: str) -> set[str]:
    rows = connection.execute(
        "SELECT subject FROM marks WHERE kind = 'finding' AND story = ? AND value <> 'null'", (story,)
    )
    return {subject for (subject,) in rows}
