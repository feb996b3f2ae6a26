"""What two newsrooms may well both write is not flagged; what may be of other things is only to be checked."""

import pytest

from tests.unit.compare.conflicts.conftest import Find

AGREE = {
    "rounding": (
        "About 1,200 people marched through the centre of the city on Saturday.",
        "Some 1,217 people marched through the centre of the city on Saturday.",
    ),
    "a bound that is kept": (
        "At least twelve people were killed when the bridge gave way.",
        "Fourteen people were killed when the bridge gave way.",
    ),
    "other units": (
        "The ship is 300 metres long and was built in Ulsan.",
        "The ship is 984 feet long and was built in Ulsan.",
    ),
    "another format": (
        "The levy will bring in $1.5 billion in its first year.",
        "The levy will bring in $1,500 million in its first year.",
    ),
    "half a scale word": (
        "The levy will bring in half a billion dollars in its first year.",
        "The levy will bring in $500 million in its first year.",
    ),
    "a clock of 24 hours": (
        "The quake struck at 3:15 p.m. on Tuesday, 40 miles from the capital.",
        "The quake struck on Tuesday at 15:15, 64 km from the capital.",
    ),
    "an acronym": (
        "The World Health Organization said the outbreak was over.",
        "The WHO said the outbreak was over.",
    ),
    "the beginning of another word": (
        "The anti-Keller deputies voted in the assembly on Monday for the new mayor.",
        "Voters who back Keller voted in the assembly on Monday for the new mayor.",
    ),
    "a number of people and a sum of money": (
        "The court heard the largest case, on behalf of 1.6 million women, against the chain.",
        "The court heard the largest case, worth billions, on behalf of women, against the chain.",
    ),
    "a number of people and billions of dollars": (
        "The court heard the largest case, on behalf of 1.6 million women, against the chain.",
        "The court heard the largest case, over billions of dollars, on behalf of women, against the chain.",
    ),
    "titles": (
        "Prime Minister Anna Keller opened the new line on Friday.",
        "Ms Keller opened the new line on Friday.",
    ),
    "paraphrase": (
        "The council turned down the plan for a new stadium.",
        "The plan for a new stadium was rejected by the council.",
    ),
    "two parties that one country has to do with": (
        "Keller’s trip underscores the high stakes and the need of close consultation between Spain and Portugal.",
        "Keller flies to Lisbon for an urgent meeting amid high-stakes Spain–Morocco talks.",
    ),
    "views of two people": (
        "The mayor said the scheme would help small shops.",
        "The shopkeepers' union said the scheme would ruin small shops.",
    ),
    "figures in another order": (
        "The fire destroyed 40 houses and 12 barns in the valley.",
        "Twelve barns and forty houses in the valley were destroyed by the fire.",
    ),
    "two measures": (
        "The storm destroyed 40 houses on the coast.",
        "The storm damaged 12 fishing boats on the coast.",
    ),
    "both sides reported": (
        "The minister said taxes would rise; the opposition said they would not.",
        "Taxes would rise, the minister said, while the opposition said they would not rise.",
    ),
    "last and first quarter": (
        "Confidence rose to 35 points from 15 points last quarter.",
        "Confidence rose to 35 points, from 15 points in the first quarter.",
    ),
    "removed or not in it": (
        "The senator worked to see that the clause was not in the final bill.",
        "The senator worked to get the clause removed from the final bill.",
    ),
    "decided against it or not to": (
        "The publisher decided against buying the group, sources said.",
        "The publisher decided not to buy the group, sources said.",
    ),
    "above and below the other way round": (
        "A number below 50 means that factories shrink, one above it that they grow.",
        "A number above 50 means that factories grow, one below it that they shrink.",
    ),
    "a letter lost on the way": (
        "The crowd sang in the Plaza de España until midnight.",
        "The crowd sang in the Plaza de Espaa until midnight.",
    ),
    "ages of two people": (
        "Malia Obama, 16, was beside her father on Friday.",
        "Elizabeth Lauten, 31, wrote of her father on Friday.",
    ),
}
OPEN = {
    "may be of another hour": (
        "Shares of the airline closed at $41.20 on Monday.",
        "Shares of the airline were at $40.90 in early trading on Monday.",
    ),
    "may be one sum": (
        "The scheme will cost $170 million a year.",
        "The scheme will cost $5.1 billion over the next 30 years.",
    ),
    "may be the two parts of one whole": (
        "The insurer pays 80 percent of the costs of the treatment.",
        "The patient pays 20 percent of the costs of the treatment.",
    ),
    "may be another year": (
        "The profit was 40 cents a share in the quarter.",
        "The profit was 35 cents a share in the same quarter last year.",
    ),
    "may be another period": (
        "Sales rose 4 percent in the second quarter to $2.1 billion.",
        "Sales rose 9 percent in the fourth quarter to $2.6 billion.",
    ),
    "one may be a forecast": (
        "The airline expected a loss of $40 million in the year.",
        "The airline made a loss of $65 million in the year.",
    ),
    "one may be rounded": (
        "The vote on the $1 trillion infrastructure bill was put off.",
        "The vote on the $1.2 trillion infrastructure bill was put off.",
    ),
    "may be two events": (
        "Suicide bomber kills 12 in Nigeria church",
        "Suicide bomber kills 21 in northwest Pakistan",
    ),
}


@pytest.mark.parametrize("name", AGREE)
def test_what_can_stand_side_by_side_is_not_flagged(find: Find, name: str) -> None:
    assert find(*AGREE[name]) == ()


@pytest.mark.parametrize("doubt", OPEN)
def test_what_may_be_of_other_things_is_to_be_checked_and_says_why(find: Find, doubt: str) -> None:
    found = find(*OPEN[doubt])
    assert found
    assert {finding.tier for finding in found} == {"check"}
    assert any(finding.downgrade.startswith(doubt) for finding in found)
