"""Ways to reach a person: e-mail and telephone. Role mailboxes and helplines are nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before, digits_of, small
from lif.privacy.kinds import PersonalData
from lif.privacy.words import first_names, mailbox_words

_AT = re.compile(r"@(?=[A-Za-z0-9-]{1,63}\.)")
_LOCAL = re.compile(r"[A-Za-z0-9_+.'%&*=/^{}~!#$?|-]{1,64}$")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9])")
_SPELT = any_case(
    r"[A-Za-z](?<!\w.)[\w.-]{1,40}(?: ?[\[(] ?dot ?[\])] ?[\w-]{1,30})?(?: ?[\[(] ?at ?[\])] ?[\w-]{2,40}"
    r"(?: ?[\[(] ?dot ?[\])] ?| dot |\.)| at [\w-]{2,40}(?: ?[\[(] ?dot ?[\])] ?| dot ))"
    r"[a-z]{2,10}(?:(?: ?[\[(]? ?dot ?[\])]? ?|\.)[a-z]{2,6})?(?!\w)"
)
_AT_IN_BRACKETS = re.compile(r"[\[(] ?at ?[\])]")
_EDGE = "'\"<({[*_-./|=&?!#$%+~^:"


def mail(text: str, start: int, end: int) -> Iterator[Found]:
    """E-mail addresses, but for the mailboxes of a task: see words/mailbox-words.txt."""
    for at in _AT.finditer(text, start, end):
        local = _LOCAL.search(text, max(start, at.start() - 64), at.start())
        domain = _DOMAIN.match(text, at.end(), min(len(text), at.end() + 260))
        if local is None or domain is None:
            continue
        name = local[0].lstrip(_EDGE).rpartition("=")[2]
        if name and not _is_role(name, domain[0]):
            yield Found(PersonalData.EMAIL, at.start() - len(name), domain.end())


def mail_spelt(text: str, start: int, end: int) -> Iterator[Found]:
    """ "amy at example dot org", for those who hide an address from robots."""
    if not any(text.find(sign, start, end) >= 0 for sign in (" dot ", "at]", "at)")):
        return
    if not _is_spelt_out(small(text), start, end):  # "that)" and "format)" are all over
        return
    for match in _SPELT.finditer(text, start, end):
        if not _is_role(re.split(r"[ (\[]", match[0])[0], ""):
            yield Found(PersonalData.EMAIL, *match.span(), sure=False)


def _is_spelt_out(lowered: str, start: int, end: int) -> bool:
    """Whether a text in small letters has what every address has that is spelt."""
    if any(lowered.find(sign, start, end) >= 0 for sign in ("dot ", "dot]", "dot)")):
        return True
    return _AT_IN_BRACKETS.search(lowered, start, end) is not None


def _is_role(local: str, domain: str) -> bool:
    if "noreply" in domain or "no-reply" in local.lower():
        return True
    parts = [part for part in re.split(r"[._+'-]+|[0-9]+", local.lower()) if part]
    if not parts or any(part in first_names() for part in parts):
        return not parts and False
    if any(part in mailbox_words() for part in parts):
        return not any(len(part) == 1 for part in parts) or len(parts) > 2
    return any(_begins_or_ends_as_a_role(part) for part in parts)


def _begins_or_ends_as_a_role(part: str) -> bool:
    """ "mashteam" and "schooloffice", and not "teddyward"."""
    words = [word for word in mailbox_words() if len(word) >= 4 and len(part) > len(word) + 1]
    if any(part.startswith(word) for word in words):
        return True
    named = any(part[:size] in first_names() for size in range(4, len(part)))
    return not named and any(part.endswith(word) for word in words)


_PHONE = re.compile(
    r"(?:[+](?<![\w][+])(?:[0-9]{1,3})"
    r"|[(]?0(?<![\w.,:/£]0)(?<![0-9]-0)(?<![\w][(]0)(?<![0-9][ ]0)(?:0[ ]?44(?=[ (0-9]))?)"
    r"(?:[ .-]{0,2}[(]0[)])?(?:[ ]?[).-]?[ ]{0,2}[0-9]){7,12}(?![0-9A-Za-z_])(?![.,/:-][0-9])"
)
_HELPLINE = re.compile(r"(?:0800|0808|03|0845|084[34]|087|09)")
_NO_PHONE = any_case(
    r"\b(?:ISBN|ref\w*|URN|UKPRN|doi|invoice|order|account|a/c|version|id|no\.? of|isin)\b[^a-z]{0,6}$"
)
_SERVICE = any_case(
    r"\b(?:switchboard|reception|office|offices|council|team|teams|MASH|hub|duty|helpline|help ?line"
    r"|hotline|front door|police|hospital|surgery|school"
    r"|college|academy|nursery|NSPCC|services?|social care|adults|LADO|unit|out of hours|customer|centre"
    r"|contact us|single point|point of (?:access|contact)"
    r"|partnership|board|department|desk|childline"
    r"|library|town hall|civic|headquarters|HQ|practice|clinic|pharmacy|CAMHS|refuge|charity|samaritans"
    r"|probation|court|enquiries|fax|EDT|emergency duty"
    r"|business (?:manager|unit)|line|advice)\b"
)
_PERSON = any_case(
    r"\b(?:mum|mam|mother|dad|father|her|his|him|she|he|my|me|home|mobile|mob|gran|nan|nana|grandmother"
    r"|grandad|aunt|uncle|sister|brother|parents?"
    r"|carer|caller|neighbour|friend|boyfriend|girlfriend|partner|next of kin|landline|personal|informant"
    r"|witness|texted|messages?|stepmum|stepdad|mr|mrs|miss|ms)\b"
)


def phones(text: str, start: int, end: int) -> Iterator[Found]:
    """Telephone numbers. Helplines are allowed, and a landline beside a service; a mobile never is."""
    for match in _PHONE.finditer(text, start, end):
        number = _national(match[0])
        if number is None or _HELPLINE.match(number) or _NO_PHONE.search(before(text, match.start(), 24)):
            continue
        if number.startswith(("01", "02")) and _is_office(text, match):
            continue
        yield Found(
            PersonalData.PHONE, match.start() + (match[0][0] == "(" and ")" not in match[0]), match.end()
        )


def _national(written: str) -> str | None:
    """The number as dialled in Britain; None when it is none that somebody would dial."""
    digits = digits_of(written.replace("(0)", ""))
    if digits in "01234567890123456789" or len(set(digits)) < 3:
        return None
    if written.startswith("+") and not digits.startswith("44"):
        return digits if 9 <= len(digits) <= 14 and len(re.findall("[0-9]+", written)) > 1 else None
    if written.startswith("+") or digits.startswith("0044"):
        digits = "0" + digits.removeprefix("00").removeprefix("44").lstrip("0")
    groups = re.findall("[0-9]+", written)
    apart = len(groups) == len(digits) == 11  # 0 7 7 0 0 …
    if not (written.startswith(("+", "(", "00")) or len(groups[0]) >= 3 or apart):
        return None
    if len(digits) not in (10, 11) or digits[1] not in "12357":
        return None
    return digits if len(digits) == 11 or digits[1] == "1" else None


def _is_office(text: str, match: re.Match[str]) -> bool:
    line = text.rfind("\n", 0, match.start()) + 1
    ahead = text[max(line, match.start() - 70) : match.start()]
    behind = text[match.end() : match.end() + 40].split("\n")[0]
    return bool(_SERVICE.search(ahead) or _SERVICE.search(behind)) and not _PERSON.search(
        ahead + " " + behind
    )
