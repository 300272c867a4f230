"""New cards from the root keys: renewal, takeover by the next root keys, revocation, explanation.

Everything is prepared first and the new `card.fbcard` is written last, so that a renewal which breaks off has
changed nothing that counts. New keys of the node wait in files of their own (`app/cards.py`).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from firebreak.app.cards import Passing
from firebreak.app.ceremony import Ceremony
from firebreak.app.founding import ALL_POWERS, CARD_DAYS
from firebreak.app.house import CARD, House, write_file
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY, Instant
from firebreak.core.base.purposes import REVOKE, Environment
from firebreak.core.envelope.card import Card, Desk, Officer, SignedCard
from firebreak.core.envelope.card_import import keys_of, root_id
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.record.bodies import Named
from firebreak.core.record.rooted import (
    CARD_ENTRY_BYTES_MAX,
    EXPLAIN,
    CardEntry,
    Explain,
    Explanation,
    Revocation,
    Revoke,
    Rooted,
)
from firebreak.keyring.keys import NodeKeys, OfficerKey, RootKeys, SignerKeys
from firebreak.keyring.officer import word
from firebreak.keyring.officer_file import OfficerFile
from firebreak.keyring.vault import LIGHT, STANDARD, Cost

TAKEOVER_STEP: Final = 1_000
"A renewal counts on by one, a takeover to the next full thousand: it outranks whatever was signed before."


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a new card changes."""

    officers_added: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    "Name to passphrase. An officer who is on the roster gets a new key."
    officer_keys: tuple[OfficerFile, ...] = ()
    "Keys that officers made elsewhere. Who is on the roster keeps role and powers."
    officers_removed: tuple[str, ...] = ()
    desks_added: tuple[str, ...] = ()
    desks_removed: tuple[str, ...] = ()
    paths: tuple[str, ...] | None = None
    new_node_keys: bool = False
    at_once: bool = False
    "Whether new keys replace the old ones now: those are lost or stolen, and no counterpart is waited for."


@dataclass(frozen=True, slots=True)
class Renewal:
    """A party's root keys at work."""

    house: House
    root: RootKeys = field(repr=False)
    now: Instant

    def renew(self, changes: Changes, releasing: list[OfficerKey], passphrase: str) -> SignedCard:
        """The next card, published on every open line as soon as the node runs. Raises LocalError."""
        old = self._old()
        self._check_root(root_id(old.card))
        return self._issue(old, self._changed(old.card, changes), changes, releasing, passphrase)

    def take_over(
        self, following: RootKeys, releasing: list[OfficerKey], passphrase: str, serial: int | None = None
    ) -> SignedCard:
        """The next card, by the root keys that the last one announced; `following` may come after them.

        Its serial leaves room below for what a thief of the old root keys may have signed.
        """
        old = self._old()
        if self.root.party != old.card.next_root:
            raise LocalError(
                "these are not the root keys that our card announced",
                code="FB435",
                hint="take the file next-root.key that was made with our last root keys",
            )
        card = replace(
            self._changed(old.card, Changes()),
            serial=serial or (old.card.serial // TAKEOVER_STEP + 1) * TAKEOVER_STEP,
            root_ed25519=self.root.ed25519_public,
            root_mldsa65=self.root.mldsa65_public,
            next_root=following.party,
        )
        signed = self._issue(old, card, Changes(), releasing, passphrase)
        keys = self.house.root / "keys"
        for path, key in ((keys / "root.key", self.root), (keys / "next-root.key", following)):
            key.save(path, passphrase, environment=self._environment, cost=self._cost, replace_old=True)
        return signed

    def revoke(self, name: str, key: bytes, last_good: Named | None, reason: str) -> Revoke:
        """Revoke a log key of ours on one line."""
        self._check_root(root_id(self._old().card))
        said = Revocation(
            environment=self._environment,
            line=Ceremony(self.house, name).line_id,
            party=self._old().card.party,
            key=key,
            last_good=last_good,
            reason=reason,
            time=self.now,
        )
        body = Revoke(revocation=self._signed(REVOKE, said.to_bytes()))
        Passing(self.house, name).revoke(body, ours=True)
        return body

    def explain(
        self, name: str, first: Named, second: Named, text: str, releasing: list[OfficerKey]
    ) -> Explain:
        """Say on one line how two entries of ours came to stand under one number."""
        self._check_root(root_id(self._old().card))
        said = Explanation(
            environment=self._environment,
            line=Ceremony(self.house, name).line_id,
            party=self._old().card.party,
            first=first,
            second=second,
            text=text,
            time=self.now,
        )
        body = Explain(explanation=self._signed(EXPLAIN, said.to_bytes()))
        body = replace(body, release=self._release(name, body.detail(), releasing))
        Passing(self.house, name).explain(body)
        return body

    @property
    def _environment(self) -> Environment:
        return self.house.config.environment

    @property
    def _cost(self) -> Cost:
        return LIGHT if self._environment is Environment.EXERCISE else STANDARD

    def _old(self) -> SignedCard:
        return self.house.card()

    def _check_root(self, roots: bytes) -> None:
        if self.root.party != roots:
            raise LocalError(
                "these are not the root keys of our card",
                code="FB435",
                hint="name the right file with --root; the next root keys: `firebreak card takeover`",
            )

    def _changed(self, old: Card, changes: Changes) -> Card:
        desks = tuple(each for each in old.desks if each.name not in changes.desks_removed)
        named = {each.name for each in desks}
        added = tuple(Desk(name=each, level=each) for each in changes.desks_added if each not in named)
        brought = [each.officer for each in changes.officer_keys]
        gone = {*changes.officers_removed, *changes.officers_added, *brought}
        unknown = {*changes.officers_removed} - {each.name for each in old.officers}
        if unknown or {*changes.desks_removed} - {each.name for each in old.desks}:
            raise LocalError(
                f"our card has no {', '.join(sorted(unknown)) or 'such desk'}",
                code="FB436",
                hint="see its officers and desks with `firebreak card show`",
            )
        _check_brought(old, changes)
        return replace(
            old,
            serial=old.serial + 1,
            previous=self._old().hash,
            valid_from=self.now - DAY,
            valid_until=self.now + CARD_DAYS * DAY,
            officers=(
                *(each for each in old.officers if each.name not in gone),
                *(_listed(old, each) for each in changes.officer_keys),
            ),
            desks=(*desks, *added),
            paths=old.paths if changes.paths is None else changes.paths,
        )

    def _issue(
        self,
        old: SignedCard,
        card: Card,
        changes: Changes,
        releasing: list[OfficerKey],
        passphrase: str,
    ) -> SignedCard:
        officers = [OfficerKey.generate(each) for each in changes.officers_added]
        fresh = tuple(Officer(name=each.officer, key=each.public, powers=ALL_POWERS) for each in officers)
        card = replace(card, officers=(*card.officers, *fresh))
        keys = self._new_keys(passphrase) if changes.new_node_keys else None
        if keys is not None:
            card = _with_keys(card, *keys)
        signed = self.root.sign_card(card)
        _check_size(signed)
        bodies = {each: self._entry(each, signed, releasing) for each in self._lines()}
        for each in officers:
            each.save(
                self.house.officer_key(each.officer),
                changes.officers_added[each.officer],
                environment=self._environment,
                cost=self._cost,
                replace_old=True,
            )
        signer, node = self.house.next_keys
        places = (self.house.node_keys, self.house.signer_keys) if changes.at_once else (node, signer)
        for key, path in zip(keys or (), places, strict=False):
            key.save(path, passphrase, environment=self._environment, cost=self._cost, replace_old=True)
        write_file(self.house.root / "cards" / f"{old.card.serial:010}.fbcard", old.to_bytes())
        for name, body in bodies.items():
            Passing(self.house, name).publish(card.serial, body)
        write_file(self.house.root / CARD, signed.to_bytes())
        return signed

    def _new_keys(self, passphrase: str) -> tuple[NodeKeys, SignerKeys]:
        """Fresh keys of links and log; the database keeps its own."""
        if self.house.waits():
            raise LocalError(
                "the new keys of the last renewal are not in use yet",
                code="FB437",
                hint="let every counterpart take in our card, start the node again, then renew",
            )
        held = NodeKeys.load(self.house.node_keys, passphrase, environment=self._environment)
        node = replace(NodeKeys.generate(self.now), storage=held.storage)
        return node, SignerKeys.generate(self._old().card.party, self.root.party)

    def _lines(self) -> list[str]:
        return [each for each in self.house.lines() if Ceremony(self.house, each).opening() is not None]

    def _entry(self, name: str, signed: SignedCard, releasing: list[OfficerKey]) -> CardEntry:
        body = CardEntry(card=signed.to_bytes())
        return replace(body, release=self._release(name, body.detail(), releasing))

    def _release(self, name: str, detail: bytes, releasing: list[OfficerKey]) -> tuple[Statement, ...]:
        line = Ceremony(self.house, name).line_id
        return tuple(
            word(each, Action.RELEASE, detail, time=self.now, environment=self._environment, line=line)
            for each in releasing
        )

    def _signed(self, purpose: bytes, payload: bytes) -> Rooted:
        one, other = self.root.sign(purpose, self._environment, payload)
        return Rooted(payload=payload, ed25519=one, mldsa65=other)


def _listed(old: Card, brought: OfficerFile) -> Officer:
    """The officer with the new key: as listed before, or new with all powers."""
    before = next((each for each in old.officers if each.name == brought.officer), None)
    if before is not None:
        return replace(before, key=brought.key)
    return Officer(name=brought.officer, key=brought.key, powers=ALL_POWERS)


def _check_brought(old: Card, changes: Changes) -> None:
    """Each name once, and no key that is in use for anything else. Raises LocalError."""
    names = [*(each.officer for each in changes.officer_keys), *changes.officers_added]
    twice = [each for each in names if names.count(each) > 1 or each in changes.officers_removed]
    if twice:
        hint = "name each officer once"
        raise LocalError(f"{twice[0]} is named twice", code="FB515", hint=hint)
    used, own = keys_of(old), {each.name: each.key for each in old.officers}
    keys = [each.key for each in changes.officer_keys]
    for each in changes.officer_keys:
        if (each.key in used and own.get(each.officer) != each.key) or keys.count(each.key) > 1:
            hint = "have the officer make a new key in the console"
            raise LocalError(f"the key of {each.officer} is in use already", code="FB515", hint=hint)


def _with_keys(card: Card, node: NodeKeys, signer: SignerKeys) -> Card:
    return replace(
        card,
        log_key=signer.log_public,
        checkpoint_key=signer.checkpoint_public,
        certificate=node.certificate,
        certificate_hash=hashlib.sha256(node.certificate).digest(),
        kem_key=node.kem_public,
    )


def _check_size(signed: SignedCard) -> None:
    size = len(signed.to_bytes())
    if size > CARD_ENTRY_BYTES_MAX:
        raise LocalError(
            f"the card has {size} bytes, at most {CARD_ENTRY_BYTES_MAX} travel on a line",
            code="FB434",
            hint="shorten the roster: some 60 officers fit",
        )
