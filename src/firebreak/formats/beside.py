"""What a notice says besides area, windows and words, and that it is of an exercise: into and out of copies.

GeoJSON and KML carry all of it as properties. The other formats have no fields for it, and say so; that it is
an exercise is in none of them left out, since a copy goes where nobody knows the line that it came from.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from firebreak.core.base.errors import Finding
from firebreak.core.base.instants import Instant, iso
from firebreak.core.notice.bodies import Danger, Ends
from firebreak.formats.drafts import Draft, Notes
from firebreak.formats.json_text import listing, mapping, words

MARK: Final = "EXERCISE"
GROUPS: Final = ("movement", "approach")
READ: Final = ("danger", "ends", "emergency", "schedule", "confirm_by", *GROUPS)
"Those that a form takes back."
SHORT: Final = 200
DANGERS: Final = tuple(each.name.lower() for each in Danger if each.name)
ESTIMATED: Final = Ends.ESTIMATED.name.lower()


def beside(form: Mapping[str, Any]) -> dict[str, Any]:
    """Of a form, or of a notice as the node tells it, what is said and not empty."""
    phrase, due, precedence = form.get("phrase"), form.get("confirm_by"), words(form.get("precedence"))
    found = {
        "precedence": "" if precedence == "routine" else precedence,
        "danger": [each for each in listing(form.get("danger")) if each in DANGERS],
        "ends": ESTIMATED if words(form.get("ends")) == ESTIMATED else "",
        "emergency": form.get("emergency") in (True, "true"),
        "schedule": words(form.get("schedule"))[:SHORT],
        "confirm_by": iso(Instant(due)) if isinstance(due, int) else words(due)[:SHORT],
        "phrase": words(mapping(phrase).get("text")) or words(phrase),
        **{name: _group(form.get(name)) for name in GROUPS},
    }
    return {name: each for name, each in found.items() if each}


def _group(value: Any) -> dict[str, Any]:
    said = {str(name): each for name, each in mapping(value).items() if isinstance(each, str | int)}
    return {
        name: each[:SHORT] if isinstance(each, str) else each for name, each in said.items() if each != ""
    }


def left_out(drafts: Iterable[Draft]) -> list[Finding]:
    """What formats without properties do not say."""
    names = sorted({name.replace("_", " ") for each in drafts for name in each.beside})
    return [Finding(code="fields-lost", text=f"there are no fields for {', '.join(names)}")] if names else []


def marked(drafts: Sequence[Draft]) -> list[Draft]:
    """With the mark of an exercise before every word of those that are of one."""
    return [_marked(each) if each.exercise else each for each in drafts]


def _marked(draft: Draft) -> Draft:
    title = f"{MARK}: {draft.title or draft.code or 'notice'}"
    return replace(draft, title=title, texts=tuple((name, f"{MARK}. {text}") for name, text in draft.texts))


def unmarked(draft: Draft, properties: Mapping[str, Any], notes: Notes) -> Draft:
    """What a copy of ours said before it was marked; that it is an exercise stays as a doubt."""
    if properties.get("exercise") not in (True, "true"):
        return draft
    notes.add("not-actual", "it is of an exercise: it announces nothing")
    texts = tuple((name, text.removeprefix(f"{MARK}. ")) for name, text in draft.texts)
    return replace(draft, exercise=True, title=draft.title.removeprefix(f"{MARK}: "), texts=texts)
