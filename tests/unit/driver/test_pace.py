"""How much may be under way follows the delay of the terminal's answers."""

from tui.desk.driver.pace import LEAST_WINDOW, Pace


def answering() -> Pace:
    """A pace that knows a terminal answers within ten milliseconds."""
    pace = Pace()
    pace.marked(0.0)
    pace.answered(0.01)
    return pace


def send(pace: Pace, count: int, now: float) -> None:
    pace.sent(count)
    if pace.mark_due():
        pace.marked(now)


def test_a_terminal_that_never_answered_is_not_asked_again() -> None:
    pace = Pace()
    pace.marked(0.0)
    pace.sent(100_000)
    assert not pace.mark_due()
    assert pace.delay(0.1) == 0


def test_small_updates_are_not_marked_one_by_one() -> None:
    pace = answering()
    pace.sent(60)
    assert not pace.mark_due()


def test_a_full_window_waits_for_an_answer() -> None:
    pace = answering()
    send(pace, 4000, 1.0)
    assert pace.delay(1.0) > 0
    pace.answered(1.02)
    assert pace.delay(1.02) == 0


def test_late_answers_narrow_the_window_and_prompt_ones_widen_it() -> None:
    late, prompt = answering(), answering()
    for second in range(1, 10):
        send(late, 600, float(second))
        late.answered(second + 0.5)
        send(prompt, 600, float(second))
        prompt.answered(second + 0.011)
    send(late, LEAST_WINDOW, 20.0)
    send(prompt, LEAST_WINDOW, 20.0)
    assert late.delay(20.0) > 0
    assert prompt.delay(20.0) == 0


def test_a_terminal_that_stops_answering_is_given_up_until_it_answered_all() -> None:
    pace = answering()
    send(pace, 4000, 1.0)
    assert pace.delay(9.0) == 0
    send(pace, 4000, 9.0)
    assert pace.delay(9.0) == 0
    pace.answered(30.0)
    assert pace.answers
