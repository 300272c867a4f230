"""Private matchings as JSON."""

from typing import Any

from firebreak.core.base.instants import Instant
from firebreak.core.matching.bodies import Role, message_bytes_max
from firebreak.core.matching.case import Case
from firebreak.runtime.showing import plain

SIDES = {"ours": True, "theirs": False}


def matching_value(case: Case, now: Instant) -> dict[str, Any]:
    """A matching: what was proposed, how it stands, which messages are here."""
    body, proposal = case.body, case.proposal
    return {
        "matching": case.name.hex(),
        "entry": str(proposal.ref),
        "state": case.state(now).value,
        "ours": proposal.ours,
        "at": proposal.at,
        "officer": proposal.officer,
        "from_desk": body.from_desk,
        "desk": body.desk,
        "from_at": body.from_at,
        "until_at": body.until_at,
        "lapses_at": case.lapses_at,
        "grid": body.grid,
        "resolution": body.resolution,
        "reach_m": body.reach_m,
        "expander": "ours" if case.we_expand else "theirs",
        "we_expand": case.we_expand,
        "items_max": body.items_max,
        "message_bytes_max": message_bytes_max(body.items_max),
        "text": body.text,
        "answer": _answer(case),
        "commitments": {side: _commitment(case, ours=ours) for side, ours in SIDES.items()},
        "bound": _bound(case),
        "messages": {side: _messages(case, ours=ours) for side, ours in SIDES.items()},
        "done": {side: _done(case, ours=ours) for side, ours in SIDES.items()},
        "findings": [{"code": each.code, "text": each.text} for each in case.findings],
    }


def _answer(case: Case) -> dict[str, Any] | None:
    said = case.answer
    if said is None:
        return None
    body = said.body
    return {
        "word": plain(body.word),
        "officer": said.officer,
        "at": said.at,
        "desk": body.desk,
        "text": body.text,
        "entry": str(said.ref),
        "hash": said.ref.hash.hex(),
    }


def _commitment(case: Case, *, ours: bool) -> str | None:
    found = case.commitment(ours=ours)
    return None if found is None else found.commitment.hex()


def _bound(case: Case) -> str | None:
    """What our side bound itself to, also where that does not count."""
    found = case.commits.get(True)
    return None if found is None else found.commitment.hex()


def _messages(case: Case, *, ours: bool) -> dict[str, Any]:
    found = {plain(role): case.message(role, ours=ours) for role in Role}
    return {
        role: {
            "of": len(each.held),
            "here": [number for number, held in enumerate(each.held, start=1) if held is not None],
            "complete": each.complete,
            "sha256": each.whole.hex(),
        }
        for role, each in found.items()
        if each is not None
    }


def _done(case: Case, *, ours: bool) -> dict[str, Any] | None:
    said = case.done.get(ours)
    if said is None:
        return None
    body = said.body
    return {"result": plain(body.result), "hits": body.hits, "officer": said.officer, "text": body.text}
