"""The configuration is strict, and every error names the file and the setting."""

from pathlib import Path

import pytest

from firebreak.config import ConsoleConfig, LineConfig, read_config
from firebreak.core.base.errors import LocalError
from firebreak.core.base.purposes import Environment

PARTY = '[party]\nname = "North"\nenvironment = "exercise"\n'


def config(folder: Path, text: str) -> Path:
    path = folder / "firebreak.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_least_configuration_has_the_documented_defaults(tmp_path: Path) -> None:
    read = read_config(config(tmp_path, PARTY))
    assert (read.party, read.environment) == ("North", Environment.EXERCISE)
    assert (read.listen, read.passphrase_file, read.exercise_start, read.lines) == (None, None, None, ())
    assert (read.clock_uncertainty_ms, read.listen_seconds) == (100, 60)


def test_a_line_has_the_documented_defaults(tmp_path: Path) -> None:
    read = read_config(config(tmp_path, PARTY + "[lines.south]\n"))
    assert read.lines == (LineConfig("south"),)
    assert read.lines[0].checks_every_seconds == 300


def test_paths_are_taken_from_the_folder_of_the_file(tmp_path: Path) -> None:
    path = config(tmp_path, PARTY + '[node]\npassphrase_file = "secret/phrase"\n')
    assert read_config(path).passphrase_file == tmp_path / "secret" / "phrase"
    assert read_config(tmp_path) == read_config(path)


def test_a_console_needs_an_address_and_away_from_this_machine_a_name(tmp_path: Path) -> None:
    assert read_config(config(tmp_path, PARTY)).console is None
    near = read_config(config(tmp_path, PARTY + "[console]\nlisten = '[::1]:7400'\n")).console
    assert near == ConsoleConfig("[::1]:7400")
    far = "[console]\nlisten = '0.0.0.0:7400'\norigin = 'https://watch.example:7400'\ncertificate = 'c.pem'\n"
    assert read_config(config(tmp_path, PARTY + far)).console == ConsoleConfig(
        "0.0.0.0:7400", "https://watch.example:7400", tmp_path / "c.pem"
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "[party]"),
        ('[party]\nenvironment = "exercise"\n', "party.name"),
        ('[party]\nname = "North"\n', "party.environment"),
        ('[party]\nname = "North"\nenvironment = "test"\n', "party.environment"),
        ("[party]\nname = 5\nenvironment = 'real'\n", "name is not a text"),
        (PARTY + "[extra]\n", "extra"),
        (PARTY + "[node]\nlistne = 'x'\n", "listne"),
        (PARTY + "[node]\nlisten = 7401\n", "listen"),
        (PARTY + "[node]\nlisten_seconds = -1\n", "listen_seconds"),
        (PARTY + "[node]\nlisten_seconds = true\n", "listen_seconds"),
        (PARTY + "[node]\nclock_uncertainty_ms = 60001\n", "clock_uncertainty_ms"),
        (PARTY + "[node]\nexercise_start = 'soon'\n", "exercise_start"),
        ("[party]\nname='N'\nenvironment='real'\n[node]\nexercise_start='2022-01-01'\n", "exercise_start"),
        (PARTY + "[console]\n", "console.listen"),
        (PARTY + "[console]\nlisten = '7400'\n", "console.listen"),
        (PARTY + "[console]\nlisten = '127.0.0.1:0'\n", "console.listen"),
        (PARTY + "[console]\nlisten = '127.0.0.1:99999999999'\n", "console.listen"),
        (PARTY + "[console]\nlisten = '0.0.0.0:7400'\n", "console.origin"),
        (PARTY + "[console]\nlisten = 'localhost:1'\norigin = 'https://A.example'\n", "console.origin"),
        (PARTY + "[console]\nlisten = 'localhost:1'\norigin = 'https://a.example/'\n", "console.origin"),
        (PARTY + "[console]\nlisten = 'localhost:1'\ncertificat = 'x'\n", "certificat"),
        (PARTY + "lines = 5\n", "lines"),
        (PARTY + "[lines]\nsouth = 5\n", "[south]"),
        (PARTY + "[lines.south]\ndial = 'host:1'\n", "lines.south.dial"),
        (PARTY + "[lines.south]\ndial = [5]\n", "lines.south.dial"),
        (PARTY + "[lines.south]\npadding = 'thick'\n", "lines.south.padding"),
        (PARTY + "[lines.south]\nring_seconds = 181\n", "ring_seconds"),
        (PARTY + "[lines.south]\nchecks = 5\n", "checks"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(tmp_path: Path, text: str, named: str) -> None:
    path = config(tmp_path, text)
    with pytest.raises(LocalError) as caught:
        read_config(path)
    assert caught.value.code == "FB352"
    assert named in caught.value.text
    assert str(path) in caught.value.text


@pytest.mark.parametrize("data", [b"[party", b"\xff\xfe", b"a = 1\na = 2\n"])
def test_what_is_not_toml_is_refused_as_such(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "firebreak.toml"
    path.write_bytes(data)
    with pytest.raises(LocalError) as caught:
        read_config(path)
    assert caught.value.code == "FB351"


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(LocalError) as caught:
        read_config(tmp_path)
    assert caught.value.code == "FB350"
    assert "firebreak init" in caught.value.hint
