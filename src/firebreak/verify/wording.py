"""Which findings, remarks and sentences there are, and the keys under which their texts stand.

The texts are in Fluent files (`languages/*/verify.ftl`). The verifier opens no file, so whoever wants to read
a report passes in the words of one language.
"""

from collections.abc import Mapping
from typing import Final, Protocol

from firebreak.core.base.text import show
from firebreak.verify.faults import Fault

VALUE_CODE_POINTS_MAX: Final = 400  # the longest value worth reading; texts take 2,000
FOR_ENGINEERS: Final = frozenset({"rule", "detail"})
"Values of a finding that stand in the machine-readable report by themselves; no text says the detail."


class Words(Protocol):
    """The texts of one language: `firebreak.catalogue.speaking("verify", "de")`."""

    def say(self, key: str, parameters: Mapping[str, int | str] | None = None) -> str:
        """One text."""
        ...


FINDINGS: Final = {
    code: meaning
    for meaning, codes in {
        "cards": (
            "line-id no-card card-unreadable card-foreign card-signature card-refused card-order unknown-key"
        ),
        "altered": (
            "unreadable foreign-line foreign-environment foreign-writer signature commitment repeated"
            " stamp-unreadable stamp-origin stamp-signature stamp-cosignature inclusion"
        ),
        "authority": (
            "card-validity old-key statement-missing statement-action statement-detail"
            " officer-unknown officer-power statement-signature statement-reused not-compared"
            " checkpoint-signature key-not-taken officer-then not-released revocation-unsigned"
            " attest-signature"
        ),
        "unclear": (
            "body-unreadable critical statement-unreadable checkpoint-unreadable attest-unreadable more"
        ),
        "missing": (
            "gap chain-start seen-unknown receipt-unknown reference-unknown statement-entry not-opened"
            " open-other accusation text-needed card-needed only-first only-second other-line"
        ),
        "contradiction": (
            "chain equivocation branch time-backwards seen-other seen-backwards receipt-other"
            " checkpoint-origin checkpoint-tree checkpoint-fork stamp-tree two-cards two-versions"
            " revocation-claim sound-contradicted"
        ),
    }.items()
    for code in codes.split()
}
"Every finding, and what findings of its sort mean to a reader."

REMARKS: Final = frozenset(
    {
        "exercise", "no-entries", "selection", "bodies-withheld", "restored", "clock-set-back",
        "clocks-apart",
        "kinds-unknown", "pieces-aside", "not-traced", "checkpoints-not-rebuilt", "stamps-not-rebuilt",
        "witness-unknown", "attest-unknown", "witness-says", "key-unconfirmed", "card-to-compare",
        "card-of-another-time",
        "card-of-another-party", "entries-disputed", "entries-void",
        "card-unanswered", "revocation-unanswered", "more",
    }
)  # fmt: skip

PROVEN: Final = ("cards", "opened", "signed", "unbroken", "interlocked", "officers", "checkpoints", "stamps")
"Sentences on a bundle, in the order in which they are said."

PARTS: Final = ("keys", "officers", "release")
"What cannot be judged where entries that decide it are not in the file."

PROVEN_OF_ENTRY: Final = ("entry", "entry-by-key", "text", "in-tree")
"The same on the proof of one entry."


def said(words: Words, family: str, fault: Fault) -> str:
    """One finding, remark or sentence in words; names are shown with misleading code points marked."""
    shown = {name: _short(value) for name, value in fault.values}
    return words.say(f"{family}-{fault.code}", shown)


def meaning(words: Words, fault: Fault) -> str:
    """What a finding of this sort means to a reader."""
    return words.say(f"meaning-{FINDINGS[fault.code]}")


def listed(words: Words, family: str, fault: Fault) -> dict[str, str]:
    """One finding or remark for machines; the rule and the detail, in English, are for engineers."""
    more = {name: str(value) for name, value in fault.values if name in FOR_ENGINEERS}
    return {"code": fault.code, "entry": fault.entry, "text": said(words, family, fault), **more}


def _short(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    text = show(value, newlines=False)
    return text if len(text) <= VALUE_CODE_POINTS_MAX else f"{text[:VALUE_CODE_POINTS_MAX]}…"
