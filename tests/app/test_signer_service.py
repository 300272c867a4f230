"""A signer of a user of its own: it serves the node of another, which has neither key nor passphrase."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest

from firebreak.app.house import House
from firebreak.core.base.purposes import Environment
from firebreak.keyring.keys import SignerKeys
from firebreak.keyring.vault import LIGHT
from tests.covering import covers
from tests.plays.paired import PASSPHRASE, copy_paired
from tests.users import NODE, SIGNER, as_user

FIREBREAK = Path(sys.executable).with_name("firebreak")
OTHERS = 64_003
SECRET = "a passphrase of the signer alone"


@pytest.fixture
def place() -> Iterator[Path]:
    """North's folder belongs to the node's user; its signer's key to the signer's."""
    as_user(NODE, [])
    folder = Path(mkdtemp(prefix="firebreak-users-"))
    folder.chmod(0o755)
    copy_paired(folder)
    shutil.rmtree(folder / "south")
    (folder / "signer").mkdir(mode=0o700)
    (folder / "run").mkdir(mode=0o755)
    for name, secret in (("node.pass", PASSPHRASE), ("signer.pass", SECRET)):
        (folder / name).write_text(secret)
        (folder / name).chmod(0o600)
    config = folder / "north" / "firebreak.toml"
    config.write_text(config.read_text().replace("[node]", f'[node]\nsigner = "{folder / "run" / "s"}"'))
    move_key(folder, "signer.key")
    give(folder / "north", NODE)
    give(folder / "node.pass", NODE)
    for each in ("signer", "run", "signer.pass"):
        give(folder / each, SIGNER)
    yield folder
    shutil.rmtree(folder)


def give(path: Path, user: int) -> None:
    for each in (path, *path.rglob("*")):
        os.chown(each, user, user)


def move_key(folder: Path, name: str) -> None:
    """As an administrator does it."""
    words = ["signer", "take", folder / "north/keys" / name, "--keys", folder / "signer"]
    files = ["--passphrase-file", folder / "node.pass", "--new-passphrase-file", folder / "signer.pass"]
    subprocess.run([FIREBREAK, *words, *files], check=True, capture_output=True)


@contextmanager
def process(user: int, *words: str | Path) -> Iterator["subprocess.Popen[str]"]:
    command = as_user(user, [FIREBREAK, *words])
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd="/"
    ) as started:
        try:
            yield started
        finally:
            started.terminate()
            started.wait(20)


def until(started: "subprocess.Popen[str]", text: str) -> str:
    assert started.stdout is not None
    printed = ""
    for line in started.stdout:
        printed += line
        if text in line:
            return line
    raise AssertionError(f"never printed {text!r}, but:\n{printed}")


@contextmanager
def service(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    words = ["--keys", folder / "signer", "--socket", folder / "run" / "s", "--node-user", str(NODE)]
    with process(SIGNER, "signer", "run", *words, "--passphrase-file", folder / "signer.pass") as started:
        until(started, "waits on")
        yield started


@contextmanager
def node(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    words = ["--config", folder / "north", "--passphrase-file", folder / "node.pass"]
    with process(NODE, "node", "run", *words) as started:
        yield started


def say(user: int, folder: Path, code: str) -> str:
    """What a program of that user gets out of the service."""
    start = (
        "from pathlib import Path; from firebreak.keyring.signer_client import SignerClient;"
        f"folder = Path({str(folder)!r}); client = SignerClient.connect(folder / 'run' / 's')\n"
    )
    done = subprocess.run(
        as_user(user, [sys.executable, "-c", start + code]),
        capture_output=True,
        text=True,
        cwd="/",
        check=False,
    )
    return (done.stdout + done.stderr).strip().splitlines()[-1]


def joining(log_key: bytes) -> str:
    """The code of a node that names a key."""
    return (
        f"from firebreak.core.base.purposes import Environment as E; client.join(E.EXERCISE, {log_key!r}); "
    )


@covers("SIGNER-047")
def test_a_node_signs_with_a_key_that_its_user_cannot_reach(place: Path) -> None:
    assert not (place / "north" / "keys" / "signer.key").exists()
    with service(place) as serving:
        for _ in range(2):
            with node(place) as running:
                pid = int(until(serving, "signs for the node").split()[1])
                told = until(running, "signer service of user")
                assert f"user {SIGNER}: no memory dumps" in told
                assert Path(f"/proc/{pid}").stat().st_uid == SIGNER
            until(serving, "has ended with 0")
        for each in ("signer/signer.key", "signer/signer.state", "signer.pass"):
            assert say(NODE, place, f"(folder / {each!r}).read_bytes()").startswith("PermissionError")


@covers("SIGNER-047")
def test_nobody_but_the_nodes_user_is_served_and_nobody_says_where_keys_lie(place: Path) -> None:
    log_key = House.at(place / "north").card().card.log_key
    join = joining(log_key)
    with service(place):
        assert say(NODE, place, join + "print(len(client.open_segment(bytes(32))))") == "16"
        for user in (OTHERS, SIGNER):
            assert "FB421" in say(user, place, join)
        assert "FB421" in say(0, place, join)
        begin = f"client._ask(0, str(folder / 'signer' / 'signer.key'), {SECRET!r}, 1)"
        assert "the first request is not to begin" in say(NODE, place, begin)
        assert "FB472" in say(NODE, place, join.replace(repr(log_key), repr(bytes(32))))
    assert "FB471" in say(NODE, place, "")


@covers("SIGNER-047")
def test_a_new_key_comes_into_use_with_the_card_that_names_it(place: Path) -> None:
    words = ["card", "renew", "--new-node-keys", "--at-once", "--config", place / "north"]
    environment = {**os.environ, "FIREBREAK_PASSPHRASE_FILE": str(place / "node.pass")}
    subprocess.run([FIREBREAK, *words], check=True, capture_output=True, env=environment)
    move_key(place, "signer.key")
    give(place / "north", NODE)
    give(place / "signer", SIGNER)
    assert {each.name for each in (place / "signer").iterdir()} == {"signer.key", "next-signer.key"}
    keys = {each: each.read_bytes() for each in (place / "signer").iterdir()}
    with service(place), node(place) as running:
        until(running, "signer service of user")
    assert {each.name for each in (place / "signer").iterdir()} == {
        "signer.key",
        "next-signer.key",
        "next-signer.state",
    }
    assert keys == {each: each.read_bytes() for each in keys}


@covers("SIGNER-047")
def test_a_node_that_names_the_waiting_key_too_early_takes_nothing_from_the_key_in_use(place: Path) -> None:
    now = House.at(place / "north").card().card.log_key
    waiting = SignerKeys.generate(bytes(32))
    waiting.save(place / "signer" / "next-signer.key", SECRET, environment=Environment.EXERCISE, cost=LIGHT)
    give(place / "signer", SIGNER)
    held = {each.name: each.read_bytes() for each in (place / "signer").glob("*.key")}
    with service(place):
        for each in (now, waiting.log_public, now):
            assert say(NODE, place, joining(each) + "print(len(client.open_segment(bytes(32))))") == "16"
    assert held == {each.name: each.read_bytes() for each in (place / "signer").glob("*.key")}


def test_a_service_of_the_nodes_own_user_is_refused(tmp_path: Path) -> None:
    words = ["--keys", tmp_path, "--socket", tmp_path / "s", "--node-user", str(os.geteuid())]
    done = subprocess.run([FIREBREAK, "signer", "run", *words], capture_output=True, text=True, check=False)
    assert "error FB473" in done.stderr
