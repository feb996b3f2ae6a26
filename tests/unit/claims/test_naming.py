"""Names for decisions: they hold while the words stay, and for nothing else."""

from dataclasses import replace

from tests.unit.compare.builders import story
from tui.claims.naming import finding_name, pair_name, same_passage
from tui.compare import compare
from tui.compare.model import Link
from tui.story.model import Story

ONE = "Seven people were injured when fire tore through a cold store in the harbour."
TWO = "Nine people were injured when fire tore through a cold store in the harbour."
MORE = "The quay was closed."


def finding(made: Story) -> Link:
    return next(link for link in compare(made).links if link.relation == "conflict")


def test_what_else_an_article_says_changes_no_name():
    before, after = story(f"{ONE} {MORE}", TWO), story(f"{MORE} {ONE}", f"{TWO} {MORE}")
    first, second = finding(before), finding(after)
    assert first.id != second.id
    assert finding_name(before, first) == finding_name(after, second)
    assert pair_name(before, first) == pair_name(after, second)


def test_other_words_another_kind_or_another_article_make_another_name():
    before = story(ONE, TWO)
    found = finding(before)
    reworded = story(ONE.replace("tore", "swept"), TWO)
    assert finding_name(reworded, finding(reworded)) != finding_name(before, found)
    assert finding_name(before, replace(found, kind="date")) != finding_name(before, found)
    elsewhere = replace(before, articles=(replace(before.articles[0], url="https://other.example"), before.articles[1]))
    assert pair_name(elsewhere, found) != pair_name(before, found)


def test_a_passage_is_found_again_by_its_words_alone():
    article = story(f"{MORE} {ONE}").articles[0]
    start, end = same_passage(ONE.replace(" ", "\n", 2), article) or (0, 0)
    assert article.text[start:end] == ONE
    assert same_passage(TWO, article) is None
