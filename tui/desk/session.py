"""Which story was open last, kept in a small file beside the store."""

import json
import os
import tempfile
from pathlib import Path

ENDING = ".last"


def last_sources(store: Path | None = None) -> tuple[str, ...]:
    """The sources the desk was opened with last; none if it never was."""
    try:
        entry = json.loads(_file(store).read_text(encoding="utf-8"))
        sources = entry["sources"]
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    if not isinstance(sources, list):
        return ()
    return tuple(source for source in sources if isinstance(source, str))


def remember_sources(store: Path, sources: tuple[str, ...]) -> None:
    """Keep the sources for the next time; where that cannot be written, the desk works without."""
    if "-" in sources:
        return
    absolute = [source if "://" in source else str(Path(source).resolve()) for source in sources]
    file = _file(store)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            json.dump({"sources": absolute}, opened)
        os.replace(draft, file)
    except OSError:
        return


def _file(store: Path | None) -> Path:
    if store is None:
        # Imported only here: claims are not needed to begin reading the story.
        from tui.claims import default_store_path

        store = default_store_path()
    path = store
    return path.with_name(path.name + ENDING)
