"""A server on 127.0.0.1 that tries the tricks of hostile sites."""

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PARAGRAPH = "The council of the island has agreed that all fares rise in May, and nobody spoke against it. " * 6
PAGE = f"""<!doctype html><html><head><meta property="og:title" content="Fares rise">
<meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2026-03-03T10:00:00Z"></head><body><article><h1>Fares rise</h1>
<p>{PARAGRAPH}</p><h2>Reactions</h2><p>{PARAGRAPH.replace("May", "June")}</p></article></body></html>""".encode()
LATIN = "<p>Überall höhere Preise für Fähren".encode("latin-1")
FEED = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>
<entry><title>Fares rise</title><link href="/page"/><updated>2026-03-03T10:00:00Z</updated></entry></feed>"""
REDIRECTS = {
    "/to-page": "/page", "/loop": "/loop", "/to-file": "file:///etc/passwd", "/to-ftp": "ftp://127.0.0.1/x",
    "/to-metadata": "http://169.254.169.254/latest", "/to-ipv6": "http://[::1]:1/", "/to-hex": "http://0x7f.1/page",
    "/to-decimal": "http://2130706433/page", "/to-mapped": "http://[::ffff:127.0.0.1]/page", "/to-password": "http://a:b@127.0.0.1/",
    "/to-nowhere": "", "/to-escape": "http://example.org/\x1b[2J",
}  # fmt: skip


class Site(ThreadingHTTPServer):
    """The server; `asked` lists the paths asked for, `stop` ends what never ends by itself."""

    daemon_threads = True

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, 0), Handler)
        self.asked: list[str] = []
        self.hosts: list[str] = []
        self.agents: list[str] = []
        self.stop = threading.Event()

    @property
    def address(self) -> str:
        """The address of the site, without a slash at its end."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    """Answers by path; what is not listed is not there."""

    server: Site
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = self.path
        self.server.asked.append(path)
        self.server.hosts.append(self.headers["Host"])
        self.server.agents.append(self.headers["User-Agent"])
        self.close_connection = True
        with suppress(OSError):
            if path in REDIRECTS:
                self._head(302, {"Location": REDIRECTS[path]} if REDIRECTS[path] else {})
            elif path.startswith("/chain/"):
                self._head(302, {"Location": f"/chain/{int(path[7:]) + 1}"})
            else:
                ACTIONS.get(path, Handler.missing)(self)

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def send(self, content: bytes, media_type: str = "text/html", **headers: str) -> None:
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        self._head(200, {"Content-Type": media_type, "Content-Length": str(len(content)), **more})
        self.wfile.write(content)

    def missing(self) -> None:
        self._head(404, {"Content-Length": "0"})

    def changed(self, page: bytes) -> bytes:
        """The page as it is when it is asked for again, with other words; the first time as it is."""
        again = self.server.asked.count(self.path) > 1
        return page.replace(b"has agreed", b"has now agreed") if again else page

    def flaky(self) -> None:
        if self.server.asked.count("/flaky") < 3:
            self._head(503, {"Retry-After": "7", "Content-Length": "0"})
        else:
            self.send(PAGE)

    def broken_off(self) -> None:
        self._head(200, {"Content-Type": "text/html", "Content-Length": "5000"})
        self.wfile.write(b"<p>half a page")

    def endless(self) -> None:
        self._head(200, {"Content-Type": "text/html"})
        while not self.server.stop.is_set():
            self.wfile.write(b"<p>more</p>" * 10_000)

    def endless_headers(self) -> None:
        while not self.server.stop.is_set():
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)

    def drip(self) -> None:
        self._head(200, {"Content-Type": "text/html"})
        while not self.server.stop.wait(0.05):
            self.wfile.write(b"a")

    def drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.server.stop.wait(0.05):
            self.wfile.write(b"X")

    def nonsense(self) -> None:
        self.wfile.write(b"\x1b[2J\x00\xff nonsense\r\n\r\n")

    def huge(self) -> None:
        self._head(200, {"Content-Type": "text/html", "Content-Length": "99999999999"})
        while not self.server.stop.is_set():
            self.wfile.write(b"a" * 100_000)

    def bomb(self) -> None:
        self.send(gzip.compress(b"<p>" + b"a" * 50_000_000), Content_Encoding="gzip")


ACTIONS: dict[str, Callable[[Handler], None]] = {
    "/page": lambda site: site.send(PAGE),
    "/changing": lambda site: site.send(site.changed(PAGE)),
    "/packed": lambda site: site.send(gzip.compress(PAGE), Content_Encoding="gzip"),
    "/latin": lambda site: site.send(LATIN, "text/html; charset=ISO-8859-1"),
    "/text": lambda site: site.send(b"Fares rise\n\nThe council agreed.", "text/plain"),
    "/image": lambda site: site.send(b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png"),
    "/zip": lambda site: site.send(b"PK\x03\x04" + bytes(100), "application/octet-stream"),
    "/feed": lambda site: site.send(FEED, "application/atom+xml"),
    "/escape": lambda site: site.send(b"<title>a\x1b]52;c;aGk=\x07b</title><p>Fares &#27;[2J rise.", "text/html"),
    "/forbidden": lambda site: site._head(403, {"Content-Length": "0"}),
    "/odd-encoding": lambda site: site.send(PAGE, Content_Encoding="br"),
    "/flaky": Handler.flaky, "/broken-off": Handler.broken_off, "/endless": Handler.endless, "/huge": Handler.huge,
    "/endless-headers": Handler.endless_headers, "/drip": Handler.drip, "/drip-headers": Handler.drip_headers,
    "/nonsense": Handler.nonsense, "/bomb": Handler.bomb,
}  # fmt: skip


@contextmanager
def serving(context: ssl.SSLContext | None = None, site: Site | None = None) -> Iterator[Site]:
    """A running site, over TLS with a `context`."""
    site = site or Site()
    if context is not None:
        site.socket = context.wrap_socket(site.socket, server_side=True)
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.stop.set()
        site.shutdown()
        site.server_close()
        thread.join()


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
