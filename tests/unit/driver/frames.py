"""Random frames as Textual writes them: positions, styled text of every width, whole lines and small patches."""

from __future__ import annotations

from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size

WIDTH, HEIGHT = 24, 8

CERTAIN = ["a", "b", "the", " ", "    ", "“é”", "─│▌", "漢", "字句", "한글", "e\u0301", "n\u0303o", "Ж", "ש"]
UNCERTAIN = ["👩‍💻", "❤️", "❤", "🇫🇷", "👍🏽", "1️⃣", "क्षि", "☎️", "👨‍👩‍👧‍👦", "⌚", "ไทย", "🏳️‍🌈"]
STRAY = ["\u0301", "x\u200dy", "🇫", "🏽"]
SGR = ["", "1", "7", "4;31", "3;38;5;200", "48;2;10;20;30", "1;2;97;44", "9;39;49", "38;2;1;2;3;48;2;4;5;6"]


def patch(row: int, column: int, pieces: list[tuple[str, str]]) -> str:
    """Styled text at a place, cut where the row ends."""
    written = f"\x1b[{row};{column}H"
    room = WIDTH - column + 1
    for text, sgr in pieces:
        fitting = text if cell_len(text) <= room else set_cell_size(text, room)
        room -= cell_len(fitting)
        written += f"\x1b[{sgr}m{fitting}\x1b[0m" if sgr else fitting
    return written


def frames(texts: list[str]) -> st.SearchStrategy[str]:
    """A frame of some patches, ended by the cursor's place."""
    row, column = st.integers(1, HEIGHT), st.integers(1, WIDTH)
    text = st.lists(st.sampled_from(texts), min_size=1, max_size=6).map("".join)
    pieces = st.lists(st.tuples(text, st.sampled_from(SGR)), min_size=1, max_size=3)
    patches = st.lists(st.tuples(row, column, pieces), min_size=1, max_size=12).map(
        lambda some: "\n".join(patch(*one) for one in sorted(some, key=lambda one: one[0])).replace(
            f"\n\x1b[{HEIGHT};", f"\x1b[{HEIGHT};"
        )
    )
    place = st.tuples(row, column).map(lambda at: f"\x1b[{at[0]};{at[1]}H")
    return st.tuples(patches, place).map("".join)


def scrolls(texts: list[str]) -> st.SearchStrategy[list[str]]:
    """Frames that show a window on the same lines at several offsets."""

    def window(drawn: tuple[list[str], list[int]]) -> list[str]:
        lines, offsets = drawn
        shown = []
        for offset in offsets:
            rows = [patch(row + 2, 1, [(lines[(row + offset) % len(lines)], "")]) for row in range(HEIGHT - 2)]
            shown.append("\n".join(rows) + f"\x1b[{HEIGHT};1H{offset:<{WIDTH}}\x1b[1;1H")
        return shown

    line = st.lists(st.sampled_from(texts), min_size=4, max_size=14).map(
        lambda words: set_cell_size(" ".join(words), WIDTH)
    )
    lines = st.lists(line, min_size=12, max_size=12, unique=True)
    return st.tuples(lines, st.lists(st.integers(0, 11), min_size=2, max_size=6)).map(window)
