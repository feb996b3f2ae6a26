"""Where a story read line by line stands, and what its commands need of it."""

from collections.abc import Callable, Iterator

from tui.claims import Store
from tui.compare.model import Comparison
from tui.desk.draw.words import counted
from tui.desk.keyboard.tagset import TagSet
from tui.desk.lines import one_line
from tui.desk.plain.wording import article_line, passage_lines
from tui.desk.reading.geometry import Geometry
from tui.desk.reading.marks import CHECK, CONFLICT
from tui.desk.reading.state import start_reading
from tui.desk.record.claiming import Claiming
from tui.desk.record.deciding import Deciding
from tui.desk.record.judging import Judging
from tui.desk.record.since import Since
from tui.story.model import Story

WIDTH, HEIGHT = 80, 24


class PlainState:
    """A story being read line by line. `wait` is called before the first command that needs the comparison.

    `question`, where there is one, takes the next line as its answer.
    """

    def __init__(self, story: Story, store: Store, tag_set: TagSet, wait: Callable[[], None]) -> None:
        self.reading = start_reading(story, Geometry(WIDTH, HEIGHT, len(story.articles)))
        self.claiming = Claiming(store, story, tag_set)
        self.judging = Judging(self.claiming, self.reading)
        self.deciding = Deciding(self.claiming, self.reading)
        self.since = Since(self.claiming)
        self.ended = False
        self.question: Callable[[str], Iterator[str]] | None = None
        self._wait = wait
        self._told = -1

    @property
    def compared(self) -> bool:
        """Whether the findings are there."""
        return self.reading.index.comparison is not None

    def use(self, comparison: Comparison) -> str:
        """Take in what a comparison found; one sentence about it."""
        self.judging.use(comparison)
        index = self.reading.index
        conflicts, checks = counted(index.count(CONFLICT), "conflict"), index.count(CHECK)
        said = f"compared: {conflicts}, {checks} that differ and are to be checked"
        self.since.use(comparison)
        return said + "".join(f"; {sentence}" for sentence in self._news())

    def _news(self) -> Iterator[str]:
        """What became of the articles since the last time."""
        news = self.since.news
        if news is None:
            return
        if news.articles:
            yield f"changed since last time: article {', '.join(str(change.index + 1) for change in news.articles)}"
        if news.arrived:
            yield f"new since last time: article {', '.join(str(number + 1) for number in news.arrived)}"
        if news.pins_lost:
            yield f"{counted(len(news.pins_lost), 'pin')} lost, as the words are gone"
        for departed in news.departed:
            name = one_line(departed.title or departed.article)
            claims = f", {counted(departed.claims, 'claim')} stood on it" if departed.claims else ""
            yield f"{'gone' if departed.gone else 'not open'} since last time: {name}{claims}"

    def need_comparison(self) -> None:
        """Wait until the findings are there."""
        if not self.compared:
            self._wait()

    def greeting(self) -> Iterator[str]:
        """What is open, how to get help, and the first passage."""
        story = self.reading.story
        yield f"{story.name}, {counted(len(story.articles), 'article')}; h and Enter for help, q leaves"
        states = [claim.state for claim in self.claiming.claims]
        waiting = {"to recheck": states.count("recheck"), "orphaned": states.count("orphan")}
        if any(waiting.values()):
            said = ", ".join(f"{count} {name}" for name, count in waiting.items() if count)
            yield f"claims whose words changed: {said}; w lists them"
        yield from self.passage()

    def passage(self) -> Iterator[str]:
        """The passage under the cursor, the article before it where that is another one."""
        if self._told != self.reading.focus:
            self._told = self.reading.focus
            yield article_line(self.reading, self.reading.focus)
        claims = self.claiming.by_place.get(self.reading.place, ())
        yield from passage_lines(self.reading, claims, dict(self.judging.verdicts))
