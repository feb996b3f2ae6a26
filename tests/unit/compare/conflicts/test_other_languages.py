"""What is held against each other in texts that are not English: figures, names and quotations, never English words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.accuracy.language.tables import sentences
from tests.unit.compare.builders import article
from tui.compare import compare, judge
from tui.compare.conflicts import between, read
from tui.compare.model import Finding
from tui.compare.text.tokens import tokenise
from tui.compare.text.words import align_tokens
from tui.story.model import Story

DIFFERENT = [
    ("Bei dem Brand starben 12 Menschen, teilte die Polizei mit.",
     "Bei dem Brand starben 15 Menschen, teilte die Polizei mit.", ("12", "15")),
    ("L'incendie a fait 12 morts et 30 blessés, selon la préfecture.",
     "L'incendie a fait 14 morts et 30 blessés, selon la préfecture.", ("12", "14")),
    ("La hausse atteint 3,5 % cette année, selon la mairie.",
     "La hausse atteint 5,3 % cette année, selon la mairie.", ("3,5 %", "5,3 %")),
    ("Der Umbau kostet 3,2 Millionen Euro.", "Der Umbau kostet 4,1 Millionen Euro.",
     ("3,2 Millionen", "4,1 Millionen")),
    ("При пожаре погибли 12 человек, сообщила полиция.", "При пожаре погибли 15 человек, сообщила полиция.",
     ("12", "15")),
    ("قتل 12 شخصا في الحريق، بحسب الشرطة.", "قتل 15 شخصا في الحريق، بحسب الشرطة.", ("12", "15")),
    ("火事で3人が死亡した。", "火事で5人が死亡した。", ("3", "5")),
    ("Watu 12 walikufa katika moto huo jana usiku.", "Watu 15 walikufa katika moto huo jana usiku.", ("12", "15")),
]  # fmt: skip
TO_CHECK = [
    ("Bei dem Brand starben 12 Menschen, teilte die Polizei mit.",
     "Bei dem Brand starben mindestens 15 Menschen, teilte die Polizei mit.", ("12", "15")),
    ("Um 18:30 Uhr am Montag brach das Feuer aus.", "Um 19:30 Uhr am Montag brach das Feuer aus.", ("18:30", "19:30")),
    ("El ministro Juan Witkoff llegó ayer a Valdera con su equipo.",
     "El ministro Juan Whitkov llegó ayer a Valdera con su equipo.", ("Juan Witkoff", "Juan Whitkov")),
    ("„Wir werden jede Schule öffnen, sobald es Strom gibt“, sagte die Landrätin.",
     "„Wir werden jede Schule schließen, sobald es Strom gibt“, sagte die Landrätin.", ("öffnen", "schließen")),
    ("« Nous rouvrirons chaque école demain matin », a dit le maire.",
     "« Nous rouvrirons chaque école lundi matin », a dit le maire.", ("demain", "lundi")),
    ("»Wir öffnen jede Schule in der Stadt«, sagte sie.", "»Wir schließen jede Schule in der Stadt«, sagte sie.",
     ("öffnen", "schließen")),
    ("”Vi öppnar varje skola i kommunen”, sade hon.", "”Vi stänger varje skola i kommunen”, sade hon.",
     ("öppnar", "stänger")),
]  # fmt: skip
NOTHING = [
    ("Rund 1.200 Gäste kamen nach Angaben der Stadt.", "Rund 1200 Gäste kamen nach Angaben der Stadt."),
    ("Rund 1.200 Gäste kamen nach Angaben der Stadt.", "Rund 1 200 Gäste kamen nach Angaben der Stadt."),
    ("Der Umbau kostet 3,2 Millionen Euro.", "Der Umbau kostet 3.200.000 Euro."),
    ("De minister zei dat ten minste zes mensen omkwamen.", "De minister zei dat six mensen omkwamen."),
    ("Le maire a pris la parole mars 12.", "Le maire a pris la parole may 12."),
    ("Der Bürgermeister trat zurück, weil die Brücke zu teuer wurde.",
     "Der Preis trat zurück, weil die Brücke zu teuer wurde."),
    ("Der Bau der B-52 begann im Herbst, sagte die Firma.", "Der Bau der B-17 begann im Herbst, sagte die Firma."),
]  # fmt: skip
ENGLISH_ALONE = [
    ("The minister denied the claims.", "The minister admitted the claims."),
    ("The mayor will sign the contract.", "The mayor will not sign the contract."),
    ("Nine men left Oslo in March.", "Two men left Oslo in April."),
]


@pytest.mark.parametrize(("a", "b", "values"), DIFFERENT)
def test_figures_that_differ_are_flagged_in_any_language(a: str, b: str, values: tuple[str, str]) -> None:
    assert [(finding.tier, finding.values) for finding in judge(a, b).findings] == [("conflict", values)]


@pytest.mark.parametrize(("a", "b", "values"), TO_CHECK)
def test_where_a_word_may_tell_why_it_is_to_be_checked(a: str, b: str, values: tuple[str, str]) -> None:
    assert [(finding.tier, finding.values) for finding in judge(a, b).findings] == [("check", values)]


@pytest.mark.parametrize(("a", "b"), NOTHING)
def test_one_figure_written_two_ways_and_words_that_only_look_english_are_not_flagged(a: str, b: str) -> None:
    assert judge(a, b).findings == ()


@pytest.mark.parametrize(("a", "b"), ENGLISH_ALONE)
def test_negation_opposites_and_numbers_in_words_are_read_in_english_alone(a: str, b: str) -> None:
    assert _held(a, b, "en")
    assert not _held(a, b, "de")
    assert not _held(a, b, "und")


def test_a_german_text_is_not_stemmed_as_english_in_a_pair() -> None:
    text = "Die Ministerin dementierte am Montag, dass sie die Verträge unterzeichnet hatte."
    german, english = ([token.stem for token in tokenise(text, language)] for language in ("de", "en"))
    assert [token.stem for token in read(text, "de").tokens] == german != english
    assert [token.stem for token in read(text, "und").tokens] == [token.norm for token in tokenise(text, "und")]


def test_a_short_text_is_read_in_the_language_of_the_text_it_is_held_against() -> None:
    sentence = "Denied, admitted."
    found = judge("The minister denied the claims of the board on Friday.", "Minister admitted claims Friday.")
    assert [finding.values for finding in found.findings] == [("denied", "admitted")]
    assert judge(sentence, sentence).findings == ()


def test_a_short_article_is_read_in_the_language_of_its_story_and_keeps_its_own() -> None:
    short = article("Minister admitted claims Friday.", 1, "und")
    story = Story("s", "story", (short, article("The minister denied the claims of the board on Friday.", 2)))
    assert ("admitted", "denied") in {link.values for link in compare(story).links}
    assert [each.language for each in story.articles] == ["und", "en"]


@given(st.sampled_from(sorted(set(sentences()) - {"en"})), st.data())
def test_unlike_sentences_in_other_languages_are_no_conflict(language: str, data: st.DataObject) -> None:
    a, b = (data.draw(st.sampled_from(sentences()[language])) for _ in "ab")
    assert not [finding for finding in judge(a, b).findings if finding.tier == "conflict"]


@given(st.text(max_size=120), st.text(max_size=120), st.sampled_from(["de", "ja", "ar", "und"]))
def test_any_two_texts_can_be_held_against_each_other_in_any_language(a: str, b: str, language: str) -> None:
    for finding in _held(a, b, language):
        for evidence in finding.evidence:
            assert 0 <= evidence.a[0] <= evidence.a[1] <= len(a)
            assert 0 <= evidence.b[0] <= evidence.b[1] <= len(b)


def _held(a: str, b: str, language: str) -> tuple[Finding, ...]:
    one, other = read(a, language), read(b, language)
    return between(one, other, align_tokens(one.tokens, other.tokens))
