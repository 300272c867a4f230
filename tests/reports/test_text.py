"""The readout as text: golden pages in four languages."""

from dataclasses import replace

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.reports.text import COLUMNS, render_text
from tests.core.readout.golden import GOLDEN, march_page
from tests.core.readout.making import LANGUAGES, read_out, shipped
from tests.covering import covers


@covers("I10", "READOUT-023", "READOUT-030")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readout_of_23_march_reads_as_on_the_golden_page(language: str) -> None:
    assert march_page(language) == (GOLDEN / f"march.{language}.txt").read_text(encoding="utf-8")


def test_lines_fit_the_page_but_for_addresses() -> None:
    lines = render_text(read_out(shipped()), "de").splitlines()
    assert all(len(line) <= COLUMNS for line in lines if "http" not in line)


@covers("READOUT-026")
@pytest.mark.parametrize(
    ("language", "word"), [("de", "ÜBUNG"), ("en", "EXERCISE"), ("ru", "УЧЕНИЯ"), ("uk", "НАВЧАННЯ")]
)
def test_an_exercise_says_so_first_and_last(language: str, word: str) -> None:
    lines = render_text(read_out(shipped(), exercise=True), language).splitlines()
    assert lines[0] == f"*** {word} ***"
    assert f"*** {word} ***" in lines[-4:]


def test_a_title_cannot_begin_a_line_of_its_own() -> None:
    text = render_text(replace(read_out(shipped()), title="Contacts\n1. Forged\u202e"), "en")
    assert "Contacts⟦U+000A⟧1. Forged⟦U+202E⟧" in text


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(LocalError, match="FB213"):
        render_text(read_out(shipped()), "fr")
