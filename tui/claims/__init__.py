"""What the editor tagged: claims, anchored in articles, kept in a local SQLite store with their history."""

from tui.claims.model import (
    Action,
    Anchor,
    AnchorState,
    Changes,
    Claim,
    Event,
    Evidence,
    Status,
    StoreError,
)
from tui.claims.paths import default_editor, default_store_path
from tui.claims.store import Store

__all__ = [
    "Action",
    "Anchor",
    "AnchorState",
    "Changes",
    "Claim",
    "Event",
    "Evidence",
    "Status",
    "Store",
    "StoreError",
    "default_editor",
    "default_store_path",
]
