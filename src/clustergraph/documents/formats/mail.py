"""E-mail with the standard library: subject, day, the text of the message, and the documents attached to it."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import PurePath

from clustergraph.documents.formats import html, plain
from clustergraph.documents.formats.extract import Extract, RefusedError


def extract(data: bytes) -> Extract:
    """The message and its attachments, one below the other; an attachment that can't be read is left out."""
    message = message_from_bytes(data, policy=policy.default)
    parts = [part.strip("\n") for part in (*_head(message), *_body(message), *_attachments(message))]
    return Extract(plain.canonical("\n\n".join(part for part in parts if part) + "\n"))


def _head(message: EmailMessage) -> Iterator[str]:
    subject, sent = message["subject"], message["date"]
    lines = [str(subject)] if subject else []
    if sent is not None and getattr(sent, "datetime", None):
        lines.append(f"Sendt: {sent.datetime.date().isoformat()}")
    yield "\n".join(lines)


def _body(message: EmailMessage) -> Iterator[str]:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return
    content = body.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return
    if body.get_content_subtype() == "html":
        yield html.extract(content).text
    else:
        yield str(body.get_content())


def _attachments(message: EmailMessage) -> Iterator[str]:
    from clustergraph.documents.formats.registry import FORMATS, sniff

    for part in message.iter_attachments():
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            continue
        suffix = PurePath(part.get_filename() or "").suffix.lower()
        try:
            shown = sniff(content)
            form = next((f for f in FORMATS.values() if f.name == shown), FORMATS.get(suffix))
            if form is not None and form.name != "mail":
                yield form.extract(content).text
        except RefusedError:
            continue
