"""Where a command's result goes: standard output, or a file that is not overwritten by accident."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tui.commands.errors import CommandError


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """The options -o FILE and --force."""
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to FILE instead of the terminal")
    parser.add_argument("--force", action="store_true", help="replace FILE if it is there")


def write_output(text: str, path: Path | None, force: bool) -> None:
    """Write `text` to standard output or, whole or not at all, to `path`; into a device or a pipe as it is.

    Raises:
        CommandError: `path` is a file that is there and `force` is not given, or it cannot be written.
    """
    if path is None:
        _print(text if text.endswith("\n") or not text else text + "\n")
        return
    # A device or a pipe would be gone if a file took its place, and writing to it overwrites nothing.
    stream = path.exists() and not path.is_file() and not path.is_dir()
    if path.exists() and not force and not stream:
        raise CommandError(f"{path} is there already: choose another name or add --force")
    whole = text if text.endswith("\n") else text + "\n"
    try:
        if stream:
            path.write_bytes(whole.encode("utf-8", "replace"))
        else:
            _replace(path, whole)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror or error}") from None


def _print(text: str) -> None:
    """Unbuffered standard output takes a part of what it is given, and says how much."""
    sys.stdout.flush()
    left = memoryview(text.encode("utf-8", "replace"))
    while left:
        left = left[sys.stdout.buffer.write(left) :]
    sys.stdout.buffer.flush()


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
