"""How the names of months look: in full and as nothing else looks, and how they begin."""

MONTH = (
    r"(?:(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}"
    r"|ма(?:й|я|ем?|ю))(?![а-я])"
)
"""A month in any case, in lower case: Октябрьский, Мартовское and Майя are places."""

BEGINNING = "янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек"
"""How the name of a month begins, its whole name and what spreadsheets make of it."""

ENGLISH_BEGINNING = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
"""The same of its English name."""
