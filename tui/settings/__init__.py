"""What the editor set in the configuration file: name, desk, keys, tags, statuses, comparing, publisher."""

from tui.settings.loading import config_path, load_settings, login_name
from tui.settings.model import Problem, Settings

__all__ = ["Problem", "Settings", "config_path", "load_settings", "login_name"]
