"""Code words of the agreed phrases. None changes its meaning; each has its own text in every language."""

from typing import Final

from firebreak.core.phrase.kinds import CodeWord

STRUCK: Final = CodeWord(
    (
        "our-troops",
        "civilians",
        "hospital",
        "medical-transport",
        "aid-convoy",
        "observers",
        "ship",
        "aircraft",
        "power-plant",
        "dam",
    )
)
NEARED: Final = CodeWord(
    ("our-troops", "our-ship", "our-aircraft", "our-border", "protected-site", "hazard-area", "minefield")
)
HAZARD: Final = CodeWord(
    (
        "mines",
        "unexploded-ordnance",
        "firing",
        "missile-launch",
        "debris",
        "fire",
        "chemicals",
        "radiation",
        "flood",
    )
)
CRAFT: Final = CodeWord(("aeroplane", "helicopter", "drone", "ship", "vehicle"))
STRAY: Final = CodeWord(("drone", "missile", "aeroplane", "ship", "balloon", "mine"))
ACTIVITY: Final = CodeWord(
    ("training", "patrol", "transport", "search-and-rescue", "medical-evacuation", "reconnaissance")
)
ACCIDENT: Final = CodeWord(
    ("weapon-discharge", "missile-malfunction", "aircraft-crash", "ship-collision", "explosion", "drone-loss")
)
CAUSE: Final = CodeWord(("navigation-error", "weather", "technical-failure", "medical-emergency"))
PURPOSE: Final = CodeWord(("evacuation", "medical-help", "recovery-of-dead", "repair-work", "aid-delivery"))
TRAVELLER: Final = CodeWord(("aid-convoy", "medical-transport", "civilians", "repair-crew", "observers"))
OBSTACLE: Final = CodeWord(
    (
        "no-contact-with-unit",
        "not-our-unit",
        "danger-to-our-people",
        "outside-our-authority",
        "technical-failure",
    )
)
LINK: Final = CodeWord(("satellite", "radio", "telephone", "internet", "courier"))
TONGUE: Final = CodeWord(("de", "en", "ru", "uk"))
