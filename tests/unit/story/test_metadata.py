"""Dates, addresses and front matter: read where they are certain, unknown where they are not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.story.frontmatter import split_front_matter
from tui.story.metadata import Metadata, clean_url, metadata
from tui.story.published import parse_published


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-03-03", "2026-03-03"),
        ("2026-03-03T10:30:00Z", "2026-03-03T10:30:00+00:00"),
        ("2026-03-03T10:30:00+02:00", "2026-03-03T10:30:00+02:00"),
        ("2026-03-03 10:30", "2026-03-03T10:30:00"),
        ("2026-03-03T00:00:00", "2026-03-03"),
        ("20260303", "2026-03-03"),
        ("2026/3/3", "2026-03-03"),
        ("March 3, 2026", "2026-03-03"),
        ("Mar. 3, 2026", "2026-03-03"),
        ("3 March 2026", "2026-03-03"),
        ("Tuesday, March 3, 2026", "2026-03-03"),
        ("Tue, 3 Mar 2026 10:30:00 GMT", "2026-03-03"),
        ("March 3rd, 2026 at 5:03 p.m. ET", "2026-03-03"),
        ("  march  3 , 2026".replace(" ,", ","), "2026-03-03"),
    ],
)
def test_a_certain_date_is_read(text: str, iso: str) -> None:
    assert parse_published(text) == iso


@pytest.mark.parametrize(
    "text",
    ["", None, "03/04/2026", "3.4.2026", "March 2026", "2026", "yesterday", "Tuesday", "February 30, 2026",
     "2026-13-01",
     "2026-02-30", "0000-00-00", "Smarch 3, 2026", "3 March 26", "٢٠٢٦-٠٣-٠٣x", "9" * 400, "PARIS, March 3"],
)  # fmt: skip
def test_an_uncertain_date_is_unknown(text: str | None) -> None:
    assert parse_published(text) is None


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_unknown(text: str) -> None:
    found = parse_published(text)

    assert found is None or found[4] == "-"


@given(st.dates(min_value=date(1700, 1, 1)))
def test_written_dates_come_back_as_iso_dates(day: date) -> None:
    assert parse_published(day.strftime("%B %-d, ") + f"{day.year:04d}") == day.isoformat()
    assert parse_published(day.strftime("%-d %b ") + f"{day.year:04d}") == day.isoformat()


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "//example.org",
     "http://", "http://[::1", "https://a b.org", "ftp://a.org",
     "https://a.org/\x1b[2J", "https://a.org/\u202e", "x" * 3_000, 3, None, ["https://a.org"]],
)  # fmt: skip
def test_only_plain_web_addresses_are_kept(address: object) -> None:
    assert clean_url(address) is None


def test_a_plain_web_address_is_kept() -> None:
    assert clean_url(" https://example.org/a?b=c#d ") == "https://example.org/a?b=c#d"


def test_fields_fill_only_what_is_unknown() -> None:
    filled = metadata(title="Own").filled_from(metadata(title="Other", outlet="Post"))

    assert (filled.title, filled.outlet) == ("Own", "Post")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("title: Fares", metadata(title="Fares")),
        ('title: "Fares: a \\"rise\\""', metadata(title='Fares: a "rise"')),
        ("title: 'It''s time'", metadata(title="It's time")),
        ("Title:   Fares  ", metadata(title="Fares")),
        ("outlet: Island Post\nauthor: Ann Lee", metadata(outlet="Island Post", author="Ann Lee")),
        ("source: Post\noutlet: Other", metadata(outlet="Post")),
        ("published: 03/04/2026\nurl: ftp://x", metadata()),
        ("# a comment\ntitle: Fares\ntags:\n  - one", metadata(title="Fares")),
        ("title: a: b", metadata(title="a: b")),
    ],
)
def test_front_matter_is_read_and_left_out_of_the_text(head: str, expected: Metadata) -> None:
    assert split_front_matter(f"---\n{head}\n---\n\nText.\n") == (expected, "Text.\n")


@pytest.mark.parametrize(
    "text",
    ["Text.\n---\ntitle: x\n---\n", "---\nno fields here\n---\nText.", "---\ntitle: never closed\n",
     "---\n---\nText.", "----\ntitle: x\n---\n"],
)  # fmt: skip
def test_what_is_no_front_matter_stays_in_the_text(text: str) -> None:
    assert split_front_matter(text) == (Metadata(), text)


@given(st.text("-\n: tile'\"#\\", max_size=80))
def test_any_head_gives_fields_and_the_rest_of_the_text(text: str) -> None:
    _, body = split_front_matter(text)

    assert text.endswith(body)
