"""The word lists are whole, and light to load."""

import json
import subprocess
import sys

import pytest

from tui.compare.conflicts import lexicon
from tui.compare.conflicts.ranking import weights
from tui.compare.conflicts.standing import FEATURES


@pytest.mark.parametrize(
    ("one", "other"),
    [("rose", "fell"), ("approved", "rejected"), ("killed", "survived"), ("legal", "illegal"), ("winner", "loser")],
)
def test_words_that_exclude_each_other_are_opposed_in_any_form(one: str, other: str) -> None:
    assert lexicon.opposed(lexicon.lemma(one), lexicon.lemma(other))
    assert lexicon.opposed(lexicon.lemma(other), lexicon.lemma(one))


@pytest.mark.parametrize(
    ("one", "other"), [("rose", "climbed"), ("here", "there"), ("killed", "killed"), ("cat", "dog")]
)
def test_other_words_are_not_opposed(one: str, other: str) -> None:
    assert not lexicon.opposed(lexicon.lemma(one), lexicon.lemma(other))


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [("oman", "country", "OM"), ("israeli", "demonym", "IL"), ("istanbul", "city", "TR"), ("geneva", "city", "CH")],
)
def test_the_gazetteer_knows_countries_demonyms_and_cities(name: str, kind: str, code: str) -> None:
    found = lexicon.place(name)
    assert found is not None
    assert found[0] == kind
    assert code in {known[:2] for known in found[1]}


def test_words_that_are_also_towns_are_no_places() -> None:
    assert all(lexicon.place(word) is None for word in ("reading", "mobile", "bath", "split", "most"))


def test_every_cue_has_a_weight_for_every_feature() -> None:
    model = weights()
    assert 0 < model.check < model.conflict < 1
    assert all(len(values) == len(FEATURES) + 1 for values in model.cues.values())


def test_shown_confidence_grows_with_the_weighed_one_and_keeps_the_tiers_apart() -> None:
    model = weights()
    raw = [model.check, (model.check + model.conflict) / 2, model.conflict, 1.0]
    shown = [model.shown(value) for value in raw]
    assert shown == sorted(shown)
    assert shown[0] == pytest.approx(0.6)
    assert shown[1] < shown[2]
    assert shown[2] < shown[3] <= 1.0


def test_the_conflict_engine_needs_neither_numpy_nor_a_screen() -> None:
    code = (
        "import json, sys; import tui.compare.conflicts as c; from tui.compare.text.words import align_tokens;"
        "a, b = c.read('Four people died in Oslo.'), c.read('Six people died in Oslo.');"
        "found = c.between(a, b, align_tokens(a.tokens, b.tokens));"
        "print(json.dumps([len(found), sorted({'numpy', 'textual', 'rich', 'sklearn'} & set(sys.modules))]))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == [1, []]


def test_the_opposites_of_a_word_are_all_those_that_it_and_they_exclude_each_other() -> None:
    words = sorted(lexicon.with_opposite())
    for word in words[::50]:
        assert lexicon.opposites_of(word) == {other for other in words if lexicon.opposed(word, other)}
