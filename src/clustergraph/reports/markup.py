"""The answer as Markdown and as one HTML page that loads nothing and runs nothing."""

from __future__ import annotations

import html

from clustergraph.reports import words
from clustergraph.reports.cells import lines
from clustergraph.reports.result import ReportResult
from clustergraph.reports.table import closing, title, why_empty

_STYLE = (
    ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}"
    "h1{font-size:20px}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:4px 8px;border-bottom:1px solid #8884}"
    "ol{font-size:14px}p{font-size:14px}"
)


def markdown(result: ReportResult, lang: str) -> str:
    """A heading, a pipe table, footnotes."""
    shown, notes = lines(result, lang)
    parts = [f"## {_md(title(result, lang))}", ""]
    if shown:
        headings = ["", *(words.column(name, lang) for name in result.columns), words.column("source", lang)]
        parts += [_md_row(headings), _md_row(["---"] * len(headings), escape=False)]
        parts += [_md_row([line.sign.strip(), *line.cells, line.cited.replace("[", "[^")], escape=True) for line in shown]
        parts += ["", *(f"[^{note.number}]: «{_md(note.quote)}» {_md(note.place(lang))}" for note in notes)]
    else:
        parts += [_md(sentence) for sentence in why_empty(result, lang)]
    return "\n".join([*parts, "", _md(closing(result, len(shown), lang))]) + "\n"


def _md_row(cells: list[str], escape: bool = True) -> str:
    return "| " + " | ".join(_md(cell) if escape else cell for cell in cells) + " |"


def _md(text: str) -> str:
    return html.escape(text, quote=False).replace("|", "\\|").replace("\n", " ").replace("*", "\\*").replace("`", "\\`")


def page(result: ReportResult, lang: str) -> str:
    """A whole page; everything from documents is escaped."""
    shown, notes = lines(result, lang)
    e = html.escape
    head = "".join(f'<th scope="col">{e(words.column(name, lang))}</th>' for name in (*result.columns, "source"))
    body = "".join(
        f"<tr><td>{e(line.sign.strip())}</td>{''.join(f'<td>{e(cell)}</td>' for cell in line.cells)}<td>{_links(line.cited)}</td></tr>\n"
        for line in shown
    )
    cited = "".join(f'<li id="n{note.number}"><q>{e(note.quote)}</q> {e(note.place(lang))}</li>\n' for note in notes)
    empty = "".join(f"<p>{e(sentence)}</p>" for sentence in why_empty(result, lang)) if not shown else ""
    grid = f"<table><thead><tr><th></th>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>\n<ol>\n{cited}</ol>" if shown else empty
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<title>{e(result.question)}</title><style>{_STYLE}</style></head>\n'
        f"<body><h1>{e(title(result, lang))}</h1>\n{grid}\n<p>{e(closing(result, len(shown), lang))}</p>\n</body>\n</html>\n"
    )


def _links(cited: str) -> str:
    numbers = [part.strip("[]") for part in cited.split()]
    return " ".join(f'<a href="#n{number}">[{number}]</a>' for number in numbers)
