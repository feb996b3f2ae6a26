"""Bytes become the text their writer meant, in whatever encoding it was saved."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.story.laws import assert_article_or_reason
from tui.story.decoding import declared_charset, decode
from tui.story.loading import read_article
from tui.story.reading import UnreadableError

FRENCH = "Le café de la gare était fermé. « Où est passée la clé ? » demandait l’élève à sa mère.\n"
GERMAN = "Die Fähre fährt über den Sund, größer und schöner als früher – sagt der Bürgermeister.\n"
POLISH = "Władze wyspy podniosły opłaty za prom, a mieszkańcy są źli, ponieważ nikt ich nie pytał.\n"
RUSSIAN = "Паром вышел из гавани рано утром, и никто из жителей острова его не заметил.\n"
GREEK = "Το πλοίο έφυγε από το λιμάνι νωρίς το πρωί και κανείς δεν το είδε.\n"
HEBREW = "הספינה יצאה מהנמל מוקדם בבוקר ואיש לא ראה אותה יוצאת.\n"
JAPANESE = "船は朝早く港を出ました。島の人々は誰もそれを見ませんでした。明日は雨が降るでしょう。\n"
CHINESE = "渡轮一大早就离开了港口，岛上的居民没有人看见它。明天可能会下雨。\n"


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, JAPANESE, "plain\n", "🚢 sails\n"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_read_with_its_mark(text: str, mark: bytes, encoding: str) -> None:
    assert decode(mark + text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)) == FRENCH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
        (POLISH * 4, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (GREEK, "cp1253"),
        (HEBREW, "cp1255"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
    ],
)
def test_older_encodings_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_one_accent_in_much_english_is_windows_1252() -> None:
    text = "The café on the corner was closed again on Monday, and nobody in the village knew why. " * 5

    assert decode(text.encode("cp1252")) == text


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    data = RUSSIAN.encode() + b"\xff\xfe\xc3" + RUSSIAN.encode()

    assert decode(data).count("\N{REPLACEMENT CHARACTER}") == 3
    assert decode(data).startswith(RUSSIAN)


def test_a_character_cut_at_the_end_is_one_replacement() -> None:
    assert decode(FRENCH.encode()[:-1] + "é".encode()[:1]).endswith("\N{REPLACEMENT CHARACTER}")


def test_a_page_may_name_its_encoding() -> None:
    page = f'<meta charset="iso-8859-1"><p>{FRENCH}'.encode("cp1252")

    assert declared_charset(page) == "iso-8859-1"
    assert FRENCH.strip()[:30] in read_article(page, "a.html").text


@pytest.mark.parametrize("name", ["utf-16", "rot13", "zip", "unicode_escape", "idna", "x" * 40, "no-such"])
def test_an_encoding_that_is_none_for_pages_is_not_believed(name: str) -> None:
    page = f'<meta charset="{name}"><p>{FRENCH}'.encode("cp1252")

    assert FRENCH.strip()[:30] in read_article(page, "a.html").text


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(64), b"\x7fELF\x02\x01\x01" + bytes(64), bytes(2)])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="binary"):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    if text.startswith("\ufeff") or text.encode()[:4] in (b"PK\x03\x04", b"%PDF"):
        return
    assert decode(text.encode()) == text


def test_every_hostile_file_is_an_article_or_one_clear_line(shared: Path) -> None:
    files = [path for path in (shared / "data" / "naughty").rglob("*") if path.is_file()]
    assert files
    for path in files:
        for suffix in (".txt", ".md", ".html"):
            assert_article_or_reason(path.read_bytes(), suffix)


def test_a_few_accents_in_english_are_western():
    line = "The owner of the café was naïvely certain that it had been left open on the Monday."
    assert decode(line.encode("cp1252")) == line


def test_central_european_text_stays_central_european():
    line = "Ministr řekl, že se vláda sejde v pondělí a že o návrhu bude jednat také sněmovna, která ho odmítla."
    assert decode(line.encode("cp1250")) == line
