"""Alerts: what persons do about them, their history, and the test of the alarm chain.

All of it is this side's own. Nothing here writes into the record, and the counterpart learns none of it.
"""

import asyncio
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field

from firebreak.console.alerts.alert import Alert
from firebreak.console.alerts.keeper import told
from firebreak.console.alerts.part import Alarming
from firebreak.console.refusals import NOT_FOUND, TOO_MANY, Refused
from firebreak.console.roles import Administrator, Role, Speaking, acting
from firebreak.console.sessions import Session
from firebreak.console.strict import Strict

router = APIRouter(prefix="/api/alerts", tags=["alerts"])

SHELVED_MINUTES_MAX: Final = 12 * 60  # no longer than a watch: the next one decides anew
REASON_MAX: Final = 200

Acting = Annotated[Session, Depends(acting(Role.DUTY, Role.SUPERVISOR))]
"Who may take an alert."
AlertId = Annotated[str, Path(alias="id", pattern="^a[0-9]{1,15}$")]
Limit = Annotated[int, Query(ge=1, le=500)]


class Nothing(Strict):
    """An empty body."""


class Acknowledging(Strict):
    """Where it was seen."""

    at_map: bool = False
    "With the map open and in focus: what is near a site is acknowledged nowhere else."


class Shelving(Strict):
    """For how long, and why."""

    minutes: Annotated[int, Field(ge=1, le=SHELVED_MINUTES_MAX)]
    reason: Annotated[str, Field(max_length=REASON_MAX)] = ""


class Standing(Strict):
    """Where an alert stands now."""

    id: str
    state: str


class Happened(Strict):
    """One line of an alert's history."""

    at: int
    what: str
    who: str
    "The account; empty where facts or the clock did it."
    detail: str


class Delivered(Strict):
    """What became of a test by one channel."""

    channel: str
    delivery: str
    detail: str


_testing = asyncio.Lock()


@router.get("")
async def newest(_session: Speaking, alerts: Alarming, limit: Limit = 100) -> dict[str, list[dict[str, Any]]]:
    """Alerts, open and closed, the newest first."""
    return {"alerts": alerts.kept.newest(limit)}


@router.get("/{id}/history")
async def history(name: AlertId, _session: Speaking, alerts: Alarming) -> list[Happened]:
    """Who did what with it and when, and what became of each step of the chain."""
    if not alerts.kept.known(name):
        raise Refused("there is no such alert", code="FB560", hint="see /api/alerts", status=NOT_FOUND)
    return [Happened(**each) for each in alerts.kept.history(name)]


@router.post("/{id}/acknowledge")
async def acknowledge(name: AlertId, body: Acknowledging, session: Acting, alerts: Alarming) -> Standing:
    """I have taken it. It says nothing to the counterpart."""
    return _standing(name, alerts.acknowledge(name, session.account, at_map=body.at_map))


@router.post("/{id}/silence")
async def silence(name: AlertId, _body: Nothing, session: Acting, alerts: Alarming) -> Standing:
    """No sound for thirty seconds."""
    return _standing(name, alerts.silence(name, session.account))


@router.post("/{id}/shelve")
async def shelve(name: AlertId, body: Shelving, session: Acting, alerts: Alarming) -> Standing:
    """Out of sight for a while; never an emergency."""
    return _standing(
        name, alerts.shelve(name, session.account, minutes=body.minutes, reason=body.reason.strip())
    )


@router.post("/test")
async def test(_body: Nothing, session: Administrator, alerts: Alarming) -> list[Delivered]:
    """Send a notice that says it is a test by every channel outside, and tell what became of each."""
    if _testing.locked():
        raise Refused(
            "a test of the alarm chain is under way",
            code="FB562",
            hint="wait for its end",
            status=TOO_MANY,
            wait=10,
        )
    async with _testing:
        found = told(await alerts.reach.test())
    alerts.say(f"alarm test by {session.account}: " + _summary(found))
    return [Delivered(**each) for each in found]


def _summary(found: list[dict[str, Any]]) -> str:
    return ", ".join(f"{each['channel']} {each['delivery']}" for each in found) or "no channel is configured"


def _standing(name: str, alert: Alert | None) -> Standing:
    return Standing(id=name, state="closed" if alert is None else alert.state.value)
