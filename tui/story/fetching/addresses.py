"""Which host and which network address a web address means, and whether it may be visited."""

import ipaddress
import re
import socket
import threading
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from tui.story.sanitise import sanitise_line

_LONGEST = 4_000
_RESOLVE_SECONDS = 10.0
# What inet_aton takes for an IPv4 address: decimal, octal and hexadecimal numbers, one to four of them.
_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}\.?", re.I)
# Networks that carry IPv4 addresses inside IPv6 ones: NAT64 of either kind, 6to4, Teredo, IPv4-compatible.
_CARRIERS = tuple(
    ipaddress.IPv6Network(network) for network in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")
)
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class RefusedError(Exception):
    """A web address that may not, or cannot, be visited; the message is one clear sentence without the address."""


@dataclass(frozen=True, slots=True)
class Target:
    """A web address taken apart: `host` without brackets, in ASCII; `path` with the query."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as a Host header names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


_PORTS = {"http": 80, "https": 443}


def target_of(url: str, base: str | None = None) -> Target:
    """The web address `url`, relative to `base` where it has one.

    Raises:
        RefusedError: it is no address with http or https, or carries a password.
    """
    if len(url) > _LONGEST or sanitise_line(url) != url:
        raise RefusedError("an address that no page has: check it")
    try:
        parts = urlsplit(urljoin(base, url) if base else url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise RefusedError("not a valid web address: check it") from None
    if parts.scheme not in _PORTS:
        raise RefusedError("only addresses with http:// and https:// are opened")
    if parts.username is not None or parts.password is not None:
        raise RefusedError("an address with a user name or password in it is not opened")
    name = _plain_host(host)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + ("?" + _query(parts.query) if parts.query else "")
    shown = f"[{name}]" if ":" in name else name
    authority = shown if port in (None, _PORTS[parts.scheme]) else f"{shown}:{port}"
    whole = urlunsplit((parts.scheme, authority, path.partition("?")[0], path.partition("?")[2], ""))
    return Target(whole, parts.scheme, name, port or _PORTS[parts.scheme], path)


def checked_addresses(target: Target, *, allow_private: bool) -> list[str]:
    """The network addresses of the target's host that may be visited, as numbers.

    Raises:
        RefusedError: the host is unknown, or any of its addresses is of this machine or a private network.
    """
    addresses = _resolved(target.host)
    if not addresses:
        raise RefusedError("its host is not known: check the address and the connection")
    if not allow_private and not all(is_public(address) for address in addresses):
        raise RefusedError("leads to this machine or a private network: allow that with --allow-private")
    return addresses


def _resolved(host: str) -> list[str]:
    """The addresses of `host`; none where the resolver fails, or does not answer in time."""
    found: list[str] = []

    def resolve() -> None:
        try:
            entries = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        found.extend(dict.fromkeys(str(entry[4][0]) for entry in entries))

    # The resolver of the system cannot be told to hurry.
    thread = threading.Thread(target=resolve, name="copydesk-resolving", daemon=True)
    thread.start()
    thread.join(_RESOLVE_SECONDS)
    return list(found)


def is_public(address: str) -> bool:
    """Whether the numeric `address` is on the open internet, IPv4 addresses carried inside IPv6 ones included."""
    try:
        parsed: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            parsed = parsed.ipv4_mapped
        elif any(parsed in network for network in _CARRIERS):
            return False
    if getattr(parsed, "is_site_local", False):
        return False
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def _plain_host(host: str) -> str:
    """The host in lower-case ASCII; numbers in any notation as a plain IPv4 address."""
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError:
            raise RefusedError("not a valid web address: check it") from None
    try:
        plain = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        plain = ""
    if _NUMBERS.fullmatch(plain):
        try:
            return socket.inet_ntoa(socket.inet_aton(plain.rstrip(".")))
        except OSError:
            raise RefusedError("not a valid web address: check it") from None
    if not re.fullmatch(r"[a-z0-9_.-]{1,253}", plain):
        raise RefusedError("not a valid web address: check it")
    return plain


def _query(query: str) -> str:
    return quote(query, safe="/%:@!$&'()*+,;=~-._?[]|")
