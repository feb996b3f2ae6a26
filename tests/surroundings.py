"""What a program under test finds around it: a home and a store of its own, and a small story to open."""

from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FERRY = "The ferry Aurora ran aground near the harbour of Skarn on Monday evening."
FERRY_STORY = {
    "a.txt": f"Ferry aground\n\n{FERRY} Eleven passengers were injured, the coastguard said.\n",
    "b.txt": f"Aurora on the rocks\n\n{FERRY} Seventeen passengers were injured, the coastguard said.\n",
}
"""Two articles that agree on a sentence and disagree on a figure in 1:3 and 2:3."""


def write_story(folder: Path, articles: Mapping[str, str] = FERRY_STORY) -> Path:
    """A new folder with these files."""
    folder.mkdir()
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """The variables of a program of this checkout whose user is `mk`; the store is in the home unless told otherwise.

    `more` are other variables, by their names.
    """
    own = {
        "PYTHONPATH": str(ROOT), "HOME": str(home), "COPYDESK_STORE": str(home / "claims.db"), "LOGNAME": "mk",
    }  # fmt: skip
    return own | more
