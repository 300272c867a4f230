"""A notice that two officers release: its issuer signs it, and a second officer signs that it may go out.

Both sign the digest of everything but their words, so that a page shows the second the same notice, and what
is sent is what both signed.
"""

from dataclasses import replace
from typing import Any

from firebreak.console.inside.refusals import no_release
from firebreak.console.inside.waiting import Waiting
from firebreak.console.roster import Roster
from firebreak.console.views.changes import Value
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import POWERS, Power
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.envelope.release import About
from firebreak.core.notice.bodies import Notice

FLASH = "flash"


def read(body: bytes) -> tuple[Notice, Statement]:
    """A notice with its issuer's word. Raises Refused."""
    try:
        notice = Notice.from_bytes(body)
    except (CounterpartError, ValueError) as error:
        raise no_release("this is no notice", "write it on a page of this console") from error
    if notice.statement is None or notice.release:
        raise no_release("this notice is not one that its issuer alone has signed", "have it written anew")
    return notice, notice.statement


def head(notice: Notice) -> dict[str, Any]:
    """What every page of the house sees of it."""
    return {"precedence": FLASH, "from_desk": notice.from_desk, "to": list(notice.to)}


def check(roster: Roster, status: Value, notice: Notice, said: Statement, name: str, action: Action) -> str:
    """Why this word does not count among the two; empty when it does."""
    if not name or said.officer != name:
        return "statement-officer"
    officer = roster.officer(name)
    environment = Environment[str(status["environment"]).upper()]
    about = About(environment, bytes.fromhex(status["line"]), action, notice.detail())
    wrong = about.broken(said, [] if officer is None else [officer])
    able = officer is not None and POWERS.get(Action.RELEASE, Power.DUTY) in officer.powers
    return wrong or ("" if able else "officer-power")


def stated(found: Waiting, second: Statement) -> dict[str, Any]:
    """What the node is asked to write. Raises Refused."""
    notice, _ = read(found.body)
    body = replace(notice, release=(second,)).to_bytes()
    return {"kind": int(Kind.NOTICE), "body": body.hex(), "precedence": FLASH}
