"""All formats by name: which one a file is, reading it, and writing drafts in it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.place import Place
from firebreak.formats import cap, cot, ed318, f3548, geojson, kml, parsing, swapped, whiteflag
from firebreak.formats.beside import left_out, marked
from firebreak.formats.bounds import octets, unreadable, unwritable
from firebreak.formats.drafts import Draft, Notes, Written, line
from firebreak.formats.ed318.reading import is_zone
from firebreak.formats.instants import ended
from firebreak.formats.json_text import listing, mapping, read_json
from firebreak.formats.markup import read_xml
from firebreak.formats.parsed import Finding

Read = Callable[[bytes], list[Draft]]
AUTO: Final = "auto"
NULL_ISLAND: Final = Place(0, 0)
BINARY: Final = {b"\xbf": "cot", b"PK\x03\x04": "kml", b"WF1": "whiteflag", b"574631": "whiteflag"}
ROOTS: Final = {"alert": "cap", "kml": "kml", "event": "cot", "events": "cot"}
INTENT: Final = frozenset({"details", "operational_intent", "volumes", "volume"})
READERS: Final[dict[str, Read]] = {
    "cap": cap.read,
    "cot": cot.read,
    "ed318": ed318.read,
    "f3548": f3548.read,
    "geojson": geojson.read,
    "kml": kml.read,
    "text": parsing.read,
    "whiteflag": whiteflag.read,
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Who writes a file, and when."""

    now: datetime
    sender: str = "firebreak"
    "How other programs know this desk; no blanks."


Write = Callable[[Sequence[Draft], Desk], Written]
WRITERS: Final[dict[str, Write]] = {
    "cap": lambda drafts, desk: cap.write(drafts, desk.sender, desk.now),
    "cot": lambda drafts, desk: cot.write(drafts, desk.now),
    "cot-protobuf": lambda drafts, desk: cot.write_protobuf(drafts, desk.now),
    "ed318": lambda drafts, _: ed318.write(drafts),
    "f3548": lambda drafts, _: f3548.write(drafts),
    "geojson": lambda drafts, _: geojson.write(drafts),
    "kml": lambda drafts, _: kml.write(drafts),
    "whiteflag": lambda drafts, _: whiteflag.write(drafts),
}
WHOLE: Final = frozenset({"geojson", "kml"})
"Formats that have a place for everything."
ONE_EACH: Final = frozenset({"cap"})
"Formats whose files hold one notice."


def read(
    data: bytes, kind: str = AUTO, near: Place | None = None, now: datetime | None = None
) -> list[Draft]:
    """The drafts of a file, of whatever format it is. Raises LocalError."""
    found = reader(data, kind)(data)
    if near is not None:
        found = swapped.near(found, near)
    return [_asked(each, now) for each in found]


def reader(data: bytes, kind: str = AUTO) -> Read:
    """What reads a file. Raises LocalError when nothing does."""
    name = recognised(data) if kind == AUTO else kind
    if name not in READERS:
        raise unknown(name, READERS)
    return READERS[name]


def writer(kind: str) -> Write:
    """What writes a format. Raises LocalError when nothing does."""
    if kind not in WRITERS:
        raise unknown(kind, WRITERS)

    def write(drafts: Sequence[Draft], desk: Desk) -> Written:
        made = WRITERS[kind](marked(drafts), desk)
        lost = () if kind in WHOLE else left_out(drafts)
        return replace(made, losses=(*made.losses, *lost))

    return write


def sayable(kind: str, drafts: Sequence[Draft], desk: Desk) -> tuple[list[Draft], list[Finding]]:
    """Of several drafts those that a format can say, and why not the others. Raises LocalError for none."""
    write, fit, lost = writer(kind), list[Draft](), list[Finding]()
    for each in drafts:
        try:
            write([each], desk)
        except LocalError as error:
            if len(drafts) == 1:
                raise
            lost.append(
                Finding(code="notice-lost", text=f"{line(each.identifier)} is left out: {error.text}")
            )
        else:
            fit.append(each)
    if drafts and not fit:
        raise unwritable(kind, f"it can say none of the {len(drafts)} notices; the first: {lost[0].text}")
    return fit, lost


def unknown(kind: str, known: Iterable[str]) -> LocalError:
    """There is no such format."""
    names = ", ".join(sorted(known))
    return LocalError(f"there is no format {kind[:40]!r}", code="FB625", hint=f"one of {names}")


def recognised(data: bytes) -> str:
    """The name of a format by how a file begins. Raises LocalError."""
    octets(data)
    for opening, name in BINARY.items():
        if data.startswith(opening):
            return name
    first = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if first == b"<":
        root = read_xml(data, "a format that is read here").name
        return ROOTS.get(root, "") or _none(f"its root is {root[:40]!r}")
    return _of_json(data) if first in {b"{", b"["} else "text"


def _of_json(data: bytes) -> str:
    root = read_json(data, "a format that is read here")
    facts = mapping(root) or mapping((listing(root) or [None])[0])
    if "MessageHeader" in facts:
        return "whiteflag"
    if INTENT & facts.keys():
        return "f3548"
    features = listing(facts.get("features"))
    if features and all(is_zone(mapping(each)) for each in features):
        return "ed318"
    return "geojson" if isinstance(facts.get("type"), str) else _none("its members say nothing")


def _none(why: str) -> str:
    raise unreadable("a format that is read here", why)


def _asked(draft: Draft, now: datetime | None) -> Draft:
    """With what is doubtful in any format alike."""
    notes = Notes()
    if now is not None and ended(draft.windows, now):
        notes.add("stale", "all its windows are over")
    if NULL_ISLAND in draft.area.places:
        notes.add(
            "null-island", "a place at 0 north, 0 east: programs write that for a place they do not know"
        )
    return replace(draft, findings=(*draft.findings, *notes))
