"""How the files of `vectors/notice` are made: bodies about notices, and what is found in them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from firebreak.core.base.cbor import encode
from firebreak.core.base.instants import DAY, HOUR
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.geo.area import Altitude, Area, AreaKind, Datum
from firebreak.core.geo.place import Place
from firebreak.core.notice.answers import NoticeAnswer, NoticeCancel, NoticePassed, ReadBack, Word
from firebreak.core.notice.bodies import Doubt, Ends, Movement, Notice, Source, Wording
from firebreak.core.notice.inquiries import ExplanationAsk, ExplanationReply, IncidentReport
from firebreak.core.notice.lead import findings
from firebreak.core.notice.speaking import KINDS
from tests.core.notice.two_sides import SPAN, SQUARE, START, firing, read_back
from tools.tree import ROOT

FOLDER = ROOT / "vectors" / "notice"
NAME = bytes(range(32))
BOW_TIE = Area.of(AreaKind.POLYGON, SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3])
CROSSES_180 = Area.of(
    AreaKind.POLYGON,
    *(Place(north, east) for north in (600_000_000, 700_000_000) for east in (1_700_000_000, -1_700_000_000)),
)
CONVOY = Area.of(AreaKind.CORRIDOR, *SQUARE[:3], buffer_m=500, uncertainty_m=50)
HIGH = Area.of(AreaKind.CIRCLE, SQUARE[0], radius_m=9_260, altitude=Altitude(upper_m=3_048, datum=Datum.FL))
SOURCE = Source.of("navwarn", "GUNNERY 54-54N\r\n019-30E ЖД", (Doubt(code="window"),))

FIT: dict[str, tuple[str, StatedBody]] = {
    "firing": ("a firing area, announced in time", firing()),
    "late": ("announced a day before it begins; three days are the rule", firing(DAY)),
    "over": ("over when it was written", firing(-DAY)),
    "outline-crosses": ("an outline that crosses itself", firing(area=BOW_TIE)),
    "outline-at-180": (
        "corners in rows: on the 180th meridian it crosses itself too",
        firing(area=CROSSES_180),
    ),
    "circle": ("a circle up to flight level 100", firing(area=HIGH)),
    "doubted": ("a source that was read with doubt", firing(source=SOURCE)),
    "compared": ("the same, and an officer compared it", firing(source=replace(SOURCE, confirmed_by="Berg"))),
    "expiry": ("expires before its last window ends", firing(expires_at=START + 4 * DAY + HOUR)),
    "unknown-code": ("a code that no table has", firing(code="D47")),
    "site": (
        "a hospital that is confirmed again within 30 days",
        firing(code="I51", windows=(), ends=Ends.UNTIL_CANCELLED, confirm_by=START + 30 * DAY),
    ),
    "convoy": (
        "a convoy, announced 47 hours ahead",
        firing(47 * HOUR, code="MF2", area=CONVOY, movement=Movement(name="Aid 4", persons=12)),
    ),
    "convoy-in-an-emergency": (
        "the same in an emergency",
        firing(47 * HOUR, code="MF2", area=CONVOY, emergency=True),
    ),
    "cancel": ("a notice is cancelled", NoticeCancel(notice=NAME, text="погода")),
    "confirm": (
        "two places read back, one of them in full",
        NoticeAnswer(
            notice=NAME,
            word=Word.CONFIRM,
            desk="duty",
            read_back=(*read_back(1), ReadBack(number=2, digits="23", place=SQUARE[1])),
        ),
    ),
    "passed": ("a notice was passed on", NoticePassed(notice=NAME, to="coast guard", passed_at=START)),
    "question": (
        "a request for an explanation",
        ExplanationAsk(from_desk="duty", desk="duty", question="What fell?", reply_by=START + DAY),
    ),
    "reply": ("an explanation", ExplanationReply(ask=NAME, text="A target drone.")),
    "incident": (
        "a version of an incident in two languages",
        IncidentReport(
            incident=NAME[:16],
            from_at=START,
            until_at=START + HOUR,
            versions=(Wording(language="en", text="east"), Wording(language="uk", text="схід")),
            from_desk="duty",
        ),
    ),
}
UNFIT: dict[str, tuple[str, dict[int, Any]]] = {
    "circle-without-radius": ("a circle without a radius", {5: {1: 2, 2: [bytes(8)]}}),
    "closed-ring": (
        "a ring that ends with its first place",
        {5: {1: 3, 2: [bytes(8) + b"\0\0\0\1" * 4 + bytes(8)]}},
    ),
    "half-round": (
        "an edge of exactly 180 degrees",
        {5: {1: 5, 2: [bytes(8) + bytes.fromhex("0000000094b62e00")]}},
    ),
    "beyond-the-pole": ("a latitude beyond 90 degrees", {5: {1: 1, 2: [bytes.fromhex("35a4e90100000000")]}}),
    "window-backwards": ("a window that ends before it begins", {6: [{1: 5, 2: 4}]}),
    "windows-over-each-other": ("windows over each other", {6: [{1: 3, 2: 9}, {1: 8, 2: 12}]}),
    "source-of-another-hash": ("a source under another hash", {19: {1: "navwarn", 2: "x", 3: bytes(32)}}),
    "small-letters": ("a code in small letters", {4: "df2"}),
}


def made() -> Iterator[tuple[str, str]]:
    """Name and text of each file."""
    for name, (comment, body) in FIT.items():
        lines = ["expect: ok", f"comment: {comment}", f"kind: {int(KINDS[type(body)])}"]
        if isinstance(body, Notice):
            found = " ".join(each.code for each in findings(body, SPAN))
            lines += [f"written: {START}", f"findings: {found}".rstrip()]
        yield name, "\n".join([*lines, "", body.to_bytes().hex(), ""])
    for name, (comment, change) in UNFIT.items():
        data = encode({**firing().to_map(), **change})
        yield name, f"expect: counterpart error\ncomment: {comment}\nkind: 18\n\n{data.hex()}\n"
