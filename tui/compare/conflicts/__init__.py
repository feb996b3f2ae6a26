"""Contradictions between stretches of text: the conflict half of the engine.

Three ways in, from the surest to the widest:

- `between(a, b, pairing, overlap)` compares two aligned stretches. `pairing` holds pairs of indexes into
  `a.tokens` and `b.tokens` (which word corresponds to which), `overlap` is the probability that both speak
  of the same event or fact. It gives findings, worst first, whose evidence counts code points from the start
  of the two texts; tiers `conflict` and `check`.
- `across(articles)` compares small phrase frames taken from every passage (event and place, event and count,
  quoted words and speaker, actor and stance, thing and state, measure and level) between different articles.
  It finds what sentence alignment cannot, and so starts in tier `check`.
- `within(article)` holds an article's headline against its own text; tier `internal`.

`read(text, language, published)` is the analysis all three rest on. It is cached, and what a family needs is
worked out when first asked for, so a passage is analysed once however many pairs it stands in.

The two tiers: `conflict` means that both cannot be straightforwardly right, and is shown by default;
`check` means that the two differ in a way an editor should look at. The bars are in `ranking`.
"""

from collections.abc import Sequence

from tui.compare.conflicts.families.attribution import attribution
from tui.compare.conflicts.families.dates import dates
from tui.compare.conflicts.families.names import names
from tui.compare.conflicts.families.numbers import numbers
from tui.compare.conflicts.families.polarity import polarity
from tui.compare.conflicts.model import FrameFinding
from tui.compare.conflicts.pair import Pair
from tui.compare.conflicts.ranking import settle
from tui.compare.conflicts.reading import Text, read
from tui.compare.model import Finding
from tui.story.model import Article

# Below this share of common words nothing is looked for: the texts speak of different things.
LEAST_LIKENESS = 0.2
FAMILIES = (numbers, dates, names, polarity, attribution)

__all__ = ["FrameFinding", "Text", "across", "between", "read", "within"]


def between(
    a: Text, b: Text, pairing: Sequence[tuple[int, int]], overlap: float = 1.0
) -> tuple[Finding, ...]:
    """The conflicts of an aligned pair, worst first; empty where there are none or the texts hardly align."""
    pair = Pair(a, b, pairing, overlap)
    if pair.likeness < LEAST_LIKENESS:
        return ()
    return settle(pair, [candidate for family in FAMILIES for candidate in family(pair)])


def across(articles: Sequence[Article]) -> tuple[FrameFinding, ...]:
    """Findings between phrase frames of different articles, worst first."""
    return ()


def within(article: Article, index: int = 0) -> tuple[FrameFinding, ...]:
    """Where the headline of an article and its own text differ; `index` is the article's index given back."""
    return ()
