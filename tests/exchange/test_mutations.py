"""National files with characters changed and cut: a series or a reason in words, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.exchange.conftest import AREAS, DAY, put
from tests.exchange.test_ees import BARNSLEY, ENGLAND, HEAD, HULL, REPEAT
from tests.exchange.test_lait import DICTIONARY, RECORDS, TABLE

from lif.exchange.national.importing import import_files
from lif.exchange.national.making import Wanted
from lif.exchange.national.tables import CannotRead
from lif.register import Register
from lif.workspace import Workspace

EES = f"\ufeff{HEAD}plans,again\n{HULL}149,31\n{BARNSLEY}c,[low]\n{ENGLAND}64390,14550\n".encode()
BITS = [b",", b'"', b"\n", b"\r", b"\x00", b"\xff", b";", b"9" * 40, b"-", b"e99", b"\xc2\xb2", b"2025", b":"]

Edits = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 30), st.sampled_from(BITS)), min_size=1, max_size=6
)


def changed(raw: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    """The bytes with pieces cut out and others put in."""
    for at, length, bit in edits:
        at %= len(raw) + 1
        raw = raw[:at] + bit + raw[at + length :]
    return raw


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The records of a small board, read once."""
    folder = tmp_path_factory.mktemp("board")
    for path, text in (
        RECORDS | REPEAT | {"lif.yaml": "board: none\n", "framework/areas.yaml": AREAS}
    ).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return Workspace.load(folder, DAY, checks=()).register


QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(Edits)
def test_of_explore_education_statistics(
    known: Register, tmp_path: Path, edits: list[tuple[int, int, bytes]]
) -> None:
    path = put(tmp_path, "d.csv", changed(EES, edits))
    try:
        made = import_files(known, "ees", [path], Wanted(DAY, "plans"))
    except CannotRead as why:
        assert str(why)
    else:
        assert all(one.series.csv_text() and one.series.record_text() for one in made)


@QUICK
@given(Edits, Edits)
def test_of_lait_and_its_dictionary(
    known: Register,
    tmp_path: Path,
    table: list[tuple[int, int, bytes]],
    book: list[tuple[int, int, bytes]],
) -> None:
    path = put(tmp_path, "bds.csv", changed(TABLE.encode(), table))
    dictionary = put(tmp_path, "d.csv", changed(DICTIONARY.encode(), book))
    try:
        made = import_files(known, "lait", [path], Wanted(DAY, "lait", dictionary=dictionary))
    except CannotRead as why:
        assert str(why)
    else:
        assert all(one.series.csv_text() and one.series.record_text() for one in made)
