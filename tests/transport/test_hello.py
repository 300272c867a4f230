"""The greeting: both ends prove who they are, on this link and now."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import Card
from firebreak.ports import Link, LinkDown
from firebreak.transport.hello import (
    Greeter,
    Hello,
    NotTheCounterpart,
    Session,
    SessionRefused,
    greet_back,
    greet_first,
    negotiate,
)
from firebreak.transport.loopback import LoopbackLink, pair
from tests.covering import covers
from tests.parties import NORTH, SOUTH, Party, seed

LINE = bytes(range(32))


def greeter(us: Party, them: Party, nonce: int = 0, **changes: Any) -> Greeter:
    given: dict[str, Any] = {
        "environment": Environment.EXERCISE,
        "line": LINE,
        "ours": us.card(),
        "theirs": them.card(),
        "segment": seed(us.name, "segment", 16),
        "kem_key": us.kem.public,
        "nonce": seed(us.name, f"nonce {nonce}"),
        "our_certificate": us.tls.hash,
        "their_certificate": them.tls.hash,
        "sign": us.sign_hello,
    }
    return Greeter(**given | changes)


def greet(north: Greeter, south: Greeter | None) -> tuple[Session, Session]:
    async def both() -> tuple[Session, Session]:
        one, other = pair()
        first, back = await asyncio.gather(
            _closing(one, greet_first(one, north)),
            _closing(other, greet_back(other, lambda _: south)),
            return_exceptions=True,
        )
        for each in (first, back):
            if isinstance(each, FirebreakError):
                raise each
        assert not isinstance(first, BaseException)
        assert not isinstance(back, BaseException)
        return first, back[1]

    return asyncio.run(both())


async def _closing(link: Link, greeting: Awaitable[Any]) -> Any:
    """As the pump does it: a greeting that fails takes the link down."""
    try:
        return await greeting
    except (FirebreakError, LinkDown):
        await link.close()
        raise


@covers("TRANSPORT-020")
def test_two_sides_that_know_each_other_have_one_session() -> None:
    north, south = greet(greeter(NORTH, SOUTH), greeter(SOUTH, NORTH))
    assert north.transcript == south.transcript
    assert north.version == south.version == 1
    assert (north.outgoing, north.incoming) == (south.incoming, south.outgoing)
    assert north.outgoing.segment == seed("North", "segment", 16)
    assert (north.theirs.kem_key, south.theirs.kem_key) == (SOUTH.kem.public, NORTH.kem.public)


@covers("TRANSPORT-020")
def test_each_greeting_has_a_transcript_of_its_own() -> None:
    first, _ = greet(greeter(NORTH, SOUTH), greeter(SOUTH, NORTH))
    second, _ = greet(greeter(NORTH, SOUTH), greeter(SOUTH, NORTH, nonce=1))
    assert first.transcript != second.transcript


OTHER_KEY = Party("South", salt="stolen")


@covers("TRANSPORT-021")
@pytest.mark.parametrize(
    "changes",
    [
        {"line": bytes(32)},
        {"environment": Environment.REAL},
        {"our_certificate": bytes(32)},
        {"their_certificate": bytes(32)},
        {"sign": OTHER_KEY.sign_hello},
        {"ours": OTHER_KEY.card()},
    ],
    ids=["line", "environment", "its certificate", "our certificate", "log key", "party"],
)
@pytest.mark.parametrize("dials", [True, False], ids=["dialler", "listener"])
def test_whoever_is_not_the_counterpart_is_refused(changes: dict[str, Any], dials: bool) -> None:
    good, bad = greeter(NORTH, SOUTH), greeter(SOUTH, NORTH, **changes)
    with pytest.raises(NotTheCounterpart):
        greet(*((bad, good) if dials else (good, bad)))


@covers("TRANSPORT-021", "I12")
def test_a_proof_for_an_exercise_is_none_on_a_real_line() -> None:
    real = Environment.REAL
    north, south = Party("North", real), Party("South", real)
    good = greeter(north, south, environment=real)
    sign = replace(south, environment=Environment.EXERCISE).sign_hello
    with pytest.raises(NotTheCounterpart, match="proof"):
        greet(good, greeter(south, north, environment=real, sign=sign))


@covers("TRANSPORT-021")
def test_a_line_that_the_listener_does_not_have_is_refused() -> None:
    with pytest.raises(NotTheCounterpart, match="does not have"):
        greet(greeter(NORTH, SOUTH), None)


@covers("TRANSPORT-022")
def test_a_recorded_greeting_does_not_open_another_link() -> None:
    """Whoever holds the dialler's TLS key and a recording has no proof over the new nonce."""

    async def replayed() -> None:
        recorded = await _recorded()
        thief, listener = pair()
        for packet in recorded:
            await thief.send(packet)
        await greet_back(listener, lambda _: greeter(SOUTH, NORTH, nonce=1))

    with pytest.raises(NotTheCounterpart, match="proof"):
        asyncio.run(replayed())


async def _recorded() -> list[bytes]:
    one, other = pair()
    sent: list[bytes] = []

    class Recording(LoopbackLink):
        async def send(self, packet: bytes) -> None:
            sent.append(packet)
            await super().send(packet)

    recording = Recording(one.name, one._outgoing, one._incoming, one._down)
    await asyncio.gather(
        greet_first(recording, greeter(NORTH, SOUTH)), greet_back(other, lambda _: greeter(SOUTH, NORTH))
    )
    return sent


@covers("TRANSPORT-022")
def test_our_own_hello_that_comes_back_is_refused() -> None:
    async def reflected() -> None:
        one, mirror = pair()

        async def reflect() -> None:
            while True:
                await mirror.send(await mirror.receive())

        mirroring = asyncio.create_task(reflect())
        try:
            await greet_first(one, greeter(NORTH, SOUTH))
        finally:
            mirroring.cancel()

    with pytest.raises(NotTheCounterpart):
        asyncio.run(reflected())


@covers("TRANSPORT-023", "I22")
@pytest.mark.parametrize("first", [bytes(4_097), bytes(4_096), b"", b"\xa0"])
def test_what_is_no_hello_ends_the_greeting(first: bytes) -> None:
    async def listening() -> None:
        stranger, listener = pair()
        await stranger.send(first)
        await greet_back(listener, lambda _: greeter(SOUTH, NORTH))

    with pytest.raises(NotTheCounterpart):
        asyncio.run(listening())


@covers("TRANSPORT-023", "I22")
def test_whoever_says_nothing_is_hung_up_on() -> None:
    async def listening() -> None:
        _, listener = pair()
        await greet_back(listener, lambda _: None, seconds=0.01)

    with pytest.raises(LinkDown, match="no greeting"):
        asyncio.run(listening())


@covers("TRANSPORT-023")
@given(data=st.binary(max_size=300))
def test_any_bytes_in_place_of_a_hello_are_refused(data: bytes) -> None:
    async def listening() -> None:
        stranger, listener = pair()
        await stranger.send(data)
        await greet_back(listener, lambda _: greeter(SOUTH, NORTH))

    with pytest.raises(NotTheCounterpart):
        asyncio.run(listening())


VERSIONS = st.tuples(st.integers(1, 6), st.integers(1, 6)).map(sorted)


def said(card: Card, **changes: Any) -> Hello:
    """The hello of a card's party."""
    return replace(greeter(SOUTH, NORTH, ours=card).hello(), **changes)


@covers("TRANSPORT-024", "I24")
@given(ours=VERSIONS, theirs=VERSIONS)
def test_the_version_is_the_highest_common_one_or_none(ours: list[int], theirs: list[int]) -> None:
    north = NORTH.card(version_min=ours[0], version_max=ours[1])
    south = SOUTH.card(version_min=theirs[0], version_max=theirs[1])
    common = set(range(ours[0], ours[1] + 1)) & set(range(theirs[0], theirs[1] + 1))
    if common:
        assert negotiate(north, south, said(south)) == max(common)
    else:
        with pytest.raises(SessionRefused, match="no common version"):
            negotiate(north, south, said(south))


@covers("TRANSPORT-025", "I24")
@given(card=VERSIONS, hello=VERSIONS, serial=st.integers(1, 4), holds=st.integers(1, 4))
def test_a_hello_never_takes_the_line_back(
    card: list[int], hello: list[int], serial: int, holds: int
) -> None:
    north = NORTH.card(serial=3, version_max=6)
    south = SOUTH.card(serial=3, version_min=card[0], version_max=card[1])
    words = said(south, version_min=hello[0], version_max=hello[1], serial=serial, holds=holds)
    back = serial < 3 or holds > 3 or (serial == 3 and hello != card)
    if back:
        with pytest.raises(SessionRefused) as refused:
            negotiate(north, south, words)
        assert refused.value.code == "FB319"
    else:
        assert negotiate(north, south, words) == hello[1]
