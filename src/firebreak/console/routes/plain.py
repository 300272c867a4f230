"""Pages without script: the wallboard, and public readouts of a line."""

import asyncio
import hmac
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from firebreak.catalogue import Spoken, speaking
from firebreak.console.asking import refused
from firebreak.console.context import Console
from firebreak.console.fields import Day, Reader
from firebreak.console.records import bundle_of, one_at_a_time
from firebreak.console.roles import SPEAKING, Here, Speaking, acting
from firebreak.console.wallboard import document, page_style, short, wallboard
from firebreak.console.watching import Seen
from firebreak.core.base.errors import LocalError
from firebreak.core.base.sinks import for_html
from firebreak.core.ledger.days import Window, read_window
from firebreak.core.phrase.wording import LANGUAGES
from firebreak.publishing.facts import bundle_facts
from firebreak.publishing.readouts import record_readout, rendered
from firebreak.reports import web

router = APIRouter(include_in_schema=False)

WALLBOARD_FILE: Final = "wallboard.token"  # in the folder of the console, written by whoever hangs it up
TOKEN_LENGTH_MIN: Final = 16  # a shorter file opens nothing

Token = Annotated[str, Query(max_length=128)]
Chosen = Annotated[str, Query(max_length=64)]


@router.get("/wallboard")
async def wall(
    request: Request, console: Here, seen: Seen, token: Token = "", language: Reader = "en"
) -> HTMLResponse:
    """The state of all lines, for a screen on the wall: a session, or the token of the wallboard."""
    if not _opens(console, token):
        await acting(*SPEAKING)(request)
    page = wallboard(seen.views.board, seen.since, console.settings.party, language)
    return _page(page, web.policy_for(page_style()))


def _opens(console: Console, token: str) -> bool:
    """Whether this stands in the file of the token; it is read each time, so that taking it away counts."""
    try:
        held = (console.settings.files / WALLBOARD_FILE).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return False
    return len(held) >= TOKEN_LENGTH_MIN and hmac.compare_digest(
        held.encode(), token.encode("utf-8", "replace")
    )


@router.get("/readout")
async def readout(
    _session: Speaking,
    seen: Seen,
    line: Chosen = "",
    since: Day = "",
    until: Day = "",
    language: Reader = "en",
) -> HTMLResponse:
    """A public readout of the verified record of a line; without a line, the page on which to ask for one."""
    if not line:
        lines = list(seen.views.board.picture.lines)
        words = speaking("wallboard", language)
        page = document(language, words.say("ask-title"), _form(lines, words))
        return _page(page, web.policy_for(page_style(), "'self'"))
    try:
        period = read_window(since or None, until or None)
        async with one_at_a_time(), bundle_of(seen.views, line) as path:
            made = await asyncio.to_thread(_readout, path, period, language)
    except LocalError as error:
        raise refused(error) from error
    return _page(made, web.policy_for(web.page_style()))


def _readout(path: Path, period: Window, language: str) -> str:
    facts = bundle_facts(path)
    names = {"ours": facts.names.ours, "theirs": facts.names.theirs}
    title = speaking("wallboard", language).say("contacts", names)
    made = record_readout(
        facts.items, facts.names, facts.witnessed, title=title, period=period, exercise=facts.exercise
    )
    return rendered(made, language, "html").decode()


def _form(lines: list[str], words: Spoken) -> Iterator[str]:
    yield f'<h1>{for_html(words.say("ask-title"))}</h1><form action="/readout" method="get">'
    yield _label(words.say("ask-line"), _choice("line", lines, ""))
    for name in ("since", "until"):
        yield _label(words.say(f"ask-{name}"), f'<input type="date" name="{name}">')
    yield _label(words.say("ask-language"), _choice("language", LANGUAGES, words.language))
    yield f"<button>{for_html(words.say('ask'))}</button></form>"


def _label(text: str, field: str) -> str:
    return f"<label><span>{for_html(text)}</span>{field}</label>"


def _choice(name: str, values: tuple[str, ...] | list[str], chosen: str) -> str:
    options = (
        f'<option value="{for_html(each)}"{" selected" if each == chosen else ""}>{short(each)}</option>'
        for each in values
    )
    return f'<select name="{name}">{"".join(options)}</select>'


def _page(text: str, policy: str) -> HTMLResponse:
    """With a policy of its own: these pages have a style inside, and no script at all."""
    return HTMLResponse(text, headers={"content-security-policy": f"{policy}; frame-ancestors 'none'"})
