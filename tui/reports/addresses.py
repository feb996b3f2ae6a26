"""Articles' identities as web addresses, and back."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

_DIGEST = "sha256:"
_URN = "urn:sha256:"


def address_of(identity: str) -> str:
    """An article's identity as a URI: a path becomes a file address, a digest a URN."""
    if identity.startswith(_DIGEST):
        return _URN + identity.removeprefix(_DIGEST)
    if "://" in identity:
        return identity
    return Path(os.path.abspath(identity)).as_uri()


def identity_at(address: str) -> str:
    """The identity that `address_of` made an address of; nothing is opened or looked up."""
    if address.startswith(_URN):
        return _DIGEST + address.removeprefix(_URN)
    if address.startswith("file://"):
        return unquote(urlsplit(address).path, errors="surrogateescape")
    return address
