"""Names of months, English and Russian, and of the time zones that warnings name."""

from typing import Final

MONTHS: Final = (
    ("JAN", "ЯНВ", "СІЧ"), ("FEB", "ФЕВ", "ЛЮТ"), ("MAR", "МАР", "БЕР"), ("APR", "АПР", "КВІ"),
    ("MAY", "МАЙ", "МАЯ", "ТРА"), ("JUN", "ИЮН", "ЧЕР"), ("JUL", "ИЮЛ", "ЛИП"), ("AUG", "АВГ", "СЕР"),
    ("SEP", "СЕН", "ВЕР"), ("OCT", "ОКТ", "ЖОВ"), ("NOV", "НОЯ", "ЛИС"), ("DEC", "ДЕК", "ГРУ"),
)  # fmt: skip
MONTH: Final = (
    r"(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|"
    r"OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?|ЯНВ(?:АР[ЬЯЕ])?|ФЕВР?(?:АЛ[ЬЯЕ])?|МАР(?:Т[АЕ]?)?|АПР(?:ЕЛ[ЬЯЕ])?|"
    r"МА[ЙЯЕ]|ИЮН[ЬЯЕ]?|ИЮЛ[ЬЯЕ]?|АВГ(?:УСТ[АЕ]?)?|СЕНТ?(?:ЯБР[ЬЯЕ])?|ОКТ(?:ЯБР[ЬЯЕ])?|НОЯБ?(?:Р[ЬЯЕ])?|"
    r"СІЧ(?:ЕНЬ|НЯ|НІ)?|ЛЮТ(?:ИЙ|ОГО|ОМУ)|БЕРЕЗ(?:ЕНЬ|НЯ|НІ)|КВІТ(?:ЕНЬ|НЯ|НІ)|ТРАВ(?:ЕНЬ|НЯ|НІ)|"
    r"ЧЕРВ(?:ЕНЬ|НЯ|НІ)|ЛИП(?:ЕНЬ|НЯ|НІ)|СЕРП(?:ЕНЬ|НЯ|НІ)|ВЕРЕС(?:ЕНЬ|НЯ|НІ)|ЖОВТ(?:ЕНЬ|НЯ|НІ)|"
    r"ЛИСТОПАДА?|ГРУД(?:ЕНЬ|НЯ|НІ)|ДЕК(?:АБР[ЬЯЕ])?)(?:(?![A-ZА-Я])|(?=NAVIGATION|IN\s|IN\sAREA|AREAS?\b|DANGEROUS|DAILY|AND\s|TO\s|THRU\s))"
)
ZONES: Final = {
    "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "UCT": 0, "ГРИНВИЧ": 0, "ВСВ": 0, "СГВ": 0,
    "МСК": 180, "MSK": 180, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "TRT": 180, "JST": 540,
    "KST": 540, "AEST": 600, "NZST": 720, "EDT": -240, "CDT": -300, "PDT": -420,
}  # fmt: skip
"Minutes ahead of UTC. Local time without a name has none."
LOCAL: Final = r"LT|LOCAL(?:\s+TIME)?|LOKAL\s+TID|МЕСТН\w*(?:\s+ВРЕМ\w*)?"
AHEAD: Final = r"(?:UTC|GMT|UT)\s?\+\s?\d{1,2}(?!\d)|(?:UTC|GMT)-\d{1,2}(?=\))"
"Written as so many hours from UTC."
ZONE: Final = rf"(?:{AHEAD}|{'|'.join(ZONES)}|{LOCAL})"
HOME_ZONES: Final = {
    "FINNISH": "Europe/Helsinki", "ESTONIAN": "Europe/Tallinn", "LATVIAN": "Europe/Riga",
    "LITHUANIAN": "Europe/Vilnius", "POLISH": "Europe/Warsaw", "GERMAN": "Europe/Berlin",
    "DANISH": "Europe/Copenhagen", "SWEDISH": "Europe/Stockholm", "NORWEGIAN": "Europe/Oslo",
    "ANDOYA": "Europe/Oslo", "ANDOEYA": "Europe/Oslo", "ANDØYA": "Europe/Oslo",
    "KALININGRAD": "Europe/Kaliningrad", "UKRAIN": "Europe/Kyiv", "ROMANIA": "Europe/Bucharest",
}  # fmt: skip
"Whose local time it may be, by a word of the text: an assumption that is told."


def month_number(name: str) -> int:
    """1 to 12."""
    return next(index for index, names in enumerate(MONTHS, start=1) if name.startswith(names))
