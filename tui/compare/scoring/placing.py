"""What tells a link beside the words that two passages share: place, neighbours, figures, rarity and meaning.

Accounts of one thing run on together for a while, tell it in about the same place, and open with it. Words that an
article has in many passages are what the story is about; those that it has in few are what a passage says.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tui.compare.scoring.candidates import LEAST_CONTAINMENT
from tui.compare.scoring.features import Features
from tui.compare.scoring.figures import agreements
from tui.compare.scoring.vectors import Floats, Indexes, Wide

# Pairs with lower log odds of a link lend their neighbours nothing, as places without a pair.
FLOOR = -3.0
# Log odds beyond these lend no more either: a copied sentence says little of the one after it.
CEILING = 3.0
# What is told of a pair, and of one of which nothing is told; see `placed_columns`.
_UNTOLD = {
    "nearby": FLOOR, "apart": 1.0, "headline": 0.0, "opening": 0.0, "figures": 0.0, "exclusive": 0.0,
    "related": 0.0, "ahead": 0.0,
}  # fmt: skip
PLACED_FEATURES = tuple(_UNTOLD)
UNTOLD = tuple(_UNTOLD.values())
# Articles as akin as this are on one event: in ECB+ train one pair in twenty on two events of a kind is as akin.
ONE_EVENT = 0.32
# Two passages stand apart where this share of an article, or more, lies between their places.
NEAR = 0.1
# An article opens with so many passages, its headline among them, and with so much of it at most.
OPENING, EARLY = 3, 0.25
# "related" and "ahead" of a pair whose meaning is not known: their means over labelled pairs of which it is.
_MIDDLING = 0.48, -0.2
# How far around a pair others are looked for.
_REACH = 2


class Passages(NamedTuple):
    """All passages in order, the article of each, where each article begins and the last one ends, and unit vectors.

    The vectors, one for each passage, have high inner products where passages mean the like.
    """

    features: Features
    owner: Indexes
    starts: Indexes
    meanings: Floats


class Told(NamedTuple):
    """The numbers of the pairs of which something is told, and for each a row of `PLACED_FEATURES`."""

    pairs: Wide
    columns: Floats


def placed_columns(
    links: Floats, contained: Floats, left: Indexes, right: Indexes, kin: Floats, passages: Passages
) -> Told:
    """What is told of the pairs (`left[k]`, `right[k]`), with log odds `links[k]` by their words.

    Pairs are sorted by their articles; `contained` is their containment, `kin` tells how akin their articles are by
    their terms. Of pairs that share so little that the first stage may pass them over, and of those below `FLOOR`,
    nothing is told: all rests on words first.

    "nearby": the highest log odds among the pairs up to two passages away; "apart": how far apart the two stand in
    their articles, 1 from `NEAR` on; "headline": whether either is the headline of its article; "opening": whether
    both articles open with them; "figures": whether they give a figure that agrees; "exclusive": what they share that
    few other passages of the two articles have; "related": how near their meanings are; "ahead": how much nearer
    than that of any other pair of either.
    "headline", "opening" and "figures" are told only of articles on one event: every event has a headline.
    """
    owner, starts, profiles = passages.owner, passages.starts, passages.features.profiles
    told = np.flatnonzero((links >= FLOOR) & (contained >= LEAST_CONTAINMENT))
    left, right, akin = left[told], right[told], kin[told] >= ONE_EVENT
    index = np.arange(len(owner), dtype=np.int32) - starts[owner]
    place = index / np.maximum(np.diff(starts) - 1, 1).astype(np.float32)[owner]
    headline = headlines(passages)
    opens = (index < OPENING) & (place <= EARLY)
    figures = np.zeros(len(told), dtype=np.float32)
    figures[akin] = agreements(profiles, left[akin], right[akin])
    columns = (
        np.minimum(np.abs(place[left] - place[right]) / NEAR, 1),
        akin & (headline[left] | headline[right]),
        akin & opens[left] & opens[right],
        figures,
        passages.features.exclusive(left, right),
    )
    around, meant = _by_articles(links[told], left, right, passages)
    return Told(told, np.hstack([around, np.stack(columns, axis=1), meant]).astype(np.float32))


def headlines(passages: Passages) -> npt.NDArray[np.bool_]:
    """Which passages are the headline of their article."""
    found = np.zeros(len(passages.owner), dtype=np.bool_)
    firsts = [int(first) for first in passages.starts[:-1] if first < len(found)]
    found[firsts] = [passages.features.profiles[first].kind == "heading" for first in firsts]
    return found


def _by_articles(links: Floats, left: Indexes, right: Indexes, passages: Passages) -> tuple[Floats, Floats]:
    """For each pair the highest log odds near it, and its meaning beside that of the others of its articles."""
    owner, starts, meanings = passages.owner, passages.starts, passages.meanings
    around = np.empty((len(links), 1), dtype=np.float32)
    meant = np.empty((len(links), 2), dtype=np.float32)
    keys = owner[left].astype(np.int64) * len(starts) + owner[right]
    edges = [*np.flatnonzero(np.diff(keys, prepend=-1)).tolist(), len(keys)]
    for first, last in pairwise(edges):
        part = slice(first, last)
        a, b = owner[left[first]], owner[right[first]]
        rows, columns = left[part] - starts[a], right[part] - starts[b]
        alike = meanings[starts[a] : starts[a + 1]] @ meanings[starts[b] : starts[b + 1]].T
        around[part, 0] = _around(np.minimum(links[part], CEILING), rows, columns, alike.shape)
        own = alike[rows, columns]
        others = np.maximum(_best_other(alike)[rows, columns], _best_other(alike.T)[columns, rows])
        meant[part] = np.stack([own, own - others], axis=1)
    silent: npt.NDArray[np.bool_] = np.abs(meanings).sum(axis=1) == 0
    meant[silent[left] | silent[right]] = _MIDDLING
    return around, meant


def _around(links: Floats, rows: Indexes, columns: Indexes, shape: tuple[int, ...]) -> Floats:
    """The highest of the other `links` up to two passages away from each, of two articles of `shape` passages."""
    height, width = shape
    wide = np.full((height + 2 * _REACH, width + 2 * _REACH), FLOOR, dtype=np.float32)
    wide[rows + _REACH, columns + _REACH] = links
    beside = np.maximum(np.maximum(wide[:, :-4], wide[:, 4:]), np.maximum(wide[:, 1:-3], wide[:, 3:-1]))
    row = np.maximum(beside, wide[:, 2:-2])
    others = np.maximum(np.maximum(row[:-4], row[4:]), np.maximum(row[1:-3], row[3:-1]))
    return np.asarray(np.maximum(others, beside[2:-2])[rows, columns])


def _best_other(alike: Floats) -> Floats:
    """For each cell the highest of the others of its row; 0 where there is no other."""
    if alike.shape[1] < 2:
        return np.zeros_like(alike)
    second, best = np.partition(alike, -2, axis=1)[:, -2:].T
    return np.asarray(np.where(alike == best[:, None], second[:, None], best[:, None]))
