"""P1xx: personal data, by what it tells about somebody, with what to do before and after it has gone out."""

from __future__ import annotations

import inspect
from collections.abc import Callable

from lif.diagnostics import AnyCode, Code, Severity, coded
from lif.privacy import PersonalData
from lif.records.problems import Wording

_PLURAL = frozenset((PersonalData.BANK_DETAILS, PersonalData.COORDINATES, PersonalData.INITIALS_AND_AGE))

RUN_BOOK = """
Not committed yet:
  Take it out. Write the role, the case's neutral code, or an age band in its place.
  Where it is staged: take it out, then git add FILE. Nothing else needs doing.
Committed, not pushed:
  Stop: do not push. The last commit: take it out, then git commit --amend.
  An earlier one: git rebase -i COMMIT^, mark it edit, take it out, git commit --amend.
  Then lif privacy scan --history must find nothing, and the old copy goes with
  git reflog expire --expire=now --all and git gc --prune=now.
Pushed:
  1. Stop, and tell the data protection officer now, by telephone. The clock runs: a breach
     that puts people at risk goes to the Information Commissioner within 72 hours of your
     knowing of it (UK GDPR, Article 33), and where the risk is high to the people themselves
     (Article 34). The officer decides; you give the facts.
  2. Close the repository, or make it private, so that nobody takes another copy.
  3. Write history anew in a fresh clone: git filter-repo --replace-text LIST, or for a whole
     file --invert-paths --path FILE. Keep LIST outside the repository and delete it after.
     Look again with lif privacy scan --history, then push all branches and tags by force.
  4. Ask the host to purge what it still keeps: caches, refs of pull requests, forks, and
     the artefacts and logs of CI.
  5. Have every partner delete the old clone and clone anew; a pull would bring it back.
     Papers, sites and backups that were made from it count too.
  6. Change what could be used: a password, a mailbox, a reference.
  7. Record what happened, what was done, who knew when. Never write the value down again.
No personal data, or public anyway:
  Let it stand with a privacy-allowance, which is reviewed like any record:
  lif privacy scan --fingerprints prints what it needs; docs/guides/personal-data.md shows one.
"""


def _personal(number: str) -> Callable[[Callable[[str], Wording]], Code[[str], Wording]]:
    """A code whose explanation ends with the run-book; an uncertain find of it is a warning."""

    def wrap(function: Callable[[str], Wording]) -> Code[[str], Wording]:
        said = inspect.getdoc(function) or ""
        book = "".join(f"    {line}".rstrip() + "\n" for line in RUN_BOOK.strip().splitlines())
        function.__doc__ = said.replace("\nSource:", f"\n{book}Source:")
        return coded(number)(function)

    return wrap


@_personal("P101")
def national_number(what: str) -> Wording:
    """A number that belongs to one person: of the NHS, of a pupil or learner, of National Insurance.

    What lif is not sure of is a warning.

    Why:
        Whoever has the number can look the person up, for life. A framework needs none.
    Fails:
        text: Seen by the GP, 9** *** ****.
    Mend:
        Name the case by the neutral code that the review gave it, or leave it out.
    Source:
        UK GDPR, Article 5(1)(c): no more data than the purpose needs. Check digits by the published rules.
    """
    return _said(what, "name the case by its neutral code, or leave it out")


@_personal("P102")
def case_number(what: str) -> Wording:
    """The number of a case: of social care, of a court, of the police.

    What lif is not sure of is a warning.

    Why:
        Everybody with the agency's system can open the file of the child by it.
    Fails:
        note: Open to the team as case number *******.
    Mend:
        Use the neutral code of the incident or review; the agency keeps what it stands for.
    Source:
        UK GDPR, Article 4(1): an identification number identifies a person.
    """
    return _said(what, "use the neutral code of the incident or review")


@_personal("P103")
def date_of_birth(what: str) -> Wording:
    """A date of birth, in figures or in words.

    What lif is not sure of is a warning.

    Why:
        With an area and an event it is often enough to know who the child is.
    Fails:
        text: The child (DOB **/**/****) moved school.
    Mend:
        Write an age band, such as 10 to 15, where age matters at all.
    Source:
        UK GDPR, Article 5(1)(c): no more data than the purpose needs.
    """
    return _said(what, "write an age band where age matters at all")


@_personal("P104")
def contact_detail(what: str) -> Wording:
    """A way to reach one person: e-mail, telephone, a name on social media.

    Mailboxes of roles and helplines that everybody may know do not count. What lif is not sure of is a
    warning.

    Why:
        It names the person, and goes on being read after the person has left the post.
    Fails:
        mailbox: firstname.surname@ and the council's domain
    Mend:
        Write the mailbox of the role or team. A number that is published anyway can be allowed.
    Source:
        Decision 29: personal data does not get in.
    """
    return _said(what, "write the mailbox or number of the team")


@_personal("P105")
def place_of_somebody(what: str) -> Wording:
    """Where somebody lives or was: a full postcode, a street address, coordinates.

    What lif is not sure of is a warning.

    Why:
        A full postcode is about fifteen households. With an age it names a child.
    Fails:
        text: The family moved to ** High Street.
    Mend:
        Name the ward, the locality or the school's area; for figures, the area's code.
    Source:
        Office for National Statistics, size of postcodes; UK GDPR, Article 4(1): location data.
    """
    return _said(what, "name the ward or locality")


@_personal("P106")
def bank_detail(what: str) -> Wording:
    """A sort code with an account, or another number that money moves by.

    What lif is not sure of is a warning.

    Why:
        It can be used to take money, and a framework needs none.
    Fails:
        note: Fees to sort code **-**-**.
    Mend:
        Leave it out; finance keeps it.
    Source:
        UK GDPR, Article 32: security of processing.
    """
    return _said(what, "leave it out; finance keeps it")


@_personal("P107")
def registration(what: str) -> Wording:
    """The registration of a vehicle, or of somebody in a profession.

    What lif is not sure of is a warning.

    Why:
        Registers are open to look up: the number names its holder or keeper.
    Fails:
        text: The worker (registration SW******) had left.
    Mend:
        Name the role.
    Source:
        UK GDPR, Article 4(1): an identification number identifies a person.
    """
    return _said(what, "name the role")


@_personal("P108")
def named_person(what: str) -> Wording:
    """A person by name: after a title, or as somebody's mother, father, brother or worker.

    Names alone cannot be found by their form: read what you commit. What lif is not sure of is a warning.

    Why:
        Learning is about what was done, never about who; reviews are written so that nobody can be found.
    Fails:
        text: Mrs … told the school.
    Mend:
        Write the role or the relation without the name: the mother, the head teacher.
    Source:
        Working Together to Safeguard Children, on reports of reviews that can be published.
    """
    return _said(what, "write the role or relation without the name")


@_personal("P109")
def person_and_age(what: str) -> Wording:
    """A first name or initials with an age.

    What lif is not sure of is a warning.

    Why:
        In one area, with an event that people have heard of, this is enough to know the child.
    Fails:
        text: J.D. (aged **) was placed out of area.
    Mend:
        Write "a young person", or the neutral code, and an age band.
    Source:
        UK GDPR, recital 26: all the means that are likely to be used to identify somebody.
    """
    return _said(what, 'write "a young person", or the neutral code, and an age band')


@coded("P110", Severity.WARNING)
def cannot_be_looked_into() -> Wording:
    """A long run of encoded text, such as a file pasted as base64.

    Why:
        It can hold anything, a photograph or a whole letter, and nobody who reviews a change can see it.
    Fails:
        note: a hundred and twenty letters and figures or more without a space.
    Mend:
        Take it out, and say where the document is kept.
    Source:
        Decision 29: what cannot be looked into is told.
    """
    return Wording(
        "a long run of encoded text stands here, which cannot be looked into",
        "take it out, and say where the document is kept",
    )


def code_of(kind: PersonalData) -> AnyCode:
    """The code under which this kind is told."""
    return _CODES[kind]


def told_as(kind: PersonalData, masked: str, where: str, sure: bool) -> str:
    """In words what was found, without the value: `there is an NHS number in this line: 9*****`."""
    many = kind in _PLURAL
    article = "" if many else "an " if kind.words.startswith(("NHS", "a", "e", "i", "o")) else "a "
    stars = masked.removeprefix(kind.words).strip()
    verb = f"there {'are' if many else 'is'}" if sure else "there may be"
    return f"{verb} {article}{kind.words} {where}: {stars}"


def _said(what: str, hint: str) -> Wording:
    return Wording(what, hint)


_CODES: dict[PersonalData, AnyCode] = {
    **dict.fromkeys(
        (PersonalData.NHS_NUMBER, PersonalData.UPN, PersonalData.ULN, PersonalData.NATIONAL_INSURANCE),
        national_number,
    ),
    **dict.fromkeys((PersonalData.CASE_NUMBER, PersonalData.COURT_CASE), case_number),
    PersonalData.DATE_OF_BIRTH: date_of_birth,
    **dict.fromkeys((PersonalData.EMAIL, PersonalData.PHONE, PersonalData.HANDLE), contact_detail),
    **dict.fromkeys(
        (PersonalData.POSTCODE, PersonalData.ADDRESS, PersonalData.COORDINATES), place_of_somebody
    ),
    PersonalData.BANK_DETAILS: bank_detail,
    PersonalData.REGISTRATION: registration,
    **dict.fromkeys((PersonalData.NAME, PersonalData.RELATION), named_person),
    **dict.fromkeys((PersonalData.NAME_AND_AGE, PersonalData.INITIALS_AND_AGE), person_and_age),
}

PERSONAL: tuple[AnyCode, ...] = tuple(
    sorted((*dict.fromkeys(_CODES.values()), cannot_be_looked_into), key=lambda code: code.number)
)
