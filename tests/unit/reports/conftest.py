from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.claims.folders import tmp_path
from tests.unit.claims.stories import HARBOUR, WIRE, span, story
from tests.unit.claims.tagging import tag
from tui.claims import Evidence, Store
from tui.claims.anchors import anchor_of

__all__ = ["tmp_path"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with three claims: a judged one on two articles, an open one, and one with a hostile note."""
    bridge = story()
    first, second = bridge.articles
    costs = [
        anchor_of(first, *span(HARBOUR, "repairs costing $4.2 million")),
        anchor_of(second, *span(WIRE, "cost $4.6 million")),
    ]
    members = Evidence(anchor=anchor_of(second, *span(WIRE, "two council members")))
    with Store(tmp_path / "claims.db", editor="mk") as opened:
        cost = opened.add(bridge, costs, tags=["number", "conflict"], speaker="Ada Quill")
        opened.set_status(cost.id, "done", "disputed")
        opened.add_evidence(cost.id, [Evidence(url="https://council.example/minutes", note="p. 3"), members])
        cars = tag(opened, bridge, "12,000 cars a day", "single-source")
        opened.assign(cars.id, "kim")
        quoted = tag(opened, bridge, "“We did not cut corners,”", "=SUM(A1)", number=1)
        opened.set_note(quoted.id, '=HYPERLINK("https://evil.example")\n<script>alert(1)</script> *stars*')
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """A colleague's store, with nothing in it."""
    with Store(tmp_path / "other" / "claims.db", editor="kim") as opened:
        yield opened
