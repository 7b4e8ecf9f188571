"""HTML through lxml: the main part of a page without menus, scripts and cookie texts. The only module that loads ``lxml.html``."""

from __future__ import annotations

import re
from typing import Any

from clustergraph.documents.formats import grid, plain
from clustergraph.documents.formats.extract import Extract, RefusedError

_DROPPED = frozenset("script style noscript nav template svg iframe button select textarea input head footer object video audio".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr li main ol p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
_PAGE_PARTS = re.compile(
    r"cookie|consent|breadcrumb|skip-?link"
    r"|(?:^|[-_ ])(?:nav|menu|navbar|sidebar|share|social|toolbar|site-header|site-footer|search)(?:$|[-_ ])",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,30})", re.IGNORECASE)


def looks_like(data: bytes) -> bool:
    """Whether the bytes begin as an HTML page does."""
    head = re.sub(rb"<!--.*?-->|<\?xml[^>]*\?>", b"", data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n"), flags=re.DOTALL).lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))


def extract(data: bytes) -> Extract:
    """The text of the page: a line a paragraph, list points with "- " or their number, tables as rows with tabs."""
    from lxml import html

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", _decode(data))
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except (ValueError, html.etree.ParserError, html.etree.XMLSyntaxError) as error:
        raise RefusedError("the HTML can't be parsed") from error
    for element in list(root.iter()):
        if element.getparent() is not None and _is_page_part(element):
            element.drop_tree()
    writer = _Writer()
    writer.walk(_main(root))
    return Extract(plain.canonical(writer.text()), lines="paragraphs")


def _decode(data: bytes) -> str:
    said = _CHARSET.search(data[:4096])
    if said and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(said.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return plain.decode(data)


def _is_page_part(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("body", "main", "article"):
        return False
    if element.tag in _DROPPED or element.get("role") in ("navigation", "search", "banner", "contentinfo"):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(_PAGE_PARTS.search(names)) and len(element.text_content()) < 3000 and not element.xpath(".//h1|.//h2|.//main|.//article")


def _main(root: Any) -> Any:
    """The part of the page that is the document; the whole body where the marked part holds little of the text."""
    body = root.find("body") if root.find("body") is not None else root
    whole = len(body.text_content())
    for path in ("//main", "//*[@role='main']", "//article", "//*[@id='content' or @id='main' or @id='main-content']"):
        found = root.xpath(path)
        if found:
            best = max(found, key=lambda e: len(e.text_content()))
            if len(best.text_content()) * 2 >= whole or (len(found) == 1 and len(best.text_content()) > 200):
                return best
    return body


class _Writer:
    """Collects the lines of a page in the order in which they are read."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words: list[str] = []
        self._lead = ""

    def text(self) -> str:
        self._flush()
        return "\n".join(self._lines).strip("\n") + "\n"

    def walk(self, root: Any) -> None:
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if element.tag == "table" and _is_data(element):
                    self._table(element)
                    walker.skip_subtree()
                else:
                    self._open(element)
            else:
                self._close(element, root)

    def _open(self, element: Any) -> None:
        if element.tag in _BLOCKS or element.tag == "br":
            self._flush()
        if element.tag == "li":
            self._lead = _lead(element)
        elif element.tag in ("h1", "h2", "h3", "p", "table") and self._lines and self._lines[-1]:
            self._lines.append("")
        self._words.append(element.text or "")

    def _close(self, element: Any, root: Any) -> None:
        if element.tag in _BLOCKS:
            self._flush()
        if element is not root:
            self._words.append(element.tail or "")

    def _table(self, table: Any) -> None:
        self._flush()
        self._lines.extend(grid.lines([_cells(row) for row in table.iter("tr")]))

    def _flush(self) -> None:
        words = re.sub(r"[ \t\r\n]+", " ", "".join(self._words)).strip()
        self._words = []
        if words:
            self._lines.append(self._lead + words)
            self._lead = ""


def _is_data(table: Any) -> bool:
    """Whether a table holds data: no other table, heading or list of points inside, and at least two cells in a row."""
    if table.xpath(".//table|.//h1|.//h2|.//h3"):
        return False
    return any(len([c for c in row if c.tag in ("td", "th")]) > 1 for row in table.iter("tr"))


def _cells(row: Any) -> list[grid.Cell]:
    found: list[grid.Cell] = []
    for cell in row:
        if cell.tag in ("td", "th"):
            inner = _Writer()
            inner.walk(cell)
            found.append([line for line in inner.text().split("\n") if line])
            span = cell.get("colspan", "1")
            found.extend([] for _ in range(min(int(span), 50) - 1 if span.isdigit() else 0))
    return found


def _lead(item: Any) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    start = parent.get("start", "1")
    number = (int(start) if start.isdigit() else 1) + sum(1 for e in item.itersiblings("li", preceding=True))
    return f"{number}. "
