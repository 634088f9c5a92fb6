"""What can be wrong with a record: one documented code for each problem, with its words and its cure."""

from __future__ import annotations

from lif.diagnostics import AnyCode
from lif.records.problems.extending import EXTENDING, outside, same_name, shadowed
from lif.records.problems.identity import (
    IDENTITY,
    id_and_file_differ,
    id_taken,
    item_id_taken,
    nothing_to_build_on,
    pattern_in_a_workspace,
)
from lif.records.problems.shapes import (
    SHAPES,
    fields_expected,
    list_expected,
    list_too_short,
    missing_field,
    record_expected,
    several_kinds_of_slip,
    swallowed_line,
    text_expected,
    unknown_field,
    unknown_place,
    wrong_setting,
)
from lif.records.problems.values import (
    VALUES,
    no_value,
    not_a_count,
    not_a_date,
    not_a_flag,
    not_a_period,
    not_a_quantity,
    not_a_score,
    not_a_time,
    not_an_id,
    not_one_line,
    wrong_choice,
)
from lif.records.problems.vocabulary import VOCABULARY, not_a_word, not_two_forms, word_of_another
from lif.records.problems.wording import FieldPath, Wording, listed, nearest, shown

SCHEMA: tuple[AnyCode, ...] = tuple(
    sorted((*SHAPES, *EXTENDING, *VALUES, *VOCABULARY), key=lambda code: code.number)
)
"""Every problem with a field, in the order of its number."""

__all__ = [
    "EXTENDING",
    "IDENTITY",
    "SCHEMA",
    "SHAPES",
    "VALUES",
    "VOCABULARY",
    "FieldPath",
    "Wording",
    "fields_expected",
    "id_and_file_differ",
    "id_taken",
    "item_id_taken",
    "list_expected",
    "list_too_short",
    "listed",
    "missing_field",
    "nearest",
    "no_value",
    "not_a_count",
    "not_a_date",
    "not_a_flag",
    "not_a_period",
    "not_a_quantity",
    "not_a_score",
    "not_a_time",
    "not_a_word",
    "not_an_id",
    "not_one_line",
    "not_two_forms",
    "nothing_to_build_on",
    "outside",
    "pattern_in_a_workspace",
    "record_expected",
    "same_name",
    "several_kinds_of_slip",
    "shadowed",
    "shown",
    "swallowed_line",
    "text_expected",
    "unknown_field",
    "unknown_place",
    "word_of_another",
    "wrong_choice",
    "wrong_setting",
]
