"""In which order pairs of things are worked off, so that few things are in hand at any time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

Pair = tuple[int, int]


def gathered(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs of numbers, first < second, so that those with a number in common follow each other closely.

    Next comes always the number of which the largest share of partners has come already, the lowest of those as good,
    with its pairs with them: a group of numbers is done with before another one is begun. That is a greedy way to a
    linear arrangement of low cutwidth.
    """
    partners: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        partners[a].add(b)
        partners[b].add(a)
    met: dict[int, list[int]] = {number: [] for number in partners}
    waiting = [(0.0, number) for number in sorted(partners)]
    found: list[Pair] = []
    come: set[int] = set()
    while waiting:
        _, number = heappop(waiting)
        if number in come:
            continue
        come.add(number)
        found += [(min(number, other), max(number, other)) for other in met[number]]
        for other in sorted(partners[number] - come):
            met[other].append(number)
            heappush(waiting, (-len(met[other]) / len(partners[other]), other))
    return found


def most_in_hand(pairs: Iterable[Pair], sizes: Sequence[int]) -> int:
    """How large the numbers are, at most, that are in hand at a time: come already, and of a later pair too."""
    pairs = [*pairs]
    left = Counter(number for pair in pairs for number in pair)
    held: set[int] = set()
    most = size = 0
    for pair in pairs:
        size += sum(sizes[number] for number in {*pair} - held)
        held.update(pair)
        most = max(most, size)
        left.subtract(pair)
        for number in pair:
            if not left[number]:
                held.discard(number)
                size -= sizes[number]
    return most
