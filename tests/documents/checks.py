"""What holds for every document."""

from __future__ import annotations

from clustergraph.model import Document, View


def check_view(view: View, text: str) -> None:
    """Kept characters are those of the text, origins never go back and never leave the text."""
    origins = [view.origin(i) for i in range(len(view.text))]
    assert origins == sorted(origins)
    assert all(0 <= at < max(1, len(text)) for at in origins)
    for start, end in ((0, len(view.text)), (len(view.text) // 3, len(view.text) // 2)):
        low, high = view.canonical(start, end)
        assert 0 <= low <= high <= len(text)
    strange = [(c, text[o]) for c, o in zip(view.text, origins, strict=True) if c != text[o] and c not in " -/\n\t"]
    assert strange == []


def check_sections(document: Document) -> None:
    """Sections lie in the text, inside of their parents, and beside their sisters."""
    last: dict[int | None, int] = {}
    for section in document.sections:
        assert 0 <= section.start <= section.heading_end <= section.end <= len(document.text)
        assert section.start < section.end
        if section.parent is not None:
            parent = document.sections[section.parent]
            assert parent.start <= section.start and section.end <= parent.end
        assert last.get(section.parent, 0) <= section.start
        last[section.parent] = section.end
