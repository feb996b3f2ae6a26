"""Files of claims from elsewhere: what of them is taken in, what is left out, and what is said of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.claims.stories import HARBOUR, story
from tests.unit.reports.taking import take
from tui.claims import Store
from tui.claims.marks import SourceDetails
from tui.reports.errors import ReportError
from tui.reports.exchange import export_claims, handover

Entry = dict[str, Any]


def test_all_that_an_editor_decided_travels_with_a_handover(store: Store, other: Store, tmp_path: Path) -> None:
    bridge = story()
    one, two = ((each.sha256, each.passages[1].start, each.passages[1].end) for each in bridge.articles)
    store.set_finding_verdict(bridge, "f1", "apparent")
    pin = store.pin(bridge, one, two)
    store.break_link(bridge, "l9")
    store.set_checked(bridge, "1:2")
    store.set_source_details(bridge, one[0], SourceDetails(outlet="Harbour Post"))
    store.rename_story(bridge.id, "The harbour bridge")

    merged = take(other, handover(store)[0], "json", tmp_path)

    assert (merged.added, merged.versions, merged.problems, merged.partly) == (3, 2, (), ())
    assert other.finding_verdicts(bridge.id) == {"f1": "apparent"}
    assert [each.id for each in other.pins(bridge.id)] == [pin]
    assert other.broken_links(bridge.id) == {"l9"}
    assert other.checked(bridge) == {"1:2"}
    assert other.source_details([one[0]])[one[0]].outlet == "Harbour Post"
    assert {claim.story_name for claim in other.claims()} == {"The harbour bridge"}
    assert other.version(one[0]) == HARBOUR


def put(*path: str | int) -> Callable[[Entry, object], None]:
    """Sets what stands at the end of a path of names and numbers."""

    def _put(entry: Entry, value: object) -> None:
        inner: Any = entry
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = value

    return _put


@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        (put("id"), "", "the id '' is none"),
        (put("id"), "x" * 2001, "the id '" + "x" * 40 + "' is none"),
        (put("id"), "a\x1bb", "the id 'a\\x1bb' is none"),
        (put("story"), "", "the id '' is none"),
        (put("anchors", 0, "start"), "85", "the span '85' to 113 is none"),
        (put("anchors", 0, "end"), 84, "the span 85 to 84 is none"),
        (put("anchors", 0, "start"), -1, "the span -1 to 113 is none"),
        (put("anchors", 0, "state"), "lost", "the state 'lost' is unknown"),
        (put("status"), "perhaps", "the status 'perhaps' is unknown"),
    ],
)  # fmt: skip
def test_a_claim_with_a_part_that_means_nothing_is_left_out_and_the_others_come_in(
    store: Store, other: Store, tmp_path: Path, setting: Callable[[Entry, object], None], value: object, told: str
) -> None:
    document = json.loads(export_claims(store))
    setting(document["claims"][0], value)

    merged = take(other, json.dumps(document), "json", tmp_path)

    assert merged.problems == (f"claims 1 was left out: {told}",)
    assert merged.added == len(other.claims()) == 2


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (put("text"), 7), (put("tags"), "number"), (put("tags"), [1]), (put("note"), None), (put("speaker"), 7),
        (put("created"), "soon"), (put("updated"), None), (put("anchors"), 3), (put("anchors", 0), "harbour"),
        (put("anchors", 0, "exact"), None), (put("stamps"), {"text": "today"}), (put("evidence"), [{"url": 3}]),
    ],
)  # fmt: skip
def test_a_claim_of_another_shape_is_left_out_in_one_line(
    store: Store, other: Store, tmp_path: Path, setting: Callable[[Entry, object], None], value: object
) -> None:
    document = json.loads(export_claims(store))
    setting(document["claims"][0], value)

    merged = take(other, json.dumps(document), "json", tmp_path)

    (problem,) = merged.problems
    assert problem.startswith("claims 1 was left out: ")
    assert "\n" not in problem
    assert merged.added == len(other.claims()) == 2


@pytest.mark.parametrize("name", ["claims", "marks", "versions"])
def test_a_file_whose_lists_are_none_is_refused_and_one_with_other_entries_is_read(
    store: Store, other: Store, tmp_path: Path, name: str
) -> None:
    store.set_finding_verdict(story(), "f1", "real")
    document = json.loads(handover(store)[0])
    with pytest.raises(ReportError, match=f'"{name}" is not a list'):
        take(other, json.dumps(document | {name: {"1": document[name][0]}}), "json", tmp_path)
    entries = [*document[name], {"kind": "recipe"}, 7]

    merged = take(other, json.dumps(document | {name: entries}), "json", tmp_path)

    first, second = merged.problems
    assert first.startswith(f"{name} {len(entries) - 1} was left out: ")
    assert second.startswith(f"{name} {len(entries)} was left out: ")
    assert merged.added == 3


def test_a_file_without_what_it_need_not_have_is_read(store: Store, other: Store, tmp_path: Path) -> None:
    document = json.loads(export_claims(store))
    for claim in document["claims"]:
        for name in ("stamps", "dropped", "state"):
            del claim[name]
        for anchor in claim["anchors"]:
            for name in ("passage", "state", "former", "outlet", "published"):
                del anchor[name]
    document["claims"][1].pop("evidence")
    document.pop("marks", None)

    merged = take(other, json.dumps(document), "json", tmp_path)

    assert (merged.added, merged.problems) == (3, ())
    before = store.claims()
    assert [claim.quote for claim in other.claims()] == [claim.quote for claim in before]
    assert [claim.evidence for claim in other.claims()][1:] == [claim.evidence for claim in before][1:]
