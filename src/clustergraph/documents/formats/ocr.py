"""Scanned PDF through ``ocrmypdf`` (the extra ``ocr``) and the Danish data of tesseract. Its text is kept, its pages are as scanned."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from clustergraph.documents.formats.extract import RefusedError, ScannedError

SECONDS = 600


def available() -> bool:
    """Whether a scanned PDF can be read on this machine."""
    if not _program() or (tesseract := shutil.which("tesseract")) is None:
        return False
    try:
        languages = subprocess.run([tesseract, "--list-langs"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"dan" in languages.stdout.split()


def _program() -> list[str]:
    """How ``ocrmypdf`` is started: the one beside this Python, which need not be on the path, or the machine's own; empty where there is none."""
    if importlib.util.find_spec("ocrmypdf") is not None:
        return [sys.executable, "-m", "ocrmypdf"]
    own = shutil.which("ocrmypdf")
    return [own] if own else []


def recognized(data: bytes) -> bytes:
    """The same PDF with the text that was recognized in it; raises :class:`ScannedError` where the programs are missing."""
    if not available():
        raise ScannedError
    with tempfile.TemporaryDirectory() as folder:
        scan, done = Path(folder, "scan.pdf"), Path(folder, "text.pdf")
        scan.write_bytes(data)
        options = ["--language", "dan", "--force-ocr", "--deskew", "--output-type", "pdf", "--optimize", "0", "--quiet"]
        try:
            subprocess.run([*_program(), *options, str(scan), str(done)], capture_output=True, timeout=SECONDS, check=True)
        except subprocess.TimeoutExpired as error:
            raise RefusedError(f"recognizing its text took longer than {SECONDS} seconds") from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise RefusedError("a scanned PDF whose text ocrmypdf can't recognize") from error
        return done.read_bytes()
