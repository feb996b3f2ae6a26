"""The process of the extractors, seen from outside: started when needed, killed when a page takes too long."""

import json
import os
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from tui.story.extraction.paragraphs import Paragraph, paragraphs_of

MOST_SECONDS = 5.0
"""How long the extractors may take over one page."""
MOST_BYTES = 4_000_000
"""How large a page may be, in UTF-8, to be given to the extractors."""
_START_SECONDS = 20.0
_MOST_ANSWER = 16_000_000
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """What the extractors found: paragraphs of trafilatura, HTML of readability; None where there is nothing."""

    trafilatura: tuple[Paragraph, ...] | None
    readability: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """What is in a document of an office: its own title and author, and its paragraphs."""

    title: str | None
    author: str | None
    paragraphs: tuple[Paragraph, ...]


class DocumentError(Exception):
    """A document that cannot be read; the message is one clear sentence."""


class OverrunError(Exception):
    """The page was too large, took too long, or broke the extractors."""


class Worker:
    """One process of the extractors, kept for several pages; safe to be used from several threads."""

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def extract(self, page: str) -> Answer:
        """What the extractors make of `page`.

        Raises:
            OverrunError: it is too large, took longer than allowed, or crashed the process.
        """
        data = page.encode("utf-8", "replace")
        if len(data) > MOST_BYTES:
            raise OverrunError("is larger than the extractors take")
        found = self._asked(b"page\n" + data, "pages")
        pairs, cleaned = found["trafilatura"], found["readability"]
        return Answer(paragraphs_of(_pairs(pairs)) if pairs else None, cleaned or None)

    def document(self, data: bytes, kind: str) -> Document:
        """What is in the document `data`, of the `kind` "pdf" or "docx".

        Raises:
            DocumentError: it cannot be read.
            OverrunError: it took longer than allowed, or crashed the process.
        """
        found = self._asked(kind.encode() + b"\n" + data, "documents")
        if found.get("error"):
            raise DocumentError(found["error"])
        return Document(found["title"], found["author"], paragraphs_of(_pairs(found["paragraphs"])))

    def _asked(self, request: bytes, service: str) -> dict[str, Any]:
        with self._lock:
            try:
                process = self._running(service)
                reply = _exchange(process, request, self._seconds)
            except (OSError, OverrunError) as error:
                self._kill()
                raise OverrunError(str(error)) from error
            except BaseException:
                self._kill()
                raise
        return cast(dict[str, Any], json.loads(reply))

    def close(self) -> None:
        """End the process, if one runs; the next page starts another."""
        with self._lock:
            self._kill()

    def _running(self, service: str) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._kill()
            self._process = _start(service)
            _exchange(self._process, None, _START_SECONDS)
        return self._process

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue


def _start(service: str) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[3])
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    # A session of its own: ctrl-c at the terminal is for the desk, not for this process.
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "tui.story.extraction.child", service],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=root, bufsize=0,
        start_new_session=True, env={**os.environ, "PYTHONPATH": paths, "PYTHONWARNINGS": "ignore"},
    )  # fmt: skip
    for stream in (process.stdin, process.stdout):
        assert stream is not None
        os.set_blocking(stream.fileno(), False)
    return process


def _exchange(process: subprocess.Popen[bytes], data: bytes | None, seconds: float) -> bytes:
    """Send `data`, if any, and read one answer, in at most `seconds`."""
    assert process.stdin is not None
    assert process.stdout is not None
    deadline = time.monotonic() + seconds
    left = memoryview(b"" if data is None else len(data).to_bytes(4, "big") + data)
    received = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        if left:
            selector.register(process.stdin, selectors.EVENT_WRITE)
        while not _is_whole(received):
            ready = selector.select(max(0.0, deadline - time.monotonic()))
            if not ready:
                raise OverrunError("took too long")
            for key, _ in ready:
                if key.fileobj is process.stdout:
                    _receive(process.stdout, received)
                else:
                    left = left[os.write(process.stdin.fileno(), left[:_PIECE]) :]
                    if not left:
                        selector.unregister(process.stdin)
    return bytes(received[4:])


def _receive(stream: IO[bytes], received: bytearray) -> None:
    piece = os.read(stream.fileno(), _PIECE)
    if not piece:
        raise OverrunError("broke the extractors")
    received += piece
    if len(received) > _MOST_ANSWER:
        raise OverrunError("gave too large an answer")


def _is_whole(received: bytearray) -> bool:
    return len(received) >= 4 and len(received) >= 4 + int.from_bytes(received[:4], "big")


def _pairs(entries: list[list[str]]) -> Iterator[tuple[str, str]]:
    return ((kind, text) for kind, text in entries)
