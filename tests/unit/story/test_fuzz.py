"""Damaged input of every kind, by the thousand: no crash, no control character, spans inside their texts.

Long: run with `-m long`; FUZZ_EXAMPLES sets the number of examples for each law (200), a new
`--hypothesis-seed` makes others.
"""

import ipaddress
import os
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.story.laws import assert_article_or_reason, assert_lawful
from tests.unit.story.mutations import FEED, LINES, MAIL, MARKDOWN, PAGE, PARAGRAPH, PDF, TEXT, mutated
from tui.claims.model import Anchor, Claim
from tui.claims.store import Store
from tui.commands.pairs import pair_of
from tui.compare import compare, judge
from tui.reports.claims_csv import claims_csv
from tui.reports.claims_json import claims_json
from tui.reports.errors import ReportError
from tui.reports.exchange import read_parcel
from tui.settings import load_settings
from tui.settings.showing import shown
from tui.settings.template import TEMPLATE
from tui.story import Article, sanitise
from tui.story.articles import read_article
from tui.story.feeds import read_feed
from tui.story.fetching.addresses import RefusedError, is_public, target_of
from tui.story.markdown import as_markdown
from tui.story.model import Story
from tui.story.parts import articles_of_stream
from tui.story.pasting import PasteError, keep, pasted_articles
from tui.story.reading import UnreadableError

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "200"))
# The deadline is no measure of speed: it finds input that stalls.
LONG = settings(
    max_examples=EXAMPLES, deadline=30_000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)  # fmt: skip
FEW = settings(LONG, max_examples=max(20, EXAMPLES // 10))
pytestmark = pytest.mark.long

CLAIM = Claim(
    id="6f1c2c4e-3d0a-4d7e-9a58-0c4f6d1b2a3e", story="9a1c2c4e3d0a4d7e", story_name="ferry",
    anchors=(Anchor("https://example.org/f", "0" * 64, "Fares", "fares rise", "All ", ".", 4, 14),),
    text="All fares rise.", speaker=None, tags=("fares",), status="open", verdict=None, priority=None, assigned_to=None,
    note="", evidence=(), author="ann", created="2026-03-03T10:00:00Z", updated="2026-03-03T10:00:00Z",
    checked_by=None, checked_at=None, dropped=False,
)  # fmt: skip
CLAIMS = claims_json([CLAIM]).encode()
ROWS = claims_csv([CLAIM]).encode()
SETTINGS = TEMPLATE.replace("\n#", "\n").encode()


@LONG
@given(mutated(TEXT, MARKDOWN, PAGE), st.sampled_from([".txt", ".md", ".html", ".rst", ""]))
def test_any_file_is_a_lawful_article_or_one_clear_line(data: bytes, suffix: str) -> None:
    assert_article_or_reason(data, suffix)


@LONG
@given(mutated(TEXT, TEXT + b"---\n" + MARKDOWN, TEXT + b"\f" + TEXT, LINES, PAGE))
def test_any_stream_is_articles_or_one_clear_line(data: bytes) -> None:
    found: list[Article] = []
    try:
        problems = articles_of_stream(data, "-", found.append)
    except UnreadableError as error:
        assert_one_line(error)
        return
    assert all("\n" not in problem.message for problem in problems)
    for article in found:
        assert article.text == sanitise(article.text)
        assert_lawful(article.text, article.passages)


@LONG
@given(mutated(FEED))
def test_any_feed_lists_clean_entries_or_is_refused(data: bytes) -> None:
    try:
        entries = read_feed(data, "https://example.org/feed")
    except UnreadableError as error:
        assert_one_line(error)
        return
    for entry in entries:
        assert entry.url.startswith(("http://", "https://"))
        shown = entry.title + entry.url + (entry.summary or "")
        assert sanitise(shown) == shown


@LONG
@given(mutated(MAIL))
def test_any_mail_is_a_lawful_article_or_one_clear_line(data: bytes) -> None:
    assert_article_or_reason(data, ".eml")


@FEW
@given(mutated(PDF))
def test_any_pdf_is_a_lawful_article_or_one_clear_line(data: bytes) -> None:
    assert_article_or_reason(b"%PDF-1.4" + data, ".pdf")


@LONG
@given(mutated(PAGE, MARKDOWN), st.sampled_from([".md", ".html"]))
def test_what_is_saved_as_markdown_opens_as_the_same_article(data: bytes, suffix: str) -> None:
    try:
        article = read_article(data, "a" + suffix)
    except UnreadableError:
        return
    again = read_article(as_markdown(article).encode(), "a.md")

    assert (again.title, again.author, again.published, again.url) == (
        article.title, article.author, article.published, article.url,
    )  # fmt: skip


@LONG
@given(mutated(PARAGRAPH.encode()), mutated(PARAGRAPH.encode()))
def test_any_two_texts_are_judged_with_spans_inside_them(one: bytes, other: bytes) -> None:
    a, b = one.decode("utf-8", "replace"), other.decode("utf-8", "replace")
    judged = judge(a, b)

    assert 0 <= judged.overlap <= 1
    assert 0 <= judged.conflict <= 1
    for evidence in judged.evidence:
        assert 0 <= evidence.a[0] <= evidence.a[1] <= len(a)
        assert 0 <= evidence.b[0] <= evidence.b[1] <= len(b)


@LONG
@given(mutated(TEXT, MARKDOWN), mutated(TEXT))
def test_any_two_articles_are_compared_with_spans_inside_them(one: bytes, other: bytes) -> None:
    articles = []
    for number, data in enumerate((one, other), start=1):
        try:
            articles.append(read_article(data, f"{number}.md"))
        except UnreadableError:
            return
    first, second = articles[0], articles[1]
    story = Story("s", "s", (first, _renamed(second)))
    for link in compare(story).links:
        for side, article in ((link.a, first), (link.b, second)):
            if link.tier != "internal":
                assert 0 <= side.start < side.end <= len(article.text)


def assert_one_line(error: Exception) -> None:
    assert "\n" not in str(error)


def _renamed(article: Article) -> Article:
    return replace(article, id="a2")


def test_the_samples_are_sound() -> None:
    assert len(read_parcel(CLAIMS.decode(), "json").records) == len(read_parcel(ROWS.decode(), "csv").records) == 1
    assert read_article(PDF, "a.pdf").text == "All fares rise."
    assert read_article(MAIL, "a.eml").published == "2026-03-03T10:00:00+00:00"
    assert len(read_feed(FEED)) == 2


@LONG
@given(mutated(CLAIMS, ROWS), st.sampled_from(["json", "csv"]))
def test_any_file_of_claims_is_merged_or_refused(data: bytes, name: str) -> None:
    try:
        parcel = read_parcel(data.decode("utf-8", "replace"), name)
    except ReportError as error:
        assert_one_line(error)
        return
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "claims.db") as store:
        store.take_in(parcel.records, parcel.marks, parcel.versions)
        for claim in store.claims():
            assert sanitise(claim.text) == claim.text


@LONG
@given(mutated(TEXT, TEXT + b"---\n" + MARKDOWN, TEXT + b"\f" + TEXT, LINES, PAGE))
def test_any_paste_is_kept_as_articles_or_refused(data: bytes) -> None:
    try:
        pasted = pasted_articles(data.decode("utf-8", "replace"))
    except PasteError as error:
        assert_one_line(error)
        return
    with tempfile.TemporaryDirectory() as folder:
        for file in keep(pasted, Path(folder)):
            assert_article_or_reason(file.read_bytes(), file.suffix)


@LONG
@given(mutated(SETTINGS))
def test_any_configuration_gives_settings_and_harmless_complaints(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (file := Path(folder) / "config.toml").write_bytes(data)
        settings = load_settings(file)
    for problem in settings.problems:
        assert_one_line(ValueError(str(problem)))
    shown(settings, "mk").encode()


@LONG
@given(mutated(b'{"id": 1, "a": "Fares rise.", "b": "Fares fall.", "a_date": "2026-03-03"}'))
def test_any_line_of_pairs_is_a_pair_or_refused(data: bytes) -> None:
    try:
        pair_of(data)
    except ValueError as error:
        assert_one_line(error)


@LONG
@given(st.text("htps:/@[]#?.%0123456789abcdefx\\\t éß。٣", max_size=60).map(lambda rest: "http://" + rest))
def test_any_address_is_taken_apart_or_refused(url: str) -> None:
    try:
        target = target_of(url)
    except RefusedError:
        return
    assert target_of(target.url) == target
    assert not set("\r\n ") & set(target.path)
    assert not set("\r\n @/?#") & set(target.host)


@LONG
@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_as_private_as_alone(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    notations = [str(number), hex(number), f"0{number:o}", f"{number >> 24}.{number & 0xFFFFFF}"]

    assert {target_of(f"http://{notation}/").host for notation in notations} == {str(address)}
    assert is_public(f"::ffff:{address}") == is_public(str(address))
    assert not is_public(str(ipaddress.IPv6Address((0x64FF9B << 96) | number)))
    assert not is_public(str(ipaddress.IPv6Address((0x2002 << 112) | (number << 80))))
