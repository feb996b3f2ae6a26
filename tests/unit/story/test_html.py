"""The article of an HTML page, without what surrounds it, however broken the page is."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.story.htmlpage import read_page
from tui.story.htmltokens import tokens, unescaped

PARAGRAPH = "The council of the island has agreed that all fares rise in May, and nobody spoke against it. " * 3

PAGE = f"""<!doctype html><html><head><title>Fares rise | Island Post</title>
<meta property="og:title" content="Fares &amp; ferries">
<meta property="og:site_name" content="Island Post"><meta name="author" content="By Ann Lee">
<meta property="article:published_time" content="2026-03-03T10:00:00Z">
<link rel="canonical" href="https://example.org/fares">
<style>p {{ color: red }}</style><script>var a = "<p>Not text</p>";</script></head>
<body class="has-sidebar"><nav><ul><li>Home and everything else that is in the menu</ul></nav>
<header><h1>Fares &amp; <em>ferries</em></h1></header>
<article><p>{PARAGRAPH}<p>Second paragraph<br>with a break.</p>
<figure><img src="a.png"><figcaption>A ferry at sea</figcaption></figure>
<h2>Reactions</h2><ul><li>Nobody on the whole island was asked</li></ul>
<aside>Buy now</aside><div class="newsletter-signup"><p>Join our list</p></div>
<!-- <p>Never shown</p> --><p>Caf&eacute; &#8220;open&#8221;.</p></article>
<footer><p>All rights reserved</p></footer></body></html>"""


def test_the_article_is_kept_and_its_surroundings_are_not() -> None:
    about, text = read_page(PAGE)

    assert text.split("\n\n") == [
        "Fares & ferries",
        PARAGRAPH.strip(),
        "Second paragraph with a break.",
        "Reactions",
        "- Nobody on the whole island was asked",
        "Café “open”.",
    ]
    assert (about.title, about.outlet, about.author) == ("Fares & ferries", "Island Post", "Ann Lee")
    assert (about.published, about.url) == ("2026-03-03T10:00:00+00:00", "https://example.org/fares")


def test_json_ld_says_what_the_meta_tags_do_not() -> None:
    people = [{"name": "Ann Lee"}, {"name": "Bo Orr"}]
    entry = {"@type": "NewsArticle", "headline": "Fares", "datePublished": "2026-03-03", "author": people}
    data = {"@graph": [entry | {"publisher": {"name": "Post"}}]}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    about, _ = read_page(f"{script}<p>{PARAGRAPH}")

    assert (about.title, about.author, about.outlet, about.published) == (
        "Fares",
        "Ann Lee, Bo Orr",
        "Post",
        "2026-03-03",
    )


def test_a_front_page_is_no_address_of_an_article() -> None:
    page = f'<link rel="canonical" href="https://example.org/"><p>{PARAGRAPH}'

    assert read_page(page)[0].url is None


@pytest.mark.parametrize(
    "data", ["{", "[" * 50_000, "3", "[[]]", '{"@type": 3}', '{"@type": "NewsArticle", "author": [[[3]]]}']
)
def test_broken_json_ld_is_ignored(data: str) -> None:
    _, text = read_page(f'<script type="application/ld+json">{data}</script><p>{PARAGRAPH}')

    assert text == PARAGRAPH.strip()


def test_a_short_page_is_kept_whole() -> None:
    assert read_page("Fares rise.")[1] == "Fares rise."
    assert read_page("<div>Fares</div><div>rise.</div>")[1] == "Fares\n\nrise."


def test_an_aside_that_is_never_closed_does_not_swallow_the_article() -> None:
    assert PARAGRAPH.strip() in read_page(f"<body><nav><p>Menu</p><div><p>{PARAGRAPH}</p>")[1]


def test_two_breaks_part_paragraphs() -> None:
    assert read_page(f"<p>{PARAGRAPH}<br> <br/>{PARAGRAPH}")[1].split("\n\n") == [PARAGRAPH.strip()] * 2


@pytest.mark.parametrize(
    "piece",
    ["<", "<!--", "<a ", '<a "', "<a '>' ", "<p>", "</b>", "<div>", "<script>", "&#27;", "&#99999999999999999999;",
     "&", "<?", "<nav>",
     '<p class="', "<a href='x'>", "<li>a", "<title>", "<b></i>", "<br>"],
)  # fmt: skip
def test_repeated_broken_markup_is_walked_once(piece: str) -> None:
    page = piece * 20_000

    assert sum(1 for _ in tokens(page)) <= 2 * 20_000 + 2
    read_page(page)


def test_references_to_no_character_become_replacements() -> None:
    assert unescaped("a&#" + "9" * 6_000 + ";b") == "a\N{REPLACEMENT CHARACTER}b"
    assert unescaped("&amp;lt; &#x41; &nosuch;") == "&lt; A &nosuch;"


@given(st.text("<>/!-\"'= abph1&#;\n", max_size=120))
def test_any_markup_is_a_page(page: str) -> None:
    about, text = read_page(page)

    assert "\x1e" not in text
    assert about.published is None


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[place : place + 4]) for place in range(len(words) - 3))


def test_real_pages_come_out_nearly_as_people_copied_them(shared: Path) -> None:
    folder = shared / "data" / "html"
    scores = []
    for name, truth in json.loads((folder / "ground-truth.json").read_text()).items():
        page = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        found, gold = shingles(read_page(page)[1]), shingles(truth["articleBody"])
        common = (found & gold).total()
        scores.append(2 * common / (found.total() + gold.total()) if common else 0.0)

    assert sum(scores) / len(scores) >= 0.88


@pytest.mark.parametrize(
    "marked",
    [
        '<a rel="author" href="/ann">By <b>Ann Lee</b></a>', '<span itemprop="author creator">Ann Lee</span>',
        '<span itemprop="author"><a rel="author">Ann Lee</a></span> … <a rel="author">Ann  Lee</a>',
    ],
)  # fmt: skip
def test_a_name_that_the_page_marks_as_the_author_is_taken(marked: str) -> None:
    assert read_page(f"<h1>Fares rise</h1>{marked}<p>{PARAGRAPH}")[0].author == "Ann Lee"


def test_of_several_marked_authors_none_is_taken() -> None:
    page = f'<p>{PARAGRAPH}<a rel="author">Ann Lee</a><p>{PARAGRAPH}<a rel="author">Bo Dahl</a>' + "<a rel=author>" * 99

    assert read_page(page)[0].author is None


def test_linked_data_of_the_page_names_the_author_where_no_article_does() -> None:
    graph = [{"@type": "WebPage", "author": {"@id": "#1"}}, {"@type": ["Person"], "@id": "#1", "name": "Ann Lee"}]
    script = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'

    assert read_page(f"{script}<p>{PARAGRAPH}")[0].author == "Ann Lee"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2026-03-04T08:00:00Z"><link rel=canonical href="https://e.org/f">',
        '<meta property="og:updated_time" content="2026-03-04T08:00:00Z"><meta property="og:url" content="https://e.org/f">',
        '<link rel=canonical href="https://e.org/f"><script type="application/ld+json">'
        '{"@type": "NewsArticle", "dateModified": "2026-03-04T08:00:00Z"}</script>',
    ],
)
def test_the_time_of_the_last_change_and_the_canonical_address_are_read(head: str) -> None:
    about, _ = read_page(f"{head}<p>{PARAGRAPH}")

    assert (about.updated, about.url) == ("2026-03-04T08:00:00+00:00", "https://e.org/f")
