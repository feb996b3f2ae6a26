"""Objects over a pipe between the desk and its worker: a length of eight bytes, then a pickle.

Both ends are this program, so the pickles can be trusted.
"""

import os
import pickle
import struct
from typing import Any

_LENGTH = struct.Struct(">Q")


def send(descriptor: int, thing: object) -> None:
    """Write one object, whole.

    Raises:
        OSError: the other end is closed.
    """
    body = pickle.dumps(thing, protocol=pickle.HIGHEST_PROTOCOL)
    left = memoryview(_LENGTH.pack(len(body)) + body)
    while left:
        left = left[os.write(descriptor, left) :]


def receive(descriptor: int) -> Any:
    """Read one object; EOFError when the other end is closed."""
    (length,) = _LENGTH.unpack(_exactly(descriptor, _LENGTH.size))
    return pickle.loads(_exactly(descriptor, length))


def _exactly(descriptor: int, size: int) -> bytes:
    parts: list[bytes] = []
    while size:
        part = os.read(descriptor, min(size, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
