"""The sentence that says why a link is there: what it says both have, both have."""

import re

from tui.compare import compare
from tui.story import load

A = """Council approves the bridge

The town council approved the new bridge over the river Aller on Monday after a long debate about its cost.
"""
B = """Bridge gets the go-ahead

After debating its cost for hours, councillors gave their approval to the new bridge across the river Aller.
"""


def test_words_that_both_are_said_to_have_stand_in_both(tmp_path):
    for name, text in (("a.txt", A), ("b.txt", B)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    story = load([str(tmp_path)])
    links = [link for link in compare(story).links if link.kind == "paraphrase"]
    assert links
    texts = [" ".join(article.text.casefold().split()) for article in story.articles]
    quoted = [words for link in links for words in re.findall("“([^”]+)”", link.reason)]
    assert quoted
    for words in quoted:
        assert all(words.strip("…").casefold() in text for text in texts), words
