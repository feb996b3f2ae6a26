"""Contradictions between stretches of text: the conflict half of the engine.

Four ways in, from the surest to the widest:

- `between(a, b, pairing, overlap)` compares two aligned stretches. `pairing` holds pairs of indexes into
  `a.tokens` and `b.tokens` (which word corresponds to which), `overlap` is the probability that both speak
  of the same event or fact. It gives findings, worst first, whose evidence counts code points from the start
  of the two texts; tiers `conflict` and `check`.
- `trusted(a, b, pairing)` compares two stretches that an editor has pinned as the same.
- `across(articles)` compares small phrase frames taken from every passage (event and place, event and count,
  quoted words and speaker, actor and stance, thing and state, measure and level) between different articles.
  It finds what sentence alignment cannot, and so starts in tier `check`.
- `within(article)` holds an article's headline against its own text; tier `internal`.

`read(text, language, published)` is the analysis all rest on. It is cached, and what a family needs is
worked out when first asked for, so a passage is analysed once however many pairs it stands in.

The two tiers: `conflict` means that both cannot be straightforwardly right, and is shown by default;
`check` means that the two differ in a way an editor should look at. The bars are in `ranking`.
"""

from tui.compare.conflicts.comparing import between, promising
from tui.compare.conflicts.frames.model import Framed
from tui.compare.conflicts.frames.search import across, across_framed, framed, within
from tui.compare.conflicts.model import FrameFinding
from tui.compare.conflicts.reading import Text, read
from tui.compare.conflicts.trusting import trusted

__all__ = [
    "FrameFinding", "Framed", "Text", "across", "across_framed", "between", "framed", "promising", "read", "trusted",
    "within",
]  # fmt: skip
