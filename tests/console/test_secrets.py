"""What must be read by nobody stands in no repr, no file, no line for the operator and no answer."""

import json
from pathlib import Path

import pytest

from firebreak.console.database import Database
from firebreak.console.settings import Settings
from firebreak.core.base.errors import LocalError
from firebreak.keyring.keys import NodeKeys
from tests.console.access import ANA, NOON, PASSWORD, Authenticator, door, played, settings_in


def test_nothing_secret_stands_in_a_repr_a_file_or_what_is_said(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            link = at.token_for(ANA)
            device, browser = Authenticator(), at.browser()
            options = await browser.post("/api/enrolment/passkey/options", json={"token": link})
            made = device.make(options.json(), at.origin)
            body = {"token": link, "password": PASSWORD, "credential": made}
            answer = await browser.post("/api/enrolment/finish", json=body)
            token = browser.cookies[at.console.settings.cookie]
            unused = at.token_for("Bo Lind")
            challenge = (await browser.post("/api/login/passkey/options", json={})).json()["challenge"]
            wrong = await browser.post(
                "/api/login/password", json={"name": ANA, "password": "wrong " + PASSWORD}
            )
            key = at.console.settings.key
            console = at.console
            shown = [
                *map(
                    repr, (console, console.settings, console.sessions, console.passkeys, console.passwords)
                ),
                *map(repr, (console.enrolment, console.sessions.find(token), console.accounts.all())),
                *at.said,
                answer.text,
                wrong.text,
                (await browser.get("/api/session")).text,
            ]
            for secret in (link, token, unused, PASSWORD, key.hex(), repr(key)[2:-1]):
                assert not [each for each in shown if secret in each], secret
            assert not [each for each in shown if challenge in each]
            rows = [
                str(row)
                for (table,) in console.database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
                for row in console.database.rows(f"SELECT * FROM {table}")
            ]
            assert not [
                each for each in rows if link in each or token in each or unused in each or PASSWORD in each
            ]

    played(work)
    files = b"".join(each.read_bytes() for each in tmp_path.glob("console.db*"))
    assert ANA.encode() not in files
    assert b"argon2" not in files


def test_the_database_opens_with_its_key_alone(tmp_path: Path) -> None:
    Database.open(tmp_path / "console.db", bytes(32)).close()
    with pytest.raises(LocalError) as refused:
        Database.open(tmp_path / "console.db", bytes(31) + b"\x01")
    assert refused.value.code == "FB303"
    assert (tmp_path / "console.db").stat().st_mode & 0o077 == 0


def test_the_key_of_the_console_follows_from_the_nodes_and_not_the_other_way() -> None:
    keys = NodeKeys.generate(NOON)
    assert keys.console == keys.console
    assert keys.console not in {keys.storage, keys.tls, keys.kem}
    assert keys.storage.hex() not in repr(keys)


def test_settings_travel_as_one_line_and_come_back_the_same(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, certificate=tmp_path / "c.pem", listen="[::1]:7400").at(7400)
    line = settings.to_line()
    assert line.count(b"\n") == 1
    assert json.loads(line)["key"] == settings.key.hex()
    assert Settings.from_line(line) == settings
    assert (settings.origin, settings.tls, settings.address) == (
        "https://localhost:7400",
        True,
        ("::1", 7400),
    )
