"""The shipped folders are found wherever copydesk runs from."""

import json

import pytest

from tui import resources


def test_every_sample_story_has_articles_and_its_expected_findings():
    assert {"glasshouse-vote", "harbour-fire", "iran-talks"} <= set(resources.samples())
    for name in resources.samples():
        articles = [entry for entry in resources.sample(name).iterdir() if entry.suffix in (".txt", ".md")]
        assert len(articles) >= 2
        assert json.loads((resources.sample(name) / "expected.json").read_text("utf-8"))["version"] == 1


def test_an_unknown_sample_story_is_refused_with_the_names_there_are():
    with pytest.raises(FileNotFoundError, match=r"no sample story 'moon-landing'; there are: .*harbour-fire"):
        resources.sample("moon-landing")


def test_a_folder_that_was_not_shipped_asks_to_reinstall():
    with pytest.raises(FileNotFoundError, match="'pictures' is missing: reinstall copydesk"):
        resources.folder("pictures")


@pytest.mark.parametrize("name", ["../iran-talks", ".", "iran-talks/../harbour-fire", ""])
def test_a_name_cannot_lead_out_of_the_folder_of_samples(name):
    with pytest.raises(FileNotFoundError):
        resources.sample(name)


def test_styles_are_files_of_the_shipped_folder():
    styles = sorted(resources.folder("styles").glob("*.tcss"))
    assert styles
    assert [resources.style(path.name) for path in styles] == styles
