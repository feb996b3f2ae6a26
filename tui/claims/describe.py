"""History in words: one sentence for what was done."""

from collections.abc import Sequence

from tui.claims.model import Event

_QUOTED = 48
_DECIDED = {"pin": "two passages pinned", "break": "a link broken"}
_SET = {"speaker": "speaker", "priority": "priority", "assign": "assigned_to"}
"""The fields that an action sets to one word or a few, by the action."""


def subject_words(event: Event, quote: str | None) -> str:
    """What an event was about, as the editor knows it."""
    if event.kind == "claim":
        return f"“{shorten(quote)}”" if quote else "a claim"
    return {
        "finding": "the verdict on a finding",
        "pin": "a pinned pair",
        "break": "a broken link",
        "checked": "a checked mark",
        "source": "the details of a source",
        "story": "the name of the story",
    }.get(event.kind, event.kind)


def deed(event: Event) -> str:
    """What an event did to its subject, without the subject."""
    if event.kind != "claim":
        after = event.changes.get("value", (None, None))[1]
        if event.kind in ("pin", "break"):
            return f"{_DECIDED[event.kind]} taken back" if after is None else _DECIDED[event.kind]
        return event.verb if after is None else f"{event.verb} {_plain(after)}".strip()
    tags = [name.removeprefix("tag:") for name in event.changes if name.startswith("tag:")]
    if event.verb == "add":
        return f"tag {', '.join(tags)}" if tags else "add"
    if event.verb in ("tag", "untag"):
        return f"{event.verb} {', '.join(tags)}"
    if event.verb in ("status", "restore") and "verdict" in event.changes:
        status, verdict, *_ = event.changes["verdict"][1]
        return f"{event.verb} {verdict or status}"
    field = _SET.get(event.verb)
    if field is not None and field in event.changes:
        return f"{event.verb} {shorten(event.changes[field][1]) or 'none'}"
    return event.verb


def reverted(way: str, events: Sequence[Event], quote: str | None) -> str:
    """One sentence for an undo ("Undone") or a redo ("Done again") of `events`."""
    first = events[0]
    if first.kind in ("pin", "break"):
        named = [subject_words(event, quote if event is first else None) for event in events]
        times = ((name, named.count(name)) for name in dict.fromkeys(named))
        said = " and ".join(f"{name}, in {count} places" if count > 1 else name for name, count in times)
        taken = first.changes["value"][1] is None
        return f"{way}: {'taking back ' * taken}{said}."
    if first.kind != "claim":
        return f"{way}: {_mark_words(first)}."
    more = f" and {len(events) - 1} more" if len(events) > 1 else ""
    return f"{way}: {deed(first)} on {subject_words(first, quote)}{more}."


def _mark_words(event: Event) -> str:
    """What was decided or entered on something other than a claim, as the editor would say it."""
    before, after = event.changes.get("value", (None, None))
    if event.kind == "source":
        had, has = before or {}, after or {}
        changed = [name for name in {**had, **has} if had.get(name) != has.get(name)]
        entered = ", ".join(f"{name} “{shorten(str(has[name]))}”" for name in changed if name in has)
        cleared = " and ".join(name for name in changed if name not in has)
        said = [f"{entered} entered for a source"] if entered else []
        return " and ".join([*said, *([f"{cleared} of a source taken out"] if cleared else [])])
    if event.kind == "story":
        return f"the name “{shorten(_plain(after))}” of the story" if after else "taking the story's name away"
    if event.kind == "finding" and after is not None:
        return f"the verdict {_plain(after)} on a finding"
    return f"{'taking back ' * (after is None)}{subject_words(event, None)}"


def shorten(text: str | None, width: int = _QUOTED) -> str:
    """`text` on one line, cut at a word where it is longer than `width` characters."""
    words = " ".join((text or "").split())
    if len(words) <= width:
        return words
    cut = words[: width - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return ", ".join(f"{name} {content}" for name, content in value.items() if content)
    return ""
