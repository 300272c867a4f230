"""A readout as one HTML page that needs nothing else: no script, no request, no style from elsewhere."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.resources import files
from typing import Final

from firebreak.core.base.sinks import for_html
from firebreak.core.readout.sentences import Readout
from firebreak.reports.drawing import draw_strip
from firebreak.reports.mapped import draw_announced
from firebreak.reports.sheet import Chapter, Item, Origin, Sheet, sheet_of, speaker_of

LINKED: Final = ("https://", "http://")


def render_html(readout: Readout, language: str) -> str:
    """The whole page. Raises LocalError for an unknown language."""
    sheet = sheet_of(readout, language)
    style = page_style()
    speaker = speaker_of(language)
    drawings = [each for each in (draw_strip(readout, speaker), draw_announced(readout, speaker)) if each]
    return "\n".join([*_head(sheet, style), *_body(sheet, drawings), "</html>", ""])


def page_style() -> str:
    """The style of a readout."""
    return (files("firebreak.reports") / "page.css").read_text(encoding="utf-8")


def policy_for(style: str, forms: str = "'none'") -> str:
    """The style is named by its hash; anything else a browser could be made to load is barred."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action {forms}"


def _head(sheet: Sheet, style: str) -> Iterator[str]:
    policy = policy_for(style)
    title = f"{sheet.exercise}: {sheet.title}" if sheet.exercise else sheet.title
    yield "<!DOCTYPE html>"
    yield f'<html lang="{for_html(sheet.language)}">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{for_html(title)}</title>"
    yield f"<style>{style}</style></head>"


def _body(sheet: Sheet, drawings: Iterable[str]) -> Iterator[str]:
    yield "<body>"
    if sheet.exercise:
        banner = f"<strong>{for_html(sheet.exercise)}</strong> {for_html(sheet.exercise_note)}"
        yield f'<p class="exercise" role="note">{banner}</p>'
    yield f'<header><p class="kicker">{for_html(sheet.kicker)}</p>'
    yield f"<h1>{for_html(sheet.title)}</h1>"
    yield "<dl>"
    yield from (f"<dt>{for_html(label)}</dt><dd>{for_html(text)}</dd>" for label, text in sheet.facts)
    yield f'</dl><p class="limits">{for_html(sheet.no_cause)}</p></header>'
    yield "<main>"
    yield from (f"<figure>{each}</figure>" for each in drawings)
    cited = {each.ref for each in sheet.sources}
    for chapter in sheet.chapters:
        yield from _chapter(chapter, cited)
    yield from _sources(sheet)
    yield "</main></body>"


def _chapter(chapter: Chapter, cited: set[str]) -> Iterator[str]:
    yield f"<section><h2>{for_html(chapter.heading)}</h2>"
    yield f'<ol start="{chapter.items[0].number}">'
    yield from (_item(item, cited) for item in chapter.items)
    yield "</ol></section>"


def _item(item: Item, cited: Iterable[str]) -> str:
    refs = ", ".join(
        f'<a href="#{_anchor(ref)}">{for_html(ref)}</a>' if ref in cited else f"<span>{for_html(ref)}</span>"
        for ref in item.refs
    )
    grade = f"; {item.evidence}" if item.evidence else ""
    return f'<li id="s{item.number}">{for_html(item.text)} <span class="refs">[{refs}{grade}]</span></li>'


def _sources(sheet: Sheet) -> Iterator[str]:
    yield f"<section><h2>{for_html(sheet.sources_heading)}</h2><p>{for_html(sheet.sources_note)}</p>"
    yield '<dl class="sources">'
    yield from (_origin(each) for each in sheet.sources)
    yield "</dl></section>"


def _origin(origin: Origin) -> str:
    told = " · ".join(for_html(each) for each in (origin.when, origin.desks) if each)
    where = "".join(f"<br>{_where(each)}" for each in origin.where)
    return f'<dt id="{_anchor(origin.ref)}">{for_html(origin.ref)}</dt><dd>{told}{where}</dd>'


def _where(where: str) -> str:
    """Only web addresses become links, and following one tells the site nothing of this page."""
    if not where.startswith(LINKED):
        return f"<code>{for_html(where)}</code>"
    return f'<a href="{for_html(where)}" rel="noreferrer noopener nofollow">{for_html(where)}</a>'


def _anchor(ref: str) -> str:
    """An id without anything that means something in an address."""
    return "r-" + "".join(sign if sign.isascii() and sign.isalnum() else f"_{ord(sign):x}_" for sign in ref)
