"""What lif asks of published figures on the first day, accepted for a quarter: nobody has looked yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from lif.calendars import add_months
from lif.diagnostics import Diagnostic, Severity
from lif.records.figures import PublishedSeries
from lif.records.references import Acceptance
from lif.source.new_records import record_text

ACCEPTED_BY = "lif init; no person has looked at it yet"


def accepted(diagnostics: Iterable[Diagnostic], day: date) -> Mapping[str, bytes]:
    """An acceptance for each warning about a published series, by the path of its file.

    The figures are the publisher's, taken as they are; the question stays in the record, for those to answer
    who know the area, and comes back after three months.
    """
    asked: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in diagnostics:
        if one.severity is Severity.WARNING and one.location.path.startswith(f"{PublishedSeries.folder}/"):
            asked[one.code, one.record].append(one.message)
    return dict(_acceptance(code, record, said, day) for (code, record), said in sorted(asked.items()))


def _acceptance(code: str, record: str, said: list[str], day: date) -> tuple[str, bytes]:
    id_ = f"accept-{code.lower()}-{record}"
    reason = [
        "The publisher's own file has it so; it was taken as it is, and nothing was typed. What is odd:",
        *(f"{message[:1].upper()}{message[1:]}." for message in said),
        "Ask those who know the area, and say here what is behind it.",
    ]
    fields = {
        "id": id_,
        "code": code,
        "record": record,
        "reason": "".join(f"{line}\n" for line in reason),
        "accepted_by": ACCEPTED_BY,
        "accepted_on": day.isoformat(),
        "until": add_months(day, 3).isoformat(),
    }
    return f"{Acceptance.folder}/{id_}.yaml", record_text(fields).encode()
