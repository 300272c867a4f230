"""Signers of every kind, started with the keys of one node."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.signer import Signer
from firebreak.keyring.keys import SignerKeys
from firebreak.keyring.signer import InProcessSigner
from firebreak.keyring.signer_client import SignerClient
from firebreak.keyring.vault import LIGHT, STANDARD
from tests.parties import Party, seed

NORTH = {each: Party("North", environment=each) for each in Environment}
PASSPHRASE = "a passphrase for signers"


def keys_for(environment: Environment) -> SignerKeys:
    """Those that the card names."""
    party = NORTH[environment]
    log, checkpoint = (seed(party._keys, role) for role in ("log", "checkpoint"))
    return SignerKeys(log=log, checkpoint=checkpoint, party=party.card().party)


KEYS = keys_for(Environment.EXERCISE)
LINES = [sha256(name).digest() for name in (b"north-south", b"north-west")]
_NUMBERS = count()


def fresh_lines() -> list[bytes]:
    """Two lines that no signer has heard of."""
    number = next(_NUMBERS)
    return [sha256(line + b"%d" % number).digest() for line in LINES]


@cache
def key_file(environment: Environment) -> Path:
    """The signer's keys in a file; the seal of real keys takes a second, so it is made once."""
    path = Path(mkdtemp(prefix="firebreak-signer-")) / "signer.key"
    cost = LIGHT if environment is Environment.EXERCISE else STANDARD
    keys_for(environment).save(path, PASSPHRASE, environment=environment, cost=cost)
    return path


@contextmanager
def in_process(environment: Environment) -> Iterator[Signer]:
    signer = InProcessSigner(keys_for(environment), environment)
    signer.take_card(NORTH[environment].signed().to_bytes())
    yield signer


@contextmanager
def of_its_own(environment: Environment) -> Iterator[SignerClient]:
    with (
        TemporaryDirectory(prefix="firebreak-signer-") as folder,
        begun(Path(shutil.copy(key_file(environment), folder)), environment) as client,
    ):
        client.take_card(NORTH[environment].signed().to_bytes())
        yield client


@contextmanager
def begun(keys: Path, environment: Environment) -> Iterator[SignerClient]:
    """A signer's process with the keys of a file, and whatever it remembers beside it."""
    client = SignerClient.spawn()
    try:
        client.begin(keys, PASSPHRASE, environment)
        yield client
    finally:
        client.close()


SIGNERS: dict[str, Callable[[Environment], AbstractContextManager[Signer]]] = {
    "in process": in_process,
    "of its own": of_its_own,
}
