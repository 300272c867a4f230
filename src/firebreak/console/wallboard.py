"""The wallboard: the state of every line in big letters, plain HTML that asks for itself again.

Nothing on it is told by colour alone: a mark, a word and the frame say the same. Every name comes from a card
or a counterpart and is escaped for its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any, Final

from firebreak.catalogue import Spoken, speaking
from firebreak.console.views.board import Board
from firebreak.core.base.sinks import for_html

REFRESH_SECONDS: Final = 5
NAME_CODE_POINTS_MAX: Final = 80  # of any name on the board; a card has no longer ones
MARKS: Final = {"green": "●", "unknown": "○", "amber": "◐", "red": "▲"}


@dataclass(slots=True)
class Since:
    """Since when each line has shown the word it shows; from before this process nothing is known."""

    board: Board
    _shown: dict[str, tuple[str, int]] = field(default_factory=dict[str, tuple[str, int]])

    def look(self) -> None:
        """Note which word each line shows now."""
        for name, line in self.board.picture.lines.items():
            word = state_key(line)
            if self._shown.get(name, ("", 0))[0] != word:
                self._shown[name] = word, self.board.now

    def of(self, name: str) -> int | None:
        """When the word of a line came up, milliseconds UTC."""
        held = self._shown.get(name)
        return None if held is None else held[1]


def page_style() -> str:
    """The style of plain pages."""
    return (files("firebreak.console") / "wallboard.css").read_text(encoding="utf-8")


def document(language: str, title: str, body: Iterator[str], *, refresh: int = 0) -> str:
    """A whole page without script."""
    again = f'<meta http-equiv="refresh" content="{refresh}">' if refresh else ""
    head = f'<meta charset="utf-8">{again}<meta name="viewport" content="width=device-width">'
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{for_html(language)}"><head>{head}',
            f"<title>{for_html(title)}</title><style>{page_style()}</style></head><body>",
            *body,
            "</body></html>",
            "",
        ]
    )


def wallboard(board: Board, since: Since, party: str, language: str) -> str:
    """The page. Raises LocalError for a language that we do not have."""
    words = speaking("wallboard", language)
    return document(
        language,
        words.say("title", {"party": cut(party)}),
        _body(board, since, party, words),
        refresh=REFRESH_SECONDS,
    )


def _body(board: Board, since: Since, party: str, words: Spoken) -> Iterator[str]:
    picture = board.picture
    title = for_html(words.say("title", {"party": cut(party)}))
    exercise = f'<p class="exercise">{for_html(words.say("exercise"))}</p>'
    yield f"<header><h1>{title}</h1>{exercise if picture.environment == 'exercise' else ''}"
    if not board.ready:
        yield f'</header><p class="away" role="alert">{for_html(words.say("away"))}</p>'
        return
    yield f"<p>{for_html(words.say('as-of', {'at': stamp(board.now)}))}</p></header>"
    if not picture.lines:
        yield f"<p>{for_html(words.say('no-lines'))}</p>"
    yield "<main>"
    for name, line in picture.lines.items():
        yield from _line(line, since.of(name), words)
    yield "</main>"


def _line(line: dict[str, Any], since: int | None, words: Spoken) -> Iterator[str]:
    colour = line["colour"]
    yield f'<section class="{for_html(colour)}"><h2>{short(line["counterpart"])}</h2>'
    word = for_html(_word(line, words))
    yield f'<p class="word"><span aria-hidden="true">{MARKS[colour]}</span> {word}</p>'
    if since is not None:
        yield f'<p class="soft">{for_html(words.say("since", {"at": stamp(since)}))}</p>'
    reasons = [_reason(each, words) for each in line["reasons"]]
    if not line["links"]:
        reasons.append(words.say("no-link"))
    yield f'<p class="soft">{for_html(" · ".join(reasons))}</p><dl>'
    heard = line["heard_at"]
    yield _row(words.say("contact"), words.say("never") if heard is None else stamp(heard))
    yield _row(words.say("watch"), _watch(line["watches"], words))
    yield _row(words.say("their-watch"), _watch(line["their_watches"], words))
    yield "</dl></section>"


def _row(label: str, text: str) -> str:
    return f"<dt>{for_html(label)}</dt><dd>{short(text)}</dd>"


def state_key(line: dict[str, Any]) -> str:
    """Key of the word that a line shows, in the catalogue of events."""
    if line["contradictions"]:
        return "line-state-contradiction"
    if line["closed"]:
        return "line-state-closed"
    return "line-state-suspended" if line["suspended"] else f"colour-{line['colour']}"


def _word(line: dict[str, Any], words: Spoken) -> str:
    return speaking("events", words.language).say(state_key(line))


def _reason(reason: str, words: Spoken) -> str:
    return speaking("events", words.language).say(f"status-{reason.replace('_', '-')}")


def _watch(watches: list[dict[str, Any]], words: Spoken) -> str:
    said = [f"{each['desk']}: {each['officer']}" for each in watches]
    return ", ".join(said) or words.say("nobody")


def short(text: str) -> str:
    """A name for a page: bounded before it is escaped, so that marks that pile up cannot fill the wall."""
    return for_html(cut(text))


def cut(text: str) -> str:
    """A name that is not longer than names are."""
    return text if len(text) <= NAME_CODE_POINTS_MAX else f"{text[:NAME_CODE_POINTS_MAX]}…"


def stamp(at: int) -> str:
    """`2026-11-22 12:04:07Z`."""
    return f"{datetime.fromtimestamp(at / 1_000, UTC):%Y-%m-%d %H:%M:%S}Z"
