"""Files that are ZIP archives of XML: what is checked before any library may open them."""

from __future__ import annotations

import io
import re
import zipfile

from clustergraph.documents.formats.extract import RefusedError

MAX_MEMBERS = 2_000
MAX_BYTES = 200_000_000
MAX_RATIO = 100
_SMALL = 1_000_000  # a small member may be packed tighter than the ratio: an empty table is
_DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)


def members(data: bytes) -> frozenset[str]:
    """The names of the members, without unpacking; empty where the bytes are no archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return frozenset()


def check(data: bytes) -> None:
    """Raises :class:`RefusedError` for a broken or encrypted archive and for traps: too many members, too much to unpack, a DTD in its XML."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_MEMBERS:
                raise RefusedError(f"the archive holds more than {MAX_MEMBERS} files")
            if any(info.flag_bits & 1 for info in infos):
                raise RefusedError("the file is encrypted")
            if sum(info.file_size for info in infos) > MAX_BYTES:
                raise RefusedError(f"the archive unpacks to more than {MAX_BYTES // 1_000_000} MB")
            for info in infos:
                if info.file_size > max(_SMALL, MAX_RATIO * max(1, info.compress_size)):
                    raise RefusedError(f"the archive is packed more than {MAX_RATIO} times: a zip bomb")
            _check_content(archive, infos)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise RefusedError("the file is broken: no readable archive") from error


def _check_content(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> None:
    """Reads every XML member with a cap, since the sizes in the directory may lie."""
    import zlib

    for info in infos:
        if not info.filename.lower().endswith((".xml", ".rels")):
            continue
        try:
            with archive.open(info) as member:
                content = member.read(info.file_size + 1)
        except (zlib.error, zipfile.BadZipFile, EOFError) as error:
            raise RefusedError("the file is broken: a part can't be unpacked") from error
        if len(content) > info.file_size:
            raise RefusedError("the archive is larger than it says: a zip bomb")
        if _DOCTYPE.search(content) or _DOCTYPE.search(content.replace(b"\x00", b"")):
            raise RefusedError("its XML holds a document type definition, which is not allowed")
