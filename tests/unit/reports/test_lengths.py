"""What a report in a terminal shows of much, what it says of the rest, and what it says where there is little."""

from dataclasses import replace

import pytest

from tests.unit.claims.stories import HARBOUR, WIRE, article, story
from tests.unit.reports.findings import bridge, comparison
from tui.compare.model import Comparison, Fact, Link, Side, Source
from tui.reports.comparison_formats import COMPARISON_FORMATS
from tui.reports.lines import wording
from tui.story.model import Article, Story

text_of = COMPARISON_FORMATS["text"]


def section(text: str, title: str) -> list[str]:
    """The lines of a section after its title, up to the next title."""
    after = text[text.index(f"\n{title}") + 1 :].splitlines()
    ends = [at for at, line in enumerate(after[1:], start=1) if line[:3].isalpha() and line[:3].isupper()]
    return after[: min(ends, default=len(after))]


def reworded(count: int) -> Comparison:
    """As many overlaps in other words, less and less sure."""
    found = comparison()
    links = [replace(found.links[3], id=f"m{at}", score=0.9 - at / 1000) for at in range(count)]
    return replace(found, links=tuple(links), facts=())


def alone(count: int) -> tuple[Story, Comparison]:
    """An article that says so many checkable things alone."""
    told = story(
        article("\n".join(f"On day {at} some {at + 300} cars came." for at in range(count))),
        article("Nothing was told.", "/wire/none.txt", "a2"),
    )
    sources = (Source(0, tuple(range(count)), (), (), checkable=count), Source(1, (), (), ()))
    return told, replace(comparison(), links=(), facts=(), sources=sources)


@pytest.mark.parametrize(("count", "rest"), [(3, ""), (40, ""), (41, "1 more"), (1_047, "1,007 more")])
def test_of_many_overlaps_forty_are_shown_surest_first_and_all_where_they_are_asked_for(count: int, rest: str) -> None:
    lines = section(text_of(bridge(), reworded(count)), "THE SAME IN OTHER WORDS")
    assert lines[0] == f"THE SAME IN OTHER WORDS: {count}, surest first"
    assert sum(line.startswith("≈ ") for line in lines) == min(40, count)
    assert [line for line in lines if "lists all" in line] == (
        [f"  … and {rest}: --only overlap lists all"] if rest else []
    )
    every = text_of(bridge(), reworded(count), only=("overlap",))
    assert every.count("\n≈ ") == count
    assert "lists all" not in every
    shares = [int(line.split()[3]) for line in every.splitlines() if line.startswith("≈ ")]
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize(("count", "rest"), [(8, ""), (9, "1 more")])
def test_of_much_that_is_alone_eight_passages_an_article_are_shown(count: int, rest: str) -> None:
    lines = section(text_of(*alone(count)), "ALONE AND CHECKABLE")
    assert lines[0] == f"ALONE AND CHECKABLE, found in one article only: {count}"
    assert [line[:9].rstrip() for line in lines if line.startswith("· ")] == [f"· 1:{at + 1}" for at in range(8)]
    assert [line for line in lines if "lists all" in line] == (
        [f"  … and {rest}: --only alone lists all"] if rest else []
    )
    every = text_of(*alone(count), only=("alone",))
    assert every.count("\n· ") == count
    assert "lists all" not in every


def test_of_one_entry_no_order_is_told_and_of_none_that_there_is_none() -> None:
    assert "\nCOPIED, word for word or nearly: 1\n" in text_of(bridge(), comparison())
    text = text_of(bridge(), reworded(1))
    assert "\nTHE SAME IN OTHER WORDS: 1\n" in text
    assert "\nCONFLICTS: none\n" in text
    assert "\nDIFFERS, CHECK: none\n" in text
    assert "INSIDE ONE ARTICLE" not in text
    assert "\nALONE AND CHECKABLE, found in one article only: none\n" in text_of(*alone(0))


@pytest.mark.parametrize(
    ("only", "told", "sections"),
    [
        ("conflict", "1 conflict", ["ARTICLES", "CONFLICTS"]),
        ("check", "1 to check", ["ARTICLES", "DIFFERS"]),
        ("overlap", "1 copied passage, 1 overlap in other words", ["ARTICLES", "COPIED", "THE", "THE"]),
        ("alone", "", ["ARTICLES", "ALONE"]),
    ],
)
def test_the_head_counts_what_was_asked_for_and_no_other_section_follows(
    only: str, told: str, sections: list[str]
) -> None:
    text = text_of(bridge(), comparison(), only=(only,))
    head = " ".join(text.partition("\nARTICLES")[0].split())
    assert head.partition(" words compared")[2] == (f"; {told}" if told else "")
    assert [line.split()[0].strip(",:") for line in text.splitlines() if line[:3].isalpha() and line[:3].isupper()] == (
        sections
    )


def test_each_article_is_listed_with_its_words_title_outlet_and_date_or_where_it_is_from() -> None:
    one = article(HARBOUR, outlet="Harbour Post", published="2026-03-01")
    two = replace(article(WIRE, "/wire/bridge.txt", "a2"), title="")
    lines = section(text_of(story(one, two), comparison()), "ARTICLES")
    assert [line.split(" words  ")[-1].strip() for line in lines[1:5]] == [
        "Harbour bridge to reopen on 3 March", "Harbour Post, 2026-03-01; cites NBC News", "/wire/bridge.txt",
        "no outlet, no date",
    ]  # fmt: skip


def test_what_was_copied_word_for_word_is_shown_once_and_what_was_nearly_so_from_both_sides() -> None:
    found = comparison()
    copied = found.links[2]
    for kind, sides in (("verbatim", ["1:4"]), ("near-verbatim", ["1:4", "2:3"])):
        links = (replace(copied, kind=kind),)  # type: ignore[arg-type]
        lines = section(text_of(bridge(), replace(found, links=links, facts=())), "COPIED")
        assert lines[2].startswith("= 1:4  2:3  the same: ")
        assert [line.split()[0] for line in lines[3:] if line.strip()] == sides


def test_a_difference_inside_one_article_has_a_section_of_its_own_and_is_counted_apart() -> None:
    found = comparison()
    conflict = found.links[0]
    inner = replace(
        conflict, id="i1", tier="internal", a=replace(conflict.a, first=0, last=0),
        b=Side(0, 1, 1, conflict.a.start, conflict.a.end), evidence=(), values=("two", "three"),
        reason="two above, three below",
    )  # fmt: skip
    links: tuple[Link, ...] = (*found.links, inner)
    text = text_of(bridge(), replace(found, links=links))
    head = " ".join(text.partition("ARTICLES")[0].split())
    assert "1 conflict, 1 to check, 1 inside one article, 1 copied passage, 1 overlap in other words" in head
    lines = section(text, "INSIDE ONE ARTICLE")
    assert lines[0] == "INSIDE ONE ARTICLE: 1"
    assert lines[2].startswith("? 1:1  1:2  number, sure 91")
    assert "  two above, three below" in lines
    assert "inside one article" not in " ".join(text_of(bridge(), found).split())


def test_of_a_pinned_pair_no_likeness_is_told() -> None:
    found = comparison()
    pinned = replace(found.links[3], pinned=True)
    text = text_of(bridge(), replace(found, links=(pinned,), facts=()))
    assert "≈ 1:2     2:2     pin  repairs costing $4.2 million" in text
    assert "As decided at the desk: 1 pinned; --bare goes without." in text


def quoting(text: str, name: str, speaker: str) -> Article:
    return article(f"{text} said {speaker}.", f"/wire/{name}.txt", name, outlet="The Wire")


def test_of_a_quotation_that_two_people_are_said_to_have_spoken_both_are_shown_with_their_names() -> None:
    words = "“We were warned of this in May,”"
    told = story(quoting(words, "a1", "the harbour master, Ada Quill"), quoting(words, "a2", "Jon Orr"))
    ours, theirs = (Side(number, 0, 0, 1, len(words) - 2) for number in (0, 1))
    link = Link("l1", ours, theirs, "overlap", "verbatim", None, 0.99, 0.99, "", ())
    found = replace(comparison(), links=(link,), facts=(Fact("f1", ((0, 0), (1, 0)), (0,), (), 2, 1),), sources=())
    lines = section(text_of(told, found), "COPIED")
    speakers = [line.split("said ")[-1] for line in lines if "said" in line]
    assert speakers == ["the harbour master, Ada Quill.", "Jon Orr."]
    report = COMPARISON_FORMATS["markdown"](told, found)
    for title in ("Copied, word for word or nearly", "Several articles, one origin"):
        shown = report.partition(f"## {title}")[2].partition("\n## ")[0]
        assert (shown.count("Ada Quill."), shown.count("Jon Orr.")) == (1, 1)


@pytest.mark.parametrize("left", [0, 1, 3, 5])
def test_a_wording_is_never_cut_to_leave_out_a_few_words_at_its_end_or_its_start(left: int) -> None:
    words = [f"word{at:02}" for at in range(20 + left)]
    text = " ".join(["Boats", "may", "sail", *words])
    marked = text.index("may"), text.index("may") + 3
    whole = wording(article(text), Side(0, 0, 0, 0, len(text)), (marked,))
    assert whole == text.replace("may", "[may]")
    backwards = " ".join([*words, "Boats", "may"])
    at = len(backwards) - 3, len(backwards)
    assert wording(article(backwards), Side(0, 0, 0, 0, at[1]), (at,)) == backwards.replace("may", "[may]")


def test_a_wording_of_many_words_is_cut_and_what_is_left_out_is_worth_it() -> None:
    text = " ".join(["Boats", "may", *(f"word{at:02}" for at in range(60))])
    told = wording(article(text), Side(0, 0, 0, 0, len(text)), ((6, 9),))
    assert told.startswith("Boats [may] word00 ")
    assert told.endswith(" …")
    assert len(text) - len(told) > 40
