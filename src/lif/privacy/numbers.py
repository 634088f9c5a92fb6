"""Numbers with a check digit: NHS, unique pupil, unique learner and National Insurance numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before, digits_of
from lif.privacy.kinds import PersonalData

GAP = r"(?:[ ]{0,2}[.\-][ ]{0,2}|[ ]{1,3}|[ ]{0,2}\n[ ]{0,12})?"
_GAP_OF_TEN = GAP.replace(r"[.\-]", r"[.\-/]")
_TEN = re.compile(
    rf"[0-9](?<![\w][0-9])(?<![0-9][.,:/-][0-9])(?:{_GAP_OF_TEN}[0-9]){{9}}+(?![0-9A-Za-z_])(?![.,/-][0-9])"
)
_NHS_WORDS = any_case(
    r"\bN\.?H\.?S\b|\bpatient|\bsystm|\bspine\b|\bCAMHS\b|\bclinic\b|\bemis\b|\bCHI\b|\bward\b|\bred book"
    r"|\bGP\b|\bPDS\b"
    r"|\bhospital"
    r"|nhs_?n|\bhealth (?:no|num|rec|id)|\bmidwi|\bA&E\b|\bED\b|\bimmunis|\bpaediatric"
)
_NHS_LABEL = any_case(r"(?:\bN\.?H\.?S|\bCHI)\.?[ _-]?(?:no|num|id|#|\W{1,3}$|number|ident)|\bCHI\b")
_ULN_LABEL = any_case(r"\bU\.? ?L\.? ?N\b|\buln|\blearner|\bLRS\b|\blearning rec")
_NO_NUMBER = any_case(
    r"(?:\bref\w*|\binvoice|\border|\bISBN|\bdoi|\bUKPRN|\bURN|\bdocument|\bversion"
    r"|[£$€#])[ .:#]{0,3}(?:no|number)?\W{0,3}$"
)
_LETTER = re.compile("[A-Za-z]")
_ISSUED = ("4", "6", "7", "999", "3")


def ten_digits(text: str, start: int, end: int) -> Iterator[Found]:
    """NHS and unique learner numbers: ten figures, told apart by a check digit and what stands before."""
    for match in _TEN.finditer(text, start, end):
        digits = digits_of(match[0])
        if len(set(digits)) == 1:
            continue
        label = before(text, match.start(), 48)
        if not _LETTER.search(label):
            label = ""
        learner, patient = _last(_ULN_LABEL, label), _last(_NHS_WORDS, label)
        if learner >= 0 and learner > patient:
            named = "ULN" in label.upper() or "unique" in label.lower()
            yield Found(PersonalData.ULN, *match.span(), sure=named or _is_uln(digits))
        elif "\n" in match[0] and patient < 0 and not _in_a_sentence(text, match):
            continue  # figures one below the other
        elif (sure := _nhs(digits, match[0], label)) is not None:
            yield Found(PersonalData.NHS_NUMBER, *match.span(), sure=sure)


def _nhs(digits: str, written: str, label: str) -> bool | None:
    """Whether it is surely an NHS number; None when it is none.

    One number in eleven passes the check digit, so it must also be written 3-3-4, stand beside a word of
    health, or be of a range that is issued.
    """
    from stdnum.gb import nhs

    if digits[0] == "0" and "CHI" not in label:
        return None
    if _NHS_LABEL.search(label[-28:]):
        return True  # named as one: a slip of the pen is still somebody's number
    grouped = [len(part) for part in re.findall("[0-9]+", written)]
    if not nhs.is_valid(digits):
        return False if grouped == [3, 3, 4] and _NHS_WORDS.search(label[-32:]) else None
    if grouped == [3, 3, 4]:
        return True
    if _NO_NUMBER.search(label):
        return None
    if _NHS_WORDS.search(label):
        return True
    return False if grouped == [10] and digits.startswith(_ISSUED) else None


def _in_a_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether words stand on the line before a broken number and go on after it."""
    ahead = before(text, match.start(), 40).rpartition("\n")[2]
    behind = text[match.end() : match.end() + 40].partition("\n")[0]
    return bool(_LETTER.search(ahead) and _LETTER.search(behind))


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _is_uln(digits: str) -> bool:
    """Modulus 11 over ten figures weighted 10 to 2; a remainder of 0 is not issued."""
    rest = sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=False)) % 11
    return rest != 0 and int(digits[9]) == 10 - rest


_UPN = re.compile(rf"[0-9](?:(?<=[A-Za-z].)|(?<=[A-Za-z] .))(?:{GAP}[0-9]){{10}}+{GAP}[0-9A-Za-z](?![\w])")
_UPN_LETTER = re.compile(r"(?<![\w])[A-HJ-NP-RT-Za-hj-np-rt-z][ ]?$")
_SCHOOL = any_case(
    r"\b(?:pupils?|attendance|school|exclu\w+|on roll|census|SIMS|class|suspen\w+|CTF|EHCP|CPOMS)\b"
)
_AUTHORITY = re.compile(r"[A-Z] ?(?:20[1-9]|21[0-3]|3[0-9]{2}|420|66[0-9]|67[0-9]|8[0-9]{2}|9[0-4][0-9])")
_UPN_LABEL = any_case(r"\bU\.?P\.?N\b|\bunique pupil|\bpupil(?:'s)?(?: \w+){0,2} (?:no|num|id)|\bupn")


def pupils(text: str, start: int, end: int) -> Iterator[Found]:
    """Unique pupil numbers: a check letter, the authority, the school, the year and a serial number."""
    for match in _UPN.finditer(text, start, end):
        letter = _UPN_LETTER.search(before(text, match.start(), 3))
        if letter is None:
            continue
        from stdnum.gb import upn

        begin = match.start() - len(letter[0])
        valid = bool(upn.is_valid(re.sub(r"[^0-9A-Z]", "", text[begin : match.end()].upper())))
        label = before(text, begin, 48)
        named = bool(_UPN_LABEL.search(label))
        if valid or named or _SCHOOL.search(label) or _AUTHORITY.match(text, begin):
            yield Found(PersonalData.UPN, begin, match.end(), sure=valid or named)


_NINO = re.compile(rf"[0-9](?<=[A-Za-z \n.-].)[0-9]{GAP}[0-9][0-9]{GAP}[0-9][0-9](?:{GAP}[A-Da-d])?(?![\w])")
_NINO_LETTERS = re.compile(rf"(?<![\w])[A-Za-z]{{2}}{GAP}$")
_NINO_LABEL = any_case(
    r"\bN\.?I\.?(?:\b|NO)|\bnat(?:ional)?\.? ins|\bNINO\b|\bni_?n|\bDWP\b|\bpayslip|\bclaim|\btenan|\bbenefit"
)
_YEARS = re.compile("^(?:19|20)[0-9]{2}-[0-9]{2}$")
_NINO_PREFIX = re.compile(r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ")


def national_insurance(text: str, start: int, end: int) -> Iterator[Found]:
    """National Insurance numbers: two letters, six figures and a letter from A to D."""
    for match in _NINO.finditer(text, start, end):
        letters = _NINO_LETTERS.search(before(text, match.start(), 12))
        if letters is None:
            continue
        begin = match.start() - len(letters[0])
        written = re.sub(r"[^0-9A-Za-z]", "", text[begin : match.end()])
        labelled = bool(_NINO_LABEL.search(before(text, begin, 40)))
        known = bool(_NINO_PREFIX.match(written.upper())) and len(written) == 9
        spaced = not text[begin : match.end()].isalnum()
        if (labelled and not _YEARS.search(match[0])) or (known and (written.isupper() or spaced)):
            yield Found(PersonalData.NATIONAL_INSURANCE, begin, match.end(), sure=known)
