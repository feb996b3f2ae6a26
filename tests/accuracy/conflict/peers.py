"""The rule-based parts of two published tools on the same pairs: python -m tests.accuracy.conflict.peers.

They are no dependencies. In an environment of their own:

    pip install --no-deps contrachecker consistency-checker && pip install pydantic
    python -m tests.accuracy.conflict.peers

contrachecker's pattern extractor and detector run whole. Of consistency-checker only the numeric part can run
without a language model: value disagreements and sign flips between its quantity tuples.
"""

import importlib
from collections.abc import Callable

from tests.accuracy.conflict.rates import Rate
from tests.accuracy.conflict.sources import labelled

Flags = Callable[[str, str], bool]


def contrachecker() -> Flags:
    """Whether contrachecker finds a contradiction between two texts."""
    tool = importlib.import_module("contrachecker")

    def flags(a: str, b: str) -> bool:
        chunks = [tool.Chunk(id="a", text=a), tool.Chunk(id="b", text=b)]
        return bool(tool.check_contradictions(chunks).contradictions)

    return flags


def consistency_checker() -> Flags:
    """Whether consistency-checker's quantity tuples of two texts disagree."""
    tool = importlib.import_module("consistency_checker.extract.quantitative")

    def flags(a: str, b: str) -> bool:
        ours, theirs = tool.extract_quantities(a), tool.extract_quantities(b)
        flipped = any(tool.is_sign_flip(x, y) for x in ours for y in theirs)
        return flipped or bool(tool.find_value_disagreements(a, b))

    return flags


def main() -> None:
    """Recall and false alarms of each tool that is installed."""
    for name, make in (("contrachecker", contrachecker), ("consistency-checker", consistency_checker)):
        try:
            flags = make()
        except ImportError:
            print(f"{name}: not installed")
            continue
        for data in ("news_gold", "probe_news", "newsnli"):
            flagged = [(row.label, flags(row.a, row.b)) for row in labelled(data)]
            conflicts = [hit for label, hit in flagged if label == "conflict"]
            others = [hit for label, hit in flagged if label in {"overlap", "neutral"}]
            found, alarms = Rate(sum(conflicts), len(conflicts)), Rate(sum(others), len(others))
            print(f"{name:20} {data:12} conflicts found {found}   others flagged {alarms}")


if __name__ == "__main__":
    main()
