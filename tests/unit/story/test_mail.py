"""Mails as articles: what they say of themselves, in text or as a page, whole or damaged."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from tui.story import load
from tui.story.model import Article

SENTENCE = "All fares of the island ferries rise in May, the council said on Tuesday."


def opened(tmp_path: Path, data: bytes) -> Article:
    (tmp_path / "a.eml").write_bytes(data)
    story = load([tmp_path / "a.eml"])
    assert not story.problems
    (article,) = story.articles
    return article


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in headers.items():
        message[name] = value
    return message


def test_subject_senders_and_date_are_those_of_the_article(tmp_path: Path) -> None:
    message = mail(
        Subject="Fares rise", From="Ann Lee <ann@post.example>, Bo Ek <bo@post.example>, desk@post.example",
        Date="Tue, 03 Mar 2026 07:00:00 +0100",
    )  # fmt: skip
    message.set_content(SENTENCE)
    article = opened(tmp_path, bytes(message))
    assert (article.title, article.author) == ("Fares rise", "Ann Lee, Bo Ek")
    assert article.published is not None
    assert article.published.startswith("2026-03-03T07:00:00")
    assert article.text.strip() == SENTENCE


def test_a_mail_that_is_a_page_is_read_as_one_and_keeps_what_the_mail_says(tmp_path: Path) -> None:
    message = mail(Subject="Fares rise")
    page = f"<html><head><title>Other</title></head><body><article><h1>Fares</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>"
    message.set_content(f"{page}<script>alert(1)</script></article></body></html>", subtype="html")
    article = opened(tmp_path, bytes(message))
    assert article.title == "Fares rise"
    assert SENTENCE in article.text
    assert "alert" not in article.text


def test_a_date_that_is_none_is_left_unknown(tmp_path: Path) -> None:
    data = (
        b"From: Ann Lee <ann@post.example>\nSubject: Fares rise\nDate: the day before\n\n" + SENTENCE.encode() + b"\n"
    )
    assert opened(tmp_path, data).published is None


@pytest.mark.parametrize("attachment", [b"\x89PNG\r\n\x1a\n" + bytes(200)])
def test_a_mail_of_attachments_alone_is_told(tmp_path: Path, attachment: bytes) -> None:
    message = mail(Subject="Pictures", From="Ann Lee <ann@post.example>")
    message.add_attachment(attachment, maintype="image", subtype="png", filename="a.png")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    story = load([tmp_path / "a.eml"])
    assert not story.articles
    assert len(story.problems) == 1
