"""Faults about officers' words: who may say what, and whose word it is."""

# pyright: basic, reportPrivateUsage=false
# A mutant reaches inside on purpose.

from dataclasses import replace
from typing import Any, Final

from firebreak.core.envelope import officer, once
from firebreak.core.envelope.card import Power
from firebreak.core.envelope.kinds import Kind
from firebreak.core.line import admission, hearing
from firebreak.core.line.admission import Bad
from firebreak.sim.mutants.hunting import Mutant, always


def _no_officer_needed(old: Any) -> Any:
    def read(entry: Any, side: Any, once_: Any) -> Any:
        found = old(entry, side, once_)
        if isinstance(found, Bad) and "missing" in found.reason:
            return admission.BODIES[Kind(entry.header.kind)].from_bytes(entry.body)
        return found

    return read


def _any_power(old: Any) -> Any:
    return lambda each, action, body, side, *rest: old(
        each, action, body, replace(side, powers=dict.fromkeys(side.officers, tuple(Power))), *rest
    )


def _any_words(old: Any) -> Any:
    def wrong(each: Any, action: Any, body: Any, side: Any, environment: Any, line: bytes) -> str:
        found = old(each, action, body, side, environment, line)
        if "something else" not in found:
            return found
        good = officer.verifies(each, side.officers[each.officer], environment, line)
        return "" if good else found

    return wrong


def _any_name(old: Any) -> Any:
    def wrong(each: Any, action: Any, body: Any, side: Any, *rest: Any) -> str:
        return old(each, action, body, side, *rest) if each.officer in side.officers else ""

    return wrong


PEOPLE: Final = (
    Mutant(
        "bad commitment accepted",
        admission,
        "keeps_its_commitment",
        always(True),
        ("a body that was not signed",),
    ),
    Mutant(
        "officer's signature not checked",
        admission,
        "verifies",
        always(True),
        ("another signature under a name",),
    ),
    Mutant("officer not needed", hearing, "read_body", _no_officer_needed, ("answers without an officer",)),
    Mutant("roster not checked", admission, "_wrong", _any_name, ("an officer of nowhere",)),
    Mutant("powers not checked", admission, "_wrong", _any_power, ("an officer without the power",)),
    Mutant(
        "statement not tied to its words", admission, "_wrong", _any_words, ("other words under a signature",)
    ),
    Mutant("statement replay accepted", once.Once, "repeated", always(""), ("a word said twice",)),
)
