"""What notices report. Each stands for an entry that counts, or for a clock that ran out."""

from dataclasses import dataclass

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.notice.answers import Objection, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeEvent(Event):
    """Something about a notice."""

    notice: bytes
    "Its name, the hash of its entry."
    ours: bool
    "Whether our side issued it."
    code: str
    "What it is about."


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeIssued(NoticeEvent):
    """A notice stands in the record; the clock of the answer runs."""

    precedence: Precedence
    officer: str
    replaces: bytes | None
    opens_at: Instant | None
    ends_at: Instant | None
    lead_short: bool
    "Whether it came later before its beginning than the rule of its kind asks."
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReplaced(NoticeEvent):
    """Its issuer put another notice in its place."""

    by: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCancelled(NoticeEvent):
    """Its issuer cancelled it."""

    officer: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeBegan(NoticeEvent):
    """A window opened: it holds now."""

    until: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeExpired(NoticeEvent):
    """It ceased to hold of itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeAnswered(NoticeEvent):
    """An officer of the side that is told answered it."""

    word: Word
    officer: str
    desk: str
    reason: Objection
    text: str
    late: bool
    "The notice had been replaced or cancelled when the answer was written."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBackDiffered(NoticeEvent):
    """A place that was read back is not the notice's: somebody looks at another spot on the earth."""

    numbers: tuple[int, ...]
    "Which places, counted from 1."
    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePassedOn(NoticeEvent):
    """A side says to whom it passed the notice on."""

    by_us: bool
    to: str
    passed_at: Instant
    again: bool
    "Whether that side had said so before of the same receivers."


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeConfirmedAgain(NoticeEvent):
    """Its issuer says that it is still so."""

    officer: str
    confirm_by: Instant | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeNotConfirmed(NoticeEvent):
    """The date came by which its issuer was to confirm it again. It says nothing about why."""

    due: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeUnanswered(NoticeEvent):
    """The clock of the answer ran out. It says nothing about why."""

    due: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesCrowd(Event):
    """So many more notices, and words about them, came from the other side than are told one by one."""

    count: int
    "Since the last time that this was told."
    since: Instant
    "When the crowd began."


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDoubted(Event):
    """An entry about a notice is stored and does not count, or not yet."""

    entry: bytes
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationAsked(Event):
    """One side asks the other for an explanation."""

    ask: bytes
    ours: bool
    desk: str
    officer: str
    question: str
    reply_by: Instant
    follows: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationGiven(Event):
    """The side that was asked replied."""

    ask: bytes
    ours: bool
    "Whether our side had asked."
    officer: str
    text: str
    late: bool
    "It came after the instant by which it was asked for."


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationOverdue(Event):
    """The instant came by which an explanation was asked for. It says nothing about why there is none."""

    ask: bytes
    ours: bool
    due: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentReported(Event):
    """A side stated its version of an incident, the first or a later one."""

    incident: bytes
    entry: bytes
    by_us: bool
    officer: str
    versions: int
    "How many this side has stated by now."
