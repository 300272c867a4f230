"""Headers, signatures, commitments and officers' statements."""

import contextlib
from dataclasses import dataclass, replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import CARD, ENTRY, OFFICER, Environment
from firebreak.core.base.shape import Text, item
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.entry import (
    BadSignature,
    Entry,
    check_signature,
    keeps_its_commitment,
    read_entry,
)
from firebreak.core.envelope.header import (
    HEADER_BYTES_MAX,
    NOWHERE,
    BadHeader,
    Header,
    Ref,
    Span,
    commit,
    read_header,
)
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import Action, StatedBody, Statement, verifies
from tests.covering import covers

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
SALT = b"s" * 32
LINE, OTHER_LINE = b"l" * 32, b"o" * 32


def octets(size: int) -> st.SearchStrategy[bytes]:
    return st.binary(min_size=size, max_size=size)


REFS = st.builds(Ref, octets(16), st.integers(1, 1 << 40), octets(32))
HEADERS = st.builds(
    Header,
    environment=st.sampled_from(Environment),
    line=octets(32),
    writer=octets(16),
    segment=octets(16),
    seq=st.integers(1, 1 << 50),
    prev=octets(32),
    seen=st.none() | REFS,
    kind=st.integers(0, 300),
    precedence=st.sampled_from(Precedence),
    time=st.tuples(st.integers(0, 1 << 42), st.integers(0, 9_999)).map(lambda t: Span(t[0], t[0] + t[1])),
    refs=st.lists(REFS, max_size=3).map(tuple),
    commitment=octets(32),
    size_class=st.integers(0, 5),
    key_id=octets(8),
    witness=st.none() | octets(32),
    critical=st.lists(st.integers(32, 99), max_size=2).map(tuple),
    extensions=st.dictionaries(st.integers(32, 99), st.binary(max_size=9), max_size=2).map(
        lambda found: tuple(sorted(found.items()))
    ),
)


def signed(environment: Environment = Environment.EXERCISE, purpose: bytes = ENTRY) -> Entry:
    header = Header(
        environment=environment,
        line=b"l" * 32,
        writer=b"w" * 16,
        segment=b"g" * 16,
        seq=1,
        prev=NOWHERE,
        seen=None,
        kind=Kind.MESSAGE,
        time=Span(1_647_353_100_000, 1_647_353_100_200),
        commitment=commit(Kind.MESSAGE, SALT, b"body"),
        key_id=b"k" * 8,
    )
    payload = header.to_bytes()
    return read_entry(payload, KEY.sign(signed_bytes(purpose, environment, payload)), SALT, b"body")


@covers("I21", "ENTRY-006")
@given(HEADERS)
def test_a_header_reads_back_as_the_same_bytes(header: Header) -> None:
    payload = header.to_bytes()
    assert read_header(payload) == header
    assert read_header(payload).to_bytes() == payload


@covers("I21", "ENTRY-006")
@given(st.binary(max_size=300), st.data())
def test_other_bytes_are_a_counterpart_error(junk: bytes, draw: st.DataObject) -> None:
    payload = signed().payload
    cut = draw.draw(st.integers(0, len(payload) - 1))
    for data in (junk, payload[:cut], payload + b"\x00", payload[:cut] + junk + payload[cut + 1 :]):
        with contextlib.suppress(CounterpartError):
            assert read_header(data).to_bytes() == data


@covers("ENTRY-006", "I22")
def test_a_header_beyond_its_bound_is_refused() -> None:
    many = tuple(Ref(b"g" * 16, seq, b"h" * 32) for seq in range(1, 40))
    payload = replace(signed().header, refs=many).to_bytes()
    assert len(payload) > HEADER_BYTES_MAX
    with pytest.raises(CounterpartError):
        read_header(payload)


@pytest.mark.parametrize(
    "change", [{2: b"short"}, {5: 0}, {9: 0}, {9: 4}, {10: [2, 1]}, {17: 1}, {0: 2}, {13: 0}]
)
def test_a_field_out_of_bounds_is_refused(change: dict[int, object]) -> None:
    from firebreak.core.base.cbor import decode, encode

    fields = decode(signed().payload)
    assert isinstance(fields, dict)
    with pytest.raises(BadHeader):
        read_header(encode(fields | change))  # type: ignore[operator]


@covers("ENTRY-001")
def test_the_signature_is_a_cose_signature_of_the_exact_bytes() -> None:
    entry = signed()
    aad = b"FIREBREAK/1\x00entry\x00\x01"
    structure = (
        bytes.fromhex("846a5369676e6174757265314 3a10132".replace(" ", "")) + bytes([0x40 + len(aad)]) + aad
    )
    structure += b"\x58" + bytes([len(entry.payload)]) + entry.payload
    assert signed_bytes(ENTRY, Environment.EXERCISE, entry.payload) == structure
    check_signature(entry, PUBLIC)


@covers("I12", "ENTRY-002")
@pytest.mark.parametrize("purpose", [CARD, OFFICER])
def test_a_signature_for_another_purpose_does_not_verify(purpose: bytes) -> None:
    with pytest.raises(BadSignature):
        check_signature(signed(purpose=purpose), PUBLIC)


@covers("I12", "ENTRY-002")
def test_an_exercise_signature_does_not_verify_on_a_real_line() -> None:
    exercise = signed()
    real = replace(exercise.header, environment=Environment.REAL)
    for payload in (real.to_bytes(), exercise.payload):
        entry = read_entry(payload, exercise.signature, SALT, b"body")
        if entry.header.environment is Environment.REAL:
            with pytest.raises(BadSignature):
                check_signature(entry, PUBLIC)


@covers("ENTRY-003", "ENTRY-005", "I25")
def test_neither_signature_nor_body_changes_the_hash() -> None:
    entry = signed()
    other = read_entry(entry.payload, bytes(64), None, None)
    assert other.hash == entry.hash == entry.bare().hash
    check_signature(entry.bare(), PUBLIC)


@covers("ENTRY-004")
def test_a_changed_body_salt_or_kind_breaks_the_commitment() -> None:
    entry = signed()
    assert keeps_its_commitment(entry)
    assert keeps_its_commitment(entry.bare())
    assert not keeps_its_commitment(replace(entry, body=b"other"))
    assert not keeps_its_commitment(replace(entry, salt=b"t" * 32))
    assert commit(Kind.NOTICE, SALT, b"body") != entry.header.commitment


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(StatedBody):
    ACTION = Action.DECLINE
    reason: str = item(2, Text(most=20))


@covers("ENTRY-007", "I15")
def test_a_statement_covers_every_other_field_of_its_body() -> None:
    body = Decline(reason="busy")
    unsigned = Statement(
        officer="Lt Weber", action=Action.DECLINE, entry=b"e" * 32, detail=body.detail(), time=1_000
    )
    signature = KEY.sign(unsigned.signed_bytes(Environment.EXERCISE, LINE))
    statement = replace(unsigned, signature=signature)
    assert verifies(statement, PUBLIC, Environment.EXERCISE, LINE)
    assert not verifies(statement, PUBLIC, Environment.REAL, LINE)
    assert not verifies(statement, PUBLIC, Environment.EXERCISE, OTHER_LINE)
    assert not verifies(replace(statement, entry=b"f" * 32), PUBLIC, Environment.EXERCISE, LINE)
    assert replace(body, reason="refused").stated(statement).detail() != statement.detail
    assert statement.name == unsigned.name != replace(statement, time=1_001).name
    assert Decline.from_bytes(body.stated(statement).to_bytes()).statement == statement
