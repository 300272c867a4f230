"""Writing the record of a line as a proof bundle."""

from pathlib import Path

from firebreak.app.ceremony import Ceremony
from firebreak.app.stamps import stamped_notes
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.pairing import line_id
from firebreak.core.record.bundle import Head, withhold, write_bundle
from firebreak.ports import Store


def write_line_bundle(
    ceremony: Ceremony, store: Store, target: Path, *, bodies: bool, made_at: Instant
) -> int:
    """Write everything this node holds of a line; how many entries. Raises LocalError."""
    ours, theirs = ceremony.offer(), ceremony.theirs()
    environment = ceremony.house.config.environment
    head = Head.of(environment, (ours.party, ours.nonce), (theirs.party, theirs.nonce), made_at=made_at)
    line = line_id(environment, ours, theirs)
    entries = (kept.entry for _, kept in store.entries(line))
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(target.name + ".new")
    with draft.open("wb") as stream:
        cards = [each.signed for each in (ours, theirs)]
        stamps = stamped_notes(store, line)
        end = write_bundle(stream, head, cards, entries if bodies else withhold(entries), stamps)
    draft.replace(target)
    return end.entries
