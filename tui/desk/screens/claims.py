"""The claims view: what was tagged, what has to be looked at again first."""

from collections.abc import Sequence

from tui.claims.model import Claim, StoreError
from tui.desk.draw.claims import (
    draw_claim,
    draw_claim_details,
    draw_claim_title,
    draw_counts,
    draw_head,
    draw_history,
)
from tui.desk.handlers.claim_lists import HANDLERS
from tui.desk.keyboard.actions import CLAIMS
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import Line, Span, one_line
from tui.desk.screens.listing import ListScreen
from tui.desk.views.claims import across_stories, claim_rows, fields_of, matches
from tui.desk.views.rows import Row, item_rows, position


class ClaimsScreen(ListScreen[Claim]):
    """Claims whose quote is gone, claims to recheck, then all others in the order of the text."""

    view = CLAIMS
    handlers = HANDLERS
    history_shown = False

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor."""
        return self.item

    @property
    def subject(self) -> int:
        """The article that the claim stands in."""
        place = self.claiming.place(self.claim) if self.claim else None
        return super().subject if place is None else place[0]

    def list_rows(self) -> Sequence[Row[Claim]]:
        """The claims on the articles of the story; with "story:" in the filter, those of any story."""
        wanted = self.place.wanted
        listed = self.claiming.store.search(wanted) if across_stories(wanted) else self.claiming.claims
        found = [claim for claim in listed if matches(self._fields(claim), wanted)]
        return claim_rows(found, self.claiming.place)

    def _fields(self, claim: Claim) -> dict[str, str]:
        numbers = {str(place[0] + 1) for place in self.claiming.places(claim)}
        return fields_of(claim, sorted(numbers))

    def read_rows(self) -> None:
        """Make the rows anew, which needs no comparison; the cursor stays on its claim where that is listed."""
        before = self.rows[self.place.cursor].item if self.place.cursor < len(self.rows) else None
        try:
            self.rows = self.list_rows()
        except StoreError as error:
            self.say(str(error), error=True)
        if before is not None:
            self.go_to_claim(before.id)

    def go_to_claim(self, identifier: str) -> None:
        """Put the cursor on the claim of that id, if it is listed."""
        rows = item_rows(self.rows)
        found = (number for number in rows if (claim := self.rows[number].item) and claim.id == identifier)
        self.place.cursor = next(found, self.place.cursor)

    def show_history(self, claim: Claim) -> None:
        """Show the history of a claim, whatever the filter lists."""
        if claim.id not in {listed.id for listed in self._listed()}:
            self.filter_by("")
        self.history_shown = True
        self.go_to_claim(claim.id)

    def text_of(self, item: Claim) -> str:
        """All that the filter looks through."""
        return self._fields(item)[""]

    def draw_head(self, width: int) -> Sequence[Line]:
        """Counts, and the names of the columns."""
        return draw_head(self.draw_state(), self.place.wanted, width)

    def _listed(self) -> list[Claim]:
        return [row.item for row in self.rows if row.item is not None]

    def draw_item(self, item: Claim, width: int) -> Sequence[Span]:
        """State, place, words, tags and who."""
        return draw_claim(item, self.claiming.place(item), width)

    def draw_details(self, item: Claim, width: int, rows: int) -> tuple[Sequence[Span], Sequence[Line]]:
        """The words and what is known of them, or the history."""
        number, total = position(self.rows, self.place)
        title = draw_claim_title(item, self.claiming.place(item), number, total)
        if self.history_shown:
            return [*title, Span("  history", "dim")], draw_history(self.claiming.history(item), width, rows)
        before = self.claiming.ended_verdict(item) if item.state == "recheck" else None
        places = self.claiming.places_of_quotes(item)
        return title, draw_claim_details(item, places, before, width, rows)

    def draw_state(self) -> Sequence[Span]:
        """The counts."""
        wanted = self.place.wanted
        every = () if across_stories(wanted) else self.claiming.claims
        return draw_counts(self._listed(), every, wanted) if wanted else draw_counts(every, every, "")

    def _empty(self) -> str:
        if self.place.wanted:
            return f"no claim with “{self.place.wanted}”: {key_for('list.filter')} changes the filter"
        return f"no claim yet: {key_for('tag.prompt')} in the panes tags a passage"

    def open_item(self, item: Claim) -> None:
        """Go to the claim in the panes; one without a place there takes the next `r` with it."""
        places = self.claiming.places(item)
        if item.state == "orphan":
            self.claiming.homeless = item
            here = self.claiming.former_place(item)
            if here is not None:
                self.desk.front.say(f"words gone: at their new place, {key_for('claim.reattach')} reattaches the claim")
                self.show_in_panes(here)
                return
        if not places:
            title = one_line(item.anchors[0].title) if item.anchors else ""
            then = f"; {key_for('claim.reattach')} in the panes gives it a place" if item.state == "orphan" else ""
            self.say(f"its article is {'gone' if then else 'not open'}{then}: {title}")
            return
        self.show_in_panes(places[0], also=places[1:])
