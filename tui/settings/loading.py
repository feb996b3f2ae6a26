"""Where the configuration file is, and reading it: whatever stands there, the desk opens."""

import os
import stat
from pathlib import Path

from tui.settings.model import Problem, Settings

LARGEST = 64 * 1024
"""Bytes of the largest file that is read as a configuration."""


def config_path() -> Path:
    """The file named by COPYDESK_CONFIG, else "config.toml" in the user's configuration folder."""
    named = os.environ.get("COPYDESK_CONFIG")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("copydesk", appauthor=False) / "config.toml"


def load_settings(path: Path | None = None) -> Settings:
    """The settings of the file at `path`, of `config_path()` where None; the defaults where there is none.

    A file that cannot be read, or is wrong in parts, costs only these parts; `problems` tells them.
    """
    file = path or config_path()
    try:
        text = _text(file)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        return Settings(problems=(Problem(None, f"it cannot be read: {error.strerror or error}"),))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Settings(problems=(Problem(line, "not written in UTF-8: save it as UTF-8"),))
    from tui.settings.reading import read_settings

    return read_settings(text)


def login_name() -> str:
    """The editor's name where the settings have none; "unknown" where the system knows none."""
    for name in ("LOGNAME", "USER", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return "unknown"


def _text(file: Path) -> str:
    found = file.stat()
    if str(file) == os.devnull:
        return ""
    # A pipe or a device would be waited for; the settings are read before anything is drawn.
    if not stat.S_ISREG(found.st_mode):
        raise OSError(0, "it is a folder or a device")
    if found.st_size > LARGEST:
        raise OSError(0, f"it is larger than {LARGEST // 1024} KB")
    return file.read_bytes()[:LARGEST].decode("utf-8-sig")
