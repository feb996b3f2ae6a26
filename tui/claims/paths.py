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
    """The login name, "unknown" where the system knows none."""
    for name in ("LOGNAME", "USER", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return "unknown"


def backup_folder(store: Path) -> Path:
    """The folder beside the store that holds its backups."""
    return store.parent / "backups"
