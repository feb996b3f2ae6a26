"""The settings: what the file gives, what it gets wrong and where, and that nothing in it does harm."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.settings import Settings, config_path, load_settings
from tui.settings.loading import LARGEST
from tui.settings.model import DEFAULT_TAGS, StatusSetting, TagSetting
from tui.settings.reading import read_settings
from tui.settings.showing import shown
from tui.settings.template import TEMPLATE
from tui.settings.toml import entries

WHOLE = """\
[editor]
name = "Mara Kern"

[desk]
theme = "auto"
panes = 3
drawer = "half"
lock = false

[keys]
"claim.note" = ["k", "ctrl+n"]
"drawer.cycle" = "ctrl+d"

[tags]
s = "single-source"
k = "call back"

[[statuses]]
letter = "m"
name = "mostly true"
rating = 4

[[statuses]]
letter = "y"
name = "satire"
rating = 1

[compare]
semantic = true
semantic_model = "~/models/minilm"

[publisher]
organisation = "The Example"
url = "https://example.org/checks"

[publisher.ratings]
"half right" = 3
"""


def problems(text: str) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.sentence) for problem in read_settings(text).problems]


def test_a_file_that_sets_everything_is_read_whole():
    settings = read_settings(WHOLE)
    assert settings.problems == ()
    assert settings.editor == "Mara Kern"
    assert (settings.desk.theme, settings.desk.panes, settings.desk.drawer, settings.desk.lock) == (
        "auto", 3, "half", False
    )  # fmt: skip
    assert [(key.action, key.keys, key.line) for key in settings.keys] == [
        ("claim.note", ("k", "ctrl+n"), 11),
        ("drawer.cycle", ("ctrl+d",), 12),
    ]
    assert settings.tags == (TagSetting("s", "single-source"), TagSetting("k", "call back"))
    assert settings.statuses == (StatusSetting("m", "mostly true", 4), StatusSetting("y", "satire", 1))
    assert (settings.compare.semantic, settings.compare.semantic_model) == (True, "~/models/minilm")
    assert (settings.publisher.organisation, settings.publisher.url) == ("The Example", "https://example.org/checks")
    assert settings.publisher.ratings == (("half right", 3),)


def test_an_empty_file_and_none_at_all_give_the_defaults(tmp_path):
    assert read_settings("") == Settings() == load_settings(tmp_path / "none.toml")
    assert Settings().tags == DEFAULT_TAGS


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[desk]\n\npanes = 0", 3, "[desk] panes takes a whole number from 1 to 12"),
        ("[desk]\npanes = true", 2, "takes a whole number"),
        ('[desk]\nlock = "no"', 2, "true or false"),
        ('[desk]\ndrawer = "big"', 2, '"short", "half" or "off"'),
        ("[desk]\n# a comment\nteme = 'x'", 3, "theme may be meant"),
        ("[editor]\nname = ''", 2, "takes a name"),
        ("[publisher]\nurl = 'ftp://example.org'", 2, "begins with https://"),
        ("[publisher.ratings]\nodd = 6", 2, "from 1 to 5"),
        ("[keys]\n'claim.note' = 3", 2, "takes keys as a list"),
        ("[tags]\nab = 'x'", 2, "takes one letter"),
        ("[tags]\n'/' = 'x'", 2, "it asks for a name"),
        ("[tags]\na = 'x'\nb = 'x'", 3, "a second time"),
        ("[[statuses]]\nletter = 'v'\nname = 'x'\nrating = 1", 2, "is taken by verified"),
        ("[[statuses]]\nletter = 'm'\nname = 'true'\nrating = 1", 3, "there is a status true already"),
        ("[[statuses]]\nletter = 'm'\nname = 'x'\nrating = 7", 4, "rating takes a whole number from 1 to 5"),
        ("[[statuses]]\nletter = 'm'", 1, "takes a letter, a name and a rating"),
        ("\n[desks]\npanes = 2\nlock = true", 2, "desk may be meant"),
        ("x = 1", 1, "is nothing that can be set"),
        ("tags = 3", 1, "write [tags] above its keys"),
        ("statuses = 3", 1, "write [[statuses]] above its keys"),
        ("[desk\npanes = 2", 1, "not valid TOML"),
        ("[desk]\npanes = 2\npanes = 3", 3, "not valid TOML"),
        ("[editor]\nname = 'ada", 2, "not valid TOML"),
    ],
)
def test_what_is_wrong_is_pointed_out_in_one_sentence_with_its_line(text, line, words):
    ((at, sentence),) = problems(text)
    assert at == line
    assert words in sentence
    assert "\n" not in sentence


def test_one_wrong_value_costs_only_itself():
    settings = read_settings(WHOLE.replace("panes = 3", "panes = 99").replace("rating = 1", "rating = 11"))
    assert [problem.line for problem in settings.problems] == [6, 26]
    assert settings.desk.panes is None
    assert settings.desk.drawer == "half"
    assert [status.name for status in settings.statuses] == ["mostly true"]


def test_problems_come_in_the_order_of_the_file():
    lines = [line for line, _ in problems("[[statuses]]\n[desk]\npanes = 0\n[foo]\n[editor]\nname = 1\n")]
    assert lines == [1, 3, 4, 6]


def test_the_line_of_a_value_is_where_its_key_stands_however_far_the_value_reaches():
    text = '[compare]\nsemantic_model = """a\n[desk]\npanes = 2\n"""\n[desk]\npanes = [\n 1,\n]\n'
    assert [line for line, _ in problems(text)] == [2, 7]


@given(st.text(alphabet="ab=[]\"'\n#.{}, 1\\u\u2028\u202e\x85", max_size=60))
def test_no_text_is_too_odd_to_be_read(text):
    settings = read_settings(text)
    for problem in settings.problems:
        assert "\n" not in str(problem)
        assert str(problem).isprintable()
        assert problem.line is None or 1 <= problem.line <= text.count("\n") + 1


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,6}", fullmatch=True),
        st.one_of(st.integers(-9, 9), st.booleans(), st.text(max_size=8)),
        max_size=6,
    ),
    st.integers(0, 3),
)
def test_every_value_is_found_on_its_own_line(values, blank_lines):
    from tui.settings.toml import quoted

    lines = [""] * blank_lines + ["[table]  # a comment"]
    expected = []
    for key, value in values.items():
        written = quoted(value) if isinstance(value, str) else str(value).lower()
        lines.append(f"{key} = {written}")
        expected.append((("table", key), value, len(lines)))
    found = [(entry.path, entry.value, entry.line) for entry in entries("\n".join(lines))]
    assert found == [(("table",), {}, blank_lines + 1), *expected]


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "9" * 6_000, 'a = """' + "\n" * 5_000 + '"""'])
def test_a_file_made_to_be_slow_or_deep_is_refused(text):
    assert len(read_settings(text).problems) == 1


def test_control_characters_of_the_file_do_not_reach_the_terminal():
    text = '["\\u001b[31m"]\n[tags]\n"\\u009b" = "x"\na = "\\u202ereversed"\n[keys]\n"\\u0007" = 1\n'
    found = problems(text)
    assert [line for line, _ in found] == [1, 3, 4, 6]
    assert all(sentence.isprintable() for _, sentence in found)


def test_a_folder_a_pipe_a_huge_file_and_other_encodings_cost_the_settings_and_nothing_else(tmp_path):
    pipe, huge, latin = tmp_path / "pipe", tmp_path / "huge", tmp_path / "latin"
    os.mkfifo(pipe)
    huge.write_bytes(b"#" * (LARGEST + 1))
    latin.write_bytes(b"[editor]\nname = 'K\xfchn'\n")
    for file, words in ((tmp_path, "a folder"), (pipe, "a device"), (huge, "larger than"), (latin, "UTF-8")):
        settings = load_settings(file)
        assert words in str(settings.problems[0])
        assert settings.tags == DEFAULT_TAGS
    assert load_settings(latin).problems[0].line == 2
    assert load_settings(Path(os.devnull)) == Settings()


def test_a_file_nobody_may_read_is_said_to_be_so(tmp_path):
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    file = tmp_path / "config.toml"
    file.write_text(WHOLE)
    file.chmod(0)
    assert "cannot be read" in str(load_settings(file).problems[0])


def test_the_environment_names_the_file(monkeypatch, tmp_path):
    assert config_path().name == "config.toml"
    monkeypatch.setenv("COPYDESK_CONFIG", str(tmp_path / "mine.toml"))
    assert config_path() == tmp_path / "mine.toml"


def test_the_template_changes_nothing_until_a_line_is_uncommented():
    assert read_settings(TEMPLATE) == Settings()
    lines = [
        line.removeprefix("#") if line.startswith("#") and "=" in line else line
        for line in TEMPLATE.replace("#[[statuses]]", "[[statuses]]").splitlines()
    ]
    settings = read_settings("\n".join(line for line in lines if not line.startswith(" ")))
    assert settings.problems == ()
    assert settings.statuses
    assert settings.keys
    assert settings.tags == DEFAULT_TAGS


@pytest.mark.parametrize("text", ["", WHOLE, TEMPLATE])
def test_what_is_shown_is_a_file_that_sets_the_same(text):
    settings = read_settings(text)
    again = read_settings(shown(settings, "mk"))
    assert again.problems == ()
    assert again.editor == (settings.editor or "mk")
    assert (again.desk, again.tags, again.statuses, again.publisher) == (
        settings.desk, settings.tags, settings.statuses, settings.publisher
    )  # fmt: skip
    assert [(key.action, key.keys) for key in again.keys] == [(key.action, key.keys) for key in settings.keys]


def test_defaults_are_marked_and_what_was_set_is_not():
    lines = shown(read_settings("[desk]\nlock = true\n"), "mk").splitlines()
    assert "lock = true" in lines
    assert 'drawer = "short"  # default' in lines
    assert 'name = "mk"  # default' in lines


def test_the_example_in_the_readme_is_right(root):
    from tui.desk.keyboard.actions import ACTIONS
    from tui.desk.keyboard.keymap import with_keys

    example = (root / "README.md").read_text(encoding="utf-8").partition("```toml\n")[2].partition("```")[0]
    settings = read_settings(example)
    assert settings.problems == ()
    assert settings.keys
    assert with_keys(ACTIONS, settings.keys).problems == ()
