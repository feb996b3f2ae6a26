"""Having the story compared, and taking in what was found."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from tui.desk.keyboard.keys import key_for
from tui.desk.process.jobs import Answer, Compared, Failed, Progress, Surveyed
from tui.desk.record.claiming import Claiming
from tui.desk.record.deciding import Deciding
from tui.desk.record.judging import Judging
from tui.desk.shell import Front, show_progress

if TYPE_CHECKING:
    from tui.desk.views.survey import Survey

PROGRESS_SECONDS = 0.5


class Comparing:
    """The comparison under way, if any; it begins anew when the editor pins passages or breaks a link.

    `survey` is what else was found in the articles, None before it is known; `surveyed` is called when it is.
    """

    def __init__(
        self, front: Front, claiming: Claiming, deciding: Deciding, judging: Judging, surveyed: Callable[[], None]
    ) -> None:
        self.survey: Survey | None = None
        self._front = front
        self._claiming = claiming
        self._deciding = deciding
        self._judging = judging
        self._surveyed = surveyed
        self._job, self._began, self._silent = 0, 0.0, False
        self._respected = deciding.decisions
        claiming.watchers.append(self._respect)

    def begin(self) -> None:
        """Have the story compared as it is now; `take` hears of it."""
        self._began, self._silent = monotonic(), True
        self._respected = self._deciding.decisions
        worker = self._front.shell.worker
        self._job = worker.compare(self._claiming.story, self._respected.pins, self._respected.broken)

    def _respect(self) -> None:
        if self._job and self._deciding.decisions != self._respected:
            self.begin()

    def tell_waiting(self, after: float = PROGRESS_SECONDS) -> None:
        """Say that articles are being compared when so many seconds have passed without word of how far that is."""
        if self._silent and monotonic() - self._began > after:
            self._silent = False
            show_progress(self._front, f"comparing, {key_for('cancel', 'ctrl+c')} stops")
            if self._front.in_front:
                self._front.redraw()

    def stop(self) -> bool:
        """Compare no more, if that is under way; whether it was."""
        if not self._job:
            return False
        self._front.shell.worker.stop()
        self._job, self._silent = 0, False
        show_progress(self._front, f"not compared, {key_for('compare.again')} compares")
        return True

    def take(self, answer: Answer) -> None:
        """Hear from the worker; progress is shown on what takes longer than half a second."""
        if answer.number != self._job:
            return
        if not isinstance(answer, Progress):
            self._silent = False
        if isinstance(answer, Compared) and self._deciding.heed(answer.comparison):
            self.begin()
        elif isinstance(answer, Compared):
            self._judging.use(answer.comparison)
            self._deciding.show_pin(answer.comparison)
            show_progress(self._front, "")
            if answer.notice:
                self._front.say(answer.notice, error=True)
        elif isinstance(answer, Surveyed):
            self.survey = answer.survey
            self._claiming.announce()
            self._surveyed()
        elif isinstance(answer, Failed):
            show_progress(self._front, "not compared")
            self._front.say(answer.sentence, error=True)
        elif isinstance(answer, Progress) and monotonic() - self._began > PROGRESS_SECONDS:
            self._silent = False
            show_progress(
                self._front, f"comparing {answer.done} of {answer.total}, {key_for('cancel', 'ctrl+c')} stops"
            )
        if self._front.in_front:
            self._front.redraw()
