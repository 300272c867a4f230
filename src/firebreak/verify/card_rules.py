"""Which rule of import a card breaks, by a short name under which every language has its words."""

from typing import Final

from firebreak.core.base.errors import FirebreakError
from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.card_import import CardRefused
from firebreak.verify.faults import Fault, fault

SIGNATURE: Final = "FB126"
ORDER: Final = {"FB127": "number", "FB128": "previous", "FB439": "future"}
KEPT: Final = {
    "FB129": "environment",
    "FB135": "roots",
    "FB125": "names",
    "FB130": "twice",
    "FB131": "twice",
    **dict.fromkeys(("FB123", "FB124", "FB137", "FB138", "FB139"), "weak"),
}
"Error codes to names; where one code stands for two rules, `_rule` looks closer."

RULES: Final = frozenset({*KEPT.values(), "certificate", "period", "version"})
OTHER: Final = "other"


def refused(signed: SignedCard, party: str, error: FirebreakError) -> Fault:
    """Which rule a card breaks. The name on it is nobody's, so the party is called as its other cards say."""
    values = {"party": party, "serial": signed.card.serial}
    if error.code == SIGNATURE:
        return fault("card-signature", **values)
    if error.code in ORDER:
        return fault("card-order", rule=ORDER[error.code], detail=error.text, **values)
    return fault("card-refused", rule=_rule(signed, error), detail=error.text, **values)


def _rule(signed: SignedCard, error: FirebreakError) -> str:
    if error.code == "FB132":  # a certificate or a KEM key, which is nothing of the card's own
        return "certificate" if isinstance(error, CardRefused) else "weak"
    if error.code == "FB134":
        return "period" if signed.card.valid_from >= signed.card.valid_until else "version"
    return KEPT.get(error.code, OTHER)
