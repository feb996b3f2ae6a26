"""A small story for the desk, a store of its own for each test, and a pilot that waits no longer than it must."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.desk import at_rest
from tests.surroundings import write_story

ARTICLES = {
    "1-herald.txt": """Ferry runs aground off Skarn

The ferry Aurora ran aground near the harbour of Skarn on Monday evening with 240 people on board.

Eleven passengers were injured, the coastguard said. \
“We heard a terrible noise and then the lights went out,” said Nora Lind, who was on the car deck.

The ferry had been inspected in March.
""",
    "2-tribune.md": """---
title: Aurora stuck on rocks, passengers safe
outlet: Tribune
published: 2026-03-03
---
The ferry Aurora ran aground near the harbour of Skarn on Monday evening with 240 people on board.

Seventeen passengers were injured, the coastguard said.

A tug from Velden is expected to pull the ship free on Thursday, the operator Nordline said.
""",
    "3-post.txt": """Coastguard praises calm crew

The crew of the Aurora lowered the boats within 9 minutes, the coastguard said.

“We heard a terrible noise and then the lights went out,” a passenger told the Post.
""",
}


@pytest.fixture(scope="session", autouse=True)
def _no_fixed_waits() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.wait_for_idle", at_rest)
        patch.setattr("textual.pilot.wait_for_idle", at_rest)
        yield


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder of three articles on one event."""
    return write_story(tmp_path / "ferry", ARTICLES)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where the claims of this test are kept."""
    return tmp_path / "claims.db"
