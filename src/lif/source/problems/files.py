"""R1xx: what can be wrong with a file before a byte of it is understood."""

from __future__ import annotations

from lif.diagnostics import AnyCode, coded
from lif.source.problems.words import Words


@coded("R101")
def leaves_workspace() -> Words:
    """The path, or a link in it, leads out of the workspace.

    Why:
        A record that is a link to another part of the machine would bring that file's words into papers.
    Fails:
        data/actions/act-2026-visits.yaml -> ../../../accounts/passwords.yaml
    Mend:
        Put the file itself into the workspace, or make the link point at a file inside it.
    Source:
        CWE-59, improper link resolution before file access.
    """
    return (
        "this path leads out of the workspace through a link or '..'; records are read only from inside it",
        "put the file itself here, or let the link point at a file inside the workspace",
    )


@coded("R102")
def folder_not_read(link: bool = False) -> Words:
    """A folder has a name that ends like a record's, or is a link; it is not looked into.

    Why:
        A record that was meant to be here is missing, and nothing else would say so.
    Fails:
        data/actions/act-2026-visits.yaml/ (a folder)
    Mend:
        Rename the folder, or move the record that it holds one level up. Move a folder that is linked here
        to where the link is: behind a link a record would have two places, or a folder hold itself.
    Source:
        One record, one file: the layout of a workspace.
    """
    if link:
        return (
            "this is a link to a folder, and links are not followed into folders; its records are not read",
            "move the folder itself to here",
        )
    return (
        "this is a folder, and its name ends like a record's; a file was expected",
        "rename the folder, or move the record out of it",
    )


@coded("R103")
def special_file() -> Words:
    """A pipe, socket or device stands where a record is expected.

    Why:
        Reading it could wait for ever, or never come to an end.
    Fails:
        mkfifo data/actions/act-2026-visits.yaml
    Mend:
        Delete it and put an ordinary file in its place.
    Source:
        POSIX file types; only regular files hold records.
    """
    return (
        "this is a pipe, a socket or a device; an ordinary file was expected",
        "delete it and save the record as an ordinary file",
    )


@coded("R104")
def file_missing(link: bool = False) -> Words:
    """The file is not there, or is a link to something that is not there or to itself.

    Why:
        A link that leads nowhere looks like a record in a listing and holds nothing.
    Fails:
        data/actions/act-2026-visits.yaml -> act-2025-visits.yaml, which was deleted
    Mend:
        Delete the link, or bring back the file that it names.
    Source:
        POSIX symbolic links.
    """
    if link:
        return (
            "this is a link that leads nowhere, or round in a circle; a file was expected",
            "delete the link, or bring back the file that it names",
        )
    return "there is no file here", "check the spelling of the path"


@coded("R105")
def file_not_readable(reason: str) -> Words:
    """The system does not let the file be opened or read.

    Why:
        What cannot be read cannot be checked, and a check that did not happen is not a pass.
    Fails:
        chmod 000 data/actions/act-2026-visits.yaml
    Mend:
        Give yourself the right to read the file, or close the program that holds it.
    Source:
        The operating system's answer when the file is opened.
    """
    return (
        f"the system does not let this file be read ({reason})",
        "check who may read the file and whether another program holds it open",
    )


@coded("R106")
def file_too_large(limit: int) -> Words:
    """The file is larger than records or tables may be.

    Why:
        A record is a page or two of text; something larger is a mistake, or meant to exhaust the machine.
    Fails:
        A whole audit, with its attachments pasted in, in one record.
    Mend:
        Split the list into several files, or keep a long series of figures as CSV beside its record.
    Source:
        Limits of this project: 256 kB for a record, 20 MB for a table.
    """
    return (
        f"this file is larger than {_size(limit)}, the most that is read",
        "split it into several files; keep long series of figures as CSV beside their record",
    )


@coded("R107")
def wrong_ending(ending: str, expected: str = ".yaml") -> Words:
    """The file's name does not end as a record's or table's does.

    Why:
        Two spellings of the ending would let two files claim one id, and some systems ignore letter case.
    Fails:
        data/actions/act-2026-visits.yml
    Mend:
        Rename the file so that it ends in `.yaml` (a table in `.csv`), in small letters.
    Source:
        The layout of a workspace: a record's file is its id and `.yaml`.
    """
    found = f"this name ends in '{ending}'" if ending else "this name has no ending"
    return f"{found}; '{expected}' was expected", f"rename the file to end in '{expected}'"


@coded("R108")
def name_does_not_print() -> Words:
    """The file's name holds characters that cannot be seen or are not text.

    Why:
        Such a name can hide what it is, changes the colours of a terminal, and cannot be typed.
    Fails:
        A file name with an escape character or a byte that is not UTF-8.
    Mend:
        Rename the file with letters, digits and hyphens.
    Source:
        CWE-150, improper neutralisation of escape sequences.
    """
    return (
        "this file's name holds characters that do not print (shown here as U+ numbers)",
        "rename the file with small letters, digits and hyphens",
    )


def _size(limit: int) -> str:
    return f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit // 1_000} kB"


FILES: tuple[AnyCode, ...] = (
    leaves_workspace,
    folder_not_read,
    special_file,
    file_missing,
    file_not_readable,
    file_too_large,
    wrong_ending,
    name_does_not_print,
)
