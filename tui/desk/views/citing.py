"""Which articles rest on one origin by citation."""

from collections.abc import Sequence

from tui.desk.views.survey import Cited


def unnamed_in(cited: Sequence[Cited], article: int) -> int:
    """How many sources an article leaves unnamed, those described alike counted once."""
    names = {
        origin.name.casefold() for one in cited if not one.name for place, origin in one.places if place[0] == article
    }
    return len(names)


def origin_groups(cited: Sequence[Cited], articles: int) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    """The articles grouped by what they lean on, with the names that join them.

    Articles that cite the same outlet are one origin there, and so are an outlet and who cites it.
    """
    groups: list[tuple[set[int], list[str]]] = [({number}, []) for number in range(articles)]
    for one in cited:
        if not one.name or len(one.articles) < 2 or not (one.itself or _is_outlet(one)):
            continue
        joined = [group for group in groups if not group[0].isdisjoint(one.articles)]
        groups = [group for group in groups if group not in joined]
        names = [*(name for group in joined for name in group[1]), one.name]
        groups.append((set().union(*(group[0] for group in joined)), names))
    return sorted((tuple(sorted(numbers)), tuple(dict.fromkeys(names))) for numbers, names in groups)


def _is_outlet(one: Cited) -> bool:
    return any(origin.kind == "outlet" for _, origin in one.places)
