"""A comparison made by hand, so that tests of reports do not hang on what the engine finds."""

from tests.unit.claims.stories import HARBOUR, WIRE, span, story
from tui.compare.model import Comparison, Evidence, Fact, Link, Pair, Side, Source, Thresholds
from tui.story.model import Story

COST_A = "repairs costing $4.2 million"
COST_B = "Repairs to the harbour bridge cost $4.6 million"
CUT = "“We did not cut corners,” Mayor Ada Quill told reporters."


def side(number: int, text: str, quote: str, passage: int) -> Side:
    start, end = span(text, quote)
    return Side(number, passage, passage, start, end)


def comparison(*, pairs: bool = False) -> Comparison:
    figures = Evidence(span(HARBOUR, "$4.2 million"), span(WIRE, "$4.6 million"))
    links = (
        Link("l1", side(0, HARBOUR, COST_A, 1), side(1, WIRE, COST_B, 1), "conflict", "number", "conflict", 0.912,
             0.8, "$4.2 million and $4.6 million for the same repairs", (figures,), 0.9, ("4.2e6", "4.6e6"), ""),
        Link("l2", side(0, HARBOUR, "Harbour bridge", 0), side(1, WIRE, "Bridge back", 0), "conflict", "modality",
             "check", 0.6, 0.5, "may be a change of mind", (), 0.2, ("", ""), "another time"),
        Link("l3", side(0, HARBOUR, CUT, 3), side(1, WIRE, CUT, 2), "overlap", "verbatim", None, 0.99, 0.99, "", ()),
        Link("l4", side(0, HARBOUR, COST_A, 1), side(1, WIRE, COST_B, 1), "overlap", "paraphrase", None, 0.7,
             0.7, "", ()),
    )  # fmt: skip
    facts = (Fact("f1", ((0, 1), (1, 1)), (3,), (0,), 2, 1), Fact("f2", ((0, 3), (1, 2)), (2,), (), 2, 2))
    sources = (Source(0, (2,), ("NBC News",), ((1, 0.31),)), Source(1, (), (), ((0, 0.42),)))
    every = (Pair((0, 1), (1, 1), 0.8, 0.9),) if pairs else ()
    return Comparison(Thresholds(), links, facts, sources, every)


def bridge() -> Story:
    return story()
