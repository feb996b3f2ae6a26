"""Fetch one web address: every hop checked, redirects, size and time capped, asked again when that may help."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from tui import __version__
from tui.story.fetching.addresses import RefusedError, Target, checked_addresses, target_of
from tui.story.fetching.connection import MOST_BYTES, REDIRECTS, Reply, UnreachableError, ask

USER_AGENT = f"copydesk/{__version__} (reads single articles for an editor)"
_MOST_REDIRECTS = 5
_LONGEST_PAUSE = 30.0
_PASSING = (408, 425, 429, 500, 502, 503, 504)
_REFUSALS = {
    401: "needs a login: save the page from your browser and open the file",
    402: "needs a subscription: save the page from your browser and open the file",
    403: "the site refuses programs: save the page from your browser and open the file",
    404: "there is no such page: check the address",
    410: "the page was taken down",
    451: "the page is blocked for legal reasons",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: the address it came from at last, its media type and charset (lower case), its bytes."""

    url: str
    media_type: str
    charset: str | None
    data: bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a fetch may go: seconds for all hops of one attempt, attempts, bytes of content."""

    seconds: float = 20.0
    attempts: int = 3
    most_bytes: int = MOST_BYTES


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    limits: Limits | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> Fetched:
    """The page at `url`. Before asking again `wait` is called with 1, 2, 4 … seconds, or what the host asks for.

    Raises:
        RefusedError: the address, or one it leads to, may not be visited, or the host refuses.
        UnreachableError: the host did not answer, as often as it was asked.
    """
    limits = limits or Limits()
    for attempt in range(1, limits.attempts + 1):
        last = attempt == limits.attempts
        try:
            target, reply = _follow(url, allow_private, limits)
        except UnreachableError:
            if last:
                raise
            wait(2.0 ** (attempt - 1))
            continue
        if reply.status not in _PASSING or last:
            return _page(target, reply)
        wait(_pause_asked(reply, 2.0 ** (attempt - 1)))
    raise UnreachableError("was not asked")


def _follow(url: str, allow_private: bool, limits: Limits) -> tuple[Target, Reply]:
    """The first answer that is no redirect."""
    deadline = time.monotonic() + limits.seconds
    target = target_of(url)
    for _ in range(_MOST_REDIRECTS + 1):
        reply = _ask_any(target, checked_addresses(target, allow_private=allow_private), deadline, limits)
        if reply.status not in REDIRECTS:
            return target, reply
        location = reply.headers.get("location")
        if not location:
            raise RefusedError("it points elsewhere without saying where")
        following = target_of(location.encode("latin-1", "replace").decode("utf-8", "replace"), base=target.url)
        if target.scheme == "https" and following.scheme == "http":
            raise RefusedError("it leads from https to http, where anyone may change it: open that address itself")
        target = following
    raise RefusedError(f"it leads on more than {_MOST_REDIRECTS} times: check the address")


def _ask_any(target: Target, addresses: list[str], deadline: float, limits: Limits) -> Reply:
    """The answer of the first address that gives one."""
    failed = UnreachableError("its host has no address")
    for address in addresses[:4]:
        try:
            return ask(target, address, USER_AGENT, deadline, limits.most_bytes)
        except UnreachableError as error:
            failed = error
    raise failed


def _page(target: Target, reply: Reply) -> Fetched:
    if reply.status != 200:
        reason = _REFUSALS.get(reply.status, f"the site answered with status {reply.status}: try again later")
        raise RefusedError(reason)
    media_type, _, rest = reply.headers.get("content-type", "").partition(";")
    charset = rest.partition("charset=")[2].strip(" \"'").partition(";")[0].lower() if "charset=" in rest else None
    return Fetched(target.url, media_type.strip().lower(), charset, reply.content)


def _pause_asked(reply: Reply, usual: float) -> float:
    asked = reply.headers.get("retry-after", "")
    return min(_LONGEST_PAUSE, float(asked)) if asked.isascii() and asked.isdigit() else usual
