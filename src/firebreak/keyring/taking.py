"""Moving a signer's key to a user of its own, under a passphrase that the node never had."""

from pathlib import Path

from firebreak.keyring.keys import SignerKeys
from firebreak.keyring.vault import seal_of


def take_key(file: Path, place: Path, old: str, new: str) -> None:
    """Seal it anew in its new place, then remove it from the old one. Raises LocalError."""
    environment, cost = seal_of(file)
    keys = SignerKeys.load(file, old, environment=environment)
    keys.save(place, new, environment=environment, cost=cost)
    file.unlink()
