"""What says who somebody is: it counts as a name, and names alone never link."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

from tests.unit.compare.builders import story
from tui.compare import compare
from tui.compare.scoring.scores import score_articles
from tui.compare.text.epithets import epithets
from tui.compare.text.profiles import passages_of
from tui.compare.text.tokens import stem_of, tokenise


def told(text: str) -> set[str]:
    return set(epithets(tokenise(text), text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("That is up to harbour master Ingrid Solheim.", "master"),
        ("It came, according to harbour master Ingrid Solheim, at noon.", "harbour master"),
        ("The former harbour master Ingrid Solheim left.", "former harbour master"),
        ("There Ingrid Solheim, the harbour master, left.", "harbour master"),
        ("There Ingrid Solheim, harbour master of Wenlow, left.", "harbour master"),
        ("A spokeswoman for Corven & Sons said so.", "spokeswoman"),
        ("The president of the Corven Bank resigned.", "president"),
        ("Then Prime Minister Ingrid Solheim rose.", "minister"),
        ("Harbour master Ingrid Solheim rose.", "harbour master"),
        ("Ingrid Solheim rose.", "ingrid"),
        ("Solheim rose.", "solheim"),
        ("Lawyers for Corven rose.", "lawyers"),
        ("His brother, Olaf Solheim, rose.", "brother"),
        ("There Corven’s foreign minister, Olaf Solheim, rose.", "foreign minister"),
    ],
)
def test_words_that_say_who_somebody_is(text, words):
    assert told(text) == {stem_of(word) for word in words.split()}


@pytest.mark.parametrize(
    "text",
    [
        "The master of the ship was drunk.",
        "She met the new lawyer and wept.",
        "There Ingrid Solheim left, and a lawyer wept in the hall of the court.",
        "Nothing at all was said.",
        "Firefighters fought the flames.",
        "There Ingrid Solheim was elected mayor of Corven.",
        "There Ingrid Solheim is the new mayor of Corven.",
        "",
    ],
)
def test_an_office_without_a_name_is_a_word_like_others(text):
    assert told(text) == set()


def test_what_somebody_does_to_an_officer_is_no_part_of_the_office():
    assert told("On Monday Olaf Brandt met harbour master Ingrid Solheim.") == {"master"}
    assert "met" not in told("He met harbour master Ingrid Solheim.")


def test_two_passages_that_share_a_name_and_its_office_are_not_sound():
    one = passages_of(["Harbour master Ingrid Solheim praised the painters.", "The ferry sank at noon off Wenlow."])
    two = passages_of(["It rains, says Ingrid Solheim, the harbour master.", "At noon off Wenlow a ferry sank."])
    (block,) = score_articles([one, two], everything=True).values()
    sound = dict(zip(zip(block.left.tolist(), block.right.tolist(), strict=True), block.sound.tolist(), strict=True))
    assert not sound[0, 0]
    assert sound[1, 1]


NAMES = ("Ingrid Solheim", "Olaf Brandt", "Corven Bank", "Wenlow", "Marit Kerr")
WHO = (
    "{}",
    "Harbour master {}",
    "{}, the harbour master,",
    "Former mayor {}",
    "{}, a lawyer for Corven,",
    "President {}",
)
OURS = (
    "painted three fences", "slept badly again", "grows tulips behind sheds", "lost some keys", "hates turnips",
    "whistled loudly", "repaired engines", "collects medals",
)  # fmt: skip
THEIRS = (
    "will fly southwards", "broke an ankle", "sells insurance", "eats porridge daily", "sued nobody",
    "wrote novels", "danced until dawn", "owns seven horses",
)  # fmt: skip


def sentences(deeds: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    """Sentences of the same names and offices, and of these deeds, none twice."""

    def of(order: list[str]) -> st.SearchStrategy[list[str]]:
        subjects = st.tuples(st.sampled_from(WHO), st.sampled_from(NAMES))
        row = st.lists(subjects, min_size=len(order), max_size=len(order))
        return row.map(
            lambda who: [f"{form.format(name)} {deed}." for (form, name), deed in zip(who, order, strict=True)]
        )

    return st.permutations(deeds).flatmap(of)


@settings(max_examples=25, deadline=None)
@given(sentences(OURS), sentences(THEIRS), st.booleans())
def test_what_shares_names_and_nothing_else_is_never_linked(ours, theirs, headed):
    heads = "# {}\n\n{}" if headed else "{} {}"
    texts = (heads.format(side[0].rstrip("." if headed else ""), " ".join(side[1:])) for side in (ours, theirs))
    found = compare(story(*texts))
    assert [link for link in found.links if link.relation == "overlap"] == []


@settings(max_examples=25, deadline=None)
@given(sentences(OURS), sentences(THEIRS))
def test_no_two_passages_of_one_name_and_other_deeds_are_sound(ours, theirs):
    (block,) = score_articles([passages_of(ours), passages_of(theirs)], everything=True).values()
    assert not np.any(block.sound)
