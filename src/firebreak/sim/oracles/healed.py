"""What must be true once the faults have stopped: I1, I5, I11, and that the record rebuilds the line."""

from typing import TYPE_CHECKING, Final

from firebreak.core.call.outcome import account
from firebreak.core.envelope.header import key_id
from firebreak.core.envelope.kinds import Kind
from firebreak.core.line.line import Line
from firebreak.core.record.rooted import CardEntry
from firebreak.sim.oracles.matchings import matchings_of
from firebreak.sim.oracles.notices import notices_of
from firebreak.sim.oracles.outcomes import expected_outcomes
from firebreak.sim.oracles.receipts import covered
from firebreak.sim.oracles.spec import QUIET
from firebreak.sim.oracles.view import View
from firebreak.sim.parties import Party
from firebreak.sim.violation import hold

SHUFFLES: Final = 5

if TYPE_CHECKING:
    from firebreak.sim.node import Node
    from firebreak.sim.world import World


def check_shared(world: "World", before: set[bytes]) -> None:
    """I5: what was held anywhere when the faults stopped is held on both sides."""
    for node in world.nodes.values():
        lacking = before - world.oracles.watched[node].view.items.keys() - refused(world, node)
        hold("I5", not lacking, f"{node.label} still lacks {len(lacking)} entries after three exchanges")


def refused(world: "World", node: "Node") -> set[bytes]:
    """What a node rightly refuses: new to it, under an older key than the counterpart uses by now.

    Two live nodes of one party write such entries when one of them has already changed its key.
    """
    if len(world.parties[node.other].logs) == 1:
        return set()
    ever, other = world.oracles.ever.get(node.name, set[bytes]()), world.nodes[node.other]
    first = world.parties[node.other].cards[0].card.log_key
    held = (each.entry for commit in other.disk.commits for each in commit)
    old = (each for each in held if each.header.key_id == key_id(first))
    return {each.hash for each in old if each.hash not in ever}


def check_whole(world: "World") -> None:
    """Both stores hold the same, and all that was ever acknowledged."""
    north, south = (world.oracles.watched[node].view for node in world.nodes.values())
    hold("I5", north.items.keys() == south.items.keys(), "the two stores differ")
    for name, acknowledged in world.oracles.acknowledged.items():
        lost = acknowledged - north.items.keys()
        hold("I1", not lost, f"{len(lost)} acknowledged entries of {name} are lost")
    for view in (north, south):
        bare = [each for each in view.items.values() if each.kept.entry.body is None]
        hold("I1", not bare, "the body of an entry is lost")


def check_cards_taken(world: "World") -> None:
    """I24: whatever card a node has published is in force on both sides."""
    for node in world.nodes.values():
        view = world.oracles.watched[node].view
        for ours in (True, False):
            party = world.parties[node.name if ours else node.other]
            newest, wanted = view.standing.newest(ours=ours), _published(view, party)
            hold("I24", newest == wanted, f"{node.label} goes by card {newest}, the newest is {wanted}")


def _published(view: View, party: Party) -> int:
    """The serial of the newest card that stands in its owner's log, with all before it."""
    read = (view.read(each.kept.entry) for each in view.of_kind(Kind.CARD))  # also under a revoked key
    held = {body.card for body in read if isinstance(body, CardEntry)}
    serial = 1
    for each in party.cards[1:]:
        if each.to_bytes() not in held:
            break
        serial = each.card.serial
    return serial


def check_receipted(node: "Node") -> None:
    """I9: whatever asks for a receipt has one. A node whose key was revoked rests until it starts again."""
    assert node.line is not None
    if node.line.memory.revocations.is_revoked(node.line.writer.signer.key_id, ours=True):
        return
    view = node.world.oracles.watched[node].view
    ours = [each for each in view.items.values() if each.ours and not view.standing.is_void(each)]
    held = {each for item in ours for each in covered(view, item)}
    owed = [each for each in view.items.values() if not each.ours and each.header.kind not in QUIET]
    kinds = sorted({each.header.kind for each in owed if each.hash not in held})
    hold("I9", not kinds, f"{node.label} has not receipted entries of kinds {kinds}")


def check_line(node: "Node") -> None:
    """What is stored rebuilds the line, and every call has the outcome that its entries make."""
    assert node.line is not None
    again = node.make_line()
    old, new = story(node.line), story(again)
    for part, told in old.items():
        hold("replay", told == new[part], f"{node.label} is another after a replay: {part}")
    view = node.world.oracles.watched[node].view
    outcomes = {(each.ours, each.call): each.outcome for each in node.line.machines.calls.all()}
    for key, outcome in expected_outcomes(view).items():
        hold("I11", outcomes.get(key) is outcome, f"{outcomes.get(key)} instead of {outcome}")
    for call in node.line.machines.calls.book.calls.values():
        shuffled = list(call.facts)
        for _ in range(SHUFFLES):
            node.world.chance.shuffle(shuffled)
            hold("I11", account(shuffled) == call.account, "an outcome depends on the order of arrival")
    missing = sum(max(numbers) - len(numbers) for numbers in view.numbers.values())
    known = node.line.logs.ours.missing() + node.line.logs.theirs.missing()
    hold("I7", missing == known, f"{node.label} lacks {missing} entries and knows of {known}")


def story(line: Line) -> dict[str, object]:
    """All of a line that its record alone decides."""
    machines, memory = line.machines, line.memory
    traces = machines.messages.traces
    receipts = ("said", "receipted", "_covered", "_extended")
    return {
        "logs": (line.logs.ours, line.logs.theirs),
        "receipts": {name: getattr(memory.receipting, name) for name in receipts},
        "adopted": memory.restoring.adopted,
        "generation": memory.checkpointing.generation,
        "messages": {hash: (each.ref, each.at, each.level, each.target) for hash, each in traces.items()},
        "calls": machines.calls.all(),
        "watches": machines.watches.held,
        "suspended": machines.suspension.held,
        "contradictions": machines.contradictions,
        "notices": notices_of(machines.notices),
        "matchings": matchings_of(machines.matchings),
    }


def check_same_outcomes(world: "World") -> None:
    """I11: both sides tell the same of every call."""
    told: list[dict[tuple[str, bytes], object]] = []
    for node in world.nodes.values():
        assert node.line is not None
        calls = node.line.machines.calls.all()
        told.append({(node.name if each.ours else node.other, each.call): _account(each) for each in calls})
    hold("I11", told[0] == told[1], "the two sides tell different outcomes of a call")


def _account(call: object) -> tuple[object, ...]:
    return tuple(getattr(call, name) for name in ("outcome", "crossed", "words", "state", "sound"))
