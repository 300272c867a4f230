"""`firebreak console`: accounts and links on the command line, beside a server that runs."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from firebreak.keyring.keys import OfficerKey
from tests.console.tiles import raster_map, vector_map
from tests.plays.paired import copy_paired, free_port
from tests.plays.stage import Stage

PASSWORD = "quince saddle orbit fennel"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    copy_paired(tmp_path)
    made = Stage(tmp_path)
    yield made
    made.close()


def firebreak(stage: Stage, *words: str) -> str:
    stage.run(["firebreak", *words, "-c", "north"])
    return stage.stdout + stage.stderr


def test_a_party_without_a_console_is_told_how_to_get_one(stage: Stage) -> None:
    assert "error FB518" in firebreak(stage, "console", "accounts")
    assert stage.exit == 2


def test_the_doctor_says_what_is_wrong_with_the_own_map_and_what_it_leaves_out(stage: Stage) -> None:
    party = stage.folder / "north"
    with (party / "firebreak.toml").open("a") as settings:
        settings.write('\n[console]\nlisten = "127.0.0.1:7400"\nmap_tiles = "site.pmtiles"\n')
    assert "FB680" in firebreak(stage, "doctor")
    (party / "site.pmtiles").write_bytes(vector_map()[:-1])
    said = told(firebreak(stage, "doctor"))
    assert "warn console FB682: the own map is damaged" in said
    assert stage.exit == 0
    (party / "site.pmtiles").write_bytes(vector_map())
    said = told(firebreak(stage, "doctor"))
    assert "draws earth, water, roads, buildings; leaves out boundaries, places" in said
    (party / "site.pmtiles").write_bytes(raster_map())
    assert "whatever borders and names are in them are shown" in told(firebreak(stage, "doctor"))


@pytest.mark.timeout(300)
def test_from_the_first_start_to_an_officer_on_the_card_and_out_again(stage: Stage) -> None:
    port = free_port()
    address = f"http://localhost:{port}"
    with (stage.folder / "north" / "firebreak.toml").open("a") as settings:
        settings.write(f'\n[console]\nlisten = "127.0.0.1:{port}"\n')
    stage.start("server", ["firebreak", "console", "run", "-c", "north"])
    stage.running["server"].until("once: ")
    first = token(stage.running["server"].printed)
    assert f"something answers at 127.0.0.1:{port}" in told(firebreak(stage, "doctor"))

    headers = {"host": f"localhost:{port}", "origin": address}
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=headers, verify=False) as browser:
        entered = browser.post("/api/enrolment/finish", json={"token": first, "password": PASSWORD})
        assert entered.json()["roles"] == ["administrator"]

        name = ["North Three", "--role", "duty", "--officer", "north three", "--json"]
        made = json.loads(firebreak(stage, "console", "link", *name))
        assert made["link"].startswith(f"{address}/#enrol=")
        assert stage.stderr == ""
        browser.cookies.clear()
        entered = browser.post(
            "/api/enrolment/finish", json={"token": token(made["link"]), "password": PASSWORD}
        )
        assert entered.json()["officer"]["key"] == "none"

        key = OfficerKey.generate("north three").public
        assert browser.post("/api/officer-key", json={"key": key.hex()}).json()["officer"]["key"] == "waiting"
        (file,) = (stage.folder / "north" / "console" / "officers").iterdir()
        assert "key of north three: " in firebreak(stage, "card", "renew", "--officer-key", str(file))
        assert stage.exit == 0
        officer = browser.get("/api/session").json()["officer"]
        assert (officer["key"], officer["powers"]) == ("listed", ["duty", "pair", "suspend", "release"])

        listed = firebreak(stage, "console", "accounts", "--close", "north three")
        assert "administrator  administrator           password" in listed
        assert "closed: North Three" in listed
        assert browser.get("/api/session").json()["code"] == "FB501"
        assert "error FB511" in firebreak(stage, "console", "link", "North Three", "--role", "duty")

    stage.end("server", "INT")
    assert PASSWORD not in stage.stdout
    assert token(made["link"]) not in stage.stdout


def told(text: str) -> str:
    """A table as one line."""
    return " ".join(text.split())


def token(text: str) -> str:
    found = re.search(r"#enrol=([\w-]+)", text)
    assert found, text
    return found[1]
