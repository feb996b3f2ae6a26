"""What must hold of a whole comparison."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.compare.builders import FIRE, STRIKE, article, story, text
from tui.compare import compare
from tui.compare.between import Memory
from tui.compare.engine import compare_story
from tui.compare.model import Comparison, Thresholds
from tui.story.model import Story

sentences = st.lists(st.sampled_from((*FIRE, *STRIKE)), min_size=1, max_size=6, unique=True)
PLAIN = Thresholds()


def overlaps(comparison: Comparison) -> list[tuple[tuple[int, int], tuple[int, int], float]]:
    """Spans and score of each overlap link."""
    return [
        ((link.a.start, link.a.end), (link.b.start, link.b.end), round(link.score, 5))
        for link in comparison.links
        if link.relation == "overlap"
    ]


@given(sentences, sentences)
@settings(max_examples=30)
def test_offsets_lie_inside_the_passages_and_links_stand_in_text_order(a: list[str], b: list[str]) -> None:
    made = story(text(a), text(b))
    for link in compare(made).links:
        for side in (link.a, link.b):
            passages = made.articles[side.article].passages
            assert passages[side.first].start <= side.start < side.end <= passages[side.last].end
        assert link.a.article < link.b.article
        for evidence in link.evidence:
            assert link.a.start <= evidence.a[0] <= evidence.a[1] <= link.a.end
            assert link.b.start <= evidence.b[0] <= evidence.b[1] <= link.b.end


@given(sentences, sentences)
@settings(max_examples=10)
def test_the_same_story_is_compared_the_same_way_every_time(a: list[str], b: list[str]) -> None:
    made = story(text(a), text(b))
    assert compare(made) == compare(made)


def test_adding_an_article_compares_only_its_own_pairs() -> None:
    whole = story(text(FIRE), text(FIRE[1:]), text(STRIKE))
    memory, seen = Memory(), []
    compare_story(Story("story", "story", whole.articles[:2]), PLAIN, memory=memory)
    compare_story(whole, PLAIN, memory=memory, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 2), (1, 2), (2, 2)]


@given(sentences, sentences)
@settings(max_examples=15)
def test_the_first_stage_passes_over_nothing_that_a_full_look_would_link(a: list[str], b: list[str]) -> None:
    made = story(text(a), text(b))
    assert compare_story(made, PLAIN).links == compare_story(made, PLAIN, brute_force=True).links


@given(sentences)
@settings(max_examples=20)
def test_identical_articles_are_verbatim_throughout(a: list[str]) -> None:
    found = compare(story(text(a), text(a))).links
    assert found
    assert {(link.relation, link.kind) for link in found} == {("overlap", "verbatim")}
    assert compare(story(text(a), text(a))).sources[0].alone == ()


def test_a_story_of_one_article_or_none_is_fine() -> None:
    assert compare(story(text(FIRE))).links == ()
    assert compare(Story("empty", "empty", ())).sources == ()
    assert len(compare(story("")).sources) == 1


def test_boilerplate_is_never_linked() -> None:
    notice = "\n\nNote: AI technology was used to generate this article’s audio.\n\n"
    made = story(FIRE[0] + notice + FIRE[1], STRIKE[0] + notice + STRIKE[1])
    assert any(passage.kind == "boilerplate" for passage in made.articles[0].passages)
    assert compare(made).links == ()


def test_a_figure_that_an_article_withdraws_contradicts_no_other() -> None:
    said = "Ms Marsh had led the council since 2017."
    other = "Marsh, a Liberal Democrat who had led the council since 2019, told reporters that she had erred."
    withdrawn = compare(story(f"Correction: An earlier version of this article said that {said}", other))
    assert not withdrawn.links
    assert not withdrawn.facts
    assert [link.kind for link in compare(story(said, other)).links if link.relation == "conflict"] == ["date"]


def test_sentences_that_share_only_names_and_a_turn_of_phrase_are_not_linked() -> None:
    made = story(
        "Trump, for his part, has bought a golf course near Aberdeen.",
        "Trump, for his part, has praised the choir of the naval academy.",
    )
    assert [link for link in compare(made).links if link.relation == "overlap"] == []


def test_a_quote_is_found_inside_otherwise_different_sentences() -> None:
    quote = "a bang like a church door"
    made = story(
        f"The baker opposite woke with a start: “{quote}”, she called it.",
        f"Nobody slept after three. “It was {quote} in the night,” one neighbour recalled, and rain set in.",
    )
    (link,) = compare(made).links
    assert quote in made.articles[0].text[link.a.start : link.a.end]
    assert quote in made.articles[1].text[link.b.start : link.b.end]


def test_every_pair_of_different_articles_is_scored_when_asked_for() -> None:
    made = story(text(FIRE[:3]), text(STRIKE[:2]), text(FIRE[2:4]))
    pairs = compare(made, all_pairs=True).pairs
    sizes = [len(article.passages) for article in made.articles]
    assert (
        len({(pair.a, pair.b) for pair in pairs})
        == len(pairs)
        == sum(sizes[a] * sizes[b] for a in range(3) for b in range(a + 1, 3))
    )
    assert all(0 <= pair.overlap <= 1 and pair.a[0] < pair.b[0] for pair in pairs)


def test_higher_bars_leave_only_links_that_were_there_before() -> None:
    made = story(text(FIRE), "A cold store in the harbour burned on Tuesday and seven people were injured.")
    low, high = compare(made, Thresholds(0.3)), compare(made, Thresholds(0.9))
    assert set(overlaps(high)) <= set(overlaps(low))


def test_the_same_file_opened_twice_keeps_link_ids_apart() -> None:
    one = article(text(FIRE))
    made = Story("story", "story", (one, article(text(FIRE), 2), article(text(FIRE), 3)))
    ids = [link.id for link in compare(made).links]
    assert len(set(ids)) == len(ids)
