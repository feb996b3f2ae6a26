"""A terminal's screen, small and strict: what it does not know it refuses, so that no byte goes unexamined.

Two opinions on widths can be had. `modern` measures clusters as Textual lays them out. `legacy` gives every
code point its own cells, knows neither joiners nor variation selectors, and so draws emoji wider or narrower.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rich.cells import cell_len

_TOKEN = re.compile(
    r"\x1b\[([<-?]?)([\d;:]*)(\$?)([@-~])"
    r"|\x1b\](\d+);([^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b([78=>Mc])"
    r"|([\r\n\v\b\x07])"
    r"|([^\x00-\x1f\x7f-\x9f]+)"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?)?\Z")


@dataclass(frozen=True)
class Look:
    """What SGR has set."""

    attributes: frozenset[str] = frozenset()
    foreground: str = ""
    background: str = ""
    link: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell: its text (empty in the later cells of a wide cluster) and its look."""

    text: str = " "
    look: Look = Look()

    def seen(self) -> tuple[str, Look]:
        """What a reader can see of it: a blank's text colour, weight and slant are invisible."""
        if self.text.startswith(" ") and not self.look.attributes & {"4", "21", "7", "9", "53"}:
            return self.text, Look(background=self.look.background, link=self.look.link)
        return self.text, self.look


class UnknownSequence(AssertionError):
    """The terminal was sent something it does not know."""


def _is_flag(text: str) -> bool:
    return len(text) == 2 and all("\U0001f1e6" <= letter <= "\U0001f1ff" for letter in text)


def _is_pictograph(character: str) -> bool:
    return "\u2600" <= character <= "\u27bf" or character >= "\U0001f000"


class Emulator:
    """Receives text, keeps cells."""

    def __init__(
        self, width: int, height: int, widths: str = "modern", ambiguous: int = 1, strict: bool = True
    ) -> None:
        self.width, self.height = width, height
        self.widths, self.ambiguous, self.strict = widths, ambiguous, strict
        self.modes: set[str] = {"25", "7"}
        self.replies: list[str] = []
        self.titles: list[str] = []
        self.bells = 0
        self._main: list[list[Cell]] | None = None
        self._rest = ""
        self._clear_screen()

    def _clear_screen(self) -> None:
        self.cells = [[Cell()] * self.width for _ in range(self.height)]
        self.column = self.row = 0
        self.top, self.bottom = 0, self.height - 1
        self.look = Look()
        self._joining = self._restyled = False
        self._lead: tuple[int, int] | None = None

    @property
    def lines(self) -> list[str]:
        """The rows as text, padded to the width."""
        return ["".join(cell.text for cell in row) for row in self.cells]

    def seen(self) -> list[list[tuple[str, Look]]]:
        """Every cell as a reader sees it."""
        return [[cell.seen() for cell in row] for row in self.cells]

    def resize(self, width: int, height: int) -> None:
        """Cut or extend the screen at the right and the bottom, as xterm does on its alternate screen."""
        rows = [(row + [Cell()] * width)[:width] for row in self.cells[:height]]
        rows += [[Cell()] * width for _ in range(height - len(rows))]
        self.cells, self.width, self.height = rows, width, height
        self.top, self.bottom = 0, height - 1
        self.column, self.row = min(self.column, width - 1), min(self.row, height - 1)
        self._lead = None

    def feed(self, text: str) -> None:
        """Receive text; a sequence cut at its end is kept until the rest comes."""
        text = self._rest + text
        unfinished = _UNFINISHED.search(text)
        self._rest = unfinished[0] if unfinished else ""
        end = len(text) - len(self._rest)
        position = 0
        while position < end:
            token = _TOKEN.match(text, position, end)
            try:
                if token is None:
                    raise UnknownSequence(repr(text[position : position + 40]))
                self._receive(token)
            except UnknownSequence:
                if self.strict:
                    raise
            position = token.end() if token else position + 1

    def _receive(self, token: re.Match[str]) -> None:
        if token[9] is not None:
            self._print(token[9])
            return
        if token[4] == "m":
            self._restyled = True
        else:
            self._joining, self._lead = False, None
        if token[4]:
            self._csi(token[1], token[2], token[3] + token[4])
        elif token[5]:
            self._osc(token[5], token[6])
        elif token[7]:
            if token[7] == "M":
                self._index(-1)
        elif token[8] == "\r":
            self.column = 0
        elif token[8] in "\n\v":
            self._index(1)
        elif token[8] == "\b":
            self.column = max(min(self.column, self.width - 1) - 1, 0)
        else:
            self.bells += 1

    def _osc(self, number: str, value: str) -> None:
        if number == "8":
            link = "" if value == ";" else value
            self.look = Look(self.look.attributes, self.look.foreground, self.look.background, link)
        else:
            self.titles.append(f"{number};{value}")

    def _print(self, text: str) -> None:
        if self.widths == "modern" and not self._joining and text.isascii():
            self._print_ascii(text)
            return
        for character in text:
            self._print_character(character)

    def _print_ascii(self, text: str) -> None:
        fits = text[: max(self.width - self.column, 0)]
        if fits:
            end = self.column + len(fits)
            self._break(self.column, end)
            look = self.look
            self.cells[self.row][self.column : end] = [Cell(character, look) for character in fits]
            self._lead = (end - 1, self.row)
            self.column = end
        for character in text[len(fits) :]:
            self._print_character(character)

    def _print_character(self, character: str) -> None:
        lead = self._lead
        held = self.cells[lead[1]][lead[0]].text if lead else ""
        joins = self.widths == "modern" and bool(held)
        flag = _is_flag(held + character) and not self._restyled
        sequence = self._joining and (not self._restyled or _is_pictograph(character))
        self._restyled = False
        if lead and joins and (sequence or not cell_len(character) or flag):
            self._join(lead, held, character)
            return
        width = self._width(character)
        if not width:
            if self.column:
                self._attach(min(self.column, self.width) - 1, character)
            return
        if self.column + width > self.width:
            self.column = self.width - width
        self._break(self.column, self.column + width)
        self.cells[self.row][self.column] = Cell(character, self.look)
        for extra in range(1, width):
            self.cells[self.row][self.column + extra] = Cell("", self.look)
        self._lead = (self.column, self.row)
        self.column += width
        self._joining = False

    def _join(self, lead: tuple[int, int], held: str, character: str) -> None:
        column, row = lead
        grown = cell_len(held + character) - cell_len(held) if not self._joining else 0
        look = self.cells[row][column].look
        if grown > 0 and self.column < self.width:
            self._break(self.column, self.column + 1)
            self.cells[row][self.column] = Cell("", look)
            self.column += 1
        self.cells[row][column] = Cell(held + character, look)
        self._joining = character == "\u200d"

    def _attach(self, column: int, mark: str) -> None:
        row = self.cells[self.row]
        while column and not row[column].text:
            column -= 1
        row[column] = Cell(row[column].text + mark, row[column].look)

    def _width(self, character: str) -> int:
        if self.widths == "legacy" and character in "\u200d\ufe0e\ufe0f":
            return 0
        if self.widths == "legacy" and "\U0001f3fb" <= character <= "\U0001f3ff":
            return 2
        if self.ambiguous == 2 and character in "≈·─│▌…“”—’":
            return 2
        return cell_len(character)

    def _break(self, start: int, end: int) -> None:
        row = self.cells[self.row]
        lead = start
        while lead < self.width and lead and not row[lead].text:
            lead -= 1
            row[lead] = Cell(" " if row[lead].text else "", row[lead].look)
        for column in range(lead, min(start, self.width)):
            row[column] = Cell(" ", row[column].look)
        while end < self.width and not row[end].text:
            row[end] = Cell(" ", row[end].look)
            end += 1

    def _index(self, step: int) -> None:
        edge = self.bottom if step > 0 else self.top
        if self.row == edge:
            self._scroll(self.top, self.bottom, step)
        else:
            self.row = min(max(self.row + step, 0), self.height - 1)

    def _scroll(self, top: int, bottom: int, count: int) -> None:
        region = self.cells[top : bottom + 1]
        blank = [[self._cleared()] * self.width for _ in range(min(abs(count), len(region)))]
        moved = region[count:] + blank if count > 0 else blank + region[: len(region) - len(blank)]
        self.cells[top : bottom + 1] = moved[: len(region)]

    def _cleared(self) -> Cell:
        return Cell(" ", Look(background=self.look.background))

    def _csi(self, private: str, parameters: str, final: str) -> None:
        if private:
            self._private(private, parameters, final)
            return
        if final == "m":
            self._sgr(parameters)
            return
        numbers = [int(number or 0) for number in parameters.split(";")]
        count = max(numbers[0], 1)
        if final in "Hf":
            self.row = min(count, self.height) - 1
            self.column = min(max([*numbers, 1][1], 1), self.width) - 1
        elif final in "ABCD":
            self._walk(final, count)
        elif final in "JKX":
            self._erase(final, numbers[0])
        elif final in "LM" and self.top <= self.row <= self.bottom:
            self._scroll(self.row, self.bottom, min(count, self.bottom - self.row + 1) * (1 if final == "M" else -1))
            self.column = 0
        elif final == "r":
            self.top, self.bottom = count - 1, (numbers[1] if len(numbers) > 1 else self.height) - 1
            self.column = self.row = 0
        elif final == "n" and numbers == [6]:
            self.replies.append(f"\x1b[{self.row + 1};{min(self.column, self.width - 1) + 1}R")
        elif final == "c":
            self.replies.append("\x1b[?62;22c")
        else:
            raise UnknownSequence(f"CSI {parameters}{final}")

    def _walk(self, final: str, count: int) -> None:
        column = min(self.column, self.width - 1)
        if final in "CD":
            self.column = min(max(column + (count if final == "C" else -count), 0), self.width - 1)
        else:
            self.column = column
            self.row = min(max(self.row + (count if final == "B" else -count), 0), self.height - 1)

    def _erase(self, final: str, number: int) -> None:
        column = min(self.column, self.width - 1)
        if final == "J":
            if number != 2:
                raise UnknownSequence(f"CSI {number}J")
            self.cells = [[self._cleared()] * self.width for _ in range(self.height)]
            return
        if final == "K" and number:
            raise UnknownSequence(f"CSI {number}K")
        end = self.width if final == "K" else min(column + max(number, 1), self.width)
        self._break(column, end)
        self.cells[self.row][column:end] = [self._cleared()] * (end - column)

    def _private(self, private: str, parameters: str, final: str) -> None:
        if private == "?" and final in "hl":
            for mode in parameters.split(";"):
                self._set_mode(mode, final == "h")
        elif private == "?" and final == "$p":
            state = {"2026": 2, "2048": 0}.get(parameters, 0)
            self.replies.append(f"\x1b[?{parameters};{state}$y")
        elif final != "u":
            raise UnknownSequence(f"CSI {private}{parameters}{final}")

    def _set_mode(self, mode: str, on: bool) -> None:
        if mode == "1049" and on and self._main is None:
            self._main = self.cells
            self._clear_screen()
        elif mode == "1049" and not on and self._main is not None:
            self.cells, self._main = self._main, None
            self.resize(self.width, self.height)
        (self.modes.add if on else self.modes.discard)(mode)

    @property
    def alternate(self) -> bool:
        """Whether the alternate screen is shown."""
        return self._main is not None

    def _sgr(self, parameters: str) -> None:
        codes = parameters.split(";")
        attributes, fore, back = set(self.look.attributes), self.look.foreground, self.look.background
        off = {"22": "1 2", "23": "3", "24": "4 21", "25": "5 6", "27": "7", "28": "8", "29": "9", "55": "53"}
        while codes:
            code = codes.pop(0)
            if code in ("", "0"):
                attributes, fore, back = set(), "", ""
            elif code in ("38", "48"):
                count = {"5": 2, "2": 4}[codes[0]]
                colour, codes = ";".join(codes[:count]), codes[count:]
                fore, back = (colour, back) if code == "38" else (fore, colour)
            elif code in off:
                attributes -= set(off[code].split())
            elif len(code) == 2 and code[0] in "39" and code != "39":
                fore = code
            elif (len(code) == 2 and code[0] == "4" and code != "49") or (len(code) == 3 and code < "108"):
                back = code
            elif code in ("39", "49"):
                fore, back = ("", back) if code == "39" else (fore, "")
            elif code in ("1", "2", "3", "4", "5", "6", "7", "8", "9", "21", "53"):
                attributes.add(code)
            else:
                raise UnknownSequence(f"SGR {parameters}")
        self.look = Look(frozenset(attributes), fore, back, self.look.link)
