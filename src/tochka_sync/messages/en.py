"""English texts."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # Fields, as a person names them.
}

FINDINGS: Mapping[str, tuple[str, str]] = {
    # code, or code.reason → (the sentence, what to do)
}

ERRORS: Mapping[str, tuple[str, str]] = {
    # code → (the sentence, the next step)
    "registry-missing": (
        "There is no list of schools: {path}.",
        "Check the line schools in plan.toml, or put the file in its place.",
    ),
    "registry-unreadable": (
        "The list of schools {path} cannot be opened: {problem}.",
        "Close the file in other programs and check that it may be read.",
    ),
    "registry-empty": (
        "The list of schools {path} holds no school.",
        "Enter the schools: a line for each, at least id and name.",
    ),
    "registry-column": (
        "{path}, line {line}: unknown column '{column}'.",
        "Remove it. The columns of the list are: {known}.",
    ),
    "registry-column-near": (
        "{path}, line {line}: unknown column '{column}'.",
        "Perhaps '{near}' is meant: correct the heading.",
    ),
    "registry-column-twice": (
        "{path}, line {line}: the column '{column}' is there twice.",
        "Keep one.",
    ),
    "registry-column-missing": (
        "{path}, line {line}: the column '{column}' is missing.",
        "Add it to the heading: a school cannot be named without it.",
    ),
    "registry-value-missing": (
        "{path}, line {line}: the column '{column}' is empty.",
        "Fill it in: a school cannot be named without it.",
    ),
    "registry-extra": (
        "{path}, line {line}: more values than columns, '{value}' is one too many.",
        "If it is another name of the school, put the whole column aliases of this line in quotes.",
    ),
    "registry-duplicate": (
        "{path}, line {line}: the school with the id '{id}' is already on line {first}.",
        "Every school has an id of its own: correct or delete one of the lines.",
    ),
    "registry-id": (
        "{path}, line {line}, column {column}: '{value}' will not do.",
        "An id is written in small Latin letters, digits and hyphens: sosh-8.",
    ),
    "registry-number": (
        "{path}, line {line}, column {column}: '{value}' is not a school's number.",
        "Enter only the number, such as 8, or leave it empty.",
    ),
    "registry-centre-opened": (
        "{path}, line {line}, column {column}: '{value}' is not the year a centre opened.",
        "Enter the year in four digits, 2019 or later, or leave it empty.",
    ),
}
