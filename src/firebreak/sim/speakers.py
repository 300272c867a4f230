"""The consoles of the world: what they and their officers say about the sound of the newest call.

There is no sound. Keys follow from the party's name, so that what a console finds is known; `other` makes it
find another one.
"""

from collections.abc import Callable
from typing import Final

from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import digest
from firebreak.core.call.sound.bodies import CHECKS_BOTH, Sdp
from firebreak.core.call.sound.course_bodies import Change, Consent
from firebreak.core.call.sound.steering import Steering
from firebreak.core.call.views import CallView
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import Action
from firebreak.core.line.line import Line
from firebreak.sim.acts import Act
from firebreak.sim.node import Node
from firebreak.sim.words import Nobody, officer_of, signed, word

Verb = Callable[[Node, Act, Line, Instant], Draft | None]


def media_key(name: str) -> bytes:
    """The fingerprint of a party's console."""
    return digest(b"console", name.encode())


def _description(key: bytes) -> str:
    return f"v=0\r\ns=-\r\na=fingerprint:sha-256 {key.hex(':').upper()}\r\n"


def _newest(line: Line) -> tuple[CallView, Steering]:
    calls = line.machines.calls.all()
    if not calls:
        raise Nobody
    return calls[-1], line.machines.calls.steering


def _leg(act: Act) -> int:
    return next((int(each) for each in act.words if each.isdecimal()), 0)


def speak(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """`speak one`: an officer signs our end of a leg; `speak warm`: a console describes it alone."""
    call, steering = _newest(line)
    speaking, key, leg = steering.speaking, media_key(node.name), _leg(act)
    sdp = Sdp.OFFER if call.ours is (leg % 2 == 0) else Sdp.ANSWER
    text = _description(key)
    prepared = speaking.prepare_speak(call.call, sdp=sdp, fingerprint=key, leg=leg, description=text)
    if "warm" in act.words:
        return speaking.warm(prepared)
    return speaking.speak(signed(node, prepared.body, act, prepared.entry, prepared.commitment))


def name_candidates(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """A console names an address."""
    call, steering = _newest(line)
    candidate = f"candidate:{act.at} 1 udp 1 192.0.2.7 9 typ host"
    return steering.speaking.candidates(call.call, leg=_leg(act), candidates=(candidate,))


def look(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """`look`: a console finds the keys as they should be; `look other`: it does not."""
    call, steering = _newest(line)
    found = media_key("somebody" if "other" in act.words else node.other)
    return steering.speaking.secured(
        call.call, ours=media_key(node.name), theirs=found, checks=CHECKS_BOTH, leg=_leg(act)
    )


def steer(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """`steer hold`, `steer resume`."""
    call, steering = _newest(line)
    return steering.change(call.call, Change[act.word(0, "hold").upper()])


def pass_on(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """The officer named passes the call on to the third."""
    call, steering = _newest(line)
    prepared = steering.prepare_hand_over(call.call)
    about = (prepared.entry, prepared.commitment)
    taker = word(node, prepared.body, f"{node.name} three", Action.TAKE_CALL, *about)
    return steering.hand_over(signed(node, prepared.body.relieved(taker), act, *about))


def consent(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """`consent asked`, `consent given`, `consent withdrawn`."""
    call, steering = _newest(line)
    prepared = steering.prepare_record(call.call, Consent[act.word(0, "asked").upper()])
    return steering.record(signed(node, prepared.body, act, prepared.entry, prepared.commitment))


def minute(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Propose minutes, or agree to the newest of the other side."""
    call, steering = _newest(line)
    theirs = [each for each in call.sound.minutes if (each.by.name == "CALLER") is not call.ours]
    if theirs:
        prepared = steering.prepare_agreement(call.call, theirs[-1].hash)
    else:
        prepared = steering.prepare_minutes(call.call, f"what {officer_of(act)} heard at {act.at}")
    return steering.minutes(signed(node, prepared.body, act, prepared.entry, prepared.commitment))


VERBS: Final[dict[str, Verb]] = {
    each.__name__: each for each in (speak, name_candidates, look, steer, pass_on, consent, minute)
}
