"""What is said of a story whose articles are in several languages."""

from tests.unit.claims.stories import article
from tui.story.language_names import alone_in_its_language, languages_hardly_meet


def test_articles_in_several_languages_are_counted_the_commonest_first() -> None:
    articles = [article("x", language=language) for language in ("de", "en", "en", "und", "xx")]
    told = "2 in English, 1 in German, 1 in xx, 1 in none that is known"
    assert languages_hardly_meet(articles) == f"{told}; compared by words, they hardly meet"
    assert alone_in_its_language(articles).startswith(told)


def test_nothing_is_said_of_one_language_although_one_article_is_too_short_to_tell() -> None:
    articles = [article("x", language=language) for language in ("en", "und", "en")]
    assert languages_hardly_meet(articles) == alone_in_its_language(articles) == ""
