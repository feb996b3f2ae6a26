"""The reports as web pages in a real browser: nothing runs, nothing is loaded, nothing sticks out at the side."""

from pathlib import Path

import pytest

pytest.importorskip("aiohttp", reason="needs the extra copydesk[serve]")

from tests.browser.chromium import BROWSER, Tab, chromium
from tui.claims import Store
from tui.claims.anchors import anchor_of
from tui.compare import compare
from tui.reports.claims_report import story_html
from tui.story import load

pytestmark = [pytest.mark.system, pytest.mark.skipif(BROWSER is None, reason="needs Chromium")]
HOSTILE = "<script>document.title='owned'</script><img src='https://attacker.example/x' onerror=\"document.title='o'\">"
SENTENCE = "The council of the island has agreed that all fares rise by 12 per cent in May, and nobody spoke."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The page of a story whose every part is hostile, with a word too long for any window."""
    for name, number in (("a", "12"), ("b", "14")):
        text = f"{HOSTILE} {'long' * 80}\n\n{SENTENCE.replace('12', number)} {HOSTILE}\n\n{HOSTILE} {SENTENCE}\n"
        (tmp_path / f"{name}.txt").write_text(text)
    story = load([tmp_path / "a.txt", tmp_path / "b.txt"], name=HOSTILE)
    article = story.articles[0]
    with Store(tmp_path / "claims.db", editor=HOSTILE) as store:
        passage = article.passages[1]
        anchor = anchor_of(article, passage.start, passage.end)
        store.set_note(store.add(story, [anchor], tags=[HOSTILE]).id, f"{HOSTILE}\n{'x' * 300}")
        page = story_html(story, compare(story), store.claims_on(story.articles))
    path = tmp_path / "report.html"
    path.write_text(page, encoding="utf-8")
    return path


async def overhang(tab: Tab) -> int:
    """Pixels by which the page is wider than its window."""
    return int(await tab.value("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


async def test_a_hostile_report_runs_nothing_and_loads_nothing(report: Path) -> None:
    async with chromium() as tab:
        for width in (1200, 400):
            await tab.open(report.as_uri(), width, 900)
            assert await tab.value("document.scripts.length + document.images.length") == 0
            assert await overhang(tab) == 0
        title = await tab.value("document.title")

    assert title.startswith("<script>")
    assert tab.requests == [report.as_uri()] * 2
    assert tab.errors == []


async def test_a_report_follows_the_browser_in_light_and_dark(report: Path, tmp_path: Path) -> None:
    pictures = []
    async with chromium() as tab:
        for dark in (False, True):
            await tab.open(report.as_uri(), 800, 600, dark)
            pictures.append(await tab.picture(tmp_path / f"{dark}.png"))
            schemes = await tab.value("matchMedia('(prefers-color-scheme: dark)').matches")
            assert schemes == dark

    assert pictures[0] != pictures[1]


async def test_the_list_of_sections_leads_to_each(report: Path) -> None:
    async with chromium() as tab:
        await tab.open(report.as_uri(), 800, 600)
        missing = await tab.value(
            "[...document.querySelectorAll('nav a')].filter(link => !document.querySelector(link.hash)).length"
        )
        sections = await tab.value("document.querySelectorAll('section').length")
        links = await tab.value("document.querySelectorAll('nav a').length")

    assert missing == 0
    assert links == sections > 1
