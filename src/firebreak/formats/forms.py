"""Drafts and the JSON form of a notice: what `notice issue --file` takes and the desk socket gives.

The source goes along word for word. One with characters that no signed text may hold goes as base64, and one
too long to travel as its hash alone: whoever has the file can compare.
"""

from base64 import b64encode
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Final
from unicodedata import normalize

from firebreak.core.base.text import TEXT_CODE_POINTS_MAX, faults, show
from firebreak.core.geo.area import Altitude, Area, AreaKind, Datum
from firebreak.core.geo.place import DEGREE
from firebreak.core.notice.kinds import SORTS
from firebreak.formats import measures, shapes
from firebreak.formats.beside import READ, beside
from firebreak.formats.bounds import unreadable
from firebreak.formats.drafts import UNSAID, Draft, Notes
from firebreak.formats.instants import read_instant
from firebreak.formats.json_text import listing, mapping, words
from firebreak.formats.parsed import Window
from firebreak.formats.shapes import Position

DOUBTS_MAX: Final = 32
DOUBT_MAX: Final = 200
NAME_MAX: Final = 64
ANY_LANGUAGE: Final = "en"
SHORT_FORMAT_MAX: Final = 24
PAIR: Final = 2
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
ENDLESS: Final = 253_402_300_740_000
"Milliseconds of 9999-12-31T23:59Z: a window that lasts until it is cancelled closes then."
KINDS: Final = {each.name.lower(): each for each in AreaKind}
DATUMS: Final = {each.name.lower(): each for each in Datum}


def form_of(draft: Draft, source: bytes, compared_by: str = "") -> dict[str, Any]:
    """The fields of a notice that a draft fills, for a person to look through and complete.

    `compared_by` is whoever compared area and windows with the source; without one, doubts keep it unsigned.
    """
    endless = any(each.end is None for each in draft.windows)
    form: dict[str, Any] = {
        "code": draft.code,
        "area": area_form(draft.area),
        "windows": [[_milliseconds(each.start), _milliseconds(each.end)] for each in draft.windows],
        "ends": "until_cancelled" if endless else "fixed",
        "expires_at": _milliseconds(draft.cancel_at) if draft.cancel_at else None,
        "activity": _fit(draft.title, DOUBT_MAX),
        "texts": {ANY_LANGUAGE if name == UNSAID else name: _fit(text) for name, text in draft.texts},
        "authority": _fit(draft.authority, DOUBT_MAX),
        "contact": _fit(draft.contact, DOUBT_MAX),
        "source": _source(draft, source, compared_by),
    }
    kept = {name: each for name, each in draft.beside.items() if name in READ}
    if endless:
        kept.pop("ends", None)
    return {name: each for name, each in (form | kept).items() if each}


def area_form(area: Area) -> dict[str, Any]:
    """An area with its places in degrees."""
    rows = [[[each.latitude_e7 / DEGREE, each.longitude_e7 / DEGREE] for each in ring] for ring in area.rings]
    several = area.kind is AreaKind.MULTIPOLYGON
    form: dict[str, Any] = {
        "kind": area.kind.name.lower(),
        "positions": rows if several else [each for row in rows for each in row],
        "radius_m": area.radius_m,
        "buffer_m": area.buffer_m or None,
        "uncertainty_m": area.uncertainty_m,
        "altitude": _altitude_form(area.altitude) if area.altitude else None,
        "name": area.name or None,
    }
    return {name: each for name, each in form.items() if each is not None}


def _altitude_form(band: Altitude) -> dict[str, Any]:
    ends = {"lower_m": band.lower_m, "upper_m": band.upper_m}
    return {"datum": band.datum.name.lower()} | {
        name: each for name, each in ends.items() if each is not None
    }


def _source(draft: Draft, source: bytes, compared_by: str) -> dict[str, Any]:
    kind, text = _carried(draft.source_format, source)
    doubts = [{"code": each.code, "text": _fit(each.text, DOUBT_MAX)} for each in draft.findings[:DOUBTS_MAX]]
    held = {"format": kind, "text": text, "doubts": doubts}
    return held | ({"confirmed_by": _fit(compared_by, NAME_MAX)} if compared_by else {})


def _carried(kind: str, source: bytes) -> tuple[str, str]:
    """The source as it can travel, and how: as it is, in base64, or as its hash."""
    try:
        text = source.decode()
    except UnicodeDecodeError:
        text = ""
    if text and len(text) <= TEXT_CODE_POINTS_MAX and not any(faults(text)):
        return kind, text
    packed = b64encode(source).decode()
    if source and len(packed) <= TEXT_CODE_POINTS_MAX:
        return f"{kind};base64"[:SHORT_FORMAT_MAX], packed
    said = f"A file of {len(source)} bytes, SHA-256 {sha256(source).hexdigest()}."
    return f"{kind};sha256"[:SHORT_FORMAT_MAX], said


def _fit(text: str, most: int = TEXT_CODE_POINTS_MAX) -> str:
    """A text that may be signed: composed, with blanks for tabs, and marks for what nobody could see."""
    tidy = normalize("NFC", text.replace("\r\n", "\n").translate({9: " ", 13: "\n"}))
    return show(tidy)[:most]


def draft_of(form: dict[str, Any], kind: str = "firebreak") -> Draft:
    """A draft out of a form, or out of a notice as the node tells it. Raises LocalError."""
    notes = Notes()
    area = _area(mapping(form.get("area")), notes)
    if notes.has("no-area") or notes.has("impossible-coordinate"):
        raise unreadable("a notice", next(iter(notes)).text)
    open_end = words(form.get("ends")) == "until_cancelled"
    code = words(form.get("code"))
    replaced = words(form.get("replaces"))
    sort = SORTS.get(code)
    return Draft(
        source_format=kind,
        identifier=words(form.get("notice")) or words(form.get("identifier")),
        act="replace" if replaced else "issue",
        refers_to=(replaced,) if replaced else (),
        code=code,
        area=area,
        windows=tuple(_windows(form.get("windows"), open_end=open_end)),
        cancel_at=_instant(form.get("expires_at")),
        issued_at=_instant(form.get("at")),
        title=words(form.get("activity")) or (sort.name if sort else ""),
        texts=tuple((str(name), words(text)) for name, text in mapping(form.get("texts")).items()),
        authority=words(form.get("authority")),
        contact=words(form.get("contact")),
        beside=beside(form),
        findings=tuple(notes),
    )


def _area(form: dict[str, Any], notes: Notes) -> Area:
    kind = KINDS.get(words(form.get("kind")) or "none")
    if kind is None:
        raise unreadable("a notice", f"there is no area of kind {str(form.get('kind'))[:20]!r}")
    found = listing(form.get("positions"))
    rows = found if kind is AreaKind.MULTIPOLYGON else [found] if found else []
    rings = [shapes.row(_positions(each), notes) for each in rows]
    measured = {"radius_m": form.get("radius_m"), "uncertainty_m": form.get("uncertainty_m")}
    return shapes.built(
        notes,
        kind,
        [each for each in rings if each is not None],
        buffer_m=_whole(form.get("buffer_m")) or 0,
        altitude=_altitude(mapping(form.get("altitude"))),
        name=words(form.get("name")),
        **{name: _whole(each) for name, each in measured.items()},
    )


def _positions(row: Any) -> list[Position]:
    pairs = [listing(each) for each in listing(row)]
    return [(each[0], each[1]) if len(each) == PAIR else (None, None) for each in pairs]


def _altitude(form: dict[str, Any]) -> Altitude | None:
    datum = DATUMS.get(words(form.get("datum")))
    if datum is None:
        return None
    return Altitude(lower_m=_whole(form.get("lower_m")), upper_m=_whole(form.get("upper_m")), datum=datum)


def _windows(value: Any, *, open_end: bool) -> list[Window]:
    found: list[Window] = []
    for pair in map(listing, listing(value)):
        ends = [_instant(each) for each in pair]
        if len(ends) != PAIR or ends[0] is None or ends[1] is None:
            raise unreadable("a notice", "a window is a pair of instants")
        found.append(Window(ends[0], ends[1]))
    if found and open_end:
        found[-1] = Window(found[-1].start, None)
    return found


def _instant(value: Any) -> datetime | None:
    if isinstance(value, str):
        return read_instant(value, Notes())
    whole = _whole(value)
    return EPOCH + timedelta(milliseconds=min(whole, ENDLESS)) if whole and whole > 0 else None


def _whole(value: Any) -> int | None:
    found = measures.number(value)
    return None if found is None else int(found)


def _milliseconds(at: datetime | None) -> int:
    return ENDLESS if at is None else (at - EPOCH) // timedelta(milliseconds=1)
