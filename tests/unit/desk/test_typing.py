"""A line being typed: every key does what it does in a shell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.desk.lines import width_of
from tui.desk.prompts.typing import TypedLine


def typed(*keys: str, text: str = "") -> TypedLine:
    line = TypedLine(text, len(text))
    for key in keys:
        line.press(key)
    return line


@pytest.mark.parametrize(
    ("keys", "text", "cursor"),
    [
        (["a", "b"], "ab", 2),
        (["a", "b", "left", "c"], "acb", 2),
        (["a", "b", "home", "delete"], "b", 0),
        (["a", "b", "backspace", "backspace", "backspace"], "", 0),
        (["a", " ", "b", "ctrl+backspace"], "a ", 2),
        (["a", "b", "left", "ctrl+u"], "b", 0),
        (["a", "b", "left", "ctrl+k"], "a", 1),
        (["a", "right", "end", "b"], "ab", 2),
        (["é", "\u0301", "backspace"], "", 0),
        (["🇺", "🇸", "left", "x"], "x🇺🇸", 1),
    ],
)
def test_keys_edit_the_line(keys: list[str], text: str, cursor: int) -> None:
    line = typed(*keys)
    assert (line.text, line.cursor) == (text, cursor)


def test_other_keys_mean_nothing() -> None:
    assert not TypedLine().press("f5")
    assert not TypedLine().press("\x1b")


KEYS = st.lists(st.sampled_from([*"abc 日é", "left", "right", "home", "end", "backspace", "delete", "ctrl+backspace"]))


@given(KEYS, st.integers(20, 60))
def test_the_row_is_exactly_as_wide_as_the_screen_and_holds_the_cursor(keys: list[str], width: int) -> None:
    line = typed(*keys, text="a sentence that is longer than the row it is typed into, 日本語")
    row, column = line.draw(" NOTE ", width)
    assert width_of(row) == width
    assert 0 <= column < width
    assert 0 <= line.cursor <= len(line.text)
    assert cell_len("".join(span.text for span in row)) == width
