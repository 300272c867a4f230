"""What the bodies of a few kinds say about other entries; all other bodies are never looked into.

Receipts of people and desks are declared in a layer that the verifier does not need; here stand only the
keys under which they name entries, as `spec/bundle.md` lists them.
"""

from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from firebreak.core.base.cbor import Value
from firebreak.core.base.shape import BadShape, Body
from firebreak.core.envelope.header import HASH_BYTES, Header
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.release import QUORUM_KEY, TERMS_KEY, WITNESSES_KEY
from firebreak.core.record.attested import AttestedBody
from firebreak.core.record.bodies import Adopt, Equivocation, Named, Orphans, Run, Shredded, StampBody
from firebreak.core.record.quorum import QUORUM, WITNESSES_MAX, AgreedWitness
from firebreak.verify import matchings, notices, voices
from firebreak.verify.facts import Name

Map = dict[int, Value]
B = TypeVar("B", bound=Body)


def references(header: Header) -> Iterator[Name]:
    """Entries that the header itself refers to."""
    return (Name("reference", each.hash, each.segment, each.seq) for each in header.refs)


def names(kind: int, body: Map) -> tuple[Name, ...]:
    """Entries that a body names. Raises BadShape."""
    notices.hold(kind, body)
    voices.hold(kind, body)
    matchings.hold(kind, body)
    read = READERS.get(kind)
    return tuple(read(body)) if read else ()


def _receipt_node(body: Map) -> Iterator[Name]:
    yield from (_run("receipt", each) for each in _several(Run, body.get(1, [])))
    yield from (_named("receipt", each) for each in _several(Named, body.get(2, [])))


def _receipt_desk(body: Map) -> Iterator[Name]:
    listed = body.get(1)
    if not isinstance(listed, list):
        raise BadShape("a receipt without a list of entries")
    return (Name("receipt", _hash(each)) for each in listed)


def _receipt_of_person(body: Map) -> Iterator[Name]:
    yield Name("receipt", _hash(body.get(2)))


def _receipt_bad(body: Map) -> Iterator[Name]:
    yield _named("receipt", Named.from_map(body.get(1)))


def _orphans(body: Map) -> Iterator[Name]:
    return (_run("orphan", each) for each in Orphans.from_map(body).runs)


def _adopt(body: Map) -> Iterator[Name]:
    return (_run("adopted", each) for each in Adopt.from_map(body).runs)


def _equivocation(body: Map) -> Iterator[Name]:
    read = Equivocation.from_map(body)
    return (_named("accused", each) for each in (read.first, read.second))


def _shredded(body: Map) -> Iterator[Name]:
    yield _named("reference", Shredded.from_map(body).entry)


def _stamp(body: Map) -> Iterator[Name]:
    yield _named("own", StampBody.from_map(body).checkpoint)


def agreed_on(body: Map) -> tuple[tuple[AgreedWitness, ...], int]:
    """The witnesses that a line agreement names, and how many operators it takes. Raises BadShape."""
    agreement = body.get(TERMS_KEY)
    fields = agreement if isinstance(agreement, dict) else {}
    quorum = fields.get(QUORUM_KEY, QUORUM)
    if type(quorum) is not int or not 1 <= quorum <= WITNESSES_MAX:
        raise BadShape("a quorum that is not a number of witnesses")
    return tuple(_several(AgreedWitness, fields.get(WITNESSES_KEY, []))), quorum


def attested(kind: int, body: Map) -> AttestedBody | None:
    """What witnesses attest in this entry. Raises BadShape."""
    return AttestedBody.from_map(body) if kind == Kind.WITNESS_ATTEST else None


READERS: Final[dict[int, Callable[[Map], Iterator[Name]]]] = {
    Kind.RECEIPT_NODE: _receipt_node,
    Kind.RECEIPT_DESK: _receipt_desk,
    Kind.RECEIPT_READ: _receipt_of_person,
    Kind.RECEIPT_ACKNOWLEDGE: _receipt_of_person,
    Kind.RECEIPT_REFUSE: _receipt_of_person,
    Kind.RECEIPT_BAD: _receipt_bad,
    Kind.LOG_ORPHANS: _orphans,
    Kind.LOG_ADOPT: _adopt,
    Kind.PROOF_EQUIVOCATION: _equivocation,
    Kind.BODY_SHRED: _shredded,
    Kind.WITNESS_STAMP: _stamp,
}


def _run(how: str, run: Run) -> Name:
    return Name(how, run.last_hash, run.segment, run.last, run.first)


def _named(how: str, named: Named) -> Name:
    return Name(how, named.hash, named.segment, named.seq)


def _several(of: type[B], value: Value) -> list[B]:
    if not isinstance(value, list):
        raise BadShape(f"expected a list of {of.__name__}")
    return [of.from_map(each) for each in value]


def _hash(value: Value) -> bytes:
    if not isinstance(value, bytes) or len(value) != HASH_BYTES:
        raise BadShape("an entry is not named by a hash of 32 bytes")
    return value
