"""Read the bytes of a source without blocking, without following tricks, and without reading too much."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

MAX_BYTES = 20_000_000
_TOO_LARGE = f"larger than {MAX_BYTES // 1_000_000} MB: save the article alone and open that"
_REASONS = {
    errno.ENOENT: "no such file or folder: check the path",
    errno.ENOTDIR: "no such file or folder: check the path",
    errno.EACCES: "no permission to read it: ask its owner, or copy it to where you may read",
    errno.EPERM: "no permission to read it: ask its owner, or copy it to where you may read",
    errno.ELOOP: "a symbolic link that leads back to itself: give the file it should point to",
    errno.ENAMETOOLONG: "the name is too long for a file: check the path",
    errno.EISDIR: "a folder, not a file: give the files inside it",
}
_KINDS = (
    (stat.S_ISFIFO, "a pipe, not a file: read it with - from standard input"),
    (stat.S_ISSOCK, "a socket, not a file: give a file of text"),
    (stat.S_ISCHR, "a device, not a file: give a file of text"),
    (stat.S_ISBLK, "a device, not a file: give a file of text"),
    (stat.S_ISDIR, "a folder, not a file: give the files inside it"),
)


class UnreadableError(Exception):
    """A source that cannot be read; the message is one clear sentence that does not name the source."""


def read_file(path: Path, *, follow: bool = True) -> bytes:
    """The bytes of the regular file `path`, at most `MAX_BYTES`; pipes and devices are refused unopened.

    With `follow` false a symbolic link is refused too.

    Raises:
        UnreadableError: it cannot be read, or is too large.
    """
    try:
        _refuse_unless_regular(os.stat(path, follow_symlinks=follow).st_mode)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
        if not follow:
            flags |= getattr(os, "O_NOFOLLOW", 0)
        with open(os.open(path, flags), "rb") as file:
            # The path may have been swapped since it was looked at.
            _refuse_unless_regular(os.fstat(file.fileno()).st_mode)
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableError(reason(error)) from error
    except ValueError as error:
        raise UnreadableError("not a name a file can have: check the path") from error
    return _within_limit(data)


def read_stream(stream: BinaryIO) -> bytes:
    """The bytes of `stream` to its end, at most `MAX_BYTES`.

    Raises:
        UnreadableError: it cannot be read, or is too large.
    """
    try:
        return _within_limit(stream.read(MAX_BYTES + 1))
    except (OSError, ValueError) as error:
        raise UnreadableError("standard input cannot be read: pipe the text in, or give a file") from error


def reason(error: OSError) -> str:
    """Why the operating system refused, in one clear sentence without the path."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    return f"cannot be read: {(error.strerror or 'unknown error').lower()}"


def _refuse_unless_regular(mode: int) -> None:
    for is_kind, message in _KINDS:
        if is_kind(mode):
            raise UnreadableError(message)
    if not stat.S_ISREG(mode):
        raise UnreadableError("not a regular file: give a file of text")


def _within_limit(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise UnreadableError(_TOO_LARGE)
    return data
