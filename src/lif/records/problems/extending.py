"""Frameworks that are extended by names or paths that mean more than one, another, or none for colleagues."""

from __future__ import annotations

from lif.diagnostics import AnyCode, Severity, coded
from lif.records.problems.wording import Wording, shown


@coded("S126")
def same_name(name: str, first: str, second: str) -> Wording:
    """Two frameworks that are extended have the same name.

    Why:
        A framework goes by the name of its folder: `builds_on` and every message would mean either.
    Fails:
        extends: [../north/region, ../south/region]
    Mend:
        Rename the folder of one of the two.
    Source:
        decision 34: a framework is called by the name of its folder.
    """
    return Wording(
        f"two frameworks are called '{shown(name)}': {shown(first)} and {shown(second)}",
        "rename the folder of one of them",
    )


@coded("S127", Severity.WARNING)
def shadowed(name: str) -> Wording:
    """A framework that comes with lif has the name of a folder here, which is not read.

    Why:
        Whoever changes a record in the folder would wonder why nothing changes.
    Fails:
        extends: [england] beside a folder england/ that holds framework/
    Mend:
        Rename the folder, or write ./ before the name where the folder is meant.
    Source:
        decision 34: an installed name comes first.
    """
    return Wording(
        f"'{shown(name)}' is the one that comes with lif, and the folder of that name is not read",
        f"rename the folder, or write './{shown(name)}' where it is meant",
    )


@coded("S128", Severity.WARNING)
def outside(name: str) -> Wording:
    """A framework that is extended stands outside of this repository.

    Why:
        No commit holds it: colleagues cannot read the workspace, and old papers cannot be made again.
    Fails:
        extends: [../../elsewhere/region]
    Mend:
        Move the framework into the repository, as a folder or a git submodule, and name it by its path.
    Source:
        decision 26: a paper is issued from a commit.
    """
    return Wording(
        f"'{shown(name)}' stands outside of this repository, so no commit holds it",
        "move it into the repository",
    )


EXTENDING: tuple[AnyCode, ...] = (same_name, shadowed, outside)
