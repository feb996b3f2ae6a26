"""Which newsroom a cited name stands for inside one story."""

from dataclasses import replace

import pytest

from tests.unit.compare.builders import article, story
from tui.compare import compare
from tui.compare.sources.newsrooms import Newsrooms, in_full, known, plain
from tui.story.model import Article


def names(text: str, *others: Article, outlet: str | None = None) -> list[str]:
    """Whom an article with this text cites by name, where `others` are open beside it."""
    first = replace(article(text), outlet=outlet)
    found = Newsrooms([first, *others]).cited_in(0, text)
    return [origin.name for origin in found if origin.kind != "unnamed"]


@pytest.mark.parametrize(
    ("written", "newsroom"),
    [
        ("AP", "Associated Press"),
        ("The AP", "Associated Press"),
        ("AFP", "Agence France-Presse"),
        ("NBC", "NBC News"),
        ("FoxNews.com", "Fox News"),
        ("The Hill", "The Hill"),
        ("CNN", "CNN"),
        ("Skarnwick Herald", "Skarnwick Herald"),
    ],
)
def test_known_short_forms_are_given_in_full(written: str, newsroom: str) -> None:
    assert known(written) == newsroom


def test_a_newsroom_named_in_full_and_in_short_is_one() -> None:
    text = "The New York Times reported that he left. He told the Times that he was tired, according to NBC and the AP."
    assert names(text) == ["New York Times", "New York Times", "NBC News", "Associated Press"]


def test_a_short_name_is_that_of_the_only_paper_another_article_names_or_was_published_by() -> None:
    text = "The Times reported that he left."
    assert names(text) == ["Times"]
    assert names(text, article("According to The New York Times, he left.")) == ["New York Times"]
    assert names(text, replace(article("He left."), outlet="NYT")) == ["New York Times"]
    assert names(text, replace(article("He left."), outlet="Straits Times (Online News)")) == ["Straits Times"]


def test_where_two_papers_may_be_meant_the_name_stays_as_it_is_written() -> None:
    other = article("The New York Times and the Los Angeles Times sent reporters.")
    assert names("The Times reported that he left.", other) == ["Times"]
    assert names("The Post reported that he left. “The New York Post lies,” he told The Washington Post.") == [
        "Post", "Washington Post",
    ]  # fmt: skip


def test_what_an_article_names_goes_before_what_others_name_and_its_own_paper_before_both() -> None:
    other = article("According to the Los Angeles Times, he left.")
    text = "A reader of the New York Times rang. The Times reported that he left."
    assert names(text, other) == ["New York Times"]
    own = replace(article(text), outlet="Financial Times")
    assert Newsrooms([own, other]).name(0, "Times") == "Financial Times"
    assert names(text, other, outlet="Financial Times") == []


def test_a_person_who_bears_the_name_of_a_newsroom_is_no_outlet() -> None:
    assert names("Michael Bloomberg spoke first. “I am a New Yorker,” Bloomberg said.") == []
    assert names("“He is a New Yorker,” Mr. Bloomberg said.") == []
    assert names("Bloomberg reported that rates fell.") == ["Bloomberg"]


@pytest.mark.parametrize(
    ("text", "short", "found"),
    [
        ("In the New York Times and The Times of old", "times", ("New York Times",)),
        ("The St. Louis Post asked. According Washington Post", "post", ("St. Louis Post", "Washington Post")),
        ("the president’s Post, and Trump's Times", "post", ()),
        ("the Portland Press Herald", "press herald", ("Portland Press Herald",)),
    ],
)
def test_full_names_are_found_in_a_text(text: str, short: str, found: tuple[str, ...]) -> None:
    assert in_full(text, short) == found


def test_very_long_words_and_very_many_names_are_read_once() -> None:
    assert names("The Times reported it. " + "A-" * 50_000 + " " + "A’" * 50_000) == ["Times"]
    assert set(names("According to Ann, CNN reported. " * 20_000)) == {"Ann", "CNN"}


def test_names_are_compared_without_article_case_and_dots() -> None:
    assert plain("The Daily Caller") == plain("daily caller")
    assert plain("Agence France-Presse") == plain("agence france presse")


def test_articles_that_cite_one_newsroom_by_different_names_are_one_origin() -> None:
    found = compare(
        story(
            "Officials told the Associated Press that the president is reluctant to strike Iran’s missile sites.",
            "The president hesitates over a strike on Iran’s missile sites, officials told the AP.",
        )
    )
    assert [(fact.articles, fact.origins) for fact in found.facts] == [(2, 1)]
    assert [source.cites for source in found.sources] == [("Associated Press",), ("Associated Press",)]


def test_a_newsroom_and_who_cites_it_for_the_same_are_one_origin() -> None:
    opened = story(
        "The president is reluctant to strike Iran’s missile sites, an official said.",
        "The president hesitates over a strike on Iran’s missile sites, officials told the Skarnwick Herald.",
    )

    def counted(outlet: str) -> list[int]:
        first, second = opened.articles
        return [
            fact.origins for fact in compare(replace(opened, articles=(replace(first, outlet=outlet), second))).facts
        ]

    assert counted("The Skarnwick Herald") == [1]
    assert counted("Harbour Post") == [2]


@pytest.mark.parametrize(
    "head",
    [
        "Skarn (AP) – The quay is closed.",
        "SKARN, Norway (AP) — The quay is closed.",
        "AP - The quay is closed.",
        "By Jon Orr, Associated Press\n\nThe quay is closed.",
        "By Jon Orr (AP)\n\nThe quay is closed.",
    ],
)
def test_an_article_with_an_agency_in_its_dateline_or_byline_is_the_agencys(head: str) -> None:
    made = replace(article(f"Quay shut\n\n{head} Ferries wait."), outlet="Skarn Post")
    wire = Newsrooms([made]).wire(0)
    assert wire is not None
    assert wire[1].name == "Associated Press"
    assert made.quote(wire[0])[slice(*wire[1].span)] in ("AP", "Associated Press")
    assert compare(replace(story(made.text), articles=(made,))).sources[0].cites == ("Associated Press",)


def test_an_author_who_is_an_agency_tells_so_too_but_not_of_the_agencys_own_page() -> None:
    made = replace(article("Quay shut\n\nThe quay is closed."), outlet="Skarn Post", author="Jon Orr, Reuters")
    wire = Newsrooms([made]).wire(0)
    assert wire is not None
    assert (wire[0], wire[1].name, wire[1].span) == (0, "Reuters", (0, 0))
    assert Newsrooms([replace(article(""), author="Jon Orr, Reuters")]).wire(0) is None
    assert Newsrooms([replace(made, outlet="Reuters")]).wire(0) is None
    assert Newsrooms([replace(made, author="Jon Orr")]).wire(0) is None


@pytest.mark.parametrize("text", ["AP: Quay of Skarn shut", "The AP said – late – that the quay is closed."])
def test_a_headline_or_a_sentence_that_names_an_agency_is_no_dateline(text: str) -> None:
    assert Newsrooms([article(f"{text}\n\nFerries wait.")]).wire(0) is None


def test_a_newsroom_that_cites_itself_cites_nobody_else() -> None:
    text = "The mayor told The Huffington Post that the quay is closed, according to Reuters."
    assert names(text, outlet="HuffPost") == ["Reuters"]
    assert names(text, outlet="Skarn Post") == ["Huffington Post", "Reuters"]
