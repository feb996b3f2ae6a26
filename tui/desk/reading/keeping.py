"""The reading place as it is kept from one session to the next: by the words of passages.

A passage is named by a short digest of its words and its number; it is found again by its words, else by its number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from typing import Any, cast, get_args

from tui.desk.reading.geometry import Drawer
from tui.desk.reading.linking import settle
from tui.desk.reading.links import Place
from tui.desk.reading.state import Reading
from tui.story.model import Article

Record = dict[str, Any]
_LETTERS = 52
_NAME = 8
_WIDEST = 500


def kept(reading: Reading) -> Record:
    """What there is to keep of a reading place, ready for JSON."""
    articles = reading.story.articles
    folded = reading.unfiltered if reading.filtered else reading.folded
    return {
        "articles": [
            {
                "identity": article.identity,
                "cursor": reading.panes[number].cursor,
                "words": name_of(article, reading.panes[number].cursor),
                "row": _row(reading, number),
                "extra": reading.extra.get(number, 0),
                "seen": _names(article, reading.seen[number]),
                "folded": _names(article, sorted(passage for owner, passage in folded if owner == number)),
            }
            for number, article in enumerate(articles)
        ],
        "order": list(reading.order),
        "focus": reading.focus,
        "shown": list(reading.shown),
        "drawer": reading.geometry.drawer,
        "single": reading.geometry.single,
        "locked": reading.locked,
        "sought": reading.sought,
        "places": {
            letter: [articles[place[0]].identity, place[1], name_of(articles[place[0]], place[1])]
            for letter, place in reading.places.items()
        },
    }


def restore(reading: Reading, record: Record) -> None:
    """Put a reading place back as it was kept; what does not fit any more is passed over, an empty record too."""
    if not record:
        return
    entries = [entry for entry in _list(record.get("articles")) if isinstance(entry, dict)]
    where = {article.identity: number for number, article in reversed(list(enumerate(reading.story.articles)))}
    identities = [str(entry.get("identity")) for entry in entries]
    came = {old: where[identity] for old, identity in enumerate(identities) if identity in where}
    folded: set[Place] = set()
    for old, new in came.items():
        entry, article = entries[old], reading.story.articles[new]
        pane = reading.panes[new]
        pane.cursor = found(article, str(entry.get("words")), _number(entry.get("cursor")))
        reading.seen[new] = _passages(article, entry.get("seen"))
        folded |= {(new, passage) for passage in _passages(article, entry.get("folded"))}
        if cells := max(-_WIDEST, min(_number(entry.get("extra")), _WIDEST)):
            reading.extra[new] = cells
    order = [came[old] for old in map(_number, _list(record.get("order"))) if old in came]
    order = list(dict.fromkeys(order))
    reading.order = (*order, *(new for new in range(len(reading.story.articles)) if new not in order))
    reading.folded = frozenset(folded)
    reading.places = _marked(reading, record.get("places"), where)
    _settings(reading, record)
    focus = came.get(_number(record.get("focus")), 0)
    shown = tuple(dict.fromkeys(came[old] for old in map(_number, _list(record.get("shown"))) if old in came))
    reading.focus, reading.shown = focus, shown if focus in shown else (focus,)
    if reading.geometry.too_small:
        return
    for old, new in came.items():
        row = reading.layout(new).first[reading.panes[new].cursor] if reading.story.articles[new].passages else 0
        reading.panes[new].top = row - max(-_WIDEST, min(_number(entries[old].get("row")), _WIDEST))
    settle(reading)


def name_of(article: Article, passage: int) -> str:
    """A short name for the words of a passage."""
    return _name(article.quote(passage)) if passage < len(article.passages) else ""


def found(article: Article, name: str, number: int) -> int:
    """The passage with the words of that name nearest to `number`, else `number` itself, as far as there is one."""
    named = [index for index in range(len(article.passages)) if name_of(article, index) == name]
    return min(named, key=lambda index: abs(index - number), default=max(0, min(number, len(article.passages) - 1)))


@lru_cache(maxsize=4096)
def _name(words: str) -> str:
    return blake2b(" ".join(words.split()).encode("utf-8", "replace"), digest_size=_NAME // 2).hexdigest()


def _names(article: Article, passages: Iterable[int]) -> str:
    """Several names in one string: half a thousand of them are kept for a long story."""
    return "".join(name_of(article, passage) for passage in sorted(passages))


def _passages(article: Article, names: Any) -> set[int]:
    """The passages whose names stand in such a string."""
    wanted = {names[at : at + _NAME] for at in range(0, len(names), _NAME)} if isinstance(names, str) else set()
    return {index for index in range(len(article.passages)) if name_of(article, index) in wanted} if wanted else set()


def _row(reading: Reading, article: int) -> int:
    """The row of the screen on which the cursor stands."""
    if not reading.story.articles[article].passages:
        return 0
    return reading.layout(article).first[reading.panes[article].cursor] - reading.panes[article].top


def _marked(reading: Reading, places: Any, where: Mapping[str, int]) -> dict[str, Place]:
    marked: dict[str, Place] = {}
    for letter, entry in list(places.items())[:_LETTERS] if isinstance(places, dict) else ():
        if isinstance(entry, list) and len(entry) == 3 and str(entry[0]) in where:
            number = where[str(entry[0])]
            marked[str(letter)] = number, found(reading.story.articles[number], str(entry[2]), _number(entry[1]))
    return marked


def _settings(reading: Reading, record: Record) -> None:
    drawer = record.get("drawer")
    if drawer in get_args(Drawer):
        reading.geometry = replace(reading.geometry, drawer=cast(Drawer, drawer))
    reading.geometry = replace(reading.geometry, single=bool(record.get("single")))
    reading.locked = record.get("locked") is not False
    sought = record.get("sought")
    reading.sought = sought if isinstance(sought, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0
