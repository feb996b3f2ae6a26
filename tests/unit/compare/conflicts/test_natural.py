"""Differences as they stand in real coverage, in sentences of our own, and near misses that are none."""

import pytest

from tests.unit.compare.conflicts.conftest import Find

REVERSED = {
    "a match": (
        "Harwell United beat Marlow Town 3-1 in the final on Saturday.",
        "Marlow Town beat Harwell United 3-1 in the final on Saturday.",
    ),
    "a match that was lost": (
        "Harwell lost to Marlow 3-1 in the final on Saturday.",
        "Marlow lost to Harwell 3-1 in the final on Saturday.",
    ),
    "a purchase": (
        "Northgate Foods bought Alder Mills for $2 billion.",
        "Northgate Foods was bought by Alder Mills for $2 billion.",
    ),
    "common words": (
        "Nurses outnumbered doctors by two to one at the Ellis rally on Monday.",
        "Doctors outnumbered nurses by two to one at the Ellis rally on Monday.",
    ),
}
NOT_REVERSED = {
    "the passive": (
        "Harwell United beat Marlow Town 3-1 in the final on Saturday.",
        "Marlow Town were beaten 3-1 by Harwell United in the final on Saturday.",
    ),
    "from the other side": (
        "Harwell beat Marlow 3-1 in the final on Saturday.",
        "Marlow lost to Harwell 3-1 in the final on Saturday.",
    ),
    "what two may do to each other": (
        "Northgate sued Alder Mills over the name of its bread on Friday.",
        "Alder Mills sued Northgate over the name of its bread on Friday.",
    ),
    "a denial": (
        "Harwell beat Marlow in the final on Saturday.",
        "Marlow did not beat Harwell in the final on Saturday.",
    ),
}


@pytest.mark.parametrize("name", REVERSED)
def test_two_parties_that_change_places_are_a_conflict(find: Find, name: str) -> None:
    worst = find(*REVERSED[name])[0]
    assert (worst.kind, worst.tier) == ("name", "conflict")
    assert "changed places" in worst.reason


@pytest.mark.parametrize("name", NOT_REVERSED)
def test_one_deed_told_in_two_ways_is_none(find: Find, name: str) -> None:
    assert find(*NOT_REVERSED[name]) == ()


@pytest.mark.parametrize(
    "other",
    ["246-186", "by 246 votes to 186", "in a 246-to-186 vote"],
)
def test_two_tallies_of_one_vote_are_held_against_each_other(find: Find, other: str) -> None:
    (finding,) = find("The assembly passed the harbour bill 242-190.", f"The assembly passed the harbour bill {other}.")
    assert finding.kind == "number"


@pytest.mark.parametrize("other", ["by 242 votes to 190", "in a 242-to-190 vote", "190-242"])
def test_one_tally_in_two_forms_is_nothing(find: Find, other: str) -> None:
    one = "The assembly voted on the harbour bill on Friday, 242-190."
    assert find(one, f"The assembly voted on the harbour bill on Friday, {other}.") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "At least 15 people were killed in the church attack.",
            "At least 32 people were killed in the church attack.",
        ),
        (
            "More than 3,400 migrants were rescued at sea on Monday.",
            "Over 2,000 migrants were rescued at sea on Monday.",
        ),
        ("Police arrested 12 people at the march on Monday.", "There were four arrests at the march on Monday."),
        ("The dam loan drew about $19 billion of bids.", "The dam loan drew about $21 billion of bids."),
        ("The storm was about 75 miles west of Port Ellis.", "The storm was about 100 miles west of Port Ellis."),
        ("The index fell 2.52 to 410.23 on Monday.", "The index fell 1.40 to 408.83 on Monday."),
        ("At least 200 people died in the collapse.", "The death toll in the collapse is 170 people."),
    ],
)
def test_figures_that_both_cannot_be_right_are_found(find: Find, one: str, other: str) -> None:
    assert "number" in {finding.kind for finding in find(one, other)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("At least 300 people were killed in the quake.", "At least 310 people were killed in the quake."),
        ("The storm was about 75 miles west of Port Ellis.", "The storm was about 120 km west of Port Ellis."),
        ("The buoy drifted 10 nautical miles off course.", "The buoy drifted 11.5 miles off course."),
        ("They cut 43,000 jobs in Ellis and 18,000 in Marlow.", "They cut nearly 62,000 jobs in Ellis and Marlow."),
        ("The bank told of loans for 10 to 15 yachts.", "The bank told of loans for 12 yachts."),
    ],
)  # fmt: skip
def test_figures_that_agree_when_read_well_are_nothing(find: Find, one: str, other: str) -> None:
    assert [finding for finding in find(one, other) if finding.kind == "number"] == []


@pytest.mark.parametrize(
    ("one", "other", "doubt"),
    [
        (
            "Under the Senate plan pensioners pay 50 percent of the cost and a fee of 275 crowns.",
            "Under the House plan pensioners pay 20 percent of the cost and a fee of 250 crowns.",
            "another group",
        ),
        (
            "Revenue at Alder Mills rose 59 percent to $73 million in May.",
            "Profit at Alder Mills rose 12 percent to $23 million in May.",
            "another measure",
        ),
        (
            "The two-year note fell 5 points, taking its yield to 1.23 percent.",
            "The ten-year note fell 11 points, taking its yield to 3.21 percent.",
            "two-year note",
        ),
        (
            "For the week, the Ellis index of small firms rose 11.92, or 2.5 percent.",
            "The Ellis index of small firms rose 1.02, or 0.2 percent.",
            "another period",
        ),
    ],
)
def test_figures_of_two_things_are_to_be_checked_at_most(find: Find, one: str, other: str, doubt: str) -> None:
    found = [finding for finding in find(one, other) if finding.kind == "number"]
    assert found
    assert all(finding.tier == "check" and doubt in finding.downgrade for finding in found)


def test_figures_that_all_differ_are_of_one_measure_where_both_are_told_of_one_thing(find: Find) -> None:
    found = find(
        "The Ellis Average rose 38 points, or 0.42 percent, to 9,165.",
        "The Ellis Average ended up 64.64 points, or 0.71 percent, at 9,191.09, by the latest count.",
    )
    assert found
    assert {finding.downgrade for finding in found} == {""}


def test_the_day_of_one_deed_is_no_day_of_the_report(find: Find) -> None:
    (finding,) = find(
        "The findings of the harbour study were published Tuesday in the journal Tides.",
        "The study of the harbour was published Monday in Tides, the journal of the port society.",
    )
    assert (finding.kind, finding.downgrade) == ("date", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The agency continues its ban on flights to Ellis.", "The agency lifts its ban on flights to Ellis."),
        ("The council renews sanctions against the port.", "The council lifts sanctions against the port."),
        ("Shares eased in early trading in Oslo on Monday.", "Shares rose in early trading in Oslo on Monday."),
    ],
)
def test_what_goes_on_and_what_ends_are_opposites(find: Find, one: str, other: str) -> None:
    assert [finding.kind for finding in find(one, other)] == ["antonym"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lines grew in the 12-month period to June.", "Lines grew in the full year period to June."),
        ("The union will strike if the cuts are not repealed.", "The union will strike unless the cuts are repealed."),
        ("Neither Keller nor Brandt could be reached on Monday.", "Keller would not confirm the offer on Monday."),
    ],
)  # fmt: skip
def test_words_that_only_look_opposed_are_nothing(find: Find, one: str, other: str) -> None:
    assert [finding.kind for finding in find(one, other) if finding.kind in {"antonym", "negation"}] == []


def test_the_part_of_a_country_is_no_part_of_its_name(find: Find) -> None:
    assert find("Ten people died in NW Pakistan on Friday.", "Ten people died in northwest Pakistan on Friday.") == ()


def test_who_went_and_who_was_sent_away_differ(find: Find) -> None:
    (finding,) = find(
        "Lena Ost resigned as harbour master on Monday evening, the council said.",
        "Lena Ost was dismissed as harbour master on Monday evening, the council said.",
    )
    assert (finding.kind, finding.values) == ("antonym", ("resigned", "dismissed"))


def test_an_irregular_form_is_denied_as_its_base_is(find: Find) -> None:
    (finding,) = find(
        "The harbour master knew of the leak in the sea wall.",
        "The harbour master did not know of the leak in the sea wall.",
    )
    assert (finding.kind, finding.tier) == ("negation", "conflict")


def test_one_figure_in_two_currencies_differs_and_a_conversion_does_not(find: Find) -> None:
    deal = "The deal to build the bridge is worth {}, the company said on Monday."
    (finding,) = find(deal.format("300 million euros"), deal.format("300 million dollars"))
    assert finding.kind == "number"
    assert not find(deal.format("300 million euros"), deal.format("325 million dollars"))


@pytest.mark.parametrize(("one", "other"), [("peaceful", "violent"), ("mild", "severe")])
def test_manners_that_exclude_each_other_differ(find: Find, one: str, other: str) -> None:
    (finding,) = find(
        f"The reaction of the crowd was {one}, police said.", f"The reaction of the crowd was {other}, police said."
    )
    assert finding.kind == "antonym"
