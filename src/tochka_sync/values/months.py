"""The months as people write them in full, and nothing that only begins like one."""

MONTH = (
    r"(?:(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}"
    r"|ма(?:й|я|ем?|ю))(?![а-я])"
)
"""A month in any case, in lower case: Октябрьский, Мартовское and Майя are places."""
