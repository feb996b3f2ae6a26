"""Sentences end where a careful reader ends them, also where real copy misleads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.story.abbreviations import is_damaged
from tui.story.sentences import MAX_SENTENCE, sentence_spans

# One sentence a line; a case is what stands between blank lines, joined by single spaces.
WHOLE = """
The port reopened on Friday.
Ferries ran again by noon.

A pact between the U.S. And Chile was signed at dawn.
Both sides cheered.

She said that U.S. Talks with Peru would go on.
Nobody disagreed.

The minister pressed the U.S. To send more buses.
It refused.

The envoy noted that the U.S. Has paid in full.
He then sat down.

Lawyers argued that the U.S. Would never accept it.
They lost.

Fishermen met officials of the U.S. And allied ports.
The catch was small.

Storms hit the U.S. The worst came in March.

He flew home to the U.S. Trump met him there.
They shook hands.

He flew home to the U.S. Officials said he slept.

The former U.S. President Anna Hale spoke.
She left early.

The U.S. Senate passed the bill and the U.S. Supreme Court upheld it.
Nobody appealed.

The fire reached the U.S. Consulate in Recife.
No one was hurt.

U.S. Rep. Lena Orr and Sen. Tom Vane met Gov. Ida Klee.
They spoke with Dr. Ames and Mrs. Lund.

Rep. Pia Dorn, D-N.Y., and Sen. Max Holt, R-N.J., agreed.
Sen. Cora Wills (D-Mass.) did not.

The bakery stands in Concord, Calif. Two others are planned in Salem, Ore. None is open.

The train left at 5 p.m. Tuesday and came back at 6 a.m. Eastern time.
It was late.

The shop closes at 5 p.m. Nobody minds.

The hearing on Jan. 5 was moved to Feb. 9 by clerk No. 7.
No. He refused to say why.

Gordon P. Hale and J. K. Lunn own Hale Corp. and Lunn Inc. of Boston.
They sold both.

The lake fell by 3.5 percent to 2.1 meters.
Rain is due.

“Who opened the gate?” the guard asked.
Nobody answered.

“Stop! Come back!” she shouted.
They ran.

"Was it you?" Judge Ames asked.
"It was not," he said.

“We are ready,” she said.
“The boats leave tonight.”

“Why wait?“ he asked.
“The tide is out.”

He called it a “good first step.”
Others did not.

The plan (it has no number. It has no name.) was dropped.
Its author left.

Prices rose … and fell again.
Then they rose.

The iron bridge was closed.
iPhone owners saw it first on the map.

They paid in full.[1]
The bank agreed.
"""

SPLIT_DAMAGED = """
The premier and the U.S. Has a plan.
A common plan is ready with the U.S. In the event that the ferry sinks.
The coming weeks are long.
"""


SENTENCES = [
    "The ferry sank.",
    "Mr. Hale and Dr. Ames of the U.S. Navy saw it at 5 p.m. Tuesday.",
    "“Nobody was aboard,” said Rep. Pia Dorn, D-N.Y., on Monday.",
    "Who owned it?",
    "“Stop! Come back!” she shouted.",
    "The owner (it is not known who. It may be a firm.) is silent.",
    "It had cost $3.5 million.",
]


def cases(table: str) -> list[list[str]]:
    return [paragraph.split("\n") for paragraph in table.strip("\n").split("\n\n")]


def cut(text: str, language: str = "en") -> list[str]:
    spans = sentence_spans(text, 0, len(text), language, damaged=is_damaged(text))
    return [text[start:end] for start, end in spans]


def expected(lines: list[str]) -> list[str]:
    """The lines, with those that hold several short sentences after an abbreviation cut by hand."""
    by_hand = {
        "Storms hit the U.S. The worst came in March.": ["Storms hit the U.S.", "The worst came in March."],
        "He flew home to the U.S. Trump met him there.": ["He flew home to the U.S.", "Trump met him there."],
        "He flew home to the U.S. Officials said he slept.": ["He flew home to the U.S.", "Officials said he slept."],
        "The bakery stands in Concord, Calif. Two others are planned in Salem, Ore. None is open.": [
            "The bakery stands in Concord, Calif.",
            "Two others are planned in Salem, Ore.",
            "None is open.",
        ],
        "The shop closes at 5 p.m. Nobody minds.": ["The shop closes at 5 p.m.", "Nobody minds."],
        "No. He refused to say why.": ["No.", "He refused to say why."],
    }
    return [sentence for line in lines for sentence in by_hand.get(line, [line])]


@pytest.mark.parametrize("lines", cases(WHOLE), ids=lambda lines: lines[0][:40])
def test_a_paragraph_is_cut_into_the_sentences_a_reader_sees(lines: list[str]) -> None:
    assert cut(" ".join(lines)) == expected(lines)


def test_prepositions_after_an_abbreviation_go_on_only_in_damaged_copy() -> None:
    lines = SPLIT_DAMAGED.strip().split("\n")

    assert cut(" ".join(lines)) == lines
    assert cut("He moved to the U.S. In the spring he wrote.") == ["He moved to the U.S.", "In the spring he wrote."]


def test_a_long_quotation_is_cut_at_the_sentences_inside_it() -> None:
    first = "“We sailed for nine days without seeing another ship or any land at all."
    second = "Then a gull came aboard and slept on the chart,” the captain said."

    assert cut(f"{first} {second}") == [first, second]


def test_sentences_run_together_without_a_space_are_parted() -> None:
    assert cut("The talks ended.The boats went home at night.") == [
        "The talks ended.",
        "The boats went home at night.",
    ]


def test_web_addresses_and_initials_are_not_parted() -> None:
    text = "The site Example.Com and the A.B.C. of it are at www.example.org/a.b today."

    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("de", ["Er kam am 3. März nach Ulm.", "Dr. Roth blieb dort."]),
        ("fr", ["Il a dit non.", "« Bonjour. Ça va ? » a-t-elle répondu."]),
        ("es", ["Llegó el lunes.", "¿Quién lo vio?", "Nadie."]),
        ("ru", ["Он пришёл поздно.", "Никто не ждал."]),
        ("ar", ["وصل الوزير أمس.", "لم يتكلم أحد."]),
    ],
)
def test_other_languages_are_cut_too(language: str, sentences: list[str]) -> None:
    assert cut(" ".join(sentences), language) == sentences


def test_ideographic_full_stops_part_sentences_without_a_space() -> None:
    assert cut("船已到港。人们回家了。明天有雨。", "zh") == ["船已到港。", "人们回家了。", "明天有雨。"]


def test_a_long_run_without_spaces_is_cut_at_every_full_stop() -> None:
    sentences = cut("船已到港。" * 3_000, "zh")

    assert len(sentences) == 3_000


@given(st.lists(st.sampled_from(SENTENCES), min_size=60, max_size=300))
@settings(max_examples=25)
def test_a_paragraph_of_any_length_is_cut_at_each_of_its_sentences(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_no_end_is_lost_where_long_text_is_handed_on_in_stretches() -> None:
    quoted = "“Nobody was aboard,” said Rep. Pia Dorn, D-N.Y., on Monday."
    for filler in range(60):
        sentences = ["A" + "a" * filler + " sank.", *[quoted] * 140]
        assert cut(" ".join(sentences)) == sentences


def test_text_without_any_full_stop_is_cut_at_white_space() -> None:
    words = "harbour " * 1_000
    pieces = cut(words)

    assert max(map(len, pieces)) <= MAX_SENTENCE
    assert " ".join(pieces).split() == words.split()
