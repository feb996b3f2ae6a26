"""What an article has to itself: how checkable it is, whom the article cites, how much of its wording is elsewhere."""

import pytest

from tests.unit.compare.builders import FIRE, STRIKE, article, story, text
from tui.compare import compare
from tui.compare.sources.alone import checkability
from tui.story.model import Story


def points(passage: str, language: str = "en") -> float:
    return checkability(passage, language)


def test_a_figure_counts_more_than_a_quotation_or_a_day_and_those_more_than_a_name() -> None:
    figure = points("The storm destroyed 450 boats.")
    quotation = points("It was, she said, “a bang like a door”.")
    day = points("They will come back on Thursday.")
    name = points("The meeting held in Istanbul was short.")
    assert figure > quotation == day > name > points("Much remains unclear there.") == 0


def test_no_more_than_three_figures_and_three_names_count() -> None:
    figures = [f"The storm took {', '.join(map(str, range(21, 21 + count)))} boats." for count in range(1, 6)]
    steps = [points(passage) for passage in figures]
    assert steps[0] < steps[1] < steps[2] == steps[3] == steps[4]
    people = ("Ottilie", "Anselm", "Rosalind", "Hewlett", "Quarrie")
    named = [
        f"In the end it was the warden {' and the warden '.join(people[:count])} who came." for count in range(1, 6)
    ]
    steps = [points(passage) for passage in named]
    assert steps[0] < steps[1] < steps[2] == steps[3] == steps[4]


def test_a_name_said_twice_is_one_name() -> None:
    assert points("There the warden Ottilie met the other Ottilie again.") == points(
        "There the warden Ottilie sat again."
    )


def test_a_quotation_of_a_word_or_two_is_a_manner_of_speaking() -> None:
    assert points("It was, she said, “not bad” at all.") == 0
    assert points("It was, she said, “not bad at” all.") > 0


@pytest.mark.parametrize(
    ("language", "dated", "undated"),
    [
        ("en", "They left in May again.", "They may have left again."),
        ("de", "Sie kamen im Mai an.", "Sie kamen mit mir an."),
        ("es", "Llegaron el martes por la noche.", "Llegaron tarde por la noche."),
    ],
)
def test_a_month_or_a_weekday_is_a_day_as_its_language_writes_it(language: str, dated: str, undated: str) -> None:
    assert points(dated, language) > points(undated, language)


def test_a_day_is_no_name_beside() -> None:
    assert points("They will come back on Thursday.") == points("They will come back on Thursday or a Friday.")


def test_headings_and_boilerplate_are_never_alone() -> None:
    words = f"The Night of the 12 Herrings\n\n{FIRE[0]}\n\nRead more: the 15 worst fires of the county"
    made = story(words, text(STRIKE))
    kinds = [passage.kind for passage in made.articles[0].passages]
    assert kinds == ["heading", "sentence", "boilerplate"]
    assert compare(made).sources[0].alone == (1,)


def test_alone_ends_with_what_cannot_be_checked_and_tells_how_much_can() -> None:
    made = story("Much remains unclear there. The storm took 450 boats. They wait.", text(STRIKE))
    assert (compare(made).sources[0].alone, compare(made).sources[0].checkable) == ((1, 0, 2), 1)


def test_whom_an_article_cites_is_named_once_in_order_of_mention_and_not_for_its_boilerplate() -> None:
    words = (
        "The mayor told Axios that he left. According to NBC News he is back. He told Axios so again.\n\n"
        "Read more: the mayor told The Hill that he will stay"
    )
    made = story(words)
    assert made.articles[0].passages[-1].kind == "boilerplate"
    assert compare(made).sources[0].cites == ("Axios", "NBC News")


def test_reuse_is_told_of_every_other_article_by_its_place_and_in_four_digits() -> None:
    found = compare(story(text(FIRE), text(STRIKE), text(FIRE[:1] + STRIKE[:2]))).sources
    assert [[other for other, _ in source.reuse] for source in found] == [[1, 2], [0, 2], [0, 1]]
    words = [sum(len(sentence.split()) for sentence in part) for part in (FIRE[:1], FIRE)]
    assert dict(found[0].reuse)[2] == pytest.approx(words[0] / words[1], abs=0.02)
    assert all(share == round(share, 4) for source in found for _, share in source.reuse)
    assert dict(found[0].reuse)[1] == 0


def test_an_article_of_no_words_has_nothing_alone_and_nothing_taken_over() -> None:
    nothing, _ = compare(Story("story", "story", (article(""), article(text(FIRE), 2)))).sources
    assert (nothing.alone, nothing.cites, nothing.reuse, nothing.checkable) == ((), (), ((1, 0.0),), 0)
