"""A story that is open already: articles added, left out, or read again from their files."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from tui.story.articles import read_article
from tui.story.folders import read_folder
from tui.story.loading import load, story_id
from tui.story.metadata import Metadata
from tui.story.model import Article, Problem, Story
from tui.story.reading import UnreadableError, read_file
from tui.story.titles import title_of


def gathered(
    story: Story,
    kept: Sequence[Article],
    sources: Sequence[str] = (),
    *,
    keep_duplicates: bool = False,
    allow_private: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Story:
    """The story of the `kept` articles and those of more `sources`; what could not be opened is in `problems`.

    An article that is open already is left out, with a note.
    """
    more = load(sources, keep_duplicates=keep_duplicates, allow_private=allow_private, progress=progress)
    known = {(article.identity, article.sha256) for article in kept}
    new = [article for article in more.articles if (article.identity, article.sha256) not in known]
    notes = [
        Problem(article.source, "open already")
        for article in more.articles
        if (article.identity, article.sha256) in known
    ]
    return _story(story, [*kept, *new], more.problems, (*more.notes, *notes))


def read_again(
    story: Story,
    folders: Iterable[str] = (),
    left_out: Collection[str] = (),
    *,
    web: bool = False,
    allow_private: bool = False,
) -> Story:
    """The story with the present texts of its files, and with what is new in these folders.

    What cannot be read any more stays as it was, with a problem that says so; what cannot be opened of the folders
    is a note. Articles whose identities are
    `left_out` are not brought back. With `web` the addresses that articles were opened from are fetched again; what
    came from standard input stays as it was.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    notes: list[Problem] = []
    for article in story.articles:
        try:
            articles.append(_fetched(article, allow_private) if web and article.from_web else _again(article))
        except UnreadableError as error:
            articles.append(article)
            problems.append(Problem(article.source, f"cannot be read now, its text stays as it was ({error})"))
    known = {article.path for article in articles} | set(left_out)
    for folder in folders:
        found = load([folder])
        notes += found.problems
        for article in found.articles:
            if article.path not in known and article.identity not in known:
                articles.append(article)
                known.add(article.path)
    return _story(story, articles, problems, notes)


def _fetched(article: Article, allow_private: bool) -> Article:
    """The article as its address has it now; the very one where only what surrounds its text has changed."""
    found = load([article.source], keep_duplicates=True, allow_private=allow_private)
    if found.problems:
        raise UnreadableError(found.problems[0].message)
    now = next((other for other in found.articles if other.identity == article.identity), None)
    if now is None:
        raise UnreadableError("its address leads to another article")
    return article if (now.title, now.text) == (article.title, article.text) else now


def _again(article: Article) -> Article:
    if article.path is None or not Path(article.path).is_absolute():
        return article
    data = read_file(Path(article.path))
    # A title that was made of the text is made anew.
    made = article.title == title_of(article.text, article.passages)
    folder = Path(article.path).parent
    known = (
        _of_folder(folder)
        .get(Path(article.path).name, Metadata())
        .filled_from(
            Metadata(
                None if made else article.title,
                article.outlet,
                article.author,
                article.published,
                article.updated,
                article.url,
            )
        )
    )
    return read_article(data, article.source, path=article.path, known=known)


def _of_folder(folder: Path) -> dict[str, Metadata]:
    try:
        return read_folder(folder).metadata
    except UnreadableError:
        return {}


def _story(story: Story, articles: Sequence[Article], problems: Sequence[Problem], notes: Sequence[Problem]) -> Story:
    numbered = tuple(replace(article, id=f"a{number}") for number, article in enumerate(articles, start=1))
    return Story(story_id(numbered), story.name, numbered, tuple(problems), tuple(notes))
