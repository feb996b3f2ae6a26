"""Opening sources as a story: what is asked for comes in order, what cannot be opened is told."""

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.story.laws import assert_article_or_reason
from tui.story import load, sanitise
from tui.story.reading import MAX_BYTES

COPY = "Ferry fares to rise\n\nThe council agreed on Monday. Nobody spoke.\n"


def write(path: Path, content: str | bytes = COPY) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_becomes_an_article(tmp_path: Path) -> None:
    path = write(tmp_path / "fares.txt")
    story = load([path])
    (article,) = story.articles

    assert story.problems == ()
    assert (article.id, article.source, article.path) == ("a1", str(path), str(path))
    assert article.title == "Ferry fares to rise"
    assert article.sha256 == hashlib.sha256(COPY.encode()).hexdigest()
    assert [article.quote(index) for index in range(3)] == [
        "Ferry fares to rise",
        "The council agreed on Monday.",
        "Nobody spoke.",
    ]


def test_the_source_stays_as_given_and_the_path_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "fares.txt")
    monkeypatch.chdir(tmp_path)
    (article,) = load(["fares.txt"]).articles

    assert article.source == "fares.txt"
    assert article.path == article.identity == str(tmp_path / "fares.txt")


def test_line_ends_become_line_feeds_and_a_leading_mark_goes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "\ufeffOne\r\n\r\nTwo is here.\rThree is here.\r\n".encode())

    assert load([path]).articles[0].text == "One\n\nTwo is here.\nThree is here.\n"


def test_hostile_characters_are_replaced_one_for_one(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "A \x1b[31mred\x07 line\u202e here.")

    assert load([path]).articles[0].text == "A \ufffd[31mred\ufffd line\ufffd here."


@pytest.mark.parametrize("text", ["# ", "## \n", "- ", "#", "\u2022 ", "# #\n\n## "])
def test_an_article_of_marks_alone_has_a_title(text: str) -> None:
    (article,) = load(["-"], stdin=io.BytesIO(text.encode())).articles

    assert article.title


def test_standard_input_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    story = load(["-", path, "-"], stdin=io.BytesIO(COPY.encode()))

    assert [(article.id, article.source) for article in story.articles] == [("a1", "-"), ("a2", str(path))]
    assert [problem.source for problem in story.problems] == ["-"]
    assert story.articles[0].identity == f"sha256:{story.articles[0].sha256}"


def test_a_page_or_front_matter_from_standard_input_is_recognised() -> None:
    page = "<!DOCTYPE html><title>Fares rise</title><p>The council agreed on Monday.</p>"
    (article,) = load(["-"], stdin=io.BytesIO(page.encode())).articles
    assert (article.title, article.text) == ("Fares rise", "The council agreed on Monday.")

    (article,) = load(["-"], stdin=io.BytesIO(f"---\ntitle: Fares\n---\n{COPY}".encode())).articles
    assert (article.title, article.text) == ("Fares", COPY)


def test_a_closed_standard_input_is_a_problem() -> None:
    stream = io.BytesIO()
    stream.close()

    assert len(load(["-"], stdin=stream).problems) == 1


@pytest.mark.parametrize("address", ["ftp://example.org/fares", "gopher://example.org", "file:///etc/passwd"])
def test_other_addresses_than_those_of_the_web_are_not_opened(address: str) -> None:
    story = load([address])

    assert story.articles == ()
    assert "https://" in story.problems[0].message


def test_the_story_id_is_the_set_of_articles(tmp_path: Path) -> None:
    one, two = write(tmp_path / "one.txt"), write(tmp_path / "two.txt", "Another text.")

    assert load([one, two]).id == load([two, one]).id == load([two, one, two]).id
    assert load([one, two]).id != load([one]).id
    before = load([one]).id
    write(one, "The text was changed.")
    assert load([one]).id == before


def test_a_story_is_called_after_its_folder_or_its_first_title(tmp_path: Path) -> None:
    folder = tmp_path / "island-ferries"
    folder.mkdir()
    path = write(folder / "a.txt")

    assert load([folder]).name == "island-ferries"
    assert load([path]).name == "ferry-fares-to-rise"
    assert load([path], name="fares").name == "fares"
    assert load([]).name == "story"


def test_what_cannot_be_opened_does_not_keep_the_rest_from_opening(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    story = load([tmp_path / "none.txt", path, "also-none"])

    assert [article.source for article in story.articles] == [str(path)]
    assert [problem.source for problem in story.problems] == [str(tmp_path / "none.txt"), "also-none"]


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\r\n\xc2\xa0 ", "empty"),
        ("marks.txt", b"\xef\xbb\xbf", "empty"),
        ("front.md", b"---\ntitle: Fares\n---\n\n", "empty"),
        ("bare.html", b"<html><head><title>Fares</title></head><body></body></html>", "empty"),
        ("data.txt", bytes(range(256)) * 8, "binary"),
        ("zeros.txt", bytes(4_000), "binary"),
        ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        ("office.docx", b"PK\x03\x04rest", "document"),
        ("huge.txt", b"a" * (MAX_BYTES + 1), "larger"),
    ],
)
def test_a_file_without_readable_text_gets_one_clear_line(tmp_path: Path, name: str, content: bytes, word: str) -> None:
    story = load([write(tmp_path / name, content)])

    assert story.articles == ()
    assert len(story.problems) == 1
    assert word in story.problems[0].message
    assert "\n" not in story.problems[0].message


@pytest.mark.parametrize("source", ["a\x00b.txt", "a\x1b[2J.txt", "x" * 5_000, "bad\udc80name.txt", "\ud800", ""])
def test_an_impossible_name_gets_one_harmless_line(source: str) -> None:
    story = load([source])

    assert len(story.problems) == 1
    assert sanitise(story.problems[0].source) == story.problems[0].source
    story.problems[0].source.encode()


def test_a_file_name_with_escape_sequences_is_shown_harmlessly(tmp_path: Path) -> None:
    (article,) = load([write(tmp_path / "a\x1b]0;owned\x07.txt")]).articles

    assert "\x1b" not in article.source
    assert article.path is not None
    assert "\\x1b" in article.path


def test_metadata_in_front_matter_reaches_the_article(tmp_path: Path) -> None:
    head = "---\ntitle: Fares\noutlet: Island Post\nauthor: Ann Lee\npublished: 2026-03-03\nurl: https://example.org/f\n---\n"
    (article,) = load([write(tmp_path / "a.md", head + COPY)]).articles

    assert article.text == COPY
    assert (article.title, article.outlet, article.author) == ("Fares", "Island Post", "Ann Lee")
    assert (article.published, article.url, article.identity) == ("2026-03-03", "https://example.org/f", article.url)


def test_progress_counts_the_articles_read(tmp_path: Path) -> None:
    seen: list[int] = []
    load([write(tmp_path / "a.txt"), "none", write(tmp_path / "b.txt")], progress=seen.append)

    assert seen == [1, 2]


SUFFIXES = st.sampled_from([".txt", ".md", ".html"])
PIECES = st.sampled_from(
    [b"<p>", b"</p>", b"<h1>", b"<", b">", b"&#27;", b"&amp;", b"---\n", b"title: x\n", b"- a\n", b"The end. ", b"\xff",
     b"\xe2\x80", b"\xf0\x9f\x87\xba", b"\r\n", b"\n\n", b"<!--", b"<script>", b"\xfe\xff", b"\xff\xfe", b"\x00",
     b"U.S. And ", b"<li>", b"</div>"]
)  # fmt: skip


@given(st.binary(max_size=2_000) | st.lists(PIECES, max_size=80).map(b"".join), SUFFIXES)
def test_any_bytes_are_an_article_or_one_clear_line(data: bytes, suffix: str) -> None:
    assert_article_or_reason(data, suffix)


def test_importing_the_package_loads_neither_segmenter_nor_detector(root: Path) -> None:
    code = (
        "import sys, tui.story\n"
        "heavy = {'sentencex', 'charset_normalizer', 'numpy', 'rapidfuzz', 'textual', 'rich', 'html', 'json'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
