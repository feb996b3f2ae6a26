"""One disagreement is one finding, however many articles take part in it."""

import json
import re
from pathlib import Path

import pytest

from tui.compare import compare
from tui.compare.grouping import FindingGroup, group_of, grouped
from tui.compare.model import Comparison
from tui.reports.comparison_formats import COMPARISON_FORMATS
from tui.story import load
from tui.story.model import Story

ALARMS = {
    "1-bell.txt": "The alarm at the paper mill was raised at 2.40am by a night porter.\n",
    "2-tide.txt": "A night porter raised the alarm at the paper mill at 3.40am.\n",
    "3-post.txt": "At the paper mill the alarm was raised at 02:40 by the porter on duty.\n",
    "4-echo.txt": "The alarm was raised at 2.40am, the owners of the paper mill said.\n",
}


LANDSLIDE = {
    f"{n}.md": f"---\npublished: 2031-02-03T{hour}:00:00+00:00\n---\n{count} people were injured in a landslide.\n"
    for n, (hour, count) in enumerate((("08", "Eleven"), ("12", "Fourteen"), ("15", "Eleven")), 1)
}


def told(folder: Path, articles: dict[str, str]) -> tuple[Story, Comparison]:
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    story = load([str(folder)])
    return story, compare(story)


@pytest.fixture
def alarms(tmp_path: Path) -> tuple[Story, Comparison]:
    return told(tmp_path, ALARMS)


def only(comparison: Comparison, kind: str) -> FindingGroup:
    (group,) = [group for group in grouped(comparison) if group.link.kind == kind]
    return group


def test_an_hour_that_one_paper_tells_against_three_is_one_disagreement_with_four_sides(
    alarms: tuple[Story, Comparison],
) -> None:
    story, comparison = alarms
    group = only(comparison, "date")
    assert len(group.links) == 3
    said = {side.side.article: story.articles[side.side.article].text[slice(*side.spans[0])] for side in group.sides}
    assert said == {0: "2.40am", 1: "3.40am", 2: "02:40", 3: "2.40am"}
    assert [side.camp for side in group.sides] == [0, 1, 0, 0]


def test_its_reason_says_which_papers_say_what(alarms: tuple[Story, Comparison]) -> None:
    reason = only(alarms[1], "date").reason
    assert "2.40am in 1, 3 and 4" in reason
    assert "3.40am in 2" in reason
    assert "in the other" not in reason


def test_every_link_of_it_leads_to_the_group(alarms: tuple[Story, Comparison]) -> None:
    comparison = alarms[1]
    group = only(comparison, "date")
    assert all(group_of(comparison, link) == group for link in group.links)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_reports_for_reading_list_it_once_with_all_its_sides(alarms: tuple[Story, Comparison], form: str) -> None:
    story, comparison = alarms
    report = COMPARISON_FORMATS[form](story, comparison, only={"conflict", "check"})
    assert len(re.findall("2.40am in 1, 3 and 4", report)) == 1
    assert len(re.findall(r"1:1(?:  | / )2:1(?:  | / )3:1(?:  | / )4:1", report)) == 1


def test_the_files_for_other_programs_keep_each_link(alarms: tuple[Story, Comparison]) -> None:
    story, comparison = alarms
    links = json.loads(COMPARISON_FORMATS["json"](story, comparison))["links"]
    assert sum(link["kind"] == "date" for link in links) == 3
    assert COMPARISON_FORMATS["csv"](story, comparison).count("conflict,date") == 3


def test_two_papers_that_differ_keep_the_plain_sentence(tmp_path: Path) -> None:
    comparison = told(tmp_path, {name: ALARMS[name] for name in ("1-bell.txt", "2-tide.txt")})[1]
    group = only(comparison, "date")
    assert group.reason == group.link.reason
    assert "in one" in group.reason


def test_three_figures_of_three_papers_are_three_camps_of_one_disagreement(tmp_path: Path) -> None:
    texts = (f"The flood in Marrowby left {number} people injured, the county said.\n" for number in (12, 17, 31))
    comparison = told(tmp_path, {f"{number}.txt": text for number, text in enumerate(texts)})[1]
    group = only(comparison, "number")
    assert [side.camp for side in group.sides] == [0, 1, 2]
    assert group.reason.startswith("12 in 1; 17 in 2; 31 in 3")


def test_two_disagreements_of_one_kind_stay_two(tmp_path: Path) -> None:
    comparison = told(
        tmp_path,
        {
            "a.txt": "The flood in Marrowby left 12 people injured. The town hall was closed in 1931.\n"
            "The bridge over the Tarn cost £4 million to mend.\n",
            "b.txt": "The flood in Marrowby left 17 people injured. The town hall was closed in 1931.\n"
            "The bridge over the Tarn cost £9 million to mend.\n",
        },
    )[1]
    assert len([group for group in grouped(comparison) if group.link.kind == "number"]) == 2


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_milder_part_stands_with_the_rest_where_only_conflicts_are_asked_for(tmp_path: Path, form: str) -> None:
    story, comparison = told(tmp_path, LANDSLIDE)
    asked = COMPARISON_FORMATS[form](story, comparison, only={"conflict"})
    assert "Eleven in 1 and 3; Fourteen in 2" in asked
    assert "Eleven in 1" not in COMPARISON_FORMATS[form](story, comparison, only={"check"})


def test_a_milder_part_of_a_disagreement_tells_its_doubt_with_its_places(tmp_path: Path) -> None:
    story, comparison = told(tmp_path, LANDSLIDE)
    group = only(comparison, "number")
    assert group.link.tier == "conflict"
    text = COMPARISON_FORMATS["text"](story, comparison)
    assert "but: 1:1 and 2:1: an update: Fourteen was published later" in " ".join(text.split())
