"""Helpers of the conflict engine's tests."""

from collections.abc import Callable
from datetime import date

import pytest

from tui.compare.conflicts import between, read
from tui.compare.model import Finding
from tui.compare.text.words import align_tokens
from tui.story.model import Article, Passage, PassageKind

Find = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def find() -> Find:
    """Findings between two texts, with publication dates where given."""

    def _find(a: str, b: str, a_date: date | None = None, b_date: date | None = None) -> tuple[Finding, ...]:
        first, second = read(a, "en", a_date), read(b, "en", b_date)
        return between(first, second, align_tokens(first.tokens, second.tokens))

    return _find


@pytest.fixture
def article() -> Callable[..., Article]:
    """An article made of passages given one by one; the first is a heading if it has no full stop."""

    def _article(name: str, *passages: str, published: str | None = None) -> Article:
        found, start = [], 0
        for number, text in enumerate(passages):
            kind: PassageKind = "heading" if number == 0 and not text.endswith(".") else "sentence"
            found.append(Passage(start, start + len(text), kind, number))
            start += len(text) + 2
        return Article(name, f"{name}.txt", "\n\n".join(passages), tuple(found), "", name, published=published)

    return _article
