"""Times as the store writes them, and random identifiers."""

import os
from datetime import UTC, datetime, timedelta

_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def now() -> str:
    """The present moment, ISO 8601 in UTC with microseconds, so that times sort as text."""
    return datetime.now(UTC).strftime(_FORMAT)


def after(earlier: str | None, moment: str) -> str:
    """`moment`, or one microsecond after `earlier` where the clock has gone back behind it."""
    if earlier is None or moment > earlier:
        return moment
    try:
        return (datetime.strptime(earlier, _FORMAT) + timedelta(microseconds=1)).strftime(_FORMAT)
    except (ValueError, OverflowError):
        return moment


def canonical(text: str) -> str | None:
    """A time given in any ISO 8601 form, in the form of the store; None where it is no time."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC).strftime(_FORMAT)
    except OverflowError:
        return None


def new_id() -> str:
    """A random UUID (RFC 9562, version 4); the module `uuid` would cost every start some milliseconds."""
    raw = bytearray(os.urandom(16))
    raw[6] = raw[6] & 0x0F | 0x40
    raw[8] = raw[8] & 0x3F | 0x80
    digits = raw.hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
