"""Languages by their names, and what is to be said of a story whose articles are in several."""

from collections import Counter
from collections.abc import Iterable

from tui.story.model import Article

_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovene", "sv": "Swedish", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_UNKNOWN = "und"


def languages_hardly_meet(articles: Iterable[Article]) -> str:
    """What is not found between articles in several languages: words are compared; empty where there is one language.

    An article of undetermined language makes no second one.
    """
    told = _told(articles)
    return f"{told}; compared by words, they hardly meet" if told else ""


def alone_in_its_language(articles: Iterable[Article]) -> str:
    """What this means for passages that one article alone says; empty where there is one language."""
    told = _told(articles)
    return f"{told}: it may be told in another language" if told else ""


def _told(articles: Iterable[Article]) -> str:
    """How many articles are in which language, "2 in English, 1 in German"; empty unless there are several."""
    counts = Counter(article.language for article in articles)
    unknown = counts.pop(_UNKNOWN, 0)
    if len(counts) < 2:
        return ""
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    parts = [f"{count} in {_NAMES.get(code, code)}" for code, count in ordered]
    return ", ".join([*parts, *([f"{unknown} in none that is known"] if unknown else [])])
