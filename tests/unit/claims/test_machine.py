"""Random walks over two editors' stores: undo, redo and exchange lead where a plain model says."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.unit.claims.stories import article, story
from tests.unit.claims.tagging import tag
from tui.claims import Claim, Store
from tui.claims.check import check
from tui.claims.marks import SourceDetails
from tui.reports.claims_json import claims_json, read_claims_json

QUOTES = ("repairs costing $4.2 million", "12,000 cars a day", "3 March")
TAGS = st.sampled_from(("number", "date", "person"))
NOTES = st.text(st.sampled_from("ab\né=\x1b"), max_size=4)
STATUSES = st.sampled_from(("open", "checking", "done"))
VERDICTS = st.sampled_from((None, "true", "false"))
EDITORS = st.sampled_from((0, 1))


def content(claim: Claim) -> object:
    """All of a claim but its times, which tell when and not what."""
    return (claim.id, claim.anchors, claim.text, frozenset(claim.tags), claim.status, claim.verdict, claim.note,
            claim.dropped, claim.assigned_to, claim.evidence)  # fmt: skip


class Desk:
    """One editor's store, and all states it went through that undo leads back to."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / f"{name}.db"
        self.name = name
        self.store = Store(self.path, editor=name)
        self.past: list[object] = []
        self.future: list[object] = []

    def state(self) -> object:
        claims = sorted(self.store.claims(), key=lambda claim: claim.id)
        return [content(claim) for claim in claims], marks(self.store)

    def acts(self, act: Callable[[], object]) -> None:
        """Do something; where it left a line in the history it can be undone, and nothing be done again."""
        before, token = self.state(), self.store.changes_since(None).token
        act()
        if self.store.changes_since(None).token != token:
            self.past.append(before)
            self.future.clear()

    def goes_over(self, act: Callable[[], object], left: list[object], other: list[object]) -> None:
        """Undo or redo: the state is then the last that is `left` on that way, and this one on the `other`."""
        before = self.state()
        if act() is None:
            assert not left
            return
        other.append(before)
        assert self.state() == left.pop()


BRIDGE = story()
THIRD = article("A third article.\n\nIt came later.\n", "/late/third.txt", "a3")
SAME = (BRIDGE, story(*BRIDGE.articles, THIRD), story(BRIDGE.articles[0]))
"""The bridge as it was opened, with one article more, and with one less: one story to an editor."""
STORIES = st.sampled_from(range(len(SAME)))

A, B = ((each.sha256, 0, 10) for each in BRIDGE.articles)


def marks(store: Store) -> object:
    """What is kept on other things than claims."""
    findings = store.finding_verdicts(BRIDGE.id, "xy")
    pins = sorted(pin.id for pin in store.pins())
    return findings, pins, store.broken_links(), store.details_of(BRIDGE.articles)


class Exchange(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.desks = [Desk(Path(self.folder.name), name) for name in ("mk", "kim")]
        # That two ids are one story is known only where both were open: an export names articles by claims alone.
        for desk in self.desks:
            for opened in SAME:
                desk.acts(partial(desk.store.set_finding_verdict, opened, f"seen {opened.id}", "real"))

    def claim(self, desk: Desk, data: st.DataObject) -> Claim | None:
        claims = desk.store.claims()
        return data.draw(st.sampled_from(claims)) if claims else None

    @rule(editor=EDITORS, quote=st.sampled_from(QUOTES), name=TAGS, here=STORIES)
    def tag_a_quote(self, editor: int, quote: str, name: str, here: int) -> None:
        desk = self.desks[editor]
        desk.acts(lambda: tag(desk.store, SAME[here], quote, name))

    @rule(editor=EDITORS, data=st.data(), name=TAGS, note=NOTES, status=STATUSES, verdict=VERDICTS)
    def change_a_claim(
        self, editor: int, data: st.DataObject, name: str, note: str, status: str, verdict: str | None
    ) -> None:
        desk = self.desks[editor]
        claim = self.claim(desk, data)
        if claim is None:
            return
        store = desk.store
        acts: dict[str, Callable[[], object]] = {
            "tag": lambda: store.add_tags(claim.id, [name]),
            "untag": lambda: store.remove_tags(claim.id, [name]),
            "note": lambda: store.set_note(claim.id, note),
            "status": lambda: store.set_status(claim.id, status, verdict),  # type: ignore[arg-type]
            "assign": lambda: store.assign(claim.id, name),
            "drop": lambda: store.drop(claim.id),
        }
        desk.acts(acts[data.draw(st.sampled_from(sorted(acts)))])

    @rule(
        editor=EDITORS, finding=st.sampled_from("xy"), verdict=st.sampled_from(("real", "ignore", None)), here=STORIES
    )
    def judge_a_finding(self, editor: int, finding: str, verdict: str | None, here: int) -> None:
        desk = self.desks[editor]
        desk.acts(lambda: desk.store.set_finding_verdict(SAME[here], finding, verdict))

    @rule(editor=EDITORS, on=st.booleans(), here=STORIES)
    def pin_or_unpin(self, editor: int, on: bool, here: int) -> None:
        desk = self.desks[editor]
        desk.acts(lambda: desk.store.pin(SAME[here], A, B, on))

    @rule(editor=EDITORS, link=st.sampled_from("lm"), on=st.booleans(), here=STORIES)
    def break_or_mend_a_link(self, editor: int, link: str, on: bool, here: int) -> None:
        desk = self.desks[editor]
        desk.acts(lambda: desk.store.break_link(SAME[here], link, on))

    @rule(editor=EDITORS, outlet=st.sampled_from((None, "Herald", "Post")), here=STORIES)
    def describe_a_source(self, editor: int, outlet: str | None, here: int) -> None:
        desk = self.desks[editor]
        details = SourceDetails(outlet=outlet)
        desk.acts(lambda: desk.store.set_source_details(SAME[here], BRIDGE.articles[0].sha256, details))

    @rule(editor=EDITORS, here=STORIES)
    def undo(self, editor: int, here: int) -> None:
        desk = self.desks[editor]
        desk.goes_over(lambda: desk.store.undo(SAME[here], force=True), desk.past, desk.future)

    @rule(editor=EDITORS, here=STORIES)
    def redo(self, editor: int, here: int) -> None:
        desk = self.desks[editor]
        desk.goes_over(lambda: desk.store.redo(SAME[here], force=True), desk.future, desk.past)

    @rule(editor=EDITORS)
    def restart(self, editor: int) -> None:
        desk = self.desks[editor]
        before = desk.state()
        desk.store.close()
        desk.store = Store(desk.path, editor=desk.name)
        assert desk.state() == before

    @rule(editor=EDITORS)
    def take_in_the_other_s_work_twice(self, editor: int) -> None:
        desk, other = self.desks[editor], self.desks[1 - editor]
        parcel = exported(other.store)
        desk.acts(lambda: desk.store.take_in(parcel.records, parcel.marks))
        once = everything(desk.store)

        again = desk.store.take_in(parcel.records, parcel.marks)

        assert everything(desk.store) == once
        assert (again.added, again.updated) == (0, 0)

    @precondition(lambda self: all(desk.path.exists() for desk in self.desks))
    @rule()
    def both_take_in_each_other_s_work(self) -> None:
        for giver, taker in ((0, 1), (1, 0), (0, 1)):
            parcel = exported(self.desks[giver].store)
            self.desks[taker].store.take_in(parcel.records, parcel.marks)
        assert everything(self.desks[0].store) == everything(self.desks[1].store)
        for desk in self.desks:
            desk.past.clear()
            desk.future.clear()
            desk.store.close()
            desk.name += "+"
            desk.store = Store(desk.path, editor=desk.name)

    @invariant()
    def history_leads_to_what_is_shown(self) -> None:
        for desk in getattr(self, "desks", ()):
            assert check(desk.path).problems == ()

    def teardown(self) -> None:
        for desk in getattr(self, "desks", ()):
            desk.store.close()
        if hasattr(self, "folder"):
            self.folder.cleanup()


def exported(store: Store):  # type: ignore[no-untyped-def]
    text = claims_json(store.claims(dropped=True), stamps=store.stamps(), marks=store.marks())
    parcel = read_claims_json(text)
    assert parcel.problems == ()
    return parcel


def everything(store: Store) -> object:
    claims = sorted(store.claims(dropped=True), key=lambda claim: claim.id)
    return [content(claim) for claim in claims], marks(store)


TestExchange = Exchange.TestCase
TestExchange.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
