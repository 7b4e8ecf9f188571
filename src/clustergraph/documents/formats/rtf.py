"""Rich Text Format with the standard library: paragraphs, numbers of lists and rows of tables; no fonts, pictures, notes or page heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from clustergraph.documents.formats import plain
from clustergraph.documents.formats.extract import Extract, RefusedError

_TOKEN = re.compile(rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL)
_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote annotation "
    b"atnid atnauthor pntext fldinst themedata datastore listtable listoverridetable generator xmlnstbl rsidtbl".split()
)
_WRITTEN = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"tab": "\t", b"cell": "\t", b"row": "\n", b"emdash": "—", b"endash": "–",
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•",
}  # fmt: skip
_DEEPEST = 500


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside of a group."""

    hidden: bool = False
    skip: int = 1  # how many letters stand for a character behind its code point


@dataclass(slots=True)
class _Reader:
    encoding: str = "cp1252"
    state: _State = field(default_factory=_State)
    outer: list[_State] = field(default_factory=list)
    pending: int = 0  # letters to leave out: the fallback of a character given by its code point

    def read(self, data: bytes) -> Iterator[str]:
        for token in _TOKEN.finditer(data):
            code, word, number, sign, brace, text = token.groups()
            if brace:
                self._group(brace)
            elif word:
                yield self._word(word, int(number) if number else None)
            elif sign:
                yield self._sign(sign)
            elif code:
                yield self._text(bytes([int(code, 16)]))
            elif text:
                yield self._text(text)

    def _group(self, brace: bytes) -> None:
        self.pending = 0
        if brace == b"{":
            if len(self.outer) >= _DEEPEST:
                raise RefusedError("the RTF file is nested too deep")
            self.outer.append(self.state)
        elif self.outer:
            self.state = self.outer.pop()

    def _word(self, word: bytes, number: int | None) -> str:
        if word in _SKIPPED or (word in (b"v", b"deleted") and number != 0):
            self.state = replace(self.state, hidden=True)
        elif word == b"ansicpg" and number:
            self.encoding = f"cp{number}"
        elif word == b"uc" and number is not None:
            self.state = replace(self.state, skip=number)
        elif word == b"u" and number is not None:
            self.pending = self.state.skip
            return "" if self.state.hidden else chr(number % 65536)
        return "" if self.state.hidden else _WRITTEN.get(word, "")

    def _sign(self, sign: bytes) -> str:
        if sign == b"*":
            self.state = replace(self.state, hidden=True)
        return "" if self.state.hidden else {b"~": "\u00a0", b"_": "-", b"-": "\u00ad", b"\n": "\n"}.get(sign, _literal(sign))

    def _text(self, letters: bytes) -> str:
        left, self.pending = letters[self.pending :], max(0, self.pending - len(letters))
        if self.state.hidden:
            return ""
        try:
            return left.decode(self.encoding, "replace")
        except LookupError as error:
            raise RefusedError(f"the encoding {self.encoding} of the RTF file is unknown") from error


def _literal(sign: bytes) -> str:
    return sign.decode("ascii") if sign in b"\\{}" else ""


def extract(data: bytes) -> Extract:
    """The text of the document: a line a paragraph or table row, cells apart by tabs."""
    text = "".join(_Reader().read(data))
    text = re.sub(r"[\ud800-\udfff]+", lambda m: m.group().encode("utf-16", "surrogatepass").decode("utf-16", "replace"), text)
    return Extract(plain.canonical("\n".join(line.strip(" ").rstrip("\t") for line in text.split("\n")).strip("\n") + "\n"), lines="paragraphs")
