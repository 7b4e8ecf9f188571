"""The numbers and bullets that Word draws before the paragraphs of a list and does not write into their text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Numbering:
    """Counts through the lists of one document; ask for every paragraph once, in order."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._styles = {style.get(f"{_W}styleId"): style for style in _root(document, "styles") if style.tag == f"{_W}style"}
        for element in _root(document, "numbering"):
            if element.tag == f"{_W}abstractNum":
                self._levels[element.get(f"{_W}abstractNumId", "")] = dict(_level(level) for level in element.iter(f"{_W}lvl"))
            elif element.tag == f"{_W}num":
                self._abstract[element.get(f"{_W}numId", "")] = _value(element, "abstractNumId")

    def lead(self, paragraph: Any) -> str:
        """What stands before a paragraph: "- ", "3. ", or nothing."""
        number, depth = self._place(paragraph)
        levels = self._levels.get(self._abstract.get(number, ""), {})
        if depth not in levels:
            return ""
        style, text, start = levels[depth]
        if style in ("bullet", "none"):
            return "- " if style == "bullet" else ""
        counts = self._counts[self._abstract[number]]
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        shown = re.sub(r"%(\d)", lambda m: _format(levels, counts, int(m.group(1)) - 1), text)
        return f"{shown.strip()} " if shown.strip() else ""

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list and the depth of a paragraph, its own or that of its style."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return "", 0
        own = properties.find(f"{_W}numPr")
        style = self._styles.get(_value(properties, "pStyle"))
        for _ in range(8):
            if own is not None or style is None:
                break
            own = style.find(f"{_W}pPr/{_W}numPr")
            style = self._styles.get(_value(style, "basedOn"))
        if own is None:
            return "", 0
        depth = _value(own, "ilvl")
        return _value(own, "numId"), int(depth) if depth.isdigit() else 0


def _root(document: Any, name: str) -> list[Any]:
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{name}") and not relation.is_external:
            element = getattr(relation.target_part, "element", None)
            return list(element) if element is not None else []
    return []


def _value(element: Any, name: str) -> str:
    child = element.find(f"{_W}{name}")
    return str(child.get(f"{_W}val", "")) if child is not None else ""


def _level(level: Any) -> tuple[int, tuple[str, str, int]]:
    depth, start = level.get(f"{_W}ilvl", "0"), _value(level, "start")
    return int(depth) if depth.isdigit() else 0, (_value(level, "numFmt"), _value(level, "lvlText"), int(start) if start.isdigit() else 1)


def _format(levels: dict[int, tuple[str, str, int]], counts: dict[int, int], depth: int) -> str:
    style, _, start = levels.get(depth, ("decimal", "", 1))
    value = counts.get(depth, start)
    if style.endswith("Letter"):
        letter = chr(ord("a") + (value - 1) % 26)
        return letter.upper() if style.startswith("upper") else letter
    if style.endswith("Roman"):
        roman = _roman(value)
        return roman if style.startswith("upper") else roman.lower()
    return str(value)


def _roman(value: int) -> str:
    found = ""
    for number, letters in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= number:
            found, value = found + letters, value - number
    return found
