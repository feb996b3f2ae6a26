"""`copydesk doctor`: what it says of a good terminal, a bad one, a missing extra, a broken store, wrong settings."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.pty.emulator import Emulator
from tests.pty.terminal import Terminal
from tui.claims import Store
from tui.commands.health.installation import installing, numbers
from tui.commands.health.store import file_system, room_of
from tui.commands.health.store import store as examined
from tui.commands.health.terminal import encoding_of, kind_of, size_of, width_of_marks

MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/news /srv/news nfs4 rw 0 0
//desk/share /srv/news/my\\040share cifs rw 0 0
tmpfs /srv/news/fast tmpfs rw 0 0
broken
"""


@pytest.fixture
def doctor(root: Path, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    def run(*words: str, first: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        paths = os.pathsep.join(str(path) for path in (first, root) if path)
        known = {"HOME": str(tmp_path), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONPATH": paths}
        return subprocess.run(
            [sys.executable, "-P", "-m", "tui", "doctor", *words], capture_output=True, text=True, timeout=60,
            check=False, stdin=subprocess.DEVNULL, env={"PATH": os.environ["PATH"], **known, **environment},
        )  # fmt: skip

    return run


def test_where_all_is_well_the_exit_status_is_0_and_nothing_is_made(doctor, tmp_path):
    done = doctor()

    assert done.returncode == 0
    assert done.stderr == ""
    assert "claims.db is made when you tag something" in done.stdout
    assert done.stdout.endswith("nothing is broken\n")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_extra_is_named_with_what_installs_it(doctor, tmp_path):
    (tmp_path / "pypdf").mkdir()
    (tmp_path / "pypdf.py").write_text("raise ImportError\n")
    blocker = tmp_path / "sitecustomize.py"
    blocker.write_text(
        "import importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, *rest: None if name == 'pypdf' else find(name, *rest)\n"
    )
    done = doctor(first=tmp_path)

    assert done.returncode == 0
    [line] = [line for line in done.stdout.splitlines() if "without PDF and Word files: `" in line]
    assert line.endswith("` adds that")
    assert "    with PDF and Word files" not in done.stdout


@pytest.mark.parametrize(
    ("pipx", "base", "command"),
    [
        (True, "/usr", "pipx inject copydesk 'pypdf>=5.1'"),
        (False, "/usr", f"{sys.executable} -m pip install 'pypdf>=5.1'"),
        (False, sys.prefix, "pip install 'pypdf>=5.1'"),
    ],
)
def test_what_is_missing_is_installed_into_the_environment_that_runs(
    pipx: bool, base: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    if pipx:
        (tmp_path / "pipx_metadata.json").touch()
    monkeypatch.setattr("tui.commands.health.installation._IN_PIPX", tmp_path / "pipx_metadata.json")
    monkeypatch.setattr("tui.commands.health.installation.find_spec", lambda _name: object())
    monkeypatch.setattr(sys, "base_prefix", base)

    assert installing("pypdf>=5.1") == command


def test_a_broken_store_is_told_with_the_way_back(doctor, tmp_path):
    store = tmp_path / "claims.db"
    store.write_bytes(b"SQLite format 3\0" + os.urandom(5_000))
    done = doctor("--store", str(store))

    assert done.returncode == 1
    assert "! " in done.stdout
    assert done.stdout.endswith("something is broken: see the lines with !\n")


def test_a_store_that_cannot_be_written_is_looked_through_all_the_same(open_claim, monkeypatch: pytest.MonkeyPatch):
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode == os.R_OK and access(path, mode))
    said = [(finding.level, finding.sentence) for finding in examined(open_claim)]

    assert ("broken", f"{open_claim} is read-only: claims can be read and not changed") in said
    assert any(level == "fine" and sentence.startswith("whole: 1 claim, ") for level, sentence in said)
    assert said[-1][1].startswith(f"{open_claim.parent} cannot be written: claims are not saved")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.mkdir(), "claims.db is a folder: name a file with --store or COPYDESK_STORE"),
        (lambda path: path.symlink_to("gone.db"), "is a link to a file that is not there"),
        (os.mkfifo, "claims.db is no file"),
        (lambda path: path.write_text("hello"), "is damaged and was left as it is; there is no backup of it"),
    ],
)
def test_what_is_no_store_is_told_in_one_line(doctor, tmp_path, make: Callable[[Path], None], words: str):
    store = tmp_path / "claims.db"
    make(store)
    done = doctor(COPYDESK_STORE=str(store))

    assert done.returncode == 1
    assert sum(line.startswith("  ! ") for line in done.stdout.splitlines()) == 1
    assert words in done.stdout


def test_a_damaged_store_is_told_with_its_newest_good_backup(doctor, open_claim):
    [backup] = (open_claim.parent / "backups").iterdir()
    open_claim.write_bytes(open_claim.read_bytes()[:9_000])
    done = doctor("--store", str(open_claim))

    assert done.returncode == 1
    assert f"`copydesk claims restore {backup}` goes back to the newest good backup" in done.stdout


def test_a_full_disk_is_broken_and_one_with_room_is_not_spoken_of():
    [finding] = room_of(Path("/srv"), 400_000)

    assert finding.level == "broken"
    assert finding.sentence.startswith("0.4 MB left on the disk of /srv: claims may not be saved")
    assert not list(room_of(Path("/srv"), 20_000_000_000))


def test_a_whole_store_is_counted(doctor, tmp_path, open_claim):
    done = doctor("--store", str(open_claim))

    assert done.returncode == 0
    assert "whole: 1 claim, " in done.stdout
    assert "for you alone" in done.stdout


def test_a_store_of_a_newer_version_is_told(doctor, open_claim):
    with sqlite3.connect(open_claim) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    done = doctor("--store", str(open_claim))

    assert done.returncode == 1
    assert "newer" in done.stdout


def test_a_store_everybody_may_read_is_noted(doctor, open_claim):
    open_claim.chmod(0o644)

    assert "everybody on this machine may read it: `chmod o= " in doctor("--store", str(open_claim)).stdout


def test_a_wrong_setting_is_named_by_its_line(doctor, tmp_path):
    config = tmp_path / "config.toml"
    config.write_text('[editor]\nname = "mk"\n[desk]\npanes = "many"\n')
    done = doctor(COPYDESK_CONFIG=str(config))

    assert done.returncode == 1
    assert "config.toml: line 4: " in done.stdout


def test_a_theme_there_is_not_is_named_by_its_line(doctor, tmp_path):
    config = tmp_path / "config.toml"
    config.write_text('[desk]\ntheme = "mauve"\n')
    done = doctor(COPYDESK_CONFIG=str(config))

    assert done.returncode == 1
    assert "config.toml: line 2: [desk] there is no theme 'mauve'" in done.stdout


def test_a_model_that_the_settings_name_and_is_not_there_is_told(doctor, tmp_path):
    config = tmp_path / "config.toml"
    config.write_text(f'[compare]\nsemantic = true\nsemantic_model = "{tmp_path}/none"\n')
    done = doctor(COPYDESK_CONFIG=str(config))

    assert done.returncode == 0
    assert "  - semantic = true, but " in done.stdout


def test_hostile_values_of_the_environment_do_not_reach_the_terminal(doctor, tmp_path):
    done = doctor(TERM="x\x1b[2J", LC_ALL="\x1b]0;a\x07", COPYDESK_STORE=f"{tmp_path}/\x1b[31m.db")

    assert "\x1b" not in done.stdout + done.stderr
    assert "\x07" not in done.stdout + done.stderr


def test_a_terminal_that_the_machine_does_not_know_is_told(doctor):
    assert "is not known on this machine" in doctor(TERM="no-such-terminal").stdout


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "TERM is not set"),
        ({"TERM": "dumb"}, "TERM=dumb: the desk is read in lines"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "NO_COLOR is set"),
        ({"TERM": "tmux-256color", "TMUX": "/x,1,0"}, "inside tmux"),
        ({"TERM": "screen"}, "inside screen"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "all colours"),
    ],
)
def test_the_environment_of_a_terminal_is_read(environment: Mapping[str, str], words: str):
    assert any(words in finding.sentence for finding in kind_of(environment))


@pytest.mark.parametrize(
    ("size", "level"), [((39, 24), "broken"), ((60, 20), "note"), ((80, 24), "fine"), ((0, 0), "note")]
)
def test_a_window_without_room_for_the_desk_is_broken(size: tuple[int, int], level: str):
    assert [finding.level for finding in size_of(size)] == [level]


def test_a_locale_other_than_utf_8_is_noted():
    assert encoding_of("ISO8859-1", {"LANG": "en_GB"}).level == "note"
    assert encoding_of("utf-8", {}).level == "fine"


@pytest.mark.parametrize(
    ("environment", "variable"),
    [
        ({}, "LANG"),
        ({"LANG": "C"}, "LANG"),
        ({"LC_CTYPE": "C"}, "LC_CTYPE"),
        ({"LANG": "C.UTF-8", "LC_ALL": "C"}, "LC_ALL"),
    ],
)
def test_the_variable_to_set_is_the_one_that_decides(environment: Mapping[str, str], variable: str):
    assert f"`export {variable}=C.UTF-8`" in encoding_of("ANSI_X3.4-1968", environment).sentence


def test_the_cursor_tells_how_wide_the_marks_are():
    assert [width_of_marks(column).level for column in (8, 16, None)] == ["fine", "note", "note"]


@pytest.mark.parametrize(("wide", "words"), [(False, "marks are one cell wide"), (True, "drawn two cells wide")])
def test_a_terminal_is_asked_how_wide_it_draws_the_marks(root: Path, tmp_path: Path, wide: bool, words: str):
    emulator = Emulator(100, 30, ambiguous=2 if wide else 1)
    command = [sys.executable, "-P", "-m", "tui", "doctor"]
    environment = {"PYTHONPATH": str(root), "HOME": str(tmp_path)}
    with Terminal(command, size=(100, 30), environment=environment, emulator=emulator) as terminal:
        terminal.wait_for(words)
        terminal.wait_exit()

        assert terminal.status == 0
        assert not any("≈" in line for line in terminal.screen)


def test_a_terminal_that_cannot_be_drawn_on_is_asked_nothing(root: Path, tmp_path: Path):
    command = [sys.executable, "-P", "-m", "tui", "doctor"]
    environment = {"PYTHONPATH": str(root), "HOME": str(tmp_path), "TERM": "dumb"}
    with Terminal(command, size=(80, 24), environment=environment) as terminal:
        terminal.wait_exit()

        assert terminal.status == 0
        assert b"\x1b" not in terminal.received


def test_the_innermost_mount_says_what_kind_of_disk_it_is():
    assert file_system(Path("/srv/news/mk/claims.db"), MOUNTS) == "nfs4"
    assert file_system(Path("/srv/news/my share/claims.db"), MOUNTS) == "cifs"
    assert file_system(Path("/srv/news/fast/claims.db"), MOUNTS) == "tmpfs"
    assert file_system(Path("/var/claims.db"), MOUNTS) == "ext4"


def test_versions_compare_by_their_numbers():
    assert numbers("8.10.1") > numbers("8.2") > numbers("8") > numbers("x")


@pytest.fixture
def open_claim(root: Path, tmp_path: Path) -> Path:
    """A store with one claim."""
    from tui.claims.anchors import anchor_of
    from tui.story import load

    story = load([root / "seeds" / "harbour-fire"])
    article = story.articles[0]
    path = tmp_path / "kept" / "claims.db"
    with Store(path, editor="mk") as store:
        passage = article.passages[1]
        store.add(story, [anchor_of(article, passage.start, passage.end)], tags=["number"])
    return path


def test_lines_are_broken_between_words_and_a_command_stays_in_one_piece(root: Path, tmp_path: Path):
    command = [sys.executable, "-P", "-m", "tui", "doctor"]
    environment = {"PYTHONPATH": str(root), "HOME": str(tmp_path), "TERM": "dumb"}
    with Terminal(command, size=(60, 24), environment=environment) as terminal:
        terminal.wait_exit()
        told = terminal.received.decode()

    lines = told.replace("\r", "").splitlines()
    # What cannot be broken, a path or a command, stands on a line of its own.
    whole = [line.strip() for line in lines if len(line) > 60]
    assert all(" " not in line or (line.startswith("`") and line.rstrip(".,)").endswith("`")) for line in whole)
    assert any("`copydesk config edit`" in line for line in lines)
