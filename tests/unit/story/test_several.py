"""Several articles at once: parted streams, lines of JSON, documents, and the same article twice."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.unit.story.mutations import FEED, MAIL, PDF
from tui.story import Story, load
from tui.story.feeds import is_feed, read_feed
from tui.story.parts import split_articles
from tui.story.reading import UnreadableError

ONE = "Fares rise\n\nThe council of the island agreed on Monday that all fares rise by twelve per cent in May.\n"
TWO = "Boats sold\n\nThree boats of the island were sold to a company in Oslo, its manager Ann Lee said on Tuesday.\n"
LONG = "The council of the island agreed on Monday that all fares rise by twelve per cent in May, " * 2 + "she said."


def piped(text: str | bytes) -> Story:
    return load(["-"], stdin=io.BytesIO(text.encode() if isinstance(text, str) else text))


@pytest.mark.parametrize("rule", ["---\n", "\n---  \n\n", "\f", "\n\f\n", "---\n---\n\n---\n"])
def test_a_rule_or_a_form_feed_parts_articles(rule: str) -> None:
    assert [article.title for article in piped(ONE + rule + TWO).articles] == ["Fares rise", "Boats sold"]


def test_front_matter_stays_with_the_article_after_it() -> None:
    front = "---\ntitle: {}\noutlet: Island Post\n---\n"
    text = front.format("First") + ONE + "---\n" + TWO + front.format("Third") + "A third article is here."
    story = piped(text)

    assert [(article.title, article.outlet) for article in story.articles] == [
        ("First", "Island Post"), ("Boats sold", None), ("Third", "Island Post"),
    ]  # fmt: skip
    texts = [article.text.strip() for article in story.articles]
    assert texts == [
        ONE.strip(),
        TWO.strip(),
        "A third article is here.",
    ]


def test_rules_around_one_article_make_no_empty_ones() -> None:
    assert split_articles("---\n\n" + ONE + "\n---\n \n\f") == ["\n" + ONE + "\n"]
    assert len(piped("\f" + ONE).articles) == 1


def test_a_line_inside_a_file_parts_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ONE + "---\n" + TWO)

    assert len(load([tmp_path / "a.txt"]).articles) == 1


def test_lines_of_json_are_articles(tmp_path: Path) -> None:
    entry = {"title": "Fares", "text": ONE, "url": "https://example.org/1", "published": "2026-03-03", "outlet": "Post"}
    lines = [json.dumps(entry), "", "{broken", '{"title": "no text"}', '{"text": "Two."}', '{"text": " "}', "[]"]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))

    for story in (load([tmp_path / "a.jsonl"]), piped("\n".join(lines))):
        first, second = story.articles
        assert (first.title, first.outlet, first.published) == ("Fares", "Post", "2026-03-03")
        assert (first.identity, first.text) == ("https://example.org/1", ONE)
        assert second.text == "Two."
        assert [problem.source.rsplit(":", 1)[1] for problem in story.problems] == ["3", "4", "6", "7"]


def test_a_file_of_lines_without_an_article_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n{}\n")

    assert "no line of it is an article" in load([tmp_path / "a.jsonl"]).problems[0].message


def named(tmp_path: Path, **texts: str) -> list[Path]:
    for name, text in texts.items():
        (tmp_path / f"{name}.md").write_text(text)
    return [tmp_path / f"{name}.md" for name in texts]


@pytest.mark.parametrize(
    ("one", "other", "manner"),
    [
        (LONG, LONG, "the same text"),
        (f"---\nurl: https://example.org/f\n---\n{LONG}", f"---\nurl: http://www.example.org/f/?utm_source=x#top\n---\n{ONE}",
         "the same address, in another version,"),
        (f"# A title:\n\n{LONG}", f"A title\n\n{LONG.upper()}\n\nRead more: the rest", "the same text"),
    ],
)  # fmt: skip
def test_an_article_that_was_there_is_said_and_opened_once(tmp_path: Path, one: str, other: str, manner: str) -> None:
    paths = named(tmp_path, a=one, b=other)
    story = load(paths)

    assert [article.source for article in story.articles] == [str(paths[0])]
    assert [(note.source, note.message) for note in story.notes] == [
        (str(paths[1]), f"{manner} as {paths[0]}: opened once")
    ]
    assert story.problems == ()
    assert len(load(paths, keep_duplicates=True).articles) == 2


def test_one_word_that_differs_makes_another_article(tmp_path: Path) -> None:
    assert len(load(named(tmp_path, a=LONG, b=LONG.replace("twelve", "eleven"))).articles) == 2


def test_wire_copy_in_two_papers_is_two_articles(tmp_path: Path) -> None:
    fronts = [f"---\ntitle: Fares\noutlet: {outlet}\n---\n" for outlet in ("Island Post", "Daily Ferry")]

    assert len(load(named(tmp_path, a=fronts[0] + LONG, b=fronts[1] + LONG)).articles) == 2


def test_the_same_file_twice_is_one_article(tmp_path: Path) -> None:
    (path,) = named(tmp_path, a="A short note.")
    (tmp_path / "link.md").symlink_to(path)

    assert len(load([path, str(path), tmp_path / "link.md", tmp_path]).articles) == 1


def test_a_mail_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MAIL)
    (article,) = load([tmp_path / "a.eml"]).articles

    assert (article.title, article.author, article.text.strip()) == ("Fares", "Ann Lee", "All fares rise.")


def test_a_pdf_is_an_article(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    (tmp_path / "a.pdf").write_bytes(PDF)

    assert load([tmp_path / "a.pdf"]).articles[0].text == "All fares rise."
    assert piped(PDF).articles[0].text == "All fares rise."


def test_a_word_document_is_an_article(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "Fares", "Ann Lee"
    document.add_heading("What happens next?", 1)
    document.add_paragraph(LONG)
    document.add_paragraph("The first boat", style="List Bullet")
    document.save(str(tmp_path / "a.docx"))
    (article,) = load([tmp_path / "a.docx"]).articles

    assert (article.title, article.author) == ("Fares", "Ann Lee")
    assert article.passages[0].kind == "heading"
    assert article.text == f"What happens next?\n\n{LONG}\n\n- The first boat"


@pytest.mark.parametrize("unpacked", [b"x" * 10, b" " * 120_000_000])
def test_a_zip_bomb_or_another_archive_is_told_from_a_document(tmp_path: Path, unpacked: bytes) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", unpacked)
    (problem,) = load([tmp_path / "a.docx"]).problems

    assert "document" in problem.message


def test_a_feed_lists_its_entries() -> None:
    assert [(entry.title, entry.url, entry.published) for entry in read_feed(FEED)] == [
        ("Fares rise", "https://example.org/1", "2026-03-03T10:00:00+00:00"),
        ("More", "https://example.org/2", None),
    ]


@pytest.mark.parametrize(
    "declaration",
    ['<!ENTITY x SYSTEM "file:///etc/passwd">',
     '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "' + "&a;" * 50 + '"><!ENTITY x "' + "&b;" * 50 + '">',
     '<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd"> %p; <!ENTITY x "y">'],
)  # fmt: skip
def test_entities_of_a_feed_are_never_followed(declaration: str) -> None:
    item = "<item><title>A&x;B</title><link>https://example.org/1</link></item>"
    (entry,) = read_feed(f"<!DOCTYPE rss [{declaration}]><rss><channel>{item}</channel></rss>".encode())

    assert len(entry.title) < 30
    assert "root:" not in entry.title


@pytest.mark.parametrize(
    "data", [b"", b"<rss/>", b"<rss><channel><item><link>javascript:x</link></item></channel></rss>"]
)
def test_what_lists_nothing_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_feed(data)


def test_a_page_is_no_feed() -> None:
    assert not is_feed(b"<!doctype html><html><head><link type=application/rss+xml><feed>")
    assert is_feed(b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x --><feed xmlns="http://www.w3.org/2005/Atom">')
