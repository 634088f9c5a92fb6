"""Several programs that write at once: everything is kept."""

from __future__ import annotations

from pathlib import Path

from tests.source.beside import python

WRITERS, APPENDS = 8, 30

APPENDING = """
import sys
from pathlib import Path
from lif.source import Document, read
from lif.source.edits import Append, edited
from lif.source.writing import CannotWrite, Write, write

root, who, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
done = 0
while done < count:
    document = read(root, "data/notes.yaml")
    assert isinstance(document, Document), document
    after = edited(document, (Append(("notes",), {"by": who, "text": f"Note {done} of {who}.\\n"}),))
    try:
        write(root, [Write("data/notes.yaml", document.raw, after)])
        done += 1
    except CannotWrite as fault:
        assert "changed by somebody else" in str(fault) or "has not finished" in str(fault), fault
"""


def test_of_240_notes_that_eight_write_at_once_all_are_kept(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/notes.yaml").write_text(
        "id: notes\nnotes: # in order\n  - by: nobody\n", encoding="utf-8"
    )
    running = [python(APPENDING, str(tmp_path), f"w{number}", str(APPENDS)) for number in range(WRITERS)]
    for each in running:
        _, err = each.communicate(timeout=300)
        assert (each.returncode, err) == (0, "")
    text = (tmp_path / "data/notes.yaml").read_text(encoding="utf-8")
    assert text.startswith("id: notes\nnotes: # in order\n  - by: nobody\n")
    for number in range(WRITERS):
        told = [line.strip() for line in text.splitlines() if line.endswith(f" of w{number}.")]
        assert told == [f"Note {note} of w{number}." for note in range(APPENDS)]
