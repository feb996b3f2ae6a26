"""Which sources are documents that need a library to be read."""


def document_kind(data: bytes, suffix: str) -> str | None:
    """Which kind of document `data` is by its suffix and how it begins: "pdf", "docx" or "mail"; None for others."""
    if data.startswith(b"%PDF-") and suffix in (".pdf", ""):
        return "pdf"
    if data.startswith(b"PK\x03\x04") and suffix in (".docx", ""):
        return "docx"
    return "mail" if suffix == ".eml" else None
