"""Links as bytes and back, to hand them to another process: a pickle of the objects takes twice as long."""

import pickle
from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from tui.compare.model import Evidence, Link, Side

_NAMES = [field.name for field in fields(Link)]
# Where objects stand among the fields: the two sides one after the other, then the evidence.
_SIDES, _EVIDENCE = _NAMES.index("a"), _NAMES.index("evidence")
_values = attrgetter(*_NAMES)
_side = attrgetter(*(field.name for field in fields(Side)))


def packed(links: Iterable[Sequence[Link]]) -> bytes:
    """Some sequences of links."""
    return pickle.dumps([[_told(link) for link in some] for some in links], protocol=pickle.HIGHEST_PROTOCOL)


def unpacked(body: bytes) -> list[tuple[Link, ...]]:
    """The same sequences; the bytes are those of a process of this program and can be trusted."""
    return [tuple([_made(told) for told in some]) for some in pickle.loads(body)]


def _told(link: Link) -> list[Any]:
    told = [*_values(link)]
    told[_SIDES] = _side(link.a)
    told[_SIDES + 1] = _side(link.b)
    told[_EVIDENCE] = [end for one in link.evidence for end in (*one.a, *one.b)]
    return told


def _made(told: list[Any]) -> Link:
    told[_SIDES] = Side(*told[_SIDES])
    told[_SIDES + 1] = Side(*told[_SIDES + 1])
    four = iter(told[_EVIDENCE])
    told[_EVIDENCE] = tuple([Evidence((a, b), (c, d)) for a, b, c, d in zip(four, four, four, four, strict=True)])
    return Link(*told)
