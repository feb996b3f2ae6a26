"""A comparison as a report to read outside the terminal: Markdown or HTML."""

from collections.abc import Collection, Mapping

from tui.compare.grouping import FindingGroup, GroupSide
from tui.compare.links.runs import SharedRun
from tui.compare.model import Comparison, Fact, Link, Side
from tui.reports.document import MARK_CLOSE, MARK_OPEN, Document, Entry, Quote, Section, markdown, page
from tui.reports.lines import address, addresses, counted, doubts, in_context, percent, said_alike, wording
from tui.reports.plain import one_line
from tui.reports.selection import (
    ONE_ARTICLE,
    copied,
    differences,
    inside,
    long_runs,
    reworded,
    selected,
    uncontradicted,
)
from tui.story.counting import words_compared
from tui.story.language_names import alone_in_its_language, languages_hardly_meet
from tui.story.model import Article, Story

MARKS = (MARK_OPEN, MARK_CLOSE)


def comparison_markdown(
    story: Story, comparison: Comparison, *, only: Collection[str] = (), verdicts: Mapping[str, str] | None = None
) -> str:
    """The comparison as Markdown."""
    return markdown(comparison_report(story, comparison, only=only, verdicts=verdicts))


def comparison_html(
    story: Story, comparison: Comparison, *, only: Collection[str] = (), verdicts: Mapping[str, str] | None = None
) -> str:
    """The comparison as one HTML page without scripts or outside resources."""
    return page(comparison_report(story, comparison, only=only, verdicts=verdicts))


def comparison_report(
    story: Story, comparison: Comparison, *, only: Collection[str] = (), verdicts: Mapping[str, str] | None = None
) -> Document:
    """The report: sources, conflicts, what to check, what is shared, what stands alone."""
    shown = selected(comparison, only)
    sections = [sources_section(story, shown)]
    several = len(story.articles) > 1
    if several and (not only or "conflict" in only):
        sections.append(differences_section("Conflicts", story, differences(comparison, "conflict"), verdicts))
    if not only or "check" in only:
        groups = [*differences(comparison, "check"), *inside(comparison)]
        title = "Differs, check" if several else "Differs inside the article"
        sections.append(differences_section(title, story, groups, verdicts))
    if several and (not only or "overlap" in only):
        sections.append(links_section("Copied, word for word or nearly", story, copied(story, shown)))
        sections.append(runs_section(story))
        sections.append(links_section("The same in other words", story, reworded(shown)))
        sections.append(one_origin_section(story, shown))
    if not only or "alone" in only:
        sections.append(alone_section(story, comparison))
    total = sum(words_compared(article) for article in story.articles)
    summary = f"{counted(len(story.articles), 'article')}, {counted(total, 'word')} compared"
    if not several:
        summary = f"{summary}. {ONE_ARTICLE}"
    elif languages := languages_hardly_meet(story.articles):
        summary = f"{summary}. {languages}."
    return Document(story.name, summary, tuple(sections))


def sources_section(story: Story, comparison: Comparison | None) -> Section:
    """One entry an article: who, when, how long, whom it cites."""
    cites = {source.article: source.cites for source in comparison.sources} if comparison else {}
    entries = []
    for number, article in enumerate(story.articles):
        facts = [
            ("outlet", article.outlet),
            ("author", article.author),
            ("published", article.published),
            ("source", article.url or article.source),
            ("words compared", f"{words_compared(article):,}"),
            ("cites", ", ".join(cites.get(number, ()))),
        ]
        heading = f"{number + 1} {one_line(article.title) or one_line(article.source)}"
        entries.append(Entry(heading, (), tuple((name, value) for name, value in facts if value)))
    return Section("Sources", tuple(entries))


def differences_section(
    title: str, story: Story, groups: list[FindingGroup], verdicts: Mapping[str, str] | None = None
) -> Section:
    """One entry a disagreement, with the wordings of all who take part and the words that differ marked.

    `verdicts` are what an editor judged the findings to be, by id.
    """
    return Section(title, tuple(_finding(story, group, group.verdict(verdicts or {})) for group in groups))


def links_section(title: str, story: Story, links: list[Link]) -> Section:
    """One entry a link, with both wordings."""
    return Section(title, tuple(_overlap(story, link) for link in links))


def runs_section(story: Story) -> Section:
    """The long runs of the same words, whatever the passages around them say."""
    return Section("The same words in a row", tuple(_run(story, run) for run in long_runs(story)))


def one_origin_section(story: Story, comparison: Comparison) -> Section:
    """What several articles have from one origin."""
    facts = [fact for fact in comparison.facts if fact.articles > 1 and fact.origins == 1]
    return Section("Several articles, one origin", tuple(_shared(story, fact) for fact in facts))


def alone_section(story: Story, comparison: Comparison) -> Section:
    """What one article alone says, and none contradicts, and can be checked."""
    from tui.compare.sources.alone import is_checkable

    entries = []
    for source in uncontradicted(comparison).sources:
        article = story.articles[source.article]
        for index in source.alone:
            if is_checkable(article.quote(index), article.language):
                where = f"{source.article + 1}:{index + 1}"
                entries.append(Entry(where, (Quote(article.quote(index), _name(article), _web(article)),)))
    return Section("Alone and checkable", tuple(entries), alone_in_its_language(story.articles))


def _finding(story: Story, group: FindingGroup, verdict: str | None) -> Entry:
    link = group.link
    facts = [("kind", link.kind), _sure(link), *(("but", doubt) for doubt in doubts(group))]
    if verdict is not None:
        facts.append(("judged", verdict))
    heading = f"{addresses(group, ' / ')} {group.reason}".strip()
    return Entry(heading, tuple(_said(story, side) for side in group.sides), tuple(facts))


def _said(story: Story, said: GroupSide) -> Quote:
    return _quote(story, said.side, wording(story.articles[said.side.article], said.side, said.spans, *MARKS))


def _overlap(story: Story, link: Link) -> Entry:
    heading = f"{address(link.a)} / {address(link.b)} {link.reason}".strip()
    sides = (link.a, link.b)
    quotes = tuple(_quote(story, side, in_context(story.articles[side.article], side)) for side in sides)
    return Entry(heading, quotes, (("kind", link.kind), ("pinned", "by an editor") if link.pinned else _sure(link)))


def _sure(link: Link) -> tuple[str, str]:
    return "sure", f"{percent(link.score)} %"


def _run(story: Story, run: SharedRun) -> Entry:
    where = " / ".join(f"{article + 1}:{passage + 1}" for article, passage in run.places(story))
    article = story.articles[run.spans[0][0]]
    quote = Quote(one_line(run.text(story)), _name(article), _web(article))
    return Entry(f"{where} {counted(run.words, 'word')}", (quote,))


def _quote(story: Story, side: Side, words: str) -> Quote:
    article = story.articles[side.article]
    return Quote(words, f"{_name(article)}, {address(side)}", _web(article))


def _shared(story: Story, fact: Fact) -> Entry:
    told: list[tuple[int, int, str]] = []
    for number, index in fact.passages:
        text = story.articles[number].quote(index)
        if not any(said_alike(text, other) for _, _, other in told):
            told.append((number, index, text))
    where = ", ".join(f"{of + 1}:{passage + 1}" for of, passage in fact.passages)
    heading = f"{where}: {counted(fact.articles, 'article')}, 1 origin"
    quotes = (
        Quote(text, f"{_name(story.articles[number])}, {number + 1}:{index + 1}", _web(story.articles[number]))
        for number, index, text in told
    )
    return Entry(heading, tuple(quotes))


def _name(article: Article) -> str:
    return article.outlet or article.title or article.source


def _web(article: Article) -> str:
    return article.url or (article.source if "://" in article.source else "")
