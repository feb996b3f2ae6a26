"""The desk on a real terminal and the store: several desks, an editor's program, a full disk."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal
from tests.surroundings import surroundings
from tui.claims import Store
from tui.claims.check import check
from tui.desk.screens.panes import POLL_SECONDS

TEXT = "\n\n".join(f"The {word} was seen in the harbour on Monday." for word in ("tug", "crane", "ferry", "buoy"))
Start = Callable[..., AbstractContextManager[Terminal]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Opens a desk on one small story, by the name of its editor."""
    article = tmp_path / "harbour.txt"
    article.write_text(TEXT + "\n", encoding="utf-8")

    @contextmanager
    def start(editor: str, store: Path | None = None, **more: str) -> Iterator[Terminal]:
        kept = str(store or tmp_path / "shared" / "claims.db")
        environment = surroundings(tmp_path, LOGNAME=editor, COPYDESK_STORE=kept) | more
        command: list[str | Path] = [sys.executable, "-m", "tui", "open", article]
        with Terminal(command, size=(80, 24), environment=environment) as terminal:
            terminal.wait_for("? help")
            yield terminal

    return start


def shows(terminal: Terminal, tag: str) -> Callable[[], bool]:
    """Whether the drawer shows a claim with a tag."""
    return lambda: any("◆" in row and tag in row for row in terminal.screen)


def test_two_desks_on_one_store_see_each_others_claims_and_look_every_other_second(start: Start) -> None:
    assert POLL_SECONDS < 2
    with start("mk") as mk, start("kim") as kim:
        for desk, other, tag in ((mk, kim, "cranes"), (kim, mk, "buoys")):
            other.send("j")
            desk.send(f"jt/{tag}\r")
            desk.wait_for(f"{tag}, saved")
            other.wait_until(shows(other, tag), "the other's claim never shown")


@pytest.mark.parametrize("text", ["first line\nsecond line", "ä “quote”\n\nthird"])
def test_a_note_of_more_than_a_line_is_written_in_the_editors_own_program(
    start: Start, tmp_path: Path, text: str
) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import sys, pathlib\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "assert file.read_text(encoding='utf-8') == 'begun\\n'\n"
        "assert sys.stdin.isatty() and sys.stdout.isatty()\n"
        "input('type Enter to go on ')\n"
        f"file.write_text({text!r} + '\\n', encoding='utf-8')\n"
    )
    with start("mk", EDITOR=f"{sys.executable} {program}") as terminal:
        terminal.send("tn")
        terminal.wait_for("number, saved")
        terminal.send("abegun")
        terminal.wait_for("NOTE begun")
        terminal.send("\x18")
        terminal.wait_for("type Enter to go on")
        terminal.send("\r")
        terminal.wait_for("note saved")
        terminal.send("j")
        terminal.wait_for("? help")
        terminal.send("q")
        terminal.wait_exit()
        assert terminal.status == 0
    with Store(tmp_path / "shared" / "claims.db", read_only=True) as store:
        assert [claim.note for claim in store.claims()] == [text]


def test_an_obvious_passage_is_tagged_in_one_key_and_another_tag_and_a_note_take_four(
    start: Start, tmp_path: Path
) -> None:
    """The keys, counted: "." tags; "t" "d" another tag; "a" and Enter the note, and its own text."""
    with start("mk") as terminal:
        terminal.send("tn")
        terminal.wait_for("number, saved")
        terminal.send("j")
        obvious, other, note = ".", "jtd", "ask them"
        terminal.send(obvious)
        terminal.wait_for("1:2 tagged number, saved")
        assert len(obvious) == 1
        terminal.send(other)
        terminal.wait_for("1:3 tagged date, saved")
        terminal.send(f"a{note}\r")
        terminal.wait_for("note saved")
        assert len(other.removeprefix("j")) + len("a") + len("\r") == 4
    with Store(tmp_path / "shared" / "claims.db", read_only=True) as store:
        assert [(claim.tags, claim.note) for claim in store.claims()] == [
            (("number",), ""),
            (("number",), ""),
            (("date",), "ask them"),
        ]


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of half a megabyte mounted on a folder; the test is skipped where that may not be done."""
    folder.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k,mode=700", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mount.returncode:
        pytest.skip(f"no disk can be mounted here: {mount.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=True)


def fill(file: Path) -> None:
    """Write until there is no room left."""
    with file.open("wb", buffering=0) as filler, suppress(OSError):
        while filler.write(b"x" * 4096):
            continue


@pytest.mark.system
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_on_a_full_disk_the_action_is_refused_the_desk_reads_on_and_nothing_is_lost(
    start: Start, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk") as disk, start("mk", disk / "claims.db") as terminal:
        terminal.send("tn")
        terminal.wait_for("1:1 tagged number, saved")
        terminal.settle()
        fill(disk / "filler")
        terminal.send("jtd")
        terminal.wait_for("nothing was saved")
        assert not any("tagged date" in line for line in terminal.screen)
        terminal.send("j")
        terminal.wait_until(lambda: any("3/4" in line for line in terminal.screen), "never moved on")
        (disk / "filler").unlink()
        terminal.send("tp")
        terminal.wait_for("1:3 tagged person, saved")
        assert check(disk / "claims.db").problems == ()
        with Store(disk / "claims.db", read_only=True) as store:
            assert [claim.tags for claim in store.claims()] == [("number",), ("person",)]
