"""Damaged input for the fuzz: real samples of each format, cut, repeated and spiked with what has broken programs."""

from hypothesis import strategies as st

PARAGRAPH = (
    "The council of the island has agreed that all fares rise by 12 per cent in May, and 3 of its 14 members spoke "
    "against it. “Nobody asked us,” said Ann Lee, who runs the ferry to Skarn. "
)
TEXT = f"Ferry fares to rise\n\n{PARAGRAPH}\n\n- One point\n- Another point\n\nReactions\n\n{PARAGRAPH}\n".encode()
HEAD = b'---\ntitle: "Fares"\noutlet: Post\npublished: 2026-03-03\nurl: https://example.org/f\n---\n\n# Fares\n\n'
MARKDOWN = HEAD + TEXT
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fares rise | Island Post</title>
<meta property="og:title" content="Fares &amp; ferries"><meta name="author" content="By Ann Lee">
<meta property="article:published_time" content="2026-03-03T10:00:00Z"><link rel="canonical" href="https://e.org/f">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Fares"}}</script></head><body>
<nav><ul><li><a href="/">Home</a></ul></nav><main><article><h1>Fares &amp; ferries</h1><p>{PARAGRAPH}<p>{PARAGRAPH}<br>
and a break</p><figure><img src="a"><figcaption>At sea</figcaption></figure><h2>Reactions</h2><ul><li>{PARAGRAPH}</li>
</ul><blockquote>{PARAGRAPH}</blockquote><table><tr><td>1</td></tr></table></article></main><footer>©</footer></body></html>
""".encode()
FEED = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss version="2.0"><channel><title>Post</title>
<item><title>Fares rise</title><link>https://example.org/1</link><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate></item>
<item><title><![CDATA[<b>More</b>]]></title><guid>https://example.org/2</guid></item></channel></rss>"""
LINES = b'{"title": "Fares", "text": "All fares rise in May.", "url": "https://example.org/1"}\n{"text": "Two."}\n'
MAIL = b"""From: Ann Lee <ann@example.org>\r\nSubject: =?utf-8?q?Fares?=\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r
MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="x"\r
\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r
\r\nAll fares rise.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>All fares rise.</p>\r\n--x--\r\n"""
_OBJECTS = (
    b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    b"<</Length 47>>stream\nBT /F 12 Tf 72 700 Td (All fares rise.) Tj ET  \nendstream",
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
)  # fmt: skip


def _pdf() -> bytes:
    """A file of one page with one line."""
    body = b"%PDF-1.4\n"
    table = b"xref\n0 6\n0000000000 65535 f \n"
    for number, content in enumerate(_OBJECTS, start=1):
        table += b"%010d 00000 n \n" % len(body)
        body += b"%d 0 obj%b endobj\n" % (number, content)
    return body + table + b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF\n" % len(body)


PDF = _pdf()
SPIKES = [
    b"\x00", b"\x1b[2J", b"\x1b]52;c;aGk=\x07", b"\x9b31m", b"&#27;", b"&#x9b;", b"\xff\xfe", b"\xfe\xff",
    b"\xc0\x80", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xcc\x81" * 60, b"\xf0\x9f\x87", b"\r",
    b"\n\n", b"\f", b"---\n", b"<", b">", b"<!--", b"]]>", b"<![CDATA[", b"<script>", b"<title>", b"<svg>", b"<p>" * 40,
    b"</div>" * 40, b"&", b"&a;", b"[bold]", b"[/]", b"[@click=app.bell]", b"{", b"}", b"[", b'"', b"\\", b"\\ud800",
    b"1e999", b"-", b"null", b"\t", b"U.S. And ", b"a.m. ", b"\xe3\x80\x82", b"9" * 400, b"at least twelve ", b"not ",
    b"\xef\xbb\xbf", b"=?utf-8?b?//8=?=", b"<!ENTITY x SYSTEM 'file:///etc/passwd'>", b"%PDF-", b"PK\x03\x04",
    b"https://127.0.0.1/", b"=cmd|' /C calc'!A0", b",",
]  # fmt: skip
SPIKE = st.sampled_from(SPIKES) | st.binary(max_size=6)


def mutated(*samples: bytes) -> st.SearchStrategy[bytes]:
    """One of `samples` with up to twelve changes, or bytes of no form at all."""
    changes = st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 300), st.integers(0, 3), SPIKE), max_size=12)
    return st.builds(_changed, st.sampled_from(samples), changes) | st.binary(max_size=400)


def _changed(sample: bytes, changes: list[tuple[int, int, int, bytes]]) -> bytes:
    for place, length, manner, spike in changes:
        start = place % (len(sample) + 1)
        piece = sample[start : start + length]
        if manner == 0:
            sample = sample[:start] + spike + sample[start:]
        elif manner == 1:
            sample = sample[:start] + spike + sample[start + length :]
        elif manner == 2:
            sample = sample[:start] + piece * 3 + sample[start:]
        else:
            sample = sample[start:] + sample[:start]
    return sample[:60_000]
