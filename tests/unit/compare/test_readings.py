"""What is read from one article: origins, what can be checked, what should be."""

from dataclasses import replace

import pytest

from tests.unit.compare.builders import FIRE, STRIKE, article, story, text
from tui.compare import compare
from tui.compare.checks import check_list
from tui.compare.links.reuse import same_words
from tui.compare.sources.alone import checkability, is_checkable
from tui.compare.text.origins import origins, single_source
from tui.compare.text.quotes import quoted


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        ("US officials told Axios that the strike is off.", ("Axios",)),
        ("The plan exists, according to NBC News, which cited anonymous sources.", ("NBC News",)),
        ("Israeli sources speaking to CNN said he had left.", ("CNN",)),
        ("Regional sources told Reuters that talks go on.", ("Reuters",)),
        ("The Guardian reported that he resigned.", ("Guardian",)),
        ("He told reporters at the White House that it was over.", ()),
        ("CNN is unable to verify these claims.", ("CNN",)),
        ("The BBC has not been able to verify the film.", ("BBC",)),
        ("CNN confirmed the appointment of an editor.", ()),
        ("She told Congress the truth.", ()),
        ("The visit was planned, according to Israeli sources.", ()),
    ],
)
def test_cited_outlets_are_named(passage: str, names: tuple[str, ...]) -> None:
    assert tuple(origin.name for origin in origins(passage) if origin.kind != "unnamed") == names


def test_a_claim_of_one_unnamed_source_is_single_source() -> None:
    found = single_source("“One strike now would undermine much,” one adviser added.")
    assert found is not None
    assert (found.kind, found.many) == ("unnamed", False)
    assert single_source("Three of the president’s advisers said he had not moved.") is None
    assert single_source("The harbour was closed on Tuesday.") is None


def test_origins_give_their_places() -> None:
    passage = "Officials told Axios that he would come."
    assert [passage[slice(*origin.span)] for origin in origins(passage)] == ["Officials", "Axios"]


@pytest.mark.parametrize(
    ("passage", "checkable"),
    [
        ("The fire destroyed 450 tonnes of herring.", True),
        ("It was, she said, “a bang like a church door”.", True),
        ("The meeting in Istanbul was short.", True),
        ("They will come back on Thursday.", True),
        ("Much remains unclear, and the outcome is open.", False),
    ],
)
def test_a_figure_a_name_a_quote_or_a_date_can_be_checked(passage: str, checkable: bool) -> None:
    assert is_checkable(passage) is checkable


def test_what_only_one_article_says_comes_most_checkable_first() -> None:
    made = story(text(FIRE) + " Much remains unclear. On 12 May the store held 450 tonnes of herring.", text(FIRE))
    alone = compare(made).sources[0].alone
    ranks = [checkability(made.articles[0].quote(index)) for index in alone]
    assert len(alone) == 2
    assert ranks == sorted(ranks, reverse=True)
    assert compare(made).sources[1].alone == ()


def test_quotation_marks_of_all_kinds_delimit_quotes() -> None:
    passage = '“Curly one,” ‘it’s single’, "straight", «guillemets», „tief“ and the players\' bus'
    assert [passage[slice(*span)] for span in quoted(passage)] == [
        "Curly one,", "it’s single", "straight", "guillemets", "tief",
    ]  # fmt: skip


def test_reuse_is_the_share_of_words_in_rows_of_five_and_not_symmetric() -> None:
    found = compare(story(text(FIRE), text((*FIRE, *STRIKE)))).sources
    assert dict(found[0].reuse)[1] == 1.0
    assert 0.4 < dict(found[1].reuse)[0] < 0.8
    assert dict(compare(story(text(FIRE), text(STRIKE))).sources[0].reuse) == {1: 0.0}


def test_rows_of_the_same_words_are_listed_with_their_places() -> None:
    a, b = article(text(FIRE)), article("Later: " + FIRE[2] + " Rain fell.", 2)
    (row,) = same_words(a, b)
    assert a.text[slice(*row.a)] == b.text[slice(*row.b)]
    assert row.words == 16


def test_copies_and_citations_of_one_source_are_one_origin() -> None:
    copied = compare(story(FIRE[0], FIRE[0])).facts
    assert [(fact.articles, fact.origins) for fact in copied] == [(2, 1)]
    cited_twice = compare(
        story(
            "Officials told Axios that the president is reluctant to strike Iran’s missile sites.",
            "The president hesitates over a strike on Iran’s missile sites, officials told Axios.",
        )
    ).facts
    assert [(fact.articles, fact.origins) for fact in cited_twice] == [(2, 1)]


def test_a_chain_whose_ends_have_nothing_in_common_is_no_single_fact() -> None:
    middle = FIRE[0] + " " + STRIKE[0]
    facts = compare(story(FIRE[0], middle, STRIKE[0])).facts
    assert not any({0, 2} <= {place[0] for place in fact.passages} for fact in facts)


@pytest.mark.parametrize(
    ("words", "kind", "shown"),
    [
        ("He arrived at the White House on , with a clear agenda.", "hole", "on ,"),
        ("The alarm was raised at ( ) by a skipper.", "hole", "( )"),
        ("They resume talks on Friday in the capital.", "weekday", "Friday"),
        ("Araghchi left. The minister met Aragchi in the morning, and Araghchi said little.", "name", "Aragchi"),
        ("The blast killed 21 people (11 men and 9 women).", "sum", "21 people"),
        ("She named three reasons: cost, time.", "sum", "three reasons"),
    ],
)
def test_the_check_list_points_out(words: str, kind: str, shown: str) -> None:
    found = check_list(article(words))
    assert [(remark.kind, shown in words[slice(*remark.span)]) for remark in found] == [(kind, True)]


def test_in_other_languages_only_holes_that_need_no_english_are_pointed_out() -> None:
    there = article("Er kam an , und ( ) ging zu dem ,  was an. Das Schiff liegt on , sagt er.", language="de")
    shown = [there.text[slice(*remark.span)] for remark in check_list(there) if remark.kind == "hole"]
    assert "( )" in shown
    assert all("," in words or "(" in words for words in shown)
    assert not [remark for remark in check_list(article("Weiter mit the, Seite 2.", language="de"))]


def test_boilerplate_has_no_holes() -> None:
    assert check_list(article("The alarm was raised.\n\nRead more: the story on , and ( )")) == ()


def test_the_check_list_leaves_sound_copy_alone() -> None:
    sound = "It killed 21 people, including 11 men and 9 women. She named three reasons: cost, time and weather."
    assert check_list(article(sound)) == ()
    assert check_list(article("They resume talks on Friday.", published="2026-02-12")) == ()


@pytest.mark.parametrize(
    ("headline", "figures"),
    [
        ("Speaker: ‘1-in-3 chance’ of defeat for 242 members", ["242"]),
        ("Speaker: 2-in-3 chance of holding 12 seats", ["2"]),
    ],
)
def test_a_figure_of_the_headline_may_stand_in_the_text_in_words(headline: str, figures: list[str]) -> None:
    body = "There is a one-in-three chance of defeat, the speaker said. A dozen aides nodded. Twelve seats are at risk."
    made = replace(article(f"{headline}\n\n{body}"), title=headline)
    found = [remark for remark in check_list(made) if remark.kind == "headline"]
    assert [made.text[slice(*remark.span)] for remark in found] == figures
