"""Notices of a line, questions and incidents: lists, and one of them."""

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from firebreak.api.arguments import Arguments, wrong
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.api.verbs.notice_form import notice_of
from firebreak.api.verbs.notice_values import incident_value, inquiry_value, notice_value, whole_value
from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.header import Span
from firebreak.core.line.line import Line
from firebreak.core.notice.case import Case
from firebreak.core.notice.lead import findings, lead, stops_use
from firebreak.core.notice.refusals import no_such
from firebreak.runtime.showing import plain

LISTED_MAX: Final = 500
T = TypeVar("T")


async def notices(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """The newest notices, both ways: the live ones, or with `all` those that ended too.

    With `names` only what they are called, for who asks for each by itself.
    """
    name, line = service.line_of(arguments)
    last = max(1, min(arguments.number("last", LISTED_MAX), LISTED_MAX))
    group, now = arguments.text("group", ""), service.now(line)
    everything = arguments.flag("all")
    cases = [each for each in line.machines.notices.cases.cases.values() if everything or each.is_live(now)]
    if arguments.flag("names"):
        return {"line": name, "now": now, "notices": [each.name.hex() for each in cases[-last:]]}
    values = [notice_value(line, each, now) for each in cases]
    chosen = [each for each in values if group in ("", each["group"])]
    return {"line": name, "now": now, "notices": chosen[-last:]}


async def notice(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """One notice by the beginning of its name, with its texts, its source and its places; `brief` without."""
    name, line = service.line_of(arguments)
    case = find_notice(line, arguments.text("notice"))
    now, language = service.now(line), arguments.text("show_in", "en")
    if arguments.flag("brief"):
        return {"line": name, "now": now, **notice_value(line, case, now)}
    return {"line": name, "now": now, **whole_value(service, line, case, now, language)}


async def check(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """What would be found in a notice if it were written now; nothing is written."""
    _, line = service.line_of(arguments)
    form = arguments.inside("form")
    if form is None:
        raise wrong("form", "is missing")
    now = service.now(line)
    line.machines.notices.speaking.prepare(body := notice_of(line, form), now)
    found, early = findings(body, Span(now, now)), lead(body, Span(now, now))
    return {
        "findings": [{"code": each.code, "text": each.text} for each in found],
        "usable": not stops_use(found),
        "lead": {"needed_ms": early.needed_ms, "given_ms": early.given_ms, "short": early.short},
    }


async def explanations(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Questions, both ways, with their clocks and replies."""
    name, line = service.line_of(arguments)
    now = service.now(line)
    found = line.machines.notices.explanations.inquiries.values()
    values = [inquiry_value(each, now) for each in list(found)[-LISTED_MAX:]]
    environment = plain(line.identity.environment)
    return {"line": name, "environment": environment, "now": now, "explanations": values}


async def incidents(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Incidents, with the versions of both sides beside each other."""
    name, line = service.line_of(arguments)
    found = line.machines.notices.incidents.incidents.values()
    values = [incident_value(each) for each in list(found)[-LISTED_MAX:]]
    return {"line": name, "environment": plain(line.identity.environment), "incidents": values}


def find_notice(line: Line, start: str) -> Case:
    """The notice whose name begins so. Raises LocalError when there is not just one."""
    return starting(line.machines.notices.cases.cases, start, "notice")


def starting(named: Mapping[bytes, T], start: str, what: str) -> T:
    """The one whose name begins so. Raises LocalError."""
    found = [each for name, each in named.items() if name.hex().startswith(start.lower())]
    if len(found) == 1 and start:
        return found[0]
    if not found and len(start) == 64:  # noqa: PLR2004
        raise no_such(what, bytes.fromhex(start))
    count = f"no {what}" if not found else f"{len(found)} of them"
    hint = "take the name from `firebreak notice list`, with more of its digits"
    raise LocalError(f"{count} on this line begins with {start!r}", code="FB603", hint=hint)


VERBS: Final[dict[str, Verb]] = {
    "notices": notices,
    "notice": notice,
    "notice.check": check,
    "explanations": explanations,
    "incidents": incidents,
}
