"""The rows of the view of the same words, and which article came first."""

from collections.abc import Sequence

from tui.compare.links.runs import LONG, SharedRun
from tui.compare.sources.first import first_published
from tui.desk.views.rows import Row
from tui.reports.plain import published_time
from tui.story.model import Story


def run_rows(runs: Sequence[SharedRun]) -> list[Row[SharedRun]]:
    """The rows of the view: long runs first, the short ones under a heading of their own."""
    long = [Row(run) for run in runs if run.words >= LONG]
    short = [Row(run) for run in runs if run.words < LONG]
    heading: list[Row[SharedRun]] = [Row(heading=f"fewer than {LONG} words, often names and titles")]
    return [*long, *(heading if short else []), *short]


def who_was_first(story: Story, numbers: Sequence[int]) -> str:
    """Which of the articles was published first, where their dates tell; else why that cannot be said."""
    dates = {number: story.articles[number].published for number in numbers}
    unknown = [str(number + 1) for number in numbers if not dates[number]]
    if unknown:
        return f"who was first cannot be said: no date for {' '.join(unknown)}"
    days = {number: (date or "")[:10] for number, date in dates.items()}
    first = first_published([story.articles[number] for number in dates])
    if first is not None:
        number = list(dates)[first]
        told = published_time(dates[number])
        alone = list(days.values()).count(days[number]) == 1
        return f"first: {number + 1}, {told[:10] if alone else told}"
    early = [number for number in numbers if days[number] == min(days.values())]
    return f"who was first cannot be said: {' '.join(str(number + 1) for number in early)} are of the same day"
