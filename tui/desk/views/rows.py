"""Lists: rows of items with headings between them, a cursor on one item, and scrolling."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from tui.desk.reading.geometry import Drawer

Item = TypeVar("Item")
Sorting = Literal["sources", "conflicts", "order", "time"]


@dataclass(frozen=True, slots=True)
class Row(Generic[Item]):
    """One row of a list: an item, or a heading over the items that follow."""

    item: Item | None = None
    heading: str = ""


@dataclass(slots=True)
class ListPlace:
    """Where a list was left: the row under the cursor, the first row shown, the drawer, and the filter.

    The matrix also has a chosen article, its `column`, and an order of its rows.
    """

    cursor: int = 0
    top: int = 0
    drawer: Drawer = "short"
    wanted: str = ""
    column: int = 0
    sorting: Sorting = "sources"


def item_rows(rows: Sequence[Row[Item]]) -> list[int]:
    """The numbers of the rows that hold an item."""
    return [number for number, row in enumerate(rows) if row.item is not None]


def selected(rows: Sequence[Row[Item]], place: ListPlace) -> Item | None:
    """The item under the cursor; None where the list holds no item."""
    settle(rows, place)
    return rows[place.cursor].item if place.cursor < len(rows) else None


def settle(rows: Sequence[Row[Item]], place: ListPlace) -> None:
    """Put the cursor on an item: where it is, else on the next one, else on the last."""
    numbers = item_rows(rows)
    if place.cursor not in numbers:
        place.cursor = next((number for number in numbers if number > place.cursor), numbers[-1] if numbers else 0)


def move(rows: Sequence[Row[Item]], place: ListPlace, count: int) -> None:
    """Move the cursor by `count` items, down if positive, as far as there are any."""
    settle(rows, place)
    numbers = item_rows(rows)
    if numbers:
        here = numbers.index(place.cursor)
        place.cursor = numbers[max(0, min(here + count, len(numbers) - 1))]


def go_to_item(rows: Sequence[Row[Item]], place: ListPlace, number: int) -> None:
    """Put the cursor on the item of that number, counted from 0, the nearest there is."""
    numbers = item_rows(rows)
    if numbers:
        place.cursor = numbers[max(0, min(number, len(numbers) - 1))]


def turn(rows: Sequence[Row[Item]], place: ListPlace, count: int) -> None:
    """Move the cursor and the rows shown by so many rows, as for a page."""
    numbers = item_rows(rows)
    if not numbers:
        return
    wanted = place.cursor + count
    place.top += count
    place.cursor = min(numbers, key=lambda number: (abs(number - wanted), number))


def position(rows: Sequence[Row[Item]], place: ListPlace) -> tuple[int, int]:
    """The number of the item under the cursor, counted from 1, and how many there are."""
    numbers = item_rows(rows)
    return sum(number <= place.cursor for number in numbers), len(numbers)


def reveal(rows: Sequence[Row[Item]], place: ListPlace, room: int) -> None:
    """Scroll just as far as needed for the cursor to be among `room` rows, with a heading right above it."""
    settle(rows, place)
    first = place.cursor
    while first > 0 and rows[first - 1].item is None and place.cursor - first + 1 < room:
        first -= 1
    place.top = min(max(place.top, place.cursor - room + 1), first)
    place.top = max(0, min(place.top, len(rows) - room))


def filtered(rows: Sequence[Row[Item]], text_of: Callable[[Item], str], wanted: str) -> Sequence[Row[Item]]:
    """The rows whose items have `wanted` in their text, with the headings over them; case counts if it has any."""
    if not wanted:
        return rows
    found: list[Row[Item]] = []
    for row in rows:
        if row.item is None:
            found = found[:-1] if found and found[-1].item is None else found
            found.append(row)
            continue
        text = text_of(row.item)
        if wanted in (text if has_capital(wanted) else text.lower()):
            found.append(row)
    return found[:-1] if found and found[-1].item is None else found


def has_capital(text: str) -> bool:
    """Whether case is to count when looking for `text`: it has a capital letter."""
    return text != text.lower()
