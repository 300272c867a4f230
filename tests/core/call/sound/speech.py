"""Two sides that speak: what consoles and officers say about the sound of one call, on a wire of lists."""

from typing import Any, Final

from firebreak.core.base.purposes import digest
from firebreak.core.call.calls import Calls
from firebreak.core.call.sound.bodies import CallMedia, Sdp
from firebreak.core.call.sound.course_bodies import CallPart, Change, Consent
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.officer import Action, Statement
from tests.core.call.wire import START, Pair, Side, call_id, signed

CALLER_KEY: Final = digest(b"test", b"caller")
CALLEE_KEY: Final = digest(b"test", b"callee")
MIDDLE: Final = digest(b"test", b"the one in the middle")
KEYS: Final = {"north": CALLER_KEY, "south": CALLEE_KEY}


def sdp(*fingerprints: bytes, lines: tuple[str, ...] = ()) -> str:
    """A session description as a browser makes it, shortened."""
    text = ["v=0", "o=- 4611731400430051336 2 IN IP4 127.0.0.1", "s=-", "t=0 0"]
    text += ["m=audio 9 UDP/TLS/RTP/SAVPF 111", "c=IN IP4 0.0.0.0", "a=ice-ufrag:EsAw", "a=setup:actpass"]
    text += [f"a=fingerprint:sha-256 {each.hex(':').upper()}" for each in fingerprints]
    return "\r\n".join([*text, "a=rtpmap:111 opus/48000/2", *lines, ""])


CANDIDATE: Final = "candidate:1467250027 1 udp 2122260223 192.0.2.7 46243 typ host generation 0"


def speak(pair: Pair, side: Side, kind: Sdp, key: bytes | None = None, **wanted: Any) -> Learnt:
    """An officer signs an end of a leg."""
    return side.write(side.calls.steering.speaking.speak(spoken(side, kind, key, **wanted)), pair.now)


def spoken(side: Side, kind: Sdp, key: bytes | None = None, **wanted: Any) -> CallMedia:
    key = KEYS[side.name] if key is None else key
    options = {"sdp": kind, "fingerprint": key, "description": sdp(key), **wanted}
    return signed(side.calls.steering.speaking.prepare_speak(call_id(1), **options))


def warm(pair: Pair, side: Side, kind: Sdp, key: bytes | None = None, **wanted: Any) -> Learnt:
    """A console warms the path up, without an officer."""
    key = KEYS[side.name] if key is None else key
    options = {"sdp": kind, "fingerprint": key, "description": sdp(key), **wanted}
    speaking = side.calls.steering.speaking
    return side.write(speaking.warm(speaking.prepare_speak(call_id(1), **options)), pair.now)


def secure(pair: Pair, side: Side, *, leg: int = 0, **found: Any) -> Learnt:
    """A console says what it found: what is right, unless something else is given."""
    ours, theirs = KEYS[side.name], KEYS[pair.other(side).name]
    options = {"ours": ours, "theirs": theirs, "checks": 3, **found}
    return side.write(side.calls.steering.speaking.secured(call_id(1), leg=leg, **options), pair.now)


def offered(pair: Pair) -> None:
    """North calls with sound and its officer signs the description."""
    pair.place(pair.north, media_key=CALLER_KEY)
    speak(pair, pair.north, Sdp.OFFER)
    pair.settle()


def answered(pair: Pair, key: bytes = CALLEE_KEY) -> None:
    """South warms the path up while it rings, and answers."""
    offered(pair)
    warm(pair, pair.south, Sdp.ANSWER)
    pair.settle()
    pair.say(pair.south, signed(pair.south.calls.prepare_answer(call_id(1), media_key=key)))
    pair.settle()


def talking(pair: Pair) -> None:
    """Both consoles found the sound secured."""
    answered(pair)
    for side in pair.sides:
        secure(pair, side)
    pair.settle()


def change(pair: Pair, side: Side, what: Change, **wanted: Any) -> Learnt:
    return side.write(side.calls.steering.change(call_id(1), what, **wanted), pair.now)


def handed(side: Side, *, giver: str = "Duty Officer 4", taker: str = "Duty Officer 5") -> CallPart:
    """A hand-over that both officers signed."""
    prepared = side.calls.steering.prepare_hand_over(call_id(1), desk="second desk")
    body = signed(prepared, giver)
    relief = Statement(
        officer=taker,
        action=Action.TAKE_CALL,
        entry=prepared.entry,
        commitment=prepared.commitment,
        detail=body.detail(),
        time=START,
    )
    return body.relieved(relief)


def consent(pair: Pair, side: Side, what: Consent) -> Learnt:
    steering = side.calls.steering
    return side.write(steering.record(signed(steering.prepare_record(call_id(1), what))), pair.now)


def forged(side: Side, kind: Kind, body: Any) -> Draft:
    """An entry that no honest node writes."""
    assert isinstance(side.calls, Calls)
    return Draft(kind=kind, body=body)
