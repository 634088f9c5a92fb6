"""The files that other programs read: they parse, and run pinned actions with few rights."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from lif.cli.commands import read_plainly

ROOT = Path(__file__).resolve().parent.parent
GITHUB = (".github/workflows/checks.yml", "src/lif/starting/files/github.yml")
GITLAB = (".gitlab-ci.yml", "src/lif/starting/files/gitlab.yml")
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


@pytest.mark.parametrize("name", [*GITHUB, *GITLAB])
def test_every_commit_of_a_pull_request_is_looked_through_for_personal_data(name: str) -> None:
    file = parsed(name)
    jobs = file["jobs"] if "jobs" in file else {k: v for k, v in file.items() if "script" in v}
    steps = [(job, step) for job in jobs.values() for step in job.get("steps", [job])]
    lines = [(job, step, str(step.get("run", step.get("script")))) for job, step in steps]
    (job, step, _), *more = [one for one in lines if "lif privacy scan --range" in one[2]]
    assert not more
    condition = str([job.get("if"), step.get("if"), job.get("rules")])
    assert "pull_request" in condition or "merge_request_event" in condition
    whole = [s.get("with", {}).get("fetch-depth") for s in job.get("steps", [])]
    depth = {**file.get("variables", {}), **job.get("variables", {})}.get("GIT_DEPTH")
    assert 0 in whole or depth == "0"


@pytest.mark.parametrize("name", HOOKS)
def test_the_hooks_run_what_lif_knows(name: str) -> None:
    found = parsed(name)
    hooks = found if isinstance(found, list) else [hook for repo in found["repos"] for hook in repo["hooks"]]
    entries = {hook["id"]: hook["entry"] for hook in hooks}
    ours = {
        id_: entry.partition("lif ")[2].split() for id_, entry in entries.items() if id_.startswith("lif-")
    }
    assert set(ours) == {"lif-validate", "lif-privacy", "lif-privacy-message"}
    ours["lif-privacy-message"].append("FILE")
    assert [id_ for id_, words in ours.items() if read_plainly(words) is None] == []
    assert [hook["id"] for hook in hooks if hook.get("stages") == ["commit-msg"]] == ["lif-privacy-message"]


def test_the_shell_scripts_can_be_read_by_a_shell() -> None:
    for shell, name in (("bash", ".ci/run"), ("sh", "scripts/system.sh")):
        subprocess.run([shell, "-n", name], cwd=ROOT, check=True)


def test_the_makefile_helps_by_default() -> None:
    command = ["make", "--no-print-directory", "-s"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = ("scorecard", "test", "check", "bench", "format", "golden", "docs", "clean")
    assert [target for target in targets if f"  {target} " not in said] == []
