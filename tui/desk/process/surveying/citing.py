"""Whom the articles of a story cite."""

from collections import defaultdict

from tui.compare.sources.newsrooms import Newsrooms, plain
from tui.compare.text.origins import Origin
from tui.desk.reading.links import Place
from tui.desk.views.survey import Cited
from tui.story.model import Article


def cited_by(articles: tuple[Article, ...]) -> tuple[Cited, ...]:
    """Whom the articles cite: those whom most articles share first, the unnamed last."""
    found: defaultdict[str, list[tuple[Place, Origin]]] = defaultdict(list)
    outlets: set[str] = set()
    newsrooms = Newsrooms(articles)
    for number, article in enumerate(articles):
        wire = newsrooms.wire(number)
        if wire:
            found[wire[1].name].append(((number, wire[0]), wire[1]))
            outlets.add(wire[1].name)
        for passage, content in enumerate(article.passages):
            if content.kind == "boilerplate":
                continue
            for origin in newsrooms.cited_in(number, article.quote(passage)):
                found["" if origin.kind == "unnamed" else origin.name].append(((number, passage), origin))
                if origin.kind == "outlet":
                    outlets.add(origin.name)
    cited = [
        Cited(name, tuple(places), _published_by(newsrooms, len(articles), name) if name in outlets else ())
        for name, places in found.items()
    ]
    return tuple(sorted(cited, key=lambda one: (not one.name, -len(one.articles), -len(one.places), one.name)))


def _published_by(newsrooms: Newsrooms, articles: int, name: str) -> tuple[int, ...]:
    return tuple(number for number in range(articles) if plain(newsrooms.published(number)) == plain(name))
