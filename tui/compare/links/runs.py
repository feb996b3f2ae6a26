"""A run of the same words in several articles; plain data, without the engine."""

from dataclasses import dataclass

from tui.compare.model import Span
from tui.story.model import Story
from tui.story.places import place_at

LONG = 8
"""From so many words on a run is worth a line; shorter ones are often names and titles."""


@dataclass(frozen=True, slots=True)
class SharedRun:
    """The same words in a row: how many, and where they stand, one span of code points an article.

    `own` counts those that are not quoted in each of the articles: what two newsrooms took from one speech, neither
    took from the other.
    """

    words: int
    spans: tuple[tuple[int, Span], ...]
    own: int

    def places(self, story: Story) -> list[tuple[int, int]]:
        """The passages in which the run begins."""
        return [(article, place_at(story.articles[article], span[0])) for article, span in self.spans]

    def text(self, story: Story) -> str:
        """The words, as the first article has them."""
        article, (start, end) = self.spans[0]
        return story.articles[article].text[start:end]
