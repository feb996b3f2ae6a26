"""A sentence that the other article splits in two is read whole; one cause gives one finding."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tui.compare import compare
from tui.compare.conflicts.runs import Split, splits
from tui.compare.model import Link
from tui.story import load

CELLS = st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.floats(0, 1), max_size=20)


def conflicts(folder: Path, one: str, other: str) -> list[Link]:
    """The conflicts between two articles written to a folder."""
    (folder / "1.txt").write_text(one, encoding="utf-8")
    (folder / "2.txt").write_text(other, encoding="utf-8")
    return [link for link in compare(load([str(folder)])).links if link.relation == "conflict"]


def test_two_neighbours_of_one_passage_are_read_as_one() -> None:
    same = {(0, 0): 0.9, (1, 0): 0.3, (2, 0): 0.0}
    assert list(splits(same, {(0, 0)})) == [Split((0, 1), (0, 0))]


def test_a_neighbour_that_belongs_elsewhere_is_left_alone() -> None:
    same = {(0, 0): 0.9, (1, 0): 0.3, (1, 4): 0.8}
    assert list(splits(same, {(0, 0), (1, 4)})) == []


@given(CELLS, st.data())
def test_a_split_joins_neighbours_on_one_side_only_and_is_told_once(
    same: dict[tuple[int, int], float], data: st.DataObject
) -> None:
    held = {cell for cell in same if data.draw(st.booleans())}
    found = list(splits(same, held))
    assert len(found) == len(set(found))
    for (first_a, last_a), (first_b, last_b) in found:
        assert sorted((last_a - first_a, last_b - first_b)) == [0, 1]


def test_a_figure_in_the_second_half_of_a_split_sentence_is_found(tmp_path: Path) -> None:
    whole = "After the vote about 200 people with drums and placards waited outside the town hall in the rain."
    first = "After the vote the mayor left by the back door. With drums and placards around 350 people waited outside "
    links = conflicts(tmp_path, f"{whole}\n", f"{first}the town hall in the rain.\n")
    assert [(link.kind, link.values) for link in links] == [("number", ("200", "350"))]


def test_words_given_to_two_speakers_are_one_finding(tmp_path: Path) -> None:
    links = conflicts(
        tmp_path,
        "The fire began at night.\n\n“I heard a bang like a church door,” said Ellis Moore, who drives the crane.\n",
        "Ships were lost.\n\n“I heard a bang like a church door,” said Nadia Bartle, whose café is near.\n",
    )
    assert [(link.kind, link.tier) for link in links] == [("attribution", "conflict")]


def test_two_figures_of_one_sentence_are_two_findings(tmp_path: Path) -> None:
    told = "In the flood {} people were killed and {} were injured, the county said.\n"
    found = conflicts(tmp_path, told.format(12, 40), told.format(17, 60))
    assert sorted(link.values for link in found) == [("12", "17"), ("40", "60")]
