"""What looks like a negation or a doubt and is none: things asked, names, other people, doubts told elsewhere."""

import pytest

from tests.unit.compare.conflicts.conftest import Find


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # What is asked or left open is not asserted.
        ("Mayor Ada Quill will not seek a second term, two aides say.",
         "The town waits to hear whether Mayor Ada Quill steps down or will seek a second term."),
        ("Who, she asked, has mended as many roads as the other side?",
         "“It is not enough to have not mended as many roads as the other side,” she said."),
        # Half a compound is not what is denied.
        ("Ada Quill thought of a third-party run for mayor last winter.",
         "Ada Quill said she did not want her third-party run to split the vote for mayor."),
        # A name is not what is denied.
        ("Ada Quill sued the Harbour Board on Monday over the lost berths.",
         "Ada Quill sued on Monday; why that will not bother the Harbour Board over the lost berths."),
        # Another person's doing, and a newsroom's unanswered questions.
        ("Ada Quill’s team responded to the county’s letter asking for the files of the harbour.",
         "Ada Quill’s spokesman, Rolf Stenmark, did not respond to an email asking for comment."),
        ("“I reacted to a rumour and judged the two boys in a way I regret,” Ms Quill said.",
         "Ms Quill, who did not respond to calls for comment, wrote that she “judged the two boys in a way I regret”."),
        # Some, and others.
        ("The board found that she had misled nine people, including some who worked in her office.",
         "The board found that she had misled nine people, staff and others who did not work for her office."),
    ],
)  # fmt: skip
def test_what_is_asked_or_said_of_another_is_no_negation(find: Find, one: str, other: str) -> None:
    assert not [finding for finding in find(one, other) if finding.kind == "negation"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quill: one-in-three chance that the Reformers lose the town hall in May",
         "Quill says the Reformers could lose the town hall in May"),
        ("The report raises the possibility that Quill violated the harbour law with the sale.",
         "The report says that Quill may have violated the harbour law with the sale."),
        ("The bill lets the widows sue the shipping line for any role in the sinking.",
         "The bill lets the widows sue the shipping line for its alleged role in the sinking."),
        ("The county lets the widows sue the shipping line over the sinking.",
         "The county lets the widows sue the shipping line for its alleged role in the sinking."),
    ],
)  # fmt: skip
def test_a_doubt_that_both_tell_in_other_words_or_that_has_nothing_to_fall_on_is_none(
    find: Find, one: str, other: str
) -> None:
    assert not [finding for finding in find(one, other) if finding.kind in {"modality", "caveat"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Since when, and in which month.
        ("The price of herring rose 4 per cent in March, the most since August 1998, the board said.",
         "The board said the price of herring rose 4 per cent in March, up from 2 per cent in February."),
        # Two steps on two days.
        ("Harbour mistress Ada Quill on Wednesday urged councillors to change a disputed harbour dues bill sent to her "
         "desk a day earlier, in the face of anger that it could let owners turn boats away from the quay.",
         "Harbour mistress Ada Quill signed a new version of the county’s Harbour Dues Act on Thursday, one day after "
         "refusing to sign an earlier version of the bill over worries about boats."),
        # An age at death, and a term of office.
        ("Former harbour master Rolf Stenmark dies at 94",
         "Rolf Stenmark, harbour master for three decades, has died."),
        # Two people's figures.
        ("Quill pilots’ attack of last year blamed Stenmark for cutting £800,000 from the fund",
         "“And now that you need it, Quill has cut £716,000 from the pilots’ chest.”"),
        # One who leaves a thing for another.
        ("Rolf Stenmark to abandon the Reformers and launch a third party", "Rolf Stenmark to start a third party"),
        # To use badly is to use.
        ("Rolf Stenmark and his wife were charged on Tuesday with improperly using pilots’ funds.",
         "Rolf Stenmark is charged with misusing pilots’ funds"),
        # Millions of one thing, nine of another.
        ("Beside the phone records of millions, the county keeps files of the large herring firms, the Echo reports.",
         "The Echo reports a county plan that keeps files of nine leading herring firms, and phone records."),
        # What is against somebody, and those who are for him.
        ("Seven pilots sue Rolf Stenmark over the storming of the harbour office, a suit against the former mayor.",
         "Seven pilots sue Rolf Stenmark’s supporters over the storming of the office by the former mayor’s men."),
        # Two chances that make up the whole.
        ("Ms Quill gave her party a “2-in-3 chance” of keeping the town hall in May.",
         "Ms Quill said her party has a “1-in-3 chance” of losing the town hall in May."),
        # Half a fraction.
        ("Rolf Stenmark was sentenced to 22 1/2 years in prison for the sinking of the ferry.",
         "Rolf Stenmark was sentenced to 22.5 years in prison for the sinking of the ferry."),
    ],
)  # fmt: skip
def test_figures_days_and_opposites_of_other_things_are_none(find: Find, one: str, other: str) -> None:
    assert not find(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry company will raise fares in May.", "The ferry company will not raise fares in May."),
        ("The plan is up to the Harbour Board.", "The plan is not up to the Harbour Board."),
        ("Ada Quill responded to the county.", "Ada Quill did not respond to the county."),
    ],
)  # fmt: skip
def test_a_plain_denial_is_still_found(find: Find, one: str, other: str) -> None:
    assert [finding.kind for finding in find(one, other)] == ["negation"]


def test_the_day_of_one_deed_in_sentences_with_little_else_in_common_is_still_found(find: Find) -> None:
    (finding,) = find(
        "Residents are invited to a public meeting in the Guildhall on Thursday evening.",
        "The town will talk about the fire at a public meeting in the Guildhall on Friday.",
    )
    assert finding.kind == "date"


def test_a_plain_doubt_is_still_found(find: Find) -> None:
    (finding,) = find("The bridge may close in June.", "The bridge will close in June.")
    assert finding.kind == "modality"
