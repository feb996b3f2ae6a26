"""Fetching from a server that tries each trick: refused on every hop, ended in time, said in one line."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pty.terminal import Terminal
from tests.unit.story.web_server import FEED, REDIRECTS, Site, free_port, serving
from tui.commands import fetch as fetch_command
from tui.commands.picking import numbers_in
from tui.story import load
from tui.story.fetching.addresses import RefusedError, checked_addresses, is_public, target_of
from tui.story.fetching.connection import UnreachableError
from tui.story.fetching.fetch import USER_AGENT, Limits, fetch

QUICK = Limits(seconds=0.6, attempts=1)
ONCE = Limits(seconds=10.0, attempts=1)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def copydesk(*words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *words], capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, **(env or {})},
    )  # fmt: skip


def refusal(url: str, limits: Limits = ONCE, *, allow_private: bool = True) -> str:
    with pytest.raises((RefusedError, UnreachableError)) as raised:
        fetch(url, allow_private=allow_private, limits=limits, wait=lambda seconds: None)
    message = str(raised.value)
    assert message.isprintable()
    return message


LOCAL = [
    "127.0.0.1", "127.1", "0x7f.1", "0x7f000001", "2130706433", "017700000001", "0", "0.0.0.0", "localhost",
    "127.0.0.1.", "①②⑦.0.0.1", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:10.0.0.1]",
    "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "[fe80::1]", "[fc00::1]", "[fec0::1]", "[ff02::1]",
    "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255",
]  # fmt: skip


@pytest.mark.parametrize("host", LOCAL)
def test_no_address_of_this_machine_or_a_private_network_is_visited(host: str) -> None:
    with pytest.raises(RefusedError, match=r"not a valid web address|private network"):
        checked_addresses(target_of(f"http://{host}/"), allow_private=False)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "1.1.1.1"])
def test_addresses_of_the_open_internet_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:alert(1)", "data:,x", "//host/",
     "http://", "http:///path", "http://a b/", "http://ex\x1bample.org/", "http://user:secret@example.org/",
     "http://example.org:99999/", "http://[::1", "http://999.1.1.1/", "http://" + "a" * 5_000],
)  # fmt: skip
def test_other_addresses_than_plain_ones_of_the_web_are_refused(url: str) -> None:
    with pytest.raises(RefusedError):
        target_of(url)


def test_a_server_on_this_machine_is_never_reached_unless_allowed(site: Site) -> None:
    assert "--allow-private" in refusal(f"{site.address}/page", allow_private=False)
    assert site.asked == []
    assert fetch(f"{site.address}/page", allow_private=True).url == f"{site.address}/page"


@pytest.mark.parametrize("path", ["/to-metadata", "/to-hex", "/to-ipv6", "/to-decimal", "/to-mapped"])
def test_every_hop_is_checked_anew(site: Site, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first hop passes, as that of a public site would; the next is judged on its own."""
    from tui.story.fetching import fetch as module

    first = iter([["127.0.0.1"]])

    def addresses(target: object, *, allow_private: bool) -> list[str]:
        return next(first, None) or checked_addresses(target, allow_private=allow_private)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "checked_addresses", addresses)

    assert "private network" in refusal(f"{site.address}{path}", allow_private=False)
    assert site.asked == [path]


def test_the_address_that_was_checked_is_the_one_that_is_visited(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is never looked up a second time, when it could mean another address."""
    from tui.story.fetching import fetch as module

    monkeypatch.setattr(module, "checked_addresses", lambda target, *, allow_private: ["127.0.0.1"])
    port = site.server_address[1]

    assert fetch(f"http://news.invalid:{port}/page").url == f"http://news.invalid:{port}/page"
    assert site.hosts == [f"news.invalid:{port}"]


@pytest.mark.parametrize("path", sorted(set(REDIRECTS) - {"/to-page"}))
def test_redirects_to_anything_else_are_refused(site: Site, path: str) -> None:
    refusal(f"{site.address}{path}", QUICK)


def test_redirects_are_followed_five_times(site: Site) -> None:
    assert fetch(f"{site.address}/to-page", allow_private=True).url == f"{site.address}/page"
    assert "more than 5 times" in refusal(f"{site.address}/chain/1")
    assert len(site.asked) == 2 + 6


@pytest.mark.parametrize("path", ["/endless", "/huge", "/bomb"])
def test_too_much_is_refused_before_it_has_all_come(site: Site, path: str) -> None:
    assert "larger than" in refusal(f"{site.address}{path}")


@pytest.mark.parametrize("path", ["/drip", "/drip-headers", "/endless-headers"])
def test_a_slow_drip_ends_with_the_time_allowed(site: Site, path: str) -> None:
    assert "took too long" in refusal(f"{site.address}{path}", QUICK)


@pytest.mark.parametrize("path", ["/nonsense", "/broken-off", "/odd-encoding"])
def test_what_is_no_answer_is_told(site: Site, path: str) -> None:
    assert "connection failed" in refusal(f"{site.address}{path}")


def test_nobody_listening_is_told() -> None:
    assert "connection failed" in refusal(f"http://127.0.0.1:{free_port()}/")


def test_a_busy_site_is_asked_again_after_the_pause_it_wants(site: Site) -> None:
    pauses: list[float] = []
    fetched = fetch(f"{site.address}/flaky", allow_private=True, wait=pauses.append)

    assert fetched.data
    assert pauses == [7.0, 7.0]
    assert set(site.agents) == {USER_AGENT}


def test_a_site_that_breaks_off_is_asked_again_with_growing_pauses(site: Site) -> None:
    pauses: list[float] = []
    with pytest.raises(UnreachableError):
        fetch(f"{site.address}/broken-off", allow_private=True, wait=pauses.append)

    assert pauses == [1.0, 2.0]
    assert site.asked == ["/broken-off"] * 3


def test_a_page_that_is_not_there_is_asked_for_once(site: Site) -> None:
    assert "no such page" in refusal(f"{site.address}/none", Limits(attempts=3))
    assert "refuses programs" in refusal(f"{site.address}/forbidden", Limits(attempts=3))
    assert site.asked == ["/none", "/forbidden"]


def test_a_web_address_opens_as_an_article(site: Site) -> None:
    story = load([f"{site.address}/page", f"{site.address}/packed"], allow_private=True, keep_duplicates=True)
    one, two = story.articles

    assert story.problems == ()
    assert (one.title, one.author, one.published) == ("Fares rise", "Ann Lee", "2026-03-03T10:00:00+00:00")
    assert (one.source, one.url, one.path) == (f"{site.address}/page", f"{site.address}/page", None)
    assert [one.quote(i) for i, passage in enumerate(one.passages) if passage.kind == "heading"] == [
        "Fares rise", "Reactions",
    ]  # fmt: skip
    assert two.text == one.text


def test_the_charset_of_the_answer_counts(site: Site) -> None:
    (article,) = load([f"{site.address}/latin"], allow_private=True).articles

    assert article.text == "Überall höhere Preise für Fähren"


def test_what_a_page_says_cannot_command_the_terminal(site: Site) -> None:
    (article,) = load([f"{site.address}/escape"], allow_private=True).articles

    assert article.title == "a\ufffd]52;c;aGk=\ufffdb"
    assert article.text == "Fares \ufffd[2J rise."


@pytest.mark.parametrize(("path", "word"), [("/image", "image/png"), ("/zip", "document"), ("/feed", "feed")])
def test_what_is_no_article_is_told(site: Site, path: str, word: str) -> None:
    story = load([f"{site.address}{path}"], allow_private=True)

    assert story.articles == ()
    assert word in story.problems[0].message


def test_fetch_saves_markdown_that_opens_again(site: Site, tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text(f"# the list\n{site.address}/page\n\n{site.address}/none\n")
    done = copydesk("fetch", "--urls", str(tmp_path / "urls.txt"), "-o", str(tmp_path / "out"), "--allow-private")

    assert done.returncode == 1
    assert done.stdout.splitlines() == [str(tmp_path / "out" / "fares-rise.md")]
    assert "[2/2]" in done.stderr
    assert "no such page" in done.stderr
    (article,) = load([tmp_path / "out"]).articles
    assert (article.title, article.author, article.published, article.url) == (
        "Fares rise", "Ann Lee", "2026-03-03T10:00:00+00:00", f"{site.address}/page",
    )  # fmt: skip
    assert article.text.startswith("# Fares rise\n\nThe council")
    again = copydesk("fetch", f"{site.address}/page", "-o", str(tmp_path / "out"), "--allow-private")
    assert (again.returncode, "saved already" in again.stderr) == (1, True)
    forced = copydesk("fetch", f"{site.address}/page", "-o", str(tmp_path / "out"), "--allow-private", "--force")
    assert forced.returncode == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["fares-rise.md"]


def test_fetch_refuses_this_machine_without_the_flag(site: Site, tmp_path: Path) -> None:
    done = copydesk("fetch", f"{site.address}/page", "-o", str(tmp_path))

    assert done.returncode == 1
    assert "--allow-private" in done.stderr
    assert (list(tmp_path.iterdir()), site.asked) == ([], [])


def test_fetch_lists_what_a_feed_offers(site: Site, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(FEED.replace(b"/page", b"https://example.org/page"))

    done = copydesk("fetch", "--list", f"{site.address}/feed", "--allow-private")
    assert done.stdout == f"2026-03-03T10:00:00+00:00\tFares rise\t{site.address}/page\n"
    done = copydesk("fetch", "--list", str(tmp_path / "feed.xml"))
    assert done.stdout == "2026-03-03T10:00:00+00:00\tFares rise\thttps://example.org/page\n"


def test_what_a_feed_lists_can_be_fetched_as_it_is_printed(site: Site, tmp_path: Path) -> None:
    listed = copydesk("fetch", "--list", f"{site.address}/feed", "--allow-private")
    (tmp_path / "picked.txt").write_text(listed.stdout)
    done = copydesk("fetch", "--urls", str(tmp_path / "picked.txt"), "-o", str(tmp_path / "out"), "--allow-private")

    assert done.returncode == 0
    assert (tmp_path / "out" / "fares-rise.md").is_file()


def test_a_feed_is_no_article_and_says_how_to_pick_from_it(site: Site, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(FEED)
    (tmp_path / "a.txt").write_text("The council of the island has agreed that all fares rise in May.\n")
    story = load([tmp_path / "a.txt", tmp_path / "feed.xml", f"{site.address}/feed"], allow_private=True)
    piped = copydesk("fetch", f"{site.address}/feed", "-o", str(tmp_path / "out"), "--allow-private")

    assert len(story.articles) == 1
    assert ["fetch FEED" in problem.message for problem in story.problems] == [True, True]
    assert (piped.returncode, "fetch FEED" in piped.stderr) == (1, True)


def test_at_a_terminal_the_articles_of_a_feed_are_picked_by_number(site: Site, tmp_path: Path, root: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(
        FEED.replace(b"/page", f"{site.address}/missing".encode()).replace(
            b"</feed>", f'<entry><title>a\x1b[2Jb</title><link href="{site.address}/page"/></entry></feed>'.encode()
        )
    )
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "tui",
        "fetch",
        tmp_path / "feed.xml",
        "-o",
        tmp_path / "out",
        "--allow-private",
    ]
    with Terminal(command, size=(100, 24), environment={"PYTHONPATH": str(root)}) as terminal:
        terminal.wait_for("which?")
        terminal.send("3\r")
        terminal.wait_for("that is none of 1 to 2")
        terminal.send("2\r")
        terminal.wait_exit()
        received = bytes(terminal.received)

        assert terminal.status == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["fares-rise.md"]
    assert b"\x1b[2J" not in received
    assert site.asked == ["/page"]


@given(st.lists(st.integers(1, 30), max_size=8))
def test_numbers_are_read_back_in_their_order(numbers: list[int]) -> None:
    assert numbers_in(", ".join(map(str, numbers)), 30) == list(dict.fromkeys(numbers))


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("all", [1, 2, 3]),
        ("2-3 1", [2, 3, 1]),
        ("", []),
        ("0", None),
        ("4", None),
        ("3-2", None),
        ("x", None),
        ("٣", None),
    ],
)
def test_ranges_and_words_are_understood_or_asked_again(line: str, numbers: list[int] | None) -> None:
    assert numbers_in(line, 3) == numbers


def test_a_host_is_left_alone_for_a_moment_before_it_is_asked_again(site: Site, tmp_path: Path) -> None:
    urls = [f"{site.address}/page", f"{site.address}/text", f"{site.address}/page"]
    args = argparse.Namespace(
        urls=urls, file=None, list=False, output=tmp_path / "out", force=False, allow_private=True
    )
    pauses: list[float] = []

    assert fetch_command.run(args, pauses.append) == 0
    assert pauses == [fetch_command.HOST_PAUSE]
    assert site.agents == [USER_AGENT, USER_AGENT]


def test_a_server_with_an_ipv6_address_is_reached_only_when_allowed() -> None:
    try:
        site = Site("::1")
    except OSError:
        pytest.skip("this machine has no IPv6")
    with serving(site=site):
        address = f"http://[::1]:{site.server_address[1]}/page"

        assert "--allow-private" in refusal(address, allow_private=False)
        assert site.asked == []
        assert fetch(address, allow_private=True, limits=ONCE).url == address
        assert "--allow-private" in refusal(f"http://[0:0::1]:{site.server_address[1]}/page", allow_private=False)


@pytest.mark.parametrize("words", [["fetch"], ["fetch", "https://example.org/"], ["fetch", "--list"]])
def test_fetch_without_address_or_folder_is_wrong_usage(words: list[str]) -> None:
    assert copydesk(*words).returncode == 2


def test_compare_takes_web_addresses(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council of the island has agreed that all fares rise in May.\n")
    done = copydesk("compare", str(tmp_path / "a.txt"), f"{site.address}/page", "--allow-private", "--format", "json")

    assert done.returncode == 0
    assert '"Fares rise"' in done.stdout


@pytest.mark.system
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    import ssl

    if not shutil.which("openssl"):
        pytest.skip("needs the program openssl")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days",
         "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with serving(context) as site:
        port = site.server_address[1]

        assert "certificate is not valid" in refusal(f"https://localhost:{port}/page")
        trusted = copydesk_with_certificate(tmp_path / "cert.pem", f"https://localhost:{port}/page", tmp_path / "a")
        assert trusted.returncode == 0
        other_name = copydesk_with_certificate(tmp_path / "cert.pem", f"https://127.0.0.1:{port}/page", tmp_path / "b")
        assert "certificate is not valid" in other_name.stderr


def copydesk_with_certificate(path: Path, url: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return copydesk("fetch", url, "-o", str(folder), "--allow-private", env={"SSL_CERT_FILE": str(path)})
