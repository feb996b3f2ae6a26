"""Times of the store as people at the desk read them: local, and as short as they can be."""

from datetime import datetime, timedelta


def when(moment: str, now: datetime | None = None) -> str:
    """A time of the store: "17:52" today, "Tue 17:52" within a week, else the date; "" where it is none.

    `now` is the present moment, with its time zone; the clock is asked where it is not given.
    """
    try:
        then = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return ""
    present = (now or datetime.now().astimezone()).astimezone()
    if then.date() == present.date():
        return f"{then:%H:%M}"
    if timedelta(0) <= present.date() - then.date() < timedelta(days=7):
        return f"{then:%a %H:%M}"
    return f"{then:%Y-%m-%d}"
