"""The editor's own keys: how they may be written, and what becomes of those that clash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.desk.keyboard.actions import ACTIONS, BY_ID
from tui.desk.keyboard.keymap import NoKey, read_key, with_keys
from tui.desk.keyboard.keys import show_keys, split_keys
from tui.settings.model import KeySetting


def keymap(**wanted: str | tuple[str, ...]):
    """The table with the keys wanted for actions, "_" standing for "."; one line each, from 1."""
    settings = [
        KeySetting(action.replace("_", "."), (keys,) if isinstance(keys, str) else keys, line)
        for line, (action, keys) in enumerate(wanted.items(), 1)
    ]
    return with_keys(ACTIONS, settings)


def keys_of(found, action: str) -> tuple[str, ...]:
    return next(entry.keys for entry in found.actions if entry.id == action)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("k", "k"), ("]c", "] c"), ("] c", "] c"), ("ctrl-n", "ctrl+n"), ("Ctrl+N", "ctrl+n"), ("space", " "),
        (" ", " "), ("Enter", "enter"), ("ctrl+m", "enter"), ("ctrl-i", "tab"), ("PgDn", "pagedown"), ("↓", "down"),
        ("Esc", "escape"), ("F5", "f5"), ("shift-tab", "shift+tab"), ("gg", "g g"), ("g D", "g D"), ("+", "+"),
    ],
)  # fmt: skip
def test_keys_are_read_as_people_write_them(written, key):
    assert read_key(written) == key


@pytest.mark.parametrize("written", ["", "5", "5j", "alt+x", "ctrl+s", "ctrl+q", "ctrl+j", "meta-k", "g space", "\x1b"])
def test_what_no_terminal_sends_or_the_desk_needs_otherwise_is_no_key(written):
    with pytest.raises(NoKey):
        read_key(written)


@pytest.mark.parametrize("key", [key for action in ACTIONS for key in action.keys])
def test_every_key_of_the_table_can_be_written_as_it_is_shown(key):
    assert read_key(show_keys(key)) == key


def test_an_action_gets_the_keys_wanted_and_loses_its_own():
    found = keymap(drawer_cycle=("ctrl+n", "ctrl+t"))
    assert keys_of(found, "drawer.cycle") == ("ctrl+n", "ctrl+t")
    assert found.problems == ()


def test_a_key_that_another_action_has_is_left_out_and_pointed_out_with_its_line():
    found = keymap(lock_toggle="ctrl+n", drawer_cycle="j")
    (problem,) = found.problems
    assert problem.line == 2
    assert "next passage" in problem.sentence
    assert "passage.next" in problem.sentence
    assert keys_of(found, "drawer.cycle") == BY_ID["drawer.cycle"].keys
    assert keys_of(found, "lock.toggle") == ("ctrl+n",)


def test_of_several_keys_only_the_one_that_clashes_is_left_out():
    found = keymap(drawer_cycle=("j", "ctrl+n"))
    assert keys_of(found, "drawer.cycle") == ("ctrl+n",)
    assert len(found.problems) == 1


def test_a_key_that_begins_another_one_clashes_with_it():
    assert "] c" in BY_ID["conflict.next"].keys
    assert len(keymap(drawer_cycle="]").problems) == 1


def test_two_actions_may_swap_their_keys():
    found = keymap(lock_toggle="o", drawer_cycle="L")
    assert found.problems == ()
    assert keys_of(found, "lock.toggle") == ("o",)
    assert keys_of(found, "drawer.cycle") == ("L",)


def test_the_same_key_may_do_different_things_in_different_views():
    assert keymap(matrix_sources="a").problems == ()


def test_of_two_lines_that_want_one_key_the_first_gets_it():
    found = keymap(lock_toggle="ctrl+n", drawer_cycle="ctrl+n")
    assert [problem.line for problem in found.problems] == [2]
    assert keys_of(found, "lock.toggle") == ("ctrl+n",)


def test_a_name_that_is_no_action_is_pointed_out_with_the_one_that_may_be_meant():
    (problem,) = keymap(drawer_cycel="ctrl+n").problems
    assert "drawer.cycle may be meant" in problem.sentence


def test_an_action_can_be_left_without_a_key_but_not_the_way_out():
    found = keymap(lock_toggle=(), quit=())
    assert keys_of(found, "lock.toggle") == ()
    assert keys_of(found, "quit") == BY_ID["quit"].keys
    assert [problem.line for problem in found.problems] == [2]


WRITTEN = st.one_of(st.sampled_from([key for action in ACTIONS for key in action.keys]), st.text(max_size=3))


@given(st.dictionaries(st.sampled_from(sorted(BY_ID)), st.lists(WRITTEN, max_size=3).map(tuple), max_size=8))
def test_whatever_is_wanted_no_two_actions_of_a_view_share_a_key(wanted):
    settings = [KeySetting(action, keys, line) for line, (action, keys) in enumerate(wanted.items(), 1)]
    found = with_keys(ACTIONS, settings)
    for view in {view for action in ACTIONS for view in action.views}:
        presses = [split_keys(key) for action in found.actions if view in action.views for key in action.keys]
        for number, one in enumerate(presses):
            for other in presses[number + 1 :]:
                length = min(len(one), len(other))
                assert one[:length] != other[:length], (view, one, other)
    assert all(action.keys for action in found.actions if action.id in ("quit", "cancel"))
