"""The claims of the story on the desk: where they stand, and the changes an editor makes to them.

Every change is committed to the store before the method returns, so that what the screen says is kept.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from tui.claims import Action, Anchor, Claim, Event, Evidence, Store
from tui.claims.anchors import anchor_of, passage_at
from tui.claims.versions import identity_of
from tui.desk.keyboard.tagset import Rating, TagSet
from tui.desk.reading.links import Place
from tui.desk.reading.state import Reading
from tui.story.model import Story


class Claiming:
    """The claims on the articles of one story, and the last claim and tag, for the keys that repeat.

    `claims` are all of them, those whose words are gone as well. `homeless` is one of these, taken along to be
    given a new place.

    `to_recheck` are the places of claims whose words changed.

    `watchers` are called whenever the store may hold something new, after the claims have been read.
    """

    def __init__(self, store: Store, story: Story, tag_set: TagSet | None = None) -> None:
        self.store = store
        self.story = story
        self.tag_set = tag_set or TagSet()
        self.claims: Sequence[Claim] = ()
        self.by_place: Mapping[Place, Sequence[Claim]] = {}
        self.to_recheck: frozenset[Place] = frozenset()
        self.homeless: Claim | None = None
        self.watchers: list[Callable[[], None]] = []
        self.last_tag: str | None = None
        self._last: str | None = None
        self.writable = store.writable()
        self._token = store.changes_since(None).token
        self.reload()

    def reload(self) -> None:
        """Read the claims from the store."""
        by_place: dict[Place, list[Claim]] = {}
        self.claims = self.store.claims_on(self.story.articles)
        for claim in self.claims:
            for place in self.places(claim):
                by_place.setdefault(place, []).append(claim)
        self.by_place = by_place
        self.to_recheck = frozenset(
            place for place, claims in by_place.items() if any(claim.state == "recheck" for claim in claims)
        )
        self.announce()

    def announce(self) -> None:
        """Tell the watchers that there may be something new."""
        for watcher in tuple(self.watchers):
            watcher()

    def changed_elsewhere(self) -> bool:
        """Take in what other processes wrote; whether there was anything."""
        self.writable = self.store.writable()
        changes = self.store.changes_since(self._token)
        self._token = changes.token
        if changes:
            self.reload()
        return bool(changes)

    @property
    def count(self) -> int:
        """How many claims stand on the articles."""
        return len({claim.id for claims in self.by_place.values() for claim in claims})

    def here(self, place: Place) -> Claim | None:
        """The claim on a passage that was touched last."""
        return max(self.by_place.get(place, ()), key=lambda claim: claim.updated, default=None)

    @property
    def last(self) -> Claim | None:
        """The claim made last at this desk, else the latest of this editor's on the story."""
        here = next((claim for claim in self.claims if claim.id == self._last), None)
        own = (claim for claim in self.claims if claim.author == self.store.editor)
        return here or max(own, key=lambda claim: claim.created, default=None)

    def here_or_last(self, place: Place) -> Claim | None:
        """The claim on a passage, else the one tagged last at this desk."""
        claim = self.here(place)
        if claim is not None or self._last is None:
            return claim
        everywhere = (claim for claims in self.by_place.values() for claim in claims)
        return next((claim for claim in everywhere if claim.id == self._last), None)

    def tag(self, places: Sequence[Place], tag: str) -> Claim:
        """Tag the passages at `places` as one claim; a claim that is there already gets the tag as well."""
        return self.tag_anchors([self._anchor(place) for place in places], tag)

    def tag_anchors(self, anchors: Sequence[Anchor], tag: str) -> Claim:
        """Tag these quotes as one claim; a claim that is there already gets the tag as well."""
        same = self.claim_with(anchors)
        if same is not None:
            claim = self.store.add_tags(same.id, [tag])
        else:
            claim = self.store.add(self.story, anchors, tags=[tag])
        self.last_tag, self._last = tag, claim.id
        self.written()
        return claim

    def rate(self, claim: Claim, rating: Rating) -> Claim:
        """Set the status of a claim, and the verdict that goes with it."""
        changed = self.store.set_status(claim.id, rating.status, rating.verdict)
        self.written()
        return changed

    def note(self, claim: Claim, note: str) -> Claim:
        """Replace the note of a claim."""
        changed = self.store.set_note(claim.id, note)
        self.written()
        return changed

    def add_tag(self, claim: Claim, tag: str) -> Claim:
        """Give a claim another tag."""
        changed = self.store.add_tags(claim.id, [tag])
        self.last_tag = tag
        self.written()
        return changed

    def set_speaker(self, claim: Claim, who: str | None) -> None:
        """Say who said what a claim says."""
        self.store.set_speaker(claim.id, who)
        self.written()

    def set_priority(self, claim: Claim, priority: str | None) -> None:
        """Say how urgent a claim is."""
        self.store.set_priority(claim.id, priority)
        self.written()

    def reword(self, claim: Claim, text: str) -> None:
        """Put a claim into other words; its quotes stay."""
        self.store.set_text(claim.id, text)
        self.written()

    def assign(self, claim: Claim, who: str | None) -> None:
        """Say who is to check a claim."""
        self.store.assign(claim.id, who)
        self.written()

    def keep(self, claim: Claim) -> Claim:
        """Accept the words of a claim as they are now; the verdict they had holds again."""
        changed = self.store.keep_as_is(claim.id)
        self.written()
        return changed

    def reattach(self, claim: Claim, anchor: Anchor) -> Claim:
        """Give a claim whose words changed or are gone a new place."""
        changed = self.store.reattach(claim.id, anchor)
        self.homeless = None
        self.written()
        return changed

    def add_evidence(self, claim: Claim, evidence: Evidence) -> None:
        """Say what speaks for or against a claim."""
        self.store.add_evidence(claim.id, evidence)
        self.written()

    def drop(self, claim: Claim) -> None:
        """Drop a claim; `undo` brings it back."""
        self.store.drop(claim.id)
        self.written()

    def undo(self, force: bool = False) -> Action | None:
        """Take back one's own latest action in this story."""
        action = self.store.undo(self.story, force=force)
        self.written()
        return action

    def redo(self, force: bool = False) -> Action | None:
        """Do again what was undone last."""
        action = self.store.redo(self.story, force=force)
        self.written()
        return action

    def tag_names(self) -> list[str]:
        """Tags to choose from when typing a name: those used lately first, then those with a letter."""
        return list(dict.fromkeys([*self.store.recent_tags(), *(tag.name for tag in self.tag_set.tags)]))

    def editors(self) -> list[str]:
        """Whom a claim may be assigned to: oneself, then those who worked on the story."""
        others = (name for claim in self.claims for name in (claim.assigned_to, claim.author) if name)
        return list(dict.fromkeys([self.store.editor, *others]))

    def history(self, claim: Claim) -> Sequence[Event]:
        """All that was done to a claim, oldest first."""
        return self.store.history(claim.id)

    def ended_verdict(self, claim: Claim) -> str | None:
        """The verdict that a change of the claim's words ended, if there was one."""
        for event in reversed(self.history(claim)):
            if "verdict" in event.changes:
                status, verdict, *_ = event.changes["verdict"][0] or (None, None)
                return (verdict or status) if event.automatic else None
        return None

    def places(self, claim: Claim) -> list[Place]:
        """The passages of the open articles that a claim stands on."""
        return list(dict.fromkeys(place for anchor in claim.anchors for place in self._places_of(anchor)))

    def places_of_quotes(self, claim: Claim) -> list[Place | None]:
        """Where each quote of a claim begins; None for one that stands in no open article."""
        return [next(iter(self._places_of(anchor)), None) for anchor in claim.anchors]

    def place(self, claim: Claim) -> Place | None:
        """The first passage a claim stands on, else where its words once stood."""
        return next(iter(self.places(claim)), None) or self.former_place(claim)

    def former_place(self, claim: Claim) -> Place | None:
        """Where in the open articles the words of a claim stood when they were last seen."""
        found = (self._places_of(replace(anchor, state="placed")) for anchor in claim.anchors)
        return next((places[0] for places in found if places), None)

    def anchors_at(self, reading: Reading) -> list[Anchor]:
        """The anchor of what is selected, else of the passage under the cursor."""
        selection = reading.selection
        if selection is None:
            return [self._anchor(reading.place)]
        return [anchor_of(self.story.articles[selection.article], selection.start, selection.end)]

    def anchors_on(self, places: Sequence[Place]) -> list[Anchor]:
        """The anchors of whole passages."""
        return [self._anchor(place) for place in places]

    def claim_with(self, anchors: Sequence[Anchor]) -> Claim | None:
        """The claim on exactly these words, if there is one."""
        wanted = {(anchor.article, anchor.start, anchor.end) for anchor in anchors}
        same = (
            claim
            for claim in self.claims
            if claim.state != "orphan"
            and {(anchor.article, anchor.start, anchor.end) for anchor in claim.anchors} == wanted
        )
        return next(same, None)

    def note_anchors(self, anchors: Sequence[Anchor], note: str) -> Claim:
        """Make a claim of these quotes that has a note and no tag."""
        claim = self.store.add(self.story, anchors, note=note)
        self._last = claim.id
        self.written()
        return claim

    def written(self) -> None:
        """Read the store again after a change made at this desk."""
        self._token = self.store.changes_since(self._token).token
        self.reload()

    def _anchor(self, place: Place) -> Anchor:
        article = self.story.articles[place[0]]
        passage = article.passages[place[1]]
        return anchor_of(article, passage.start, passage.end)

    def _places_of(self, anchor: Anchor) -> list[Place]:
        if anchor.state == "orphan":
            return []
        for index, article in enumerate(self.story.articles):
            if anchor.sha256 == article.sha256 or anchor.article == identity_of(article):
                first, last = passage_at(article, anchor.start), passage_at(article, max(anchor.start, anchor.end - 1))
                if first is not None:
                    return [(index, passage) for passage in range(first, (first if last is None else last) + 1)]
        return []
