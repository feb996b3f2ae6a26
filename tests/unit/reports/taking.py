"""A file of claims taken into a store, for the tests of exchange."""

from pathlib import Path

from tui.claims import Store
from tui.claims.merge import Merged
from tui.reports.exchange import import_claims


def take(store: Store, text: str, name: str, tmp_path: Path, *, dry_run: bool = False) -> Merged:
    """What came of importing `text` as a file of the format `name`."""
    path = tmp_path / f"in.{name}"
    path.write_text(text, "utf-8")
    return import_claims(store, path, dry_run=dry_run)
