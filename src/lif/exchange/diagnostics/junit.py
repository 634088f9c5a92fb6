"""Diagnostics as a JUnit report, which every CI service can show."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from lif.diagnostics import Diagnostic, Severity, line, visible
from lif.exchange.diagnostics import Report


def written(report: Report) -> str:
    """One suite: a failed case for each problem that fails the run, a passed one for each other.

    Without any problem there is one passed case, because services take an empty suite for a mistake.
    """
    cases = [_case(d, report.strict) for d in report.diagnostics] or [
        Element("testcase", classname="lif", name=report.clean, time="0")
    ]
    failed = sum(1 for case in cases if case.find("failure") is not None)
    counts = {"tests": str(len(cases)), "failures": str(failed), "errors": "0", "time": "0"}
    suites = Element("testsuites", {"name": report.command, **counts})
    suite = SubElement(suites, "testsuite", {"name": report.command, **counts, "skipped": "0"})
    suite.extend(cases)
    indent(suites)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{tostring(suites, encoding='unicode')}\n"


def _case(d: Diagnostic, strict: bool) -> Element:
    place = f"{d.location.line}:{d.location.column}"
    path = visible(d.location.path)
    case = Element(
        "testcase",
        classname=path,
        name=visible(f"{d.code} at {place}: {d.message}"),
        file=path,
        line=str(d.location.line),
        time="0",
    )
    if strict or d.severity is Severity.ERROR:
        failure = SubElement(case, "failure", type=d.code, message=visible(d.message))
        failure.text = line(d)
    else:
        SubElement(case, "system-out").text = line(d)
    return case
