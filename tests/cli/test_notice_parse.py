"""`firebreak notice parse`: a line in, a line out, whatever the line is."""

import json
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

import pytest

from firebreak.cli import notice_parse
from firebreak.cli.notice_coordinates import show
from firebreak.cli.notice_parse import parse_lines, parse_one
from firebreak.core.base.errors import LocalError

GOOD = {"id": "a", "text": "WRECK IN 54-51.0N 013-54.0E", "dtg": "2026-03-10"}
DOUBTFUL = {"id": 7, "text": "WRECK IN 54-51.0N 013-54.0 REPORTED"}
BAD = [
    b"{nonsense",
    b'{"id": 1, "text": NaN}',
    b"[" * 200_000,
    b'{"id": 1, "text": "' + b"A" * 3_000_000 + b'"}',
    b"\xff\xfe\x00",
    b"[1, 2]",
    b'{"id": {"a": 1}, "text": 5}',
    b'"text"',
]


def _lines(path: Path, lines: list[bytes]) -> Path:
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def _out(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_line_is_answered_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.dumps(each).encode() for each in (GOOD, DOUBTFUL)]
    assert parse_lines(_lines(tmp_path / "in", lines), as_json=True) == 1
    first, second = _out(capsys)
    assert (first["id"], first["shape"], first["positions_lat_lon"], first["findings"]) == (
        "a",
        "point",
        [[54.85, 13.9]],
        [],
    )
    assert (second["id"], second["findings"][0]["code"]) == (7, "lone-coordinate")


def test_a_bad_line_is_answered_and_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = json.dumps(GOOD).encode()
    mixed = [line for bad in BAD for line in (bad, good)]
    assert parse_lines(_lines(tmp_path / "in", mixed), as_json=True) == 1
    found = _out(capsys)
    assert [each["shape"] for each in found] == ["none", "point"] * len(BAD)
    assert {each["findings"][0]["code"] for each in found[::2]} == {"unreadable"}
    assert found[0]["id"] == "line 1"


ODD = [
    (b'{"id": "a", "text": 5}', "a", "unreadable"),
    (b'{"id": "a", "text": "x"', "a", "unreadable"),
    (b'{"id": "a", "text": "x", "text": "y"}', "a", "unreadable"),
    (b'{"id": "a", "text": "' + b"A" * 3_000_000 + b'"}', "a", "unreadable"),
    (b'{"id": "' + b"a" * 300 + b'", "text": "x"}', "line 1", "unreadable"),
    (b'{"id": [1], "text": "WRECK IN 54-51.0N 013-54.0E"}', "line 1", "id-missing"),
    (b'{"text": "WRECK IN 54-51.0N 013-54.0E"}', "line 1", "id-missing"),
    (b'{"id": true, "text": "WRECK IN 54-51.0N 013-54.0E"}', "line 1", "id-missing"),
    (b'{"id": 1, "text": "WRECK IN 54-51.0N 013-54.0E", "dtg": 5}', 1, "dtg-unreadable"),
    (b'{"id": 1, "text": "FIRING 010600Z MAR", "dtg": "9999-12-31T23:59"}', 1, "dtg-unreadable"),
]


@pytest.mark.parametrize(("line", "name", "code"), ODD, ids=[code for *_, code in ODD])
def test_an_odd_line_keeps_its_id(
    line: bytes, name: str | int, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert parse_lines(_lines(tmp_path / "in", [line, json.dumps(GOOD).encode()]), as_json=True) == 1
    odd, good = _out(capsys)
    assert (odd["id"], good["id"]) == (name, "a")
    assert code in {each["code"] for each in odd["findings"]}


def test_a_fault_of_the_reader_costs_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: str) -> NoReturn:
        raise OverflowError

    with monkeypatch.context() as patch:
        patch.setattr(notice_parse, "read_text", broken)
        parse_lines(_lines(tmp_path / "in", [json.dumps(GOOD).encode()]), as_json=True)
    assert _out(capsys)[0]["findings"][0]["code"] == "unreadable"


def test_a_line_without_id_is_called_by_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parse_lines(_lines(tmp_path / "in", [b"", b"  ", b'{"text": "x"}']), as_json=True)
    assert [each["id"] for each in _out(capsys)] == ["line 3"]


def test_each_line_is_answered_before_the_next_is_waited_for(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "firebreak", "notice", "parse", "--json"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(json.dumps(GOOD).encode() + b"\n")
        running.stdin.flush()
        assert json.loads(running.stdout.readline())["id"] == "a"
        running.stdin.close()
        assert running.wait(timeout=30) == 0


def test_the_exit_code_says_how_it_went(tmp_path: Path) -> None:
    assert parse_lines(_lines(tmp_path / "in", [json.dumps(GOOD).encode()]), as_json=True) == 0
    assert parse_lines(_lines(tmp_path / "in", [b"nonsense", b"more"]), as_json=True) == 2
    assert parse_lines(_lines(tmp_path / "in", [b""]), as_json=True) == 0


def test_a_missing_file_is_named() -> None:
    with pytest.raises(LocalError) as caught:
        parse_lines(Path("/nowhere/at/all"), as_json=True)
    assert caught.value.code == "FB628"


def test_a_pasted_warning_is_shown_for_a_person(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert parse_one(None, "WRECK IN 54-51.0N 013-54.0E. 500 METRES BERTH REQUESTED.", "", as_json=False) == 0
    assert "54°51.0000′ N" in capsys.readouterr().out
    pasted = "ПРИП ЗАПАД 1/26 БУЙ ВЫСТАВЛЕН В 72-09-43.72С 073-10-15.91В".encode()
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(pasted)))
    assert parse_one(None, None, "", as_json=True) == 0
    assert _out(capsys)[0]["format"] == "prip"


def test_a_position_is_shown_in_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert show("55-45.35С 037-37.03В", as_json=True) == 0
    found = _out(capsys)[0]
    assert found["forms"]["mgrs"] == "37U DB 13215 79770"
    assert show("55.75583, 37.61717", as_json=False) == 1
    assert "order-assumed" in capsys.readouterr().out
