"""The desk in a browser: textual-serve on the loopback address, open to whoever knows the secret in the address.

A page that the editor visits may ask this machine for anything, and other people may work on it: so every request
needs the secret, the right Host header (another name may lead here too), and for the keys the right Origin.
"""

import asyncio
import secrets
import signal
from collections.abc import Awaitable, Callable
from string import Template
from typing import Any

from aiohttp import web
from textual_serve.server import Server, to_int

from tui import resources

HOST = "127.0.0.1"
_COOKIE = "copydesk"
_STATIC = "/static/"
# Nothing is ever fetched from another host, whatever a page or an article says.
_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self' {socket}; font-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class BusyPortError(Exception):
    """The port cannot be listened on; the message says why."""


class DeskServer(Server):
    """Serves the desk that `command` opens, a process for each browser window."""

    def __init__(self, command: str, port: int) -> None:
        super().__init__(command, host=HOST, port=port, title="copydesk")
        self._secret = secrets.token_urlsafe(24)

    def run(self, tell: Callable[[str], None]) -> None:
        """Serve until interrupted; `tell` is given the address to open once it can be.

        Raises:
            BusyPortError: the port cannot be listened on.
        """
        asyncio.run(self._run(tell))

    async def _run(self, tell: Callable[[str], None]) -> None:
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            site = web.TCPSite(runner, HOST, self.port)
            try:
                await site.start()
            except OSError as error:
                raise BusyPortError(error.strerror or "taken") from None
            self._listen_at(runner.addresses[0][1])
            tell(f"{self.public_url}/?key={self._secret}")
            told = await _told_to_end()
        finally:
            await runner.cleanup()
        if told == signal.SIGINT:
            raise KeyboardInterrupt

    def _listen_at(self, port: int) -> None:
        self.port = port
        self.public_url = f"http://{HOST}:{port}"

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        app.router.add_get("/desk.js", _script)
        return app

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page: a terminal, and nothing that comes from another host."""
        size = min(40, max(6, to_int(request.query.get("fontsize", ""), 16)))
        page = Template(resources.style("browser.html").read_text(encoding="utf-8"))
        text = page.substitute(title=self.title, socket=f"ws://{HOST}:{self.port}/ws", size=size)
        return web.Response(text=text, content_type="text/html")

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: `tell` does."""

    @property
    def _guard(self) -> Any:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            if request.headers.get("Host") != f"{HOST}:{self.port}":
                raise web.HTTPForbidden(text="This is not the address of the desk.")
            if request.path == "/ws" and request.headers.get("Origin") != self.public_url:
                raise web.HTTPForbidden(text="Only the desk's own page may use it.")
            if request.path == "/" and secrets.compare_digest(_bytes(request.query.get("key")), _bytes(self._secret)):
                answer = web.HTTPSeeOther("/")
                answer.set_cookie(self._cookie, self._secret, httponly=True, samesite="Strict")
                raise answer
            if not request.path.startswith(_STATIC) and not self._knows(request):
                raise web.HTTPForbidden(text="Open the address that `copydesk serve` printed.")
            response = await handler(request)
            if not response.prepared:
                response.headers["Content-Security-Policy"] = _POLICY.format(socket=f"ws://{HOST}:{self.port}")
                response.headers["Referrer-Policy"] = "no-referrer"
                response.headers["X-Content-Type-Options"] = "nosniff"
            return response

        return guard

    @property
    def _cookie(self) -> str:
        """One name a port, since cookies are the same for all ports of a host."""
        return f"{_COOKIE}-{self.port}"

    def _knows(self, request: web.Request) -> bool:
        return secrets.compare_digest(_bytes(request.cookies.get(self._cookie)), _bytes(self._secret))


async def _script(request: web.Request) -> web.Response:
    script = resources.style("browser.js").read_text(encoding="utf-8")
    return web.Response(text=script, content_type="text/javascript")


def _bytes(text: str | None) -> bytes:
    return (text or "").encode("utf-8", "replace")


async def _told_to_end() -> int:
    """Wait for ctrl-c, or to be told to end; the number of the signal."""
    told: asyncio.Queue[int] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, told.put_nowait, number)
    return await told.get()
