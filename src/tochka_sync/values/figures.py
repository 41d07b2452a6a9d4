"""How lexemes look: dates and times in digits, phrases, words and marks, as one pattern.

The order of the alternatives matters: the longer reading of digits comes first, so «10.02.2024»
is one date and not a pair with a year.
"""

import re

_YEAR_WORD = r"(?:\s*(?:г\.?\s?г\.?|г\.?|год[а-я]*)(?![^\W_]))?"
_STUDY = r"\(?уч(?:еб[а-я]*)?\.?\s*(?:г\.?|год[а-я]*)\)?(?![^\W_])"
TOKEN = re.compile(
    rf"""
    (?P<word>(?!(?:в\s+теч|на\s+прот|не\s+поз|не\s+ран|начин|уч))[^\W\d_]+)
  | (?=\d)(?:
        (?P<day>(?<!\d)\d{{1,2}}(?=\s(?![чг])[а-яё]))
      | (?P<plain_year>(?<!\d)\d{{4}}(?!\d|\s?[-/.]\s?\d|\s?-|\s\d){_YEAR_WORD})
      | (?P<iso>(?<!\d)(\d{{4}})(?P<iso_mark>[-./])(\d{{1,2}})(?P=iso_mark)(\d{{1,2}})(?!\d)
            (?:(?:\s|t)(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(z|[+-]\d\d:?\d\d)?(?!\d))?)
      | (?P<clock>(\d{{1,2}})\s?:\s?(\d\d)(?::\d\d)?(?!\d)(?:\s*(?:ч|час[а-я]*)(?![^\W_])\.?)?)
      | (?P<hours>(\d{{1,2}})\s*(?:ч|час[а-я]*)(?![^\W_\d])\.?(?:\s*(\d{{1,2}})\s*(?:м|мин[а-я]*)?(?![^\W_])\.?)?)
      | (?P<dotted>(?<!\d)(\d{{1,2}})\s?([.,]{{1,2}})\s?(\d{{1,2}})\s?([.,]{{1,2}}|-)\s?(\d{{3,}})(?!\d){_YEAR_WORD}
          | (?<!\d)(\d{{1,2}})\s?\.\s?(\d{{1,2}})\s?\.(\d\d)(?!\d|[.:]\d|-\d\d(?![\d.]))(?!\s*(?:ч|час[а-я]*)(?![^\W_])){_YEAR_WORD})
      | (?P<slashed>(?<!\d)(\d{{1,2}})\s?/\s?(\d{{1,2}})\s?[/.]\s?(\d{{2,}})(?!\d|[/:]\d){_YEAR_WORD})
      | (?P<dashed>(?<!\d)(\d{{1,2}})\s?-\s?(\d{{1,2}})\s?-\s?(\d{{4,}})(?!\d){_YEAR_WORD}
          | (?<!\d)(\d\d)-(\d\d)-(\d\d)(?![-\d:.]){_YEAR_WORD})
      | (?P<spaced>(?<![\d.,/-])(\d{{1,2}})\s(\d{{1,2}})\s(\d{{4}})(?!\d){_YEAR_WORD})
      | (?P<years>(?<![\d.,])(?:
            (\d{{4}})\s?[-/]\s?(\d{{4}}) | (\d{{4}})[-/](\d\d)(?!\s*(?!уч|г)[а-яёa-z])
          | (\d{{4}}|\d\d)\s?[-/]\s?(\d\d)(?=\s*{_STUDY})
          )(?!\d|[.,/-]\d){_YEAR_WORD}(?P<study>\s*{_STUDY})?)
      | (?P<monthly>(?<![\d.,])(\d{{1,2}})\s?[./-]\s?(\d{{4}})(?!\d){_YEAR_WORD})
      | (?P<pair>(\d{{1,2}})\s?([./])\s?(\d{{1,2}})(?!\d))
      | (?P<span>(?<![\d])(\d{{1,2}})-(\d\d)(?!\d|\s?[./]\s?\d|-?[а-яё]))
      | (?P<year>(?<!\d)(?:\d{{4}}(?:\s?-?\s?(?:го|й|ый|м|ом)(?![^\W_]))?(?!\d)|\d\d(?=\s?(?:г|год[а-я]*)(?![^\W_]))){_YEAR_WORD})
      | (?P<roman>(?<![^\W_])(?=[1IVXХУІ]*\d)(?=[1]*[IVXХУІ])[1IVXХУІ]{{2,4}}(?![^\W_]))
      | (?P<number>\d+)(?P<suffix>-?(?:ое|е|ого|го|ая|я|ый|ой|ий|й|ую|ю|ому|му|ым|ом|м|ых|х|ые|ти|и)(?![^\W_]))?
    )
  | (?P<during>в\s+теч(?:ени[еия]|\.?-?е)?(?![^\W_])|на\s+протяжении(?![^\W_]))
  | (?P<limit>не\s+поз(?:днее|же)(?![^\W_]))
  | (?P<since>не\s+ран(?:ее|ьше)(?![^\W_])|начиная\s+со?(?![^\W_]))
  | (?P<study_year>{_STUDY})
  | (?P<late_word>[^\W\d_]+)
  | (?P<mark>[^\s.:«»"“”„'’‘`])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def groups(match: re.Match[str], name: str, count: int) -> tuple[str, ...]:
    """Return the numbered groups inside a named one; those that did not take part are `None`."""
    first = TOKEN.groupindex[name]
    return match.groups()[first : first + count]
