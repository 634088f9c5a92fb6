"""What an analyst would write in an afternoon: PyYAML's C loader, pydantic, and a look at the links."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

Count = Annotated[int, Field(ge=0)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Change(Strict):
    on: date
    from_due: date
    to_due: date
    reason: str
    agreed_by: Id


class Step(Strict):
    state: Literal["not-started", "in-progress", "reported-complete", "assured", "closed"]
    on: date


class Note(Strict):
    on: date
    by: Id
    text: str


class Chase(Strict):
    on: date
    to: Id


class Action(Strict):
    id: Id
    title: str
    text: str
    source: str
    source_sort: Literal["review", "audit"]
    sort: Literal["policy", "training", "audit", "system", "commissioning", "communication", "practice"]
    intended_outcome: str
    owner: Id
    contributing: list[Id]
    group: Id
    priorities: list[Id]
    themes: list[Id]
    agreed_on: date
    due: date
    due_changes: list[Change] = []
    steps: list[Step]
    progress: list[Note]
    chases: list[Chase]
    success_measure: str
    success_indicator: Id


class Grades(Strict):
    grade: Id
    cases: Count


class Result(Strict):
    criterion: str
    moderated: list[Grades]


class Point(Strict):
    id: Id
    text: str
    themes: list[Id]
    finding: Id | None = None
    response: Literal["accepted", "partly-accepted", "not-accepted"] | None = None
    responded_on: date | None = None


class Audit(Strict):
    id: Id
    title: str
    sort: Literal["multi-agency", "single-agency"]
    group: Id
    planned: str
    why: str
    question: str
    method: str
    tool: Id
    themes: list[Id]
    priorities: list[Id]
    sample_size: Count
    agencies: list[Id]
    practitioners_involved: Count
    families_involved: Count
    started: date
    fieldwork_ended: date
    moderated_on: date
    reported: date
    results: list[Result]
    overall: list[Grades]
    strengths: list[Point]
    findings: list[Point]
    recommendations: list[Point]


class Milestone(Strict):
    step: Literal["considered", "started", "report-to-board", "closed"]
    on: date


class Involvement(Strict):
    practitioners: Count
    families: str


class Review(Strict):
    id: Id
    title: str
    sort: Literal["learning-review"]
    group: Id
    scale_reason: str
    milestones: list[Milestone]
    agencies: list[Id]
    involvement: Involvement
    publication: Literal["not-applicable", "published", "withheld"]
    themes: list[Id]
    findings: list[Point]
    recommendations: list[Point]


class Value(Strict):
    id: Id
    measure: str
    numerator: Count
    denominator: Count
    status: Literal["final", "provisional"]


class Story(Strict):
    id: Id
    indicator: Id
    author: Id
    written_on: date
    story: str
    so_what: str
    now_what: str


class Return(Strict):
    id: Id
    agency: Id
    period: str
    due: date
    received: date
    supplied_by: Id
    values: list[Value]
    stories: list[Story]


class Loader(yaml.CSafeLoader):
    """YAML 1.1 reads the field `on` as true: leave out its words for true and false."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in several if not tag.endswith(":bool")]
    for first, several in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}

KINDS = {"actions": Action, "audits": Audit, "reviews": Review, "returns": Return}


def main(folder: Path) -> int:
    records: dict[str, BaseModel] = {}
    known: set[str] = set()
    faults: list[str] = []
    for name, model in KINDS.items():
        for path in sorted((folder / "data").glob(f"{name}*/*.yaml")) + sorted(
            (folder / "data").glob(f"{name}.yaml")
        ):
            with path.open(encoding="utf-8") as file:
                loaded = yaml.load(file, Loader=Loader)
            for one in loaded if isinstance(loaded, list) else [loaded]:
                try:
                    record = model.model_validate(one)
                except ValidationError as error:
                    faults.append(f"{path}: {error}")
                    continue
                records[record.id] = record
                known.update(f"{record.id}/{part.id}" for part in getattr(record, "recommendations", []))
    for record in records.values():
        if isinstance(record, Action) and record.source not in known:
            faults.append(f"{record.id}: no {record.source}")
    print("\n".join(faults) or f"{len(records)} records are in order")
    return 1 if faults else 0


sys.exit(main(Path(sys.argv[1])))
