"""The sample stories, each loaded and compared once a process."""

from functools import cache
from pathlib import Path

from tests.accuracy.samples.expected import Expected, read_expected
from tests.accuracy.samples.scoring import Scores, score
from tui import resources
from tui.compare import compare
from tui.compare.model import Comparison
from tui.story import load
from tui.story.model import Story

_LANGUAGES = Path(__file__).parent / "languages"
STORIES = {
    **{name: resources.sample(name) for name in resources.samples()},
    **{f"languages/{folder.name}": folder for folder in sorted(_LANGUAGES.iterdir()) if folder.is_dir()},
}


@cache
def story_of(name: str) -> Story:
    """The sample story `name`, loaded as the desk loads it."""
    return load([str(STORIES[name])])


@cache
def comparison_of(name: str) -> Comparison:
    """The engine's comparison of the sample story `name`, with its default thresholds."""
    return compare(story_of(name))


@cache
def expected_of(name: str) -> Expected:
    """What is expected of the sample story `name`."""
    return read_expected(STORIES[name])


def scores_of(name: str) -> Scores:
    """The figures of the sample story `name`."""
    return score(story_of(name), comparison_of(name), expected_of(name))
