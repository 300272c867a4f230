"""Faults of cards, keys, releases, evidence, checkpoints and witnesses."""

# pyright: basic, reportPrivateUsage=false
# A mutant reaches inside on purpose.

from typing import Any, Final

from firebreak.core.call import evidence
from firebreak.core.call.evidence import Word
from firebreak.core.envelope import release
from firebreak.core.envelope.kinds import Kind
from firebreak.core.line import cards as carding
from firebreak.core.line.cards import Cards
from firebreak.core.line.checkpointing import Checkpointing
from firebreak.core.line.hearing import Hearing
from firebreak.core.line.memory import Memory
from firebreak.core.line.revoking import Mark, Revocations
from firebreak.core.line.saying import Saying
from firebreak.core.line.standing_by import StandingBy
from firebreak.core.line.witnessing import Witnessing
from firebreak.core.record import adding, quorum
from firebreak.core.record.rooted import Revoke, RevokeTaken
from firebreak.sim.mutants.hunting import Mutant, always

NEVER: Final = property(lambda self: False)


def _newest_at_once(old: Any) -> Any:
    return lambda self, seen, *, ours: self.newest(ours=ours)


def _first_for_ever(old: Any) -> Any:
    return lambda self, seen, *, ours: self.chains[ours][0].side


def _hides(old: Any) -> Any:
    def words(facts: Any, beside: Any = evidence.NOTHING_BESIDE) -> Any:
        known = list(facts)
        said = old(known, beside)
        gone = any(each.kind is Kind.CALL_END for each in known)
        return said & {Word.ATTEMPTED} if gone else said

    return words


def _counts_the_first(old: Any) -> Any:
    def words(facts: Any, beside: Any = evidence.NOTHING_BESIDE) -> Any:
        known = list(facts)
        return old(known[:1] if known[2:] else known, beside)

    return words


def _earliest(old: Any) -> Any:
    return lambda stamps, quorum: old(stamps, 1)


def _of_any_tree(old: Any) -> Any:
    def begin(self: Checkpointing, *given: Any) -> None:
        old(self, *given)
        self.tree.append(bytes(32))

    return begin


def _names_itself(old: Any) -> Any:
    return lambda self, kind: bytes(range(32)) if kind is Kind.CHECKPOINT else old(self, kind)


KEYS: Final = (
    Mutant(
        "one officer is enough",
        release,
        "PERSONS",
        lambda _old: 1,
        ("one officer is not enough", "flashes that nobody released"),
    ),
    Mutant("release not looked at", Memory, "released_by", always(None), ("one officer is not enough",)),
    Mutant("release not flagged", Hearing, "_not_released", always(None), ("flashes that nobody released",)),
    Mutant("an old log key is taken", Cards, "superseded", always(False), ("a thief with an old key",)),
    Mutant(
        "nothing apart from the new key is stood by",
        StandingBy,
        "outdated",
        always(()),
        ("a party runs twice when its log key changes",),
    ),
    Mutant("signs under a revoked key", Revocations, "check_signing", always(None), ("a log key revoked",)),
    Mutant("void entries count", Revocations, "mark", always(Mark.GOOD), ("a thief with a revoked key",)),
    Mutant(
        "a silenced node does not rest",
        Saying,
        "mute",
        lambda _old: NEVER,
        ("a revoked key and much to say",),
    ),
    Mutant("revocations by anybody", Revoke, "holds", always(True), ("revocations that nobody signed",)),
    Mutant(
        "acknowledged revocations by anybody",
        RevokeTaken,
        "holds",
        always(True),
        ("revocations that nobody signed",),
    ),
    Mutant("any card is taken in", carding, "check_import", always(None), ("cards that go back",)),
    Mutant(
        "a card holds at once", Cards, "side_at", _newest_at_once, ("an officer who comes and one who goes",)
    ),
    Mutant(
        "a card never holds", Cards, "side_at", _first_for_ever, ("an officer who comes and one who goes",)
    ),
    Mutant("an end hides what was shown", evidence, "words", _hides, ("a call answered and ended",)),
    Mutant("evidence counts what came first", evidence, "words", _counts_the_first, ("a call declined",)),
    Mutant(
        "a witness believes any proof",
        adding,
        "_judge_proof",
        always(None),
        ("another story for the witnesses",),
    ),
    Mutant(
        "a witness cosigns a size again",
        adding,
        "_judge_same",
        always(True),
        ("another story for the witnesses",),
    ),
    Mutant(
        "one witness proves a time",
        quorum,
        "proven",
        _earliest,
        ("a witness that lies and one that is down",),
    ),
    Mutant(
        "cosignatures not checked",
        quorum,
        "verify_cosignature",
        always(True),
        ("stamps of nobody on a checkpoint that has none",),
    ),
    Mutant(
        "names a stamp that is not there",
        Witnessing,
        "to_name",
        _names_itself,
        ("witnesses stamp what was summed up",),
    ),
    Mutant(
        "sums up what is not its log",
        Checkpointing,
        "begin",
        _of_any_tree,
        ("witnesses stamp what was summed up",),
    ),
)
