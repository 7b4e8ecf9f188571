"""Taking documents in by dropping them on a page: the same reading and the same words as on the command line, a line a file."""

from __future__ import annotations

import hashlib
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from clustergraph.errors import ClustergraphError
from clustergraph.server.faults import wants_json
from clustergraph.server.pages.session import mark, signed_in, writing
from clustergraph.server.rendering import page
from clustergraph.server.site import Site
from clustergraph.server.visit import Visit, endpoint
from clustergraph.server.words import reason

_LONGEST = 180  # signs of a file name
_OUTCOMES = ("new", "changed", "same", "failed")


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one file, in words; ``href`` is the page of its document."""

    file: str
    outcome: str
    said: str
    href: str | None = None


def routes(site: Site) -> list[BaseRoute]:
    """The page, and where files go."""

    def shown(visit: Visit) -> Response:
        return _page(visit, [])

    def given(visit: Visit, form: FormData) -> Response:
        files = [one for one in form.getlist("file") if isinstance(one, UploadFile) and one.filename]
        lines = [take(visit, one) for one in files]
        if wants_json(visit.request):
            return JSONResponse({"rows": [asdict(line) for line in lines]}, headers={"Cache-Control": "no-store"})
        return _page(visit, lines, "" if files else visit.say("upload.nothing"))

    return [Route("/upload", endpoint(site, shown), methods=["GET"]), Route("/upload", writing(site, given), methods=["POST"])]


def _page(visit: Visit, lines: list[Line], said: str = "") -> Response:
    can = signed_in(visit) and visit.site.ingest is not None
    answer = page(visit, "upload.html", can=can, csrf=mark(visit), lines=lines, said=said, most=visit.site.limits.upload_mb)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def take(visit: Visit, file: UploadFile) -> Line:
    """Take one file in. It counts whole or not at all, and nothing of it stays where it was laid down for reading."""
    site, name = visit.site, tidy(file.filename or "")
    if not name or site.ingest is None:
        return Line((file.filename or "")[:_LONGEST], "failed", visit.say("upload.name"))
    content = file.file.read()
    with site.writing, _laid_down(site.project.folder, name, content) as path:
        try:
            row = site.ingest(path)
        except ClustergraphError as error:
            return Line(name, "failed", reason(visit.lang, _without(str(error), path)))
    return _line(visit, name, hashlib.sha256(content).hexdigest(), row, path)


def tidy(name: str) -> str:
    """A file name without folders and signs that nobody sees; empty where nothing is left that could be one."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in last if sign.isprintable()).strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    return f"{stem[: _LONGEST - 12]}.{suffix[:10]}" if dot and stem else ""


@contextmanager
def _laid_down(folder: Path, name: str, content: bytes) -> Iterator[Path]:
    """The file in a folder of its own, named by its content: a text that comes again comes from the same place."""
    place = folder / "out" / "uploads" / hashlib.sha256(content).hexdigest()[:12]
    place.mkdir(parents=True, exist_ok=True)
    try:
        path = place / name
        path.write_bytes(content)
        yield path
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _line(visit: Visit, name: str, digest: str, row: Mapping[str, Any], path: Path) -> Line:
    outcome = str(row["outcome"]) if row["outcome"] in _OUTCOMES else "failed"
    if outcome == "failed":
        return Line(name, outcome, reason(visit.lang, _without(str(row["error"] or ""), path)))
    version = next((one for one in visit.site.project.manifest.current if one.sha256 == digest), None)
    said = visit.say(f"upload.{outcome}", claims=row["claims"]) + (visit.say("upload.unread", n=row["unread"]) if row["unread"] else "")
    return Line(name, outcome, said, visit.url(f"/document/{version.document[:16]}") if version else None)


def _without(text: str, path: Path) -> str:
    """What went wrong, without where the file lay meanwhile."""
    return text.replace(f"{path}: ", "").replace(str(path), path.name).replace(str(path.parent), "…")
