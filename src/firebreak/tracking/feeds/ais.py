"""AIS as receivers pass it on: NMEA 0183 sentences `!AIVDM`, with or without a tag block.

ITU-R M.1371 has the messages, IEC 61162-1 the sentences.

Messages in several sentences are put together here and not by the library, so that a sender of first parts
only cannot fill the memory.
"""

import re
from collections import OrderedDict
from typing import Any, Final

from pyais import decode
from pyais.exceptions import AISBaseException

from firebreak.core.base.instants import Instant
from firebreak.core.proximity.bands import FOOT_M, Reference
from firebreak.tracking.feeds.report import (
    KNOT_MS,
    ROUND,
    SPEED_MS_MAX,
    Faults,
    Report,
    is_place,
    label_of,
    number,
)

LINE_BYTES_MAX: Final = 1_024  # a sentence has 82, a tag block before it at most 80 more
PARTS_MAX: Final = 9  # one digit in the sentence
WAITING_MAX: Final = 64  # messages whose parts are not all here
NAMES_MAX: Final = 20_000
KNOTS_MAX: Final = 102.2  # 102.3 is "not known"
PAST_SECONDS_MAX: Final = 86_400  # a tag block that is older or newer says nothing about now
FUTURE_SECONDS_MAX: Final = 60
MOBILE: Final = frozenset({1, 2, 3, 9, 18, 19, 27})
"Position reports of ships and aircraft. Base stations (4) and buoys (21) have places and are no tracks."
SENTENCE: Final = re.compile(
    rb"(?:\\([^\\]*)\\)?([!$](?:[A-Z]{2})VD[MO],(\d),(\d),(\d?),([AB12]?),([0-W`-w]*),([0-5])\*([0-9A-Fa-f]{2}))\s*"
)
TIME: Final = re.compile(rb"(?:^|,)c:(\d{9,13})(?:,|\*|$)")


class AisReader:
    """Turns lines into reports and remembers names, which come in messages of their own."""

    def __init__(self) -> None:
        self.faults = Faults.none()
        self._names: OrderedDict[int, str] = OrderedDict()
        self._waiting: OrderedDict[bytes, dict[int, bytes]] = OrderedDict()

    def read(self, line: bytes, now: Instant) -> list[Report]:
        """What one line completes; anything else is counted."""
        found = SENTENCE.fullmatch(line) if len(line) <= LINE_BYTES_MAX else None
        if found is None:
            return self._fault("no AIS sentence" if line.strip() else "empty line")
        tags, sentence, parts, part, sequence, channel, *_ = found.groups()
        if not _checks(sentence):
            return self._fault("wrong checksum")
        whole = self._joined(sentence, int(parts), int(part), sequence + b"/" + channel)
        return self._decoded(whole, _time(tags, now)) if whole else []

    def _joined(self, sentence: bytes, parts: int, part: int, slot: bytes) -> list[bytes] | None:
        if parts == 1:
            return [sentence]
        if not 1 <= part <= parts:
            self.faults.add("part beyond its count")
            return None
        held = self._waiting.setdefault(slot, {})
        held[part] = sentence
        if len(held) == parts:
            del self._waiting[slot]
            return [held[number] for number in sorted(held)]
        if len(self._waiting) > WAITING_MAX:
            self._waiting.popitem(last=False)
            self.faults.add("parts that never came")
        return None

    def _decoded(self, sentences: list[bytes], at: Instant) -> list[Report]:
        try:
            message: dict[str, Any] = decode(*sentences).asdict()
        except (AISBaseException, ValueError, IndexError, KeyError, TypeError):
            return self._fault("unreadable message")
        self._remember(message)
        if "lat" not in message:
            return []
        if message["msg_type"] not in MOBILE:
            return self._fault("no ship or aircraft")
        report = self._report(message, at)
        return [report] if report else self._fault("no position")

    def _remember(self, message: dict[str, Any]) -> None:
        name = label_of(message.get("shipname") or message.get("name") or "")
        if not name:
            return
        self._names[message["mmsi"]] = name
        self._names.move_to_end(message["mmsi"])
        if len(self._names) > NAMES_MAX:
            self._names.popitem(last=False)

    def _report(self, message: dict[str, Any], at: Instant) -> Report | None:
        latitude, longitude = message["lat"], message["lon"]
        if not is_place(latitude, longitude):
            return None
        mmsi = f"{message['mmsi']:09d}"
        aircraft = number(message.get("alt"), 0, 4_094)
        knots = number(message.get("speed"), 0, KNOTS_MAX if aircraft is None else 1_022)
        course = number(message.get("course"), 0, ROUND)
        return Report(
            id=mmsi,
            label=self._names.get(message["mmsi"], mmsi),
            latitude=latitude,
            longitude=longitude,
            altitude_ft=aircraft / FOOT_M if aircraft is not None else 0.0,
            reference=Reference.MSL,
            course=None if course == ROUND else course,
            speed_ms=number((knots or 0.0) * KNOT_MS, 0, SPEED_MS_MAX) if knots is not None else None,
            at=at,
        )

    def _fault(self, reason: str) -> list[Report]:
        self.faults.add(reason)
        return []


def _checks(sentence: bytes) -> bool:
    """The exclusive or of everything between `!` and `*` stands behind the star."""
    body, _, given = sentence[1:].partition(b"*")
    check = 0
    for each in body:
        check ^= each
    return check == int(given[:2], 16)


def _time(tags: bytes | None, now: Instant) -> Instant:
    """When the receiver heard it, where its tag block says so believably; else now."""
    found = TIME.search(tags) if tags else None
    if found is None:
        return now
    value = int(found[1])
    milliseconds = value if value >= 10**11 else value * 1_000
    believable = now - PAST_SECONDS_MAX * 1_000 <= milliseconds <= now + FUTURE_SECONDS_MAX * 1_000
    return Instant(milliseconds) if believable else now
