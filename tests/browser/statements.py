"""How the files of `vectors/entry` were made. One that exists is never written again: it verifies for ever.

.venv/bin/python -m tests.browser.statements
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from firebreak.core.base.cbor import encode
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.call.asking import CallRequest, Interpreter, SubjectClass, Window
from firebreak.core.call.bodies import CallAnswer, CallDecline, Reason
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import NO_ENTRY, StatedBody
from firebreak.core.linecheck.bodies import CheckPerson
from firebreak.core.linecheck.suspending import LineSuspend, Scope
from firebreak.core.message.receipts import ReceiptAcknowledge, ReceiptRead
from firebreak.core.watch.bodies import WatchHandOver, WatchTake
from firebreak.keyring.keys import OfficerKey
from firebreak.keyring.officer import state, word
from tests.browser.statements_of_sound import LEFT, MISSPOKEN, SPOKEN

FOLDER: Final = Path(__file__).parents[2] / "vectors" / "entry"
KEY: Final = OfficerKey(officer="Maj Brandt", seed=bytes(range(32)))
LINE: Final = bytes(range(100, 132))
ABOUT: Final = (b"\x11" * 32, b"\x22" * 32)
AT: Final = 1_795_372_191_363
CALL: Final = bytes(range(16))


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One body that an officer signs."""

    name: str
    comment: str
    kind: Kind
    body: StatedBody
    about: tuple[bytes, bytes] = (NO_ENTRY, NO_ENTRY)
    environment: Environment = Environment.EXERCISE
    language: str = ""


class Read(NamedTuple):
    header: dict[str, str]
    body: bytes


CASES: Final = (
    Case(
        name="statement-answer",
        comment="an answer to a call, about the entry that offered it",
        kind=Kind.CALL_ANSWER,
        body=CallAnswer(call=CALL, desk="duty"),
        about=ABOUT,
    ),
    Case(
        name="statement-answer-in-real-use",
        comment="the same words in real use are signed differently",
        kind=Kind.CALL_ANSWER,
        body=CallAnswer(call=CALL, desk="duty", media_key=b"\x33" * 32),
        about=ABOUT,
        environment=Environment.REAL,
    ),
    Case(
        name="statement-decline",
        comment="a decline with a reason, an instant and words in Cyrillic",
        kind=Kind.CALL_DECLINE,
        body=CallDecline(
            call=CALL, desk="черговий", reason=Reason.NOT_NOW, call_back_at=AT + 600_000, message="Не зараз."
        ),
        about=ABOUT,
    ),
    Case(
        name="statement-read",
        comment="a person opened a message that was shown in Ukrainian",
        kind=Kind.RECEIPT_READ,
        body=ReceiptRead(entry=ABOUT[0], desk="duty"),
        about=ABOUT,
        language="uk",
    ),
    Case(
        name="statement-acknowledge",
        comment="a person understood it and says so in their own words",
        kind=Kind.RECEIPT_ACKNOWLEDGE,
        body=ReceiptAcknowledge(entry=ABOUT[0], desk="duty", paraphrase="Feuer einstellen bei HA-114."),
        about=ABOUT,
        language="de",
    ),
    Case(
        name="statement-watch",
        comment="a watch is taken: about no entry, so that keys 3 and 4 are left out",
        kind=Kind.WATCH_TAKE,
        body=WatchTake(desk="duty", role="Major", languages=("de", "en")),
    ),
    Case(
        name="statement-hand-over",
        comment="a handover: its digest leaves out both statements",
        kind=Kind.WATCH_HAND_OVER,
        body=WatchHandOver(desk="duty", role="Captain", languages=("uk",)),
    ),
    Case(
        name="statement-check",
        comment="a check by a person; the usual text stands for itself and is left out",
        kind=Kind.CHECK_PERSON,
        body=CheckPerson(desk="duty"),
    ),
    Case(
        name="statement-request",
        comment="a request for a call with two windows",
        kind=Kind.CALL_REQUEST,
        body=CallRequest(
            request=CALL,
            level="minister",
            desk="duty",
            from_desk="duty",
            subject=SubjectClass.INCIDENT,
            windows=(Window(opens_at=AT, closes_at=AT + 1), Window(opens_at=AT + 2, closes_at=AT + 3)),
            interpreter=Interpreter.BOTH,
            text="HA-114",
        ),
    ),
    Case(
        name="statement-suspend",
        comment="a suspension",
        kind=Kind.LINE_SUSPEND,
        body=LineSuspend(scope=Scope.VOICE, reason="works", until=AT, contact="duty"),
    ),
    *(Case(about=ABOUT, **each) for each in SPOKEN),
    *(Case(**each) for each in LEFT),
)

WRONG: Final = (
    (
        "body-with-unknown-key",
        "a key that no answer has",
        {2: CALL, 3: "duty", 9: 1},
    ),
    ("body-with-wrong-type", "the desk is a number", {2: CALL, 3: 7}),
)

RELIEF: Final = OfficerKey(officer="Cpt Novak", seed=bytes(range(32, 64)))


def relief() -> str:
    """A handover that the officer who leaves has signed, and what the one who comes on makes of it."""
    case = next(each for each in CASES if each.kind is Kind.WATCH_HAND_OVER)
    half = state(KEY, case.body, time=Instant(AT), environment=case.environment, line=LINE)
    assert isinstance(half, WatchHandOver)
    said = word(
        RELIEF,
        WatchHandOver.RELIEF_ACTION,
        half.detail(),
        time=Instant(AT + 60_000),
        environment=case.environment,
        line=LINE,
    )
    header = {
        "expect": "ok",
        "comment": "the relief signs the same handover: the digest leaves out both statements",
        "kind": str(int(case.kind)),
        "environment": str(int(case.environment)),
        "line": LINE.hex(),
        "officer": RELIEF.officer,
        "seed": RELIEF.seed.hex(),
        "key": RELIEF.public.hex(),
        "time": str(AT + 60_000),
        "stated": half.relieved(said).to_bytes().hex(),
    }
    lines = "".join(f"{name}: {value}\n" for name, value in header.items())
    return f"{lines}\n{half.to_bytes().hex()}\n"


def made() -> Iterator[tuple[str, str]]:
    """Name and content of every vector."""
    yield "relief", relief()
    for case in CASES:
        yield case.name, _text(case)
    wrong = [(name, comment, Kind.CALL_ANSWER, fields) for name, comment, fields in WRONG]
    for name, comment, kind, fields in (*wrong, *MISSPOKEN):
        header = f"expect: counterpart error\ncomment: {comment}\nkind: {int(kind)}\n"
        yield name, f"{header}\n{encode(fields).hex()}\n"
    late = encode({2: CALL, 3: "duty"}).hex() + "00"
    header = f"expect: counterpart error\ncomment: a byte after the end\nkind: {int(Kind.CALL_ANSWER)}\n"
    yield "body-with-a-byte-too-many", f"{header}\n{late}\n"


def _text(case: Case) -> str:
    stated = state(
        KEY,
        case.body,
        time=Instant(AT),
        environment=case.environment,
        line=LINE,
        entry=case.about[0],
        commitment=case.about[1],
        language=case.language,
    )
    assert stated.statement is not None
    header = {
        "expect": "ok",
        "comment": case.comment,
        "kind": str(int(case.kind)),
        "environment": str(int(case.environment)),
        "line": LINE.hex(),
        "officer": KEY.officer,
        "seed": KEY.seed.hex(),
        "key": KEY.public.hex(),
        "about": case.about[0].hex(),
        "commitment": case.about[1].hex(),
        "language": case.language,
        "time": str(AT),
        "to-sign": stated.statement.signed_bytes(case.environment, LINE).hex(),
        "stated": stated.to_bytes().hex(),
    }
    lines = "".join(f"{name}: {value}".rstrip() + "\n" for name, value in header.items())
    return f"{lines}\n{case.body.to_bytes().hex()}\n"


def read(path: Path) -> Read:
    """A vector."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    pairs = (each.partition(":") for each in head.splitlines())
    return Read({name: value.strip() for name, _, value in pairs}, bytes.fromhex(body))


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in made():
        path = FOLDER / f"{name}.txt"
        if not path.exists():
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
