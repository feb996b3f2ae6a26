from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.accuracy.anchors import measure
from tests.unit.claims.stories import HARBOUR, article, span
from tui.claims.anchors import CONTEXT, anchor_of, passage_at
from tui.claims.flattening import flatten
from tui.claims.reanchoring import place

TEXTS = st.text(st.sampled_from("ab c.\n“”’'—-…\u00a0\t1é日\U0001f600"), max_size=120)


def placed(quote: str, now: str, before: str = HARBOUR) -> str | None:
    """The words that `quote` of the text `before` is found as in the text `now`."""
    anchor = anchor_of(article(before), *span(before, quote))
    found = place(anchor, now, before)
    return None if found is None else now[found.start : found.end]


@given(TEXTS, st.data())
def test_an_anchor_gives_its_span_back(text: str, data: st.DataObject) -> None:
    assume(text.strip())
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())

    anchor = anchor_of(article(text), start, end)

    assert text[anchor.start : anchor.end] == anchor.exact == text[start:end].strip()
    assert text[: anchor.start].endswith(anchor.prefix)
    assert text[anchor.end :].startswith(anchor.suffix)
    assert max(len(anchor.prefix), len(anchor.suffix)) <= CONTEXT


@given(TEXTS, st.data())
def test_a_quote_in_an_unchanged_text_stays_where_it_is(text: str, data: st.DataObject) -> None:
    words = [match for match in text.split() if flatten(match).text.strip() and any(map(str.isalnum, match))]
    assume(words)
    start = text.index(data.draw(st.sampled_from(words)))
    anchor = anchor_of(article(text), start, len(text))

    found = place(anchor, text, text)

    assert found is not None
    assert text[found.start : found.end] == anchor.exact


@given(TEXTS)
def test_every_character_of_a_flattened_text_knows_its_place(text: str) -> None:
    flat = flatten(text)
    assert len(flat.places) == len(flat.text) + 1
    assert list(flat.places) == sorted(flat.places)
    assert flat.places[-1] == len(text)
    for index, character in enumerate(flat.text):
        start, end = flat.original(index, index + 1)
        assert 0 <= start < end <= len(text)
        if character.isalnum():
            assert text[start:end] == character


@pytest.mark.parametrize("span_", [(-1, 4), (4, 4), (0, 10_000), (35, 37)])
def test_a_span_outside_the_text_or_without_words_is_refused(span_: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="the span"):
        anchor_of(article(HARBOUR), *span_)


def test_the_passage_of_a_position_is_the_one_that_holds_it_or_the_next() -> None:
    one = article("First.\n\nSecond.\n")
    assert [passage_at(one, at) for at in (0, 5, 6, 7, 8, 14, 15, 99)] == [0, 0, 1, 1, 1, 1, None, None]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (HARBOUR, "12,000 cars a day"),
        ("An update.\n\n" + HARBOUR, "12,000 cars a day"),
        (HARBOUR.replace("12,000", "14,000"), "14,000 cars a day"),
        (HARBOUR.replace("12,000 cars", "12,000\u00a0cars"), "12,000\u00a0cars a day"),
        (HARBOUR.replace("Officials expect 12,000 cars a day.\n\n", ""), None),
        (HARBOUR.replace("12,000 cars a day", "12,000 cars or more a day"), "12,000 cars or more a day"),
        ("", None),
        ("Something else altogether, of another day.", None),
    ],
)
def test_a_quote_is_found_again_or_said_to_be_gone(now: str, expected: str | None) -> None:
    assert placed("12,000 cars a day", now) == expected


def test_typography_is_no_change_of_words() -> None:
    now = HARBOUR.replace("“", '"').replace("”", '"').replace("did not", "did  not")
    assert placed("“We did not cut corners,”", now) == '"We did  not cut corners,"'


TWICE = "The vote is close.\n\nThey said no. Then a pause.\n\nThe minister left. They said no. A long evening.\n"


def test_of_two_equal_sentences_the_one_with_the_same_surroundings_is_meant() -> None:
    first, second = TWICE.index("They said no."), TWICE.rindex("They said no.")
    now = "A new beginning of some length was put here.\n\n" + TWICE
    shift = len(now) - len(TWICE)
    for start in (first, second):
        found = place(anchor_of(article(TWICE), start, start + 13), now, TWICE)
        assert found is not None
        assert found.start == start + shift


def test_when_one_of_two_equal_sentences_is_deleted_its_claim_does_not_jump_to_the_other() -> None:
    second = TWICE.rindex("They said no.")
    now = TWICE[:second] + TWICE[second + 14 :]
    assert place(anchor_of(article(TWICE), second, second + 13), now, TWICE) is None


def test_a_short_quote_is_not_found_inside_a_longer_number() -> None:
    before = "They counted 10 ships at dawn.\n"
    assert placed("10", "They counted 100 ships at dawn.\n", before) == "100"
    assert placed("10", "The weather was fine, 10.5 degrees at noon.\n", before) is None


def test_a_word_put_in_front_of_a_quote_belongs_to_it() -> None:
    before = "The council said it would support the bill in spring, officials told reporters.\n"
    now = before.replace("would support", "would not support")
    assert placed("support the bill in spring", now, before) == "not support the bill in spring"
    now = before.replace("spring,", "spring, not")
    assert placed("support the bill in spring,", now, before) == "support the bill in spring, not"
    now = before.replace("spring,", "spring no longer,")
    assert placed("support the bill in spring", now, before) == "support the bill in spring no longer"


def test_quotes_in_scripts_without_spaces_are_found_again() -> None:
    before = "港口大桥将于三月三日重新开放，维修费用为四百二十万美元。市长这样说。\n"
    now = "最新消息。\n" + before.replace("三月三日", "三月五日")
    assert placed("维修费用为四百二十万美元", now, before) == "维修费用为四百二十万美元"
    assert placed("港口大桥将于三月三日重新开放", now, before) == "港口大桥将于三月五日重新开放"


@pytest.mark.skipif(not measure.STORIES.is_dir(), reason="the news stories of ../shared/data are not here")
@pytest.mark.parametrize("former_known", [True, False])
def test_on_edited_news_the_bounds_hold_in_a_sample(former_known: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    sample = measure.texts()[::12]
    monkeypatch.setattr(measure, "texts", lambda: sample)
    table = measure.measure(seed=5, per_article=2, former_known=former_known)

    assert table["1 word edited"].kept >= 0.93 * table["1 word edited"].anchors
    assert table["deleted"].orphaned >= 0.97 * table["deleted"].anchors - 1
    for name in ("unchanged", "insert above", "typography", "paragraphs swapped"):
        assert table[name].elsewhere == 0


@pytest.mark.long
@pytest.mark.skipif(not measure.STORIES.is_dir(), reason="the news stories of ../shared/data are not here")
def test_on_edited_news_the_bounds_hold_over_a_thousand_anchors(capsys: pytest.CaptureFixture[str]) -> None:
    table = measure.measure(seed=2)
    with capsys.disabled():
        print("\n" + measure.printed(table))

    assert all(row.anchors >= 1000 for row in table.values())
    assert table["1 word edited"].kept >= 0.93 * table["1 word edited"].anchors
    assert table["deleted"].orphaned >= 0.97 * table["deleted"].anchors
    assert all(row.elsewhere <= 0.003 * row.anchors for row in table.values())


def test_the_measure_leaves_the_reserved_stories_out() -> None:
    if not measure.STORIES.is_dir():
        pytest.skip("the news stories of ../shared/data are not here")
    folders = sorted(folder for folder in Path(measure.STORIES).iterdir() if folder.is_dir())
    assert len(measure.texts()) == sum(len(list(folder.glob("*.txt"))) for folder in folders[:-8])
