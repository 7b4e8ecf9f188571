"""The program starts at once: no heavy library before a command asks for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("rdflib", "pyoxigraph", "lxml", "docx", "pypdfium2", "pyshacl", "pyvis", "networkx", "pandas", "rapidfuzz", "tomllib")
CODE = """
import sys
from clustergraph.cli import main
try:
    main({words!r})
except SystemExit:
    pass
print(sorted(set(sys.modules) & {heavy!r}), file=sys.stderr)
"""


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["--help", "--lang", "en"]])
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    code = CODE.format(words=words, heavy=set(HEAVY))
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip()
    assert result.stderr.strip() == "[]"
