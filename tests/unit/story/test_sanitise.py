"""Nothing that commands a terminal or deceives a reader survives; everything else stays in its place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.story import sanitise, sanitise_line

BAD = "\N{REPLACEMENT CHARACTER}"
FORBIDDEN = {
    *range(0x00, 0x09), *range(0x0B, 0x20), 0x7F, *range(0x80, 0xA0), 0x061C, 0x200B, 0x200E, 0x200F,
    *range(0x2028, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF, *range(0xD800, 0xE000),
}  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=[]), max_size=60)
TRICKY = st.lists(
    st.sampled_from(
        [
            "\u200c",
            "\u200d",
            "क",
            "्",
            "ش",
            "a",
            "👩",
            "🚀",
            "\ufe0f",
            "🏽",
            "\U0001f3f4",
            "\U000e0067",
            "\U000e007f",
            " ",
            "\x1b",
        ]
    ),
    max_size=30,
).map("".join)


@given(TEXT | TRICKY)
def test_sanitising_keeps_the_length_and_leaves_nothing_forbidden(text: str) -> None:
    clean = sanitise(text)

    assert len(clean) == len(text)
    assert not FORBIDDEN & set(map(ord, clean))
    assert all(new in (old, BAD) for old, new in zip(text, clean, strict=True))


@given(TEXT | TRICKY)
def test_sanitising_twice_is_sanitising_once(text: str) -> None:
    assert sanitise(sanitise(text)) == sanitise(text)


@given(TEXT | TRICKY)
def test_a_sanitised_line_has_no_line_breaks_or_tabs(text: str) -> None:
    line = sanitise_line(text)

    assert len(line) == len(text)
    assert len(line.splitlines()) <= 1
    assert "\t" not in line


@given(st.text(st.characters(categories=["L", "N", "P", "Zs", "Sc"]), max_size=60))
def test_letters_digits_and_punctuation_pass_unchanged(text: str) -> None:
    assert sanitise(text) == text


def test_each_forbidden_code_point_is_replaced() -> None:
    assert [code for code in sorted(FORBIDDEN) if sanitise(f"a{chr(code)}b") != f"a{BAD}b"] == []


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "ശ്രീമാന്\u200d വന്നു",
        "👩\u200d🚀",
        "👩🏽\u200d🚀",
        "🏳\ufe0f\u200d🌈",
        "❤\ufe0f\u200d🔥",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "\tfour\nlines",
        "caf\u00e9 cafe\u0301 naïve",
        "soft\u00adhyphen",
    ],
)
def test_what_writing_needs_is_kept(text: str) -> None:
    assert sanitise(text) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("ad\u200dmin", f"ad{BAD}min"),
        ("ad\u200cmin", f"ad{BAD}min"),
        ("\u200d👩", f"{BAD}👩"),
        ("👩\u200d", f"👩{BAD}"),
        ("👩\u200d\u200d🚀", f"👩{BAD}{BAD}🚀"),
        ("a\U000e0041b", f"a{BAD}b"),
        ("\U0001f3f4\U000e0067\U000e0062", f"\U0001f3f4{BAD}{BAD}"),
        ("\x1b]52;c;AAAA\x07", f"{BAD}]52;c;AAAA{BAD}"),
        ("say \u202etxt.exe", f"say {BAD}txt.exe"),
        ("\ud83d", BAD),
    ],
)
def test_what_only_deceives_is_replaced(text: str, clean: str) -> None:
    assert sanitise(text) == clean


def test_the_table_of_forbidden_code_points_holds_controls_and_formats_only() -> None:
    assert {unicodedata.category(chr(code)) for code in FORBIDDEN} == {"Cc", "Cf", "Cs", "Zl", "Zp"}
