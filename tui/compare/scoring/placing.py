"""What tells a link beside the words that two passages share: place, neighbours, figures, and what is theirs alone.

Accounts of one thing run on together for a while, tell it in about the same place, and name it in a headline. Words
that an article has in many passages are what the story is about; those that it has in few are what a passage says.
"""

from typing import NamedTuple

import numpy as np

from tui.compare.scoring.candidates import LEAST_CONTAINMENT
from tui.compare.scoring.features import Features
from tui.compare.scoring.figures import agreements
from tui.compare.scoring.vectors import Floats, Indexes, Wide

# The columns of what is told; see `placed_columns`.
PLACED_FEATURES = ("neighbour", "apart", "headline", "figures", "exclusive")
# Pairs with lower log odds of a link lend their neighbours nothing, as places without a pair.
FLOOR = -3.0
# Articles as akin as this are on one event: in ECB+ train one pair in twenty on two events of a kind is as akin.
ONE_EVENT = 0.32
# Two passages stand apart where this share of an article, or more, lies between their places.
NEAR = 0.1
# Of the eight pairs around one, those that come after it; each of the other four has it after itself.
_AFTER = ((0, 1), (1, -1), (1, 0), (1, 1))


class Passages(NamedTuple):
    """All passages in order, the article of each, and where each article begins and the last one ends."""

    features: Features
    owner: Indexes
    starts: Indexes


def placed_columns(
    links: Floats, contained: Floats, left: Indexes, right: Indexes, kin: Floats, passages: Passages
) -> Floats:
    """For each pair (`left[k]`, `right[k]`), with log odds `links[k]` by its words, a row of `PLACED_FEATURES`.

    `contained` is its containment, `kin` tells how akin its articles are by their terms. Of pairs that share so little
    that the first stage may pass them over, and of those below `FLOOR`, nothing is told: all rests on words first.

    "neighbour": the highest log odds among the eight pairs around it; "apart": how far apart the two stand in their
    articles, 1 from `NEAR` on; "headline": whether either is the headline of its article; "figures": whether they
    give a figure that agrees; "exclusive": what they share that few other passages of the two articles have.
    "headline" and "figures" are told only of articles on one event: every event has a headline.
    """
    owner, starts, profiles = passages.owner, passages.starts, passages.features.profiles
    sizes = np.maximum(np.diff(starts) - 1, 1).astype(np.float32)
    place = (np.arange(len(owner), dtype=np.int32) - starts[owner]) / sizes[owner]
    headline = np.array([profile.kind == "heading" for profile in profiles], dtype=np.bool_) & (place == 0)
    some = (links >= FLOOR) & (contained >= LEAST_CONTAINMENT)
    likely, akin = np.flatnonzero(some), kin >= ONE_EVENT
    known = likely[akin[likely]]
    figures = np.zeros(len(links), dtype=np.float32)
    figures[known] = agreements(profiles, left[known], right[known])
    exclusive = np.zeros(len(links), dtype=np.float32)
    exclusive[likely] = passages.features.exclusive(left[likely], right[likely])
    columns = (
        _neighbours(links, left, right, owner, likely),
        np.where(some, np.minimum(np.abs(place[left] - place[right]) / NEAR, 1), 1),
        some & akin & (headline[left] | headline[right]),
        figures,
        exclusive,
    )
    return np.stack(columns, axis=1).astype(np.float32)


def _neighbours(links: Floats, left: Indexes, right: Indexes, owner: Indexes, likely: Wide) -> Floats:
    """The highest log odds around each of the `likely` pairs."""
    found = np.full(len(links), FLOOR, dtype=np.float32)
    if not len(likely):
        return found
    keys = left[likely].astype(np.int64) * len(owner) + right[likely]
    order = np.argsort(keys)
    likely, keys = likely[order], keys[order]
    for down, along in _AFTER:
        wanted = keys + (down * len(owner) + along)
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        one, two = likely[keys[at] == wanted], likely[at[keys[at] == wanted]]
        beside = (owner[left[one]] == owner[left[two]]) & (owner[right[one]] == owner[right[two]])
        one, two = one[beside], two[beside]
        # No pair comes twice on either side of one step, so that nothing is lost in assigning.
        found[one] = np.maximum(found[one], links[two])
        found[two] = np.maximum(found[two], links[one])
    return found
