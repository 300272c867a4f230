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
ENDANGERED: Final = CodeWord(
    (
        "aircrew",
        "ship",
        "vehicle",
        "people",
    )
)
DISTURBED: Final = CodeWord(
    (
        "command",
        "distress",
        "air-traffic",
        "navigation",
        "radar",
    )
)
WEAPON: Final = CodeWord(
    (
        "guns",
        "missile-launchers",
        "torpedo-tubes",
        "fire-control-radar",
    )
)
UNKNOWN: Final = CodeWord(
    (
        "drone",
        "missile",
        "aeroplane",
        "ship",
        "balloon",
    )
)
THREATENED: Final = CodeWord(
    (
        "our-troops",
        "civilians",
        "hospital",
        "school",
        "plant",
        "ship",
    )
)
SUBSTANCE: Final = CodeWord(
    (
        "chlorine",
        "ammonia",
        "fuel",
        "smoke",
        "unknown",
    )
)
MOVED: Final = CodeWord(
    (
        "troops",
        "tanks",
        "artillery",
        "missiles",
        "ships",
    )
)
SIDE: Final = CodeWord(
    (
        "port",
        "starboard",
    )
)
FLIGHT: Final = CodeWord(
    (
        "medical",
        "aid",
        "rescue",
        "state",
        "civil",
    )
)
CHECKED: Final = CodeWord(
    (
        "guns",
        "rockets",
    )
)
SITE: Final = CodeWord(
    (
        "hospital",
        "school",
        "shelter",
        "camp",
        "water-works",
        "food-store",
        "culture",
        "prison",
    )
)
CLOSURE: Final = CodeWord(
    (
        "firing",
        "mines",
        "damage",
        "weather",
        "end",
    )
)
FACILITY: Final = CodeWord(
    (
        "power-plant",
        "nuclear-plant",
        "substation",
        "power-line",
        "hydro-plant",
    )
)
CARRIED: Final = CodeWord(
    (
        "gas",
        "oil",
        "ammonia",
        "water",
    )
)
CABLE: Final = CodeWord(
    (
        "power",
        "data",
    )
)
AFFECTED: Final = CodeWord(
    (
        "power",
        "air-traffic",
        "railway",
        "telephone",
        "this-line",
    )
)
HARMED: Final = CodeWord(
    (
        "building",
        "ship",
        "aircraft",
        "vehicle",
        "power",
        "none",
    )
)
LEVEL: Final = CodeWord(
    (
        "duty-officers",
        "commanders",
        "experts",
        "principals",
    )
)
SEEN: Final = CodeWord(
    (
        "troops",
        "flights",
        "ships",
        "firing",
        "construction",
        "jamming",
    )
)
DETAIL: Final = CodeWord(
    (
        "purpose",
        "size",
        "duration",
        "area",
        "unit",
    )
)
MEDIUM: Final = CodeWord(
    (
        "television",
        "newspapers",
        "social-media",
        "radio",
        "telephone-call",
    )
)
