"""The plain reading: what follows a bare `t`, and what is told of claims whose words changed."""

from pathlib import Path

from tests.app.test_claims import tagged_and_changed
from tui.claims import Store
from tui.compare import compare
from tui.desk.keyboard.tagset import TagSet
from tui.desk.plain import PlainReader
from tui.story import load


def reader_of(story: Path, claims: Store) -> PlainReader:
    return PlainReader(load([str(story)]), claims, TagSet(), lambda: None)


def test_the_line_after_a_bare_t_is_the_letter_or_a_name(story: Path, store: Path) -> None:
    with Store(store, editor="mk") as claims:
        reader = reader_of(story, claims)
        for line in ("t", "n", "t", "/ safety", "t", ""):
            said = list(reader.answer(line))
        assert said == ["nothing tagged"]
        assert [claim.tags for claim in claims.claims()] == [("number", "safety")]
        assert reader.reading.place == (0, 0)


def test_a_letter_of_no_tag_makes_none(story: Path, store: Path) -> None:
    with Store(store, editor="mk") as claims:
        reader = reader_of(story, claims)
        (said,) = reader.answer("t %")
        assert said.startswith("% is the letter of no tag")
        assert claims.claims() == []


async def test_claims_to_recheck_and_changed_articles_are_told_at_the_start(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    with Store(store, editor="mk") as claims:
        reader = reader_of(story, claims)
        assert "claims whose words changed: 1 to recheck, 1 orphaned; w lists them" in list(reader.greeting())
        listed = "\n".join(reader.answer("w"))
        assert "to recheck: its words changed" in listed
        assert "orphaned: its words are gone" in listed
        assert reader.use(compare(reader.reading.story)).endswith("changed since last time: article 1")
        assert any("to recheck" in line for line in reader.answer("g 1:3"))


def test_an_article_that_went_and_one_that_came_are_told_with_the_claims_that_stood_there(
    story: Path, store: Path
) -> None:
    with Store(store, editor="mk") as claims:
        reader = reader_of(story, claims)
        list(reader.answer("g 3:3"))
        list(reader.answer("t n"))
        list(reader.answer("g 1:2"))
        assert next(iter(reader.answer("s verified"))).startswith("3:3, the last one: “We heard")
        reader.use(compare(reader.reading.story))
        (story / "3-post.txt").unlink()
        (story / "4-wire.txt").write_text("Aurora afloat again\n", encoding="utf-8")
        reader = reader_of(story, claims)
        said = reader.use(compare(reader.reading.story))
        assert "; new since last time: article 3" in said
        assert said.endswith("gone since last time: Coastguard praises calm crew, 1 claim stood on it")


def test_the_line_after_a_bare_s_or_a_is_their_answer(story: Path, store: Path) -> None:
    with Store(store, editor="mk") as claims:
        reader = reader_of(story, claims)
        assert list(reader.answer("s")) == ["no claim here: t tags the passage"]
        list(reader.answer("t n"))
        assert "d disputed" in next(iter(reader.answer("s")))
        (said,) = reader.answer("disputed")
        assert said.startswith("“")
        assert said.endswith("is disputed, saved")
        assert "no note here" in next(iter(reader.answer("a")))
        assert next(iter(reader.answer("n is not a command here"))).startswith("note on")
        list(reader.answer("a"))
        assert list(reader.answer("")) == ["note as it was"]
        assert next(iter(reader.answer("s frob"))).startswith("no status frob; statuses:")
        list(reader.answer("g"))
        assert any(line.startswith("2:2 of") for line in reader.answer("2:2"))
        (claim,) = claims.claims()
        assert (claim.verdict, claim.note) == ("disputed", "n is not a command here")


def test_speaker_priority_wording_and_who_checks_are_said_of_a_claim_and_told_with_it(story: Path, store: Path) -> None:
    with Store(store, editor="mk") as claims:
        reader = reader_of(story, claims)
        assert list(reader.answer("gs Lind")) == ["no claim here: t tags the passage"]
        for line in ("g 1:4", "t n", "g 1:1"):
            list(reader.answer(line))
        (asked,) = reader.answer("gs")
        assert asked.startswith("1:4, the last one: who said it, now unknown; named here: ")
        assert "Nora Lind" in asked
        assert list(reader.answer("Nora Lind")) == ["1:4, the last one: said by Nora Lind, saved"]
        assert list(reader.answer("gu h")) == ["1:4, the last one: priority high, saved"]
        list(reader.answer("gw"))
        assert list(reader.answer("The lights failed")) == ["1:4, the last one: claim in other words, saved"]
        assert list(reader.answer("A kim")) == ["1:4, the last one: assigned to kim, saved"]
        (claim,) = claims.claims()
        assert (claim.speaker, claim.priority, claim.text) == ("Nora Lind", "high", "The lights failed")
        (told,) = reader.answer("w")
        assert "said by Nora Lind, priority high, for kim, in other words: The lights failed" in told
        for line in ("gs unknown", "gu 0", "gw =", "A nobody", "gs", ""):
            said = list(reader.answer(line))
        assert said == ["speaker as it was"]
        (claim,) = claims.claims()
        assert (claim.speaker, claim.priority, claim.text, claim.assigned_to) == (None, None, claim.quote, None)


def test_a_passage_or_an_address_is_evidence_and_both_passages_become_one_claim(story: Path, store: Path) -> None:
    with Store(store, editor="mk") as claims:
        reader = PlainReader(load([str(story)]), claims, TagSet(), lambda: None)
        reader.use(compare(reader.reading.story))
        list(reader.answer("g 1:3"))
        assert list(reader.answer("T n")) == ["1:3, 2:2 tagged number, saved"]
        assert list(reader.answer("E ftp://x")) == [
            "not saved: web addresses begin with https:// or http://, without blanks"
        ]
        assert list(reader.answer("E")) == ["this is the claim itself: go to what speaks for or against it"]
        list(reader.answer("g 3:2"))
        assert next(iter(reader.answer("E"))).startswith("3:2 is evidence for “Eleven passengers")
        list(reader.answer("E https://coast.example/log"))
        (claim,) = claims.claims()
        assert len(claim.anchors) == 2
        assert [item.url for item in claim.evidence] == [None, "https://coast.example/log"]


async def test_a_claim_whose_words_changed_is_kept_with_its_status(story: Path, store: Path) -> None:
    await tagged_and_changed(story, store)
    with Store(store, editor="mk") as claims:
        reader = reader_of(story, claims)
        place = next(claim for claim in reader.claiming.claims if claim.state == "recheck")
        number, passage = reader.claiming.places(place)[0]
        list(reader.answer(f"g {number + 1}:{passage + 1}"))
        (said,) = reader.answer("=")
        assert said.startswith("kept, ")
        assert list(reader.answer("=")) == ["its words did not change"]
        assert [claim.state for claim in claims.claims()].count("recheck") == 0
