"""Bank details: sort code and account, IBAN, the number on a card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before, digits_of, spots
from lif.privacy.kinds import PersonalData

_PAIR = re.compile(
    r"[0-9](?<![\w-][0-9])(?<![0-9][./][0-9])[0-9]([- ])[0-9]{2}\1[0-9]{2}"
    r"(?P<between>[ ,;:/|\n&.()-]{1,4}(?:(?:and|a/?c|acc(?:oun)?t?|account)\b[ .:]{0,2}){0,2}(?:(?:no|num"
    r"|number)\b[ .:#]{0,3})?)[0-9]{7,8}(?![\w-])",
    re.IGNORECASE,
)
_SORT = any_case(r"(?:ing|ode)?[ -]?(?:codes?)?\b[^0-9\n]{0,12}([0-9]{2}[- ]?[0-9]{2}[- ]?[0-9]{2})(?![0-9])")
_ACCOUNT = any_case(r"(?:ount|oun|t)?\.?[ ]?(?:no|num|number|nr|#)?\b[^0-9\n]{0,10}([0-9]{8})(?![0-9])")
_IBAN = re.compile(
    r"[A-Z](?<![\w][A-Z])[A-Z][0-9]{2}[ ]?[A-Z0-9]{4}(?:[ ]?[A-Z0-9]{4}){2,6}(?:[ ]?[A-Z0-9]{1,3})?(?!\w)"
)
_CARD = re.compile(r"[3-6](?<![\w.,-][0-9])(?:[ -]?[0-9]){12,18}+(?![\w])(?![.,-][0-9])")
_CARD_WORDS = any_case(r"\b(?:card|visa|mastercard|amex|debit|credit|PAN)\b")


def named_bank_details(text: str, start: int, end: int) -> Iterator[Found]:
    """A sort code or an account that is called one."""
    for words, pattern in ((("sort", "s/c"), _SORT), (("acc", "a/c"), _ACCOUNT)):
        for place in spots(text, words, start, end):
            if number := pattern.match(text, place):
                yield Found(PersonalData.BANK_DETAILS, *number.span(1))


def bank_details(text: str, start: int, end: int) -> Iterator[Found]:
    """A sort code with an account, an IBAN, the number on a card."""
    for match in _PAIR.finditer(text, start, end):
        yield Found(PersonalData.BANK_DETAILS, *match.span())
    for match in _IBAN.finditer(text, start, end):
        digits = digits_of(match[0])
        labelled = "iban" in before(text, match.start(), 20).lower()
        if len(digits) >= 10 and (labelled or match[0].startswith("GB") or _is_iban(match[0])):
            yield Found(PersonalData.BANK_DETAILS, *match.span())
    for match in _CARD.finditer(text, start, end):
        digits = digits_of(match[0])
        grouped = re.fullmatch(r"[0-9]{4}([ -])[0-9]{4}\1[0-9]{4}\1[0-9]{1,7}", match[0])
        worded = _CARD_WORDS.search(before(text, match.start(), 32))
        if (grouped or worded) and len(digits) >= 13 and (_luhn(digits) or worded):
            yield Found(PersonalData.BANK_DETAILS, *match.span())


def _is_iban(written: str) -> bool:
    letters = written.replace(" ", "")
    return int("".join(str(int(c, 36)) for c in letters[4:] + letters[:4])) % 97 == 1


def _luhn(digits: str) -> bool:
    doubled = (sum(divmod(int(d) * 2, 10)) for d in digits[-2::-2])
    return (sum(int(d) for d in digits[::-2]) + sum(doubled)) % 10 == 0
