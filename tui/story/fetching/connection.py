"""One request to one checked network address, with limits on time and size."""

import http.client
import io
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from typing import Any, cast

from tui.story.fetching.addresses import RefusedError, Target
from tui.story.sanitise import sanitise_line

MOST_BYTES = 10_000_000
REDIRECTS = (301, 302, 303, 307, 308)
_CONNECT_SECONDS = 10.0
_PIECE = 65_536
_HEADERS = {
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, application/xml;q=0.8, */*;q=0.5",
    "Accept-Language": "*",
    "Accept-Encoding": "gzip, identity;q=0.5",
    "Connection": "close",
}


class UnreachableError(Exception):
    """The host did not answer, or broke off; asking again may help. The message is one clear sentence."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a host answered: its status, headers in lower case, and content, unpacked."""

    status: int
    headers: dict[str, str]
    content: bytes


class _Pinned(http.client.HTTPConnection):
    """A connection to a network address that was checked, not to whatever the name means by now."""

    def __init__(self, target: Target, address: str, deadline: float) -> None:
        super().__init__(target.host, target.port, timeout=_CONNECT_SECONDS)
        self._target = target
        self._address = address
        self._deadline = deadline

    def connect(self) -> None:
        """Connect to the pinned address; TLS is verified for the name of the host."""
        seconds = min(_CONNECT_SECONDS, _left(self._deadline))
        plain = socket.create_connection((self._address, self._target.port), timeout=seconds)
        if self._target.scheme == "https":
            try:
                self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self._target.host)
            except BaseException:
                plain.close()
                raise
        else:
            self.sock = plain


def ask(target: Target, address: str, agent: str, deadline: float, most_bytes: int = MOST_BYTES) -> Reply:
    """The answer of the host at `address` to a GET request for `target`, before the monotonic time `deadline`.

    Raises:
        RefusedError: the certificate is not valid, or the content is too large.
        UnreachableError: it did not answer in time, or not as HTTP.
    """
    connection = _Pinned(target, address, deadline)
    try:
        connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": target.authority, "User-Agent": agent, **_HEADERS}.items():
            connection.putheader(name, value)
        connection.endheaders()
        with http.client.HTTPResponse(cast(socket.socket, _Sender(connection.sock, deadline)), method="GET") as answer:
            answer.begin()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            content = b"" if answer.status in REDIRECTS else _content(answer, headers, most_bytes)
            return Reply(answer.status, headers, content)
    except ssl.SSLCertVerificationError as error:
        reason = sanitise_line(error.verify_message or "unknown")
        raise RefusedError(f"its certificate is not valid ({reason}): do not trust the page") from error
    except TimeoutError as error:
        raise UnreachableError("took too long to answer") from error
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        raise UnreachableError("the connection failed, or the answer is no web page") from error
    finally:
        connection.close()


def _content(answer: http.client.HTTPResponse, headers: dict[str, str], most_bytes: int) -> bytes:
    """The content, unpacked where it is gzipped, read no further than `most_bytes` of either."""
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "", "gzip", "x-gzip"):
        raise ValueError(encoding)
    unpack = zlib.decompressobj(wbits=31) if encoding.endswith("gzip") else None
    found = bytearray()
    packed = 0
    while piece := answer.read1(_PIECE):
        packed += len(piece)
        found += unpack.decompress(piece, most_bytes + 1 - len(found)) if unpack else piece
        if max(packed, len(found)) > most_bytes:
            raise RefusedError(f"larger than {most_bytes // 1_000_000} MB: save the article alone and open that")
    if answer.length:
        raise http.client.IncompleteRead(b"", answer.length)
    return bytes(found)


class _Sender:
    """What `HTTPResponse` takes for a socket: a file to read from, every read given only the time that is left."""

    def __init__(self, plain: socket.socket, deadline: float) -> None:
        self._plain = plain
        self._deadline = deadline

    def makefile(self, mode: str) -> io.BufferedReader:
        """The file, always for reading bytes."""
        return io.BufferedReader(_Reader(self._plain, self._deadline))


class _Reader(io.RawIOBase):
    def __init__(self, plain: socket.socket, deadline: float) -> None:
        super().__init__()
        self._plain = plain
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        # A timeout for each read alone would let a slow drip go on for ever.
        self._plain.settimeout(_left(self._deadline))
        return self._plain.recv_into(buffer)


def _left(deadline: float) -> float:
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds
