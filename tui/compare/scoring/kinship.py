"""How akin two articles are as wholes: passages of articles on one event more often say the same."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.compare.text.background import background
from tui.compare.text.profiles import Profile


class Kinship(NamedTuple):
    """Cosines of two articles' term vectors, of all terms and of names alone, from 0 to 1."""

    terms: float
    names: float


class ArticleVector(NamedTuple):
    """An article's terms and names, weighted by (1 + log frequency) times background idf."""

    terms: Mapping[str, float]
    names: Mapping[str, float]


def article_vector(profiles: Sequence[Profile]) -> ArticleVector:
    """The vectors of an article, boilerplate left out."""
    kept = [profile for profile in profiles if profile.kind != "boilerplate"]
    terms = Counter(term for profile in kept for term in profile.terms)
    names = Counter(term for profile in kept for term in sorted(profile.names))
    return ArticleVector(_unit(terms), _unit(names))


def _unit(counts: Counter[str]) -> dict[str, float]:
    known = background()
    weights = {
        term: (1 + math.log(count)) * math.log((known.sentences + 1) / (known.stems.get(term, 0) + 0.5))
        for term, count in counts.items()
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def kinship(a: ArticleVector, b: ArticleVector) -> Kinship:
    """How akin two articles are."""
    return Kinship(_product(a.terms, b.terms), _product(a.names, b.names))


def _product(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[term] for term, weight in a.items() if term in b)


# Of 126 articles on 42 events no two on one event fall below .20, and one in a hundred of two events reaches it.
_AKIN = 0.17


def akin(vectors: Sequence[ArticleVector]) -> list[tuple[int, int]]:
    """The pairs of articles that may be on the same event, among very many (needs scipy)."""
    import numpy as np
    from scipy.sparse import csr_matrix, triu

    columns: dict[str, int] = {}
    entries = [
        (index, columns.setdefault(term, len(columns)), weight)
        for index, vector in enumerate(vectors)
        for term, weight in vector.terms.items()
    ]
    rows, cols, weights = zip(*entries, strict=True) if entries else ((), (), ())
    shape = (len(vectors), max(1, len(columns)))
    matrix = csr_matrix((np.array(weights, dtype=np.float32), (rows, cols)), shape=shape)
    products = triu(matrix @ matrix.T, k=1).tocoo()
    chosen = products.data >= _AKIN
    return [(int(a), int(b)) for a, b in zip(products.row[chosen], products.col[chosen], strict=True)]
