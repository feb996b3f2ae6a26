"""Figures of a headline that the text below lacks, read as the article's language writes them."""

from dataclasses import replace

import pytest

from tests.unit.compare.builders import article
from tui.compare.checks import Remark, check_list


def remarks(language: str, headline: str, below: str) -> list[Remark]:
    made = replace(article(f"{headline}\n\n{below} {below} {below}\n", language=language), title=headline)
    return [remark for remark in check_list(made) if remark.kind == "headline"]


@pytest.mark.parametrize(
    ("language", "headline", "below"),
    [
        ("en", "Twelve hundred herring lost", "The fleet lost 1,200 boxes of herring in the storm."),
        ("en", "A 1-in-3 chance for the harbour", "There is a one-in-three chance that the harbour closes."),
        ("de", "1200 Kisten Hering verloren", "Im Sturm verlor die Flotte 1.200 Kisten, sagte der Hafenmeister."),
        ("de", "3,5 Meter hohe Wellen", "Die Wellen waren 3,50 Meter hoch, sagte der Hafenmeister."),
    ],
)
def test_a_figure_written_another_way_below_is_there(language: str, headline: str, below: str) -> None:
    assert not remarks(language, headline, below)


@pytest.mark.parametrize(
    ("language", "headline", "below"),
    [
        ("en", "1,300 boxes of herring lost", "The fleet lost 1,200 boxes of herring in the storm."),
        # "Ten" is Polish for "this".
        ("pl", "Port traci 10 kutrów", "W sztormie ten port stracił kilka kutrów, jak podały władze."),
        ("de", "1300 Kisten Hering verloren", "Im Sturm verlor die Flotte 1.200 Kisten, sagte der Hafenmeister."),
    ],
)
def test_a_figure_that_is_not_there_is_remarked(language: str, headline: str, below: str) -> None:
    assert ["figure" in remark.message for remark in remarks(language, headline, below)] == [True]
