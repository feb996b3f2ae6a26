"""`copydesk serve` at the command line: what it says where it cannot serve, and the command it hands on."""

import argparse
import os
import shlex
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.commands.serve import desk_command


def copydesk(*words: str, root: Path, first: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The command, with modules in the folder `first` standing in for those that are installed."""
    paths = os.pathsep.join(str(path) for path in (first, root) if path)
    return subprocess.run(
        [sys.executable, "-P", "-m", "tui", *words], capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "PYTHONPATH": paths}, cwd=root,
    )  # fmt: skip


def test_without_the_extra_one_sentence_says_what_to_install(root: Path, tmp_path: Path) -> None:
    (tmp_path / "textual_serve").mkdir()
    (tmp_path / "textual_serve" / "__init__.py").write_text("raise ImportError('not here')\n")
    done = copydesk("serve", "seeds/harbour-fire", "--port", "0", root=root, first=tmp_path)

    assert done.returncode == 1
    assert done.stderr == (
        "copydesk: serving the desk needs copydesk[serve], which is not installed:"
        " `copydesk doctor` says how to add it\n"
    )


def test_a_port_that_is_taken_is_told(root: Path) -> None:
    pytest.importorskip("textual_serve", reason="needs the extra copydesk[serve]")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = copydesk("serve", "seeds/harbour-fire", "--port", str(taken.getsockname()[1]), root=root)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "choose another with --port" in done.stderr


def test_what_is_not_there_is_told_before_anything_is_served(root: Path) -> None:
    done = copydesk("serve", "no\x1b[2Jsuch", root=root)

    assert done.returncode == 1
    assert done.stderr == "copydesk: no\ufffd[2Jsuch: no such file or folder: check the path\n"


@pytest.mark.parametrize("words", [["-"], ["a", "--plain"], ["a", "--port", "99999"], ["a", "--port", "x"], []])
def test_what_cannot_be_served_is_wrong_usage(words: list[str], root: Path) -> None:
    assert copydesk("serve", *words, root=root).returncode == 2


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_any_name_reaches_the_desk_as_it_is(names: list[str]) -> None:
    args = argparse.Namespace(store=None, panes=2, theme="dark", keep_duplicates=True, allow_private=False)
    words = shlex.split(desk_command(names, args))

    assert words[words.index("--") + 1 :] == names
    assert words[:5] == [sys.executable, "-P", "-m", "tui", "open"]
    assert words[words.index("--theme") + 1] == "dark"
    assert "--keep-duplicates" in words[: words.index("--")]
