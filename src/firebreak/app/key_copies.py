"""Copies of what no backup holds: the keys a node and its officers need, and the cards that belong to them.

DIR/node.key, DIR/signer.key            the keys in use
DIR/next-node.key, DIR/next-signer.key  new keys that wait for the counterparts to take in our card
DIR/officers/NAME.key                   one file for each officer
DIR/card.fbcard, DIR/cards/             our cards: a key counts for nothing without the card that names it
DIR/lines/NAME/ours/                    what our root keys and officers signed and a line has yet to publish

Root keys are never among them.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from firebreak.app.backing_up import CARDS
from firebreak.app.house import CARD, House, read_file, write_file
from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.card import SignedCard, read_signed_card
from firebreak.keyring.atomic import sync_folder, write_secret

IN_USE: Final = ("node.key", "signer.key")
WAITING: Final = ("next-node.key", "next-signer.key")
OFFICERS: Final = "officers"
PUBLISHED: Final = "lines/*/ours/*"


def copy_keys(house: House, target: Path) -> dict[str, Any]:
    """Copy them into a folder, over an older copy of the same party. Raises LocalError."""
    _check_target(house, target)
    files = {name: house.root / "keys" / name for name in _names(house.root / "keys")}
    files |= {name: house.root / name for name in _public(house.root)}
    for name, path in files.items():
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_secret(place, read_file(path), replace=True)
    for each in WAITING:  # those have come into use since the copy before
        if each not in files:
            (target / each).unlink(missing_ok=True)
    sync_folder(target)
    return {"directory": str(target), "files": sorted(files)}


def take_keys(source: Path, target: Path) -> list[Path]:
    """Put the keys of a copy into a new folder, for their owner alone; which of them others could read."""
    names = list(_names(source))
    for name in names:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, place)
        place.chmod(0o600)
    return [source / name for name in names if (source / name).stat().st_mode & 0o077]


def take_cards(source: Path, root: Path, party: bytes) -> None:
    """Add the cards of a copy to those of a folder: the newest of all is the card. Raises LocalError."""
    cards = {each.card.serial: each for each in (*_cards(root), *_cards(source))}
    foreign = [each for each in cards.values() if each.card.party != party]
    if foreign:
        raise not_of_these_keys(source, f"card {foreign[0].card.serial} there is of another party")
    newest = max(cards)
    for path in (root / CARDS).glob("*.fbcard"):
        path.unlink()
    for serial, each in cards.items():
        place = root / CARD if serial == newest else root / CARDS / f"{serial:010}.fbcard"
        write_file(place, each.to_bytes())
        place.chmod(0o600)
    for path in sorted(source.glob(PUBLISHED)):
        place = root / path.relative_to(source)
        if place.parents[1].is_dir() and not place.exists():
            write_file(place, read_file(path))
            place.chmod(0o600)


def not_of_these_keys(keys: Path, reason: str) -> LocalError:
    """Keys and cards of different days, or of different parties."""
    return LocalError(
        f"the keys in {keys} do not fit our card: {reason}",
        code="FB428",
        hint="name the copy of keys and cards that was made after the last change (`firebreak keys copy`)",
    )


def _check_target(house: House, target: Path) -> None:
    inside = target.resolve().is_relative_to(house.root)
    kept = (target / CARD).exists() and read_signed_card(read_file(target / CARD)).card.party
    held = any((target / each).exists() for each in (*IN_USE, *WAITING))
    if inside or ((held or kept) and kept != house.card().card.party):
        raise LocalError(
            f"{target} is not a place for a copy of these keys",
            code="FB429",
            hint="name an empty folder on another medium, or one with an older copy of the same party",
        )


def _names(keys: Path) -> Iterator[str]:
    """Key files of node, signer and officers, by their names in the folder of keys."""
    yield from (each for each in (*IN_USE, *WAITING) if (keys / each).is_file())
    yield from (str(each.relative_to(keys)) for each in sorted((keys / OFFICERS).glob("*.key")))


def _public(root: Path) -> Iterator[str]:
    """Our cards, and what waits to be published; nothing of it is secret."""
    for pattern in (CARD, f"{CARDS}/*.fbcard", PUBLISHED):
        found = (each for each in sorted(root.glob(pattern)) if each.is_file() and each.suffix != ".new")
        yield from (str(each.relative_to(root)) for each in found)


def _cards(folder: Path) -> list[SignedCard]:
    found = [*sorted((folder / CARDS).glob("*.fbcard")), folder / CARD]
    return [read_signed_card(read_file(each)) for each in found if each.is_file()]
