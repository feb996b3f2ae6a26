"""Passages: what each line of an article is, and the laws that hold for every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.story.laws import assert_lawful
from tui.story import sanitise
from tui.story.passages import passages

KINDS = {"H": "heading", "I": "item", "B": "boilerplate", "S": "sentence"}


def shown(text: str, title: str | None = None) -> list[tuple[str, str]]:
    letters = {name: letter for letter, name in KINDS.items()}
    return [(letters[p.kind], text[p.start : p.end]) for p in passages(text, "en", title)]


def paragraphs(text: str) -> list[int]:
    return [p.paragraph for p in passages(text, "en")]


NEWSY = st.lists(
    st.sampled_from(
        ["The ", "U.S. ", "And ", "he said. ", "“Why? ", "No!” ", "\n", "\n\n", "- ", "1. ", "# ", "Read more: ",
         "(AP) — ", "Mr. ", "D-N.Y. ", "...", '"', "'", "。", "船", "a.m. ", "\t", "\u00a0", "PARIS ", "—", "===",
         "x" * 90 + " ", "By Ann Lee\n"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(NEWSY, st.sampled_from(["en", "de", "zh", "und"]))
def test_passages_are_in_order_disjoint_and_cover_all_text_of_articles(text: str, language: str) -> None:
    assert_lawful(text, passages(text, language))


@given(st.text(max_size=300))
def test_passages_are_in_order_disjoint_and_cover_any_text(text: str) -> None:
    clean = sanitise(text)

    assert_lawful(clean, passages(clean, "en"))


def test_a_first_line_without_full_stop_is_a_heading() -> None:
    assert shown("Ferry fares to rise\nThe island council agreed on it on Monday.\n") == [
        ("H", "Ferry fares to rise"),
        ("S", "The island council agreed on it on Monday."),
    ]


def test_a_first_line_that_is_a_sentence_is_no_heading() -> None:
    assert [kind for kind, _ in shown("The ferry sank at dawn.\n\nNobody was aboard.")] == ["S", "S"]


def test_a_known_title_marks_the_lines_that_repeat_it() -> None:
    text = "The ferry sank.\n\nThe ferry  sank\n\nNobody was aboard."

    assert [kind for kind, _ in shown(text, "The ferry sank")] == ["H", "H", "S"]


def test_a_text_of_one_line_is_a_sentence() -> None:
    assert shown("Ferry fares to rise") == [("S", "Ferry fares to rise")]


@pytest.mark.parametrize(
    "line",
    [
        "What the council wants",
        "Next steps",
        "## Next steps",
        "**Next steps**",
        "Reaktionen aus Kiel",
        "Next steps\n----------",
    ],
)
def test_a_short_line_without_full_stop_is_a_heading(line: str) -> None:
    text = f"Fares rise\n\nThe council agreed on it.\n\n{line}\nFares rise in May."

    assert ("H", line) in shown(text)


@pytest.mark.parametrize(
    "line",
    [
        "- Fares rise by a tenth",
        "* Fares rise by a tenth.",
        "• Fares rise by a tenth",
        "1. Fares rise by a tenth",
        "2) Fares rise by a tenth",
        "– Fares rise by a tenth",
    ],
)
def test_a_list_item_is_a_passage_of_its_own_mark_included(line: str) -> None:
    assert ("I", line) in shown(f"Fares rise\n\nThe council agreed.\n{line}\nFares rise in May.")


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ferry sinks off the cape",
        "READ ALSO – Ferry sinks off the cape",
        "Lesen Sie auch: Fähre gesunken",
        "Note: AI technology was used to make the audio of this piece.",
        "This article was originally published by the Island Post.",
        "Advertisement",
        "Story continues below",
        "Sign up for our newsletter and never miss a ferry.",
        "Subscribe to the Island Post today",
        "Photo: Ann Lee",
        "Mayor Ida Klee at the pier in May. Ann Lee/Getty Images",
        "Photo by Ann Lee/Island Post",
        "By Ann Lee and Bo Orr",
        "Reporting by Ann Lee; Editing by Bo Orr",
        "Ann Lee and the Associated Press contributed to this report.",
        "© 2026 Island Post. All rights reserved.",
        "Updated 5:03 p.m. March 3",
        "3 min read",
        "* * *",
        "March 3, 2026",
        "https://example.org/fares",
        "![A ferry at sea](ferry.png)",
        "-----",
    ],
)
def test_pointers_notices_and_credits_are_boilerplate(line: str) -> None:
    text = f"Fares rise\n\nThe council agreed on it.\n\n{line}\n\nFares rise in May."

    assert shown(text)[2] == ("B", line)


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, the librarian told the children on Monday.",
        "Subscribers left the paper in droves that year.",
        "By Tuesday the ferry had sunk.",
        "By March 3 Ann Lee had left.",
        "Watch officers saw the ferry sink.",
        "Photos of the ferry were shown in court.",
        "Updated figures show that 12 ferries sank.",
        "Related companies own the ferry.",
        "Reuters reported the sinking first.",
        "This article of the treaty was never applied.",
        "It was signed on March 3, 2026.",
        "Correction: an earlier version named the wrong ferry.",
    ],
)
def test_prose_that_begins_like_boilerplate_stays_prose(line: str) -> None:
    assert ("S", line) in shown(f"Fares rise\n\nThe council agreed on it.\n\n{line}\n\nFares rise in May.")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Correction: An earlier version of this article said that the ferry had sunk in 2017.", "B"),
        ("An earlier version of this story incorrectly stated the age of the captain.", "B"),
        ("Editor's note: a previous version of the report misidentified the owner.", "B"),
        ("Korrektur: In einer früheren Fassung hieß es, der Kapitän sei Pole.", "B"),
        ("An earlier version of this article said two had died; it was three.", "S"),
        ("An earlier version of this article said that two, not three, had died.", "S"),
        ("An earlier version of the bill said that ferries must carry rafts.", "S"),
        ("In einer früheren Version des Berichts fehlte das Alter.", "S"),
        ("The ferry sank in 2019, and an earlier version of this article said 2017.", "S"),
    ],
)
def test_what_an_earlier_version_said_is_no_statement_unless_the_sentence_says_what_is_so(line: str, kind: str) -> None:
    assert (kind, line) in shown(f"Fares rise\n\nThe council agreed on it.\n\n{line}\n\nFares rise in May.")


@pytest.mark.parametrize(
    "dateline",
    [
        "PARIS (AFP) —",
        "PARIS —",
        "CAIRO, March 3 (Reuters) -",
        "Washington D.C. –",
        "NEW YORK (AP) --",
        "Salem, Ore. —",
        "(Reuters) -",
        "KYIV, Ukraine —",
    ],
)
def test_a_dateline_is_cut_off_the_first_sentence(dateline: str) -> None:
    assert shown(f"Fares rise\n\n{dateline} The council met on Monday. It agreed.") == [
        ("H", "Fares rise"),
        ("B", dateline),
        ("S", "The council met on Monday."),
        ("S", "It agreed."),
    ]


def test_a_name_before_a_dash_is_no_dateline() -> None:
    text = "Fares rise\n\nHale – who owns the ferry – agreed. He left."

    assert shown(text)[1] == ("S", "Hale – who owns the ferry – agreed.")


def test_a_sentence_cut_by_a_blank_line_after_an_abbreviation_is_joined() -> None:
    text = "Fares rise\n\nThe envoy met the mayor and U.S.\n\nSenator Ida Klee.\n\nThey agreed."

    assert [words for _, words in shown(text)][1] == "The envoy met the mayor and U.S.\n\nSenator Ida Klee."
    assert paragraphs(text) == [0, 1, 2]


def test_a_paragraph_that_ends_with_the_country_ends_there() -> None:
    text = "Fares rise\n\nThe envoy came back to the U.S.\n\nSenator Ida Klee met him on Monday."

    assert len(shown(text)) == 3


def test_a_sentence_broken_in_lower_case_is_joined() -> None:
    text = "Fares rise\n\nThe island council of the northern bay agreed on Monday\n\nto let all fares rise in May."

    assert len(shown(text)) == 2


def test_lines_wrapped_at_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "Fares rise\n\n"
        "The island council agreed on Monday after a long debate that the\n"
        "fares of all ferries in the northern bay and along the outer coast\n"
        "will rise in May. Nobody had asked for it, and only two of the nine\n"
        "members spoke against it.\n\n"
        "The mayor left early.\n"
    )

    assert paragraphs(text) == [0, 1, 1, 2]
    assert shown(text)[1][1].endswith("outer coast\nwill rise in May.")


def test_an_indented_line_goes_on_with_the_list_item_above_it() -> None:
    text = "Fares rise\n\nThe council agreed.\n\n- Adults pay a tenth more\n  from May\n- Children pay nothing\n"

    assert shown(text)[2:] == [("I", "- Adults pay a tenth more\n  from May"), ("I", "- Children pay nothing")]


def test_a_heading_over_wrapped_lines_stays_a_heading() -> None:
    text = (
        "Fares rise\n\nReactions\n"
        "The island council agreed on Monday after a long debate that the\n"
        "fares of all ferries in the northern bay and along the outer coast\n"
        "will rise in May."
    )

    assert [kind for kind, _ in shown(text)] == ["H", "H", "S"]


def test_each_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    text = "Fares rise\nThe council agreed on it. Nobody spoke.\nFares rise in May.\nThe mayor left early."

    assert paragraphs(text) == [0, 1, 1, 2, 3]
