"""What the worker finds in the articles of a story besides their links; plain data, without the engine."""

from dataclasses import dataclass

from tui.compare.checks.remark import Remark
from tui.compare.links.runs import SharedRun
from tui.compare.text.origins import Origin
from tui.desk.reading.links import Place


@dataclass(frozen=True, slots=True)
class Cited:
    """Someone whom articles cite by name, or ("" for a name) the sources they leave unnamed.

    `itself` holds the articles of the story that the cited outlet published.
    """

    name: str
    places: tuple[tuple[Place, Origin], ...]
    itself: tuple[int, ...] = ()

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that cite it, and those it published."""
        return tuple(sorted({*(place[0] for place, _ in self.places), *self.itself}))


@dataclass(frozen=True, slots=True)
class Survey:
    """The runs of the same words, longest first; who is cited; the check list and the words of each article."""

    runs: tuple[SharedRun, ...]
    cited: tuple[Cited, ...]
    remarks: tuple[tuple[Remark, ...], ...]
    words: tuple[int, ...]
