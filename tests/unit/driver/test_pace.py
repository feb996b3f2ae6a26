"""How much may be under way follows the delay of the terminal's answers."""

from hypothesis import given
from hypothesis import strategies as st

from tui.desk.driver.pace import BURST, LEAST_WINDOW, LOCAL_RATE, REMOTE_RATE, Pace, blind_rate


def answering() -> Pace:
    """A pace that knows a terminal answers within ten milliseconds."""
    pace = Pace()
    pace.marked(0.0)
    pace.answered(0.01)
    return pace


def send(pace: Pace, count: int, now: float) -> None:
    pace.sent(count, now)
    if pace.mark_due():
        pace.marked(now)


def test_a_terminal_that_never_answered_is_not_asked_again() -> None:
    pace = Pace()
    pace.marked(0.0)
    pace.sent(100_000, 0.0)
    assert not pace.mark_due()
    assert pace.delay(0.1) == 0


def test_small_updates_are_not_marked_one_by_one() -> None:
    pace = answering()
    pace.sent(60, 0.02)
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


def test_only_inside_a_multiplexer_is_a_rate_kept_a_low_one_over_ssh() -> None:
    assert blind_rate({"TERM": "xterm", "SSH_TTY": "/dev/pts/1"}) is None
    assert blind_rate({"TMUX": "socket,1,0"}) == LOCAL_RATE
    assert blind_rate({"TMUX": "socket,1,0", "SSH_CONNECTION": "::1 1 ::1 22"}) == REMOTE_RATE
    assert blind_rate({"STY": "1.pts", "SSH_TTY": "/dev/pts/1", "COPYDESK_LINE": "50000"}) == 50_000


@given(st.lists(st.tuples(st.integers(1, 6000), st.floats(0, 0.3)), min_size=1, max_size=60))
def test_a_rate_is_kept_whatever_the_frames_and_when_they_come(frames: list[tuple[int, float]]) -> None:
    pace, now, total, largest = Pace(rate=7000.0), 100.0, 0, 0
    pace.answered(now)
    for count, gap in frames:
        now += gap
        now += pace.delay(now)
        assert pace.delay(now) < 1e-6
        assert total <= BURST + largest + 7000.0 * (now - 100.0) + 1
        pace.sent(count, now)
        assert not pace.mark_due()
        total, largest = total + count, max(largest, count)
