"""One stretch of text with all that the conflict families read from it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from tui.compare.tokens import Token, tokenise


@dataclass(frozen=True)
class Text:
    """A stretch of text and, worked out when first asked for, its words and cues.

    Not slotted: the cues are cached on the instance, since most pairs need only a few of them.
    `published` is the publication date of the article it stands in, None where unknown.
    """

    text: str
    language: str = "en"
    published: date | None = None

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the text, as `tui.compare.tokens.tokenise` gives them."""
        return tokenise(self.text, self.language)


@lru_cache(maxsize=1 << 14)
def read(text: str, language: str = "en", published: date | None = None) -> Text:
    """The analysis of `text`; the same object for the same arguments."""
    return Text(text, language, published)
