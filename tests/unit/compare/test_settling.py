"""What two passages seem to dispute is no difference where the articles around them settle it."""

from pathlib import Path

from tui.compare import compare
from tui.compare.grouping import FindingGroup, grouped
from tui.story import load


def findings(folder: Path, one: str, other: str) -> list[FindingGroup]:
    (folder / "one.txt").write_text(one, encoding="utf-8")
    (folder / "other.txt").write_text(other, encoding="utf-8")
    return [group for group in grouped(compare(load([str(folder)]))) if group.link.tier != "internal"]


BOTH = (
    "Ada Quill runs the harbour. “I am not going to say that I am not going to sell it,” Ms Quill said. "
    "“I am not saying that I am going to sell it.”\n"
)
BOTH_TURNED = (
    "Will she sell? “I am not saying that I am going to sell it,” Quill told the club. "
    "“I am not going to say that I am not going to sell it.”\n"
)
SOLD = "Ada Quill runs the harbour. “I am going to sell it to the county this year,” Ms Quill said.\n"
KEPT = "Ada Quill runs the harbour. “I am not going to sell it to the county this year,” Ms Quill said.\n"


def test_two_sentences_that_both_articles_have_are_not_crossed(tmp_path: Path) -> None:
    assert not findings(tmp_path, BOTH, BOTH_TURNED)


def test_one_sentence_each_that_deny_each_other_are_a_difference(tmp_path: Path) -> None:
    assert [group.link.kind for group in findings(tmp_path, SOLD, KEPT)] == ["negation"]


DOUBTING = (
    "Herring magnate Rolf Stenmark was found dead in Penmoor jail on Monday in an apparent suicide, police said.\n"
)
HEADLINE = "Herring magnate Rolf Stenmark dead by suicide in Penmoor jail\n\n"


def test_a_doubt_left_out_of_the_headline_and_told_below_is_not_dropped(tmp_path: Path) -> None:
    below = "The herring magnate Stenmark apparently took his life in his cell in Penmoor, a guard said.\n"
    assert not [group for group in findings(tmp_path, DOUBTING, HEADLINE + below) if group.link.kind == "caveat"]


def test_a_doubt_left_out_of_the_headline_and_the_text_is_dropped(tmp_path: Path) -> None:
    below = "The herring magnate Stenmark left two sons and the largest fleet of Penmoor.\n"
    assert [group.link.kind for group in findings(tmp_path, DOUBTING, HEADLINE + below)] == ["caveat"]
