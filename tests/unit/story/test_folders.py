"""A folder is a story: which files it holds, in which order, and what meta.json may say of them."""

import json
import os
from pathlib import Path

import pytest

from tui.story import Story, load, stories_in

COPY = "Ferry fares to rise\n\nThe council agreed on Monday.\n"


def folder_with(path: Path, *names: str) -> Path:
    path.mkdir(exist_ok=True)
    for name in names:
        (path / name).write_text(f"{name} has a title\n\n{COPY}")
    return path


def names(story: Story) -> list[str]:
    return [Path(article.source).name for article in story.articles]


def with_meta(path: Path, content: object) -> Story:
    folder_with(path, "a.txt", "b.txt")
    (path / "meta.json").write_text(content if isinstance(content, str) else json.dumps(content))
    return load([path])


def test_files_come_in_natural_order_and_others_are_passed_over(tmp_path: Path) -> None:
    folder_with(tmp_path, "part 10.txt", "Part 9.md", "part 1.html", ".hidden.txt", "notes.rst", "picture.png", "c.TXT")
    (tmp_path / "sub.txt").mkdir()
    story = load([tmp_path])

    assert names(story) == ["c.TXT", "part 1.html", "Part 9.md", "part 10.txt"]
    assert story.problems == ()


def test_a_link_is_followed_only_inside_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text(COPY)
    folder = folder_with(tmp_path / "story", "a.txt")
    (folder / "out.txt").symlink_to(outside)
    (folder / "in.txt").symlink_to(folder / "a.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    story = load([folder])

    assert names(story) == ["a.txt"]
    assert sorted(Path(problem.source).name for problem in story.problems) == ["gone.txt", "loop.txt", "out.txt"]


def test_a_bad_file_in_a_folder_is_told_and_the_rest_opens(tmp_path: Path) -> None:
    folder_with(tmp_path, "a.txt", "c.txt")
    (tmp_path / "b.txt").write_bytes(b"")
    story = load([tmp_path])

    assert names(story) == ["a.txt", "c.txt"]
    assert [Path(problem.source).name for problem in story.problems] == ["b.txt"]


def test_a_folder_without_articles_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "notes.rst").write_text("none")
    story = load([tmp_path])

    assert story.articles == ()
    assert [problem.message.split(":")[0] for problem in story.problems] == ["a folder without articles"]


def test_a_folder_of_folders_lists_its_stories(tmp_path: Path) -> None:
    for name in ("story 10", "story 9"):
        folder_with(tmp_path / name, "a.txt")
    folder_with(tmp_path / "empty")
    folder_with(tmp_path / ".hidden", "a.txt")

    assert [path.name for path in stories_in(tmp_path)] == ["story 9", "story 10"]
    assert "2 stories" in load([tmp_path]).problems[0].message
    assert stories_in(tmp_path / "none") == []


def test_meta_json_fills_what_the_files_lack(tmp_path: Path) -> None:
    folder_with(tmp_path, "a.txt")
    (tmp_path / "b.md").write_text(f"---\ntitle: Own title\npublished: 2026-03-04\n---\n{COPY}")
    entries = [
        {
            "file": name,
            "title": "Meta title",
            "source": "Island Post",
            "date": "March 3, 2026",
            "url": f"https://example.org/{name}",
        }
        for name in ("a.txt", "b.md")
    ]
    (tmp_path / "meta.json").write_text(json.dumps({"articles": entries}))
    one, two = load([tmp_path]).articles

    assert (one.title, one.outlet, one.published) == ("Meta title", "Island Post", "2026-03-03")
    assert one.identity == "https://example.org/a.txt"
    assert (two.title, two.outlet, two.published) == ("Own title", "Island Post", "2026-03-04")


@pytest.mark.parametrize(
    "content",
    [
        "{not json",
        "",
        "[" * 100_000,
        "[]",
        '"text"',
        "null",
        {"articles": "a.txt"},
        {"articles": {"file": "a.txt"}},
        {},
        "\x00\x00\x00\x00",
    ],
)
def test_a_meta_json_of_another_shape_is_one_problem(tmp_path: Path, content: object) -> None:
    story = with_meta(tmp_path, content)

    assert names(story) == ["a.txt", "b.txt"]
    assert [Path(problem.source).name for problem in story.problems] == ["meta.json"]


@pytest.mark.parametrize(
    "entry",
    [
        None,
        3,
        "a.txt",
        [],
        {},
        {"file": 3},
        {"file": None, "title": "x"},
        {"file": "a.txt", "title": 3, "source": [], "date": {}, "url": 1},
        {"file": "a.txt", "title": "", "source": " ", "date": "soon", "url": "javascript:alert(1)"},
        {"file": "a.txt", "date": "03/04/2026", "url": "https://exa mple.org"},
        {"file": "a.txt", "url": "http://[::1"},
        {"file": "a.txt", "url": "file:///etc/passwd"},
    ],
)
def test_entries_of_the_wrong_type_are_ignored(tmp_path: Path, entry: object) -> None:
    story = with_meta(tmp_path, {"articles": [entry]})
    first = story.articles[0]

    assert story.problems == ()
    assert first.title == "a.txt has a title"
    assert first.outlet is first.published is first.url is None


@pytest.mark.parametrize("file", ["../secret.txt", "/etc/passwd", "gone.txt", "a.txt/../b.txt", "x\x1b[2J", "\ud800"])
def test_meta_json_cannot_name_files_that_are_not_in_the_folder(tmp_path: Path, file: str) -> None:
    (tmp_path / "secret.txt").write_text(COPY)
    story = with_meta(tmp_path / "story", {"articles": [{"file": file, "title": "Stolen"}]})

    assert names(story) == ["a.txt", "b.txt"]
    assert [Path(problem.source).name for problem in story.problems] == ["meta.json"]
    assert "\x1b" not in story.problems[0].message
    story.problems[0].message.encode()


def test_hostile_characters_in_meta_json_are_replaced(tmp_path: Path) -> None:
    story = with_meta(
        tmp_path, {"articles": [{"file": "a.txt", "title": "One\ntwo\x1b[2J \u202ethree", "source": "x" * 9_000}]}
    )

    assert story.articles[0].title == "One two\ufffd[2J \ufffdthree"
    assert len(story.articles[0].outlet or "") <= 500


def test_a_meta_json_that_is_no_regular_file_is_passed_over(tmp_path: Path) -> None:
    folder_with(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "meta.json")
    story = load([tmp_path])

    assert names(story) == ["a.txt"]
    assert len(story.problems) == 1
