"""The five real articles come out as a careful reader cuts them. They are only looked at by place and shape."""

from pathlib import Path

import pytest

from tui.story import Article, load


@pytest.fixture(scope="module")
def articles(shared: Path) -> tuple[Article, ...]:
    story = load([shared / "seeds"])
    assert story.problems == ()
    return story.articles


def kinds(article: Article) -> str:
    return "".join(passage.kind[0] for passage in article.passages)


def test_each_article_has_the_passages_a_reader_counts(articles: tuple[Article, ...]) -> None:
    assert [kinds(article) for article in articles] == [
        "h" + 16 * "s",
        "b" + 37 * "s",
        "hbii" + "ssb" + 6 * "s" + "hssb" + 5 * "s",
        "h" + 5 * "s" + "h" + 4 * "s" + "h" + 3 * "s" + "h" + 2 * "s",
        11 * "s",
    ]


def test_a_sentence_cut_by_a_blank_line_is_one_passage(articles: tuple[Article, ...]) -> None:
    broken = [index for index, passage in enumerate(articles[0].passages) if "\n\n" in articles[0].quote(index)]

    assert broken == [2]
    assert articles[0].quote(2).endswith("and U.S.\n\nPresident Donald Trump.")


def test_no_sentence_of_the_damaged_article_ends_with_an_abbreviation(articles: tuple[Article, ...]) -> None:
    assert not [quote for quote in map(articles[1].quote, range(38)) if quote.endswith("U.S.")]


def test_the_dateline_stands_apart(articles: tuple[Article, ...]) -> None:
    assert articles[1].quote(0) == "Washington D.C. –"
    assert articles[1].passages[0].paragraph == articles[1].passages[1].paragraph


def test_quotations_stay_with_their_speaker(articles: tuple[Article, ...]) -> None:
    assert articles[2].quote(10).endswith("one adviser added.")
    assert articles[4].quote(4).endswith("he said.")
    assert articles[1].quote(8).startswith("“Israel is worried")


def test_titles_are_the_first_line_or_the_first_words(articles: tuple[Article, ...]) -> None:
    headed = [articles[number] for number in (0, 2, 3)]

    assert all(article.title == article.text.split("\n", 1)[0] for article in headed)
    assert articles[4].title.endswith("…")
    assert articles[4].text.startswith(articles[4].title[:-1])


def test_what_the_files_do_not_say_is_unknown(articles: tuple[Article, ...]) -> None:
    assert {article.language for article in articles} == {"en"}
    assert all(article.published is article.outlet is article.author is article.url is None for article in articles)
