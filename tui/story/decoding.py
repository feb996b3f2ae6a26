"""From bytes to text: byte order marks, UTF-8, then what the bytes look like, then Windows-1252."""

import codecs
import re

from tui.story.language import detect
from tui.story.reading import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DOCUMENTS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zipped or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich-text document"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NOT_ASCII_LINE = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_:-]{1,40})", re.I)
_NEWLINES = re.compile("\r\n?")
_SAMPLE_BYTES = 32_768
_WESTERN = frozenset({"da", "de", "en", "es", "fi", "fr", "it", "nl", "no", "pt", "sv"})
# Letters of another alphabet decoded as Windows-1252 are nearly all accented; no language written in it has so many.
_ACCENTS = 0.3
_LEGACY = [
    "cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256",
    "cp932", "euc_jp", "gb18030", "big5", "euc_kr", "mac_roman",
]  # fmt: skip


def decode(data: bytes, declared: str | None = None) -> str:
    """The text in `data`, without byte order mark, its line ends made LF; not yet sanitised.

    `declared` is the encoding a document claims for itself, believed where UTF-8 does not fit. Bytes that
    stand for nothing become U+FFFD.

    Raises:
        UnreadableError: `data` is not text.
    """
    for magic, name in _DOCUMENTS:
        if data.startswith(magic):
            raise UnreadableError(f"{name}, not text: save its text as .txt and open that")
    return _NEWLINES.sub("\n", _decoded(data, declared))


def declared_charset(data: bytes) -> str | None:
    """The encoding that the head of an HTML page in `data` names; None where it names none."""
    match = _CHARSET.search(data[:4_096])
    return match[1].decode("ascii") if match else None


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, "replace")
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    if broken <= sum(1 for character in text[:200_000] if character > "\x7f") - broken:
        return text
    return data.decode(_known(declared) or _guess(data), "replace")


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: mostly ASCII, so that every other byte is zero."""
    sample = data[: _SAMPLE_BYTES & ~1]
    if len(sample) < 8 or len(data) % 2 or 0 not in sample:
        return None
    half = len(sample) // 2
    for encoding, zeros, letters in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        if zeros.count(0) > 0.7 * half and letters.count(0) < 0.01 * half:
            return encoding
    return None


def _refuse_binary(data: bytes) -> None:
    controls = sum(1 for _ in _CONTROL.finditer(data[:1_000_000]))
    size = min(len(data), 1_000_000)
    if data.count(0) > 0.002 * len(data) or controls > 0.02 * size + 4:
        raise UnreadableError("not text but binary data: give a .txt, .md or .html file")


def _known(encoding: str | None) -> str | None:
    try:
        name = codecs.lookup(encoding).name if encoding else None
    except (LookupError, ValueError):
        return None
    # "ISO-8859-1" on the web means Windows-1252, as the WHATWG encoding standard rules.
    names = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8": None}
    legacy = {codecs.lookup(each).name for each in _LEGACY} | {
        "gb2312",
        "gbk",
        "shift_jis",
        "iso8859-2",
        "iso8859-15",
    }
    if name in names:
        return names[name]
    return name if name in legacy else None


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    sample = b"".join(match.group() for match in _NOT_ASCII_LINE.finditer(data[:1_000_000]))[:_SAMPLE_BYTES]
    best = from_bytes(sample, cp_isolation=_LEGACY, preemptive_behaviour=False).best()
    return _japanese(data) or _western(data) or (best.encoding if best else "cp1252")


def _western(data: bytes) -> str | None:
    """Windows-1252 where its text reads as a language written in it: a few accents say too little by themselves."""
    text = data[:_SAMPLE_BYTES].decode("cp1252", "replace")
    letters = [character for character in text if character.isalpha()]
    accents = sum(1 for letter in letters if not letter.isascii())
    readable = "\N{REPLACEMENT CHARACTER}" not in text and accents <= _ACCENTS * len(letters)
    return "cp1252" if readable and detect(text) in _WESTERN else None


def _japanese(data: bytes) -> str | None:
    """The Japanese encoding in which much of `data` is hiragana: short samples of it pass for Korean."""
    for encoding in ("cp932", "euc_jp"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        letters = sum(1 for character in text[:4_000] if character > "\x7f")
        if sum(1 for character in text[:4_000] if "\u3041" <= character <= "\u3096") > 0.2 * letters:
            return encoding
    return None
