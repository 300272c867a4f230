"""Founding a party: keys, the first card, the configuration file."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from firebreak.app.house import CARD, House, write_file
from firebreak.config import FILE
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY, Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import Card, Desk, Officer, Power
from firebreak.keyring.keys import NodeKeys, OfficerKey, RootKeys, SignerKeys
from firebreak.keyring.vault import LIGHT, STANDARD, Cost

CARD_DAYS: Final = 365  # node keys live a year at most
ALL_POWERS: Final = (Power.DUTY, Power.PAIR, Power.SUSPEND, Power.RELEASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What a new party is asked for."""

    directory: Path
    party: str
    environment: Environment
    passphrase: str = field(repr=False)
    "Of the root and the node, and of every officer without one of their own."
    now: Instant
    desks: tuple[str, ...] = ("duty",)
    officers: tuple[str, ...] = ("Duty Officer",)
    listen: str | None = None
    exercise_start: str | None = None
    officer_passphrases: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    "By officer: with one of their own, nobody who has the node's can sign as them."
    passphrase_file: Path | None = None
    listen_seconds: int | None = None

    @property
    def cost(self) -> Cost:
        """What guessing a passphrase costs; exercise keys protect nothing."""
        return LIGHT if self.environment is Environment.EXERCISE else STANDARD


def found(plan: Founding) -> House:
    """Make a party's folder. Raises LocalError, and leaves an existing party untouched."""
    if (plan.directory / FILE).exists():
        raise LocalError(
            f"there is a party in {plan.directory} already", code="FB355", hint="choose another folder"
        )
    root, following, node = RootKeys.generate(), RootKeys.generate(), NodeKeys.generate(plan.now)
    signer = SignerKeys.generate(root.party)
    officers = [OfficerKey.generate(name) for name in plan.officers]
    card = root.sign_card(_first_card(plan, root, following, (node, signer), officers))
    write_file(plan.directory / FILE, _configuration(plan).encode())
    house = House.at(plan.directory)
    (plan.directory / "lines").mkdir(exist_ok=True)
    keys = plan.directory / "keys"
    (keys / "officers").mkdir(parents=True, exist_ok=True)
    mine = {
        keys / "root.key": root,
        keys / "next-root.key": following,
        house.node_keys: node,
        house.signer_keys: signer,
    }
    for path, key in mine.items():
        key.save(path, plan.passphrase, environment=plan.environment, cost=plan.cost)
    for each in officers:
        secret = plan.officer_passphrases.get(each.officer, plan.passphrase)
        each.save(house.officer_key(each.officer), secret, environment=plan.environment, cost=plan.cost)
    write_file(plan.directory / CARD, card.to_bytes())
    return house


def _first_card(
    plan: Founding,
    root: RootKeys,
    following: RootKeys,
    keys: tuple[NodeKeys, SignerKeys],
    officers: list[OfficerKey],
) -> Card:
    node, signer = keys
    return Card(
        version=1,
        environment=plan.environment,
        party=root.party,
        name=plan.party,
        serial=1,
        valid_from=plan.now - DAY,
        valid_until=plan.now + CARD_DAYS * DAY,
        root_ed25519=root.ed25519_public,
        root_mldsa65=root.mldsa65_public,
        next_root=following.party,
        log_key=signer.log_public,
        checkpoint_key=signer.checkpoint_public,
        certificate_hash=hashlib.sha256(node.certificate).digest(),
        certificate=node.certificate,
        kem_key=node.kem_public,
        desks=tuple(Desk(name=each, level=each) for each in plan.desks),
        officers=tuple(Officer(name=each.officer, key=each.public, powers=ALL_POWERS) for each in officers),
        paths=() if plan.listen is None else (plan.listen,),
    )


def _configuration(plan: Founding) -> str:
    lines = [
        "# The node of one party. Every setting is explained in docs/configuration.md.",
        "[party]",
        f"name = {_quoted(plan.party)}",
        f"environment = {_quoted(plan.environment.name.lower())}",
        "",
        "[node]",
    ]
    settings = {
        "listen": plan.listen,
        "passphrase_file": None if plan.passphrase_file is None else str(plan.passphrase_file),
        "exercise_start": plan.exercise_start,
    }
    lines += [f"{name} = {_quoted(value)}" for name, value in settings.items() if value is not None]
    if plan.listen_seconds is not None:
        lines.append(f"listen_seconds = {plan.listen_seconds}")
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
