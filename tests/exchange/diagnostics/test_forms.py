"""Diagnostics in each form, judged by readers that are not ours, with words that try to break out."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from junitparser import JUnitXml

from lif.checks.registry import CODES
from lif.diagnostics import Diagnostic, Location, Severity
from lif.exchange.diagnostics import Report, github, junit, sarif, text
from lif.exchange.diagnostics import json as as_json

ROOT = Path(__file__).resolve().parents[3]
SARIF = Draft202012Validator(
    json.loads((ROOT / "tests" / "data" / "sarif" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
)
HOSTILE = "100% sure\r\n::error::gone, [bold]x[/] <b>\x1b[2J\u202e\ud800\ufffe"


def diagnostic(
    path: str = "data/actions/a.yaml",
    message: str = "there is no 'x'",
    code: str = "L101",
    severity: Severity = Severity.ERROR,
    line: int = 3,
) -> Diagnostic:
    return Diagnostic(Location(path, line, 7), code, severity, message, "did you mean 'y'?", "a", "owner")


def report(*found: Diagnostic, accepted: tuple[Diagnostic, ...] = (), **more: Any) -> Report:
    return Report(found, accepted, 12, date(2025, 6, 30), "0.1.0", **more)


WARNING = diagnostic(message="nobody links to it", code="L103", severity=Severity.WARNING)
texts = st.text(st.characters(codec=None), max_size=40)
found = st.builds(
    diagnostic,
    path=texts,
    message=texts,
    code=st.sampled_from(sorted(CODES)),
    severity=st.sampled_from(Severity),
    line=st.integers(1, 10**6),
)


def test_a_line_of_text_is_what_editors_open() -> None:
    assert text.written(report(diagnostic(), WARNING)) == (
        "data/actions/a.yaml:3:7: error L101 there is no 'x' (did you mean 'y'?)\n"
        "data/actions/a.yaml:3:7: warning L103 nobody links to it (did you mean 'y'?)\n"
    )


@given(found)
def test_a_diagnostic_is_always_one_line_that_prints(one: Diagnostic) -> None:
    for form in (text, github):
        written = form.written(report(one))
        assert written.endswith("\n")
        assert written[:-1].isprintable()


def test_an_annotation_names_file_line_column_and_title() -> None:
    assert github.written(report(diagnostic())) == (
        "::error file=data/actions/a.yaml,line=3,col=7,title=lif L101::there is no 'x' (did you mean 'y'?)\n"
    )


def test_an_annotation_of_a_workspace_below_names_the_whole_way() -> None:
    written = github.written(report(WARNING, below="examples/hull/"))
    assert written.startswith("::warning file=examples/hull/data/actions/a.yaml,")


@given(found)
def test_an_annotation_is_read_back_as_it_was_meant(one: Diagnostic) -> None:
    """As a workflow runner reads it: properties up to the second `::`, split at commas, then unescaped."""
    written = github.written(report(one))
    match = re.fullmatch(r"::(error|warning) ([^\n]*?)::([^\n]*)\n", written)
    assert match
    properties = dict(pair.split("=", 1) for pair in match[2].split(","))
    assert set(properties) == {"file", "line", "col", "title"}
    assert properties["line"] == str(one.location.line)
    assert "\n" not in unquote(properties["file"]) + unquote(match[3])


@pytest.mark.parametrize("form", [text, github, as_json, sarif, junit])
def test_hostile_words_stay_words(form: Any) -> None:
    written = form.written(report(diagnostic(path=f"data/{HOSTILE}.yaml", message=HOSTILE)))
    for character in ("\x1b", "\u202e", "\r", "\ud800", "\ufffe"):
        assert character not in written
    assert not re.search(r"^::error::gone", written, re.MULTILINE)
    assert "<b>" not in written or form is not junit
    written.encode("utf-8")


@given(st.lists(found, max_size=4), st.lists(found, max_size=2), st.booleans())
def test_sarif_is_what_its_standard_says(
    errors: list[Diagnostic], accepted: list[Diagnostic], strict: bool
) -> None:
    document = json.loads(sarif.written(report(*errors, accepted=tuple(accepted), strict=strict)))
    assert list(SARIF.iter_errors(document)) == []
    (run,) = document["runs"]
    assert len(run["results"]) == len(errors) + len(accepted)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_gives_the_place_the_rule_and_what_was_accepted() -> None:
    document = json.loads(
        sarif.written(report(diagnostic(path="england:framework/a b.yaml"), accepted=(WARNING,), below="x/"))
    )
    first, second = document["runs"][0]["results"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "x/england%3Aframework/a%20b.yaml"},
        "region": {"startLine": 3, "startColumn": 7},
    }
    assert (first["level"], second["level"]) == ("error", "warning")
    assert second["suppressions"] == [{"kind": "external"}]
    assert document["runs"][0]["tool"]["driver"]["rules"][0]["name"] == "link-to-nothing"


@given(st.lists(found, max_size=4), st.booleans())
def test_junit_is_read_back_by_another_reader(found: list[Diagnostic], strict: bool) -> None:
    (suite,) = JUnitXml.fromstring(junit.written(report(*found, strict=strict)).encode("utf-8"))
    failing = [d for d in found if strict or d.severity is Severity.ERROR]
    assert suite.tests == max(len(found), 1)
    assert suite.failures == len(failing)
    cases = list(suite)
    assert sum(1 for case in cases if not case.is_passed) == len(failing)
    assert all(case.name for case in cases)


def test_junit_says_where_and_what() -> None:
    (suite,) = JUnitXml.fromstring(junit.written(report(diagnostic(), WARNING)).encode())
    failed, passed = suite
    assert (failed.classname, failed.name) == ("data/actions/a.yaml", "L101 at 3:7: there is no 'x'")
    assert failed.result[0].type == "L101"
    assert failed.result[0].text.startswith("data/actions/a.yaml:3:7: error L101")
    assert passed.is_passed
    assert "warning L103" in passed.system_out


def test_json_holds_places_and_what_was_accepted() -> None:
    document = json.loads(
        as_json.written(report(diagnostic(), accepted=(WARNING,), commit="a" * 40, dirty=True))
    )
    assert document["summary"] == {"errors": 1, "warnings": 0, "accepted": 1, "files": 12}
    assert (document["commit"], document["uncommitted"], document["as_at"]) == ("a" * 40, True, "2025-06-30")
    assert document["diagnostics"][0] == {
        "code": "L101",
        "severity": "error",
        "message": "there is no 'x'",
        "hint": "did you mean 'y'?",
        "path": "data/actions/a.yaml",
        "line": 3,
        "column": 7,
        "record": "a",
        "field": "owner",
    }


@pytest.mark.parametrize("form", [text, github, as_json, sarif, junit])
def test_a_clean_board_has_a_clean_report(form: Any) -> None:
    written = form.written(report())
    assert "error" not in re.sub(r"errors", "", written)
