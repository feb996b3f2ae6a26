"""An error nobody expected: one sentence for the editor, the details in a log."""

import os
from pathlib import Path


def log_crash() -> Path | None:
    """Write the exception being handled to the log; its path, or None where it cannot be written."""
    # Imported only here: nobody expects to need it, and the desk is to open at once.
    import traceback
    from datetime import UTC, datetime

    from platformdirs import user_log_path

    path = user_log_path("copydesk", appauthor=False) / "copydesk.log"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{traceback.format_exc()}\n")
    except OSError:
        return None
    return path


def crash_sentence(log: Path | None) -> str:
    """What the editor is told."""
    details = f"; please report it with the last entry of {log}" if log else ""
    return f"copydesk: stopped by an error of its own, what you tagged is saved{details}"
