"""Small stories for the tests of the engine."""

import hashlib
from collections.abc import Sequence

from tui.story.model import Article, Story
from tui.story.passages import passages


def article(text: str, number: int = 1, language: str = "en", published: str | None = None) -> Article:
    """An article cut into passages as a file is."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    cut = passages(text, language)
    return Article(f"a{number}", f"{number}.txt", text, cut, "", digest, language=language, published=published)


def story(*texts: str, language: str = "en") -> Story:
    """A story of these articles."""
    made = [article(text, number, language) for number, text in enumerate(texts, start=1)]
    return Story("story", "story", tuple(made))


FIRE = (
    "Seven people were injured when fire tore through a cold store in the harbour early on Tuesday.",
    "The alarm was raised by the skipper of a passing pilot boat, who saw flames in the loading bay.",
    "“I heard a bang like a church door,” said a baker who lives opposite the quay.",
    "Police found a burnt-out forklift charger and are waiting for a report from the insurers.",
    "Residents are invited to a public meeting in the Guildhall on Thursday evening.",
)
STRIKE = (
    "Bus drivers across the valley voted to walk out for two days next month over night shifts.",
    "Their union rejected an offer of four percent, calling the timetable cruel.",
    "The company operates ninety routes and carries schoolchildren from a dozen villages.",
    "Talks resume after the weekend with a mediator whom both sides trust.",
)


def text(sentences: Sequence[str]) -> str:
    """One paragraph of them."""
    return " ".join(sentences)
