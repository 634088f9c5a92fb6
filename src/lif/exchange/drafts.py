"""Messages that a mail program opens as drafts: a subject, plain text, and no address but a role's."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from email.errors import MessageError
from email.headerregistry import Address, Group
from email.message import EmailMessage
from email.policy import SMTP

_LONGEST = 250
"""Characters of a header; what is longer is cut."""


def draft(to: str, mailbox: str, subject: str, text: str, on: date) -> bytes:
    """The message as bytes, the same ones for the same words and day.

    `to` stands as a name alone, as an empty group, where there is no mailbox, so that the sender has to
    choose the address. It has no sender and no id: the program that sends it gives both.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _on_one_line(subject)
    message["To"] = _to(_on_one_line(to), mailbox)
    message["Date"] = datetime.combine(on, time(12), UTC)
    message.set_content(text, subtype="plain", charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def _on_one_line(words: str) -> str:
    """Words without anything that could end a header and begin another."""
    return " ".join("".join(each if each.isprintable() else " " for each in words).split())[:_LONGEST]


def _to(name: str, mailbox: str) -> Address | Group:
    if is_address(mailbox):
        return Address(name, addr_spec=mailbox)
    return Group(name, ())


def is_address(mailbox: str) -> bool:
    """Whether a message can be sent there: a plain address, and nothing but one."""
    if not mailbox.isascii() or any(letter.isspace() for letter in mailbox) or "@" not in mailbox:
        return False
    try:
        found = Address(addr_spec=mailbox)
    except (MessageError, ValueError, IndexError):
        return False
    return found.addr_spec == mailbox and bool(found.domain) and bool(found.username)
