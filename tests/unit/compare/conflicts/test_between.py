"""What is flagged between two aligned passages, in which tier, and what is not."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.compare.conflicts.conftest import Find
from tui.compare.conflicts import between, read
from tui.compare.conflicts.ranking import weights
from tui.compare.text.words import align_tokens

CONFLICTS = [
    ("number", "Four people were killed when the bus left the road near Oslo on Monday.",
     "Six people were killed when the bus left the road near Oslo on Monday.", ("Four", "Six")),
    ("number", "The council will spend $4 million on the new bridge over the river.",
     "The council will spend $7 million on the new bridge over the river.", ("$4 million", "$7 million")),
    ("date", "The ministers will meet again on 10 February to sign the fishing treaty.",
     "The ministers will meet again on 17 February to sign the fishing treaty.", ("10 February", "17 February")),
    ("date", "The museum has been closed since 2002, the director told the committee.",
     "The museum has been closed since 2003, the director told the committee.", ("2002", "2003")),
    ("place", "The two delegations held their first round of peace talks in Paris last week.",
     "The two delegations held their first round of peace talks in Madrid last week.", ("Paris", "Madrid")),
    ("name", "The envoy Steve Witkoff told reporters that the talks would go on.",
     "The envoy Steve Bergman told reporters that the talks would go on.", ("Steve Witkoff", "Steve Bergman")),
    ("antonym", "Shares of the airline rose sharply after the merger was announced on Friday.",
     "Shares of the airline fell sharply after the merger was announced on Friday.", ("rose", "fell")),
    ("negation", "Police are not treating the fire at the warehouse as suspicious.",
     "Police are treating the fire at the warehouse as suspicious.", ("not treating", "treating")),
    ("attribution", "The plant will close within two years, said Helen Thornton, and nobody will be moved.",
     "The plant will close within two years, said Colin Radcliffe, and nobody will be moved.",
     ("Helen Thornton", "Colin Radcliffe")),
]  # fmt: skip

AGREEMENTS = [
    ("More than 1.2 million people were displaced by the floods in the south.",
     "Some 1,234,567 people were displaced by the floods in the south."),
    ("At least 12 people died when the ferry sank off the island.",
     "Fourteen people died when the ferry sank off the island."),
    ("Shares of Apple rose 3.2 percent to $145 on Friday.", "Apple shares rose 3.2% to $145 on Friday."),
    ("President Barack Obama signed the bill on Friday.", "Barack Obama signed the bill on Friday."),
    ("The World Health Organization sent a team to the city.", "The WHO sent a team to the city."),
    ("The strike began on March 3 in the port of Rotterdam.", "The strike began on 3 March in the port of Rotterdam."),
    ("Eleven men and nine women were arrested at the protest on Sunday.",
     "20 people were arrested at the protest on Sunday."),
    ("The court did not reject the appeal of the union.", "The court did not throw out the appeal of the union."),
    ("The troops left Iraqi territory at dawn on Sunday.", "The troops left Iraq at dawn on Sunday."),
    ("The smoke could be seen ten miles away from the fire.",
     "The smoke could be seen 16 kilometres away from the fire."),
    ("Marc Thibault, a union leader, said the plan was sound.", "Marc Thibault said that the plan was sound."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "a", "b", "values"), CONFLICTS)
def test_a_contradiction_is_found_with_its_words(
    find: Find, kind: str, a: str, b: str, values: tuple[str, str]
) -> None:
    finding = find(a, b)[0]
    assert (finding.kind, finding.tier) == (kind, "conflict")
    ((start_a, end_a), (start_b, end_b)) = finding.evidence[0].a, finding.evidence[0].b
    assert values[0] in a[start_a:end_a]
    assert values[1] in b[start_b:end_b]
    assert all(value.split()[-1] in finding.reason for value in values)


@pytest.mark.parametrize(("a", "b"), AGREEMENTS)
def test_what_agrees_in_other_words_is_not_flagged(find: Find, a: str, b: str) -> None:
    assert find(a, b) == ()
    assert find(b, a) == ()


def test_a_figure_of_another_thing_is_no_conflict(find: Find) -> None:
    assert find("The storm destroyed 40 houses on the coast.", "The storm damaged 12 fishing boats on the coast.") == ()


def test_an_opposite_that_is_denied_says_the_same(find: Find) -> None:
    found = find("The senate approved the water bill on Monday.", "The senate did not reject the water bill on Monday.")
    assert found == ()


def test_texts_about_different_things_are_not_compared(find: Find) -> None:
    assert find("Four people died in a fire in Lyon.", "The bank raised its rates by two points on Tuesday.") == ()


def test_less_certainty_is_only_to_be_checked(find: Find) -> None:
    (finding,) = find(
        "The fire may have been caused by the charger of a forklift truck.",
        "The fire was caused by the charger of a forklift truck.",
    )
    assert (finding.kind, finding.tier) == ("modality", "check")


def test_a_figure_beside_another_place_may_be_of_another_event(find: Find) -> None:
    found = find(
        "Four people were killed when a bus left the road in Spain on Monday.",
        "Six people were killed when a bus left the road in Chile on Monday.",
    )
    number = next(finding for finding in found if finding.kind == "number")
    assert number.tier == "check"
    assert "Spain" in number.downgrade
    assert "Chile" in number.downgrade


def test_headlines_with_other_places_are_only_to_be_checked(find: Find) -> None:
    assert {
        f.tier for f in find("Death toll rises in Russia plane crash", "Death toll rises in Italy plane crash")
    } <= {"check"}


def test_a_later_and_higher_toll_may_be_an_update(find: Find) -> None:
    a = "Seven people were injured in the explosion at the cold store in the harbour."
    b = "Nine people were injured in the explosion at the cold store in the harbour."
    assert find(a, b)[0].tier == "conflict"
    (later,) = find(a, b, date(2026, 3, 1), date(2026, 3, 2))
    assert later.tier == "check"
    assert "update" in later.downgrade
    assert find(a, b, date(2026, 3, 2), date(2026, 3, 1))[0].tier == "conflict"


def test_figures_of_other_years_may_both_be_right(find: Find) -> None:
    found = find(
        "The museum had 40,000 visitors in 2017, the director said.",
        "The museum had 52,000 visitors in 2018, the director said.",
    )
    number = next(finding for finding in found if finding.kind == "number")
    assert number.tier == "check"
    assert "2017" in number.downgrade
    assert "2018" in number.downgrade


def test_other_words_of_one_speaker_are_a_matter_of_quotation(find: Find) -> None:
    (finding,) = find(
        "“We were minutes away from losing the whole quay,” said Dan Pryce.",
        "“We were minutes away from losing the whole harbour,” said Mr Pryce.",
    )
    assert (finding.kind, finding.tier, finding.values) == ("quote", "check", ("quay", "harbour"))


def test_words_inside_the_marks_here_and_outside_there_are_an_edge(find: Find) -> None:
    (finding,) = find(
        "“Israel is worried about the progress of the missile works,” one source said.",
        "One of the sources said that Israel is “worried about the progress of the missile works.”",
    )
    assert (finding.kind, finding.values) == ("quote", ("Israel is", "Israel is"))


def test_a_subject_inside_the_marks_here_and_renamed_before_them_there_is_an_edge(find: Find) -> None:
    (finding,) = find(
        "The harbour mistress said that the port is “overrun with rats and gulls” at night.",
        "“Port Ellery is overrun with rats and gulls,” the harbour mistress said.",
    )
    assert (finding.kind, finding.values) == ("quote", ("the port is", "Port Ellery is"))


def test_a_pronoun_that_an_editor_puts_right_before_the_marks_is_no_edge(find: Find) -> None:
    assert not find(
        "The mayor said that her town will “fight for every single oak tree”.",
        "“We will fight for every single oak tree,” the mayor said.",
    )


def test_the_worst_finding_comes_first(find: Find) -> None:
    found = find(
        "Four people were killed in the crash near Oslo, the officer Anna Lindqvist said on Monday.",
        "Six people were killed in the crash near Oslo, the officer Anna Lindkvist said on Monday.",
    )
    assert [finding.kind for finding in found] == ["number", "name"]
    assert found[0].severity >= found[1].severity


WORDS = """Four five 12 $3 million Paris London Anna Smith said not never rose fell on Monday 10 March people were
killed may will “the end” of 2019 , . and the council approved rejected"""
NEWS = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=30).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(NEWS, NEWS)
def test_evidence_lies_inside_both_texts_and_scores_are_shares(a: str, b: str) -> None:
    first, second = read(a), read(b)
    for finding in between(first, second, align_tokens(first.tokens, second.tokens)):
        assert 0.0 <= finding.severity <= finding.score <= 1.0
        for evidence in finding.evidence:
            assert 0 <= evidence.a[0] <= evidence.a[1] <= len(a)
            assert 0 <= evidence.b[0] <= evidence.b[1] <= len(b)


@settings(max_examples=100, deadline=None)
@given(st.one_of(NEWS, st.text(max_size=80)))
def test_a_text_never_contradicts_itself(text: str) -> None:
    one = read(text)
    assert between(one, one, [(k, k) for k in range(len(one.tokens))]) == ()


def test_a_page_without_a_full_stop_costs_no_time_and_finds_nothing(find: Find) -> None:
    page = "Four people said 12 not Paris rose may “the end” Anna Smith " * 2000
    assert find(page[:7000], page[:7000]) == ()


def test_places_are_compared_in_english_alone() -> None:
    a = read("La reparación costó 4,3 millones de euros, según el alcalde de Lugo.", "es")
    b = read("La reparación ha costado 5,1 millones de euros, según el alcalde de Soria.", "es")
    found = between(a, b, align_tokens(a.tokens, b.tokens))
    assert [finding.values for finding in found] == [("4,3 millones", "5,1 millones")]


@given(st.floats(0.2, 1), st.floats(0.2, 1))
def test_the_confidence_shown_keeps_the_order_of_ratings_and_the_tiers(one: float, other: float) -> None:
    model = weights()
    low, high = sorted((one, other))
    assert 0.6 <= model.shown(low) <= model.shown(high) <= 1.0
    if low < model.conflict - 1e-3 and high >= model.conflict:
        assert model.shown(low) < model.shown(high)


def test_a_name_in_two_spellings_is_to_be_checked(find: Find) -> None:
    a, b = (f"The envoy Steve {n} told reporters that the talks would go on." for n in ("Witkoff", "Whitkov"))
    (finding,) = find(a, b)
    assert (finding.kind, finding.tier) == ("name", "check")
    assert finding.reason == "the name is spelt Steve Witkoff and Steve Whitkov"
