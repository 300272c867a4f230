"""What a finding says, in one table, so that a journalist understands it and a translator finds it.

The names of parties and officers come from the record and are shown with misleading code points marked.
"""

from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.core.base.text import show
from firebreak.verify.faults import Fault

FINDINGS: Final = {
    # the cards
    "line-id": (
        "The number of the line does not follow from the two parties and the random numbers they "
        "exchanged; these cards and these entries may not belong together."
    ),
    "no-card": (
        "The file holds no usable card of party {party}, so nothing can be said about its signatures."
    ),
    "card-unreadable": "A card in the file cannot be read: {reason}.",
    "card-foreign": "A card in the file belongs to party {party}, which is not on this line.",
    "card-signature": "Card {serial} of {party} is not signed by both of that party's root keys.",
    "card-refused": "Card {serial} of {party} breaks a rule that every card must keep: {reason}.",
    "card-order": "Card {serial} of {party} does not follow the card before it: {reason}.",
    # single entries
    "unreadable": "An entry in the file cannot be read as one: {reason}.",
    "foreign-line": "The entry was signed for another line and proves nothing about this one.",
    "foreign-environment": (
        "The entry was signed for {signed}, while this line is for {expected}; an exercise must never be "
        "shown as real, nor the other way round."
    ),
    "foreign-writer": "The entry names a writer who is not one of the two parties of this line.",
    "unknown-key": "The entry is signed with a key that no card of {writer} in this file names.",
    "card-validity": "{writer} signed the entry at a time for which its card was not valid.",
    "old-key": (
        "{writer} signed the entry with the key of an older card after it had begun to use a newer one."
    ),
    "signature": "The signature of the entry does not hold: {writer} did not sign these bytes.",
    "commitment": "The text that comes with the entry is not the text that {writer} signed.",
    "body-unreadable": "{writer} signed an entry whose content cannot be read: {reason}.",
    "critical": "The entry needs an extension that this version does not know, so it is not fully checked.",
    "repeated": "The entry stands in the file twice.",
    # what officers stated
    "statement-missing": (
        "{writer} recorded what only an officer can state, without any officer's signature."
    ),
    "statement-unreadable": "The officer's statement in an entry of {writer} cannot be read: {reason}.",
    "statement-action": "The officer {officer} of {writer} signed something else than the entry says.",
    "statement-detail": (
        "The signature of officer {officer} of {writer} is about other words than stand in the entry."
    ),
    "officer-unknown": (
        "The officer {officer} is not on the card of {writer}, so the statement counts for nothing."
    ),
    "officer-power": (
        "The officer {officer} of {writer} signed what the card does not allow that officer to do."
    ),
    "statement-signature": "The signature of officer {officer} of {writer} does not hold.",
    "statement-reused": (
        "The statement of officer {officer} of {writer} stands in entry {first} already. It counts once."
    ),
    "statement-entry": (
        "The officer {officer} of {writer} signed for an entry that is not in this record, or for another"
        " text than it holds."
    ),
    # one log
    "gap": "{count} entries of {writer} are missing before this one (numbers {first} to {last}).",
    "chain": (
        "The entry does not continue the entry of {writer} before it, although both are numbered in a row."
    ),
    "chain-start": "{writer} began to write anew after an entry that is not in this file.",
    "equivocation": (
        "{writer} signed {count} different entries under the same number {number} ({hashes}). Treat all "
        "of them as unreliable; the signatures prove it by themselves."
    ),
    "branch": (
        "{writer} went on from an earlier point of its record and left {count} entries aside, from number"
        " {number} on, without confirming them. They stay valid. Its node was restored from an old copy, "
        "or two copies ran."
    ),
    "time-backwards": "By the clock of {writer} the entry was written before the one it continues.",
    # between the logs
    "seen-unknown": "{writer} states that it had received an entry of {other} which is not in this file.",
    "seen-other": (
        "{writer} states that it had received entry {number} of {other} with another content than the one"
        " in this file."
    ),
    "seen-backwards": (
        "{writer} states that it had received less of the record of {other} than it had stated before."
    ),
    "receipt-unknown": "{writer} confirmed an entry of {other} which is not in this file.",
    "receipt-other": (
        "{writer} confirmed an entry as one of {other} which has another number or another writer."
    ),
    "reference-unknown": "{writer} refers to an entry which is not in this file.",
    "accusation": (
        "{writer} accuses {other} of two different entries under one number, and the file does not hold "
        "two such entries."
    ),
    # opening
    "not-opened": "The record of {writer} does not hold the entry with which it opened this line.",
    "open-other": (
        "{writer} opened the line with other parties, cards or random numbers than this file names."
    ),
    "not-compared": (
        "{writer} opened the line, and not enough of its officers signed that they had compared the cards"
        " by voice: {reason}."
    ),
    # checkpoints
    "checkpoint-unreadable": "A checkpoint of {writer} cannot be read: {reason}.",
    "checkpoint-origin": "A checkpoint of {writer} is about another line, party or restart.",
    "checkpoint-signature": "A checkpoint of {writer} is not signed with both keys of its card.",
    "checkpoint-tree": "A checkpoint of {writer} does not sum up the entries that come before it.",
    "checkpoint-fork": (
        "{writer} signed two checkpoints that cannot both be true: neither record continues the other."
    ),
    # two bundles
    "other-line": "The two files are about different lines and cannot be compared.",
    "two-cards": "The two files hold different cards {serial} of {party}; both are signed.",
    "two-versions": (
        "The two files hold different entries of {writer} under number {number}; both are signed."
    ),
    "only-first": (
        "The second file lacks {count} entries of {writer} which the first has, from number {number} on, "
        "although it holds later ones."
    ),
    "only-second": (
        "The first file lacks {count} entries of {writer} which the second has, from number {number} on, "
        "although it holds later ones."
    ),
    "more": "There are {count} more findings of the sort {code}.",
}

REMARKS: Final = {
    "exercise": "This is the record of an exercise. Nothing in it was meant in earnest.",
    "selection": (
        "The exporter chose a part of the record, from {first} to {last}. What lies before or after is "
        "not in the file and could not be checked."
    ),
    "bodies-withheld": (
        "The text of {count} of {entries} entries is not in the file. That they were signed, when and in "
        "which order is proven; what they say is not shown."
    ),
    "restored": (
        "{writer} once lost {count} entries, got them back from {other} and confirmed that they stand."
    ),
    "clock-set-back": "Between two starts of its node the clock of {writer} went back by {seconds} seconds.",
    "clocks-apart": (
        "The clocks of both sides were at least {seconds} seconds apart when this entry was written."
    ),
    "kinds-unknown": (
        "{count} entries are of a kind that this version does not know. Their signatures are checked."
    ),
    "pieces-aside": (
        "{count} parts of the file are of a sort that this version does not know and were left aside."
    ),
    "not-traced": "{count} references lead out of the chosen range and could not be followed.",
    "checkpoints-not-rebuilt": (
        "{count} checkpoints could not be compared with the entries, as earlier ones are not in the file."
    ),
}

PROVEN: Final = {
    "cards": (
        "The cards are signed by the root keys of {lower} and {higher}, and the number of the line "
        "follows from them."
    ),
    "opened": (
        "Both sides opened this line with exactly these cards, and officers of both signed that they had "
        "compared them."
    ),
    "signed": (
        "Every one of the {entries} entries was signed with the key of its writer's card: {lower_count} "
        "by {lower}, {higher_count} by {higher}."
    ),
    "unbroken": (
        "The entries of each side form one unbroken numbered chain: none was removed, inserted or changed"
        " after the next one was signed."
    ),
    "interlocked": (
        "{seen} entries state how much of the other side's record had arrived by then, and all of that is"
        " in the file: the order between the two sides is proven to that extent."
    ),
    "officers": (
        "{statements} statements of officers were signed with their own keys, which a node does not hold."
    ),
    "checkpoints": (
        "{checkpoints} checkpoints of the writers, signed also with a key that resists quantum computers,"
        " agree with the entries before them."
    ),
}

NOT_PROVEN: Final = {
    "who": (
        "Whether the cards belong to the organisations they name: compare the card numbers below with "
        "what each publishes elsewhere."
    ),
    "true": "Whether what the entries say is true, or who held the keys when they were used.",
    "times": "The times are the writers' own; no neutral witness has confirmed them.",
    "end": (
        "Whether there are later entries: a file can always end early. The newest entries bind the other "
        "side only where it has confirmed them."
    ),
    "silence": (
        "Nothing here proves what a side did not do, or anything that neither side wrote down. An entry "
        "without a confirmation was not necessarily delivered."
    ),
}

WORDS: Final = {"REAL": "real use", "EXERCISE": "an exercise"}


def finding(fault: Fault) -> Finding:
    """A broken rule, in words."""
    return Finding(code=fault.code, text=_said(FINDINGS, fault), entry=fault.entry)


def remark(fault: Fault) -> Finding:
    """Something worth knowing that breaks no rule."""
    return Finding(code=fault.code, text=_said(REMARKS, fault), entry=fault.entry)


def _said(table: dict[str, str], fault: Fault) -> str:
    shown = {
        name: show(value, newlines=False) if isinstance(value, str) else value for name, value in fault.values
    }
    return table[fault.code].format_map(shown)
