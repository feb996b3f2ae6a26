"""Runs of the same words, held against looking at every place."""

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.compare.builders import FIRE, STRIKE, article, text
from tui.compare.links.kinds import longest_run
from tui.compare.links.reuse import RUN, rows, same_words, shares, shingles, words_of
from tui.compare.links.same_words import shared_runs
from tui.compare.text.tokens import Token

# Few words, so that runs of five come about and meet.
WORDS = st.lists(st.sampled_from("abc"), max_size=16)


def tokens(words: list[str]) -> list[Token]:
    return [Token(place, place + 1, word, word, word, False) for place, word in enumerate(words)]


def run_from(a: list[str], b: list[str], i: int, j: int) -> int:
    """How many words are equal from there on."""
    size = 0
    while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]:
        size += 1
    return size


@given(WORDS, WORDS)
def test_rows_are_all_the_runs_of_five_words_or_more_each_as_long_as_it_goes(a: list[str], b: list[str]) -> None:
    one, other = tokens(a), tokens(b)
    expected = [
        (i, j, size)
        for i in range(len(a))
        for j in range(len(b))
        if (size := run_from(a, b, i, j)) >= RUN and not (i and j and a[i - 1] == b[j - 1])
    ]
    assert sorted(rows(one, other, shingles(one), shingles(other))) == expected


@given(st.lists(WORDS, min_size=1, max_size=3))
def test_shares_count_every_word_that_stands_in_a_run_of_five_in_the_other(articles: list[list[str]]) -> None:
    def covered(a: list[str], b: list[str]) -> int:
        runs = [range(i, i + RUN) for i in range(len(a)) if any(run_from(a, b, i, j) >= RUN for j in range(len(b)))]
        return len({place for run in runs for place in run})

    found = shares([shingles(tokens(words)) for words in articles])
    for index, words in enumerate(articles):
        counts = {other: covered(words, theirs) for other, theirs in enumerate(articles) if other != index}
        assert found[index] == {other: count for other, count in counts.items() if count}


@given(WORDS, WORDS)
def test_the_longest_run_is_the_longest_from_any_place(a: list[str], b: list[str]) -> None:
    assert longest_run(a, b) == max((run_from(a, b, i, j) for i in range(len(a)) for j in range(len(b))), default=0)


def test_rows_are_told_in_places_of_the_text_and_boilerplate_has_none() -> None:
    more = "Read more: " + text(FIRE[:1])
    a, b = article(f"{text(STRIKE)}\n\n{more}\n\n{FIRE[1]}"), article(f"{FIRE[1]}\n\n{more}", 2)
    assert [passage.kind for passage in b.passages] == ["sentence", "boilerplate"]
    assert [a.text[token.start : token.end] for token in words_of(a)][-3:] == ["the", "loading", "bay"]
    (row,) = same_words(a, b)
    assert a.text[slice(*row.a)] == b.text[slice(*row.b)] == FIRE[1].rstrip(".")
    assert row.words == len(words_of(b))


def test_a_run_goes_from_no_heading_into_the_sentence_below_it() -> None:
    a = article("Port of Skarn Shuts\n\nThe old quay of the town is closed, said Jon Orr.")
    b = article("Mayor: Port of Skarn Shuts\n\nThe old quay of the town is closed for good.", 2)
    assert [run.words for run in shared_runs((a, b))] == [8]
    both = article(f"{a.text} Boats wait outside.", 2)
    assert [run.words for run in shared_runs((a, both))] == [11]


def test_a_run_ends_and_begins_at_a_sentence_where_only_a_stray_word_stands_beyond_and_counts_fewer_words() -> None:
    told = "The old quay of the town is closed until further notice"
    a = article(f"Boats wait outside. {told}. The mayor was not there.")
    b = article(f"Nobody came. {told}. The ferry sails from Brack now.", 2)
    (run,) = shared_runs((a, b))
    assert a.text[slice(*run.spans[0][1])] == told
    assert run.words == len(told.split())
    before = article(f"It rained where it was. {told}, he said.", 3)
    after = article(f"He told them how it was. {told}, she said.", 4)
    (run,) = shared_runs((before, after))
    assert before.text[slice(*run.spans[0][1])] == told


def test_a_run_goes_on_over_the_edge_of_a_sentence_where_more_than_a_stray_word_stands_beyond() -> None:
    told = "The old quay of the town is closed until further notice. The ferry sails"
    a, b = article(f"{told} at noon."), article(f"{told} from Brack now.", 2)
    (run,) = shared_runs((a, b))
    assert a.text[slice(*run.spans[0][1])] == told


def test_the_own_words_of_a_run_are_those_that_not_all_of_its_articles_quote() -> None:
    speech = "we shall open the old quay again before the winter storms"
    a, b = article(f"“{speech},” she said on Monday."), article(f"“{speech},” she said at noon.", 2)
    told = article(f"She said that {speech}.", 3)
    assert [(run.words, run.own) for run in shared_runs((a, b))] == [(13, 2)]
    assert [(run.words, run.own) for run in shared_runs((a, told))] == [(11, 11)]


def test_a_name_with_its_title_is_no_run_but_a_heading_is() -> None:
    name = "before U.S. District Judge Orr L. Wick"
    assert shared_runs((article(f"He pleaded {name} today."), article(f"She came {name} again.", 2))) == ()
    title = "Port Of Skarn Shuts After Winter Storms"
    (run,) = shared_runs((article(f"{title}\n\nBoats wait."), article(f"{title}\n\nIt rained.", 2)))
    assert run.words == 7
