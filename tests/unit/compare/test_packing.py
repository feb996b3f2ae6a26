"""Links that are sent to another process."""

from hypothesis import given
from hypothesis import strategies as st

from tui.compare.model import Evidence, Link, Side
from tui.compare.packing import packed, unpacked

numbers = st.integers(0, 10**9)
spans = st.tuples(numbers, numbers)
links = st.builds(
    Link,
    st.text(),
    st.builds(Side, numbers, numbers, numbers, numbers, numbers),
    st.builds(Side, numbers, numbers, numbers, numbers, numbers),
    st.sampled_from(["overlap", "conflict"]),
    st.sampled_from(["verbatim", "date"]),
    st.sampled_from(["check", None]),
    st.floats(0, 1),
    st.floats(0, 1),
    st.text(),
    st.lists(st.builds(Evidence, spans, spans), max_size=4).map(tuple),
    st.floats(0, 1),
    st.tuples(st.text(), st.text()),
    st.text(),
    st.booleans(),
)


@given(st.lists(st.lists(links, max_size=4).map(tuple), max_size=4))
def test_links_come_back_as_they_were(some: list[tuple[Link, ...]]) -> None:
    assert unpacked(packed(some)) == some
