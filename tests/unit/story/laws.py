"""Laws that hold for every article, whatever it was made from."""

from tui.story import Passage, sanitise
from tui.story.loading import read_article
from tui.story.reading import UnreadableError


def assert_lawful(text: str, found: tuple[Passage, ...]) -> None:
    """`found` are in order, disjoint, without outer white space, and cover all of `text` but white space."""
    covered = [False] * len(text)
    reached = 0
    numbers = [p.paragraph for p in found]
    for passage in found:
        words = text[passage.start : passage.end]
        assert reached <= passage.start < passage.end <= len(text)
        assert words == words.strip()
        covered[passage.start : passage.end] = [True] * len(words)
        reached = passage.end
    assert all(covered[place] or character.isspace() for place, character in enumerate(text))
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(set(numbers))))


def assert_article_or_reason(data: bytes, suffix: str) -> None:
    """`data` is a lawful article of harmless text, or is refused in one line."""
    refusal = ""
    try:
        article = read_article(data, "a" + suffix)
    except UnreadableError as error:
        refusal = str(error)
    if refusal:
        assert "\n" not in refusal
        return
    assert article.text == sanitise(article.text)
    assert article.title
    assert_lawful(article.text, article.passages)
    article.text.encode()
