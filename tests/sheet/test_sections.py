import pytest

from tochka_sync.sheet.sections import audience, days, is_period, school_name, year


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("МБОУ СОШ №8", "МБОУ СОШ №8"),
        ("1. МБОУ «СОШ №8 г.Томмот»", "МБОУ «СОШ №8 г.Томмот»"),
        ("Школа: СОШ № 4 п. Нижний Куранах", "СОШ № 4 п. Нижний Куранах"),
        ("гимназия г. Алдан", "гимназия г. Алдан"),
        ("Алданская гимназия", "Алданская гимназия"),
        ("Лицей", "Лицей"),
        ("СОШ с УИОП", "СОШ с УИОП"),
        ("Томмотская санаторная школа-интернат", "Томмотская санаторная школа-интернат"),
        ("Центр «Точка роста» МБОУ СОШ №9", "Центр «Точка роста» МБОУ СОШ №9"),
        ("8 школа", "8 школа"),
        ("COШ №8", "СОШ №8"),
        ("СОШ №8 (2 мероприятия)", "СОШ №8"),
        ("СОШ №8 (г. Томмот)", "СОШ №8 (г. Томмот)"),
        ("МБОУ СОШ №9 – директор Сидорова А.А.", "МБОУ СОШ №9"),
    ],
)
def test_plain_name_of_a_school_is_read_from_a_heading(heading, name):
    assert school_name(heading) == name


@pytest.mark.parametrize(
    "heading",
    ["Школа молодого педагога", "Летняя школа", "День лицея", "Фестиваль СОШ №8", "Школа", "Школа Юного Физика",
     "Лицей талантов", "Лицей (день открытых дверей)", "СОШ №8 (семинар)", "Семинар на базе СОШ №8", "Сентябрь", "", "№8"],
)  # fmt: skip
def test_heading_that_says_something_else_names_no_school(heading):
    assert school_name(heading) is None


@pytest.mark.parametrize("text", ["Сентябрь", "сентябрь-октябрь", "НОЯБРЬ 2023 г.", "I квартал", "1-е полугодие", "Месяц: май",
                                  "первое полугодие 2023-2024", "2023 год", "2023-2024 уч. год", "2024 г.", "янв.", "ФЕВ 2024",
                                  "окт.-нояб.", "сент", "дек. 2023 г."])  # fmt: skip
def test_parts_of_the_year_are_periods(text):
    assert is_period(text)


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("янв.", "10–12 января"),
        ("ФЕВ 2024", "10–12 февраля 2024"),
        ("мар", "10–12 марта"),
        ("мая", "10–12 мая"),
        ("окт.-нояб.", None),
        ("Марк", None),
    ],
)
def test_days_under_a_month_cut_short_are_days_of_it(period, said):
    assert days("10–12", period) == said


@pytest.mark.parametrize(
    "text",
    [
        "Майский квест",
        "Октябрьский",
        "Маяк",
        "Осень в школе",
        "Лето — это маленькая жизнь",
        "2 класс",
        "2024",
        "2024 год науки",
    ],
)
def test_titles_with_a_season_are_not_periods(text):
    assert not is_period(text)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("План на 2022-2023 учебный год", 2022),
        ("План на 2024/25 уч. год", 2024),
        ("Сентябрь 2022 г.", 2022),
        ("март 2023", 2022),
        ("План на 2024 год", None),
        ("«Об итогах сетевого взаимодействия в 2022-2023 учебном году»", None),
        ("к приказу о плане на 2022–2023 учебный год", None),
        ("Планы 2022-2023 и 2023-2024", None),
        ("8 (41145) 2022-24", None),
        ("Сентябрь", None),
    ],
)
def test_the_school_year_of_a_title_is_read_where_it_names_one_of_its_own(title, said):
    assert year(title) == said


@pytest.mark.parametrize(
    ("heading", "who"),
    [
        ("Педагоги", "педагоги"),
        ("ДЛЯ ПЕДАГОГОВ:", "педагогов"),
        ("II. Мероприятия для учащихся", "учащихся"),
        ("План мероприятий с учениками и родителями", "учениками и родителями"),
        ("Учительская", None),
        ("Педагогический совет", None),
        ("Ученики 5–9 классов", None),
        ("Детский сад", None),
        ("Педагогика", None),
    ],
)
def test_a_heading_says_for_whom_events_are_if_it_says_nothing_else(heading, who):
    assert audience(heading) == who
