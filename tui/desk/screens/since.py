"""The view of what changed since the editor left; it opens by itself when something did."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from tui.claims.model import Claim
from tui.compare.model import Link
from tui.desk.draw import since as draw
from tui.desk.draw.claims import (
    draw_claim,
    draw_claim_details,
    draw_claim_title,
    draw_hidden,
    draw_history,
)
from tui.desk.handlers.claim_lists import ON_CLAIMS
from tui.desk.handlers.lists import HANDLERS as LISTS
from tui.desk.keyboard.actions import SINCE
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import Line, Span, one_line, shorten
from tui.desk.screens.listing import ListScreen
from tui.desk.views.rows import Row, filtered, position
from tui.desk.views.since import News, PassageChange, passage_changes, place_of, since_rows


class SinceScreen(ListScreen[News]):
    """Articles that changed, claims they moved or ended, findings, and what colleagues did."""

    view = SINCE
    handlers: ClassVar[Mapping[str, Callable[[Any, int | None], None]]] = {**LISTS, **ON_CLAIMS}
    history_shown = False

    def on_unmount(self) -> None:
        """What was shown has been seen; Textual calls the base class's handler besides this one."""
        self.desk.since.shown = True
        self.desk.since.seen()

    @property
    def claim(self) -> Claim | None:
        """The claim that the news under the cursor is about."""
        return self._claim_of(self.item) if self.item else None

    @property
    def subject(self) -> int:
        """The article that changed, or that the claim stands in."""
        if self.item and self.item.article:
            return self.item.article.index
        if self.item and self.item.pin:
            return self.item.pin.article
        if self.item and (link := self._link(self.item)) is not None:
            return self._changed_of(link)
        place = self.claiming.place(self.claim) if self.claim else None
        return super().subject if place is None else place[0]

    def _changed_of(self, link: Link) -> int:
        """The article of a finding that changed, else the first."""
        news = self.desk.since.news
        changed = {change.index for change in news.articles} if news else set()
        return link.b.article if link.b.article in changed and link.a.article not in changed else link.a.article

    def _claim_of(self, item: News) -> Claim | None:
        wanted = item.claim.id if item.claim else item.work.subject if item.work else None
        return next((claim for claim in self.claiming.claims if claim.id == wanted), None)

    def _link(self, item: News) -> Link | None:
        comparison = self.reading.index.comparison
        return comparison.links[item.finding] if comparison and item.finding is not None else None

    def _changes(self, item: News) -> Sequence[PassageChange]:
        if item.article is None:
            return ()
        before = self.claiming.store.version(item.article.before)
        return passage_changes(before, self.reading.story.articles[item.article.index]) if before else ()

    def list_rows(self) -> Sequence[Row[News]]:
        """The news, section by section."""
        news = self.desk.since.news
        if news is None:
            return ()
        claims = {claim.id: claim for claim in self.claiming.claims}
        return since_rows(news, claims, self.reading.index.comparison, self.desk.judging.verdicts, self.desk.since.lost)

    def read_rows(self) -> None:
        """Make the rows anew."""
        self.rows = filtered(self.list_rows(), self.text_of, self.place.wanted)

    def text_of(self, item: News) -> str:
        """What the row shows."""
        return "".join(span.text for span in self.draw_item(item, 400))

    def draw_head(self, width: int) -> Sequence[Line]:
        """The title."""
        return draw.draw_head(self.reading.story.name, self.desk.since.news, self._filtered(), width)

    def _filtered(self) -> Sequence[Span]:
        """What the filter lists of how many, and the claims to decide on that it hides."""
        wanted = self.place.wanted
        if not wanted:
            return ()
        every, listed = [[row.item for row in rows if row.item is not None] for rows in (self.list_rows(), self.rows)]
        told, shown = [[claim for item in items if (claim := item.claim)] for items in (every, listed)]
        count = f"{len(listed)} of {len(every)} with “{shorten(one_line(wanted), 14)}”"
        return Span(count, "strong"), *draw_hidden(shown, told)

    def draw_item(self, item: News, width: int) -> Sequence[Span]:
        """One row of any section."""
        number = item.article.index if item.article else item.arrived
        if number is not None:
            return draw.draw_article(self.reading.story.articles[number], number, item, width)
        link, claim = self._link(item), self._claim_of(item)
        if item.pin is not None:
            return draw.draw_lost(item.pin, self.reading.story.articles, width)
        if item.gone is not None:
            return draw.draw_gone(item.gone, width)
        if item.departed is not None:
            return draw.draw_departed(item.departed, width)
        if link is not None:
            return draw.draw_finding(link, item.also, width)
        if item.work is not None:
            return draw.draw_work(item.work, claim, width)
        return draw_claim(claim, self.claiming.place(claim), width) if claim else ()

    def draw_details(self, item: News, width: int, rows: int) -> tuple[Sequence[Span], Sequence[Line]]:
        """Old and new words of an article or a claim; why a finding is one."""
        number, total = position(self.rows, self.place)
        claim, link = self._claim_of(item), self._link(item)
        if claim is not None:
            title = draw_claim_title(claim, self.claiming.place(claim), number, total)
            if self.history_shown:
                return title, draw_history(self.claiming.history(claim), width, rows)
            before = self.claiming.ended_verdict(claim) if claim.state == "recheck" else None
            places = self.claiming.places_of_quotes(claim)
            return title, draw_claim_details(claim, places, before, width, rows)
        if item.pin is not None:
            lines = draw.draw_lost_details(item.pin, self.reading.story.articles, width)
            return (Span(f"{number} of {total}  pin lost"),), lines
        if item.gone is not None:
            return (Span(f"{number} of {total}  finding gone"),), draw.draw_gone_details(item.gone, width)
        if item.departed is not None:
            return (Span(f"{number} of {total}  article gone"),), draw.draw_departed_details(item.departed, width)
        if link is not None:
            return (Span(f"{number} of {total}  new finding"),), draw.draw_link(link, width)
        return (Span(f"{number} of {total}"),), draw.draw_changes(self._changes(item), width, rows)

    def draw_state(self) -> Sequence[Span]:
        """Which of how many; nothing is decided by looking."""
        number, total = position(self.rows, self.place)
        return (Span(f"{number} of {total}  nothing is decided until you say so", "dim"),) if total else ()

    def _empty(self) -> str:
        if self.reading.index.comparison is None:
            return self.desk.front.notice.progress or "not compared yet"
        if self.place.wanted:
            return f"nothing with “{one_line(self.place.wanted)}”: {key_for('list.filter')} changes the filter"
        return "nothing changed since you left"

    def open_item(self, item: News) -> None:
        """Go to the place in the panes."""
        claim, link = self._claim_of(item), self._link(item)
        claim_place = self.claiming.place(claim) if claim else None
        place = place_of(item, claim_place, link, self._changes(item), self.reading.story.articles)
        if claim is not None and claim.state == "orphan":
            self.claiming.homeless = claim
        if place is None:
            self.say("nothing to show in the panes")
            return
        also = [(link.b.article, link.b.first)] if link else []
        self.show_in_panes(place, item.finding, also)
