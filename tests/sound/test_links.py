"""Links that are not a cable on a desk: a relay, a thin line, a lossy one. And what is kept of a call."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from tests.sound.desks import HZ, Desk, Desks, talking
from tests.sound.impairer import Weather
from tests.sound.relay import passed, relay

NOTICE = 1_400


def test_a_call_over_a_relay_shows_no_address_of_either_desk(desks: Desks, tmp_path: Path) -> None:
    with relay(tmp_path) as address:
        room = desks.exchange.room()
        north, south = (desks.desk(room, side, ice=passed(address), relayOnly=True) for side in "ab")
        talking(north, south)
        for each in (north, south):
            named = each.get("stand.named")
            assert named
            assert all(" typ relay " in one and "raddr 0.0.0.0" in one for one in named)


def test_a_relay_lets_nobody_through_whose_pass_has_ended(desks: Desks, tmp_path: Path) -> None:
    with relay(tmp_path) as address:
        room = desks.exchange.room()
        north = desks.desk(room, "a", ice=passed(address, ago=601), relayOnly=True)
        north.place()
        north.until("stand.gathered")
        assert north.get("stand.named") == []


@pytest.mark.parametrize(
    ("weather", "least"),
    [(Weather(delay=0.25, bits=16_000), 0.95), (Weather(delay=0.1, loss=0.2), 0.6)],
    ids=["16 kbit/s", "20 % loss"],
)
def test_a_bad_link_keeps_the_tone_on_the_low_rung(desks: Desks, weather: Weather, least: float) -> None:
    room = desks.exchange.room(weather=weather)
    north, south = (desks.desk(room, side, rung="low") for side in "ab")
    talking(north, south)
    for each, other in ((north, south), (south, north)):
        before = each.get("stand.media()")
        assert each.get(f"stand.share({HZ[other.side]}, 30)") >= least
        after = each.get("stand.media()")
        assert 10 <= after["received"] - before["received"] <= 40, "packets of 60 ms"
        assert each.get("stand.voices.state.degraded")
    assert room.links[0].passed > 0


def test_the_other_side_sends_what_the_lower_of_two_can_take(desks: Desks) -> None:
    room = desks.exchange.room()
    north, south = desks.desk(room, "a", rung="low"), desks.desk(room, "b")
    talking(north, south)
    for each in (north, south):
        assert each.get("stand.voices.detail.legs[0].rung") == "low"


def test_a_recording_runs_while_both_consent_and_its_chain_is_that_of_the_file(desks: Desks) -> None:
    room = desks.exchange.room()
    north, south = desks.desk(room, "a"), desks.desk(room, "b")
    talking(north, south)
    assert north.get("stand.voices.detail.recorded") is None
    for each in (north, south):
        each.do(f"() => void (globalThis.notice = stand.firstHeard({NOTICE}))")
    room.recording = True
    desks.exchange.tell(room)
    for each in (north, south):
        assert each.get("globalThis.notice") > 0
        each.until("stand.voices.detail.recorded?.chunks >= 2")
    room.recording = False
    desks.exchange.tell(room)
    for part, (each, other) in enumerate(((north, south), (south, north)), start=1):
        each.until("stand.kept")
        check_recording(each, other, bytes.fromhex(room.call), part)


def check_recording(desk: Desk, other: Desk, call: bytes, part: int) -> None:
    kept: dict[str, Any] = desk.get("stand.kept")
    file, chain = bytes(kept["file"]), digest(call, bytes([part]))
    assert sum(kept["sizes"]) == len(file)
    for size in kept["sizes"]:
        chain, file = digest(chain, file[:size]), file[size:]
    told = {"chunks": len(kept["sizes"]), "bytes": sum(kept["sizes"]), "last": chain.hex(), "ended": True}
    assert kept["recorded"] == told == desk.get("stand.told.at(-1)")
    tones = [HZ[desk.side], HZ[other.side]]
    left, right = desk.do("([file, tones]) => stand.channels(file, tones)", [kept["file"], tones])
    assert left[0] > 30 * left[1], "what was sent, on the left"
    assert right[1] > 30 * right[0], "what was heard, on the right"


def digest(*parts: bytes) -> bytes:
    return hashlib.sha256(b"FIREBREAK/1\0recording\0" + b"".join(parts)).digest()


def test_a_voice_note_is_small_and_named_by_its_hash(desks: Desks) -> None:
    north = desks.desk(desks.exchange.room(), "a")
    north.get("stand.beginNote()")
    north.until("performance.now() - stand.noteAt > 1500")
    note = north.get("stand.endNote()")
    assert note["hash"] == hashlib.sha256(bytes(note["file"])).hexdigest()
    assert len(note["file"]) / note["seconds"] < 2_000
    tones = [HZ["a"], HZ["b"]]
    (left, *_) = north.do("([file, tones]) => stand.channels(file, tones)", [note["file"], tones])
    assert left[0] > 30 * left[1]
