"""The hello: the first words on every link, signed by the log keys (`spec/transport.md`, I24).

    dialler   hello
    listener            hello, proof
    dialler   proof

A proof is the signature over one's own hello and then the other's, so it holds for these two nonces, these
two TLS certificates and this moment only; a recorded hello opens nothing. Both hellos together are the
transcript, whose hash goes into `session.up`. Before it is complete a node spends 4 KiB and one second.
"""

import asyncio
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.cbor import encode
from firebreak.core.base.errors import CounterpartError, FirebreakError
from firebreak.core.base.purposes import HELLO, Environment, digest
from firebreak.core.base.shape import Body, Choice, Number, Octets, item
from firebreak.core.envelope.card import Card
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.kem import KEM_KEY_BYTES, check_kem_key
from firebreak.core.envelope.verifying import verify_ed25519
from firebreak.ports import Link, LinkDown
from firebreak.transport.packets import direction
from firebreak.transport.sealing import Way

GREETING_BYTES_MAX: Final = 4_096  # a hello has 1,500
GREETING_SECONDS: Final = 1.0  # enough for a fast link; a link profile may allow more
NO_CERTIFICATE: Final = bytes(32)
"Certificate hash on a link without TLS."

SignHello = Callable[[bytes], bytes]
"Payload to the Ed25519 signature over `signed_bytes(HELLO, environment, payload)`, by the log key."


class NotTheCounterpart(CounterpartError):
    """Whoever is on this link did not prove to be the counterpart of the line."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the link is not to the counterpart: {reason}", code="FB317", hint=_LOOK)


_LOOK: Final = "the link was closed; if it happens again, compare cards with the counterpart by voice"


class SessionRefused(CounterpartError):
    """The counterpart's hello would take the line back to an older version or card."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            reason, code="FB319", hint="do not go on without talking to the counterpart by voice"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello(Body):
    """What a node says first on a link."""

    environment: Environment = item(1, Choice(Environment))
    line: bytes = item(2, Octets(exactly=32))
    party: bytes = item(3, Octets(exactly=32))
    "Party id of the sender."
    version_min: int = item(4, Number(1, 255))
    version_max: int = item(5, Number(1, 255))
    serial: int = item(6, Number(1))
    "Serial of the sender's newest card."
    holds: int = item(7, Number(1))
    "Serial of the receiver's newest card that the sender holds."
    kem_key: bytes = item(8, Octets(exactly=KEM_KEY_BYTES))
    "Fresh at every start of the sender's process; stands in for the card's."
    segment: bytes = item(9, Octets(exactly=16))
    nonce: bytes = item(10, Octets(exactly=32))
    certificate: bytes = item(11, Octets(exactly=32))
    "SHA-256 of the sender's TLS certificate."
    counterpart_certificate: bytes = item(12, Octets(exactly=32))
    "SHA-256 of the certificate that the sender sees on this link."


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeter:
    """What one side brings to a greeting on one line."""

    environment: Environment
    line: bytes
    ours: Card
    theirs: Card
    "Newest card of the counterpart that we hold."
    segment: bytes
    kem_key: bytes
    nonce: bytes
    "32 random bytes, fresh for each greeting."
    our_certificate: bytes = NO_CERTIFICATE
    their_certificate: bytes = NO_CERTIFICATE
    "As it was seen on this link."
    their_keys: tuple[bytes, ...] = ()
    "With which log keys they may prove who they are, while a new card comes into use; else that of the card."
    sign: SignHello = field(repr=False)

    def hello(self) -> Hello:
        """Our own hello."""
        return Hello(
            environment=self.environment,
            line=self.line,
            party=self.ours.party,
            version_min=self.ours.version_min,
            version_max=self.ours.version_max,
            serial=self.ours.serial,
            holds=self.theirs.serial,
            kem_key=self.kem_key,
            segment=self.segment,
            nonce=self.nonce,
            certificate=self.our_certificate,
            counterpart_certificate=self.their_certificate,
        )

    def check(self, hello: Hello) -> int:
        """The version to speak. Raises NotTheCounterpart or SessionRefused."""
        expected = (self.environment, self.line, self.theirs.party)
        if (hello.environment, hello.line, hello.party) != expected:
            raise NotTheCounterpart("its hello is for another line, party or environment")
        if not hmac.compare_digest(
            hello.certificate + hello.counterpart_certificate, self.their_certificate + self.our_certificate
        ):
            raise NotTheCounterpart("it sees other TLS certificates than we do, so somebody stands between")
        check_kem_key(hello.kem_key)
        return negotiate(self.ours, self.theirs, hello)

    def check_proof(self, proof: bytes, payload: bytes) -> bytes:
        """The log key with which the counterpart signed both hellos. Raises NotTheCounterpart."""
        message = signed_bytes(HELLO, self.environment, payload)
        for key in self.their_keys or (self.theirs.log_key,):
            if verify_ed25519(key, proof, message):
                return key
        raise NotTheCounterpart("its proof does not verify under the log key of its card")


@dataclass(frozen=True, slots=True)
class Session:
    """A link whose two ends know each other."""

    version: int
    theirs: Hello
    transcript: bytes
    "Hash of both hellos, that of the lower party id first: for `session.up` of both logs."
    outgoing: Way
    incoming: Way
    key: bytes
    "The log key with which the counterpart proved who it is."


def negotiate(ours: Card, theirs: Card, hello: Hello) -> int:
    """The highest version that both newest cards allow. Raises SessionRefused where a hello offers less.

    A hello with a newer card than we hold is taken at its own word: it is signed, and the card follows.
    """
    if hello.serial < theirs.serial:
        raise SessionRefused(f"their card went back from serial {theirs.serial} to {hello.serial}")
    if hello.holds > ours.serial:
        raise SessionRefused(f"they hold our card {hello.holds}, this node knows of {ours.serial} at most")
    held = (theirs.version_min, theirs.version_max)
    offered = (hello.version_min, hello.version_max)
    if hello.serial == theirs.serial and offered != held:
        raise SessionRefused(f"their hello offers versions {offered}, their card {held}")
    version = min(ours.version_max, hello.version_max)
    if version < max(ours.version_min, hello.version_min):
        raise SessionRefused(
            f"no common version: we speak {ours.version_min} to {ours.version_max}, they {offered}"
        )
    return version


async def greet_first(link: Link, greeter: Greeter, seconds: float = GREETING_SECONDS) -> Session:
    """The dialler's greeting. Raises CounterpartError or LinkDown; the caller closes the link then."""
    async with _Budget(seconds):
        ours = greeter.hello().to_bytes()
        await link.send(ours)
        theirs = await _short(link)
        hello = _read(theirs)
        version = greeter.check(hello)
        key = greeter.check_proof(await _short(link), encode([theirs, ours]))
        await link.send(greeter.sign(encode([ours, theirs])))
        return _session(greeter, version, hello, ours, theirs, key)


async def greet_back(
    link: Link, choose: Callable[[Hello], Greeter | None], seconds: float = GREETING_SECONDS
) -> tuple[Greeter, Session]:
    """The listener's greeting; `choose` finds the line that the first hello asks for."""
    async with _Budget(seconds):
        theirs = await _short(link)
        hello = _read(theirs)
        greeter = choose(hello)
        if greeter is None:
            raise NotTheCounterpart("it asks for a line that this node does not have")
        version = greeter.check(hello)
        ours = greeter.hello().to_bytes()
        await link.send(ours)
        await link.send(greeter.sign(encode([ours, theirs])))
        key = greeter.check_proof(await _short(link), encode([theirs, ours]))
        return greeter, _session(greeter, version, hello, ours, theirs, key)


class _Budget:
    """Limits the time of a greeting; beyond it the link counts as down."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._timeout = asyncio.timeout(seconds)

    async def __aenter__(self) -> None:
        await self._timeout.__aenter__()

    async def __aexit__(self, *raised: object) -> None:
        try:
            await self._timeout.__aexit__(*raised)  # pyright: ignore[reportArgumentType]
        except TimeoutError as error:
            raise LinkDown(f"no greeting within {self._seconds} s") from error


async def _short(link: Link) -> bytes:
    data = await link.receive()
    if len(data) > GREETING_BYTES_MAX:
        raise NotTheCounterpart(f"{len(data)} bytes before it said who it is, at most {GREETING_BYTES_MAX}")
    return data


def _read(data: bytes) -> Hello:
    try:
        return Hello.from_bytes(data)
    except FirebreakError as error:
        raise NotTheCounterpart(f"not a hello: {error.text}") from error


def _session(
    greeter: Greeter, version: int, theirs: Hello, our_bytes: bytes, their_bytes: bytes, key: bytes
) -> Session:
    us, them = greeter.ours.party, greeter.theirs.party
    both = (our_bytes, their_bytes) if us < them else (their_bytes, our_bytes)
    line, environment = greeter.line, greeter.environment
    return Session(
        version,
        theirs,
        digest(HELLO, encode(list(both))),
        Way(line, environment, direction(us, them), greeter.segment),
        Way(line, environment, direction(them, us), theirs.segment),
        key,
    )
