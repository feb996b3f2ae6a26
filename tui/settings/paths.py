"""Where the store is, unless the editor says otherwise: known without opening it."""

import os
from pathlib import Path


def default_store_path() -> Path:
    """The file named by COPYDESK_STORE, else "claims.db" in the user's data folder."""
    named = os.environ.get("COPYDESK_STORE")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("copydesk", appauthor=False) / "claims.db"
