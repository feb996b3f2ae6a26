"""Commands about the claim here, or the one made last: who said it, how urgent it is, who checks it, its evidence."""

from collections.abc import Callable, Iterator

from tui.claims import Claim, Evidence
from tui.desk.draw.wordings import told_rewording
from tui.desk.draw.words import address, in_quotes
from tui.desk.keyboard.tagset import PRIORITIES
from tui.desk.lines import one_line
from tui.desk.plain.asking import ask
from tui.desk.plain.state import PlainState
from tui.desk.record.evidence import ITSELF, NO_ADDRESS, is_its_own, is_web
from tui.desk.record.speaking import UNKNOWN, speakers
from tui.story import sanitise_line

Lines = Iterator[str]
NO_CLAIM = "no claim here: t tags the passage"


def where_of(reader: PlainState, claim: Claim) -> str:
    """What comes before all that is said of a claim that is not on the passage under the cursor."""
    place = reader.claiming.place(claim)
    if place is None or claim in reader.claiming.by_place.get(reader.reading.place, ()):
        return ""
    return f"{address(place)}, the last one: "


def _of_claim(
    asked: Callable[[PlainState, Claim], str], take: Callable[[PlainState, Claim, str], str], nothing: str
) -> Callable[[PlainState, str], Lines]:
    """A command about the claim here: alone it asks, and the next line answers; an empty one does nothing."""

    def run(reader: PlainState, argument: str) -> Lines:
        claim = reader.claiming.here_or_last(reader.reading.place)
        if claim is None:
            yield NO_CLAIM
        elif argument:
            yield where_of(reader, claim) + take(reader, claim, one_line(sanitise_line(argument)))
        else:
            ask(reader, run, nothing)
            yield where_of(reader, claim) + asked(reader, claim)

    return run


def _who_said(reader: PlainState, claim: Claim) -> str:
    heard = [name for name in speakers(reader.claiming, claim) if name != claim.speaker]
    named = f"; named here: {', '.join(map(one_line, heard))}" if heard else ""
    takes = f"; {UNKNOWN} takes the name away" if claim.speaker else ""
    return f"who said it, now {one_line(claim.speaker or UNKNOWN)}{named}; the name is the next line{takes}"


def _take_speaker(reader: PlainState, claim: Claim, name: str) -> str:
    reader.claiming.set_speaker(claim, None if name == UNKNOWN else name)
    return "speaker unknown, saved" if name == UNKNOWN else f"said by {name}, saved"


def _how_urgent(reader: PlainState, claim: Claim) -> str:
    letters = ", ".join(f"{letter} {name}" for letter, name in PRIORITIES.items())
    return f"priority, now {one_line(claim.priority or 'none')}: {letters}, 0 none, or another word, is the next line"


def _take_priority(reader: PlainState, claim: Claim, typed: str) -> str:
    priority = None if typed in ("0", "none") else PRIORITIES.get(typed, typed)
    reader.claiming.set_priority(claim, priority)
    return f"priority {priority or 'none'}, saved"


def _in_which_words(reader: PlainState, claim: Claim) -> str:
    now = "the quote's own" if claim.text == claim.quote else one_line(claim.text)
    return f"the claim in your words, now {now}; your words, or = for the quote's own, are the next line"


def _take_wording(reader: PlainState, claim: Claim, text: str) -> str:
    reader.claiming.reword(claim, claim.quote if text == "=" else text)
    return f"claim in {'the words of the quote' if text == '=' else 'other words'}, saved"


def _who_checks(reader: PlainState, claim: Claim) -> str:
    names = ", ".join(map(one_line, reader.claiming.editors()))
    return f"who checks it, now {one_line(claim.assigned_to or 'nobody')}; a name ({names}) or nobody is the next line"


def _take_assignment(reader: PlainState, claim: Claim, name: str) -> str:
    reader.claiming.assign(claim, None if name == "nobody" else name)
    return f"assigned to {name}, saved"


speaker = _of_claim(_who_said, _take_speaker, "speaker as it was")
priority = _of_claim(_how_urgent, _take_priority, "priority as it was")
wording = _of_claim(_in_which_words, _take_wording, "words as they were")
assign = _of_claim(_who_checks, _take_assignment, "assigned as it was")


def keep(reader: PlainState, argument: str) -> Lines:
    """Keep a claim whose words changed as it is, with the status it had."""
    claim = reader.claiming.here_or_last(reader.reading.place)
    if claim is None:
        yield NO_CLAIM
    elif claim.state != "recheck":
        yield f"{where_of(reader, claim)}its words did not change"
    else:
        where, kept = where_of(reader, claim), reader.claiming.keep(claim)
        yield f"{where}kept, {kept.verdict or kept.status}, saved{told_rewording(claim, kept)}"


def evidence(reader: PlainState, argument: str) -> Lines:
    """This passage, or a web address, speaks for or against the claim made last."""
    claim = reader.claiming.last
    if claim is None:
        yield NO_CLAIM
        return
    url = sanitise_line(argument)
    (anchor,) = reader.claiming.anchors_at(reader.reading)
    if url and not is_web(url):
        yield f"not saved: {NO_ADDRESS}"
    elif not url and is_its_own(claim, anchor):
        yield ITSELF
    else:
        reader.claiming.add_evidence(claim, Evidence(url=url) if url else Evidence(anchor=anchor))
        what = one_line(url) or address(reader.reading.place)
        yield f"{what} is evidence for {in_quotes(one_line(claim.quote))}, saved"
