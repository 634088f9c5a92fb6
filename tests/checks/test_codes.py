"""Every code has an example workspace whose lines are known, and an explanation that can be printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.examples import CODES_FOLDER, EXPECTED, examples, found

from lif.checks.registry import CHECKS, CODES
from lif.diagnostics import line

FAMILIES = "RSILDAFEWP"


def test_every_code_has_an_example_and_every_example_a_code() -> None:
    assert examples() == sorted(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_an_example_gives_its_lines(code: str, tmp_path: Path, update_golden: bool) -> None:
    diagnostics = found(code, tmp_path / "workspace")
    printed = "".join(f"{line(diagnostic)}\n" for diagnostic in diagnostics)
    expected = CODES_FOLDER / code / EXPECTED
    if update_golden:
        expected.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == expected.read_text(encoding="utf-8")
    own = [diagnostic for diagnostic in diagnostics if diagnostic.code == code]
    assert own
    assert {diagnostic.severity for diagnostic in own} == {CODES[code].severity}


@pytest.mark.parametrize("code", sorted(CODES))
def test_an_example_is_about_little_else(code: str, tmp_path: Path) -> None:
    """One mistake gives one message; an acceptance speaks about a second one."""
    others = {diagnostic.code for diagnostic in found(code, tmp_path / "workspace")} - {code}
    assert others == {"W101": {"L103"}, "W103": {"L101"}, "S120": {"S111"}}.get(code, set())


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_explains_itself(code: str) -> None:
    said = CODES[code].explain()
    for part in (said.what, said.why, said.fails, said.mend, said.source):
        assert part.strip()
        assert "invalid" not in part.lower()
    assert code[0] in FAMILIES
    assert CODES[code].number == code


def test_names_of_codes_are_unique_within_the_checks() -> None:
    names = [check.name for check in CHECKS]
    assert len(set(names)) == len(names)
    assert [check.number for check in CHECKS] == sorted(check.number for check in CHECKS)


def test_no_line_holds_what_does_not_print() -> None:
    for code in examples():
        for printed in (CODES_FOLDER / code / EXPECTED).read_text(encoding="utf-8").splitlines():
            assert printed.isprintable(), code
