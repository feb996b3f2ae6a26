"""Frames of people: how each article writes the names of those it names in full."""

from collections.abc import Iterator

from tui.compare.conflicts.cues.names import TITLES, Mention
from tui.compare.conflicts.cues.quantities import Quantity
from tui.compare.conflicts.frames.model import Frame, Reading
from tui.compare.conflicts.lexicon import is_common, lemma
from tui.compare.conflicts.reading import Text


def people(reading: Reading) -> Iterator[Frame]:
    """Each person named, at the first mention, with the words of office before the name."""
    seen: set[str] = set()
    for passage in reading.spoken:
        text = reading.texts[passage]
        if text.headline:
            continue
        for mention in text.mentions:
            if mention.place or mention.name in seen or not _is_person(reading, mention):
                continue
            seen.add(mention.name)
            yield Frame(
                "name", mention.words[-1], mention.name, frozenset(mention.words), passage,
                (mention.start, mention.end), _office(text, mention),
            )  # fmt: skip


def _is_person(reading: Reading, mention: Mention) -> bool:
    if mention.titled or mention.words[-1] in reading.people:
        return len(mention.words) <= 3
    return len(mention.words) == 2 and all(not is_common(lemma(word)) for word in mention.words)


def _office(text: Text, mention: Mention) -> str:
    """The words of office just before a name, or after it between commas: "harbour master"."""
    before = [t.norm for t in text.tokens[max(0, mention.first - 2) : mention.first]]
    after: list[str] = []
    if text.gaps[mention.last].startswith(","):
        after = [t.norm for t in text.tokens[mention.last : mention.last + 4] if not t.stop]
    words = [word for word in (*before, *after) if word not in {"mr", "mrs", "ms", "dr"}]
    return " ".join(word for word in words if word in TITLES or is_common(lemma(word)))


def ages(reading: Reading) -> Iterator[Frame]:
    """People with the age that follows their name: "Paul Smith, 61,", "Paul Smith, who is 61,"."""
    for passage in reading.spoken:
        text = reading.texts[passage]
        for quantity in text.quantities:
            if quantity.kind != "age":
                continue
            for mention in text.mentions:
                if _beside(text, mention, quantity) and len(mention.words) > 1 and not mention.place:
                    yield Frame(
                        "age", mention.words[-1], f"{quantity.value:g}", frozenset(mention.words), passage,
                        (quantity.start, quantity.end), mention.name,
                    )  # fmt: skip


def _beside(text: Text, mention: Mention, quantity: Quantity) -> bool:
    """Whether an age follows a name at once, or with "who is" between."""
    said = text.tokens[mention.last].norm == "who" if mention.last < len(text.tokens) else False
    return mention.last == quantity.first - 2 * said
