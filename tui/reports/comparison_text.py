"""A comparison to read in a terminal: plain text of at most 80 columns, worst first."""

from collections.abc import Callable, Collection, Iterable, Mapping

from tui.compare.grouping import FindingGroup, grouped
from tui.compare.links.runs import LONG, SharedRun
from tui.compare.model import Comparison, Link, Source
from tui.reports.lines import address, addresses, counted, doubts, in_context, percent, said_alike, wording
from tui.reports.plain import cut, one_line, wrapped
from tui.reports.selection import (
    ONE_ARTICLE,
    copied,
    differences,
    inside,
    long_runs,
    reworded,
    selected,
    uncontradicted,
    words_shared,
)
from tui.story.counting import words_compared
from tui.story.language_names import alone_in_its_language, languages_hardly_meet
from tui.story.model import Article, Story

WIDTH = 80
_MOST_OVERLAPS = 40
_MOST_ALONE = 8
_MOST_RUNS = 20


def comparison_text(
    story: Story, comparison: Comparison, *, only: Collection[str] = (), verdicts: Mapping[str, str] | None = None
) -> str:
    """What the articles share and where they differ, as text; addresses count articles and passages from 1.

    `verdicts` are what an editor judged findings to be, by id.
    """
    shown = selected(comparison, only)
    wanted: Callable[[str], bool] = lambda name: not only or name in only  # noqa: E731
    judged = verdicts or {}
    lines = [*_head(story, comparison, wanted), *_decided(comparison, judged), *_articles(story, shown)]
    several = len(story.articles) > 1
    if not several:
        lines += ["", *wrapped(ONE_ARTICLE, "", "", WIDTH)]
    if several and wanted("conflict"):
        lines += _findings("CONFLICTS", "!", story, differences(comparison, "conflict"), judged)
    if several and wanted("check"):
        lines += _findings("DIFFERS, CHECK", "?", story, differences(comparison, "check"), judged)
    if wanted("check") and inside(comparison):
        lines += _findings("INSIDE ONE ARTICLE", "?", story, inside(comparison), judged)
    if several and wanted("overlap"):
        lines += _copied(story, copied(story, shown))
        lines += _runs(story, long_runs(story), None if only else _MOST_RUNS)
        lines += _reworded(story, reworded(shown), None if only else _MOST_OVERLAPS)
    if wanted("alone"):
        lines += _alone(story, uncontradicted(comparison).sources, None if only else _MOST_ALONE)
    return "\n".join(lines) + "\n"


def _head(story: Story, comparison: Comparison, wanted: Callable[[str], bool]) -> list[str]:
    total = sum(words_compared(article) for article in story.articles)
    found = [
        ("conflict", counted(len(differences(comparison, "conflict")), "conflict")),
        ("check", f"{len(differences(comparison, 'check')):,} to check"),
        *([("check", f"{len(inside(comparison)):,} inside one article")] if inside(comparison) else []),
        ("overlap", counted(sum(link.copied for link in comparison.links), "copied passage")),
        ("overlap", counted(len(reworded(comparison)), "overlap") + " in other words"),
    ]
    size = f"{counted(len(story.articles), 'article')}, {counted(total, 'word')} compared"
    counts = ", ".join(text for name, text in found if wanted(name)) if len(story.articles) > 1 else ""
    return [
        *wrapped(one_line(story.name), "", "", WIDTH),
        *wrapped("; ".join([size, counts]).rstrip("; "), "", "", WIDTH),
        *_noted(languages_hardly_meet(story.articles)),
    ]


def _decided(comparison: Comparison, verdicts: Mapping[str, str]) -> list[str]:
    """What of an editor's decisions is held here."""
    counts = (
        (sum(link.pinned for link in comparison.links), "pinned"),
        (sum(group.verdict(verdicts) is not None for group in grouped(comparison)), "judged"),
    )
    told = [f"{count:,} {what}" for count, what in counts if count]
    if comparison.broken:
        told.append(f"{counted(comparison.broken, 'link')} broken")
    if verdicts.keys() - {link.id for link in comparison.links}:
        told.append("what was ignored is left out")
    return wrapped(f"As decided at the desk: {', '.join(told)}; --bare goes without.", "", "", WIDTH) if told else []


def _articles(story: Story, comparison: Comparison) -> list[str]:
    lines = ["", "ARTICLES"]
    cites = {source.article: source.cites for source in comparison.sources}
    for number, article in enumerate(story.articles):
        head = f"{number + 1:>3}  {words_compared(article):>6,} words  "
        lines += wrapped(one_line(article.title) or one_line(article.source), head, " " * len(head), WIDTH)
        known = [one_line(part) for part in (article.outlet, article.author, article.published) if part]
        about = ", ".join(known) or "no outlet, no date"
        cited = ", ".join(one_line(name) for name in cites.get(number, ()))
        lines += wrapped(f"{about}; cites {cited}" if cited else about, " " * len(head), " " * len(head), WIDTH)
    return lines


def _findings(
    title: str, mark: str, story: Story, groups: list[FindingGroup], verdicts: Mapping[str, str]
) -> list[str]:
    lines = _title(title, len(groups), "worst first" if len(groups) > 1 else "")
    for group in groups:
        link = group.link
        verdict = group.verdict(verdicts)
        judged = f", judged {verdict}" if verdict else ""
        head = f"{addresses(group, '  ')}  {link.kind}, sure {percent(link.score)}{judged}"
        lines += ["", *wrapped(head, f"{mark} ", "  ", WIDTH)]
        if group.reason:
            lines += wrapped(one_line(group.reason), "  ", "  ", WIDTH)
        for doubt in doubts(group):
            lines += wrapped(f"but: {one_line(doubt)}", "  ", "       ", WIDTH)
        for said in group.sides:
            text = wording(story.articles[said.side.article], said.side, said.spans)
            lines += wrapped(text, f"  {address(said.side):<7} ", " " * 10, WIDTH)
    return lines


def _copied(story: Story, links: list[Link]) -> list[str]:
    order = "most of the same words first" if len(links) > 1 else ""
    lines = _title("COPIED, word for word or nearly", len(links), order)
    for link in links:
        lines += ["", f"= {address(link.a)}  {address(link.b)}  the same: {words_shared(story, link)}"]
        told = [(side, in_context(story.articles[side.article], side)) for side in (link.a, link.b)]
        once = link.kind == "verbatim" and said_alike(told[0][1], told[1][1])
        for side, text in told[:1] if once else told:
            lines += wrapped(text, f"  {address(side):<7} ", " " * 10, WIDTH)
    return lines


def _runs(story: Story, runs: list[SharedRun], most: int | None) -> list[str]:
    order = f"{LONG} words and up, longest first" if runs else ""
    lines = _title("THE SAME WORDS IN A ROW", len(runs), order)
    shown = runs if most is None else runs[:most]
    for run in shown:
        where = " ".join(f"{article + 1}:{passage + 1}" for article, passage in run.places(story))
        lines += wrapped(run.text(story), f"= {run.words:>3} words  {where}  ", " " * 13, WIDTH)
    return lines + _left_out(len(runs) - len(shown), "--only overlap")


def _reworded(story: Story, links: list[Link], most: int | None) -> list[str]:
    lines = _title("THE SAME IN OTHER WORDS", len(links), "surest first" if len(links) > 1 else "")
    shown = links if most is None else links[:most]
    for link in shown:
        article = story.articles[link.a.article]
        head = f"≈ {address(link.a):<8}{address(link.b):<8}{'pin' if link.pinned else percent(link.score):>3}  "
        lines.append(head + cut(article.text[link.a.start : link.a.end], WIDTH - len(head)))
    return lines + _left_out(len(links) - len(shown), "--only overlap")


def _alone(story: Story, sources: Iterable[Source], most: int | None) -> list[str]:
    from tui.compare.sources.alone import is_checkable

    found = [
        (source.article, index)
        for source in sources
        for index in source.alone
        if is_checkable(story.articles[source.article].quote(index), story.articles[source.article].language)
    ]
    lines = _title("ALONE AND CHECKABLE, found in one article only", len(found), "")
    lines += _noted(alone_in_its_language(story.articles))
    for number, article in enumerate(story.articles):
        own = [index for of, index in found if of == number]
        if own:
            lines += _alone_in(number, article, own, most)
    return lines


def _alone_in(number: int, article: Article, passages: list[int], most: int | None) -> list[str]:
    shown = passages if most is None else passages[:most]
    lines = ["", cut(f"{number + 1}  {article.title}", WIDTH)]
    for index in shown:
        head = f"· {f'{number + 1}:{index + 1}':<7} "
        lines.append(head + cut(article.quote(index), WIDTH - len(head)))
    return lines + _left_out(len(passages) - len(shown), "--only alone")


def _title(title: str, count: int, order: str) -> list[str]:
    return ["", f"{title}: {count or 'none'}{f', {order}' if order else ''}"]


def _noted(text: str) -> list[str]:
    return wrapped(text, "", "", WIDTH) if text else []


def _left_out(count: int, option: str) -> list[str]:
    return [f"  … and {count:,} more: {option} lists all"] if count > 0 else []
