from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.claims.folders import tmp_path
from tests.unit.claims.stories import story
from tui.claims import Store
from tui.story.model import Story

__all__ = ["tmp_path"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "claims.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path, editor="mk") as opened:
        yield opened


@pytest.fixture
def bridge() -> Story:
    return story()
