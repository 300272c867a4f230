"""The relay of the voice: how it is set, and what a page and a log may see of it."""

from pathlib import Path
from typing import Any

import pytest

from firebreak.app.console_process import settings_of
from firebreak.app.house import House
from firebreak.console.relays import RelaySettings, pass_for, read_relay
from firebreak.console.settings import Settings
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import SECOND, Instant
from tests.console.access import NOON, code, door, played
from tests.plays.paired import copy_paired

SECRET = "what relay and console share"
URL = "turn:relay.north.example:3478?transport=udp"
WRONG: list[dict[str, Any]] = [
    {"urls": [URL]},
    {"urls": [], "secret_file": "secret"},
    {"urls": ["stun:relay.north.example"], "secret_file": "secret"},
    {"urls": ["https://relay.north.example"], "secret_file": "secret"},
    {"urls": [URL] * 5, "secret_file": "secret"},
    {"urls": [URL], "secret_file": "secret", "relay_only": "yes"},
    {"urls": [URL], "secret_file": "secret", "secret": SECRET},
    {"urls": [URL], "secret_file": "nowhere"},
    {"urls": [URL], "secret_file": "short"},
]


def table(folder: Path, **more: Any) -> dict[str, Any]:
    (folder / "secret").write_text(f"{SECRET}\n", encoding="utf-8")
    (folder / "short").write_text("fifteen letters", encoding="utf-8")
    return {"urls": [URL], "secret_file": "secret", **more}


def settings(folder: Path, relay: RelaySettings | None) -> Settings:
    return Settings(party="North", environment="exercise", folder=folder, key=bytes(32), relay=relay)


def test_a_relay_carries_everything_unless_it_is_set_otherwise(tmp_path: Path) -> None:
    assert read_relay(table(tmp_path), tmp_path).relay_only
    assert not read_relay(table(tmp_path, relay_only=False), tmp_path).relay_only


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_named_without_the_secret(wrong: dict[str, Any], tmp_path: Path) -> None:
    table(tmp_path)
    with pytest.raises(LocalError) as caught:
        read_relay(wrong, tmp_path)
    assert caught.value.code == "FB547"
    assert SECRET not in f"{caught.value} {caught.value.hint}"


def test_the_configuration_is_read_and_handed_to_the_console_without_the_secret(tmp_path: Path) -> None:
    copy_paired(tmp_path)
    north = tmp_path / "north"
    table(north)
    lines = ["[console]", 'listen = "127.0.0.1:7400"', "[console.relay]"]
    lines += [f'urls = ["{URL}"]', 'secret_file = "secret"']
    file = north / "firebreak.toml"
    file.write_text("\n".join([file.read_text(encoding="utf-8"), *lines]), encoding="utf-8")
    made = settings_of(House.at(north), bytes(32))
    assert made.relay is not None
    assert Settings.from_line(made.to_line()) == made
    assert SECRET.encode() not in made.to_line()
    assert SECRET not in repr(made)


def test_a_secret_that_was_changed_counts_at_once_and_one_that_is_gone_is_said(tmp_path: Path) -> None:
    relay = read_relay(table(tmp_path), tmp_path)
    now = Instant(1_795_372_191_363)
    before = pass_for(relay, "s1", now)
    (tmp_path / "secret").write_text("another secret of the relay", encoding="utf-8")
    assert pass_for(relay, "s1", now).credential != before.credential
    (tmp_path / "secret").unlink()
    with pytest.raises(LocalError, match="cannot read"):
        pass_for(relay, "s1", now)


def test_a_page_gets_a_pass_of_ten_minutes_and_no_log_anything_of_it(tmp_path: Path) -> None:
    async def work() -> None:
        relay = read_relay(table(tmp_path), tmp_path)
        async with door(tmp_path, relay=relay) as at:
            for role in ("duty", "linguist"):
                answer = await at.logged_in(role, role).get("/api/relay")
                (server,) = answer.json()["servers"]
                assert answer.json()["relay_only"]
                assert answer.json()["ends_at"] == NOON + 600 * SECOND
                assert server["username"].startswith(f"{answer.json()['ends_at'] // SECOND}:")
                assert role not in server["username"]
                assert not [each for each in at.said if SECRET in each or server["credential"] in each]
            assert (await at.logged_in("root", "administrator").get("/api/relay")).status_code == 403
            (tmp_path / "secret").unlink()
            assert code(await at.logged_in("duty").get("/api/relay")) == (503, "FB547")

    played(work)


def test_without_a_relay_a_page_is_told_so(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            answer = await at.logged_in("ann").get("/api/relay")
            assert answer.json() == {"servers": [], "relay_only": False, "ends_at": None}

    played(work)
