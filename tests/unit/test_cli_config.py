"""`copydesk config`: where the settings are, what holds, and editing them."""

import os
import pty
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tui.claims import default_editor
from tui.cli import main

Printed = tuple[int, str, str]


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "settings" / "config.toml"
    monkeypatch.setenv("COPYDESK_CONFIG", str(file))
    return file


@pytest.fixture
def run(config: Path, capsys: pytest.CaptureFixture[str]):
    def run(*words: str) -> Printed:
        status = main(["config", *words])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_path_prints_where_the_file_is_whether_it_is_there_or_not(run, config):
    assert run("path") == (0, f"{config}\n", "")
    assert not config.exists()


def test_show_without_a_file_shows_the_defaults_and_creates_nothing(run, config):
    status, out, err = run("show")
    assert (status, err) == (0, "")
    assert 's = "single-source"  # default' in out
    assert not config.parent.exists()


def test_show_marks_what_the_file_sets_and_is_a_file_itself(run, config):
    write(config, '[editor]\nname = "Mara"\n[desk]\npanes = 2\n')
    status, out, _ = run("show")
    assert status == 0
    assert 'name = "Mara"\n' in out
    assert tomllib.loads(out)["desk"]["panes"] == 2


def test_show_points_out_what_is_wrong_line_by_line_on_standard_error(run, config):
    write(config, '[desk]\npanes = 0\n[keys]\n"drawer.cycle" = "j"\n"no.action" = "x"\n')
    status, out, err = run("show")
    assert status == 1
    assert "[desk]" in out
    lines = err.splitlines()
    assert [line.partition(f"{config}: ")[2].partition(":")[0] for line in lines] == ["line 2", "line 4", "line 5"]


def test_an_unknown_theme_is_pointed_out_with_its_line(run, config):
    write(config, '[desk]\npanes = 2\ntheme = "mauve"\n')
    status, out, err = run("show")
    assert status == 1
    assert err.startswith(f"copydesk: {config}: line 3: [desk] there is no theme 'mauve': choose among ansi, ")
    assert err.count("\n") == 1
    assert "mauve" not in out
    assert "#theme = " in out


def test_show_prints_only_the_keys_that_hold(run, config):
    write(config, '[keys]\n"drawer.cycle" = ["j", "ctrl-n"]\n"no.action" = "x"\n"claim.note" = "ctrl-n"\n')
    _, out, err = run("show")
    assert tomllib.loads(out)["keys"] == {"drawer.cycle": ["ctrl-n"]}
    assert [line.partition(f"{config}: ")[2].partition(":")[0] for line in err.splitlines()] == [
        "line 2", "line 3", "line 4",
    ]  # fmt: skip


def test_show_keys_lists_every_action_with_the_keys_it_has_now(run, config):
    from tui.desk.keyboard.actions import ACTIONS

    write(config, '[keys]\n"drawer.cycle" = "ctrl-n"\n')
    status, out, _ = run("show", "--keys")
    assert status == 0
    assert {line.split()[0] for line in out.splitlines()} == {action.id for action in ACTIONS}
    assert next(line for line in out.splitlines() if line.startswith("drawer.cycle ")).split()[1] == "ctrl-n"


def test_the_editors_name_comes_from_the_file_else_from_the_login(config, monkeypatch):
    monkeypatch.setenv("LOGNAME", "mk")
    assert default_editor() == "mk"
    write(config, '[editor]\nname = "Mara Kern"\n')
    assert default_editor() == "Mara Kern"


def test_editing_without_a_terminal_says_where_the_file_is(run, config):
    status, _, err = run("edit")
    assert status == 1
    assert str(config) in err
    assert not config.exists()


def edit(config: Path, editor: str) -> tuple[int, str]:
    """`copydesk config edit` in a terminal, with a program for $EDITOR; the exit status and what it printed."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "tui", "config", "edit"]
    environment = {**os.environ, "COPYDESK_CONFIG": str(config), "EDITOR": editor}
    environment.pop("VISUAL", None)
    with subprocess.Popen(command, stdin=follower, stdout=follower, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stderr is not None
        told = process.stderr.read().decode()
    os.close(leader)
    os.close(follower)
    return process.returncode, told


def test_edit_makes_a_file_for_its_owner_alone_and_opens_it_in_the_editors_program(config):
    assert edit(config, "grep -q 'copydesk: take away'") == (0, "")
    assert stat.S_IMODE(config.stat().st_mode) == 0o600
    assert stat.S_IMODE(config.parent.stat().st_mode) == 0o700


def test_edit_leaves_a_file_that_is_there_and_checks_it_afterwards(config):
    write(config, "[desk]\npanes = 2\n")
    status, told = edit(config, "sed -i s/2/99/")
    assert status == 1
    assert "line 2: [desk] panes takes a whole number from 1 to 12" in told
    assert config.read_text() == "[desk]\npanes = 99\n"


def test_edit_says_so_when_the_program_cannot_be_started_or_fails(config):
    assert "cannot be started" in edit(config, "/nowhere/editor")[1]
    assert "failed with status 1" in edit(config, "false")[1]


def test_a_broken_file_does_not_pass_for_a_publisher(config, capsys, tmp_path):
    write(config, '[publisher]\norganisation = "The Example"\nurl = "example"\n')
    assert main(["claims", "export", "--format", "claimreview", "--store", str(tmp_path / "claims.db")]) == 1
    assert "line 3: [publisher] url takes a web address" in capsys.readouterr().err
