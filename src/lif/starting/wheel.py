"""The lif that runs, as a wheel: a board's repository then holds the very version that reads its records."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import lif
from lif.starting.likes import beside_the_code

_KEPT = ("METADATA", "entry_points.txt")
_KIND = "Wheel-Version: 1.0\nGenerator: lif {}\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_DAY = (1980, 1, 1, 0, 0, 0)
"""The day of every file in it, so that the same lif gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel: where it stands in a board's repository, its bytes, and their SHA-256."""

    path: str
    raw: bytes

    @property
    def sha256(self) -> str:
        """The hash that `pip install --require-hashes` asks for."""
        return hashlib.sha256(self.raw).hexdigest()


def wheel() -> Wheel | None:
    """The wheel of the lif that runs; None where that was never installed, and so lacks its metadata."""
    try:
        installed = distribution("lif")
    except PackageNotFoundError:
        return None
    if installed.version != lif.__version__:
        return None
    files = dict(_files(installed))
    record = f"lif-{lif.__version__}.dist-info/RECORD"
    files[record] = _record(files, record).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, raw in files.items():
            archive.writestr(zipfile.ZipInfo(path, _DAY), raw, zipfile.ZIP_DEFLATED)
    return Wheel(f"vendor/lif-{lif.__version__}-py3-none-any.whl", packed.getvalue())


def _files(installed: Distribution) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of everything in it but the list of it."""
    package = Path(lif.__file__).parent
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield f"lif/{path.relative_to(package).as_posix()}", path.read_bytes()
    for name, path in beside_the_code():
        yield f"lif/starting/{name}", path.read_bytes()
    about = f"lif-{lif.__version__}.dist-info"
    for name in _KEPT:
        yield f"{about}/{name}", (installed.read_text(name) or "").encode()
    yield f"{about}/WHEEL", _KIND.format(lif.__version__).encode()


def _record(files: dict[str, bytes], own: str) -> str:
    lines = [f"{path},sha256={_hashed(raw)},{len(raw)}\n" for path, raw in files.items()]
    return "".join(lines) + f"{own},,\n"


def _hashed(raw: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(raw).digest()).rstrip(b"=").decode()
