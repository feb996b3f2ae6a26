"""From key presses to actions: sequences, counts, and digits that go to an article."""

import pytest

from tui.desk.handlers import HANDLERS
from tui.desk.keyboard.actions import ACTIONS, BY_ID, LISTS, PANES, VIEWS, actions_in
from tui.desk.keyboard.keys import Command, KeyReader, normalise_key, show_keys, split_keys
from tui.desk.screens.switching import screen_of


def commands(*keys: str) -> list[Command]:
    reader = KeyReader(actions_in(PANES))
    return [command for key in keys if (command := reader.feed(key))]


def test_a_plain_letter_is_an_action() -> None:
    assert commands("j") == [Command("passage.next")]


def test_a_sequence_waits_for_its_last_key() -> None:
    reader = KeyReader(actions_in(PANES))
    assert reader.feed("]") is None
    assert reader.pending == "]"
    assert reader.feed("c") == Command("conflict.next")
    assert reader.pending == ""


def test_digits_go_to_an_article_at_once() -> None:
    assert commands("3") == [Command("article.go", 3)]


def test_digits_before_a_motion_were_a_count() -> None:
    assert commands("5", "j") == [Command("article.go", 5), Command("passage.next", 5, instead=True)]


def test_a_second_digit_extends_the_first() -> None:
    assert commands("1", "2") == [Command("article.go", 1), Command("article.go", 12, instead=True)]


def test_digits_before_a_jump_stay_an_article() -> None:
    assert commands("2", "]", "c") == [Command("article.go", 2), Command("conflict.next")]


def test_a_number_picks_the_passage_or_the_counterpart() -> None:
    assert commands("7", "G")[-1] == Command("passage.last", 7, instead=True)
    assert commands("2", "enter")[-1] == Command("counterpart.follow", 2, instead=True)


def test_an_unknown_sequence_is_forgotten() -> None:
    assert commands("]", "9", "j") == [Command("passage.next")]


@pytest.mark.parametrize(
    ("sent", "character", "meant"),
    [
        ("right_square_bracket", "]", "]"),
        ("ctrl+i", "\t", "tab"),
        ("ctrl+m", "\r", "enter"),
        ("ctrl+h", "\x08", "backspace"),
        ("space", " ", " "),
        ("down", None, "down"),
    ],
)
def test_keys_have_one_name_however_they_are_sent(sent: str, character: str | None, meant: str) -> None:
    assert normalise_key(sent, character) == meant


def test_every_action_has_a_handler_and_every_handler_an_action() -> None:
    assert {action.id for action in actions_in(PANES)} == set(HANDLERS)
    for view in LISTS:
        assert {action.id for action in actions_in(view)} == set(screen_of(view).handlers)
    assert len(BY_ID) == len(ACTIONS)


@pytest.mark.parametrize("view", VIEWS)
def test_no_key_means_two_things_in_a_view_or_begins_another(view: str) -> None:
    keys = [split_keys(keys) for action in actions_in(view) for keys in action.keys]
    assert len(keys) == len(set(keys))
    assert not [(a, b) for a in keys for b in keys if a != b and b[: len(a)] == a]


def test_keys_that_terminals_and_browsers_take_are_left_alone() -> None:
    left_alone = {f"ctrl+{letter}" for letter in "abwntmhijsq"}
    pressed = {press for action in ACTIONS for keys in action.keys for press in split_keys(keys)}
    assert not pressed & left_alone
    assert not [press for press in pressed if press.startswith("alt+")]


def test_keys_are_written_as_people_do() -> None:
    assert [show_keys(keys) for keys in ("] c", "ctrl+d", " ", "pagedown")] == [
        "]c",
        "ctrl-d",
        "space",
        "PgDn",
    ]
