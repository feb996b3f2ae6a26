"""The claims of a story in the order an editor settles them, and which of them a filter lists."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from tui.claims.model import Claim
from tui.claims.searching import FIELDS
from tui.desk.keyboard.keys import key_for
from tui.desk.reading.links import Place
from tui.desk.views.rows import Row

ORPHAN, RECHECK, REST = "orphan", "recheck", "rest"


def heading(kind: str) -> str:
    """What stands over the claims listed under a kind, with the keys to decide on them."""
    reattach = key_for("claim.reattach")
    if kind == ORPHAN:
        return f"the quote or its article is gone: {reattach} reattaches, {key_for('tag.drop')} drops"
    if kind == RECHECK:
        keep, status = key_for("claim.keep"), key_for("claim.status")
        return f"the words changed: {keep} keeps the status, {status} gives another, {reattach} reattaches"
    return "in the order of the text"


def kind_of(claim: Claim) -> str:
    """What a claim is listed under."""
    return claim.state if claim.state in (ORPHAN, RECHECK) else REST


def claim_rows(claims: Iterable[Claim], place_of: Callable[[Claim], Place | None]) -> list[Row[Claim]]:
    """Orphans, then what is to recheck, then the rest; a heading stands over each where there is more than one kind."""
    nowhere = (1_000_000, 0)
    in_order = sorted(claims, key=lambda claim: (place_of(claim) or nowhere, claim.created))
    found = {kind: [claim for claim in in_order if kind_of(claim) == kind] for kind in (ORPHAN, RECHECK, REST)}
    rows: list[Row[Claim]] = []
    for kind, some in found.items():
        if some and (kind != REST or rows):
            rows.append(Row(heading=f"{heading(kind)} ({len(some)})"))
        rows += [Row(claim) for claim in some]
    return rows


def fields_of(claim: Claim, articles: Sequence[str]) -> dict[str, str]:
    """What each word of a filter is looked for in, folded; `articles` are the numbers of those it stands on."""
    titles = [anchor.title for anchor in claim.anchors]
    found = {
        "tag": "\n".join(claim.tags),
        "status": "\n".join(filter(None, (claim.status, claim.verdict, claim.state))),
        "article": "\n".join((*articles, *titles)),
        "editor": "\n".join(filter(None, (claim.author, claim.assigned_to, claim.checked_by))),
        "story": claim.story_name,
    }
    words = (claim.quote, claim.text, claim.note, claim.speaker or "", claim.priority or "")
    return {name: text.casefold() for name, text in {**found, "": "\n".join((*found.values(), *words))}.items()}


def matches(fields: Mapping[str, str], wanted: str) -> bool:
    """Whether every word of the filter is found: anywhere, or after "tag:", "status:" … there."""
    for word in wanted.casefold().split():
        name, colon, value = word.partition(":")
        if colon and name in FIELDS:
            if name == "article" and value.isdigit():
                if value not in fields[name].split("\n"):
                    return False
            elif value not in fields[name]:
                return False
        elif word not in fields[""]:
            return False
    return True


def across_stories(wanted: str) -> bool:
    """Whether a filter asks for claims of other stories too."""
    return any(word.startswith("story:") for word in wanted.casefold().split())
