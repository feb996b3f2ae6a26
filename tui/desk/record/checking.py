"""What the editor has checked, and how much of what should be is left."""

from hashlib import blake2b

from tui.claims.versions import identity_of
from tui.desk.reading.grouping import INTERNAL, FindingGroup, grouped
from tui.desk.reading.links import Place
from tui.desk.reading.marks import ALONE
from tui.desk.reading.state import Reading
from tui.desk.record.claiming import Claiming
from tui.desk.record.judging import Judging

CHECKED = "checked"


class Checking:
    """The passages and findings marked as checked.

    Left to check are the findings that are neither judged nor checked, and the passages alone and checkable
    that are neither checked nor carry a claim that is done.
    """

    def __init__(self, claiming: Claiming, judging: Judging, reading: Reading) -> None:
        self._claiming = claiming
        self._judging = judging
        self._reading = reading
        self._subjects: set[str] = set()
        claiming.watchers.append(self._renew)
        self._renew()

    def check_passage(self, place: Place) -> bool:
        """Mark a passage as checked, or take that back; whether it is checked now."""
        return self._turn(self._name(place))

    def check_finding(self, group: FindingGroup) -> bool:
        """Mark a finding as checked, or take that back; whether it is checked now."""
        checked = self.is_checked(group)
        subject = next((link.id for link in group.links if link.id in self._subjects), group.link.id)
        self._claiming.store.set_checked(self._claiming.story, subject, not checked)
        self._claiming.written()
        return not checked

    def is_checked(self, group: FindingGroup) -> bool:
        """Whether a finding is marked as checked."""
        return any(link.id in self._subjects for link in group.links)

    def signs(self) -> dict[str, str]:
        """What the editor said of the links of findings: a verdict, else that they are checked."""
        comparison = self._reading.index.comparison
        groups = [group for group in grouped(comparison) if self.is_checked(group)] if comparison else []
        checked = {link.id: CHECKED for group in groups for link in group.links}
        return {**checked, **self._judging.verdicts}

    def _turn(self, subject: str) -> bool:
        checked = subject not in self._subjects
        self._claiming.store.set_checked(self._claiming.story, subject, checked)
        self._claiming.written()
        return checked

    def _name(self, place: Place) -> str:
        """A name that holds for the same words of the same article, wherever an update moves them."""
        article = self._reading.story.articles[place[0]]
        words = " ".join(article.quote(place[1]).split())
        return "passage:" + blake2b(f"{identity_of(article)}\n{words}".encode(), digest_size=12).hexdigest()

    def _renew(self) -> None:
        self._subjects = self._claiming.store.checked(self._claiming.story)
        articles = self._reading.story.articles
        named = any(subject.startswith("passage:") for subject in self._subjects)
        self._reading.checked = frozenset(
            (number, passage)
            for number, article in enumerate(articles if named else ())
            for passage in range(len(article.passages))
            if self._name((number, passage)) in self._subjects
        )
        self._reading.left = self._count()

    def _count(self) -> int | None:
        index = self._reading.index
        if index.comparison is None:
            return None
        signs = self.signs()
        findings = sum(
            group.link.tier != INTERNAL and any(link.id not in signs for link in group.links)
            for group in grouped(index.comparison)
        )
        done = {place for place, claims in self._claiming.by_place.items() if any(c.status == "done" for c in claims)}
        alone = {place for place, marks in index.marks.items() if ALONE in marks}
        return findings + len(alone - self._reading.checked - done)
