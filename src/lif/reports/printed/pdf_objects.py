"""The objects of a PDF file with a plain table of places: read, changed and written again in their order."""

from __future__ import annotations

import re

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SECTION = re.compile(rb"xref\s+0 (\d+)\s+")
_CATALOGUE = re.compile(rb"trailer\s*<<.*?/Root (\d+) 0 R")
_ENTRY = 20


class Objects:
    """The bodies of a file's objects by number; `catalogue` is that of the object which leads to all others.

    Raises ValueError for a file whose table of places is not plain.
    """

    def __init__(self, pdf: bytes) -> None:
        start = _START.search(pdf)
        section = _SECTION.match(pdf, int(start[1])) if start else None
        if start is None or section is None:
            raise ValueError("the table of places of this PDF is not plain")
        first, count = section.end(), int(section[1])
        entries = (pdf[first + _ENTRY * n : first + _ENTRY * (n + 1)] for n in range(count))
        places = sorted((int(e[:10]), n) for n, e in enumerate(entries) if e[17:18] == b"n")
        self._head = pdf[: places[0][0]]
        self._tail = pdf[first + _ENTRY * count : start.start()]
        ends = [place for place, _ in places[1:]] + [int(start[1])]
        self._bodies = {n: pdf[place:end] for (place, n), end in zip(places, ends, strict=True)}
        self._count = count
        root = _CATALOGUE.search(self._tail)
        self.catalogue = int(root[1]) if root else 0

    def __getitem__(self, number: int) -> bytes:
        return self._bodies.get(number, b"")

    def __setitem__(self, number: int, body: bytes) -> None:
        self._bodies[number] = body

    def without_texts(self, number: int) -> bytes:
        """An object without the texts in it, which may hold anything."""
        return without_texts(self[number])

    def written(self) -> bytes:
        """The file, with a new table of places."""
        parts, places = [self._head], {}
        at = len(self._head)
        for number, body in self._bodies.items():
            places[number] = at
            parts.append(body)
            at += len(body)
        free = b"0000000000 65535 f\r\n"
        entries = [b"%010d 00000 n\r\n" % places[n] if n in places else free for n in range(self._count)]
        table = b"xref\n0 %d\n" % self._count + b"".join(entries)
        return b"".join((*parts, table, self._tail, b"startxref\n%d\n%%%%EOF" % at))


def without_texts(body: bytes) -> bytes:
    """The same without its texts: those in parentheses, which may hold others, and those in hexadecimal."""
    if b"(" not in body:
        return body
    kept, depth, at = [], 0, 0
    for mark in re.finditer(rb"\\.|[()]", body, re.DOTALL):
        if mark[0] == b"(":
            if not depth:
                kept.append(body[at : mark.start()])
            depth += 1
        elif mark[0] == b")" and depth:
            depth -= 1
            at = mark.end() if not depth else at
    return b"".join((*kept, body[at:] if not depth else b""))


def text_string(text: str) -> bytes:
    """Words as PDF writes them."""
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"
