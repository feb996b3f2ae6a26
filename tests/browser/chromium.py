"""Headless Chromium over its debugging protocol: pages, keys, pictures, and every request that is made."""

import asyncio
import base64
import json
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_PATIENCE = 40.0
_ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
    "about:blank",
)  # fmt: skip


class Tab:
    """One tab: `requests` lists the addresses asked for, `errors` what scripts threw, `frames` what sockets brought."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.frames: list[bytes] = []
        self._events: dict[str, Callable[[dict[str, Any]], None]] = {
            "Network.requestWillBeSent": lambda told: self.requests.append(told["request"]["url"]),
            "Network.webSocketCreated": lambda told: self.requests.append(told["url"]),
            "Network.webSocketFrameReceived": self._take_frame,
            "Runtime.exceptionThrown": lambda told: self.errors.append(str(told["exceptionDetails"])),
        }

    async def listen(self) -> None:
        """Take what the browser says, until it ends."""
        async for message in self._socket:
            told = json.loads(message.data)
            if told.get("id") in self._answers:
                self._answers.pop(told["id"]).set_result(told)
            elif told.get("method") in self._events:
                self._events[told["method"]](told["params"])

    async def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """One command of the protocol; its result."""
        self._number += 1
        answer = self._answers[self._number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        told = await asyncio.wait_for(answer, _PATIENCE)
        assert "error" not in told, told["error"]
        return dict(told["result"])

    async def open(self, url: str, width: int = 1000, height: int = 700, dark: bool = False) -> None:
        """Go to an address in a window of that size, in pixels."""
        for domain in ("Page", "Network", "Runtime"):
            await self.ask(f"{domain}.enable")
        await self.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        await self.ask("Emulation.setEmulatedMedia", features=[scheme])
        await self.ask("Page.navigate", url=url)
        await self.until(lambda: self.value("document.readyState"), "complete")

    async def value(self, expression: str) -> Any:
        """What an expression is worth in the page."""
        told = await self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        return told["result"].get("value")

    async def until(self, look: Callable[[], Any], wanted: object) -> None:
        """Wait until `look`, awaited, gives what is wanted."""
        async with asyncio.timeout(_PATIENCE):
            while await look() != wanted:
                await asyncio.sleep(0.02)

    async def press(self, key: str, code: int = 0) -> None:
        """Press and release a key: a character, or a name like "Enter" with its code."""
        text = {"text": key} if len(key) == 1 else {"text": "\r"} if key == "Enter" else {}
        known = {"key": key, "windowsVirtualKeyCode": code, **text}
        await self.ask("Input.dispatchKeyEvent", type="keyDown", **known)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    async def picture(self, path: Path, whole: bool = False) -> bytes:
        """Save what the tab shows, or the whole page, as PNG."""
        told = await self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        data = base64.b64decode(told["data"])
        path.write_bytes(data)
        return data

    def _take_frame(self, told: dict[str, Any]) -> None:
        frame = told["response"]
        data = frame["payloadData"]
        self.frames.append(base64.b64decode(data) if frame["opcode"] == 2 else data.encode())


@asynccontextmanager
async def chromium() -> AsyncIterator[Tab]:
    """A tab of a browser with an empty profile."""
    assert BROWSER is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            BROWSER, *_ARGUMENTS[:-1], f"--user-data-dir={profile}", _ARGUMENTS[-1],
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            port = await _port(Path(profile) / "DevToolsActivePort")
            async with aiohttp.ClientSession() as session:
                async with session.get(f"http://127.0.0.1:{port}/json/list") as listing:
                    pages = [each for each in await listing.json() if each["type"] == "page"]
                async with session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                    tab = Tab(socket)
                    listening = asyncio.create_task(tab.listen())
                    yield tab
                    listening.cancel()
        finally:
            with suppress(ProcessLookupError):
                process.terminate()
            await process.wait()


async def _port(file: Path) -> int:
    async with asyncio.timeout(_PATIENCE):
        while not file.exists() or not file.read_text().strip():
            await asyncio.sleep(0.02)
    return int(file.read_text().split()[0])
