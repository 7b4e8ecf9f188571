"""A text in one line: cut at the ends of sentences, with every place in it kept."""

from __future__ import annotations

import pytest

from clustergraph.documents import long_lines, read_bytes

SENTENCE = "Udvalget drøftede planen for 2. kvartal med dr. Holm og bl.a. Vejby Kommune. "


@pytest.mark.parametrize("count", [10, 200])
def test_a_line_is_cut_only_where_it_is_too_long(count: int) -> None:
    text = "Referat " + SENTENCE * count
    view = read_bytes(text.encode(), "a.txt").view
    lines = view.text.strip().split("\n")
    assert (len(lines) == 1) == (len(text) <= long_lines.LONGEST)
    assert all(len(line) <= long_lines.LONGEST and line.rstrip().endswith("Kommune.") for line in lines)
    assert all(view.text[i] == text[view.origin(i)] for i in range(0, len(view.text), 97) if view.text[i] != "\n")


def test_a_line_without_sentences_is_cut_between_words() -> None:
    lines = read_bytes(("ord " * 3000).encode(), "a.txt").view.text.strip().split("\n")
    assert max(map(len, lines)) <= long_lines.LONGEST + 10
    assert {word for line in lines for word in line.split()} == {"ord"}
