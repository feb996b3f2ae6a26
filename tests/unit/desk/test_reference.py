"""The reference of keys: complete, and the same in the README."""

import pytest

from tui.desk.draw.reference import key_reference, section_of
from tui.desk.keyboard.actions import ACTIONS


def key_tables() -> list[str]:
    """The lines of the tables of keys; what can be typed after ":" stands below them."""
    return key_reference().partition("| typed |")[0].splitlines()


def test_every_action_with_a_key_is_in_the_reference_once():
    lines = key_tables()
    for action in ACTIONS:
        if action.keys:
            assert sum(f"| {action.title} |" in line for line in lines) >= 1, action.id
    assert sum(line.startswith("| `") for line in lines) == sum(bool(action.keys) for action in ACTIONS)


def test_the_tables_have_three_columns_whatever_the_keys():
    rows = [line for line in key_tables() if line.startswith("|")]
    assert {row.replace("\\|", "").count("|") for row in rows} == {4}


def test_the_reference_in_the_readme_is_not_stale(root):
    section = section_of((root / "README.md").read_text(encoding="utf-8"))
    if section is None:
        pytest.skip("the README has no reference of keys")
    assert section == key_reference().strip(), "run python -m tui.desk.draw.reference and paste what it prints"
