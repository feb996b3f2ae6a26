"""PDF, Word and mail as articles, read by libraries of the extra `copydesk[formats]` in a process with limits."""

import zipfile
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from io import BytesIO

from tui.story.decoding import decode
from tui.story.extraction.paragraphs import as_text
from tui.story.extraction.worker import DocumentError, OverrunError, Worker
from tui.story.metadata import Metadata, metadata
from tui.story.page import WebPage
from tui.story.reading import UnreadableError
from tui.story.webpage import read_web_page

_SUFFIXES = {".pdf": "pdf", ".docx": "docx", ".eml": "mail"}
_NAMES = {"pdf": "a PDF", "docx": "a Word document"}
_MOST_UNPACKED = 100_000_000
_SECONDS = 20.0


def read_document(data: bytes, kind: str) -> WebPage:
    """The article in a document of the `kind` that `document_kind` names.

    Raises:
        UnreadableError: it cannot be read, or what reads it is not installed.
    """
    if kind == "mail":
        return _read_mail(data)
    if kind == "docx":
        _refuse_bomb(data)
    worker = Worker(_SECONDS)
    try:
        found = worker.document(data, kind)
    except DocumentError as error:
        raise UnreadableError(str(error)) from error
    except OverrunError as error:
        raise UnreadableError(f"{_NAMES[kind]} that {error}: save its text as .txt and open that") from error
    finally:
        worker.close()
    about = metadata(title=found.title, author=found.author)
    headings = tuple(each.text for each in found.paragraphs if each.kind == "heading")
    return WebPage(about, as_text(found.paragraphs), headings)


def _refuse_bomb(data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError("a damaged document: save its text as .txt and open that") from error
    if "word/document.xml" not in names:
        raise UnreadableError("a zipped or office document, not text: save its text as .txt and open that")
    if unpacked > _MOST_UNPACKED:
        raise UnreadableError("a document that unpacks to more than 100 MB: save its text as .txt and open that")


def _read_mail(data: bytes) -> WebPage:
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        assert isinstance(message, EmailMessage)
        body = message.get_body(("plain", "html"))
        content = body.get_content() if body is not None else ""
        about = _about(message)
    except Exception as error:
        # The parser of the standard library raises errors of many kinds at hostile mail.
        raise UnreadableError("a damaged mail: save its text as .txt and open that") from error
    if not isinstance(content, str):
        raise UnreadableError("a mail without text: save what is attached to it and open that")
    if body is not None and body.get_content_type() == "text/html":
        page = read_web_page(content)
        return WebPage(about.filled_from(page.about), page.text, page.headings, page.warning)
    return WebPage(about, decode(content.encode("utf-8", "replace")), ())


def _about(message: EmailMessage) -> Metadata:
    sender = message["from"]
    names = [address.display_name for address in sender.addresses if address.display_name] if sender else []
    try:
        sent = parsedate_to_datetime(str(message["date"])).isoformat() if message["date"] else None
    except (ValueError, TypeError):
        sent = None
    subject = message["subject"]
    return metadata(title=str(subject) if subject else None, author=", ".join(names), published=sent)
