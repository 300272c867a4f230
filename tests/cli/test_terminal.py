"""What is printed is aligned, wrapped, and cannot be forged by what is printed."""

import io
import sys

import pytest

from firebreak.cli import terminal
from firebreak.cli.call_text import outcome_of
from firebreak.cli.ledger_text import between
from firebreak.cli.stderr import Progress
from firebreak.cli.terminal import safe, styled, table, width, wrapped
from firebreak.cli.times import parse
from firebreak.cli.words import plain_texts, word
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import HOUR, from_iso
from firebreak.core.call.events import Outcome
from firebreak.core.message.levels import Level


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")


def test_wide_and_combining_characters_count_as_they_are_drawn() -> None:
    assert [width(each) for each in ("ab", "车队", "e\u0301", "Колонна")] == [2, 4, 1, 7]
    rows = list(table([["车队", "one"], ["convoy", "two"]]))
    assert [width(each[: each.index("o")]) for each in rows] != [0, 0]
    assert rows == ["车队    one", "convoy  two"]


def test_no_line_is_wider_than_the_terminal_unless_a_word_is() -> None:
    lines = list(wrapped("Колонна выходит в шесть часов утра из города на север", "    "))
    assert len(lines) > 1
    assert all(width(each) <= 40 for each in lines)
    assert list(wrapped("x" * 60)) == ["x" * 60]


def test_the_last_column_of_a_table_is_wrapped_below_itself() -> None:
    first, second = table([["name", "a long text that does not fit beside it"]])
    assert first.startswith("name  a long")
    assert second.startswith("      ")


def test_text_of_the_record_cannot_steer_the_terminal_or_begin_a_line() -> None:
    assert safe("a\x1b[2Jb\nc") == "a⟦U+001B⟧[2Jb⟦U+000A⟧c"


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    assert styled("red", "red") == "red"
    screen = io.StringIO()
    screen.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert styled("red", "red") == "\x1b[31mred\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert styled("red", "red") == "red"


def test_progress_writes_over_its_line_on_a_terminal_only(capsys: pytest.CaptureFixture[str]) -> None:
    plain = Progress(over=False)
    plain.say("one ...")
    plain.say("one ...")
    plain.end()
    assert capsys.readouterr().err == "one ...\n"
    over = Progress(over=True)
    over.say("long text")
    over.say("short")
    over.end()
    assert capsys.readouterr().err.count("\r") == 4


def test_json_is_plain_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.say_json({"text": "Министр\u202e"})
    assert capsys.readouterr().out.isascii()


@pytest.mark.parametrize("level", list(Level))
def test_every_level_has_its_word(level: Level) -> None:
    assert f"receipt-{level.name.lower()}" in plain_texts("events")
    assert word("receipt", level.name.lower())


@pytest.mark.parametrize("outcome", [each for each in Outcome if each is not Outcome.UNOFFERED])
def test_every_outcome_has_its_word_and_its_meaning(outcome: Outcome) -> None:
    assert word("outcome", outcome.value, subject="outcomes")
    assert word("outcome", f"{outcome.value}.meaning", subject="outcomes").endswith(".")


def test_an_outcome_beyond_its_evidence_is_not_told() -> None:
    assert outcome_of({"outcome": "declined", "words": ["attempted", "declined"]}) == "declined"
    assert outcome_of({"outcome": "declined", "words": ["attempted"]}) == "placed"
    assert outcome_of({"outcome": "withdrawn", "words": ["attempted"]}) == "withdrawn"


def test_unknown_numbers_are_said_as_unknown() -> None:
    assert [between(3, 3), between(3, 5), between(3, None)] == ["3", "3 to 5", "3 or more"]


def test_instants_are_read_as_people_write_them() -> None:
    assert parse("--until", "2022-03-23T14:05Z") == from_iso("2022-03-23T14:05:00Z")
    assert parse("--until", "+2h", now=5) == 5 + 2 * HOUR
    for wrong in ("soon", "+2x", "", "+", "99999-01-01"):
        with pytest.raises(LocalError) as caught:
            parse("--until", wrong, now=5)
        assert caught.value.code == "FB363"
    with pytest.raises(LocalError):
        parse("--exercise-start", "+2h")
