"""The editor's verdicts on findings: kept in the store, and respected by the panes.

A verdict is kept by the finding's id, which is made of the texts, and by the words that differ: so it holds when an
article comes back changed elsewhere.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from tui.claims.decisions import verdicts_on
from tui.claims.naming import finding_name
from tui.compare.model import Comparison, Link
from tui.desk.reading.state import Reading, use_comparison
from tui.desk.record.claiming import Claiming

FindingVerdict = Literal["real", "apparent", "ignore"]
REAL: FindingVerdict = "real"
APPARENT: FindingVerdict = "apparent"
IGNORE: FindingVerdict = "ignore"
SIGNS: Mapping[str, str] = {REAL: "+", APPARENT: "-", IGNORE: "_", "checked": "✓"}
NAMES: Mapping[str, str] = {REAL: "real", APPARENT: "apparent", IGNORE: "ignored", "checked": "checked"}


class Judging:
    """The verdicts on the findings of one comparison; what is ignored leaves the links of the panes.

    What is only apparent stays to be read, and is counted no more.
    """

    def __init__(self, claiming: Claiming, reading: Reading) -> None:
        self.verdicts: Mapping[str, str] = {}
        self._claiming = claiming
        self._reading = reading
        claiming.watchers.append(self._reload)

    def use(self, comparison: Comparison) -> None:
        """Take in what a comparison found, with the verdicts given on it before."""
        self._read(comparison)
        self._show(comparison)
        self._claiming.announce()

    def judge(self, links: Sequence[Link], verdict: FindingVerdict) -> FindingVerdict | None:
        """Give findings a verdict in one action, or take it back where all have it; the verdict they have then."""
        given = {self.verdicts.get(link.id) for link in links}
        new = None if given == {verdict} else verdict
        store = self._claiming.store
        named = [link.id for link in links] + [finding_name(self._reading.story, link) for link in links]
        store.set_finding_verdicts(self._claiming.story, named, new)
        self._claiming.written()
        return new

    def _reload(self) -> None:
        comparison = self._reading.index.comparison
        if comparison is None:
            return
        self._read(comparison)
        index = self._reading.index
        if (self._given(IGNORE), self._given(APPARENT)) != (index.hidden, index.apparent):
            self._show(comparison)

    def _show(self, comparison: Comparison) -> None:
        use_comparison(self._reading, comparison, self._given(IGNORE), self._given(APPARENT))

    def _read(self, comparison: Comparison) -> None:
        self.verdicts = verdicts_on(self._claiming.store, self._reading.story, comparison)

    def _given(self, verdict: FindingVerdict) -> frozenset[str]:
        """The findings that were judged so."""
        return frozenset(finding for finding, given in self.verdicts.items() if given == verdict)
