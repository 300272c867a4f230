"""Everything that can be asked of a node at its desk socket, by the word in `do`."""

from typing import Final

from firebreak.api.service import Verb
from firebreak.api.verbs import (
    calls,
    cards,
    entries,
    ledgers,
    matchings,
    messages,
    node,
    notices,
    officers,
    records,
    requests,
    silences,
    sound,
    voice_notes,
)

VERBS: Final[dict[str, Verb]] = {
    **node.VERBS,
    **messages.VERBS,
    **calls.VERBS,
    **sound.VERBS,
    **cards.VERBS,
    **officers.VERBS,
    **records.VERBS,
    **entries.VERBS,
    **requests.VERBS,
    **ledgers.VERBS,
    **silences.VERBS,
    **notices.VERBS,
    **voice_notes.VERBS,
    **matchings.VERBS,
}
