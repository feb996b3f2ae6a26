"""Who speaks a quotation by a verb that is none of reporting: stormed, sighed, quipped."""

import pytest

from tests.unit.compare.conflicts.conftest import Find
from tui.compare.conflicts import read


def _speakers(text: str) -> list[str]:
    return [saying.speaker.name for saying in read(text).sayings]


@pytest.mark.parametrize(
    "text",
    [
        "“We had no boats at all,” stormed union firebrand Ada Renwick.",
        "'We had no boats at all,' sighed Ada Renwick, 44.",
        "“Where were the boats?” spat the islander Ada Renwick on Sunday.",
        "“We had no boats at all,” Ada Renwick fumed.",
        "“We had no boats at all,” the islander Ada Renwick chuckled.",
        "Ada Renwick thundered: “We had no boats at all.”",
    ],
)
def test_any_verb_between_a_quotation_and_a_name_tells_who_speaks(text: str) -> None:
    assert _speakers(text) == ["ada renwick"]


@pytest.mark.parametrize(
    "text",
    [
        "“We had no boats at all.” Ada Renwick heard it on the radio.",
        "“Where were the boats?” Ada Renwick walked out.",
        "“We had no boats at all,” sighed a man who worked for Ada Renwick.",
        "“We had no boats at all,” sighed Ada Renwick's brother.",
        "“We had no boats at all,” one of the crew told Ada Renwick.",
        "They sang “We had no boats at all” painted by Ada Renwick.",
    ],
)
def test_other_words_beside_a_quotation_give_it_to_nobody(text: str) -> None:
    assert _speakers(text) == []


def test_one_quotation_stormed_by_one_and_said_by_another_is_a_conflict(find: Find) -> None:
    one = "“They promised us a bridge and gave us a ferry,” fumed islander Della Crane."
    other = "“They promised us a bridge and gave us a ferry,” said Tom Barlow, who chairs the parish council."
    assert [(finding.kind, finding.tier) for finding in find(one, other)] == [("attribution", "conflict")]
    same = "“They promised us a bridge and gave us a ferry,” said Ms Crane."
    assert not find(one, same)
