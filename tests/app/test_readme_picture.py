"""The picture of the desk in the README is what the desk shows; `python -m tests.app.test_readme_picture` prints it."""

import asyncio
import re
import tempfile
from pathlib import Path

from tests.app.desk import open_desk
from tests.app.views import HARBOUR

README = Path(__file__).parents[2] / "README.md"
KEYS = ("3", "]c", "]c")


async def picture(store: Path) -> str:
    """The screen at 80 by 24 after the keys that the README names."""
    async with open_desk([HARBOUR], store) as desk:
        await desk.press(*KEYS)
        return desk.text


async def test_the_picture_of_the_readme_is_what_the_desk_shows(store: Path) -> None:
    wanted = re.compile(r"^## What it looks like$.*?^```text\n(.*?)\n```$", re.DOTALL | re.MULTILINE)
    shown = wanted.search(README.read_text("utf-8"))
    assert shown is not None
    assert shown.group(1) == await picture(store)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(asyncio.run(picture(Path(folder) / "claims.db")))
