"""The readout as PDF/A-3b with its facts attached."""

import json
import re
import zlib
from dataclasses import replace

import pytest
import typst

from firebreak.core.readout.plain import readout_json
from firebreak.core.readout.sentences import Readout
from firebreak.reports.pdf import ATTACHED, NOT_SET, facts_bytes, inputs, render_pdf, template
from tests.core.readout.making import LANGUAGES, read_out, shipped
from tests.covering import covers

STREAM = re.compile(rb"<<(?P<head>.*?)>>\s*stream\r?\n(?P<data>.*?)\r?\nendstream", re.DOTALL)


def streams(pdf: bytes) -> list[bytes]:
    """Every stream of the file, inflated where it is deflated."""
    found: list[bytes] = []
    for match in STREAM.finditer(pdf):
        try:
            found.append(zlib.decompress(match["data"]))
        except zlib.error:
            found.append(match["data"])
    return found


@covers("READOUT-034")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_for_archives_and_names_its_language(language: str) -> None:
    pdf = render_pdf(read_out(shipped()), language)
    assert b"<pdfaid:part>3</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf
    assert f"/Lang ({language})".encode() in pdf or f"/Lang({language})".encode() in pdf


@covers("READOUT-034")
def test_the_attached_facts_are_the_facts() -> None:
    readout = read_out(shipped())
    pdf = render_pdf(readout, "de")
    assert facts_bytes(readout) in streams(pdf)
    assert json.loads(facts_bytes(readout)) == readout_json(readout)
    assert ATTACHED.encode() in pdf
    assert b"/AFRelationship/Source" in pdf.replace(b" ", b"")


@covers("READOUT-035")
def test_the_same_facts_give_the_same_bytes() -> None:
    assert render_pdf(read_out(shipped()), "uk") == render_pdf(read_out(shipped()), "uk")


@covers("READOUT-036")
def test_letters_the_fonts_lack_are_written_as_numbers() -> None:
    readout = replace(read_out(shipped()), title="한 ∮ Ї €")
    document = json.loads(inputs(readout, "ru")["document"])
    assert document["title"] == "⟦U+D55C⟧ ⟦U+222E⟧ Ї €"
    assert render_pdf(readout, "ru").startswith(b"%PDF-")


def test_every_character_that_is_not_replaced_has_a_shape() -> None:
    every = "".join(chr(code) for code in range(0x20, 0x3000) if not NOT_SET.match(chr(code)))
    assert render_pdf(replace(read_out(shipped()), title=every), "en").startswith(b"%PDF-")


def test_recorded_text_is_never_markup() -> None:
    hostile = '#panic("x") *bold* $x$ ] ) " \\ = Heading'
    pdf = render_pdf(replace(read_out(shipped()), title=hostile, drawn_from=hostile), "en")
    assert rb"#panic" in pdf


@covers("READOUT-026")
def test_an_exercise_says_so_on_every_page() -> None:
    readout = replace(read_out(shipped()), exercise=True)
    pages, banners = (found(readout, label) for label in ("<page-end>", "<exercise-banner>"))
    assert pages > 1
    assert banners == pages
    assert found(read_out(shipped()), "<exercise-banner>") == 0


def found(readout: Readout, label: str) -> int:
    """How often something stands in the document as it was set."""
    asked = {"sys_inputs": inputs(readout, "en"), "ignore_system_fonts": True}
    return len(json.loads(typst.query(template(), label, **asked)))
