"""The files that other programs read: they parse, and run pinned actions with few rights."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
GITHUB = (".github/workflows/checks.yml", "examples/ci/github.yml")
GITLAB = (".gitlab-ci.yml", "examples/ci/gitlab.yml")
HOOKS = (".pre-commit-hooks.yaml", ".pre-commit-config.yaml")


def parsed(name: str) -> Any:
    return YAML(typ="safe").load((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [*GITHUB, *GITLAB, *HOOKS])
def test_it_parses(name: str) -> None:
    assert parsed(name)


@pytest.mark.parametrize("name", GITHUB)
def test_a_workflow_may_only_read_and_runs_pinned_actions(name: str) -> None:
    workflow = parsed(name)
    assert workflow["permissions"] == {"contents": "read"}
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    actions = [step["uses"] for step in steps if "uses" in step]
    assert [a for a in actions if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", a)] == []
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("name", GITHUB)
def test_a_workflow_never_pastes_what_others_wrote_into_a_script(name: str) -> None:
    steps = [step for job in parsed(name)["jobs"].values() for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


def test_the_shell_scripts_can_be_read_by_a_shell() -> None:
    for shell, name in (("bash", ".ci/run"), ("sh", "scripts/system.sh")):
        subprocess.run([shell, "-n", name], cwd=ROOT, check=True)


def test_the_makefile_helps_by_default() -> None:
    command = ["make", "--no-print-directory", "-s"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = ("scorecard", "test", "check", "bench", "format", "golden", "docs", "clean")
    assert [target for target in targets if f"  {target} " not in said] == []
