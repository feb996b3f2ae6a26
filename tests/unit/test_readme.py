"""The links of the README lead somewhere: to one of its headings, or to a file of the project."""

import re
from pathlib import Path

LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchor(heading: str) -> str:
    """What a heading is linked by: its words in lower case with hyphens between."""
    return "#" + re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_every_link_of_the_readme_leads_to_a_heading_or_a_file(root: Path) -> None:
    text = (root / "README.md").read_text("utf-8")
    anchors = {anchor(heading) for heading in HEADING.findall(text)}
    links = LINK.findall(text)

    assert len(links) > 10
    assert not [link for link in links if link not in anchors and not (root / link).exists()]


def test_what_an_editor_needs_comes_before_the_reference(root: Path) -> None:
    headings = HEADING.findall((root / "README.md").read_text("utf-8"))

    assert headings[:4] == ["copydesk", "Try it", "What it looks like", "Ten keys"]
    assert headings.index("How sure the engine is") > headings.index("Where your work lies, and who sees it")
