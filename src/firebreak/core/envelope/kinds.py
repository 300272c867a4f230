"""Kinds of entries and precedences: the numbers that stand in a header (`spec/entry.md`)."""

from enum import IntEnum


class Precedence(IntEnum):
    """How urgent an entry is; a higher one overtakes every queue."""

    ROUTINE = 0
    PRIORITY = 1
    IMMEDIATE = 2
    FLASH = 3


class Kind(IntEnum):
    """What an entry is. An unknown number is stored, receipted and shown as such, never refused."""

    LINE_OPEN = 1
    LINE_AGREE = 2
    LINE_CLOSE = 3
    SEGMENT_OPEN = 4
    SESSION_UP = 5
    EPOCH_KEY = 6
    CARD = 7
    REVOKE = 8
    ROSTER = 9
    CHECKPOINT = 10
    LINE_SUSPEND = 11
    LINE_RESTORE = 12
    WITNESS_STAMP = 13
    CARD_TAKEN = 14
    REVOKE_TAKEN = 15

    MESSAGE = 16
    STATEMENT = 17
    NOTICE = 18

    RECEIPT_NODE = 20
    RECEIPT_DESK = 21
    RECEIPT_READ = 22
    RECEIPT_ACKNOWLEDGE = 23
    RECEIPT_BAD = 24
    RECEIPT_REFUSE = 25

    CALL_OFFER = 32
    CALL_RINGING = 33
    CALL_ANSWER = 34
    CALL_DECLINE = 35
    CALL_BUSY = 36
    CALL_NO_ANSWER = 37
    CALL_UNATTENDED = 38
    CALL_CANCEL = 39
    CALL_UNREACHABLE = 40
    CALL_END = 41
    CALL_GLARE = 42
    CALL_REQUEST = 43
    CALL_REPLY = 44
    CALL_MEDIA = 45
    CALL_CANDIDATE = 46
    CALL_SECURED = 47

    CHECK_PING = 48
    CHECK_PONG = 49
    CHECK_PERSON = 50
    CHECK_MISSED = 51
    CHECK_REFUSE = 52

    WATCH_TAKE = 56
    WATCH_HAND_OVER = 57

    LOG_ORPHANS = 60
    LOG_ADOPT = 61
    PROOF_EQUIVOCATION = 62
    EXPLAIN = 63
    CLOCK_STEP = 64
    ESCALATION_MISSED = 65
    STATUS = 66
    BODY_SHRED = 67
    WITNESS_ATTEST = 68

    CALL_PART = 70
    CALL_RECORD = 71
    CALL_RECORDED = 72
    CALL_MINUTES = 73
    VOICE_NOTE = 74
    VOICE_PART = 75

    NOTICE_CANCEL = 80
    NOTICE_ANSWER = 81
    NOTICE_PASSED = 82
    NOTICE_RENEWED = 83
    EXPLANATION_ASKED = 84
    EXPLANATION_GIVEN = 85
    INCIDENT = 86

    MATCHING_PROPOSED = 87
    MATCHING_ANSWER = 88
    MATCHING_COMMIT = 89
    MATCHING_PART = 90
    MATCHING_DONE = 91


def known(number: int) -> Kind | None:
    """The kind of a number, or None for one this version does not know."""
    return _KNOWN.get(number)


_KNOWN = {int(kind): kind for kind in Kind}

RECEIPTS = frozenset(
    {
        Kind.RECEIPT_NODE,
        Kind.RECEIPT_DESK,
        Kind.RECEIPT_READ,
        Kind.RECEIPT_ACKNOWLEDGE,
        Kind.RECEIPT_BAD,
        Kind.RECEIPT_REFUSE,
    }
)
"Kinds that never get a receipt of their own; a later `seen` covers them."
