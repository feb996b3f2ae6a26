"""Feeds: which articles they list, in RSS and Atom, whole or damaged."""

import pytest

from tui.story.feeds import MOST_ENTRIES, read_feed
from tui.story.reading import UnreadableError

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title>{items}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>
<entry><title type="html">&lt;b&gt;Ferry&lt;/b&gt; freed</title><link rel="self" href="https://post.example/self"/>
<link rel="alternate" href="https://post.example/freed"/><updated>2026-03-05T08:00:00Z</updated>
<summary>The tug came.</summary></entry>
<entry><title>By its id</title><id>https://post.example/by-id</id></entry>
<entry><title>No address</title><id>tag:post.example,2026:1</id></entry></feed>"""


def item(address: str, more: str = "") -> str:
    return f"<item>{more}<link>{address}</link></item>"


def test_an_rss_feed_lists_title_address_day_and_summary() -> None:
    more = "<title>Ferry aground</title><pubDate>Tue, 03 Mar 2026 07:00:00 GMT</pubDate>"
    more += "<description>240 on board</description>"
    (entry,) = read_feed(RSS.format(items=item("https://herald.example/1", more)).encode())
    assert (entry.title, entry.url, entry.summary) == ("Ferry aground", "https://herald.example/1", "240 on board")
    assert entry.published is not None
    assert entry.published.startswith("2026-03-03")


def test_an_atom_feed_does_too_and_what_has_no_address_is_passed_over() -> None:
    first, second = read_feed(ATOM.encode())
    assert (first.title, first.url, first.summary) == ("Ferry freed", "https://post.example/freed", "The tug came.")
    assert (second.title, second.url) == ("By its id", "https://post.example/by-id")


def test_addresses_start_from_the_feeds_own_and_harmful_ones_are_left_out() -> None:
    items = item("/news/1") + item("javascript:alert(1)") + item("http://[broken/") + item("  ")
    found = read_feed(RSS.format(items=items).encode(), "https://herald.example/feed.xml")
    assert [(entry.title, entry.url) for entry in found] == [("https://herald.example/news/1",) * 2]


def test_a_feed_cut_off_in_the_middle_still_lists_what_came() -> None:
    whole = RSS.format(items=item("https://herald.example/1") + item("https://herald.example/2"))
    found = read_feed(whole[: whole.index("example/2")].encode())
    assert found[0].url == "https://herald.example/1"


def test_only_so_many_entries_are_listed() -> None:
    items = "".join(item(f"https://herald.example/{number}") for number in range(MOST_ENTRIES + 5))
    assert len(read_feed(RSS.format(items=items).encode())) == MOST_ENTRIES


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"<html><body>no</body></html>", "not a feed"), (RSS.format(items="").encode(), "lists no article")],
)
def test_what_is_no_feed_or_lists_nothing_is_told(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_feed(data)
