"""What the worker process looks for in the articles of a story, besides comparing them."""

from tui.compare.links.same_words import shared_runs
from tui.desk.process.surveying.citing import cited_by
from tui.desk.views.survey import Survey
from tui.story.counting import words_compared
from tui.story.model import Story

__all__ = ["survey_of"]


def survey_of(story: Story) -> Survey:
    """Same words, citations, check lists and word counts of a story."""
    from tui.compare.checks import check_list

    return Survey(
        runs=shared_runs(story.articles),
        cited=cited_by(story.articles),
        remarks=tuple(map(check_list, story.articles)),
        words=tuple(map(words_compared, story.articles)),
    )
