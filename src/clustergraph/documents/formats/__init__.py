"""Formats: how the bytes of a file become text. Each is a small module; heavy libraries are loaded only when a file needs them."""

from __future__ import annotations

from clustergraph.documents.formats.extract import Extract, Format
from clustergraph.documents.formats.registry import FORMATS, sniff

__all__ = ["FORMATS", "Extract", "Format", "sniff"]
