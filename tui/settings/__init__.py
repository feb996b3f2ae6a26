"""What the editor set in the configuration file: name, desk, keys, tags, statuses, comparing, publisher."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.settings.loading import config_path, load_settings, login_name
    from tui.settings.model import Problem, Settings

__all__ = ["Problem", "Settings", "config_path", "load_settings", "login_name"]


def __getattr__(name: str) -> Any:
    """What is asked for by name, imported then: who needs only a path starts sooner."""
    if name in __all__:
        for module in ("loading", "model"):
            found = import_module(f"tui.settings.{module}")
            if hasattr(found, name):
                return getattr(found, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
