"""A story whose articles are in two languages: the desk says that they hardly meet."""

from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tests.app.views import HARBOUR

GERMAN = (
    "Drei Verletzte bei Brand im Hafen\n\n"
    "Bei einem Brand in einer Lagerhalle am Hafen sind am Dienstag nach Angaben der Feuerwehr drei Menschen verletzt "
    "worden, zwei von ihnen schwer.\n\nDer Schaden beläuft sich nach ersten Schätzungen auf 400 Euro.\n"
)
TOLD = "in English, 1 in German"


@pytest.mark.parametrize(("view", "words"), [("O", "compared by words, they hardly meet"), ("S", "it may be told in")])
async def test_overview_and_alone_say_that_two_languages_hardly_meet(
    tmp_path: Path, store: Path, view: str, words: str
) -> None:
    (tmp_path / "feuer.txt").write_text(GERMAN, "utf-8")
    async with open_desk([HARBOUR], store, size=(80, 60)) as desk:
        await desk.press(view)
        assert TOLD not in desk.text
    async with open_desk([HARBOUR, tmp_path / "feuer.txt"], store, size=(80, 60)) as desk:
        await desk.press(view)
        assert [words in line for line in desk.lines if TOLD in line] == [True], desk.text
        if view == "O":
            await desk.press("/", *"languages", "Enter", "Enter")
            assert desk.status.split()[0] == "PANES"
