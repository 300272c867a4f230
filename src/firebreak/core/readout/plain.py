"""The facts behind a readout as plain values, for machines: what the PDF carries and `--json` prints."""

from decimal import Decimal
from typing import Final

from firebreak.core.ledger.days import Days
from firebreak.core.ledger.lines import Plain
from firebreak.core.readout.material import Announced
from firebreak.core.readout.sentences import (
    Amount,
    Channel,
    Dates,
    Fragment,
    Lane,
    Parameter,
    Parameters,
    Party,
    Readout,
    Section,
    Sentence,
    Source,
    When,
    Words,
)

FORMAT: Final = "firebreak readout 1"


def readout_json(readout: Readout) -> dict[str, Plain]:
    """Only dicts, lists, strings and whole numbers; the same facts give the same value."""
    since, until = readout.period.since, readout.period.until
    numbers = iter(number for number, _, _ in readout.numbered())
    return {
        "format": FORMAT,
        "title": readout.title,
        "drawn_from": readout.drawn_from,
        "exercise": readout.exercise,
        "since": since and str(since),
        "until": until and str(until),
        "as_of": str(readout.as_of),
        "counted": readout.counted,
        "known": readout.known,
        "evidence": [each.value for each in readout.evidence],
        "sections": [_section(each, [next(numbers) for _ in each.sentences]) for each in readout.sections],
        "sources": {each.ref: _source(each) for each in readout.sources},
        "strip": [_lane(each) for each in readout.strip],
        "announced": [_announced(each) for each in readout.announced],
    }


def _announced(announced: Announced) -> dict[str, Plain]:
    area = announced.area
    places: list[Plain] = [[each.latitude_e7, each.longitude_e7] for each in area.places]
    return {
        "ref": announced.ref,
        "from": announced.from_party,
        "kind": area.kind.name.lower(),
        "places_e7": places,
        "radius_m": area.radius_m,
        "buffer_m": area.buffer_m,
        "usable": announced.usable,
    }


def _section(section: Section, numbers: list[int]) -> dict[str, Plain]:
    pairs = zip(numbers, section.sentences, strict=True)
    return {
        "part": section.part.value,
        "channel": section.channel and section.channel.name,
        "sentences": [_sentence(number, sentence) for number, sentence in pairs],
    }


def _sentence(number: int, sentence: Sentence) -> dict[str, Plain]:
    return {
        "number": number,
        "key": sentence.key,
        "parameters": _parameters(sentence.parameters),
        "refs": list(sentence.refs),
        "evidence": sentence.evidence and sentence.evidence.value,
    }


def _parameters(parameters: Parameters) -> dict[str, Plain]:
    return {name: _parameter(value) for name, value in parameters.items()}


def _parameter(value: Parameter) -> Plain:
    match value:
        case int() | str():
            return value
        case Amount():
            return {"least": _number(value.least), "most": _number(value.most)}
        case When():
            return _when(value)
        case Fragment():
            return {"key": value.key, "parameters": _parameters(value.parameters)}
        case _:
            return _named(value)


def _named(value: Party | Channel | Days | Dates | Words) -> Plain:
    match value:
        case Party():
            return {"party": value.name}
        case Channel():
            return {"channel": value.name}
        case Days():
            return str(value)
        case Dates():
            return [str(days) for days in value.each]
        case Words():
            return {"list": value.list, "words": list(value.each)}


def _number(number: int | Decimal | None) -> Plain:
    """Kilometres may have a fraction; they stay exact as text."""
    return str(number) if isinstance(number, Decimal) else number


def _when(when: When) -> dict[str, Plain]:
    at: dict[str, Plain] = {} if when.minute is None else {"minute": when.minute, "zone": when.zone}
    return {"days": str(when.days), "one_of": when.one_of, **at}


def _source(source: Source) -> dict[str, Plain]:
    return {
        "days": str(source.days),
        "from_desk": source.from_desk,
        "to_desk": source.to_desk,
        "where": list(source.where),
    }


def _lane(lane: Lane) -> dict[str, Plain]:
    marks: list[Plain] = [
        {
            "days": str(mark.days),
            "sign": mark.sign.value,
            "ref": mark.ref,
            "beyond": mark.beyond,
        }
        for mark in lane.marks
    ]
    return {"channel": lane.channel.name, "marks": marks}
