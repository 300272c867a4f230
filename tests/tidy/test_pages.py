"""Docs, spec, decisions and fragments agree with the code and with one another."""

import re
from pathlib import Path
from typing import Final

from tests.tidy.house import hold
from tools.claims import INVARIANT, SENTENCE, claims, sentences
from tools.coverage_table import PAGE, invariants, page
from tools.tree import ROOT, SOURCE, lines, modules, place, tracked

CODE: Final = re.compile(r"\"(FB\d{3})\"")
SECTION: Final = re.compile(r"^## (FB\d{3})\b", re.MULTILINE)
DECISION: Final = re.compile(r"(\d{4})-[a-z0-9-]+\.md")
DECISION_STATE: Final = re.compile(r"^State: (idea|discussed|decided|replaced)\b", re.MULTILINE)
CITATION: Final = re.compile(r"\bdecisions/(\d{4})\b")
FRAGMENT: Final = re.compile(r"\d+(\.[a-z-]+)?\.(breaking|feature|fix|security|docs)\.md")
LINK: Final = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def test_every_error_code_has_its_section_and_every_section_its_code() -> None:
    used = {
        code: place(path, number)
        for path in modules(SOURCE)
        for number, text in lines(path)
        for code in CODE.findall(text)
    }
    sections = set(_error_sections())
    missing = [
        f"{used[code]}: {code} has no section, add it to docs/errors.md" for code in used.keys() - sections
    ]
    spare = [f"docs/errors.md: nothing raises {code}, remove its section" for code in sections - used.keys()]
    hold(sorted(missing + spare))


def test_error_sections_stand_once_and_in_order() -> None:
    sections = _error_sections()
    assert sections == sorted(set(sections))


def test_every_number_of_the_spec_is_claimed_by_a_test() -> None:
    claimed = claims()
    hold(
        f"spec/{file}: {number} has no test, mark one with @covers({number!r})"
        for number, file in sentences().items()
        if number not in claimed
    )


def test_every_claimed_number_exists() -> None:
    known = sentences().keys() | {row.number for row in invariants()}
    hold(
        f"{tests[0]}: {number} is not in spec/, correct the number or write the sentence"
        for number, tests in claims().items()
        if number not in known
    )


def test_a_claim_looks_like_a_number() -> None:
    assert all(SENTENCE.fullmatch(f"**{number}**") or INVARIANT.fullmatch(number) for number in claims())


def test_the_spec_states_all_thirty_invariants_in_order() -> None:
    assert [row.number for row in invariants()] == [f"I{number}" for number in range(1, 31)]


def test_the_table_of_invariants_is_up_to_date() -> None:
    up_to_date = PAGE.read_text(encoding="utf-8") == page(invariants())
    assert up_to_date, f"{place(PAGE)}: a claim came or went, say make docs"


def test_decisions_are_numbered_without_a_gap_and_state_where_they_stand() -> None:
    pages = sorted((ROOT / "decisions").glob("*.md"))
    numbers = [match.group(1) for path in pages if (match := DECISION.fullmatch(path.name))]
    assert numbers == [f"{number:04}" for number in range(1, len(pages) + 1)]
    hold(
        f"{place(path)}: say `State: idea`, discussed, decided or replaced"
        for path in pages
        if not DECISION_STATE.search(path.read_text(encoding="utf-8"))
    )


def test_a_decision_that_is_cited_exists() -> None:
    known = {path.name[:4] for path in (ROOT / "decisions").glob("*.md")}
    hold(
        f"{place(path, number)}: there is no decision {cited}"
        for path in tracked()
        for number, text in lines(path)
        for cited in CITATION.findall(text)
        if cited not in known
    )


def test_fragments_are_named_for_their_issue_and_are_short() -> None:
    fragments = sorted((ROOT / "changelog.d").iterdir())
    hold(
        f"{place(path)}: name it <issue>.<topic>.<breaking|feature|fix|security|docs>.md"
        for path in fragments
        if not FRAGMENT.fullmatch(path.name)
    )
    hold(
        f"{place(path)}: one or two sentences for users, the rest belongs into docs/"
        for path in fragments
        if len(re.findall(r"[.!?](?:\s|$)", path.read_text(encoding="utf-8"))) > 2
    )


def test_links_between_pages_lead_somewhere() -> None:
    hold(
        f"{place(path, number)}: {target} is not there"
        for path in tracked()
        if path.suffix == ".md"
        for number, text in lines(path)
        for target in LINK.findall(text)
        if not _exists(path, target)
    )


def _exists(path: Path, target: str) -> bool:
    return (path.parent / target).exists()


def _error_sections() -> list[str]:
    return SECTION.findall((ROOT / "docs" / "errors.md").read_text(encoding="utf-8"))
