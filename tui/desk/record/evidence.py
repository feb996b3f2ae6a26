"""What may be evidence for a claim: a web address, or words that are not the claim's own."""

from urllib.parse import urlsplit

from tui.claims import Anchor, Claim

WEB = ("http", "https")
NO_ADDRESS = "web addresses begin with https:// or http://, without blanks"
ITSELF = "this is the claim itself: go to what speaks for or against it"


def is_web(url: str) -> bool:
    """Whether this is a whole web address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in WEB and bool(parts.hostname) and not any(map(str.isspace, url))


def is_its_own(claim: Claim, anchor: Anchor) -> bool:
    """Whether these words are those of the claim, or hold some of them: they speak neither for nor against it."""
    return any(anchor.exact == own.exact or _overlap(anchor, own) for own in claim.anchors)


def _overlap(one: Anchor, other: Anchor) -> bool:
    same = one.article == other.article and one.sha256 == other.sha256
    return same and one.start < other.end and other.start < one.end
