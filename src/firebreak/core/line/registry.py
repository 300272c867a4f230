"""Which body belongs to which kind of entry."""

from typing import Final

from firebreak.core.base.shape import Body
from firebreak.core.call.asking import CallReply, CallRequest
from firebreak.core.call.facts import BODIES as CALL_BODIES
from firebreak.core.call.sound.said import BODIES as SOUND_BODIES
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.opening import LineOpen
from firebreak.core.line.agreement import LineAgree
from firebreak.core.line.rates import Slowed
from firebreak.core.line.source import SourcedStatement
from firebreak.core.linecheck.bodies import CheckMissed, CheckPerson, CheckPing, CheckPong, CheckRefuse
from firebreak.core.linecheck.suspending import LineClose, LineRestore, LineSuspend
from firebreak.core.matching.bodies import MatchingCommit, MatchingPart
from firebreak.core.matching.speaking import KINDS as MATCHING_KINDS
from firebreak.core.message.bodies import Message
from firebreak.core.message.receipts import (
    EscalationMissed,
    ReceiptAcknowledge,
    ReceiptBad,
    ReceiptDesk,
    ReceiptNode,
    ReceiptRead,
    ReceiptRefuse,
)
from firebreak.core.message.voice.bodies import VoiceNote, VoicePart
from firebreak.core.notice.speaking import KINDS as NOTICE_KINDS
from firebreak.core.record.attested import AttestedBody
from firebreak.core.record.bodies import (
    Adopt,
    CheckpointBody,
    ClockStep,
    Equivocation,
    Orphans,
    SegmentOpen,
    SessionUp,
    Shredded,
    StampBody,
)
from firebreak.core.record.rooted import CardEntry, CardTaken, Explain, Revoke, RevokeTaken
from firebreak.core.watch.bodies import WatchHandOver, WatchTake

BODIES: Final[dict[Kind, type[Body]]] = {
    Kind.LINE_OPEN: LineOpen,
    Kind.LINE_AGREE: LineAgree,
    Kind.LINE_CLOSE: LineClose,
    Kind.SEGMENT_OPEN: SegmentOpen,
    Kind.SESSION_UP: SessionUp,
    Kind.CARD: CardEntry,
    Kind.CARD_TAKEN: CardTaken,
    Kind.REVOKE: Revoke,
    Kind.REVOKE_TAKEN: RevokeTaken,
    Kind.EXPLAIN: Explain,
    Kind.CHECKPOINT: CheckpointBody,
    Kind.WITNESS_STAMP: StampBody,
    Kind.LINE_SUSPEND: LineSuspend,
    Kind.LINE_RESTORE: LineRestore,
    Kind.MESSAGE: Message,
    Kind.STATEMENT: SourcedStatement,
    Kind.RECEIPT_NODE: ReceiptNode,
    Kind.RECEIPT_DESK: ReceiptDesk,
    Kind.RECEIPT_READ: ReceiptRead,
    Kind.RECEIPT_ACKNOWLEDGE: ReceiptAcknowledge,
    Kind.RECEIPT_BAD: ReceiptBad,
    Kind.RECEIPT_REFUSE: ReceiptRefuse,
    **CALL_BODIES,
    **SOUND_BODIES,
    Kind.CALL_REQUEST: CallRequest,
    Kind.CALL_REPLY: CallReply,
    Kind.CHECK_PING: CheckPing,
    Kind.CHECK_PONG: CheckPong,
    Kind.CHECK_PERSON: CheckPerson,
    Kind.CHECK_MISSED: CheckMissed,
    Kind.CHECK_REFUSE: CheckRefuse,
    Kind.WATCH_TAKE: WatchTake,
    Kind.WATCH_HAND_OVER: WatchHandOver,
    Kind.LOG_ORPHANS: Orphans,
    Kind.LOG_ADOPT: Adopt,
    Kind.PROOF_EQUIVOCATION: Equivocation,
    Kind.CLOCK_STEP: ClockStep,
    Kind.ESCALATION_MISSED: EscalationMissed,
    Kind.BODY_SHRED: Shredded,
    Kind.STATUS: Slowed,
    Kind.WITNESS_ATTEST: AttestedBody,
    Kind.VOICE_NOTE: VoiceNote,
    Kind.VOICE_PART: VoicePart,
    **{kind: body for body, kind in NOTICE_KINDS.items()},
    **{kind: body for body, kind in MATCHING_KINDS.items()},
    Kind.MATCHING_COMMIT: MatchingCommit,
    Kind.MATCHING_PART: MatchingPart,
}
