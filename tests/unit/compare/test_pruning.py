"""What the pruned search of very large heaps loses against looking at every pair."""

import pytest

from tests.accuracy.overlap.sources import present
from tests.bench.heaps import heap
from tui.compare import between, engine
from tui.compare.model import Thresholds
from tui.compare.scoring import candidates

pytestmark = pytest.mark.skipif(not present(), reason="the stories of ../shared/data are not here")


def test_fewer_than_one_link_in_fifty_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    made = heap(30, 15)
    whole = engine.compare_story(made, Thresholds(), brute_force=True)
    # A heap large enough to be pruned of itself would take minutes to search in full.
    monkeypatch.setattr(candidates, "BRUTE_FORCE", 100)
    monkeypatch.setattr(between, "BRUTE_FORCE", 100)
    pruned = engine.compare_story(made, Thresholds())
    found = {link.id for link in pruned.links if link.relation == "overlap"}
    within = {x.id for x in whole.links if x.relation == "overlap" and x.a.article // 10 == x.b.article // 10}
    assert len(within) > 100
    assert len(within & found) >= 0.98 * len(within)
