"""Which articles rest on one origin, by citation or by wording."""

from collections.abc import Sequence

from tui.desk.views.survey import Cited, Survey

SENTENCE = 20
"""So many same words in a row make a whole sentence, which no two newsrooms write by themselves."""


def unnamed_in(cited: Sequence[Cited], article: int) -> int:
    """How many sources an article leaves unnamed, those described alike counted once."""
    names = {
        origin.name.casefold() for one in cited if not one.name for place, origin in one.places if place[0] == article
    }
    return len(names)


def origin_groups(survey: Survey, articles: int) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    """The articles grouped into origins, with what joins them in words.

    Articles that cite the same outlet are one origin there, and so are an outlet and who cites it, and
    articles with a whole sentence in the same words of their own. A speech that both quote has one source, its
    speaker, but does not make the articles one.
    """
    joins = [
        (one.articles, f"lean on {one.name}")
        for one in survey.cited
        if one.name and len(one.articles) > 1 and (one.itself or _is_outlet(one))
    ]
    joins += [
        (tuple(article for article, _ in run.spans), f"share {run.own} words, {SENTENCE} needed")
        for run in survey.runs
        if run.own >= SENTENCE
    ]
    groups: list[tuple[set[int], list[str]]] = [({number}, []) for number in range(articles)]
    for numbers, reason in joins:
        joined = [group for group in groups if not group[0].isdisjoint(numbers)]
        groups = [group for group in groups if group not in joined]
        reasons = [*(reason for group in joined for reason in group[1]), reason]
        groups.append((set().union(*(group[0] for group in joined)), reasons))
    return sorted((tuple(sorted(numbers)), tuple(dict.fromkeys(reasons))) for numbers, reasons in groups)


def _is_outlet(one: Cited) -> bool:
    return any(origin.kind == "outlet" for _, origin in one.places)
