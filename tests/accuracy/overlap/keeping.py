"""What other programs and the sentence model said, kept between runs in the folder for temporary files.

A peer takes up to a tenth of a second for a pair of sentences: its answers are kept by its version and by what
it was asked, and where it is asked many pairs a sample of stated size answers for all.
"""

import hashlib
import json
import tempfile
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tui.compare.scoring.semantic import MODEL_SHA256, Meaning, SemanticUnavailable
from tui.compare.scoring.vectors import Floats

SEED = 1
_FOLDER = Path(tempfile.gettempdir()) / "copydesk-accuracy"
_SAVED_EVERY = 2_000

Array = npt.NDArray[np.float64]
Texts = Sequence[tuple[str, str]]


def kept(name: str, scorer: Callable[[str, str], float], texts: Texts) -> Array:
    """The peer's score of each pair, asked anew only where no earlier run has asked the same."""
    try:
        number = version(name)
    except PackageNotFoundError:
        number = "0"
    digest = hashlib.sha256(json.dumps([name, number, list(texts)]).encode()).hexdigest()[:16]
    path = _FOLDER / f"{name}-{digest}.json"
    if path.is_file():
        return np.array(json.loads(path.read_text(encoding="utf-8")))
    scores = [scorer(a, b) for a, b in texts]
    _FOLDER.mkdir(exist_ok=True)
    path.write_text(json.dumps(scores), encoding="utf-8")
    return np.array(scores)


def sample(size: int, most: int) -> npt.NDArray[np.int64]:
    """The indexes of `most` of `size` pairs, drawn with a fixed seed, in order; all where there are no more."""
    if size <= most:
        return np.arange(size)
    return np.sort(np.random.default_rng(SEED).choice(size, most, replace=False))


class KeptMeaning(Meaning):
    """The sentence model with its vectors kept between runs."""

    def __init__(self) -> None:
        """Takes the installed model."""
        super().__init__()
        self._path = _FOLDER / f"vectors-{MODEL_SHA256[:8]}.npz"
        self._saved = 0
        if self._path.is_file():
            with np.load(self._path) as held:
                self._known = dict(zip(held["texts"].tolist(), held["vectors"], strict=True))
            self._saved = len(self._known)

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One row for each text."""
        found = super().vectors(texts)
        if len(self._known) >= self._saved + _SAVED_EVERY:
            self.save()
        return found

    def save(self) -> None:
        """Keep what is known so far."""
        if len(self._known) > self._saved:
            _FOLDER.mkdir(exist_ok=True)
            np.savez(self._path, texts=np.array(list(self._known)), vectors=np.stack(list(self._known.values())))
            self._saved = len(self._known)


def meaning_or_none() -> KeptMeaning | None:
    """The sentence model; None, said in one line, where it is not installed."""
    try:
        return KeptMeaning()
    except SemanticUnavailable as error:
        print(f"  without the rows by meaning: {error}")
        return None
