"""Distils word vectors from the sentence model and writes them beside the engine: data/related.txt and related.npy.

    .venv/bin/python -m tests.accuracy.overlap.relating     needs copydesk[semantic] and scipy; four minutes

The model's vectors of the background sentences (see background.py), less their mean, are turned to their main axes.
A stem's vector is that of its words by themselves, turned alike, plus what brings the sums of a sentence's vectors
nearest to its own: ridge regression with the words' own vectors as the prior (Hoerl and Kennard, 1970), solved by
conjugate gradients (Hestenes and Stiefel, 1952). Only vectors of stems are kept, no sentence.
"""

from collections import Counter

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from tests.accuracy.overlap.background import sentences
from tests.accuracy.overlap.keeping import KeptMeaning
from tests.accuracy.overlap.train import DATA
from tui.compare.scoring.semantic import Meaning
from tui.compare.text.background import Weights
from tui.compare.text.tokens import Token, tokenise

DIMENSIONS = 48
# Stems of fewer background sentences have no vector.
LEAST_SENTENCES = 2
PENALTY = 3.0
# A stem's words count by how often they come; one that only the dictionary has counts a little.
_UNSEEN = 0.2
_STEPS = 60

Array = npt.NDArray[np.float64]


def main() -> None:
    """Distils and writes."""
    texts = list(dict.fromkeys(sentences()))
    terms = [[token for token in tokenise(text) if not token.stop and token.norm.isalpha()] for text in texts]
    found = [sorted({token.stem for token in row}) for row in terms]
    counts = Counter(stem for row in found for stem in row)
    stems = sorted(stem for stem, count in counts.items() if count >= LEAST_SENTENCES)
    meaning = KeptMeaning()
    said = meaning.vectors(texts).astype(np.float64)
    said -= said.mean(axis=0)
    axes = np.linalg.svd(said, full_matrices=False)[2][:DIMENSIONS].T
    vectors = _fitted(_sums(found, stems), said @ axes, _words(terms, stems, meaning) @ axes)
    scale = 127 / np.abs(vectors).max()
    np.save(DATA / "related.npy", np.rint(vectors * scale).astype(np.int8), allow_pickle=False)
    (DATA / "related.txt").write_text("\n".join(stems) + "\n", encoding="utf-8")
    meaning.save()
    print(f"{len(texts)} sentences, {len(stems)} stems of {DIMENSIONS} dimensions")


def _words(terms: list[list[Token]], stems: list[str], meaning: Meaning) -> Array:
    """For each stem the mean of what the model says of its words by themselves, less the mean of all words."""
    counts = Counter((token.norm, token.stem) for row in terms for token in row)
    rows = {stem: row for row, stem in enumerate(stems)}
    words = sorted(word for word in counts if word[1] in rows)
    said = meaning.vectors([norm for norm, _ in words]).astype(np.float64)
    places = [rows[stem] for _, stem in words]
    weights = np.array([counts[word] for word in words], dtype=np.float64)
    shape = (len(stems), len(words))
    matrix = csr_matrix((weights, (places, range(len(words)))), shape=shape)
    return np.asarray(matrix @ (said - said.mean(axis=0)) / np.asarray(matrix.sum(axis=1)))


def _sums(found: list[list[str]], stems: list[str]) -> csr_matrix:
    """A row of unit length for each sentence: its stems by their weights in background news."""
    rows = {stem: row for row, stem in enumerate(stems)}
    weights = Weights([stems])
    cells = [(row, rows[stem], weights[stem]) for row, known in enumerate(found) for stem in known if stem in rows]
    places, columns, values = (np.array(part) for part in zip(*cells, strict=True))
    lengths = np.sqrt(np.bincount(places, values**2, len(found)))
    return csr_matrix((values / lengths[places], (places, columns)), shape=(len(found), len(stems)))


def _fitted(sums: csr_matrix, said: Array, words: Array) -> Array:
    """Vectors whose `sums` come near what is `said` of the sentences, not far from a multiple of those of `words`."""
    plain = sums @ words
    prior = words * ((plain * said).sum() / (plain * plain).sum())
    wanted = sums.T @ (said - sums @ prior)
    found, rest = np.zeros_like(wanted), wanted.copy()
    step, size = rest.copy(), (rest * rest).sum(axis=0)
    for _ in range(_STEPS):
        pushed = sums.T @ (sums @ step) + PENALTY * step
        share = size / ((step * pushed).sum(axis=0) + 1e-12)
        found += share * step
        rest -= share * pushed
        before, size = size, (rest * rest).sum(axis=0)
        step = rest + size / (before + 1e-12) * step
    return np.asarray(prior + found)


if __name__ == "__main__":
    main()
