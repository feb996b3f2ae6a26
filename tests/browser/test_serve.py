"""The desk in a real browser: keys go in there, and what the desk sends is read as a terminal would show it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

aiohttp = pytest.importorskip("aiohttp", reason="needs the extra copydesk[serve]")
pytest.importorskip("textual_serve", reason="needs the extra copydesk[serve]")

from tests.browser.chromium import BROWSER, Tab, chromium  # noqa: E402
from tests.pty.emulator import Emulator  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
needs_browser = pytest.mark.skipif(BROWSER is None, reason="needs Chromium")
pytestmark = pytest.mark.system
SENTENCE = "The council of the island has agreed that all fares rise by 12 per cent in May."


@asynccontextmanager
async def serving(sources: Sequence[Path], store: Path) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    """`copydesk serve` on the sources; the address it prints, and its process."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tui", "serve", "--port", "0", "--store", str(store), "--", *map(str, sources),
        stdout=asyncio.subprocess.PIPE, cwd=ROOT, env={**os.environ, "HOME": str(store.parent)},
    )  # fmt: skip
    assert process.stdout is not None
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), 30)).decode()
        yield line.removeprefix("the desk is at ").partition(" ")[0], process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def shown(tab: Tab, words: str) -> list[str]:
    """The lines of the terminal in the tab, as soon as one of them holds `words`."""
    await tab.until(_socket_opened(tab), True)
    url = next(each for each in tab.requests if each.startswith("ws://"))
    width, height = (int(part.partition("=")[2]) for part in url.partition("?")[2].split("&"))
    screen, taken = Emulator(width, height), 0

    async def look() -> bool:
        nonlocal taken
        frames, taken = tab.frames[taken:], len(tab.frames)
        screen.feed(b"".join(frames).decode("utf-8", "ignore"))
        return any(words in line for line in screen.lines)

    await tab.until(look, True)
    return screen.lines


def _socket_opened(tab: Tab) -> Callable[[], Awaitable[bool]]:
    async def look() -> bool:
        return any(each.startswith("ws://") for each in tab.requests)

    return look


@pytest.fixture
def story(root: Path) -> Path:
    return root / "seeds" / "harbour-fire"


@needs_browser
async def test_the_desk_takes_keys_in_a_browser(story: Path, tmp_path: Path) -> None:
    async with serving([story], tmp_path / "claims.db") as (address, _), chromium() as tab:
        await tab.open(address)
        await shown(tab, " left")
        for key in "3]c":
            await tab.press(key)
        panes = await shown(tab, "! conflict")
        await tab.press("F")
        findings = await shown(tab, "FINDINGS")
        for key in "qq":
            await tab.press(key)
        await tab.until(lambda: tab.value("document.body.classList.contains('-closed')"), True)
        ended = await tab.value("document.querySelector('.ended').innerText")

    assert any(line.startswith(" PANES") for line in panes)
    assert any("worst first" in line for line in findings)
    assert "everything is saved" in ended
    assert tab.errors == []
    assert {url.partition("//")[2].partition("/")[0] for url in tab.requests} == {address.split("/")[2]}


@needs_browser
async def test_what_is_tagged_in_a_browser_is_in_the_store(story: Path, tmp_path: Path) -> None:
    from tui.claims import Store

    async with serving([story], tmp_path / "claims.db") as (address, _), chromium() as tab:
        await tab.open(address)
        await shown(tab, " left")
        for key in "jtn":
            await tab.press(key)
        await shown(tab, "tagged")

    with Store(tmp_path / "claims.db", editor="mk") as store:
        assert [claim.tags for claim in store.claims()] == [("number",)]


@needs_browser
async def test_a_hostile_name_means_nothing_to_the_shell_and_the_page(tmp_path: Path) -> None:
    names = [f"$(touch {tmp_path.name}-owned); 'touch' `touch x` \" & | > y <script>alert(1)<", "-o\n[red]\x1b[2J"]
    sources = []
    for number, name in enumerate(names):
        folder = tmp_path / str(number)
        folder.mkdir()
        sources.append(folder / f"{name}.txt")
        sources[-1].write_text(f"Title {number} </script><script>alert(1)</script>\n\n{SENTENCE} {number}\n")
    before = set(os.listdir(ROOT))
    async with serving(sources, tmp_path / "claims.db") as (address, _), chromium() as tab:
        await tab.open(address)
        lines = await shown(tab, "? help")

    assert any("Title 0" in line for line in lines)
    assert tab.errors == []
    assert set(os.listdir(ROOT)) == before


async def test_nobody_else_reaches_the_desk(story: Path, tmp_path: Path) -> None:
    async with serving([story], tmp_path / "claims.db") as (address, _), _client() as client:
        origin = address.partition("/?")[0]
        port = origin.rpartition(":")[2]
        cases: list[tuple[str, dict[str, str]]] = [
            ("/", {}), ("/?key=wrong", {}), ("/ws", {"Origin": origin}), ("/download/x", {}),
            (address.removeprefix(origin), {"Host": f"attacker.example:{port}"}),
            ("/", {"Cookie": f"copydesk-{port}=wrong"}), ("/", {"Cookie": f"copydesk-{port}=é"}),
        ]  # fmt: skip
        for path, headers in cases:
            async with client.get(origin + path, headers=headers, allow_redirects=False) as answer:
                assert answer.status == 403
        async with client.get(address) as page:
            assert page.status == 200
            assert "default-src 'self'" in page.headers["Content-Security-Policy"]
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await client.ws_connect(f"{origin}/ws", origin="https://attacker.example")


@needs_browser
async def test_ctrl_c_ends_the_server_and_its_desks(story: Path, tmp_path: Path) -> None:
    async with serving([story], tmp_path / "claims.db") as (address, process), chromium() as tab:
        await tab.open(address)
        await shown(tab, "? help")
        process.send_signal(signal.SIGINT)
        status = await asyncio.wait_for(process.wait(), 20)
        await tab.until(lambda: tab.value("document.body.classList.contains('-closed')"), True)

    assert status == 130
    assert not [each for each in _commands() if str(tmp_path / "claims.db") in each]


def _client() -> Any:
    """A client that keeps cookies as a browser does, those of numeric hosts as well."""
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))


def _commands() -> list[str]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found.append(entry.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
        except OSError:
            continue
    return found
