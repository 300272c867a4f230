"""Each way out escapes for itself, and never makes two texts one."""

import csv
import html
import io
import json
import tempfile
from pathlib import Path

import pytest
import typst
from hypothesis import example, given, settings

from firebreak.core.base.sinks import for_csv, for_html, for_terminal, for_typst
from firebreak.core.base.text import show
from tests.core.base.test_text import ANY_TEXT
from tests.covering import covers


@covers("TEXT-014", "I23")
@given(ANY_TEXT)
def test_a_terminal_gets_no_control_character(text: str) -> None:
    shown = for_terminal(text, one_line=True)
    assert all(ord(each) >= 0x20 and not 0x7F <= ord(each) <= 0x9F for each in shown)
    assert for_terminal(text) == show(text)


@covers("TEXT-015")
@pytest.mark.parametrize(
    "text", ["=1+1", "+49 30", "-5", "@SUM(A1)", "＝1", "  =HYPERLINK()", "'quoted", "a\n=1"]
)
def test_no_line_of_a_cell_begins_as_a_formula(text: str) -> None:
    lines = for_csv(text).split("\n")
    assert not any(line.lstrip(" \u00a0").startswith(tuple("=+-@＝＋－＠")) for line in lines)
    assert "'" in for_csv(text)


@covers("TEXT-015", "I23")
@given(ANY_TEXT)
@example("'quoted\n'=1")
def test_a_cell_survives_the_csv_module_and_gives_its_text_back(text: str) -> None:
    page = io.StringIO()
    csv.writer(page).writerow([for_csv(text), "next"])
    [[cell, following]] = csv.reader(io.StringIO(page.getvalue()))
    assert following == "next"
    assert "\n".join(line.removeprefix("'") for line in cell.split("\n")) == show(text)


@covers("TEXT-016", "I23")
@given(ANY_TEXT)
def test_html_has_no_character_of_markup_left_and_reads_back(text: str) -> None:
    escaped = for_html(text)
    assert not set("<>\"'") & set(escaped)
    assert html.unescape(escaped) == show(text)


@covers("TEXT-017", "I23")
@given(ANY_TEXT)
def test_a_typst_literal_ends_where_it_should(text: str) -> None:
    literal = for_typst(text)
    assert literal[0] == literal[-1] == '"'
    assert "\n" not in literal
    inside = literal[1:-1].replace("\\\\", "").replace('\\"', "").replace("\\n", "")
    assert '"' not in inside
    assert "\\" not in inside


@covers("TEXT-017")
@settings(max_examples=1)
@given(ANY_TEXT)
def test_typst_reads_the_literals_back(extra: str) -> None:
    samples = ['"; #read("/etc/passwd")', "\\n \\u{41}", "a\nb", "#x *b* _i_ $1$ @ref // no", "тест ⟦", extra]
    source = f"#metadata(({', '.join(for_typst(each) for each in samples)},)) <said>"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.typ"
        page.write_text(source, encoding="utf-8")
        found = json.loads(typst.query(str(page), "<said>", field="value", one=True))
    assert found == [show(each) for each in samples]
