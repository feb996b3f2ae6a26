"""Where the store is, and who is writing in it, unless the editor says otherwise."""

from pathlib import Path

from tui.settings.paths import default_store_path

__all__ = ["backup_folder", "default_editor", "default_store_path"]


def default_editor() -> str:
    """The editor's name in the configuration file, else the login name."""
    from tui.settings import load_settings, login_name

    return load_settings().editor or login_name()


def backup_folder(store: Path) -> Path:
    """The folder beside the store that holds its backups."""
    return store.parent / "backups"
