"""What findings say in each language: the words of that language, and none of an English error."""

import io
import re

import pytest

from firebreak.catalogue import speaking, texts
from firebreak.core.phrase.wording import LANGUAGES, Language
from firebreak.verify import Report, verify_bundle
from firebreak.verify.card_rules import ORDER, OTHER, RULES
from firebreak.verify.wording import FINDINGS, listed, said
from tests.records import Record
from tests.verify.bending import BENDS, Bend
from tests.verify.spoilt_cards import SPOILT, with_a_spoilt_card

NAMES = {"first", "writer", "other", "party", "officer", "witness", "hashes", "code"}
"Values that come from the record or name a sort of findings: the same in every language."
CODED = {"serial", "number", "count", "needed", "last", "size", "rule", "signed"}
WORD = re.compile(r"[^\W\d_]{2,}")
NOT_ENGLISH: tuple[Language, ...] = ("de", "ru", "uk")


def verify(record: Record) -> Report:
    return verify_bundle(io.BytesIO(record.bundle()))


def strangers(report: Report, language: Language) -> set[str]:
    """Words in findings that neither stand in the texts of the language nor are names."""
    words, found = speaking("verify", language), set[str]()
    own = set(WORD.findall(texts("verify")[language]))
    for each in report.findings:
        names = {word for name, value in each.values if name in NAMES for word in WORD.findall(str(value))}
        found |= set(WORD.findall(said(words, "finding", each))) - own - names
    return found


@pytest.mark.parametrize("bend", [each[2] for each in BENDS], ids=[each[0] for each in BENDS])
def test_no_finding_says_an_english_reason_in_another_language(bend: Bend) -> None:
    report = verify(bend())
    assert {language: strangers(report, language) for language in NOT_ENGLISH} == {
        "de": set(), "ru": set(), "uk": set()
    }  # fmt: skip


@pytest.mark.parametrize("name", SPOILT)
def test_the_rule_that_a_card_breaks_is_told_in_every_language(name: str) -> None:
    code, rule, _ = SPOILT[name]
    report = verify(with_a_spoilt_card(name))
    (found,) = report.findings
    assert (found.code, dict(found.values)["rule"]) == (code, rule)
    assert not any(strangers(report, language) for language in NOT_ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "rules"), [("refused", RULES), ("order", frozenset(ORDER.values()))])
def test_every_rule_of_a_card_has_words_of_its_own(
    language: Language, code: str, rules: frozenset[str]
) -> None:
    values: dict[str, int | str] = {"party": "North", "serial": 1}
    say = speaking("verify", language).say
    told = {say(f"finding-card-{code}", {**values, "rule": rule}) for rule in (*rules, OTHER)}
    assert len(told) == len(rules) + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_asks_for_names_numbers_and_codes_only(language: Language) -> None:
    for line in re.findall(r"^finding-(?:.*\n(?:[ }].*\n)*)", texts("verify")[language], re.MULTILINE):
        assert set(re.findall(r"\$(\w+)", line)) <= NAMES | CODED, line


def test_what_an_engineer_needs_stands_in_the_machine_readable_report() -> None:
    (found,) = verify(with_a_spoilt_card("log key")).findings
    told = listed(speaking("verify", "ru"), "finding", found)
    assert told["rule"] == "weak"
    assert "point of small order" in told["detail"]
    assert "point of small order" not in told["text"]


def test_every_rule_of_a_card_is_broken_by_some_card() -> None:
    assert {rule for _, rule, _ in SPOILT.values()} == RULES | set(ORDER.values())
    assert {code for code, _, _ in SPOILT.values()} <= set(FINDINGS)
