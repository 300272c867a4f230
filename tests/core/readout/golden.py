"""The golden pages of the readout in four languages; whoever knows a language has read its page.

`python -m tests.core.readout.golden` writes them anew; read the difference before committing it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from firebreak.core.ledger.facts import ContactFact, Evidence, Kind, Outcome
from firebreak.core.readout.material import Detail
from firebreak.reports.text import render_text
from tests.core.readout.making import CLASSES, LANGUAGES, exercise_of, read_out, said, shipped, signed_fact

GOLDEN: Final = Path(__file__).parent / "pages"
OUTCOMES: Final = tuple(each for each in Outcome if each is not Outcome.DOUBTFUL)
TITLES: Final = {
    "de": "Kontakte zwischen den Vereinigten Staaten und Russland",
    "en": "Contacts between the United States and Russia",
    "ru": "Контакты между США и Россией",
    "uk": "Контакти між США та Росією",
}
KNOWN: Final = Detail(to_desk="air", officer="O. Watch", reason="needs_agenda")
SILENT: Final = Detail(to_desk="air", officer="O. Watch", reason="none_given")


def march_page(language: str) -> str:
    """What could be stated on 23 March 2022."""
    return render_text(read_out(shipped(), title=TITLES[language]), language)


def signed_page(language: str) -> str:
    """Every outcome at every class, with all details known, with no reason given, and with no details."""
    lines = [
        f"{fact.kind.value} {fact.outcome.value} {fact.evidence.value}: {_told(fact, detail, language)}"
        for fact in _facts()
        for detail in _details(fact)
    ]
    return "\n".join(lines) + "\n"


def _facts() -> Iterator[ContactFact]:
    for held in CLASSES:
        yield signed_fact(outcome=Outcome.ANSWERED, evidence=held, kind=Kind.CHECK)
        yield signed_fact(outcome=Outcome.DELIVERED, evidence=held, kind=Kind.MESSAGE)
        for outcome in OUTCOMES:
            yield signed_fact(outcome=outcome, evidence=held)


def _details(fact: ContactFact) -> tuple[Detail, ...]:
    if fact.outcome is Outcome.DECLINED and fact.evidence is Evidence.E5:
        return KNOWN, SILENT, Detail()
    return (KNOWN,)


def _told(fact: ContactFact, detail: Detail, language: str) -> str:
    return said(exercise_of([fact], {fact.ref: detail}), language)[0]


def main() -> None:
    """Write all pages."""
    for language in LANGUAGES:
        for name, page in (("march", march_page), ("signed", signed_page)):
            (GOLDEN / f"{name}.{language}.txt").write_text(page(language), encoding="utf-8")


if __name__ == "__main__":
    main()
