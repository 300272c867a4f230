"""A readout as PDF/A-3b, with the facts behind it attached for machines.

The template is fixed and gets everything as data, so that no recorded text is ever markup. Only fonts that
come with the typesetter are used and the only date is the day of the readout: the same facts give the same
bytes. The typesetter is large, so it is imported when the first PDF is made.
"""

import json
import re
from datetime import UTC, datetime
from importlib.resources import files
from typing import Final

from firebreak.core.base.text import MARK_CLOSE, MARK_OPEN, name_of, show
from firebreak.core.readout.plain import readout_json
from firebreak.core.readout.sentences import Readout
from firebreak.reports.drawing import draw_strip
from firebreak.reports.mapped import draw_announced, map_title
from firebreak.reports.sheet import Chapter, Item, Origin, Sheet, sheet_of, speaker_of

ATTACHED: Final = "readout.json"
# Latin, Greek, Cyrillic, common punctuation, the euro, the numero sign, an arrow and the two marks.
NOT_SET: Final = re.compile(
    "[^\n -~\u00a0-\u017f\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f\u0490\u0491"
    "\u2010\u2012-\u2015\u2018-\u201e\u2020-\u2022\u2026\u20ac\u2116\u2192\u27e6\u27e7]"
)
STANDARD: Final = "a-3b"  # long-term archiving, other files allowed inside


def render_pdf(readout: Readout, language: str) -> bytes:
    """The whole document. Raises LocalError for an unknown language."""
    import typst

    return typst.compile(
        template(),
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=STANDARD,
        timestamp=_midnight(readout),
        sys_inputs=inputs(readout, language),
    )


def template() -> bytes:
    """The page, the same for every readout."""
    return (files("firebreak.reports") / "page.typ").read_bytes()


def inputs(readout: Readout, language: str) -> dict[str, str]:
    """All that the template is given."""
    said = json.dumps(_document(readout, language), ensure_ascii=False)
    return {"document": said, "facts": facts_bytes(readout).decode()}


def facts_bytes(readout: Readout) -> bytes:
    """The facts as they are attached: JSON, keys sorted, UTF-8."""
    return json.dumps(readout_json(readout), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _shown(text: str) -> str:
    """On one line, with only such characters as the fonts have."""
    return _settable(show(text, newlines=False))


def _settable(text: str) -> str:
    """PDF/A must not hold a character without a shape: what the fonts lack is written as its number."""
    return NOT_SET.sub(lambda found: f"{MARK_OPEN}{name_of(found.group())}{MARK_CLOSE}", text)


def _midnight(readout: Readout) -> int:
    day = readout.as_of
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _document(readout: Readout, language: str) -> dict[str, object]:
    sheet, speaker = sheet_of(readout, language), speaker_of(language)
    return {
        **_head(sheet),
        "day": [readout.as_of.year, readout.as_of.month, readout.as_of.day],
        "strip": _settable(draw_strip(readout, speaker)),
        "map": _settable(draw_announced(readout, speaker)),
        "map_title": map_title(readout, speaker),
        "map_description": speaker.say("map-description"),
        "strip_title": speaker.say("strip-title"),
        "strip_description": speaker.say("strip-description"),
        "chapters": [_chapter(each) for each in sheet.chapters],
        "sources_heading": sheet.sources_heading,
        "sources_note": sheet.sources_note,
        "sources": [_origin(each) for each in sheet.sources],
        "attached": speaker.say("attached", {"name": ATTACHED}),
        "attached_name": ATTACHED,
    }


def _head(sheet: Sheet) -> dict[str, object]:
    return {
        "language": sheet.language,
        "title": _shown(sheet.title),
        "kicker": sheet.kicker,
        "exercise": sheet.exercise,
        "exercise_note": sheet.exercise_note,
        "facts": [[label, _shown(text)] for label, text in sheet.facts],
        "no_cause": sheet.no_cause,
    }


def _chapter(chapter: Chapter) -> dict[str, object]:
    return {
        "heading": _shown(chapter.heading),
        "first": chapter.items[0].number,
        "items": [_item(each) for each in chapter.items],
    }


def _item(item: Item) -> dict[str, str]:
    return {"text": _shown(item.text), "cited": _shown(item.cited)}


def _origin(origin: Origin) -> dict[str, object]:
    told = " · ".join(filter(None, (origin.when, origin.desks)))
    return {
        "ref": _shown(origin.ref),
        "told": _shown(told),
        "where": [_shown(each) for each in origin.where],
    }
