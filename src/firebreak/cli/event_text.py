"""One line for an event that a desk should see, saying no more than the entry behind it shows."""

import re
from typing import Any, Final

from firebreak.cli.matching_event import MATCHINGS, matching_event
from firebreak.cli.notice_event import NOTICES, notice_doubt, notice_event, notices_crowd
from firebreak.cli.terminal import clock, instant, listed, safe, styled
from firebreak.cli.voice_event import VOICE, voice_event
from firebreak.cli.words import word

SOUND: Final = (
    *("MediaDescribed", "CandidatesCame", "MediaSigned", "MediaSecured", "MediaContradicted"),
    *("Held", "Resumed", "Joined", "Left", "HandedOver", "Recorded", "MinutesProposed", "MinutesAgreed"),
    *("RecordingAsked", "RecordingAgreed", "RecordingEnded"),
)


def event_line(event: dict[str, Any], counterpart: str) -> str:
    """`14:05:09Z  CALL …`."""
    text = _TEXTS.get(event["event"], _plain)(event, safe(counterpart))
    return f"{clock(event['at'])}  {text}"


def _plain(event: dict[str, Any], _they: str) -> str:
    return safe(event["event"])


def waiting_call(call: dict[str, Any], counterpart: str) -> str:
    """A call that was placed before anybody looked."""
    return event_line({"event": "Placed", "at": call["learnt_at"], **call}, counterpart)


def _placed(event: dict[str, Any], they: str) -> str:
    subject = f", subject: {safe(event['subject'])}" if event["subject"] else ""
    if event["ours"]:
        return f"call {event['call'][:8]} to {safe(event['desk'])} of {they}{subject}"
    return styled(f"CALL {event['call'][:8]}", "bold") + (
        f" from {safe(event['from_desk'])} of {they} for {safe(event['desk'])},"
        f" {event['precedence']}{subject}. firebreak call answer | decline"
    )


def _outcome(event: dict[str, Any], _they: str) -> str:
    said = word("outcome", event["outcome"], subject="outcomes")
    officer = f" by {safe(event['officer'])}" if event.get("officer") else ""
    reason = f", {word('decline', event['reason'], subject='outcomes')}" if event.get("reason") else ""
    back = f", call back at {instant(event['call_back_at'])}" if event.get("call_back_at") else ""
    text = f": {safe(event['message'])}" if event.get("message") else ""
    return f"call {event['call'][:8]}: {said}{officer}{reason}{back}{text}"


def _suspended(event: dict[str, Any], they: str) -> str:
    who = "us" if event["ours"] else they
    body = event.get("body")
    if body is not None:
        reason = f", reason given: {safe(body['reason'])}" if body["reason"] else ""
        return f"line suspended by {who}: {word('suspension-scope', body['scope'])}{reason}"
    what = "restored" if event["event"] == "LineRestored" else "closed for good"
    return f"line {what} by {who} ({safe(event['officer'])})"


def _watch(event: dict[str, Any], they: str) -> str:
    side = "our" if event["ours"] else f"{they}'s"
    now = event.get("on_coming") or event.get("officer", "")
    if event["event"] == "WatchEnded":
        return f"{side} desk {safe(event['desk'])} is unattended; {safe(now)} left it"
    speaks = f", speaks {listed(event['languages'])}" if event["languages"] else ""
    return f"{side} desk {safe(event['desk'])}: {safe(now)} is on watch{speaks}"


def _request(event: dict[str, Any], they: str) -> str:
    name = event["request"][:8]
    if event["event"] == "RequestMade":
        who = "our request" if event["ours"] else f"request of {they}"
        return f"{who} {name} for a call with {safe(event['desk'])}, level {safe(event['level'])}"
    if event["event"] == "CallDue":
        return f"the agreed time of request {name} has come: place the call to {safe(event['desk'])}"
    who = "us" if event["by_us"] else they
    return f"request {name}: {event['answer'].replace('_', ' ')} by {who} ({safe(event['officer'])})"


def _overdue(event: dict[str, Any], _they: str) -> str:
    step = word("receipt", event["level"])
    return styled(f"overdue: message {event['entry'][:12]} is not {step}, due {instant(event['due'])}", "red")


def _contradicted(event: dict[str, Any], _they: str) -> str:
    return styled(f"CONTRADICTION: {safe(event['writer'])} signed two entries under one number", "red")


def _restarted(event: dict[str, Any], _they: str) -> str:
    count = f"{event['entries']} entries signed before remain valid"
    return styled(f"{safe(event['writer'])} was restored from an older state; {count}", "yellow")


def _branched(event: dict[str, Any], _they: str) -> str:
    who = safe(event["writer"])
    return styled(f"the log of {who} goes on twice after one entry. Both parts count: line show", "yellow")


def _card(event: dict[str, Any], they: str) -> str:
    if event["event"] == "CardOffered":
        return f"card {event['serial']}: {_told('card-offered')}"
    if event["event"] == "CardNotTaken":
        return styled(f"{_told('card-not-taken')}: {safe(event['reason'])}", "red")
    who = "our" if event["ours"] else f"{they}'s"
    changes = [
        f"{what} {listed(event[name])}"
        for what, name in (
            ("with officers", "officers_added"),
            ("without officers", "officers_removed"),
            ("with desks", "desks_added"),
            ("without desks", "desks_removed"),
        )
        if event[name]
    ]
    changes += [_told("card-new-keys")] if event["new_keys"] else []
    changes += [styled(_told("card-taken-over").upper(), "red")] if event["taken_over"] else []
    return "; ".join([f"{who} card {event['serial']}: {_told('card-in-force')}", *changes])


def _revoked(event: dict[str, Any], _they: str) -> str:
    if event["event"] == "RevocationNotTaken":
        return styled(f"{_told('revocation-not-taken')}: {safe(event['reason'])}", "red")
    if event["event"] == "EntryVoid":
        return styled(f"{_told('entry-void')}: {event['ref']['entry']} of {safe(event['writer'])}", "red")
    reason = f", reason given: {safe(event['reason'])}" if event["reason"] else ""
    counts = f"; {event['disputed']} entries disputed, {event['void']} void"
    return styled(f"{safe(event['writer'])}: {_told('key-revoked')} {event['key']}{reason}{counts}", "red")


def _explained(event: dict[str, Any], _they: str) -> str:
    return f"{safe(event['writer'])}: {_told('contradiction-explained')}: {safe(event['text'])}"


def _not_released(event: dict[str, Any], _they: str) -> str:
    entry, officers = event["ref"]["entry"], event["officers"]
    return styled(f"{_told('not-released')}: {entry} of {safe(event['writer'])}, by {officers} of 2", "red")


def _damaged(event: dict[str, Any], _they: str) -> str:
    counts = f"{event['pages']} pages, {event['entries']} entries"
    return styled(f"{_told('record-damaged')} ({counts}): firebreak repair", "red")


def _flood(event: dict[str, Any], they: str) -> str:
    if event["event"] == "CounterpartSlows":
        return f"{they}: {word('health', 'slows')}: {word('limit', event['limit'])}"
    return styled(f"{they}: {word('health', 'floods')}: {word('limit', event['limit'])}", "yellow")


def _link(event: dict[str, Any], _they: str) -> str:
    name = word("health", "link-up" if event["event"] == "LinkUp" else "link-lost")
    return f"{name}: {safe(event['link'])} ({event['links']})"


def _trouble(event: dict[str, Any], _they: str) -> str:
    began = [styled(word("status", f"our-{each}"), "yellow") for each in event["began"]]
    ended = [f"{word('health', 'over')}: {word('status', f'our-{each}')}" for each in event["ended"]]
    return "; ".join([*began, *ended])


def _space(event: dict[str, Any], _they: str) -> str:
    free, reserve = event["free"] >> 20, event["reserve"] >> 20
    return styled(f"{word('health', 'space-low')}: {free} MiB, {reserve} MiB", "yellow")


def _apart(event: dict[str, Any], _they: str) -> str:
    return styled(f"{word('health', 'clocks-apart')}: {event['apart_ms'] / 1_000:.0f} s", "yellow")


def _store(event: dict[str, Any], _they: str) -> str:
    return styled(f"{word('health', 'store-failed')}: {event['code']}: {safe(event['text'])}", "red")


def _sound(event: dict[str, Any], they: str) -> str:
    """`call 7f3a0c5b: call held (us)`."""
    name = re.sub("(?<!^)([A-Z])", r"-\1", event["event"]).lower()
    who = "us" if event["by_us"] else they
    said = f"call {event['call'][:8]}: {word('sound', name)} ({who})"
    if event["event"] == "MediaContradicted":
        return styled(f"{said}: {safe(event['finding']['text'])}", "red")
    person = event.get("taker") or event.get("who") or event.get("officer") or ""
    text = f": {safe(event['text'])}" if event.get("text") else ""
    return f"{said}{', ' if person else ''}{safe(person)}{text}"


def _told(name: str) -> str:
    return word("told", name)


_TEXTS = {
    "Placed": _placed,
    **dict.fromkeys(
        ("Rang", "Answered", "Declined", "WasBusy", "RangOut", "WasUnattended", "Withdrawn", "NotReached"),
        _outcome,
    ),
    **dict.fromkeys(("LineSuspended", "LineRestored", "LineClosed"), _suspended),
    **dict.fromkeys(("WatchTaken", "WatchHandedOver", "WatchEnded"), _watch),
    **dict.fromkeys(("RequestMade", "RequestAnswered", "CallDue"), _request),
    **dict.fromkeys(SOUND, _sound),
    "Overdue": _overdue,
    "Contradicted": _contradicted,
    **dict.fromkeys(("CardInForce", "CardOffered", "CardNotTaken"), _card),
    **dict.fromkeys(("KeyRevoked", "RevocationNotTaken", "EntryVoid"), _revoked),
    "ContradictionExplained": _explained,
    "NotReleased": _not_released,
    "RecordDamaged": _damaged,
    **dict.fromkeys(("CounterpartFloods", "CounterpartSlows"), _flood),
    **dict.fromkeys(("LinkUp", "LinkLost"), _link),
    "TroubleChanged": _trouble,
    "SpaceLow": _space,
    "ClocksApart": _apart,
    "StoreFailed": _store,
    **dict.fromkeys(NOTICES, notice_event),
    "NoticeDoubted": notice_doubt,
    "NoticesCrowd": notices_crowd,
    **dict.fromkeys(VOICE, voice_event),
    **dict.fromkeys(MATCHINGS, matching_event),
    "Restarted": _restarted,
    "Branched": _branched,
}
