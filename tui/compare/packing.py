"""Links as bytes and back, to hand them to another process: a pickle of the objects takes twice as long."""

import pickle
from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter

from tui.compare.model import Evidence, Link, Side

_OBJECTS = ("a", "b", "evidence")
_OTHERS = [field.name for field in fields(Link) if field.name not in _OBJECTS]
_others = attrgetter(*_OTHERS)
_side = attrgetter(*(field.name for field in fields(Side)))


def packed(links: Iterable[Sequence[Link]]) -> bytes:
    """Some sequences of links."""
    told = [
        [
            (_others(link), _side(link.a), _side(link.b), [end for one in link.evidence for end in (*one.a, *one.b)])
            for link in some
        ]
        for some in links
    ]
    return pickle.dumps(told, protocol=pickle.HIGHEST_PROTOCOL)


def unpacked(body: bytes) -> list[tuple[Link, ...]]:
    """The same sequences; the bytes are those of a process of this program and can be trusted."""
    return [
        tuple(
            [
                Link(a=Side(*a), b=Side(*b), evidence=_evidence(ends), **dict(zip(_OTHERS, others, strict=True)))
                for others, a, b, ends in some
            ]
        )
        for some in pickle.loads(body)
    ]


def _evidence(ends: list[int]) -> tuple[Evidence, ...]:
    four = iter(ends)
    return tuple([Evidence((a, b), (c, d)) for a, b, c, d in zip(four, four, four, four, strict=True)])
