"""The letters of names: Latin, Russian, and those of the peoples whose children go to these schools.

Sakha, Even, Evenki and Yukagir; Buryat, Tuvan and Kalmyk; Tatar, Bashkir, Kazakh, Kyrgyz, Uzbek and
Tajik; Ukrainian, Belarusian and Ossetic. In sets of expressions, capitals beside small letters.
"""

_OTHERS = "ёєіїґўәҗңөүһҕҥғқұҳҙҡҫӈӄӆӫӕҷӣӯ"

UPPER = "A-ZА-Я" + _OTHERS.upper()
LOWER = "a-zа-я" + _OTHERS
LETTER = UPPER + LOWER
