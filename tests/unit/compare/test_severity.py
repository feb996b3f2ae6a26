"""What an editor sees first: the dead, then the hurt, money, dates and outcomes, then the rest."""

from pathlib import Path

from tui.compare import compare
from tui.compare.grouping import grouped
from tui.story import load

ONE = """Landslide at Carn Ardal

The retired teacher Owen Brackwell, 71, died when his house was buried.
Nine people were injured in the landslide.
The repairs to the road will cost £3.1 million.
A public meeting will be held in the chapel on Monday.
The road engineer Ilse Varden said the slope had been watched for years.
"""
OTHER = """Carn Ardal counts the cost

The retired teacher Owen Brakwell, 77, died when his house was buried.
Seven people were injured in the landslide.
The repairs to the road will cost £3.9 million.
A public meeting will be held in the chapel on Friday.
The road engineer Ilse Vardon said the slope had been watched for years.
"""


def listed(folder: Path, one: str, other: str) -> list[tuple[str, str]]:
    (folder / "one.txt").write_text(one, encoding="utf-8")
    (folder / "other.txt").write_text(other, encoding="utf-8")
    comparison = compare(load([str(folder)]))
    return [(group.link.tier or "", group.link.values[0]) for group in grouped(comparison)]


def test_the_dead_mans_age_and_name_come_before_the_injured_money_days_and_other_names(tmp_path: Path) -> None:
    found = listed(tmp_path, ONE, OTHER)
    order = [value for tier, value in found if tier == "conflict"]
    assert set(order[:2]) == {"71", "Owen Brackwell"}
    assert order[2:] == ["Nine", "£3.1 million", "Monday", "Ilse Varden"]


def test_a_name_spelt_two_ways_weighs_no_more_where_nobody_died(tmp_path: Path) -> None:
    one, other = (text.replace("died when his house was buried", "left before noon") for text in (ONE, OTHER))
    order = [value for tier, value in listed(tmp_path, one, other) if tier == "conflict"]
    assert order[0] == "Nine"
    assert order.index("Owen Brackwell") > order.index("Monday")


def test_a_death_that_another_paper_denies_leads_what_is_to_check(tmp_path: Path) -> None:
    one = "Nobody was killed in the landslide at Carn Ardal. Police are not treating the slide as suspicious.\n"
    other = "A teacher died in the landslide at Carn Ardal. Police are treating the slide as suspicious.\n"
    assert listed(tmp_path, one, other)[0][1] == "Nobody was killed"
