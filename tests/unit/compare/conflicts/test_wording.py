"""The sentence that says why a pair is flagged can be read aloud."""

import pytest

from tests.unit.compare.conflicts.conftest import Find


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (
            "Most taxpayers will get surprise tax cuts of between $4 and $11 a week from July.",
            "Most taxpayers will get surprise tax cuts of between $3 and $11 a week from July.",
            "$4 and $11 in one, $3 and $11 in the other, both with “taxpayers will get surprise tax cuts”",
        ),
        (
            "Two trawlers were destroyed in the fire at the quay.",
            "Three trawlers were destroyed in the fire at the quay.",
            "Two in one, Three in the other, for the same number of trawlers",
        ),
        (
            "The public meeting in the Guildhall will be on Thursday evening.",
            "The public meeting in the Guildhall will be on Friday evening.",
            "Thursday in one, Friday in the other, both with “public meeting in the Guildhall”",
        ),
    ],
)
def test_a_reason_quotes_words_that_both_texts_have(find: Find, a: str, b: str, reason: str) -> None:
    assert find(a, b)[0].reason == reason


def test_a_reason_never_rests_on_reporting_verbs_units_or_days(find: Find) -> None:
    (finding,) = find("He said on Tuesday it cost $12 million.", "He said on Tuesday it cost $19 million.")
    assert finding.reason == "$12 million in one, $19 million in the other, both with “cost”"
