"""Whiteflag messages into drafts. What is no sign or signal is kept as a text, and said to be no notice."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil, hypot
from typing import Final

from firebreak.core.geo.area import NOWHERE, Area
from firebreak.core.notice.kinds import CODE, SORTS
from firebreak.formats import instants, shapes
from firebreak.formats.bounds import DRAFTS_MAX, characters, octets, too_much
from firebreak.formats.drafts import UNSAID, Act, Draft, Notes, cut
from firebreak.formats.json_text import listing, read_json
from firebreak.formats.parsed import Window
from firebreak.formats.whiteflag.bits import wrong
from firebreak.formats.whiteflag.fields import NOWHERE as UNTOLD
from firebreak.formats.whiteflag.fields import SIGNS, TEST
from firebreak.formats.whiteflag.message import Message, decode, encode, from_json

ACTS: Final[dict[str, Act]] = {"1": "cancel", "2": "replace", "4": "cancel"}
ANSWERS: Final = {"6": "confirms", "7": "acknowledges", "8": "complies with", "9": "rejects"}
CIRCLES: Final = frozenset({"21", "31"})
SIDES: Final = frozenset({"22", "23", "32", "33"})
_HEX: Final = re.compile(r"(?:[0-9A-Fa-f]{2}){4,}", re.ASCII)
_RAW: Final = b"WF1"


def read(data: bytes | str) -> list[Draft]:
    """Bytes, lines of hexadecimal digits, or JSON: each message a draft. Raises LocalError."""
    return [draft_of(each) for each in messages(data)]


def messages(data: bytes | str) -> list[Message]:
    """The messages of a file. Raises LocalError."""
    if octets(data).startswith(_RAW):
        return [decode(octets(data))]
    text = characters(data).strip()
    if text.startswith(("{", "[")):
        value = read_json(text, "Whiteflag in JSON")
        found = [_checked(from_json(each)) for each in (listing(value) or [value])[: DRAFTS_MAX + 1]]
    else:
        found = [_of_hex(each) for each in text.split()[: DRAFTS_MAX + 1]]
    if not found:
        raise wrong("there is none in it")
    if len(found) > DRAFTS_MAX:
        raise too_much(f"more than {DRAFTS_MAX:,} messages")
    return found


def _checked(message: Message) -> Message:
    """A message out of JSON, once its bytes could be made."""
    if message.encryption == "0":
        encode(message)
    return message


def _of_hex(text: str) -> Message:
    if not _HEX.fullmatch(text):
        raise wrong(f"{text[:20]!r} are no hexadecimal digits")
    return decode(bytes.fromhex(text))


def draft_of(message: Message) -> Draft:
    """What a message says. Raises LocalError when it has not the form of its kind."""
    notes = Notes()
    if message.encryption != "0":
        notes.add("encrypted", f"it is encrypted by method {message.encryption} and cannot be read here")
        return Draft(source_format="whiteflag", findings=tuple(notes))
    _tell(message, notes)
    refers = () if message.reference == "0" else (message.referenced,)
    base = Draft(source_format="whiteflag", act=ACTS.get(message.reference, "issue"), refers_to=refers)
    known = _sign(message, base, notes) if message.tried in SIGNS else _words(message, base, notes)
    return replace(known, findings=tuple(notes))


def _tell(message: Message, notes: Notes) -> None:
    if message.duress:
        notes.add("duress", "its duress indicator is set: it was sent under force or threat")
    if message.code == TEST:
        notes.add("test-message", f"a test of a message {message.pseudo}: it announces nothing")
    if message.reference in ANSWERS:
        notes.add("not-a-notice", f"it {ANSWERS[message.reference]} an earlier message")


def _words(message: Message, base: Draft, notes: Notes) -> Draft:
    notes.add("not-a-notice", f"a message {message.tried} is no sign or signal")
    text = " ".join(each for each in message.body.values() if each)
    return replace(base, texts=((UNSAID, cut(text, notes)),) if text else ())


def _sign(message: Message, base: Draft, notes: Notes) -> Draft:
    code = message.tried + message.body.get("SubjectCode", "").upper()
    if not CODE.fullmatch(code):
        raise wrong(f"subject code {code[1:9]!r}")
    if code not in SORTS:
        private = code[1] == "F"
        notes.add("code-private" if private else "code-unknown", f"{code} has no meaning here")
    return replace(base, code=code, area=_area(message, notes), windows=_windows(message, notes))


def _windows(message: Message, notes: Notes) -> tuple[Window, ...]:
    start = instants.read_instant(message.body.get("DateTime", ""), notes)
    found = re.fullmatch(r"P(\d\d)D(\d\d)H(\d\d)M", message.body.get("Duration", ""), re.ASCII)
    if not found:
        raise wrong(f"duration {message.body.get('Duration', '')[:20]!r}")
    days, hours, minutes = (int(each) for each in found.groups())
    lasts = timedelta(days=days, hours=hours, minutes=minutes)
    return instants.window(start, _later(start, lasts), notes)


def _later(start: datetime | None, lasts: timedelta) -> datetime | None:
    """The end; nought means until it is discontinued."""
    try:
        return start + lasts if start and lasts else None
    except OverflowError:
        return None


def _area(message: Message, notes: Notes) -> Area:
    body = message.body
    spot = body.get("ObjectLatitude", ""), body.get("ObjectLongitude", "")
    if spot == UNTOLD:
        return NOWHERE
    one, two = (_dimension(body.get(each, "")) for each in ("ObjectSizeDim1", "ObjectSizeDim2"))
    kind = body.get("ObjectType", "")
    if kind in CIRCLES and one:
        return shapes.circle(spot, one, notes)
    if kind in SIDES and one and two:
        said = f"{one} by {two} m, turned by {body.get('ObjectOrientation', '')} degrees"
        notes.add("outline-enclosed", f"an outline of {said}: taken as the circle round it")
        return shapes.circle(spot, ceil(hypot(one, two)), notes)
    return shapes.points([spot], notes)


def _dimension(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len("9999")):
        raise wrong(f"size {text[:20]!r}")
    return int(text)
