"""What the worker finds in the articles of a story besides their links; plain data, without the engine."""

from dataclasses import dataclass

from tui.compare.checks.remark import Remark
from tui.compare.model import Span
from tui.compare.origins import Origin
from tui.desk.reading.links import Place
from tui.desk.views.places import place_at
from tui.story.model import Story


@dataclass(frozen=True, slots=True)
class SharedRun:
    """The same words in a row: how many, and where they stand, one span of code points an article."""

    words: int
    spans: tuple[tuple[int, Span], ...]

    def places(self, story: Story) -> list[Place]:
        """The passages in which the run begins."""
        return [(article, place_at(story.articles[article], span[0])) for article, span in self.spans]

    def text(self, story: Story) -> str:
        """The words, as the first article has them."""
        article, (start, end) = self.spans[0]
        return story.articles[article].text[start:end]


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
