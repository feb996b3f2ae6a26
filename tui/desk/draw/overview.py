"""The overview: articles in figures, origins, the same words, and what is to settle."""

from tui.compare.links.runs import SharedRun
from tui.desk.draw.drawer import labelled
from tui.desk.draw.listing import cell, two_sided
from tui.desk.draw.same_words import draw_run_details, outside_quotations
from tui.desk.draw.words import address, byline, counted, in_quotes, name_of
from tui.desk.keyboard.keys import key_for
from tui.desk.lines import ELLIPSIS, Line, Span, fit, one_line, shorten
from tui.desk.reading.marks import ALONE, CHECK, CONFLICT, COPIED, ROLES
from tui.desk.views.overview import ArticleLine, OverviewItem, SettleLine
from tui.desk.views.survey import Cited
from tui.story.model import Article, Story

WORDS, COPIED_WIDTH, ALONE_WIDTH, COUNT = 7, 8, 11, 4
WHO = 10
LABEL = 11
NARROW = 60


def draw_head(story: Story, width: int) -> list[Line]:
    """The title, and the names of the columns of the first section."""
    passages = sum(len(article.passages) for article in story.articles)
    left = (Span(" OVERVIEW ", "title"), Span(f" {shorten(one_line(story.name), max(8, width // 3))}"))
    right = (Span(f"{counted(len(story.articles), 'article')}  {counted(passages, 'passage')} ", "dim"),)
    title, cites = _text_widths(width)
    names = [*cell("   article", title + 3), *cell("words ", WORDS, right=True), *cell("cites", cites)]
    if width >= NARROW:
        names += [*cell("copied", COPIED_WIDTH, right=True), *cell(f"{ALONE} of alone", ALONE_WIDTH, right=True)]
    names += [*cell(CONFLICT, COUNT, right=True), *cell(CHECK, COUNT, right=True)]
    return [two_sided(left, right, width), fit([Span(span.text, "dim") for span in names], width)]


def _text_widths(width: int) -> tuple[int, int]:
    """The widths of title and citations: what the figures leave, shared."""
    figures = WORDS + 2 * COUNT + (COPIED_WIDTH + ALONE_WIDTH if width >= NARROW else 0)
    room = max(0, width - 4 - figures)
    return room - room // 2, room // 2


def draw_overview(story: Story, item: OverviewItem, width: int) -> list[Span]:
    """The row of any item, without the cursor's cell."""
    if isinstance(item, ArticleLine):
        return _article(story, item, width)
    if isinstance(item, Cited):
        return _cited(story, item, width)
    if isinstance(item, SharedRun):
        places = " ".join(address(place) for place in item.places(story))
        text = one_line(item.text(story))
        line = (Span(f"{COPIED} ", ROLES[COPIED]), *cell(f"{item.words} words", LABEL - 2), *cell(places, 16))
        return [*line, Span(shorten(text, max(1, width - LABEL - 17)))]
    return [*cell(item.label, LABEL, "dim"), Span(shorten(item.text, max(1, width - LABEL - 2)))]


def _article(story: Story, item: ArticleLine, width: int) -> list[Span]:
    title, cites = _text_widths(width)
    article = story.articles[item.number]
    line = [
        *cell(f"{item.number + 1} {_called(article)}", title + 2),
        *cell(f"{item.words:,} ", WORDS, right=True),
        *cell(_cites(item), cites),
    ]
    if width >= NARROW:
        copied = f"{item.copied[0]:.0%}" if item.copied else "-"
        alone = f"{item.alone[0]} of {item.alone[1]}" if item.alone[1] else "-"
        line += [*cell(copied, COPIED_WIDTH, right=True), *cell(alone, ALONE_WIDTH, right=True)]
    for count, mark in ((item.conflicts, CONFLICT), (item.checks, CHECK)):
        line += cell(str(count or "-"), COUNT, ROLES[mark] if count else "dim", right=True)
    return line


def _called(article: Article) -> str:
    """What an article goes by here, and its title where that is not the same."""
    name, title = name_of(article), one_line(article.title)
    return name if not title or name == title else f"{name}  {title}"


def _cites(item: ArticleLine) -> str:
    names = [*item.cites, *([f"{item.unnamed} unnamed"] if item.unnamed else [])]
    return ", ".join(names) or "nobody by name"


def _cited(story: Story, item: Cited, width: int) -> list[Span]:
    who = " ".join(str(article + 1) for article in sorted({place[0] for place, _ in item.places}))
    if not item.name:
        said = "; ".join(f"{address(place)} {origin.name}" for place, origin in item.places)
        return [
            *cell("unnamed", LABEL + 5, "strong"),
            *cell(who, WHO),
            Span(shorten(said, max(1, width - LABEL - WHO - 6))),
        ]
    itself = f"is {' '.join(str(number + 1) for number in item.itself)} itself; " if item.itself else ""
    place, origin = item.places[0]
    before = f"{itself}{address(place)} "
    room = max(1, width - LABEL - WHO - 7 - len(before))
    quote = one_line(story.articles[place[0]].quote(place[1]))
    return [
        *cell(item.name, LABEL + 5, "strong"),
        *cell(who, WHO),
        Span(before),
        Span(shorten(in_quotes(_around(quote, origin.name, room - 2)), room)),
    ]


def _around(text: str, name: str, width: int) -> str:
    """The part of a sentence around a name, so that it can be seen how it is cited."""
    end = text.find(name) + len(name)
    if end <= width:
        return text
    start = text.find(" ", end - width + 1)
    return ELLIPSIS + text[start if 0 <= start < end else end - width :].lstrip()


def draw_overview_title(story: Story, item: OverviewItem) -> list[Span]:
    """The title of the drawer."""
    if isinstance(item, ArticleLine):
        title = f"{item.number + 1} {shorten(one_line(story.articles[item.number].title), 48)}"
        return [Span(title, "title"), Span(f"  {counted(item.words, 'word')} compared")]
    if isinstance(item, Cited):
        return [Span(item.name or "sources without a name", "title"), Span(f"  {counted(len(item.places), 'time')}")]
    if isinstance(item, SharedRun):
        return [Span(f"{COPIED} {counted(item.words, 'word')}", ROLES[COPIED]), Span(outside_quotations(item))]
    return [Span(item.label, "title")]


def draw_overview_details(story: Story, item: OverviewItem, width: int, rows: int) -> list[Line]:
    """What the row has no room for."""
    if isinstance(item, ArticleLine):
        return _article_details(story, item, width)
    if isinstance(item, SharedRun):
        return draw_run_details(story, item, width, rows)
    if isinstance(item, Cited):
        return [
            line
            for place, _ in item.places
            for line in labelled(address(place), story.articles[place[0]].quote(place[1]), width)
        ]
    return _settle_details(story, item, width)


def _article_details(story: Story, item: ArticleLine, width: int) -> list[Line]:
    article = story.articles[item.number]
    lines = labelled("by", f"{article.author or 'no author'}, {byline(article)}", width)
    lines += labelled("from", _whence(article, width), width)
    lines += labelled("cites", _cites(item), width, rows=2)
    if item.copied:
        share, other = item.copied
        lines += labelled("copied", f"{share:.0%} of its words stand in {other + 1} in runs of five and more", width)
    alone, of = item.alone
    lines += labelled("alone", f"{alone} checkable and uncontradicted of {of} that no other article repeats", width)
    return lines


def _whence(article: Article, width: int) -> str:
    """Where an article is from, and that an address is not looked at again by itself."""
    if not article.from_web:
        return article.url or article.source
    told = f"  not watched, {key_for('compare.again')} in the panes fetches it again"
    return shorten(article.source, max(8, width - LABEL - len(told))) + told


def _settle_details(story: Story, item: SettleLine, width: int) -> list[Line]:
    if not item.more:
        return labelled("", item.text, width, rows=4)
    lines: list[Line] = []
    for place, message in zip(item.places, item.more, strict=True):
        lines += labelled(address(place), message, width, "strong")
        lines += labelled("", in_quotes(one_line(story.articles[place[0]].quote(place[1]))), width)
    return lines


def list_text(story: Story, item: OverviewItem) -> str:
    """What the filter looks through."""
    return "".join(span.text for span in draw_overview(story, item, 400))
