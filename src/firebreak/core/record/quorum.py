"""Counting witnesses: which of the agreed ones stamped a checkpoint, and what that proves of time.

Operators count, not keys: two witnesses of one operator are one voice, a key listed twice is one key, and a
party to the line is no witness at all. With m of n agreed, at least one of any m operators is taken to be
honest. So a checkpoint existed by the m-th earliest of their times, and whatever names the stamps was written
after the m-th latest (I20).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.instants import Instant
from firebreak.core.base.shape import Body, Octets, Text, item
from firebreak.core.envelope.card import NAME_MAX
from firebreak.core.envelope.verifying import ED25519_KEY_BYTES, MLDSA44_KEY_BYTES
from firebreak.core.record.checkpoint import SignedCheckpoint
from firebreak.core.record.cosignature import find_cosignature, verify_cosignature
from firebreak.core.record.note import COSIGNATURE, MLDSA44_COSIGNATURE
from firebreak.core.record.subtree import find_mldsa44_cosignature, verify_mldsa44_cosignature
from firebreak.core.record.vkey import VerifierKey

QUORUM: Final = 2  # of three: one may be down, and one may lie
WITNESSES_MAX: Final = 8
NONE: Final = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedWitness(Body):
    """A witness that both parties accept."""

    name: str = item(1, Text(most=NAME_MAX, least=1))
    "Key name of its lines."
    operator: str = item(2, Text(most=NAME_MAX, least=1))
    ed25519: bytes = item(3, Octets(exactly=ED25519_KEY_BYTES))
    mldsa44: bytes = item(4, Octets(most=MLDSA44_KEY_BYTES), default=NONE)
    statements: bytes = item(5, Octets(most=ED25519_KEY_BYTES), default=NONE)
    "Under which it signs what happened to a mailbox; none: it keeps no mailboxes."

    @property
    def verifier_keys(self) -> tuple[VerifierKey, ...]:
        """The keys of its cosignatures."""
        older = VerifierKey(self.name, COSIGNATURE, self.ed25519)
        newer = VerifierKey(self.name, MLDSA44_COSIGNATURE, self.mldsa44)
        return (older, newer) if self.mldsa44 else (older,)


@dataclass(frozen=True, slots=True)
class Stamp:
    """One witness's verified word on one checkpoint."""

    witness: str
    operator: str
    at: Instant


@dataclass(frozen=True, slots=True)
class Proven:
    """What stamps prove of the time of a checkpoint, if a quorum stamped it."""

    earliest: Instant
    "What names these stamps was written later."
    latest: Instant
    "The checkpoint existed by then, and all that it sums up."


def eligible(
    witnesses: Sequence[AgreedWitness], party_names: Iterable[str], party_keys: Iterable[bytes]
) -> list[AgreedWitness]:
    """Those that count: no party to the line, and no key twice."""
    names = {plain(each) for each in party_names}
    used = set(party_keys)
    found = list[AgreedWitness]()
    for each in witnesses:
        keys = {key for key in (each.ed25519, each.mldsa44, each.statements) if key}
        if plain(each.operator) not in names and not keys & used:
            found.append(each)
        used |= keys
    return found


def plain(name: str) -> str:
    """A name of an operator or party as it is compared: without spaces around it, A to Z as a to z.

    Nothing else is folded, so that every program comes to the same result (WITNESS-031).
    """
    return name.strip(" ").encode().lower().decode()


def stamp_of(signed: SignedCheckpoint, witness: AgreedWitness) -> Stamp | None:
    """A witness's stamp, if every line it has here holds and there is one. Raises when one is malformed.

    With both lines there, the time is the later one: both were said.
    """
    times = list[Instant]()
    older = find_cosignature(signed, witness.name, witness.ed25519)
    if older is not None:
        if not verify_cosignature(signed.checkpoint, older, witness.ed25519):
            return None
        times.append(older.at)
    newer = find_mldsa44_cosignature(signed, witness.name, witness.mldsa44) if witness.mldsa44 else None
    if newer is not None:
        if not verify_mldsa44_cosignature(signed.checkpoint, newer, witness.name, witness.mldsa44):
            return None
        times.append(newer.at)
    return Stamp(witness.name, witness.operator, max(times)) if times else None


def proven(stamps: Iterable[Stamp], quorum: int) -> Proven | None:
    """What so many operators prove together; None when they are too few."""
    first, last = dict[str, Instant](), dict[str, Instant]()
    for each in stamps:
        operator = plain(each.operator)
        first[operator] = min(each.at, first.get(operator, each.at))
        last[operator] = max(each.at, last.get(operator, each.at))
    if len(first) < max(1, quorum):
        return None
    needed = max(1, quorum) - 1
    # Of an operator who says two times, the one that proves less counts.
    return Proven(earliest=sorted(first.values(), reverse=True)[needed], latest=sorted(last.values())[needed])
