from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from clustergraph.documents import FORMATS, read, read_bytes
from clustergraph.documents.formats import ocr, zipped
from clustergraph.errors import UnreadableDocument
from clustergraph.model import Document
from documents import made

PAGE = """<!DOCTYPE html><html lang="da"><head><title>Portal</title><meta charset="utf-8"><style>p {color: red}</style></head><body>
<nav class="menu"><ul><li><a href="/">Forside</a></li></ul></nav>
<div id="cookie-banner">Vi bruger cookies</div>
<main><h1>Referat fra møde i Engudvalget</h1><p>den 5. juni 2023 kl. 10.00</p>
<h2>Deltagere</h2><ul><li>Lis Eng (A), formand</li><li>Ole Mark (V)</li></ul>
<h2>1. Budget</h2><p>Indstilling</p><ol><li>at budgettet godkendes</li><li>at planen sendes</li></ol>
<table><tr><th>Post</th><th>Kr.</th></tr><tr><td><p>Løn</p><p>Drift</p></td><td>100.000</td></tr></table>
<h3>Beslutning</h3><p>Godkendt med<br>en bemærkning.</p>
<table><tr><td><h3>Bilag</h3><p>Budget.pdf</p></td><td></td></tr></table></main>
<footer>Kontakt os</footer><script>alert("nej")</script></body></html>"""


def _kinds(document: Document) -> list[str]:
    return [s.kind for s in document.sections]


def _word() -> docx.document.Document:
    return docx.Document()


def test_html_keeps_what_is_read_and_drops_the_page_around_it() -> None:
    document = read_bytes(PAGE.encode(), "referat.html")
    assert (document.media_type, document.kind, document.date, document.time) == ("text/html", "minutes", "2023-06-05", "10:00")
    assert document.forum == "Engudvalget"
    assert _kinds(document) == ["header", "attendees", "item", "recommendation", "table", "decision", "annex"]
    for word in ("Forside", "cookies", "alert", "color", "Kontakt"):
        assert word not in document.text
    assert "- Lis Eng (A), formand\n" in document.text
    assert "1. at budgettet godkendes\n2. at planen sendes\n" in document.text
    assert "Løn / Drift\t100.000\n" in document.text
    assert "Godkendt med\nen bemærkning." in document.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html><meta charset=iso-8859-1><body><p>Sk\xf8nt m\xf8de</p></body></html>", "Skønt møde"),
        ("<html><body><p>Skønt møde</p></body></html>".encode("cp1252"), "Skønt møde"),
        (b"\xef\xbb\xbf<!-- x --><html><body><p>R\xc3\xa5d</p></body></html>", "Råd"),
        (b'<?xml version="1.0" encoding="utf-8"?><html><body>R\xc3\xa5d<br/>nu</body></html>', "Råd\nnu"),
        (b"<html><body><ol start=4><li>fire<li>fem</ol>", "4. fire\n5. fem"),
        (b"<html><body>" + b"<div>" * 5000 + b"dybt" + b"</div>" * 5000, None),
    ],
)
def test_html_of_many_makes(data: bytes, words: str | None) -> None:
    if words is None:
        with pytest.raises(UnreadableDocument):
            raise UnreadableDocument("x", read_bytes(data + b"<p>efter</p>", "dyb.html").text)
    else:
        assert words in read_bytes(data, "side.html").text


def test_word_in_order_with_numbers_tables_and_labels() -> None:
    word = _word()
    word.add_heading("Referat af møde i Skovrådet d. 4. april 2022", 0)
    table = word.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Deltagere:", "Anne Skov, formand\nBo Eg, direktør, Egby Kommune"
    table.cell(1, 0).text, table.cell(1, 1).text = "Sted:", "Rådhuset, lokale 2"
    word.add_paragraph("Godkendelse af dagsorden", style="List Number")
    word.add_paragraph("Godkendt.")
    word.add_paragraph("Træsundhed", style="List Number")
    word.add_paragraph("Rådet drøftede oplægget.")
    word.add_paragraph("et punkt", style="List Bullet")
    plan = word.add_table(2, 3)
    for i, cell in enumerate(["Hvad", "Hvem", "Hvornår", "Plan", "Anne", "1. maj 2022"]):
        plan.cell(i // 3, i % 3).text = cell
    document = read_bytes(made.word(word), "referat.docx")
    assert document.text.splitlines() == [
        "Referat af møde i Skovrådet d. 4. april 2022",
        "Deltagere:",
        "Anne Skov, formand",
        "Bo Eg, direktør, Egby Kommune",
        "Sted:\tRådhuset, lokale 2",
        "1. Godkendelse af dagsorden",
        "Godkendt.",
        "2. Træsundhed",
        "Rådet drøftede oplægget.",
        "- et punkt",
        "Hvad\tHvem\tHvornår",
        "Plan\tAnne\t1. maj 2022",
    ]
    assert (document.kind, document.forum, document.date, document.place) == ("minutes", "Skovrådet", "2022-04-04", "Rådhuset, lokale 2")
    assert [(s.number, s.heading) for s in document.sections if s.kind == "item"] == [("1", "Godkendelse af dagsorden"), ("2", "Træsundhed")]


def test_word_as_it_stands_after_all_changes() -> None:
    word = _word()
    word.add_paragraph("Nyt forum")
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        f'<w:document xmlns:w="{w}" xmlns:mc="{mc}"><w:body><w:p><w:r><w:t xml:space="preserve">Gruppen </w:t></w:r>'
        "<w:del><w:r><w:delText>mødtes</w:delText></w:r></w:del><w:ins><w:r><w:t>samles</w:t></w:r></w:ins>"
        "<w:hyperlink><w:r><w:t> i Egby</w:t></w:r></w:hyperlink></w:p>"
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>i en boks</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>i en boks</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>i et felt</w:t></w:r></w:p></w:sdtContent></w:sdt></w:body></w:document>"
    )
    document = read_bytes(made.with_member(made.word(word), "word/document.xml", body.encode()), "rettet.docx")
    assert [line for line in document.text.splitlines() if line] == ["Gruppen samles i Egby", "i en boks", "i et felt"]


def test_pdf_with_pages_feet_and_a_broken_word() -> None:
    first = """Referat fra møde i Havneforum den 3. maj 2023 kl. 9.00

Deltagere:
Ida Borg, direktør, Havnby Kommune

1. Godkendelse af dagsorden
Beslutning
Dagsordenen blev godkendt.

Havneforum 3. maj 2023
1"""
    second = """2. Status
Sagsfremstilling
Skibet er et fælles tilbud til borgere, som kommunerne og hospitalet har udviklet i fælles-
skab gennem tre år.
Beslutning
Taget til efterretning.

Havneforum 3. maj 2023
2"""
    pages = [first.split("\n"), second.split("\n")]
    document = read_bytes(made.pdf(pages), "referat.pdf")
    assert len(document.pages) == 2
    assert [(s.number, s.page) for s in document.sections if s.kind == "item"] == [("1", 1), ("2", 2)]
    assert "udviklet i fællesskab gennem tre år." in document.view.text
    assert document.view.text.count("Havneforum 3. maj 2023") == 0
    assert (document.kind, document.date, document.time, document.forum) == ("minutes", "2023-05-03", "09:00", "Havneforum")


def _bomb() -> bytes:
    return made.with_member(made.word(_word()), "word/media/x.xml", b" " * 30_000_000)


def _archive(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _xxe() -> bytes:
    body = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document xmlns:w="x"><w:body>&e;</w:body></w:document>'
    return made.with_member(made.word(_word()), "word/document.xml", body)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("tom.txt", b"", "empty"),
        ("blank.txt", b" \n\t ", "empty"),
        ("nul.txt", b"abc\x00\x01\x02def", "binary"),
        ("styring.txt", b"\x01\x02\x03\x04\x05\x06\x07 abc", "binary"),
        ("tegn.txt", "текст по-русски, совсем не датский".encode("cp1251"), "encoding"),
        ("halv.txt", b"\xff\xfea\x00b", "UTF-16"),
        ("billede.pdf", b"\x89PNG\r\n\x1a\n" + b"x" * 50, "picture"),
        ("gammel.doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 600, ".docx"),
        ("falsk.pdf", b"bare tekst", "content"),
        ("falsk.docx", b"bare tekst", "content"),
        ("knust.pdf", b"%PDF-1.4 her er intet", "broken"),
        ("skannet.pdf", made.pdf([[""], [""]]), "scanned"),
        ("knust.docx", b"PK\x03\x04" + b"x" * 100, "broken"),
        ("ark.xlsx", _archive({"xl/workbook.xml": b"<x/>"}), "not a document"),
        ("intet.docx", _archive({"word/document.xml": b"<x/>"}), "broken"),
        ("bombe.docx", _bomb(), "bomb"),
        ("mange.docx", _archive({"word/document.xml": b"<x/>", **{f"m{i}": b"" for i in range(zipped.MAX_MEMBERS)}}), "files"),
        ("dtd.docx", _xxe(), "document type"),
        ("tom.docx", made.word(_word()), "no text"),
        ("tom.html", b"<html><body><script>x</script></body></html>", "no text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_can_not_be_read_is_refused_in_one_line(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(data, name)
    assert str(caught.value).startswith(f"{name}: ")
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "intet.txt", "no such file"), (tmp_path, "directory")):
        with pytest.raises(UnreadableDocument, match=reason):
            read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_encodings_of_plain_text(encoding: str, tmp_path: Path) -> None:
    text = "Rådet for ældre\nmødes på Ærø – nu\n" if encoding != "latin-1" else "Rådet for ældre\nmødes på Ærø\n"
    path = tmp_path / "tekst.txt"
    path.write_bytes(text.encode(encoding))
    assert read(path).text == text


def test_line_ends_and_combining_letters() -> None:
    assert read_bytes("Ra\u030adet\r\nmødes\r\n".encode(), "a.txt").text == "Rådet\nmødes\n"


@pytest.mark.parametrize(
    ("name", "media_type", "data", "found"),
    [
        ("side.txt", None, PAGE.encode(), "text/html"),
        ("a", "text/html; charset=utf-8", b"<p>et afsnit</p>", "text/html"),
        ("a.md", None, b"# Titel", "text/markdown"),
        ("a.unknown", None, b"tekst", "text/plain"),
        ("referat.txt", None, made.pdf([["Referat fra et langt møde om mange ting"]]), "application/pdf"),
    ],
)
def test_the_content_counts_more_than_the_suffix(name: str, media_type: str | None, data: bytes, found: str) -> None:
    assert read_bytes(data, name, media_type).media_type == found


def test_every_format_says_its_suffixes() -> None:
    assert {".txt", ".html", ".docx", ".pdf", ".md"} <= set(FORMATS)
    assert all(suffix in form.suffixes for suffix, form in FORMATS.items())


def test_opendocument() -> None:
    names = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "table"))
    body = (
        f"<office:document-content{names}><office:body><office:text><text:h>Referat fra møde i Bakkerådet den 4. maj 2023</text:h>"
        "<text:tracked-changes><text:p>slettet</text:p></text:tracked-changes>"
        "<text:p>1.<text:tab/>Velkomst<text:s/>og kaffe</text:p><text:list><text:list-item><text:p>et punkt</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell>"
        "</table:table-row></table:table></office:text></office:body></office:document-content>"
    )
    data = _archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": body.encode()})
    document = read_bytes(data, "referat.odt")
    assert document.text.splitlines() == ["Referat fra møde i Bakkerådet den 4. maj 2023", "1.\tVelkomst og kaffe", "- et punkt", "a\tb"]
    assert (document.forum, document.date) == ("Bakkerådet", "2023-05-04")


def test_mail_with_an_attachment() -> None:
    message = EmailMessage()
    message["Subject"] = "Referat fra møde i Bakkerådet"
    message["Date"] = "Thu, 04 May 2023 10:00:00 +0200"
    message.set_content("Hermed referatet.\n")
    message.add_attachment(PAGE.encode(), maintype="text", subtype="html", filename="referat.html")
    message.add_attachment(b"\x89PNG....", maintype="image", subtype="png", filename="billede.png")
    document = read_bytes(message.as_bytes(), "brev.eml")
    assert document.media_type == "message/rfc822"
    assert document.text.startswith("Referat fra møde i Bakkerådet\nSendt: 2023-05-04\n\nHermed referatet.\n")
    assert "- Lis Eng (A), formand" in document.text


def test_rich_text() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator x;}{\header sidehoved}"
        rb"\pard Referat af m\'f8de i \u197?r\'e5det den 4. maj 2023\par"
        b"\n"
        rb"{\listtext 1.\tab}Velkomst\par Alle b{\v skjult}lev {\deleted slettet}enige \endash  straks.\par\trowd a\cell b\cell\row}"
    )
    document = read_bytes(rtf, "referat.rtf")
    assert document.media_type == "application/rtf"
    assert document.text.splitlines() == ["Referat af møde i Årådet den 4. maj 2023", "1.\tVelkomst", "Alle blev enige – straks.", "a\tb"]


def test_a_scanned_page_is_read_where_the_programs_are_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    page = made.pdf([["Referat fra møde i Havneforum den 3. maj 2023"]])
    monkeypatch.setattr(ocr, "recognized", lambda data: page)
    assert read_bytes(made.pdf([[""]]), "skannet.pdf").forum == "Havneforum"
    monkeypatch.undo()
    monkeypatch.setattr(ocr, "_program", list)
    with pytest.raises(UnreadableDocument, match=r"clustergraph\[ocr\]"):
        read_bytes(made.pdf([[""]]), "skannet.pdf")


@pytest.mark.skipif(not ocr.available(), reason="ocrmypdf or the Danish data of tesseract are missing")
def test_a_picture_of_a_page_is_read_by_its_letters() -> None:
    page = [
        "Referat",
        "",
        "Møde i Havneforum den 3. maj 2023",
        "",
        "Deltagere",
        "Åse Østergård, sygeplejerske, Ærø Kommune",
        "Søren Bjerg, Region Midtjylland",
    ]
    scan = made.scanned(made.pdf([page], leading=20))
    document = read_bytes(scan, "skannet.pdf")
    assert (document.forum, document.date) == ("Havneforum", "2023-05-03")
    assert [line for line in document.text.splitlines() if line] == [line for line in page if line]
    assert read_bytes(scan, "skannet.pdf") == document, "the same scan gave another text"
