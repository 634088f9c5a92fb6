"""Opens the file itself, which anybody may have made: a zip of XML, within bounds, and nothing else in it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

MOST_BYTES = 20_000_000
MOST_UNPACKED = 40_000_000
MOST_PARTS = 500
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 16
_WORKBOOK = "xl/workbook.xml"


class CannotOpen(Exception):  # noqa: N818 - named for what is so
    """The file cannot be read as a workbook; the message says why and what to do."""


def parts_of(path: Path) -> dict[str, bytes]:
    """The XML parts of a workbook by their name. Raises CannotOpen."""
    content = _content(path)
    if not content:
        raise CannotOpen("it is empty")
    if content.startswith(_OLD):
        raise CannotOpen(_old(content))
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            _known(package)
            return _unpacked(package)
    except CannotOpen:
        raise
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as fault:
        raise CannotOpen(_broken(content, fault)) from None
    except Exception as fault:
        if type(fault).__module__ in ("zlib", "lzma", "_lzma", "bz2"):
            raise CannotOpen(_broken(content, fault)) from None
        raise


def packed(parts: dict[str, bytes]) -> BytesIO:
    """The parts as a file again, which holds only what was unpacked within bounds."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    buffer.seek(0)
    return buffer


def is_package(path: Path) -> bool:
    """Whether the file begins as workbooks do, of this form or an older one."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except OSError:
        return False
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLD))


def _content(path: Path) -> bytes:
    try:
        if not path.exists():
            raise CannotOpen("there is no such file")
        if not path.is_file():
            raise CannotOpen("it is not a file")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise CannotOpen(
                f"it holds {size // 1_000_000} MB, and a workbook filled in holds less than "
                f"{MOST_BYTES // 1_000_000} MB: take pictures and other sheets out, and save it again"
            )
        return path.read_bytes()
    except OSError as fault:
        raise CannotOpen(f"it cannot be read: {(fault.strerror or 'the disk refused').lower()}") from None


def _old(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "it is protected by a password: open it, take the password off, and save it again"
    return "it is a workbook of the old form (.xls): save it as an Excel workbook (.xlsx)"


def _broken(content: bytes, fault: Exception) -> str:
    if content.startswith(b"PK"):
        if "password" in str(fault) or "encrypted" in str(fault):
            return "it is protected by a password: take the password off, and save it again"
        return "it is damaged or was not sent whole: ask for it again"
    return "it is not a workbook: an Excel workbook (.xlsx) was expected"


def _known(package: zipfile.ZipFile) -> None:
    names = package.namelist()
    if len(names) > MOST_PARTS:
        raise CannotOpen(f"it is made of {len(names)} parts, more than a workbook filled in has")
    if "mimetype" in names and b"opendocument" in package.open("mimetype").read(200):
        raise CannotOpen("it is an OpenDocument file: save it as an Excel workbook (.xlsx)")
    if any(name.startswith("xl/vbaProject") for name in names):
        raise CannotOpen("it holds macros (.xlsm): save it as an Excel workbook without them (.xlsx)")
    if _WORKBOOK not in names:
        raise CannotOpen("it is not a workbook: an Excel workbook (.xlsx) was expected")
    if len(set(names)) != len(names):
        raise CannotOpen("it is damaged: it holds a part twice")


def _unpacked(package: zipfile.ZipFile) -> dict[str, bytes]:
    """Only XML, and counted while it is unpacked: what a file says of its own size is not believed."""
    parts: dict[str, bytes] = {}
    room = MOST_UNPACKED
    for info in package.infolist():
        if not info.filename.endswith((".xml", ".rels")):
            continue
        read = bytearray()
        with package.open(info) as part:
            while chunk := part.read(_CHUNK):
                room -= len(chunk)
                if room < 0:
                    raise CannotOpen(
                        f"unpacked it would hold more than {MOST_UNPACKED // 1_000_000} MB, which no "
                        "workbook filled in does; it was not read further"
                    )
                read += chunk
        parts[info.filename] = bytes(read)
    return parts
