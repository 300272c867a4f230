"""A hostile caller never gets two signatures for one number (I3), whatever it asks for and in which order."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from firebreak.core.base.purposes import CARD, DEPOSIT, ENTRY, FETCH, HELLO, OFFICER, Environment
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.header import Header, Span, key_id
from firebreak.core.envelope.signer import RefusedToSign, Signer
from firebreak.core.envelope.verifying import verify_ed25519, verify_mldsa65
from firebreak.core.record.checkpoint import Checkpoint, Origin, mldsa65_context
from firebreak.core.record.deposits import ATTEST
from firebreak.keyring.signer import EPOCH, InProcessSigner
from tests.conformance.signer.making import KEYS, LINES, SIGNERS, fresh_lines
from tests.covering import covers


@pytest.fixture(params=SIGNERS)
def signer(request: pytest.FixtureRequest) -> Iterator[Signer]:
    """One signer, just started."""
    with SIGNERS[request.param](Environment.EXERCISE) as started:
        yield started


def header(segment: bytes, seq: int, *, line: bytes = LINES[0], salt: bytes = b"") -> Header:
    return Header(
        environment=Environment.EXERCISE,
        line=line,
        writer=bytes(16),
        segment=segment,
        seq=seq,
        prev=bytes(32),
        seen=None,
        kind=16,
        time=Span(1, 2),
        commitment=sha256(salt).digest(),
        key_id=key_id(KEYS.log_public),
    )


def verifies(signature: bytes, payload: bytes) -> bool:
    return verify_ed25519(KEYS.log_public, signature, signed_bytes(ENTRY, Environment.EXERCISE, payload))


def refuses(signer: Signer, payload: bytes) -> bool:
    try:
        signer.sign_entry(payload)
    except RefusedToSign:
        return True
    return False


@covers("SIGNER-001")
def test_each_segment_has_an_id_of_its_own(signer: Signer) -> None:
    ids = [signer.open_segment(line) for line in LINES * 50]
    assert len(set(ids)) == 100
    assert {len(each) for each in ids} == {16}


@covers("SIGNER-003", "SIGNER-007", "I3", "I7")
def test_numbers_are_signed_in_order_and_once(signer: Signer) -> None:
    segment = signer.open_segment(LINES[0])
    payloads = [header(segment, seq).to_bytes() for seq in range(1, 4)]
    for payload in payloads:
        assert verifies(signer.sign_entry(payload), payload)
    assert all(refuses(signer, payload) for payload in payloads)
    assert all(refuses(signer, header(segment, seq, salt=b"other").to_bytes()) for seq in (1, 2, 3, 5, 99))


@covers("SIGNER-003", "SIGNER-006")
def test_only_the_newest_segment_of_the_same_line_is_signed_in(signer: Signer) -> None:
    old, elsewhere = signer.open_segment(LINES[0]), signer.open_segment(LINES[1])
    assert verifies(signer.sign_entry(header(old, 1).to_bytes()), header(old, 1).to_bytes())
    newest = signer.open_segment(LINES[0])
    for segment, seq in ((old, 2), (elsewhere, 1), (bytes(16), 1), (newest, 2)):
        assert refuses(signer, header(segment, seq).to_bytes())
    assert refuses(signer, header(newest, 1, line=LINES[1]).to_bytes())
    assert refuses(signer, header(newest, 1, line=bytes(32)).to_bytes())
    assert not refuses(signer, header(newest, 1).to_bytes())
    assert not refuses(signer, header(elsewhere, 1, line=LINES[1]).to_bytes())


@covers("SIGNER-004", "SIGNER-005", "SIGNER-006", "I12")
def test_another_environment_or_key_is_refused(signer: Signer) -> None:
    good = header(signer.open_segment(LINES[0]), 1)
    assert refuses(signer, replace(good, environment=Environment.REAL).to_bytes())
    assert refuses(signer, replace(good, key_id=bytes(8)).to_bytes())
    assert not refuses(signer, good.to_bytes())


@covers("SIGNER-002", "SIGNER-006")
def test_only_the_one_encoding_of_a_header_is_signed(signer: Signer) -> None:
    payload = header(signer.open_segment(LINES[0]), 1).to_bytes()
    others = [
        b"",
        payload + b"\0",
        payload[:-1],
        b"\xb8" + payload[1:],
        payload.replace(b"\x05\x01", b"\x05\x18\x01"),
    ]
    assert all(
        refuses(signer, other) for other in [*others, signed_bytes(ENTRY, Environment.EXERCISE, payload)]
    )
    assert not refuses(signer, payload)


def test_a_line_id_of_the_wrong_length_opens_nothing(signer: Signer) -> None:
    with pytest.raises(RefusedToSign):
        signer.open_segment(b"north")


@covers("SIGNER-001")
def test_a_source_of_randomness_that_repeats_itself_is_noticed() -> None:
    signer = InProcessSigner(KEYS, Environment.EXERCISE, draw=bytes)
    signer.open_segment(LINES[0])
    with pytest.raises(RefusedToSign, match="repeats itself"):
        signer.open_segment(LINES[1])


@covers("SIGNER-014")
@pytest.mark.parametrize("purpose", [HELLO, EPOCH, DEPOSIT, FETCH, ATTEST])
def test_sessions_are_signed_under_their_purpose(signer: Signer, purpose: bytes) -> None:
    signature = signer.sign_session(purpose, Environment.EXERCISE, b"payload")
    assert verify_ed25519(KEYS.log_public, signature, signed_bytes(purpose, Environment.EXERCISE, b"payload"))


@covers("SIGNER-014")
@pytest.mark.parametrize(
    ("purpose", "environment"),
    [(ENTRY, Environment.EXERCISE), (OFFICER, Environment.EXERCISE), (CARD, Environment.EXERCISE),
     (b"", Environment.EXERCISE), (b"witness attest", Environment.EXERCISE),
     (HELLO, Environment.REAL), (DEPOSIT, Environment.REAL), (FETCH, Environment.REAL)],
)  # fmt: skip
def test_no_entry_comes_through_the_door_for_sessions(
    signer: Signer, purpose: bytes, environment: Environment
) -> None:
    with pytest.raises(RefusedToSign):
        signer.sign_session(purpose, environment, header(bytes(16), 1).to_bytes())


def tree(size: int, root: bytes = b"root", *, segment: bytes = bytes(16), line: bytes = LINES[0]) -> bytes:
    origin = Origin(line, bytes(32), segment)
    return Checkpoint(str(origin), size, sha256(root).digest()).text


@covers("SIGNER-012")
def test_a_checkpoint_is_signed_with_both_keys(signer: Signer) -> None:
    text = tree(417, segment=signer.open_segment(LINES[0]))
    ed25519, mldsa65 = signer.sign_checkpoint(text)
    context = mldsa65_context(Environment.EXERCISE)
    assert verify_ed25519(KEYS.log_public, ed25519, text)
    assert verify_mldsa65(KEYS.checkpoint_public, mldsa65, text, context)


@covers("SIGNER-010")
@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"we leave the village at dawn\n",
        tree(1)[:-1],
        tree(1) + b"\n",
        tree(1).replace(b"firebreak/1", b"example.org/log"),
        header(bytes(16), 1).to_bytes(),
        signed_bytes(ENTRY, Environment.EXERCISE, header(bytes(16), 1).to_bytes()),
        signed_bytes(HELLO, Environment.EXERCISE, tree(1)),
    ],
)
def test_nothing_but_a_checkpoint_is_signed_as_one(signer: Signer, text: bytes) -> None:
    with pytest.raises(RefusedToSign):
        signer.sign_checkpoint(text)


@covers("SIGNER-011")
def test_trees_of_one_origin_only_grow(signer: Signer) -> None:
    first = signer.open_segment(LINES[0])
    signer.sign_checkpoint(tree(3, segment=first))
    signer.sign_checkpoint(tree(3, segment=first))
    signer.sign_checkpoint(tree(5, b"grown", segment=first))
    for text in (tree(3, segment=first), tree(5, b"another", segment=first)):
        with pytest.raises(RefusedToSign, match="contradicts"):
            signer.sign_checkpoint(text)
    signer.sign_checkpoint(tree(1, segment=signer.open_segment(LINES[0])))


@covers("SIGNER-011")
def test_a_tree_is_signed_under_the_newest_segment_and_no_other(signer: Signer) -> None:
    earlier = signer.open_segment(LINES[0])
    signer.sign_checkpoint(tree(5, segment=earlier))
    signer.open_segment(LINES[0])
    other = signer.open_segment(LINES[1])
    for text in (tree(6, segment=earlier), tree(6, segment=bytes(16)), tree(6, segment=other)):
        with pytest.raises(RefusedToSign, match="another segment"):
            signer.sign_checkpoint(text)


@covers("SIGNER-011")
@pytest.mark.parametrize("kind", sorted(SIGNERS))
def test_a_signer_that_was_started_again_signs_no_second_tree_of_an_origin(kind: str) -> None:
    with SIGNERS[kind](Environment.EXERCISE) as first:
        text = tree(5, segment=first.open_segment(LINES[0]))
        first.sign_checkpoint(text)
    with SIGNERS[kind](Environment.EXERCISE) as second:
        second.open_segment(LINES[0])
        with pytest.raises(RefusedToSign, match="another segment"):
            second.sign_checkpoint(text.replace(b"\n5\n", b"\n6\n"))


@dataclass
class Model:
    """What a correct signer must remember."""

    newest: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])
    last: dict[bytes, int] = field(default_factory=dict[bytes, int])

    def allows(self, item: Header) -> bool:
        return (
            item.environment is Environment.EXERCISE
            and item.key_id == key_id(KEYS.log_public)
            and self.newest.get(item.line) == item.segment
            and item.seq == self.last[item.segment] + 1
        )


class HostileCaller(RuleBasedStateMachine):
    """Opens and asks at will, with numbers near the right one, other lines' segments, other bodies."""

    segments = Bundle("segments")
    held: Signer

    def __init__(self) -> None:
        super().__init__()
        self.signer = self.held
        self.lines = fresh_lines()
        self.model = Model()
        self.signed: dict[tuple[bytes, bytes, int], bytes] = {}
        self.messages: list[tuple[bytes, bytes]] = []

    @rule(target=segments, line=st.integers(0, 1))
    def opens(self, line: int) -> bytes:
        segment = self.signer.open_segment(self.lines[line])
        assert segment not in self.model.last
        self.model.newest[self.lines[line]] = segment
        self.model.last[segment] = 0
        return segment

    @rule(
        segment=segments,
        line=st.integers(0, 1),
        step=st.integers(-2, 3),
        body=st.sampled_from([b"", b"we stay", b"we leave"]),
        real=st.sampled_from([False, False, False, True]),
        stranger=st.sampled_from([False, False, False, True]),
    )
    def asks(self, segment: bytes, line: int, step: int, body: bytes, real: bool, stranger: bool) -> None:
        item = header(segment, max(1, self.model.last[segment] + step), line=self.lines[line], salt=body)
        item = replace(item, environment=Environment.REAL) if real else item
        item = replace(item, key_id=bytes(8)) if stranger else item
        payload, allowed = item.to_bytes(), self.model.allows(item)
        try:
            signature = self.signer.sign_entry(payload)
        except RefusedToSign:
            assert not allowed
            return
        assert allowed
        assert verifies(signature, payload)
        place = (item.line, item.segment, item.seq)
        assert place not in self.signed
        self.signed[place] = payload
        self.model.last[item.segment] = item.seq

    @rule(
        payload=st.binary(max_size=40), purpose=st.sampled_from([HELLO, EPOCH, DEPOSIT, FETCH, ATTEST, ENTRY])
    )
    def asks_for_a_session(self, payload: bytes, purpose: bytes) -> None:
        forged = payload or (next(iter(self.signed.values())) if self.signed else b"")
        try:
            signature = self.signer.sign_session(purpose, Environment.EXERCISE, forged)
        except RefusedToSign:
            assert purpose == ENTRY
            return
        self.messages.append((signature, forged))

    @rule(size=st.integers(1, 4), root=st.sampled_from([b"one", b"two"]))
    def asks_for_a_checkpoint(self, size: int, root: bytes) -> None:
        try:
            signature, _ = self.signer.sign_checkpoint(tree(size, root, line=self.lines[0]))
        except RefusedToSign:
            return
        self.messages.append((signature, tree(size, root, line=self.lines[0])))

    @invariant()
    def nothing_else_passes_for_an_entry(self) -> None:
        assert not any(verifies(signature, payload) for signature, payload in self.messages[-2:])


@covers("I3", "SIGNER-003", "SIGNER-006")
@pytest.mark.parametrize("kind", SIGNERS)
def test_a_hostile_caller_gets_no_second_signature(kind: str) -> None:
    with SIGNERS[kind](Environment.EXERCISE) as held:
        run_state_machine_as_test(
            type("Hostile", (HostileCaller,), {"held": held}),
            settings=settings(max_examples=40, stateful_step_count=30, deadline=None),
        )
