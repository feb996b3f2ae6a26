"""The store: one object through which the desk and the command line read and write claims."""

from tui.claims.marking import Marking
from tui.claims.model import StoreError
from tui.claims.paths import default_editor, default_store_path
from tui.claims.reading import ClaimReading
from tui.claims.writing import ClaimWriting

__all__ = ["Store", "StoreError", "default_editor", "default_store_path"]


class Store(ClaimWriting, ClaimReading, Marking):
    """The claims of one SQLite file.

    `Store(path, editor=None, read_only=False)`: nothing is opened before it is needed, nothing is created
    before the first write. Every method that changes something has committed when it returns. One store may
    be used from several threads, one file by several processes and editors. Every failure is a `StoreError`
    with one sentence for the editor.
    """
