"""What needs two officers is not signed without them, whoever asks and whatever is claimed (I14)."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from nacl.bindings import crypto_sign, crypto_sign_seed_keypair

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.purposes import OFFICER, Environment, digest
from firebreak.core.envelope.card import Officer, Power, SignedCard, card_bytes_to_sign, card_context
from firebreak.core.envelope.header import Header, Span, commit, key_id
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.envelope.opening import LineOpen
from firebreak.core.envelope.release import TWO_PERSON
from firebreak.core.envelope.signer import RefusedToSign
from firebreak.core.line.agreement import Agreement, LineAgree
from firebreak.core.message.bodies import Message
from firebreak.keyring.signer import InProcessSigner
from tests.conformance.signer.making import LINES, NORTH, SIGNERS, keys_for
from tests.covering import covers
from tests.parties import SOUTH, mldsa65, public

REAL = Environment.REAL
PARTY = NORTH[REAL]
LINE, SALT = LINES[0], bytes(32)
OPENING: dict[int, Value] = {
    2: [bytes(32), b"\1" * 32],
    3: [bytes(32), bytes(32)],
    4: [bytes(32), bytes(32)],
}
AGREEMENT: dict[int, Value] = {2: {2: 90}}
FLASH: dict[int, Value] = {1: ["duty"], 2: "duty", 3: "leave the bridge"}


@pytest.fixture(params=SIGNERS)
def signer(request: pytest.FixtureRequest) -> Iterator[InProcessSigner]:
    """A signer of a real line."""
    with SIGNERS[request.param](REAL) as started:
        yield started  # type: ignore[misc]


def word(
    officer: str, rest: dict[int, Value], action: Action, *, line: bytes = LINE, key: str = "", time: int = 1
) -> Statement:
    statement = Statement(officer=officer, action=action, detail=digest(OFFICER, encode(rest)), time=time)
    secret = PARTY.key(key or officer).private_bytes_raw()
    signed = crypto_sign(statement.signed_bytes(REAL, line), crypto_sign_seed_keypair(secret)[1])[:64]
    return replace(statement, signature=signed)


def body(kind: Kind, rest: dict[int, Value], *officers: str, **options: object) -> bytes:
    key, action, _ = TWO_PERSON[kind]
    words: list[Value] = [word(each, rest, action, **options).to_map() for each in officers]  # type: ignore[arg-type]
    whole: dict[int, Value] = {**rest, **({key: words} if words else {})}
    return encode(whole)


def header(segment: bytes, kind: Kind, shown: bytes, precedence: Precedence = Precedence.ROUTINE) -> bytes:
    return Header(
        environment=REAL,
        line=LINE,
        writer=bytes(16),
        segment=segment,
        seq=1,
        prev=bytes(32),
        seen=None,
        kind=int(kind),
        precedence=precedence,
        time=Span(1, 2),
        commitment=commit(kind, SALT, shown),
        key_id=key_id(keys_for(REAL).log_public),
    ).to_bytes()


def signs(signer: InProcessSigner, kind: Kind, shown: bytes, **options: Precedence) -> bool:
    payload = header(signer.open_segment(LINE), kind, shown, **options)
    try:
        signer.sign_entry(payload, SALT, shown)
    except RefusedToSign:
        return False
    return True


@covers("I14", "SIGNER-050", "SIGNER-053")
@pytest.mark.parametrize(("kind", "rest"), [(Kind.LINE_OPEN, OPENING), (Kind.LINE_AGREE, AGREEMENT)])
def test_two_officers_release_an_opening_or_agreement(
    signer: InProcessSigner, kind: Kind, rest: dict[int, Value]
) -> None:
    assert signs(signer, kind, body(kind, rest, "Vogt", "Reis"))
    refused = [
        body(kind, rest),
        body(kind, rest, "Vogt"),
        body(kind, rest, "Vogt", "Vogt"),
        body(kind, rest, "Vogt", "Reis", line=LINES[1]),
        body(kind, rest, "Vogt", "Reis", key="Vogt"),
        encode({**rest, 1: [word(each, {2: 1}, Action.COMPARE).to_map() for each in ("Vogt", "Reis")]}),
        encode({**rest, 1: [word(each, rest, Action.RELEASE).to_map() for each in ("Vogt", "Reis")]}),
        encode({**rest, 1: 7}),
        encode({**rest, 1: [7, 8]}),
        encode([1]),
        b"",
        b"\xff",
    ]
    assert [each.hex() for each in refused if signs(signer, kind, each)] == []


@covers("SIGNER-053", "SIGNER-006")
def test_a_body_that_is_not_shown_or_is_another_is_not_released(signer: InProcessSigner) -> None:
    released = body(Kind.LINE_OPEN, OPENING, "Vogt", "Reis")
    other = body(Kind.LINE_OPEN, {**OPENING, 4: [b"\7" * 32, b"\7" * 32]})
    segment = signer.open_segment(LINE)
    for payload, shown in (
        (header(segment, Kind.LINE_OPEN, other), released),
        (header(segment, Kind.LINE_OPEN, released), other),
        (header(segment, Kind.LINE_OPEN, released), b""),
    ):
        with pytest.raises(RefusedToSign):
            signer.sign_entry(payload, SALT, shown)
    signer.sign_entry(header(segment, Kind.LINE_OPEN, released), SALT, released)


@covers("SIGNER-051", "I14")
def test_flash_messages_need_two_once_the_officers_agreed_so(signer: InProcessSigner) -> None:
    flash = {"precedence": Precedence.FLASH}
    assert signs(signer, Kind.MESSAGE, body(Kind.MESSAGE, FLASH), **flash)
    agreed: dict[int, Value] = {2: {12: [int(Kind.MESSAGE)]}}
    for officers in ((), ("Vogt",)):
        with pytest.raises(RefusedToSign):
            signer.take_agreement(LINE, body(Kind.LINE_AGREE, agreed, *officers))
    with pytest.raises(RefusedToSign):
        signer.take_agreement(LINE, body(Kind.LINE_AGREE, agreed, "Vogt", "Reis", line=LINES[1]))
    assert signs(signer, Kind.MESSAGE, body(Kind.MESSAGE, FLASH), **flash)
    signer.take_agreement(LINE, body(Kind.LINE_AGREE, agreed, "Vogt", "Reis"))
    assert not signs(signer, Kind.MESSAGE, body(Kind.MESSAGE, FLASH), **flash)
    assert signs(signer, Kind.MESSAGE, body(Kind.MESSAGE, FLASH))
    assert not signs(signer, Kind.MESSAGE, body(Kind.MESSAGE, FLASH, "Vogt", "Reis"), **flash), (
        "no such power"
    )
    show(signer, powers=(Power.DUTY, Power.PAIR, Power.RELEASE), serial=2)
    assert signs(signer, Kind.MESSAGE, body(Kind.MESSAGE, FLASH, "Vogt", "Reis"), **flash)


def show(
    signer: InProcessSigner, *, serial: int, powers: tuple[Power, ...] = (Power.DUTY,), **more: object
) -> None:
    names = ("Vogt", "Reis")
    officers = tuple(Officer(name=each, key=public(PARTY.key(each)), powers=powers) for each in names)
    signer.take_card(PARTY.signed(officers=officers, serial=serial, **more).to_bytes())


FLASHES: dict[int, Value] = {2: {12: [int(Kind.MESSAGE)]}}
ALL_POWERS = (Power.DUTY, Power.PAIR, Power.RELEASE)


@covers("SIGNER-051", "I14")
def test_an_agreement_that_was_signed_earlier_does_not_come_back(signer: InProcessSigner) -> None:
    early, late = (
        body(Kind.LINE_AGREE, rest, "Vogt", "Reis", time=time)
        for rest, time in ((AGREEMENT, 5), (FLASHES, 6))
    )
    flash = {"precedence": Precedence.FLASH}
    signer.take_agreement(LINE, early)
    signer.take_agreement(LINE, late)
    signer.take_agreement(LINE, late)
    mixed = encode(
        {
            **AGREEMENT,
            1: [
                word(each, AGREEMENT, Action.COMPARE, time=time).to_map()
                for each, time in (("Vogt", 5), ("Reis", 9))
            ],
        }
    )
    for each in (early, body(Kind.LINE_AGREE, AGREEMENT, "Vogt", "Reis", time=6), mixed):
        with pytest.raises(RefusedToSign, match="signed before"):
            signer.take_agreement(LINE, each)
    assert not signs(signer, Kind.MESSAGE, body(Kind.MESSAGE, FLASH), **flash)
    signer.take_agreement(LINES[1], body(Kind.LINE_AGREE, AGREEMENT, "Vogt", "Reis", time=1, line=LINES[1]))
    assert not signs(signer, Kind.MESSAGE, body(Kind.MESSAGE, FLASH), **flash)
    signer.take_agreement(LINE, body(Kind.LINE_AGREE, AGREEMENT, "Vogt", "Reis", time=7))
    assert signs(signer, Kind.MESSAGE, body(Kind.MESSAGE, FLASH), **flash)


@covers("SIGNER-054", "I14")
def test_what_officers_released_once_is_signed_once(signer: InProcessSigner) -> None:
    show(signer, powers=ALL_POWERS, serial=2)
    signer.take_agreement(LINE, body(Kind.LINE_AGREE, FLASHES, "Vogt", "Reis"))
    flash = {"precedence": Precedence.FLASH}
    first = body(Kind.MESSAGE, FLASH, "Vogt", "Reis", time=1)
    again = encode({**FLASH, 10: [word(each, FLASH, Action.RELEASE, time=time).to_map()
                                  for each, time in (("Vogt", 1), ("Reis", 2))]})  # fmt: skip
    assert signs(signer, Kind.MESSAGE, first, **flash)
    assert not signs(signer, Kind.MESSAGE, first, **flash)
    assert not signs(signer, Kind.MESSAGE, body(Kind.MESSAGE, FLASH, "Reis", "Vogt", time=1), **flash)
    assert not signs(signer, Kind.MESSAGE, again, **flash), "one of the two words was used"
    assert signs(signer, Kind.MESSAGE, body(Kind.MESSAGE, FLASH, "Vogt", "Reis", time=3), **flash)


def takeover(*, serial: int, keys: str = "next root") -> SignedCard:
    """A card of ours under other root keys."""
    lattice = mldsa65(PARTY._keys, keys)
    card = PARTY.card(
        serial=serial,
        root_ed25519=public(PARTY.key(keys)),
        root_mldsa65=public(lattice),
        next_root=bytes(32),
    )
    payload = card.to_bytes()
    message = card_bytes_to_sign(payload, REAL)
    return SignedCard(card, payload, PARTY.key(keys).sign(message), lattice.sign(message, card_context(REAL)))


@covers("SIGNER-052")
def test_after_a_takeover_the_old_root_keys_count_for_nothing(signer: InProcessSigner) -> None:
    taken = takeover(serial=2)
    signer.take_card(PARTY.signed(serial=1).to_bytes())
    signer.take_card(taken.to_bytes())
    with pytest.raises(RefusedToSign, match="our own root keys"):
        signer.take_card(PARTY.signed(serial=3).to_bytes())
    signer.take_card(takeover(serial=3).to_bytes())


@covers("SIGNER-052")
def test_only_the_root_keys_that_were_announced_take_over(signer: InProcessSigner) -> None:
    with pytest.raises(RefusedToSign, match="our own root keys"):
        signer.take_card(takeover(serial=2, keys="somebody").to_bytes())


@covers("SIGNER-052")
def test_only_cards_of_its_own_root_and_key_are_believed(signer: InProcessSigner) -> None:
    own = PARTY.signed(serial=5)
    signer.take_card(own.to_bytes())
    bent = replace(own, signature_mldsa65=bytes(len(own.signature_mldsa65)))
    southern = replace(SOUTH, environment=REAL)
    stranger = southern.signed(log_key=own.card.log_key)
    reflected = southern.sign(replace(own.card, serial=9))
    others: list[Callable[[], bytes]] = [
        bent.to_bytes,
        stranger.to_bytes,
        reflected.to_bytes,
        NORTH[Environment.EXERCISE].signed(serial=9).to_bytes,
        PARTY.signed(serial=4).to_bytes,
        PARTY.signed(serial=9, log_key=public(PARTY.key("another"))).to_bytes,
        lambda: b"no card",
    ]
    for each in others:
        with pytest.raises(RefusedToSign):
            signer.take_card(each())
    assert signs(signer, Kind.LINE_OPEN, body(Kind.LINE_OPEN, OPENING, "Vogt", "Reis"))


def test_two_names_of_one_key_are_one_officer(signer: InProcessSigner) -> None:
    key, powers = public(PARTY.key("Vogt")), (Power.PAIR,)
    twins = tuple(Officer(name=each, key=key, powers=powers) for each in ("Vogt", "Reis"))
    signer.take_card(PARTY.signed(officers=twins, serial=2).to_bytes())
    assert not signs(signer, Kind.LINE_OPEN, body(Kind.LINE_OPEN, OPENING, "Vogt", "Reis", key="Vogt"))


def test_the_place_of_statements_is_the_one_of_the_bodies() -> None:
    keys = {kind: {name: key for name, key, *_ in shape.layout()} for kind, shape in
            ((Kind.LINE_OPEN, LineOpen), (Kind.LINE_AGREE, LineAgree))}  # fmt: skip
    assert all(found["statements"] == TWO_PERSON[kind].key for kind, found in keys.items())
    assert keys[Kind.LINE_AGREE]["agreement"] == 2
    signed = LineAgree(agreement=Agreement(ring_seconds=90))
    assert decode(signed.to_bytes()) == AGREEMENT
    assert signed.detail() == digest(OFFICER, encode(AGREEMENT))
    taken = {key for _, key, *_ in Message.layout()}
    assert TWO_PERSON[Kind.MESSAGE].key not in taken - {10}
