"""The desk as its settings want it: keys, tags, statuses, drawer, and what is wrong with the file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tui.desk.configuring import configure_desk
from tui.desk.keyboard.actions import use_actions


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The configuration file of this test; the keys of the table hold again afterwards."""
    file = tmp_path / "config.toml"
    monkeypatch.setenv("COPYDESK_CONFIG", str(file))
    yield file
    use_actions()


async def test_the_tag_prompt_offers_the_tags_of_the_settings(config, story, store):
    config.write_text('[tags]\nk = "call back"\nq = "quiet"\n')
    async with open_desk([story], store, settings=configure_desk()) as desk:
        await desk.press("t")
        assert "k call back" in desk.text
        assert "single-source" not in desk.text
        await desk.press("k")
        assert "tagged call back, saved" in desk.status
        assert desk.store.claims()[0].tags == ("call back",)


async def test_a_status_of_ones_own_has_its_letter_in_the_prompt_and_becomes_the_verdict(config, story, store):
    config.write_text('[[statuses]]\nletter = "m"\nname = "mostly true"\nrating = 4\n')
    async with open_desk([story], store, settings=configure_desk()) as desk:
        await desk.press("t", "n", "s")
        assert "m mostly true" in desk.text
        await desk.press("m")
        assert "mostly true, saved" in desk.status
        assert (desk.store.claims()[0].status, desk.store.claims()[0].verdict) == ("done", "mostly true")


async def test_keys_of_the_settings_work_and_help_shows_them(config, story, store):
    config.write_text('[keys]\n"tag.prompt" = ["ctrl+n"]\n"lock.toggle" = "gl"\n')
    async with open_desk([story], store, size=(160, 60), settings=configure_desk()) as desk:
        await desk.press("t")
        assert desk.panes.prompt is None
        await desk.press("ctrl+n")
        assert "single-source" in desk.text
        await desk.press("Esc", "gl")
        assert not desk.reading.locked
        await desk.press("?")
        assert any("ctrl-n" in line and "tag this passage" in line for line in desk.lines)


async def test_messages_name_the_keys_of_the_settings(config, story, store):
    keys = ('"undo" = "gy"', '"help" = "gk"', '"drawer.cycle" = "gz"', '"tag.prompt" = []', '"search" = "gq"')
    config.write_text("\n".join(["[keys]", *keys]))
    async with open_desk([story], store, settings=configure_desk()) as desk:
        await desk.press("n")
        assert "nothing looked for yet: gq searches" in desk.status
        await desk.press("s")
        assert "no claim here: :tag prompt tags this passage" in desk.status
        await desk.press("k", "j")
        assert "gz more" in desk.status
        assert desk.status.endswith("gk help")
        await desk.press(":", *"tag prompt", "Enter", "n", "d", "d")
        assert "claim dropped, saved; gy brings it back" in desk.status
        await desk.press("gk", "gq")
        assert "search this help" in desk.text


async def test_drawer_lock_and_panes_open_as_the_settings_say(config, story, store):
    config.write_text('[desk]\ndrawer = "half"\nlock = false\npanes = 1\n')
    async with open_desk([story], store, settings=configure_desk()) as desk:
        assert desk.reading.drawer == "half"
        assert not desk.reading.locked
        assert len(desk.reading.shown) == 1


async def test_what_is_wrong_with_the_file_is_said_when_the_desk_opens_and_the_rest_works(config, story, store):
    config.write_text('[keys]\n"tag.promt" = "x"\n"drawer.cycle" = "j"\n[tags]\nk = "call back"\n')
    settings = configure_desk()
    assert len(settings.problems) == 2
    async with open_desk([story], store, size=(120, 24), settings=settings) as desk:
        assert "settings, line 2: [keys] tag.promt is no action" in desk.panes.notice.message
        assert "and 1 more: copydesk config show" in desk.panes.notice.message
        await desk.press("t")
        assert "k call back" in desk.text
