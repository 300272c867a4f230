"""Two desks in two browsers with a tone each: what is heard, when, and when nothing may be."""

from typing import Any

from tests.sound.desks import HZ, Desk, Desks, ringing, talking
from tests.sound.record import Room

FOREIGN = "cc" * 32
MIDDLE = """
// Every connection of this page ends at another one, with a key of its own and a tone of its own.
const take = RTCPeerConnection.prototype.setRemoteDescription;
const make = RTCPeerConnection.prototype.setLocalDescription;
const complete = (each) => new Promise((resolve) => {
  const look = () => each.iceGatheringState === "complete" && resolve(each.localDescription.sdp);
  each.addEventListener("icegatheringstatechange", look);
  look();
});
const tone = () => {
  const [context, hum] = [new AudioContext(), null];
  const out = new MediaStreamAudioDestinationNode(context);
  const source = new OscillatorNode(context, { frequency: 1700 });
  source.connect(out);
  source.start();
  return out.stream.getTracks()[0];
};
RTCPeerConnection.prototype.setRemoteDescription = async function (theirs) {
  const middle = globalThis.middle = new RTCPeerConnection();
  this.addEventListener("icecandidate", ({ candidate }) => candidate && middle.addIceCandidate(candidate));
  if (theirs.type === "answer") {
    await take.call(middle, this.localDescription);
    middle.getTransceivers()[0].direction = "sendrecv";
    await middle.getTransceivers()[0].sender.replaceTrack(tone());
  } else {
    this.middle = middle;
    middle.addTransceiver(tone());
  }
  await make.call(middle);
  return take.call(this, { type: theirs.type, sdp: await complete(middle) });
};
RTCPeerConnection.prototype.setLocalDescription = async function (ours) {
  await make.call(this, ours);
  if (this.middle) await take.call(this.middle, this.localDescription);
};
"""
LEAKED = """async () => {
  const stats = [...(await middle.getStats()).values()].filter((each) => each.type === "inbound-rtp");
  return [middle.connectionState, stats.reduce((sum, each) => sum + each.packetsReceived, 0)];
}"""


def test_each_desk_hears_the_others_tone_and_nothing_is_sent_before_the_answer(desks: Desks) -> None:
    room = desks.exchange.room()
    north, south = desks.desk(room, "a"), desks.desk(room, "b")
    ringing(north, south)
    for each in (north, south):
        assert each.get("stand.media()") == {"sent": 0, "received": 0, "lost": 0, "states": ["verifying"]}
        assert each.get("stand.heard()") == 0
    assert [each.get("stand.ours[0].stated") for each in (north, south)] == [True, False]
    south.answer()
    north.until_heard(HZ["b"])
    south.until_heard(HZ["a"])
    keys = [each.get("stand.ours[0].fingerprint") for each in (north, south)]
    assert north.get("stand.found") == [{"leg": 0, "ours": keys[0], "theirs": keys[1], "checks": 3}]
    assert south.get("stand.found") == [{"leg": 0, "ours": keys[1], "theirs": keys[0], "checks": 3}]
    north.until("stand.voices.detail.aloud.length === 4")
    south.until(f"'{north.get('stand.voices.detail.aloud.join()')}' === stand.voices.detail.aloud.join()")
    assert len(north.get("stand.ours[0].description")) < 2_000


def test_a_swapped_fingerprint_mutes_both_ends_and_raises_the_alarm(desks: Desks) -> None:
    def meddle(side: str, ends: list[dict[str, Any]]) -> list[dict[str, Any]]:
        if side == "b":
            return [_swapped(each) for each in ends]
        return [*ends, *(_answered(each) for each in ends if each["candidates"])]

    room = desks.exchange.room(meddle=meddle)
    north, south = desks.desk(room, "a"), desks.desk(room, "b")
    north.place()
    for each in (north, south):
        each.until("stand.alarms.length > 0")
        assert each.get("stand.alarms") == ["foreign_fingerprint"]
    south.answer()
    for each in (north, south):
        each.until("stand.voices.state?.check === 'failed'")
        assert each.get("stand.media()") == {"sent": 0, "received": 0, "lost": 0, "states": ["muted"]}
        each.until_silent()


def _swapped(end: dict[str, Any]) -> dict[str, Any]:
    foreign = ":".join(FOREIGN[at : at + 2] for at in range(0, 64, 2)).upper()
    head, _, rest = end["description"].partition("a=fingerprint:sha-256 ")
    return end | {"description": f"{head}a=fingerprint:sha-256 {foreign}{rest[95:]}"}


def _answered(end: dict[str, Any]) -> dict[str, Any]:
    """An answer of whoever stands between, under the key of the other side."""
    return _swapped(end) | {"by": "callee", "sdp": "answer", "fingerprint": "bb" * 32}


def test_a_description_with_more_than_sound_in_it_is_refused(desks: Desks) -> None:
    def meddle(_side: str, ends: list[dict[str, Any]]) -> list[dict[str, Any]]:
        more = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=mid:1\r\n"
        return [each | {"description": each["description"] + more} for each in ends]

    room = desks.exchange.room(meddle=meddle)
    north, south = desks.desk(room, "a"), desks.desk(room, "b")
    north.place()
    south.until("stand.alarms.length > 0")
    assert south.get("stand.alarms") == ["refused"]


def test_a_connection_that_ends_at_another_key_stays_mute_at_both_ends(desks: Desks) -> None:
    room = desks.exchange.room()
    north, south = (desks.desk(room, side, script=MIDDLE) for side in "ab")
    north.place()
    for each in (north, south):
        each.until("stand.alarms.length > 0")
    south.answer()
    for each in (north, south):
        each.until("stand.voices.state?.check === 'failed'")
        assert each.get("stand.alarms") == ["other_certificate"]
        each.until("stand.found.length > 0")
        (found,) = each.get("stand.found")
        assert found["checks"] == 1
        assert found["theirs"] not in {one.get("stand.ours[0].fingerprint") for one in (north, south)}
        each.page.wait_for_function("() => middle.connectionState === 'connected'")
        assert each.do(LEAKED) == ["connected", 0]
        each.until_silent()


def test_a_page_that_is_loaded_anew_goes_on_with_another_leg(desks: Desks) -> None:
    room = desks.exchange.room()
    north, south = desks.desk(room, "a"), desks.desk(room, "b")
    talking(north, south)
    for each, other, leg in ((north, south, 2), (south, north, 3)):
        each.load(again=True)
        each.until_silent()
        each.get("stand.voices.resume(stand.call)")
        each.until_heard(HZ[other.side])
        other.until_heard(HZ[each.side])
        assert each.get("stand.ours.map(each => [each.leg, each.stated])") == [[leg, True]]
        other.until(
            f"stand.voices.peers(stand.call).findLast(each => each.leg.state === 'open').number === {leg}"
        )


def test_a_desk_that_does_not_warm_up_connects_after_its_answer(desks: Desks) -> None:
    room = desks.exchange.room()
    north, south = desks.desk(room, "a"), desks.desk(room, "b", warm=False)
    north.place()
    south.until("stand.call")
    south.answer()
    north.until_heard(HZ["b"])
    south.until_heard(HZ["a"])
    assert south.get("stand.ours.map(each => [each.leg, each.stated])") == [[1, True]]


def interpreting(desks: Desks) -> tuple[Room, tuple[Desk, Desk, Desk]]:
    """North and South talk, and somebody beside South has come to interpret."""
    room = desks.exchange.room()
    north, south = desks.desk(room, "a"), desks.desk(room, "b")
    talking(north, south)
    guest = desks.desk(room, "c", browser="b", tone=HZ["c"], again=True)
    guest.get("stand.join()")
    for each in (north, south, guest):
        others = [hertz for side, hertz in HZ.items() if side != each.side]
        each.until(" && ".join(f"stand.level({hertz}) > -50" for hertz in others))
    return room, (north, south, guest)


def test_an_interpreter_hears_both_and_is_heard_by_both(desks: Desks) -> None:
    _, all_three = interpreting(desks)
    for each in all_three:
        assert each.get(f"stand.level({HZ[each.side]})") < -60
        assert each.get("stand.voices.state.joined") == 1
    assert all_three[2].get("stand.ours.map(each => [each.leg, each.stated])") == [[1, True], [16, False]]


def test_the_original_is_twelve_decibels_softer_for_both_sides_in_consecutive_mode(desks: Desks) -> None:
    _, (north, south, guest) = interpreting(desks)
    for each, original in ((north, HZ["b"]), (south, HZ["a"])):
        before = [each.get(f"stand.level({hertz})") for hertz in (original, HZ["c"])]
        each.get("stand.voices.set({ consecutive: true })")
        each.until(f"Math.abs(stand.level({original}) - {before[0]} + 12) < 1")
        assert abs(each.get(f"stand.level({HZ['c']})") - before[1]) < 1
        each.get("stand.voices.set({ consecutive: false })")
        each.until(f"Math.abs(stand.level({original}) - {before[0]}) < 1")
    heard = guest.get(f"stand.level({HZ['a']})")
    guest.get("stand.voices.set({ consecutive: true })")
    assert abs(guest.get(f"stand.level({HZ['a']})") - heard) < 1


def test_an_interpreter_who_has_left_by_the_record_is_heard_no_more(desks: Desks) -> None:
    room, (north, south, _) = interpreting(desks)
    room.guests.clear()
    desks.exchange.tell(room)
    north.until(f"stand.level({HZ['c']}) < -60")
    north.until_heard(HZ["b"])
    south.until(f"stand.level({HZ['a']}) > -50")  # beside the colleague: paths in the house are in no record


def test_a_call_is_handed_over_after_both_have_spoken_apart(desks: Desks) -> None:
    room = desks.exchange.room()
    north, south = desks.desk(room, "a"), desks.desk(room, "b")
    talking(north, south)
    taker = desks.desk(room, "c", browser="b", tone=HZ["c"], again=True)
    south.get("stand.voices.aside(stand.call, true)")
    taker.get("stand.voices.consult(stand.call)")
    south.until_heard(HZ["c"])
    taker.until_heard(HZ["b"])
    north.until_silent()
    assert south.get("stand.voices.state.consulting") == taker.get("stand.voices.state.consulting") is True
    room.holders.append({"by": "callee", "desk": "NDMC linguist"})
    desks.exchange.tell(room)
    taker.get("stand.voices.takeOver(stand.call)")
    south.page.close()
    north.until_heard(HZ["c"])
    taker.until_heard(HZ["a"])
    north.until("stand.voices.peers(stand.call).filter(each => each.leg.state === 'open').length === 1")


def test_mute_hold_and_push_to_talk(desks: Desks) -> None:
    room = desks.exchange.room()
    north, south = desks.desk(room, "a"), desks.desk(room, "b")
    talking(north, south)
    north.get("stand.voices.mute(true)")
    south.until_silent()
    north.until_heard(HZ["b"])
    north.get("stand.voices.mute(false)")
    south.until_heard(HZ["a"])
    north.get("stand.voices.hold(true)")
    north.until_silent()
    south.until_silent()
    north.get("stand.voices.hold(false)")
    south.until_heard(HZ["a"])
    north.get("stand.voices.set({ pushToTalk: true, halfDuplex: true })")
    south.until_silent()
    north.until_heard(HZ["b"])
    north.get("stand.voices.talk(true)")
    south.until_heard(HZ["a"])
    north.until_silent()
    south.do("() => void (globalThis.beep = stand.firstHeard(1050))")
    north.get("stand.voices.talk(false)")
    assert south.get("globalThis.beep") > 0
    south.until_silent()
    north.until_heard(HZ["b"])


def test_a_second_call_that_is_answered_holds_the_first(desks: Desks) -> None:
    room, urgent = desks.exchange.room(), desks.exchange.room()
    north, south = desks.desk(room, "a"), desks.desk(room, "b")
    talking(north, south)
    third = desks.desk(urgent, "a", browser="b", tone=HZ["c"])
    third.place()
    north.do("record => stand.also(record)", f"/record/{urgent.call}/b")
    north.until(f"stand.voices.peers('{urgent.call}')[0]?.leg.state === 'verifying'")
    north.until_heard(HZ["b"])
    assert north.get("stand.call") == urgent.call
    north.answer()
    north.until_heard(HZ["c"])
    third.until_heard(HZ["a"])
    south.until_silent()
    north.get(f"stand.voices.close('{urgent.call}')")
    north.until(f"stand.voices.state.call === '{room.call}' && stand.voices.state.held")
    north.until_silent()
    north.get("stand.voices.hold(false)")
    north.until_heard(HZ["b"])
    south.until_heard(HZ["a"])


REFUSING = """
const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
globalThis.refuse = true;
navigator.mediaDevices.getUserMedia = async (wanted) => {
  if (globalThis.refuse) throw new DOMException("", "NotAllowedError");
  return (globalThis.stream = await ask(wanted));
};
"""


def test_without_a_microphone_one_hears_and_says_so_and_may_plug_one_in(desks: Desks) -> None:
    room = desks.exchange.room()
    north, south = desks.desk(room, "a", script=REFUSING), desks.desk(room, "b")
    ringing(north, south)
    south.answer()
    north.until_heard(HZ["b"])
    north.until("stand.voices.detail.microphone === 'refused'")
    south.until("stand.voices.state.check === 'passed'")
    south.until_silent()
    north.do(
        "() => { refuse = false; stand.voices.set({ speaker: true }); stand.voices.set({ speaker: false }); }"
    )
    south.until_heard(HZ["a"])
    north.do("() => stream.getTracks()[0].dispatchEvent(new Event('ended'))")
    north.until("stand.voices.detail.microphone === 'unplugged'")
    south.until_silent()
    north.until_heard(HZ["b"])
