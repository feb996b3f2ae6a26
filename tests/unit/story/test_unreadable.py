"""Pipes, devices, sockets, and files without permission: one clear line each, without waiting for anyone."""

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tui.story import load
from tui.story.reading import MAX_BYTES

NOBODY = 65_534

UNPRIVILEGED = """
import io, os, sys
from tui.story import load
from tui.story.reading import MAX_BYTES
load(["-"], stdin=io.BytesIO(b"All modules are in. The privileges may go."))
if os.getuid() == 0:
    os.setgroups([])
    os.setgid({nobody})
    os.setuid({nobody})
story = load(sys.argv[1:])
for problem in story.problems:
    print(problem.source.rsplit("/", 1)[-1], "|", problem.message)
print(len(story.articles), "articles")
"""


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """A folder that another user can reach."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == Path.home().owner() and folder.stat().st_uid == os.getuid() and folder.parent != folder:
            folder.chmod(folder.stat().st_mode | 0o011)
        if folder == Path(os.environ.get("TMPDIR", "/tmp")):
            break
    tmp_path.chmod(0o755)
    return tmp_path


def as_nobody(root: Path, *sources: Path) -> list[str]:
    code = UNPRIVILEGED.format(nobody=NOBODY)
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, sources)], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    for source in (tmp_path / "pipe.txt", tmp_path):
        (problem,) = load([source]).problems
        assert problem.message.startswith("a pipe")


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero", "/dev/tty"])
def test_a_device_is_refused_unread(device: str) -> None:
    if not Path(device).exists():
        pytest.skip(f"{device} is not there")
    (problem,) = load([device]).problems

    assert problem.message.startswith("a device")


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("talk.txt")
        (problem,) = load(["talk.txt"]).problems

    assert problem.message.startswith("a socket")


def test_a_file_that_may_not_be_read_is_told_and_the_rest_opens(open_folder: Path, root: Path) -> None:
    (open_folder / "closed.txt").write_text("Nobody may read this.")
    (open_folder / "closed.txt").chmod(0o000)
    (open_folder / "open.txt").write_text("Everybody may read this.")
    (open_folder / "open.txt").chmod(0o644)

    assert as_nobody(root, open_folder) == [
        "closed.txt | no permission to read it: ask its owner, or copy it to where you may read",
        "1 articles",
    ]


def test_a_folder_that_may_not_be_listed_is_told(open_folder: Path, root: Path) -> None:
    closed = open_folder / "closed"
    closed.mkdir(mode=0o000)

    assert as_nobody(root, closed)[0].startswith("closed | no permission")
    closed.chmod(0o700)


def test_a_file_in_a_folder_that_may_not_be_entered_is_told(open_folder: Path, root: Path) -> None:
    closed = open_folder / "closed"
    closed.mkdir()
    (closed / "a.txt").write_text("Nobody may read this.")
    closed.chmod(0o000)

    assert as_nobody(root, closed / "a.txt")[0].startswith("a.txt | no permission")
    closed.chmod(0o700)


def test_a_file_that_vanishes_before_it_is_read_is_told(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"The article {name} is here.")
    story = load([tmp_path], progress=lambda count: (tmp_path / "b.txt").unlink(missing_ok=True))

    assert [article.text for article in story.articles] == ["The article a is here.", "The article c is here."]
    assert [problem.message for problem in story.problems] == ["no such file or folder: check the path"]


def test_a_file_that_grows_while_it_is_read_ends_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 9_000_000)
    stopped = threading.Event()

    def write() -> None:
        with path.open("ab") as file:
            while not stopped.is_set() and file.tell() < 60_000_000:
                file.write(b"x" * 180_000)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        story = load([path])
    finally:
        stopped.set()
        writer.join()

    assert all(len(article.text) <= MAX_BYTES for article in story.articles)
    assert len(story.articles) + len(story.problems) == 1
