import pytest

from tui.claims.meaning import change_between

CONTEXT = "The officials met. A report says the plan may change, and reports were read."


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        ("1,800-2,000 ballistic missiles", "1,800-2,200 ballistic missiles", "number"),
        ("ten people died", "eleven people died", "number"),
        ("ten people died", "10 people died", None),
        ("1,800 men", "1800 men", None),
        ("3 killed and 5 injured", "5 killed and 3 injured", "number"),
        ("costs $4 million", "costs $4 billion", "number"),
        ("rose 4%", "rose 5%", "number"),
        ("a third of them", "half of them", "number"),
        ("on Tuesday", "on Wednesday", "date"),
        ("in March", "in May", "date"),
        ("Feb. 3", "Mar. 3", "date"),
        ("they may go", "they might go", None),
        ("met Araghchi in Istanbul", "met Araghchi in Oman", "name"),
        ("Trump said so", "Biden said so", "name"),
        ("Officials said so", "Reports said so", None),
        ("The plan is good", "This plan is good", None),
        ("It will happen", "It will not happen", "negation"),
        ("it isn't so", "it is not so", None),
        ("nobody left", "everybody left", "negation"),
        ("a big success", "a large success", None),
        ("“The plan”", '"The plan"', None),
        ("会议在北京", "会议在上海", "words"),
        ("الاجتماع في عمان", "الاجتماع في اسطنبول", "words"),
        ("le 3 mai", "le 4 mai", "number"),
        ("er kommt nicht", "er kommt", "negation"),
    ],
)
def test_a_changed_number_name_date_or_negation_ends_a_verdict(before: str, now: str, kind: str | None) -> None:
    assert change_between(before, now, CONTEXT) == kind
