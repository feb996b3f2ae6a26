"""From scored passage pairs of two articles to overlap links."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from tui.compare.identity import link_id
from tui.compare.lazy import lazy
from tui.compare.links.evidence import same
from tui.compare.links.kinds import is_name, kind_of
from tui.compare.links.merging import Layout, Run, apart, merge
from tui.compare.links.parting import Stretch, parts, rewritten, stretches_of_a, stretches_of_b
from tui.compare.links.reasons import agreeing, overlap_reason
from tui.compare.links.reuse import Shingles
from tui.compare.links.shared_quotes import SharedWords, Words, shared_words, words_of_article
from tui.compare.links.told_once import Once, Told
from tui.compare.links.told_words import between, lies_in, with_told_words, with_whole
from tui.compare.links.trimming import RUN_WORDS, edged, trimmed, widened
from tui.compare.model import Evidence, Link, OverlapKind, Side, Span
from tui.compare.scoring.placing import ONE_EVENT
from tui.compare.scoring.scores import Block, Flags
from tui.compare.text.profiles import Profile
from tui.compare.text.tokens import Token
from tui.compare.text.words import Pairings, align_tokens
from tui.story.model import Article

# Two passages are linked from this chance on that an editor would call them the same.
LINK_BAR = 0.5
# A part of a passage is linked by itself from this chance on: what is barely a link does no harm in a longer one.
PART_BAR = 0.55
# Passages were rewritten as a whole where this share of the content words of both sides corresponds: they are cut into
# no parts, and what was copied is not told from what was changed.
REWRITTEN, COPIED_WITHIN = 0.7, 2 / 3
# Passages as alike as this speak of one event even where the articles around them are not akin.
SURELY_SAME = 0.9
# Shared words lie in a link already where it covers this share of them on both sides.
KNOWN = 0.5
# Two passages that quote the same words speak of the same occasion, however little else they share.
SHARED_OVERLAP = 0.9
# Passage pairs below both neither grow into a link nor are read word by word, and raise the overlap of no quotation.
TELLING, TELLING_OVERLAP = 0.09, 0.89
# So many words with capitals are no name any more.
LONG_NAME = 13

Cell = tuple[int, int]


class Scores(NamedTuple):
    """The scores of one passage pair; see `Block`."""

    overlap: float
    same: float
    sound: bool


@dataclass(frozen=True)
class Reading:
    """An article with what the engine has read from it; `index` is its place in the story.

    Not slotted: what is looked at only while the article is held against others is made then, see `put_away`.
    """

    index: int
    article: Article
    profiles: tuple[Profile, ...]
    shingles: Shingles
    once: Once

    @lazy
    def words(self) -> Words:
        """Its words in text order, boilerplate left out."""
        return words_of_article(self.article, self.profiles, self.shingles)

    def put_away(self) -> None:
        """Lets go of `words`, which take more than all else; they are made anew when asked for."""
        self.__dict__.pop("words", None)

    @lazy
    def edges(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where its passages start, and where they end."""
        passages = self.article.passages
        return tuple(passage.start for passage in passages), tuple(passage.end for passage in passages)

    @lazy
    def plain(self) -> Flags:
        """Which passages are no boilerplate."""
        return np.array([passage.kind != "boilerplate" for passage in self.article.passages], dtype=np.bool_)

    def tokens(self, first: int, last: int) -> tuple[Token, ...]:
        """The words of the passages `first` to `last`, inclusive, in places of the article's text."""
        passages = self.words.passages
        return self.words.tokens[bisect_left(passages, first) : bisect_right(passages, last)]

    def spoken(self, first: int, last: int) -> list[int]:
        """Those of the passages `first` to `last`, inclusive, whose words `tokens` gives."""
        passages = self.article.passages
        return [index for index in range(first, last + 1) if passages[index].kind != "boilerplate"]

    def touched(self, span: Span) -> Span:
        """The first and the last passage that have a part in the span, inclusive."""
        starts, ends = self.edges
        first = bisect_right(ends, span[0])
        return first, max(first, bisect_left(starts, span[1], lo=first) - 1)

    def heads(self, span: Span) -> bool:
        """Whether the span begins in a heading, where a capital tells of no name."""
        return self.article.passages[self.touched(span)[0]].kind == "heading"

    @property
    def paragraphs(self) -> list[int]:
        """The paragraph of each passage."""
        return [passage.paragraph for passage in self.article.passages]


def overlap_links(
    a: Reading, b: Reading, cells: Mapping[Cell, Scores], bar: float, pairings: Pairings, told: Sequence[Told] = ()
) -> list[Link]:
    """The overlap links of two articles, in text order; none whose overlap is below `bar`.

    `told` is what both tell once; its words correspond, whatever they are.
    """
    same = {cell: scores.same for cell, scores in cells.items()}
    seeds = {cell for cell, s in cells.items() if s.sound and s.same >= LINK_BAR and s.overlap >= bar}
    runs = merge(same, seeds, Layout(a.paragraphs, b.paragraphs))
    made = [(run, _links(a, b, run, seeds, cells, pairings, told)) for run in runs]
    links = [link for _, found in made for link in found]
    divided = [run for run, found in made if len(found) > 1]
    for found in shared_words(a.words, b.words):
        if not _known(a, b, found, links) and not _divides(a, b, found, divided):
            link = _quote_link(a, b, found, cells)
            if link.overlap >= bar:
                links.append(link)
    return sorted(links, key=lambda link: (link.a.start, link.b.start, link.a.end, link.b.end))


def plain_pairs(a: Reading, b: Reading, block: Block) -> Flags:
    """Which of the scored passage pairs are without boilerplate."""
    chosen: Flags = a.plain[block.left] & b.plain[block.right]
    return chosen


def cells_of(block: Block, plain: Flags) -> dict[Cell, Scores]:
    """The scores of those of the `plain` passage pairs that links and what is held against each other are chosen by."""
    chosen = plain & ((block.same >= TELLING) | (block.overlap >= TELLING_OVERLAP))
    left, right, overlaps, sames, sound = (
        column[chosen].tolist() for column in (block.left, block.right, block.overlap, block.same, block.sound)
    )
    sure = LINK_BAR if block.kin >= ONE_EVENT else SURELY_SAME
    return {
        (i, j): Scores(max(overlap, same) if same >= sure else overlap, same, good)
        for i, j, overlap, same, good in zip(left, right, overlaps, sames, sound, strict=True)
    }


def with_told(cells: Mapping[Cell, Scores], told: Iterable[Told]) -> dict[Cell, Scores]:
    """The scores, raised for pairs of passages that tell what no other passage of either article does."""
    chances: dict[Cell, float] = {}
    for one in told:
        chances[one.cell] = max(one.chance, chances.get(one.cell, 0.0))
    raised = dict(cells)
    for cell, chance in chances.items():
        known = cells.get(cell)
        # What is known of a less likely pair hangs on whether the first stage passed it over.
        sure = known is not None and known.same >= LINK_BAR
        overlap, same = (known.overlap, known.same) if known and sure else (0.0, 0.0)
        raised[cell] = Scores(max(overlap, chance), max(same, chance), True)
    return raised


def _links(
    a: Reading, b: Reading, run: Run, seeds: set[Cell],
    cells: Mapping[Cell, Scores], pairings: Pairings, told: Sequence[Told],
) -> list[Link]:  # fmt: skip
    """The link of a run; several where it falls into parts, or into what is copied and what is told in other words."""
    whole = _link(a, b, Stretch(run), cells, pairings, told)
    if len(run.cells) == 1 or whole.kind != "paraphrase":
        return [whole]
    stretches, most = _told_apart(a, b, run, seeds, pairings), REWRITTEN
    if len(stretches) == 1:
        stretches, most = _copied_apart(a, b, run, seeds, cells, pairings, told), COPIED_WITHIN
    if len(stretches) == 1:
        return [whole]
    pairing = pairings.of_runs(a.spoken(run.a0, run.a1), b.spoken(run.b0, run.b1))
    if rewritten(a.tokens(run.a0, run.a1), b.tokens(run.b0, run.b1), pairing, most):
        return [whole]
    return [_link(a, b, stretch, cells, pairings, told) for stretch in stretches]


def _told_apart(a: Reading, b: Reading, run: Run, seeds: set[Cell], pairings: Pairings) -> list[Stretch]:
    """The stretches of a run of one passage against several that are links by themselves."""
    sure = {(i, j) for i, j, score in run.cells if score >= PART_BAR} & seeds
    if (run.a0 == run.a1) == (run.b0 == run.b1) or len(sure) < 2:
        return [Stretch(run)]
    if run.a0 == run.a1:
        words = a.tokens(run.a0, run.a0)
        held = [(j, {i for i, _ in pairings.of(run.a0, j)}) for j in b.spoken(run.b0, run.b1)]
        found = stretches_of_a(run, parts(words, a.article.text, held))
    else:
        words = b.tokens(run.b0, run.b0)
        held = [(i, {j for _, j in pairings.of(i, run.b0)}) for i in a.spoken(run.a0, run.a1)]
        found = stretches_of_b(run, parts(words, b.article.text, held))
    # Passages of a part may share so little with the sentence that no pair of theirs was scored.
    clear = all(stretch.run.cells and _best(stretch.run) in sure for stretch in found)
    return found if clear else [Stretch(run)]


def _copied_apart(
    a: Reading, b: Reading, run: Run, seeds: set[Cell],
    cells: Mapping[Cell, Scores], pairings: Pairings, told: Sequence[Told],
) -> list[Stretch]:  # fmt: skip
    """The run without what joins copied passages of it with others over the edge of a paragraph."""
    layout = Layout(a.paragraphs, b.paragraphs)
    if layout.together((run.a0, run.b0), (run.a1, run.b1)):
        return [Stretch(run)]
    linked = seeds.intersection((i, j) for i, j, _ in run.cells)
    copied = {cell for cell in linked if _is_copied(a, b, cell, cells, pairings, told)}
    if not copied:
        return [Stretch(run)]
    same = {cell: found.same for cell, found in cells.items()}
    return [Stretch(one) for one in apart(run, copied, same, seeds, layout)]


def _is_copied(
    a: Reading, b: Reading, cell: Cell, cells: Mapping[Cell, Scores], pairings: Pairings, told: Sequence[Told]
) -> bool:
    """Whether two passages by themselves are a link of the same words, half of the shorter one at least."""
    i, j = cell
    tokens_a, tokens_b = a.tokens(i, i), b.tokens(j, j)
    least = max(RUN_WORDS, min(len(tokens_a), len(tokens_b)) / 2)
    # A link takes long to make, and most passages have far fewer words in common.
    if LCSseq.similarity([token.norm for token in tokens_a], [token.norm for token in tokens_b]) < least:
        return False
    link = _link(a, b, Stretch(Run(i, i, j, j, ((i, j, cells[cell].same),))), cells, pairings, told)
    kept = (between(tokens_a, (link.a.start, link.a.end)), between(tokens_b, (link.b.start, link.b.end)))
    return link.copied and min(map(len, kept)) >= least


def _link(
    a: Reading, b: Reading, stretch: Stretch, cells: Mapping[Cell, Scores], pairings: Pairings, told: Sequence[Told]
) -> Link:
    run = stretch.run
    whole_a, whole_b = a.tokens(run.a0, run.a1), b.tokens(run.b0, run.b1)
    (from_a, to_a), (from_b, to_b) = stretch.a or (0, len(whole_a)), stretch.b or (0, len(whole_b))
    tokens_a, tokens_b = whole_a[from_a:to_a], whole_b[from_b:to_b]
    if stretch.a or stretch.b:
        pairing = align_tokens(tokens_a, tokens_b)
    else:
        pairing = pairings.of_runs(a.spoken(run.a0, run.a1), b.spoken(run.b0, run.b1))
    inside = [
        one
        for one in told
        if run.a0 <= one.cell[0] <= run.a1 and run.b0 <= one.cell[1] <= run.b1
        if between(tokens_a, one.a) and between(tokens_b, one.b)
    ]
    if inside:
        pairing = with_told_words(tokens_a, tokens_b, pairing, inside)
    spans = trimmed(tokens_a, tokens_b, pairing)
    if not _holds(a.touched(_ends(tokens_a[slice(*spans[0])])), b.touched(_ends(tokens_b[slice(*spans[1])])), run):
        spans = edged(tokens_a, tokens_b, pairing)
    for one in inside:
        spans = with_whole(spans, between(tokens_a, one.a), between(tokens_b, one.b))
    (a0, a1), (b0, b1) = spans
    kept_a, kept_b = tokens_a[a0:a1], tokens_b[b0:b1]
    inner = [(i - a0, j - b0) for i, j in pairing if a0 <= i < a1 and b0 <= j < b1]
    evidence = same(kept_a, kept_b, inner)
    span_a, span_b = _whole(a, whole_a, from_a + a0, from_a + a1), _whole(b, whole_b, from_b + b0, from_b + b1)
    link = _made(a, b, span_a, span_b, kept_a, kept_b, evidence, cells[_best(run)])
    shown = [one for one in inside if lies_in(one.a, link.a) and lies_in(one.b, link.b)]
    texts = [(a.article.text[slice(*one.a)], b.article.text[slice(*one.b)]) for one in shown]
    return replace(link, reason=link.reason + agreeing(texts)) if texts and link.kind == "paraphrase" else link


def _best(run: Run) -> Cell:
    """The likeliest pair of the run, the first of those as likely."""
    i, j, _ = max(run.cells, key=lambda cell: cell[2])
    return i, j


def _holds(a: Span, b: Span, run: Run) -> bool:
    """Whether the passages `a` and `b`, first and last, have all of the run that are linked by themselves."""
    linked = [(i, j) for i, j, score in run.cells if score >= LINK_BAR]
    return all(a[0] <= i <= a[1] and b[0] <= j <= b[1] for i, j in linked)


def _whole(reading: Reading, tokens: Sequence[Token], first: int, last: int) -> Span:
    """The span of tokens `first` up to `last`, out to the edges of their passages where nothing was cut."""
    start, end = tokens[first].start, tokens[last - 1].end
    low, high = reading.touched((start, end))
    if first == 0:
        start = reading.article.passages[low].start
    if last == len(tokens):
        end = reading.article.passages[high].end
    return start, end


def _quote_link(a: Reading, b: Reading, found: SharedWords, cells: Mapping[Cell, Scores]) -> Link:
    kept_a, kept_b = _widened(a.words, found.a), _widened(b.words, found.b)
    known = cells.get((a.words.passages[found.a[0]], b.words.passages[found.b[0]]))
    scores = Scores(max(SHARED_OVERLAP, known.overlap if known else 0.0), SHARED_OVERLAP, True)
    evidence = same(kept_a, kept_b, align_tokens(kept_a, kept_b))
    return _made(a, b, _ends(kept_a), _ends(kept_b), kept_a, kept_b, evidence, scores)


def _widened(words: Words, span: Span) -> Sequence[Token]:
    """The tokens of `span`, out to the edges of their passages where few words lack."""
    start = bisect_left(words.passages, words.passages[span[0]])
    end = bisect_right(words.passages, words.passages[span[1] - 1])
    first, last = widened((span[0] - start, span[1] - start), end - start)
    return words.tokens[start + first : start + last]


def _ends(tokens: Sequence[Token]) -> Span:
    return tokens[0].start, tokens[-1].end


def _known(a: Reading, b: Reading, found: SharedWords, links: Sequence[Link]) -> bool:
    """Whether a link already brings most of these words together."""
    span_a, span_b = _ends(a.words.tokens[slice(*found.a)]), _ends(b.words.tokens[slice(*found.b)])
    return any(
        _inside(span_a, (link.a.start, link.a.end)) >= KNOWN and _inside(span_b, (link.b.start, link.b.end)) >= KNOWN
        for link in links
    )


def _divides(a: Reading, b: Reading, found: SharedWords, runs: Iterable[Run]) -> bool:
    """Whether the words are few and stand in a run that was divided between them: they brought nothing together."""
    i, j = a.words.passages[found.a[0]], b.words.passages[found.b[0]]
    few = found.a[1] - found.a[0] < RUN_WORDS
    return few and any(run.a0 <= i <= run.a1 and run.b0 <= j <= run.b1 for run in runs)


def _inside(span: Span, other: Span) -> float:
    """The share of `span` that lies in `other`."""
    return max(0, min(span[1], other[1]) - max(span[0], other[0])) / max(1, span[1] - span[0])


def _made(
    a: Reading, b: Reading, span_a: Span, span_b: Span,
    kept_a: Sequence[Token], kept_b: Sequence[Token], evidence: tuple[Evidence, ...], scores: Scores,
) -> Link:  # fmt: skip
    names = is_name(kept_a) and is_name(kept_b) and not (a.heads(span_a) or b.heads(span_b))
    kind: OverlapKind = "paraphrase" if names and len(kept_a) < LONG_NAME else kind_of(kept_a, kept_b)
    return Link(
        id=link_id(a.article, b.article, span_a, span_b, kind),
        a=side(a, span_a),
        b=side(b, span_b),
        relation="overlap",
        kind=kind,
        tier=None,
        score=scores.same,
        overlap=scores.overlap,
        reason=overlap_reason(kind, kept_a, kept_b, a.article.text, evidence),
        evidence=evidence,
    )


def side(reading: Reading, span: Span) -> Side:
    """A side of a link from its span: the passages it touches."""
    return Side(reading.index, *reading.touched(span), *span)
