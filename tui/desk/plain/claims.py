"""Commands that tag, note, rate and judge; each is in the store before it is told."""

from collections.abc import Iterator
from functools import partial

from tui.desk.draw.words import address, in_quotes
from tui.desk.lines import one_line
from tui.desk.plain.asking import ask
from tui.desk.plain.details import NO_CLAIM, where_of
from tui.desk.plain.state import PlainState
from tui.desk.plain.wording import claim_line
from tui.desk.reading.linking import opposite
from tui.desk.record.judging import APPARENT, IGNORE, NAMES, REAL, FindingVerdict
from tui.story import sanitise_line

Lines = Iterator[str]


def _tag(both: bool, reader: PlainState, argument: str) -> Lines:
    if both:
        reader.need_comparison()
    tags = reader.claiming.tag_set.tags
    if not argument:
        yield (
            "tags: "
            + ", ".join(f"{tag.letter} {tag.name}" for tag in tags)
            + "; the letter, or / and a name, is the next line"
        )
        ask(reader, partial(_tag, both), "nothing tagged")
        return
    name = next((tag.name for tag in tags if argument in (tag.letter, tag.name)), "")
    if not name and len(argument) == 1:
        yield f"{one_line(sanitise_line(argument))} is the letter of no tag: t lists them, t / and a name makes one"
        return
    name = name or one_line(sanitise_line(argument.removeprefix("/")))
    if not name:
        yield "nothing tagged: no name"
        return
    places = [reader.reading.place, *(opposite(reader.reading) if both else ())]
    claim = reader.claiming.tag(places, name)
    yield f"{', '.join(map(address, places))} tagged {', '.join(claim.tags)}, saved"


tag, tag_both = partial(_tag, False), partial(_tag, True)


def status(reader: PlainState, argument: str) -> Lines:
    """Rate the claim here, or the one made last."""
    ratings = reader.claiming.tag_set.ratings
    letters = "statuses: " + ", ".join(f"{rating.letter} {rating.name}" for rating in ratings)
    claim = reader.claiming.here_or_last(reader.reading.place)
    if claim is None:
        yield NO_CLAIM
        return
    if not argument:
        ask(reader, status, "status as it was")
        yield f"{letters}; the letter or the name is the next line"
        return
    rating = next((rating for rating in ratings if argument in (rating.letter, rating.name)), None)
    if rating is None:
        yield f"no status {one_line(sanitise_line(argument))}; {letters}"
        return
    where = where_of(reader, claim)
    reader.claiming.rate(claim, rating)
    yield f"{where}{in_quotes(one_line(claim.quote))} is {rating.name}, saved"


def note(reader: PlainState, argument: str) -> Lines:
    """Note something on the claim here; without one, on the passage."""
    claim = reader.claiming.here(reader.reading.place)
    text = sanitise_line(argument)
    if not text:
        present = f"note now: {claim.note}" if claim is not None and claim.note else "no note here"
        ask(reader, note, "note as it was")
        yield f"{present}; the note is the next line, an empty line leaves it"
        return
    if claim is None:
        reader.claiming.note_anchors(reader.claiming.anchors_at(reader.reading), text)
    else:
        reader.claiming.note(claim, text)
    yield f"note on {address(reader.reading.place)} saved"


def drop(reader: PlainState, argument: str) -> Lines:
    """Drop the claim here."""
    claim = reader.claiming.here(reader.reading.place)
    if claim is None:
        yield "no claim on this passage"
        return
    reader.claiming.drop(claim)
    yield "claim dropped, saved; u brings it back"


def list_claims(reader: PlainState, argument: str) -> Lines:
    """All claims on the story."""
    claiming = reader.claiming
    for claim in claiming.claims:
        place = claiming.place(claim)
        yield claim_line(claim, place) if place else claim_line(claim)
    if not claiming.claims:
        yield "no claims yet"


def _judge(verdict: FindingVerdict, reader: PlainState, argument: str) -> Lines:
    reader.need_comparison()
    found = [other for other in reader.reading.counterparts() if other.link.relation == "conflict"]
    if not found:
        yield "no finding on this passage"
        return
    given = reader.judging.judge([found[0].link], verdict)
    yield f"{found[0].link.reason}: {'no longer judged' if given is None else f'judged {NAMES[given]}'}, saved"


real, apparent, ignore = (partial(_judge, verdict) for verdict in (REAL, APPARENT, IGNORE))


def undo(reader: PlainState, argument: str) -> Lines:
    """Take back the latest action."""
    action = reader.claiming.undo(force=argument == "force")
    yield "nothing to undo" if action is None else f"{action.sentence}{'' if action.done else '; u force goes ahead'}"


def redo(reader: PlainState, argument: str) -> Lines:
    """Do again what was undone."""
    action = reader.claiming.redo(force=argument == "force")
    yield "nothing to redo" if action is None else f"{action.sentence}{'' if action.done else '; U force goes ahead'}"
