"""What an alert of CAP 1.2 consists of, as a table (CAP 1.2, section 3.2): elements, order, counts, values.

A table of our own and not the schema of the standard: decisions/0016 says why. Rules that the standard gives
in words only (what goes with what) stand in `_together`.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from firebreak.formats.markup import Element

NAMESPACE: Final = "urn:oasis:names:tc:emergency:cap:1.2"
MANY: Final = 10_000
_INSTANT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[-+]\d{2}:\d{2}", re.ASCII)
_PLAIN: Final = re.compile(r"[^\s,<&]+")
_NUMBER: Final = r"[-+]?\d{1,9}(?:\.\d{1,9})?"
_PAIR: Final = rf"{_NUMBER},{_NUMBER}"
_POLYGON: Final = re.compile(rf"{_PAIR}(?:\s+{_PAIR}){{3,}}", re.ASCII)
_CIRCLE: Final = re.compile(rf"{_PAIR}\s+{_NUMBER}", re.ASCII)
_FEET: Final = re.compile(_NUMBER, re.ASCII)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_DIGITS: Final = re.compile(r"-?\d{1,18}", re.ASCII)


class Rule(NamedTuple):
    """One kind of child."""

    least: int
    most: int
    fits: Callable[[str], object] | None = None
    inside: str = ""
    "The name of the table of an element that holds others."


def _one_of(words: str) -> Callable[[str], object]:
    return frozenset(words.split()).__contains__


_ONE: Final = Rule(1, 1)
_SOME: Final = Rule(0, 1)
_AT: Final = Rule(0, 1, _INSTANT.fullmatch)
_PARAMETER: Final = Rule(0, MANY, inside="parameter")

TABLES: Final[dict[str, dict[str, Rule]]] = {
    "alert": {
        "identifier": Rule(1, 1, _PLAIN.fullmatch),
        "sender": Rule(1, 1, _PLAIN.fullmatch),
        "sent": Rule(1, 1, _INSTANT.fullmatch),
        "status": Rule(1, 1, _one_of("Actual Exercise System Test Draft")),
        "msgType": Rule(1, 1, _one_of("Alert Update Cancel Ack Error")),
        "source": _SOME,
        "scope": Rule(1, 1, _one_of("Public Restricted Private")),
        "restriction": _SOME,
        "addresses": _SOME,
        "code": Rule(0, MANY),
        "note": _SOME,
        "references": _SOME,
        "incidents": _SOME,
        "info": Rule(0, MANY, inside="info"),
    },
    "info": {
        "language": Rule(0, 1, _LANGUAGE.fullmatch),
        "category": Rule(
            1, MANY, _one_of("Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other")
        ),
        "event": _ONE,
        "responseType": Rule(
            0, MANY, _one_of("Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None")
        ),
        "urgency": Rule(1, 1, _one_of("Immediate Expected Future Past Unknown")),
        "severity": Rule(1, 1, _one_of("Extreme Severe Moderate Minor Unknown")),
        "certainty": Rule(1, 1, _one_of("Observed Likely Possible Unlikely Unknown")),
        "audience": _SOME,
        "eventCode": _PARAMETER,
        "effective": _AT,
        "onset": _AT,
        "expires": _AT,
        "senderName": _SOME,
        "headline": _SOME,
        "description": _SOME,
        "instruction": _SOME,
        "web": _SOME,
        "contact": _SOME,
        "parameter": _PARAMETER,
        "resource": Rule(0, MANY, inside="resource"),
        "area": Rule(0, MANY, inside="area"),
    },
    "area": {
        "areaDesc": _ONE,
        "polygon": Rule(0, MANY, _POLYGON.fullmatch),
        "circle": Rule(0, MANY, _CIRCLE.fullmatch),
        "geocode": _PARAMETER,
        "altitude": Rule(0, 1, _FEET.fullmatch),
        "ceiling": Rule(0, 1, _FEET.fullmatch),
    },
    "resource": {
        "resourceDesc": _ONE,
        "mimeType": _ONE,
        "size": Rule(0, 1, _DIGITS.fullmatch),
        "uri": _SOME,
        "derefUri": _SOME,
        "digest": _SOME,
    },
    "parameter": {"valueName": _ONE, "value": _ONE},
}


def faults(alert: Element) -> list[str]:
    """What an alert has that the standard has not, or lacks, each in one sentence."""
    return [*_inside(alert, "alert"), *_together(alert)]


def _inside(element: Element, table: str) -> Iterator[str]:
    rules = TABLES[table]
    order = list(rules)
    known = [each for each in element.children if each.name in rules and each.namespace == NAMESPACE]
    for each in element.children:
        if each not in known and not (table == "alert" and each.name == "Signature"):
            yield f"{element.name} holds {each.name[:40]!r}, which CAP 1.2 has not"
    places = [order.index(each.name) for each in known]
    if places != sorted(places):
        yield f"the parts of {element.name} stand in another order than in CAP 1.2"
    for name, rule in rules.items():
        yield from _child(element, name, rule, [each for each in known if each.name == name])


def _child(element: Element, name: str, rule: Rule, found: list[Element]) -> Iterator[str]:
    if not rule.least <= len(found) <= rule.most:
        yield f"{element.name} has {len(found)} {name}, {rule.least} to {rule.most} are meant"
    for each in found:
        if rule.inside:
            yield from _inside(each, rule.inside)
        elif rule.fits is not None and not rule.fits(each.text):
            yield f"{name} {each.text[:40]!r} has not the form of CAP 1.2"


def _together(alert: Element) -> Iterator[str]:
    scope, kind = alert.said("scope"), alert.said("msgType")
    if scope == "Restricted" and not alert.said("restriction"):
        yield "a restricted alert says no restriction"
    if scope == "Private" and not alert.said("addresses"):
        yield "a private alert names no addresses"
    if kind in {"Update", "Cancel", "Ack", "Error"} and not alert.said("references"):
        yield f"an alert of type {kind} refers to none"
    for info in alert.all("info"):
        for area in info.all("area"):
            if area.first("ceiling") and not area.first("altitude"):
                yield "a ceiling without an altitude"
            if any(len(set(ends)) > 1 for each in area.all("polygon") if (ends := _ends(each.text))):
                yield "a polygon that does not end where it begins"


def _ends(polygon: str) -> list[str]:
    pairs = polygon.split()
    return [pairs[0], pairs[-1]] if pairs else []
