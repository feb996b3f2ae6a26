"""Where a result is written: a file is never replaced unasked, and a device or a pipe is written to, not replaced."""

import os
import stat
import threading
from pathlib import Path

import pytest

from tui.commands.errors import CommandError
from tui.commands.output import write_output


@pytest.mark.parametrize("force", [False, True])
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path, force: bool) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    write_output("one line", pipe, force)
    reader.join()
    assert read == ["one line\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_file_is_replaced_only_when_asked_to_and_a_folder_never(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_output("one", path, force=False)
    with pytest.raises(CommandError, match="is there already"):
        write_output("two", path, force=False)
    write_output("two", path, force=True)
    assert path.read_text(encoding="utf-8") == "two\n"
    with pytest.raises(CommandError, match="cannot be written"):
        write_output("three", tmp_path, force=True)
