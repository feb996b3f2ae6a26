"""What the worker process looks for in the articles of a story, besides comparing them."""

from tui.compare.links.same_words import shared_runs
from tui.desk.process.surveying.citing import cited_by
from tui.desk.views.survey import Survey
from tui.story.model import Article, Story

__all__ = ["survey_of"]


def survey_of(story: Story) -> Survey:
    """Same words, citations, check lists and word counts of a story."""
    from tui.compare.checks import check_list

    return Survey(
        runs=shared_runs(story.articles),
        cited=cited_by(story.articles),
        remarks=tuple(map(check_list, story.articles)),
        words=tuple(map(_words, story.articles)),
    )


def _words(article: Article) -> int:
    """How many words an article has, boilerplate left out."""
    kept = (number for number, passage in enumerate(article.passages) if passage.kind != "boilerplate")
    return sum(len(article.quote(number).split()) for number in kept)
