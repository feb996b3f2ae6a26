"""Whom the articles of a story cite."""

from collections import defaultdict
from collections.abc import Sequence

from tui.compare.origins import Origin, origins
from tui.desk.reading.links import Place
from tui.desk.views.survey import Cited
from tui.story.model import Article


def cited_by(articles: tuple[Article, ...]) -> tuple[Cited, ...]:
    """Whom the articles cite: those whom most articles share first, the unnamed last."""
    found: defaultdict[str, list[tuple[Place, Origin]]] = defaultdict(list)
    outlets: set[str] = set()
    for number, article in enumerate(articles):
        for passage, content in enumerate(article.passages):
            if content.kind == "boilerplate":
                continue
            for origin in origins(article.quote(passage)):
                found["" if origin.kind == "unnamed" else origin.name].append(((number, passage), origin))
                if origin.kind == "outlet":
                    outlets.add(origin.name)
    cited = [
        Cited(name, tuple(places), _published_by(articles, name) if name in outlets else ())
        for name, places in found.items()
    ]
    return tuple(sorted(cited, key=lambda one: (not one.name, -len(one.articles), -len(one.places), one.name)))


def _published_by(articles: Sequence[Article], name: str) -> tuple[int, ...]:
    plain = _plain(name)
    return tuple(
        number for number, article in enumerate(articles) if article.outlet and _plain(article.outlet) == plain
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
