"""What was open last, and where each story was left: small files beside the store."""

import json
import os
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

ENDING = ".last"
PLACES = ".places"
KEPT = 200
"""How many stories are remembered; those left longest ago are forgotten first."""

_LARGEST = 2_000_000


def last_sources(store: Path | None = None) -> tuple[str, ...]:
    """The sources the desk was opened with last; none if it never was."""
    return _strings(_read(_file(store)).get("sources"))


def last_closed(store: Path | None = None) -> tuple[str, ...]:
    """The identities of the articles that were closed in that session."""
    return _strings(_read(_file(store)).get("closed"))


def remember_sources(store: Path, sources: tuple[str, ...], closed: tuple[str, ...] = ()) -> None:
    """Keep the sources for the next time; where that cannot be written, the desk works without."""
    if "-" in sources:
        return
    absolute = [source if "://" in source else os.path.realpath(source) for source in sources]
    _write(_file(store), {"sources": absolute, **({"closed": list(closed)} if closed else {})})


def recall_story(store: Path, editor: str, story: str) -> dict[str, Any]:
    """How the editor left a story; empty if that is not known."""
    return _read(_place(store, editor, story))


def remember_story(store: Path, editor: str, story: str, record: dict[str, Any]) -> None:
    """Keep how the editor leaves a story; where that cannot be written, the desk works without."""
    place = _place(store, editor, story)
    new = not place.exists()
    _write(place, record)
    if new:
        _forget_oldest(place.parent)


def forget_story(store: Path, story: str) -> None:
    """Remove what is remembered of a story, whoever left it."""
    with suppress(OSError):
        for place in _folder(store).glob(f"{story}-*.json"):
            place.unlink()


def _forget_oldest(folder: Path) -> None:
    with suppress(OSError):
        places = sorted(folder.glob("*.json"), key=lambda place: place.stat().st_mtime)
        for place in places[:-KEPT]:
            place.unlink()


def _read(file: Path) -> dict[str, Any]:
    try:
        if file.stat().st_size > _LARGEST:
            return {}
        entry = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return entry if isinstance(entry, dict) else {}


def _write(file: Path, entry: dict[str, Any]) -> None:
    draft = ""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            json.dump(entry, opened)
        os.replace(draft, file)
    except OSError:
        with suppress(OSError):
            os.unlink(draft)


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _file(store: Path | None) -> Path:
    if store is None:
        # Imported only here: claims are not needed to begin reading the story.
        from tui.claims import default_store_path

        store = default_store_path()
    path = store
    return path.with_name(path.name + ENDING)


def _folder(store: Path) -> Path:
    return store.with_name(store.name + PLACES)


def _place(store: Path, editor: str, story: str) -> Path:
    # Editors who share a store each have their own place; names are not fit for names of files.
    who = blake2b(editor.encode("utf-8", "replace"), digest_size=6).hexdigest()
    return _folder(store) / f"{story}-{who}.json"
