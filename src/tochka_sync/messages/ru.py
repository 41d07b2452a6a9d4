"""Русские тексты."""

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
        "Нет списка школ: {path}.",
        "Проверьте строку schools в plan.toml или положите файл на место.",
    ),
    "registry-unreadable": (
        "Список школ {path} не открывается: {problem}.",
        "Закройте файл в других программах и проверьте, есть ли право его читать.",
    ),
    "registry-empty": (
        "В списке школ {path} нет ни одной школы.",
        "Впишите школы: строка на каждую, хотя бы id и name.",
    ),
    "registry-column": (
        "{path}, строка {line}: неизвестный столбец «{column}».",
        "Уберите его. Столбцы списка школ: {known}.",
    ),
    "registry-column-near": (
        "{path}, строка {line}: неизвестный столбец «{column}».",
        "Возможно, это «{near}»: исправьте заголовок.",
    ),
    "registry-column-twice": (
        "{path}, строка {line}: столбец «{column}» встречается дважды.",
        "Оставьте один.",
    ),
    "registry-column-missing": (
        "{path}, строка {line}: нет столбца «{column}».",
        "Добавьте его в заголовок: без него школу не назвать.",
    ),
    "registry-value-missing": (
        "{path}, строка {line}: пустой столбец «{column}».",
        "Заполните его: без него школу не назвать.",
    ),
    "registry-extra": (
        "{path}, строка {line}: значений больше, чем столбцов, лишнее — «{value}».",
        "Если это второе название школы, возьмите весь столбец aliases этой строки в кавычки.",
    ),
    "registry-duplicate": (
        "{path}, строка {line}: школа с id «{id}» уже есть в строке {first}.",
        "У каждой школы свой id: исправьте или удалите одну из строк.",
    ),
    "registry-id": (
        "{path}, строка {line}, столбец {column}: «{value}» не годится.",
        "id пишется маленькими латинскими буквами, цифрами и дефисом: sosh-8.",
    ),
    "registry-number": (
        "{path}, строка {line}, столбец {column}: «{value}» не номер школы.",
        "Впишите только число, например 8, или оставьте пустым.",
    ),
    "registry-centre-opened": (
        "{path}, строка {line}, столбец {column}: «{value}» не год открытия центра.",
        "Впишите год четырьмя цифрами, не раньше 2019, или оставьте пустым.",
    ),
}
