"""Events as protobuf: TAK protocol version 1, as one message of a mesh or as a stream of them.

The message classes are generated from the published definitions (takproto); what a message holds as XML is
read by our own bounded reader. Field numbers and framing: TAK protocol, `protocol.txt` of ATAK-CIV.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final
from xml.etree import ElementTree as ET

from firebreak.core.base.errors import LocalError
from firebreak.formats.bounds import DRAFTS_MAX, too_much, unreadable
from firebreak.formats.cot.event import Event
from firebreak.formats.drafts import Notes
from firebreak.formats.markup import Element, read_xml

MAGIC: Final = b"\xbf"
MESH: Final = b"\xbf\x01\xbf"
MESSAGE_BYTES_MAX: Final = 64 * 1024  # a drawing of 1,000 corners; a track has 300 bytes
VARINT_MAX: Final = 3  # bytes of a length below the bound
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
SEVEN: Final = 0x7F


def messages_of(data: bytes) -> list[Event]:
    """The events of a mesh message or of a stream. Raises LocalError."""
    if data.startswith(MESH):
        return [_event(data[len(MESH) :], Notes())]
    return [_event(each, Notes()) for each in _framed(data)]


def _framed(data: bytes) -> Iterator[bytes]:
    at = count = 0
    while at < len(data):
        if data[at : at + 1] != MAGIC:
            raise _wrong(f"byte {at} begins no message")
        length, at = _varint(data, at + 1)
        if at + length > len(data):
            raise _wrong("it is cut off")
        yield data[at : at + length]
        at, count = at + length, count + 1
        if count > DRAFTS_MAX:
            raise too_much(f"more than {DRAFTS_MAX:,} events")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place, octet in enumerate(data[at : at + VARINT_MAX]):
        value |= (octet & SEVEN) << 7 * place
        if octet <= SEVEN:
            return value, at + place + 1
    raise _wrong("a length that is none or past the bound")


def _event(data: bytes, notes: Notes) -> Event:
    from google.protobuf.message import DecodeError
    from takproto.proto import TakMessage

    if len(data) > MESSAGE_BYTES_MAX:
        raise too_much(f"a message of {len(data)} bytes, at most {MESSAGE_BYTES_MAX:,}")
    message = TakMessage()
    try:
        message.ParseFromString(data)
    except DecodeError:
        raise _wrong("its bytes are no message") from None
    found = message.cotEvent
    if not message.HasField("cotEvent"):
        raise _wrong("it holds no event")
    return Event(
        uid=found.uid, kind=found.type, how=found.how, sent=_instant(found.sendTime, notes),
        start=_instant(found.startTime, notes), stale=_instant(found.staleTime, notes), north=found.lat,
        east=found.lon, height_m=found.hae, circular_m=found.ce, linear_m=found.le,
        opex=found.opex, callsign=found.detail.contact.callsign, detail=_detail(found.detail.xmlDetail),
        findings=tuple(notes),
    )  # fmt: skip


def _detail(text: str) -> Element:
    return read_xml(f"<detail>{text}</detail>", "Cursor on Target")


def _instant(milliseconds: int, notes: Notes) -> datetime | None:
    if not milliseconds:
        return None
    try:
        return EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError:
        notes.add("bad-time", f"{milliseconds} milliseconds after 1970 is beyond the calendar")
        return None


def stream(events: Iterable[tuple[Event, tuple[ET.Element, ...]]]) -> bytes:
    """Messages after each other, each with its length."""
    return b"".join(MAGIC + _length(len(each)) + each for each in (_message(*one) for one in events))


def _message(event: Event, parts: tuple[ET.Element, ...]) -> bytes:
    from takproto.proto import TakMessage

    message = TakMessage()
    made = message.cotEvent
    made.uid, made.type, made.how, made.opex = event.uid, event.kind, event.how, event.opex
    made.sendTime, made.startTime, made.staleTime = map(_milliseconds, (event.sent, event.start, event.stale))
    made.lat, made.lon = float(str(event.north)), float(str(event.east))
    made.hae, made.ce, made.le = event.height_m, event.circular_m, event.linear_m
    made.detail.contact.callsign = event.callsign
    made.detail.xmlDetail = "".join(ET.tostring(each, encoding="unicode") for each in parts)
    data = message.SerializeToString()
    if len(data) > MESSAGE_BYTES_MAX:
        raise too_much(f"an event of {len(data)} bytes, at most {MESSAGE_BYTES_MAX:,}")
    return data


def _milliseconds(at: datetime | None) -> int:
    return 0 if at is None else (at - EPOCH) // timedelta(milliseconds=1)


def _length(size: int) -> bytes:
    octets = bytearray()
    while size > SEVEN:
        octets.append(size & SEVEN | 0x80)
        size >>= 7
    octets.append(size)
    return bytes(octets)


def _wrong(why: str) -> LocalError:
    return unreadable("a message of TAK", why)
