"""Where the store is, and who is writing in it, unless the editor says otherwise."""

import os
from pathlib import Path


def default_store_path() -> Path:
    """The file named by COPYDESK_STORE, else "claims.db" in the user's data folder."""
    named = os.environ.get("COPYDESK_STORE")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("copydesk", appauthor=False) / "claims.db"


def default_editor() -> str:
    """The editor's name in the configuration file, else the login name."""
    from tui.settings import load_settings, login_name

    return load_settings().editor or login_name()


def backup_folder(store: Path) -> Path:
    """The folder beside the store that holds its backups."""
    return store.parent / "backups"
