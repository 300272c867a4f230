"""What each evidence class may say, and that nothing can say more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.catalogue import words
from firebreak.core.base.errors import LocalError
from firebreak.core.call.evidence import Evidence as CallEvidence
from firebreak.core.call.evidence import may_say
from firebreak.core.ledger.facts import Evidence, Kind, Outcome
from firebreak.core.readout.limits import NEEDS, Basis, allowed, may_use, signed_key, weakest
from firebreak.core.readout.sentences import Sentence
from tests.core.readout.golden import GOLDEN, OUTCOMES, signed_page
from tests.core.readout.making import CLASSES, LANGUAGES, exercise_of, sentences, signed_fact
from tests.covering import covers

NOT_SENTENCES = (
    "month-", "date", "span", "on-day", "between-days", "one-of-days", "decimal-sign", "amount-", "list",
    "party-", "channel-", "tries-", "doubt-", "subject", "kicker", "exercise", "label-", "drawn",
    "up-to", "basis-", "no-cause", "part-", "sources-note", "strip-", "sign-", "attached", "map-",
)  # fmt: skip


@covers("READOUT-001", "READOUT-030")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_a_language_has_its_claim_and_every_claim_a_sentence(language: str) -> None:
    keys = {key for key in words("readout").keys(language) if not key.startswith(NOT_SENTENCES)}
    assert keys == set(NEEDS)


@covers("READOUT-030")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_texts(language: str) -> None:
    assert words("readout").keys(language) == words("readout").keys("en")


@covers("I10", "READOUT-002", "READOUT-004")
@given(st.sampled_from(Kind), st.sampled_from(OUTCOMES), st.sampled_from(CLASSES))
def test_no_outcome_can_be_told_beyond_its_class(kind: Kind, outcome: Outcome, held: Evidence) -> None:
    key = signed_key(kind, outcome, held)
    assert NEEDS[key] in may_say(CallEvidence[held.name])
    assert all(NEEDS[each.key] in allowed(each.evidence) for each in _told(kind, outcome, held))


@covers("I10")
@given(st.sampled_from(CLASSES), st.sampled_from(CLASSES))
def test_more_evidence_never_takes_a_word_away(one: Evidence, other: Evidence) -> None:
    less, more = sorted((one, other))
    assert allowed(less) <= allowed(more)


@covers("READOUT-002", "READOUT-003")
@given(st.sampled_from(sorted(NEEDS)), st.sampled_from([*Evidence, None]))
def test_a_sentence_beyond_its_evidence_cannot_be_made(key: str, held: Evidence | None) -> None:
    if NEEDS[key] in allowed(held):
        assert Sentence(key=key, refs=("A-1",), evidence=held).key == key
        return
    with pytest.raises(LocalError) as refused:
        Sentence(key=key, refs=("A-1",), evidence=held)
    assert refused.value.code == "FB210"


@covers("READOUT-001")
def test_a_key_that_is_not_listed_cannot_be_said() -> None:
    with pytest.raises(LocalError, match="FB210"):
        Sentence(key="refused-to-talk", refs=("A-1",), evidence=Evidence.E6)


@covers("READOUT-003")
def test_reports_and_signatures_do_not_borrow_each_others_words() -> None:
    assert allowed(Evidence.SOURCE) == frozenset(Basis)
    assert all(Basis.REPORTED not in allowed(held) for held in CLASSES)
    assert not any(may_use(key, Evidence.SOURCE) for key in NEEDS if key.startswith("signed-"))


@pytest.mark.parametrize(
    ("outcome", "held", "key"),
    [
        (Outcome.ANSWERED, Evidence.E6, "signed-talked"),
        (Outcome.ANSWERED, Evidence.E5, "signed-answered"),
        (Outcome.ANSWERED, Evidence.E4, "signed-rang"),
        (Outcome.DECLINED, Evidence.E5, "signed-declined"),
        (Outcome.DECLINED, Evidence.E4, "signed-rang"),
        (Outcome.DECLINED, Evidence.E3, "signed-reached"),
        (Outcome.DECLINED, Evidence.E0, "signed-attempted"),
        (Outcome.NO_ANSWER, Evidence.E4, "signed-rang-out"),
        (Outcome.NO_ANSWER, Evidence.E3, "signed-reached"),
        (Outcome.NO_ANSWER, Evidence.E2, "signed-not-collected"),
        (Outcome.NO_ANSWER, Evidence.E1, "signed-existed"),
        (Outcome.UNREACHABLE, Evidence.E0, "signed-unreachable"),
        (Outcome.UNREACHABLE, Evidence.E2, "signed-not-collected"),
        (Outcome.WITHDRAWN, Evidence.E4, "signed-withdrawn"),
        (Outcome.UNATTENDED, Evidence.E3, "signed-unattended"),
        (Outcome.BUSY, Evidence.E5, "signed-busy"),
    ],
)
@covers("READOUT-004")
def test_the_strongest_words_that_outcome_and_class_allow(outcome: Outcome, held: Evidence, key: str) -> None:
    assert signed_key(Kind.CALL, outcome, held) == key


@covers("READOUT-005")
def test_reports_are_weaker_than_any_signature() -> None:
    assert weakest(frozenset({Evidence.E6, Evidence.SOURCE, Evidence.E0})) is Evidence.SOURCE
    assert weakest(frozenset({Evidence.E6, Evidence.E3})) is Evidence.E3


@covers("I10")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outcome_and_class_reads_as_on_the_golden_page(language: str) -> None:
    golden = (GOLDEN / f"signed.{language}.txt").read_text(encoding="utf-8")
    assert signed_page(language) == golden


def _told(kind: Kind, outcome: Outcome, held: Evidence) -> list[Sentence]:
    return sentences(exercise_of([signed_fact(outcome=outcome, evidence=held, kind=kind)]))
