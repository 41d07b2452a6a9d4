"""Русские тексты."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "help.status.max_age": "Завершиться с кодом 4, если последнее удачное чтение старше: 36h, 2d.",
    # How long: «позже на …».
    "duration.day": "{n} {n:день|дня|дней}",
    "duration.hour": "{n} {n:час|часа|часов}",
    "duration.minute": "{n} {n:минуту|минуты|минут}",
    "duration.second": "{n} {n:секунду|секунды|секунд}",
    # How far off a deadline is: «срок вышел …, …», «пока нет ни одного мероприятия, …».
    "ago.days": "{n} {n:день|дня|дней} назад",
    "ago.today": "сегодня",
    "left.days": "до срока {n} {n:день|дня|дней}",
    "left.today": "сегодня последний день",
    # doctor and init.
    "doctor.config": "Настройка {path}: «{title}», {year} учебный год; срок {due} ({zone}).",
    "doctor.registry": "Список школ: {n} {n:школа|школы|школ}, ждём план от {expected}.",
    "doctor.due": "Срок {due} далеко от учебного года {year}: проверьте [deadlines] в plan.toml.",
    "doctor.early": "Свой срок раньше общего: {schools}. Проверьте [deadlines.extensions] в plan.toml: продлённый срок бывает позже.",
    "doctor.gaps": "Год открытия центра не указан у {n} {n:школы|школ|школ}: впишите centre_opened в schools.csv.",
    "doctor.file": "План в файле {path}: доступ к Google не нужен.",
    "doctor.access": "Таблица откроется так: {access}.",
    "doctor.link": "Ключей нет: таблица должна быть открыта «всем, у кого есть ссылка» (читатель).",
    "doctor.share": "Откройте таблицу для чтения адресу {account}.",
    "doctor.read": "Таблица «{name}» прочитана, листы: {titles}.",
    "doctor.column": "столбец {column} «{header}» — {name}",
    "doctor.unknown": "не знаю; если нужен, впишите название в [tabs.events.columns]",
    "doctor.rows": "Лист «{tab}»: {n} {n:строка|строки|строк} с мероприятиями.",
    "doctor.schools": "Лист «{tab}»: {n} {n:школа|школы|школ}.",
    "doctor.history": "История {path}: {n} {n:чтение|чтения|чтений} этого плана.",
    "doctor.no-history": "Истории ещё нет, она появится после первой проверки: {path}.",
    "doctor.mend": "Сначала исправьте отмеченное ✗: до этого ни одна запись не будет заполнена полностью.",
    "doctor.next": "Можно проверять: tochka-sync check",
    "init.written": "Записана настройка {path}.",
    "init.schools": "Записан список школ {path}: {n} {n:название|названия|названий} из таблицы.",
    "init.next": "Откройте {path} и список школ рядом: проверьте учебный год, сроки и названия, уберите повторы. Потом: tochka-sync doctor.",
    "init.unknown": "что это? поставьте вместо ? имя поля и уберите знак #",
    "init.tabs": """# План стоит на нескольких листах: все листы с его формой, и те, что появятся потом.
all = true
# Только эти: уберите строку с all и знак # у следующей.
# title = [{titles}]""",
    "init.plan": """# План мероприятий. Составлено по таблице; проверьте каждую строку.

[plan]
title = "План сетевого взаимодействия"
school_year = "{year}"            # проверьте
timezone = "Asia/Yakutsk"            # сроки местные: «до 2 июня» — до последней секунды 2 июня здесь
phone_area_code = "41145"            # для местных номеров из пяти цифр

[source]
spreadsheet = {source}
access = "auto"

[deadlines]
events = {due:%Y-%m-%d}                  # проверьте по приказу
contracts = {contracts:%Y-%m-%d}               # проверьте по приказу

[tabs.events]
{tab}
{header}

[tabs.events.columns]
# Уберите знак # у строки, если столбец понят неверно, и поставьте верное имя поля.
{columns}
""",
    # What the program says beside its reports.
    "cli.error": "Ошибка",
    "cli.next": "Что делать",
    "cli.output": "вывод программы",  # «Нельзя записать …»
    "cli.not-dated": "Когда таблицу меняли последний раз, Google не сказал; сроки судим без этого. {why}",
    "cli.opened": "Таблица «{name}» прочитана, доступ: {access}.",
    "cli.exported": "Записано: {path}.",
    "cli.not-exported": "Форма не распознана, поэтому не записано: {path}. Прежние файлы остались как были.",
    "cli.strange-variable": "Переменной {name} программа не знает; возможно, имелось в виду: {near}.",
    "cli.interrupted": "Прервано. Прежние файлы остались как были; запустите команду ещё раз.",
    "plans.title": "Планов {n}, из них проверено {read}.",
    "plans.line": "{plan}: записей {entries}, полных {complete}, опоздали {late}, не подали школ {missing}, ошибок {errors}; код {code}",
    "plans.failed": "{plan}: не проверен, код {code}",
    "plans.more": "… и ещё {n} {n:план|плана|планов}",
    "plans.total": "Всего: записей {entries}, полных {complete}, опоздали {late}, ошибок {errors}; школ: ждём {expected}, подали {received}, в срок {received_on_time}.",
    "plans.codes": "Коды возврата и сколько планов: {codes}.",
    "progress.plans": "{at} из {n}: {plan}",
    "progress.reading": "Читаю таблицу…",
    "progress.judging": "Проверяю…",
    "progress.writing": "Записываю {path}…",
    "cli.bug": "Ошибка в самой программе: {kind} в {where}, версия {version}. Прежние файлы остались как были.\n"
    "Что делать: сообщите эту строку разработчикам; до исправления помогает предыдущая версия.",
    # Help.
    "help": "Проверяет план мероприятий «Точек роста»: кто не подал, кто опоздал, какая ячейка неверна и что в неё вписать.",
    "help.check": "Проверить план: прочитать, сверить со сроками, показать отчёт, записать чистый файл.",
    "help.check.sources": "Ссылка на таблицу, её id или путь к .xlsx/.csv; либо один или несколько plan.toml. По умолчанию — таблица из plan.toml.",
    "help.demo": "То же на учебном плане из самой программы: без сети и без доступа к Google.",
    "help.explain": "Объяснить код замечания: что значит, почему важно, как исправить.",
    "help.doctor": "Проверить настройку: что работает, что нет и что сделать дальше.",
    "help.init.source": "Ссылка на таблицу, её id или путь к .xlsx/.csv. Без неё — настройка без столбцов и школ.",
    "help.init": "Создать настройку для нового плана по его таблице.",
    "help.schema": "Показать JSON Schema: report, export или config.",
    "help.some-options": "[ПАРАМЕТРЫ]",
    "help.some-command": "КОМАНДА [ПАРАМЕТРЫ]...",
    "help.default": "По умолчанию {value}.",
    "help.word.usage": "Вызов",
    "help.word.arguments": "Что указать",
    "help.word.options": "Параметры",
    "help.word.commands": "Команды",
    "help.word.required": "[обязательно]",
    "help.help": "Показать эту справку.",
    "help.option.sources": "Ссылка, id или путь к файлу.",
    "help.option.source": "Ссылка на таблицу, её id или путь к .xlsx/.csv. По умолчанию — таблица из plan.toml.",
    "help.option.formats": "Вид отчёта: terminal, concise, json, markdown, html, github, sarif, junit. Можно несколько, лишние — в файл: json:отчёт.json.",
    "help.option.exports": "Куда записать чистый план; вид по расширению: .csv, .xlsx, .json, .ics; папка (с косой чертой в конце) — таблицы для программ. Можно несколько.",
    "help.option.fail_on": "С какой важности замечаний код возврата 1.",
    "help.option.with_contacts": "Не скрывать имена, телефоны и почту.",
    "help.option.as_of": "Судить так, будто сейчас это время: 2023-06-02 или 2023-06-02T18:00.",
    "help.option.schools": "Показать только эту школу (id из списка школ). Можно несколько.",
    "help.option.timeout": "Сколько секунд отводится на чтение таблицы.",
    "help.option.config": "Путь к plan.toml (по умолчанию config/plan.toml).",
    "help.option.lang": "Язык всего, что читает человек: ru или en.",
    "help.option.version": "Показать версию.",
    "help.option.code": "Код замечания, например date-ambiguous; без него — список всех.",
    "help.option.name": "report, export или config.",
    "explain.why": "Почему это важно",
    "explain.fix": "Как исправить",
    "explain.wrong": "Набрано",
    "explain.right": "Нужно",
    "explain.more": "Подробнее: tochka-sync explain КОД",
    # Fields, as a person names them.
    "field.school": "школа",
    "field.title": "название мероприятия",
    "field.types": "форма проведения",
    "field.date": "дата",
    "field.audience": "категория участников",
    "field.participating_schools": "школы-участники",
    "field.participants": "количество участников",
    "field.settlement": "населённый пункт",
    "field.place": "место проведения",
    "field.level": "уровень",
    "field.format": "формат, очно или дистанционно",
    "field.responsible": "ответственный",
    "field.phones": "телефон",
    "field.emails": "электронная почта",
    "field.links": "ссылка на публикацию",
    "field.contract": "договор",
    "field.submitted_at": "отметка времени",
    "field.number": "номер по порядку",
    "field.time": "время",
    "field.weekday": "день недели",
    "field.ends": "дата окончания",
    "field.ends_at": "время окончания",
    "field.first_name": "имя",
    "field.patronymic": "отчество",
    "field.students": "количество учащихся",
    "field.teachers": "количество педагогов",
    "field.parents": "количество родителей",
    "field.contacts": "контакты",
    "field.content": "содержание",
    "field.subject": "направленность",
    "field.result": "результат",
    "field.remark": "примечание",
    "field.centre_opened": "год открытия центра",
    "field.head": "руководитель",
    # What a field may hold: «например: …».
    "example.school": "СОШ №8 г.Томмот",
    "example.title": "«Наука вокруг нас»",
    "example.types": "мастер-класс",
    "example.date": "10.02.2024",
    "example.audience": "учащиеся 5–7 классов",
    "example.participating_schools": "СОШ №1, СОШ №2",
    "example.participants": "25 учащихся, 3 педагога",
    "example.settlement": "г. Томмот",
    "example.place": "актовый зал школы",
    "example.level": "муниципальный",
    "example.format": "очно",
    "example.responsible": "Глобусова Г.Г.",
    "example.phones": "8 914 000-00-00",
    "example.emails": "shkola@mail.ru",
    "example.links": "https://shkola.ru/news/1",
    "example.contract": "№ 5 от 12.08.2023 или «не требуется»",
    "example.submitted_at": "02.06.2023 17:45",
    "example.number": "1",
    "example.time": "14:00",
    "example.weekday": "среда",
    "example.ends": "12.02.2024",
    "example.ends_at": "16:00",
    "example.first_name": "Галина",
    "example.patronymic": "Григорьевна",
    "example.students": "25",
    "example.teachers": "3",
    "example.parents": "5",
    "example.contacts": "8 914 000-00-00, shkola@mail.ru",
    "example.content": "опыты с цифровой лабораторией",
    "example.subject": "естественные науки",
    "example.result": "сборник проектов",
    "example.remark": "перенесено с 3 марта",
    "example.centre_opened": "2021",
    "example.head": "Глобусова Г.Г.",
    # Rows, by kind.
    "row.event": "мероприятие",
    "row.title": "заголовок над таблицей",
    "row.header": "шапка таблицы",
    "row.repeated_header": "повтор шапки",
    "row.numbering": "нумерация столбцов",
    "row.prenumbered": "только номер или прочерки",
    "row.section": "раздел",
    "row.total": "итог",
    "row.footnote": "сноска или подпись",
    "row.example_row": "образец",
    # Where a school stands, and whether an entry came in time.
    "standing.on-time": "подали в срок",
    "standing.late": "подали с опозданием",
    "standing.incomplete": "не всё заполнено",
    "standing.missing": "ничего не подали",
    "standing.pending": "пока не подали полностью",
    "standing.unknown": "подали, время неизвестно",
    "standing.untold": "неизвестно, подали ли",
    "standing.not-obliged": "приказ не касается",
    "timing.on-time": "в срок",
    "timing.late": "с опозданием",
    "timing.pending": "срок ещё не вышел",
    "timing.unknown": "время неизвестно",
    "timing.between": "по прежним чтениям таблицы: между {after} и {at}",
    "timing.evidence.timestamp": "по отметке времени",
    "timing.evidence.ledger": "по прежним чтениям таблицы",
    "timing.evidence.read-before-deadline": "таблица прочитана до срока",
    "timing.evidence.file-modified": "файл сохранён до срока",
    "timing.evidence.none": "нет данных",
    "contracts.signed": "заключены",
    "contracts.not_needed": "не требуются",
    "contracts.in_progress": "оформляются",
    "contracts.missing": "нет сведений",
    "contracts.unknown": "неизвестно",
    "severity.error": "ошибка",
    "severity.warning": "внимание",
    "severity.info": "к сведению",
    # What was assumed or put right in a value.
    "note.year_inferred": "год взят из учебного года плана",
    "note.two_digit_year": "год был из двух цифр",
    "note.year_not_shown": "год не показан, и он не из учебного года",
    "note.out_of_school_year": "дата вне учебного года",
    "note.slash_dmy_assumed": "дата прочитана как день/месяц",
    "note.us_order": "дата была в порядке месяц/день",
    "note.weekday_mismatch": "день недели не совпадает",
    "note.excel_serial": "дата была записана числом Excel",
    "note.approximate": "дата примерная",
    "note.school_calendar_default": "даты четвертей и каникул обычные по стране",
    "note.too_vague": "дата слишком общая",
    "note.vague": "дата слишком общая",
    "note.school_half_year": "полугодие учебное: сентябрь–декабрь или январь–май",
    "note.multiple": "названо несколько значений",
    "note.federal_working_saturday": "рабочая суббота",
    "note.summer_holidays": "летние каникулы",
    "note.school_holidays": "школьные каникулы",
    "note.foreign_timezone": "время из другого часового пояса",
    "note.unknown_submit_time": "неизвестно время суток подачи",
    "note.typo_fixed": "исправлена опечатка",
    "note.lookalike_fixed": "исправлены похожие буквы",
    "note.mixed_script": "исправлены похожие буквы",
    "note.case_normalised": "слово поставлено в начальную форму",
    "note.all_caps": "было заглавными буквами",
    "note.unbalanced_quotes": "не закрыта кавычка",
    "note.transliterated": "было латиницей",
    "note.range_reversed": "границы были переставлены",
    "note.org_form_mismatch": "другая форма учреждения",
    "note.partial_name": "название неполное",
    "note.bare_numbers": "школы названы одними номерами",
    "note.unknown_school": "есть школа не из списка",
    "note.derived": "число вычислено",
    "note.number_in_words": "число было словами",
    "note.zero": "указан ноль",
    "note.too_generic": "форма проведения слишком общая",
    "note.area_code_inferred": "добавлен код района",
    "note.prefix_inferred": "добавлен код страны",
    "note.plus8_fixed": "«+8» исправлено на «+7»",
    "note.idn": "адрес на кириллице",
    "note.domain_typo": "возможна опечатка в адресе почты",
    "note.handle_assumed_telegram": "@имя прочитано как Telegram",
    "note.scheme_added": "к ссылке добавлено https://",
    "note.formula_text": "ссылка взята из формулы",
    "note.caption": "рядом есть пояснение",
    "note.late": "договор заключён после срока",
    "note.copied_from_order": "слова переписаны из приказа",
    "note.number_missing": "не указан номер",
    "note.date_missing": "не указана дата",
    "note.not_needed_or_missing": "неясно, не нужен или ещё нет",
    "note.filled_down": "взято из строки выше или столбца рядом",
    "note.settlement_beside": "школа понята по населённому пункту в соседнем столбце",
    "note.placeholder": "значение не указано",
    "note.role_only": "указана только должность",
    "note.cancelled": "мероприятие отменено",
    "note.postponed": "мероприятие перенесено",
    "note.all_schools": "названы все школы",
    "note.case_unclear": "фамилия, видно, не в именительном падеже; оставлена как есть",
    "note.capitals_fixed": "исправлены заглавные буквы",
    "note.type_corrected": "исправлен тип населённого пункта",
    "note.and_others": "названы не все",
    "note.dotted_list": "номера школ через точку",
    "note.duplicates": "повторы убраны",
    "note.extension": "есть добавочный номер",
    "note.range_expanded": "номера школ взяты подряд",
    "note.settlement_not_listed": "населённого пункта нет в справочнике",
    "note.settlement_unverified": "посёлок школы не сверен",
    "note.several_contracts": "названо несколько договоров",
    "note.unlisted_type": "такой формы проведения нет в списке",
    "note.assumed_grades": "старшие классы прочитаны как 10–11",
    "note.grades_of_adults": "классы относятся к педагогам или родителям",
    "note.group_left_out": "названа группа, которой в плане нет",
    "note.registry_differs": "отличается от списка школ",
    # Exports for people.
    "export.tab.plan": "План",
    "export.tab.mend": "На доработку",
    "export.tab.schools": "Школы",
    "export.column.school": "Школа",
    "export.column.title": "Название",
    "export.column.types": "Форма проведения",
    "export.column.date": "Дата",
    "export.column.time": "Время",
    "export.column.audience": "Для кого",
    "export.column.participating_schools": "Школы-участники",
    "export.column.participants": "Количество участников",
    "export.column.settlement": "Населённый пункт",
    "export.column.place": "Место проведения",
    "export.column.level": "Уровень",
    "export.column.format": "Формат",
    "export.column.responsible": "Ответственный",
    "export.column.phones": "Телефон",
    "export.column.emails": "Эл. почта",
    "export.column.contract": "Договор",
    "export.column.links": "Публикации",
    "export.column.submitted_at": "Время подачи",
    "export.column.timing": "Подано",
    "export.column.notes": "Что учтено при чтении",
    "export.column.tab": "Лист",
    "export.column.row": "Строка",
    "export.column.what": "Что исправить",
    "export.column.type": "Впишите",
    "export.column.obliged": "Должна подать",
    "export.column.standing": "Состояние",
    "export.column.evidence": "Основание",
    "export.column.entries": "Записей",
    "export.column.complete": "Заполнено",
    "export.column.on_time": "В срок",
    "export.column.contracts": "Договоры",
    "export.column.coverage": "Освещение",
    "export.guess": "возможно, {suggestion}",
    "export.yes": "да",
    "export.no": "нет",
    "export.coverage": "{covered} из {held}",
    "export.types.seminar": "семинар",
    "export.types.method_seminar": "методический семинар",
    "export.types.workshop_seminar": "семинар-практикум",
    "export.types.masterclass": "мастер-класс",
    "export.types.webinar": "вебинар",
    "export.types.videoconference": "видеоконференция",
    "export.types.conference": "конференция",
    "export.types.sci_conference": "научно-практическая конференция",
    "export.types.festival": "фестиваль",
    "export.types.quest": "квест",
    "export.types.marathon": "марафон",
    "export.types.miks": "МИКС",
    "export.types.open_lesson": "открытый урок",
    "export.types.round_table": "круглый стол",
    "export.types.hackathon": "хакатон",
    "export.types.contest": "конкурс",
    "export.types.tournament": "турнир",
    "export.types.olympiad": "олимпиада",
    "export.types.excursion": "экскурсия",
    "export.types.open_day": "день открытых дверей",
    "export.types.intensive": "интенсив",
    "export.types.internship": "стажировка",
    "export.types.method_meeting": "методическое объединение",
    "export.types.campaign": "акция",
    "export.types.camp_shift": "профильная смена",
    "export.types.outreach": "десант",
    "export.types.other": "другое",
    "export.who.students": "учащиеся",
    "export.who.teachers": "педагоги",
    "export.who.primary_teachers": "учителя начальных классов",
    "export.who.young_teachers": "молодые педагоги",
    "export.who.tr_teachers": "педагоги центров «Точка роста»",
    "export.who.tr_heads": "руководители центров «Точка роста»",
    "export.who.deputy_heads": "заместители директоров",
    "export.who.preschool": "дошкольники",
    "export.who.parents": "родители",
    "export.who.open": "все желающие",
    "export.grades": "{grades} кл.",
    "export.age": "{ages} лет",
    "export.level.school": "школьный",
    "export.level.inter_school": "межшкольный",
    "export.level.municipal": "муниципальный",
    "export.level.regional": "региональный",
    "export.level.federal": "федеральный",
    "export.level.international": "международный",
    "export.format.offline": "очно",
    "export.format.online": "онлайн",
    "export.format.mixed": "очно и онлайн",
    "export.format.remote_async": "заочно",
    "export.qualifier.about": "около",
    "export.qualifier.more": "более",
    "export.qualifier.at_least": "не менее",
    "export.qualifier.less": "менее",
    "export.qualifier.at_most": "до",
    "export.qualifier.all": "все",
    "export.qualifier.open": "все желающие",
    "export.count.students": "учащихся: {count}",
    "export.count.teachers": "педагогов: {count}",
    "export.count.parents": "родителей: {count}",
    "export.count.organisations": "организаций: {count}",
    "export.count.teams": "команд: {count}",
    "export.count.team_size": "по {count} {count:человеку|человека|человек}",
    "export.count.classes": "классов: {count}",
    "export.contract.signed": "заключён",
    "export.contract.in_progress": "оформляется",
    "export.contract.not_needed": "не требуется",
    "export.contract.unknown": "неизвестно",
    "export.contract.number": "№ {number}",
    "export.contract.date": "от {date}",
    "export.contract.addendum": "доп. соглашение № {number}",
    "export.contract.due": "будет до {date}",
    "export.months": "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь",
    "export.of_months": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "export.weekdays": "пн|вт|ср|чт|пт|сб|вс",
    "export.nth_weekdays": "#-й пн|#-й вт|#-я ср|#-й чт|#-я пт|#-я сб|#-е вс",
    "export.last_weekdays": "последний пн|последний вт|последняя ср|последний чт|последняя пт|последняя сб|последнее вс",
    "export.of_month": "{days} числа",
    "export.times": "{n} {n:раз|раза|раз}",
    "export.when.month": "{month} года",
    "export.when.week": "1-я неделя|2-я неделя|3-я неделя|4-я неделя|5-я неделя|последняя неделя",
    "export.when.decade": "1-я декада|2-я декада|3-я декада",
    "export.when.half_month": "1-я половина|2-я половина",
    "export.when.school_quarter": "I четверть|II четверть|III четверть|IV четверть",
    "export.when.quarter": "I квартал|II квартал|III квартал|IV квартал",
    "export.when.half_year": "I полугодие|II полугодие",
    "export.when.season": "зима|весна|лето|осень",
    "export.when.school_holidays": "зимние каникулы|весенние каникулы|летние каникулы|осенние каникулы",
    "export.when.school_year": "учебный год",
    "export.when.of.month": "{name} {month} {year} года",
    "export.when.of.year": "{name} {year} года",
    "export.when.of.school_year": "{name} {years}",
    "export.when.until": "до {date}",
    "export.when.from": "с {date}",
    "export.recurrence.daily": "ежедневно",
    "export.recurrence.weekly": "еженедельно",
    "export.recurrence.biweekly": "раз в две недели",
    "export.recurrence.monthly": "ежемесячно",
    "export.recurrence.quarterly": "ежеквартально",
    "export.recurrence.school_quarterly": "раз в четверть",
    "export.recurrence.half_yearly": "раз в полугодие",
    "export.recurrence.yearly": "ежегодно",
    # Calendar.
    "ics.about": "По общей таблице «{name}», прочитанной {read}.",
    "ics.undated": "Без точной даты, в календарь не вошли: {n} {n:мероприятие|мероприятия|мероприятий}.",
    "ics.mend": "Надо исправить в таблице, в календарь не вошли: {n} {n:запись|записи|записей}.",
    "ics.untitled": "Мероприятие без названия",
    "ics.left-out": "В календарь не вошло без точной даты: {n}.",
    # Data package.
    "package.about": "План мероприятий: чистые записи, школы-участники, состояние школ, записи на доработку, замечания.",
    # Reports.
    "report.source": "{name} · прочитано {read}",
    "report.as_of": "на {moment} ({timezone})",
    "report.due": "Срок подачи: {due} — {n:остался|осталось|осталось} {n} {n:день|дня|дней}.",
    "report.due-today": "Срок подачи: {due} — сегодня последний день.",
    "report.overdue": "Срок подачи: {due} — вышел {n} {n:день|дня|дней} назад.",
    "report.overdue-today": "Срок подачи: {due} — уже вышел.",
    "report.schools": "Школы: должны подать {expected}, подали {received}, из них в срок {on_time}.",
    "report.schools-unknown": "Школы: должны подать {expected}; кто подал, неизвестно: столбец школ не найден.",
    "report.entries": "Записи: {entries}, заполнено полностью {complete}, с опозданием {late}.",
    "report.unknown": "Неизвестно, в срок ли подано: {n} {n:запись|записи|записей} ({n:неполная|неполные|неполные} или без доказательств).",
    "report.rows": "Строк {rows} = чистых {clean} + на доработку {mend} + пропущено {skipped}.",
    "report.skipped": "Пропущенные строки: {rows}.",
    "report.findings": "Замечания: ошибок {errors}, предупреждений {warnings}, к сведению {infos}.",
    "report.nothing": "Замечаний нет: исправлять нечего.",
    "report.attention": "Школы, которым нужно внимание",
    "report.contracts": "Нет сведений о договоре",
    "report.problems": "Что исправить",
    "report.infos": "К сведению, исправлять не обязательно",
    "report.form": "Таблица в целом",
    "report.no-school": "Школа не определена",
    "report.row": "строка {row}",
    "report.tab-row": "лист «{tab}», строка {row}",
    "report.now": "Сейчас: {value}",
    "report.type": "Впишите: {suggestion}",
    "report.type-guess": "Возможно, имелось в виду: {suggestion}",
    "report.more": "и ещё {n}",
    "report.more-schools": "и ещё {n} {n:школа|школы|школ}: все — в отчёте html или json",
    "report.more-of-schools": (
        "И ещё {schools} {schools:школа|школы|школ}, у них {n} {n:замечание|замечания|замечаний}:"
        " все — в отчёте json или concise, по школам — в html"
    ),
    "report.more-findings": "и ещё {n} {n:замечание|замечания|замечаний}: все — в отчёте json или concise",
    "report.entries-of": "записей {entries}, заполнено {complete}, в срок {on_time}",
    "report.about.form-unrecognised": "не понять форму таблицы",
    "report.about.column-missing": "нет нужного столбца",
    "report.about.column-duplicate": "два столбца об одном",
    "report.about.column-unknown": "незнакомые столбцы",
    "report.about.tab-unread": "мероприятия на другом листе",
    "report.about.required-missing": "не заполнено обязательное",
    "report.about.date-unreadable": "не прочесть дату",
    "report.about.date-impossible": "такой даты нет",
    "report.about.date-ambiguous": "дату можно понять по-разному",
    "report.about.date-vague": "слишком общая дата",
    "report.about.date-outside-year": "дата не из этого учебного года",
    "report.about.date-weekday-mismatch": "день недели не сходится",
    "report.about.date-non-working": "мероприятие в выходной или каникулы",
    "report.about.school-unknown": "школы нет в списке",
    "report.about.school-ambiguous": "подходит несколько школ",
    "report.about.school-conflict": "номер и посёлок школы не сходятся",
    "report.about.value-unreadable": "не прочесть значение",
    "report.about.phone-invalid": "неверный телефон",
    "report.about.email-invalid": "неверная почта",
    "report.about.link-invalid": "неверная ссылка",
    "report.about.excel-autoformat": "Excel превратил текст в дату",
    "report.about.spreadsheet-error": "ошибка формулы",
    "report.about.misplaced-value": "значение не в своём столбце",
    "report.about.text-corrected": "исправлены опечатки",
    "report.about.event-cancelled": "мероприятие отменено или зачёркнуто",
    "report.about.event-postponed": "мероприятие перенесено, а дата прежняя",
    "report.about.duplicate-entry": "запись внесена дважды",
    "report.about.date-clash": "два мероприятия в один день",
    "report.about.count-mismatch": "число не сходится со списком",
    "report.about.entry-late": "внесено после срока",
    "report.about.school-missing": "школа ничего не подала",
    "report.about.events-missing": "мероприятий меньше, чем нужно",
    "report.about.contract-missing": "нет сведений о договоре",
    "report.about.coverage-missing": "нет публикации",
    "report.about.entry-removed": "запись исчезла из таблицы",
    "report.about.registry-gap": "неполные сведения в списке школ",
    "said.since": "с {day}, {n} {n:день|дня|дней}",
    "said.new": "новое",
    "said.again": "снова",
    "drawing.arrivals": "Записи по времени подачи: до срока {due} внесено {in_time}, после {after}.",
    "drawing.arrivals-own": "Записи по времени подачи: в срок внесено {in_time}, после срока {after}; у некоторых школ срок свой, общий — {due}.",
    "drawing.deadline": "срок {due:%d.%m %H:%M}",
    "drawing.month": "{month}: отмечено мероприятий по дням — {n}.",
    "html.title": "{title} — отчёт",
    "html.skip": "К содержанию",
    "html.open": "открыть таблицу",
    "html.contents": "Разделы",
    "html.summary": "Итог",
    "html.due": "До срока {n} {n:день|дня|дней}",
    "html.due-today": "Сегодня последний день",
    "html.overdue": "Срок вышел {n} {n:день|дня|дней} назад",
    "html.overdue-today": "Срок вышел сегодня",
    "html.deadlines": "план — до {due}, договоры — до {contracts:%d.%m.%Y}",
    "html.expected": "{n:школа должна|школы должны|школ должны} подать",
    "html.received": "{n:подала|подали|подали}",
    "html.on-time": "из них в срок",
    "html.news": "Новое с прошлого отчёта",
    "html.news-counts": "С отчёта {read}: новых замечаний {new}, исправлено {put_right}, появились снова {reopened}, остаётся {open}.",
    "html.news-same": "С отчёта {read} ничего не изменилось; замечаний: {open}.",
    "html.news.new": "Новые замечания",
    "html.news.reopened": "Появились снова",
    "html.news.put_right": "Исправлено",
    "html.schools": "Школы",
    "html.schools-caption": "Школы и обязательства: сначала те, кому нужно внимание.",
    "html.column.events": "План",
    "html.column.mend": "Исправить",
    "html.column.event": "Мероприятие",
    "html.column.host": "Где проводится",
    "html.arrivals": "Когда поступали записи",
    "html.arrivals-caption": "До срока внесено {in_time}, после срока {after}.",
    "html.arrivals-own": "Сроки у школ разные: учтены продлённые.",
    "html.arrivals-first": "Из них {n} {n:запись была|записи были|записей было} в таблице уже при первом чтении.",
    "html.arrivals-unknown": "Ещё {n} {n:запись|записи|записей} — время неизвестно.",
    "html.arrivals-none": "Когда внесены записи, неизвестно: в таблице нет отметок времени, а прежние чтения этого не показывают.",
    "html.no-entries": "Записей пока нет.",
    "html.findings": "Что исправить, по школам",
    "html.now": "Сейчас:",
    "html.type": "Впишите:",
    "html.guess": "Возможно, имелось в виду:",
    "html.fine": "Исправлять нечего.",
    "html.infos": "К сведению: {n}",
    "html.more": "и ещё {n}: всё — в отчёте json или concise",
    "html.year": "Календарь года",
    "html.year-caption": "Чем гуще цвет дня, тем больше в нём мероприятий.",
    "html.year-vague": "Без точного дня — {n}.",
    "html.year-outside": "Вне учебного года — {n}.",
    "html.plan": "План",
    "html.plan-caption": "{n} {n:запись|записи|записей} без ошибок.",
    "html.more-events": "и ещё {n} {n:мероприятие|мероприятия|мероприятий}: все — в файле plan.xlsx (--export)",
    "html.no-plan": "Пока нет ни одной записи без ошибок.",
    "html.no-month": "Без даты",
    "html.masked": "имена и контакты скрыты",
    "markdown.cut": "**Отчёт сокращён:** не поместилось ещё {n} {n:строка|строки|строк}; всё — в отчёте json или concise.",
    "github.title": "План мероприятий",
    "github.more-errors": "И ещё {n} {n:ошибка|ошибки|ошибок}: все — в журнале этого шага.",
    "github.more-warnings": "И ещё {n} {n:предупреждение|предупреждения|предупреждений}: все — в журнале этого шага.",
    "sarif.sheet": "Ячейка в таблице",
    # The history.
    "help.option.history": "Где хранится история (по умолчанию .tochka/history.sqlite рядом с plan.toml).",
    "help.option.no_history": "Не пользоваться историей и ничего не запоминать.",
    "help.option.accept_loss": "Поверить таблице, хотя записи пропали, и больше о них не спрашивать.",
    "help.pull": "Только прочитать таблицу и запомнить её: без отчёта и выгрузки.",
    "help.history": "Что и когда было прочитано.",
    "help.diff": "Что изменилось между двумя чтениями: по записям, ячейка за ячейкой.",
    "help.restore": "Сохранить прежнее состояние таблицы файлом .xlsx или .csv.",
    "help.status": "Каждая школа и каждое требование приказа, по истории: кто подал, в срок ли, договоры, освещение.",
    "help.purge": "Забыть старые снимки, а с ними имена и телефоны; сроки и замечания останутся.",
    "help.option.old": "С какого чтения: номер, время, last или previous. По умолчанию предыдущее.",
    "help.option.new": "До какого чтения. По умолчанию последнее.",
    "help.option.snapshot": "Какое чтение: номер из tochka-sync history, время, last или previous.",
    "help.restore.export": "Куда сохранить: .xlsx (все листы) или .csv (лист с мероприятиями).",
    "help.option.older_than": "Старше чего забыть: 90d (дней) или дата 2023-09-01.",
    "help.option.form": "Вид: terminal или json.",
    "help.diff.form": "Вид: terminal, json или html (страница для браузера).",
    "help.status.form": "Вид: terminal, markdown или json.",
    "help.status.as_of": "На какое время: 2023-06-02 или 2023-06-02T18:00. По умолчанию сейчас.",
    "back.kept": "{restore} --export план.xlsx покажет прежнюю таблицу",
    "back.forgotten": "она есть в Google Таблице, в меню «Файл», «История версий» (снимок того чтения забыт)",
    "history.kept": "Запомнено, чтение {n}: {path}.",
    "history.restored": "Чтение {n} сохранено: {path}. Внутри могут быть имена и телефоны.",
    "history.restored-tab": "В .csv помещается один лист: «{tab}». Все листы сразу — в .xlsx.",
    "history.purged": "Забыто снимков: {n}, освобождено {size} КБ.",
    "history.read": "{n}. {at}",
    "history.entries": "записей: {entries}",
    "history.unchanged": "без изменений",
    "history.refused": "не принято: пропали записи",
    "history.forgotten": "снимок забыт",
    "diff.head": "Чтение {old} ({old_at}) → чтение {new} ({new_at})",
    "diff.counts": "Новых записей {added}, исчезло {removed}, изменено {changed}.",
    "diff.one": "Ничего не изменилось. Это одно и то же чтение; прочитать таблицу ещё раз: tochka-sync pull.",
    "diff.nothing": "Ничего не изменилось.",
    "diff.added": "Новые",
    "diff.removed": "Исчезли",
    "diff.changed": "Изменены",
    "diff.column": "Столбец",
    "diff.before": "Было",
    "diff.after": "Стало",
    "status.unread": "После срока таблицу не читали: что внесли позже {read}, неизвестно. Прочитать: tochka-sync check.",
    "status.school": "Школа",
    "status.plan": "План (п.2.1)",
    "status.entries": "Заполнено",
    "status.on-time": "В срок",
    "status.contracts": "Договоры (п.2.2)",
    "status.coverage": "Освещено (п.2.3)",
    "status.totals": "Школы: должны подать {expected}, подали {received}, из них в срок {on_time}. Договор заключён или не нужен: {settled} из {expected}. Освещено мероприятий: {covered} из {held} прошедших.",
    # Reasons inside other sentences.
    "reason.doctype": "в ней объявлен тип документа, чего программы для таблиц не делают",
    "reason.no-tags": "это не разметка книги",
    "reason.no-workbook": "внутри нет книги Excel",
    "reason.archive": "архив внутри не читается",
    "reason.twins": "две её части названы одинаково",
    "reason.order": "строки перепутаны",
    "reason.xml": "разметка внутри испорчена",
    "reason.missing-part": "в книге не хватает части",
    "reason.contents": "ячейки записаны не по правилам",
    "reason.login-refused": "вход не разрешён",
    "reason.login-answer": "браузер вернул не то, что нужно",
    "reason.silent": "без объяснения",
    "reason.unintelligible": "ответ не понять",
    "reason.tls": "соединение не такое, как нужно",
    "reason.tls-early": "сертификат ещё не действует",
    "reason.tls-expired": "срок сертификата вышел",
    "reason.tls-other-host": "сертификат чужого сайта",
    "reason.tls-no-file": "нет файла сертификатов",
    "reason.tls-stranger": "сертификат выдан неизвестно кем",
    "reason.EBADF": "вывод закрыт",
    "reason.EACCES": "нет разрешения",
    "reason.EPERM": "нет разрешения",
    "reason.EROFS": "диск только для чтения",
    "reason.ENOENT": "такого пути нет",
    "reason.ENOTDIR": "часть пути — файл, а не папка",
    "reason.EISDIR": "это папка",
    "reason.EEXIST": "такое имя уже занято",
    "reason.EINVAL": "это не обычный файл, или система не принимает такое имя",
    "reason.ENAMETOOLONG": "имя слишком длинное",
    "reason.EILSEQ": "система не принимает такое имя",
    "reason.ELOOP": "ссылки ходят по кругу",
    "reason.EFBIG": "файл слишком велик",
    "reason.ENOSPC": "на диске нет места",
    "reason.EDQUOT": "место, отведённое вам на диске, кончилось",
    "reason.EIO": "сбой диска",
    "reason.EREMOTEIO": "сбой сетевого диска",
    "reason.ENODEV": "такого диска нет",
    "reason.ENXIO": "такого диска нет",
    "reason.ENOMEDIUM": "диска нет в устройстве",
    "reason.EBUSY": "занято другой программой",
    "reason.ETXTBSY": "занято другой программой",
    "reason.EAGAIN": "занято другой программой",
    "reason.EDEADLK": "занято другой программой",
    "reason.ENOLCK": "диск не умеет держать файл за одной программой",
    "reason.ENOTSUP": "диск этого не умеет",
    "reason.ESTALE": "сетевой диск отключился",
    "reason.ENOTCONN": "сетевой диск отключился",
    "reason.EHOSTDOWN": "сетевой диск не отвечает",
    "reason.EHOSTUNREACH": "сетевой диск не отвечает",
    "reason.ENETUNREACH": "сетевой диск не отвечает",
    "reason.ETIMEDOUT": "ответа не дождались",
    "reason.EADDRINUSE": "порт занят другой программой",
    "reason.EMFILE": "открыто слишком много файлов",
    "reason.ENFILE": "открыто слишком много файлов",
    "reason.ENOMEM": "не хватило памяти",
    "reason.SQLITE_CANTOPEN": "файл не открывается",
    "reason.SQLITE_READONLY": "его можно только читать",
    "reason.SQLITE_PERM": "нет разрешения",
    "reason.SQLITE_AUTH": "нет разрешения",
    "reason.SQLITE_IOERR": "сбой диска",
    "reason.SQLITE_PROTOCOL": "занято другой программой",
    "reason.SQLITE_NOMEM": "не хватило памяти",
    "reason.SQLITE_TOOBIG": "записать нужно больше, чем он вмещает",
    "reason.SQLITE_NOLFS": "файл больше, чем умеет диск",
    "reason.unknown": "система не сказала почему",
    "reason.other": "ошибка {name}",
}

FINDINGS: Mapping[str, tuple[str, str]] = {
    "value-unreadable.either_gender": (
        "Фамилия стоит не в именительном падеже, и неясно, мужчина это или женщина.",
        "Впишите фамилию так, чтобы она отвечала на вопрос «кто?», и инициалы.",
    ),
    "value-unreadable.several_contracts": (
        "В ячейке несколько договоров; учтён первый, № {kept}.",
        "Оставьте один договор, остальные перенесите в примечание: № {others}.",
    ),
    # What no single cell shows, and the deadlines.
    "event-cancelled": (
        "Мероприятие отменено: «{value}».",
        "Исправлять нечего: оно остаётся в плане отменённым, публикация о нём не нужна. Если оно всё же состоится, уберите пометку.",
    ),
    "event-cancelled.struck": (
        "Строка зачёркнута, а из плана не убрана: «{value}».",
        "Если мероприятие отменено, напишите «отменено» в примечании или удалите строку. Если оно прошло или состоится, снимите зачёркивание.",
    ),
    "event-postponed": (
        "В столбце {where} сказано, что мероприятие перенесено, а дата здесь прежняя: «{value}».",
        "Впишите сюда новую дату.",
    ),
    "event-postponed.moved_to": (
        "В столбце {where} сказано, что мероприятие перенесено на {day}, а здесь «{value}».",
        "Впишите сюда новую дату; если верна эта, исправьте сказанное в столбце {where}.",
    ),
    "duplicate-entry": (
        "Это мероприятие уже записано в строке {other}: та же школа, название и дата.",
        "Если это одно мероприятие, удалите одну из строк; если разные — уточните название или дату.",
    ),
    "duplicate-entry.other_tab": (
        "Это мероприятие уже записано на листе «{other_tab}», в строке {other}: та же школа, название и дата.",
        "Если это одно мероприятие, удалите одну из строк; если разные — уточните название или дату.",
    ),
    "date-clash": (
        "В этот день для тех же участников уже есть мероприятие «{title}» (строка {other}).",
        "Если участники одни и те же, договоритесь о другом дне; если разные — уточните, для кого мероприятие.",
    ),
    "date-clash.other_tab": (
        "В этот день для тех же участников уже есть мероприятие «{title}» (лист «{other_tab}», строка {other}).",
        "Если участники одни и те же, договоритесь о другом дне; если разные — уточните, для кого мероприятие.",
    ),
    "count-mismatch": (
        "Числа в строке не сходятся.",
        "Проверьте количество участников.",
    ),
    "count-mismatch.organisations": (
        "Сказано, что школ {declared}, а {listed:перечислена|перечислено|перечислено} {listed}.",
        "Проверьте список и число: возможно, лишней посчитана или не посчитана школа-организатор.",
    ),
    "count-mismatch.part_larger": (
        "Сказано, что участников всего {total}, а учащихся, педагогов и родителей — {part}.",
        "Проверьте числа: всего участников не может быть меньше, чем учащихся, педагогов и родителей вместе.",
    ),
    "entry-late": (
        "Запись внесена после срока, позже на {late}.",
        "Исправлять ничего не нужно: опоздание останется в отчёте. Если школе продлили срок, скажите об этом координатору.",
    ),
    "entry-late.timestamp": (
        "Запись внесена {at}, позже срока на {late}; это видно по отметке времени.",
        "Исправлять ничего не нужно: опоздание останется в отчёте. Если школе продлили срок, скажите об этом координатору.",
    ),
    "school-missing": (
        "{name}: в плане нет ни одного мероприятия.",
        "Внесите в таблицу мероприятие для педагогов или учащихся (пункт 2.1 приказа).",
    ),
    "school-missing.overdue": (
        "{name}: в плане нет ни одного мероприятия, срок вышел {due}, {ago}.",
        "Внесите мероприятие как можно скорее (пункт 2.1 приказа). Если приказ вашей школы не касается, скажите об этом координатору.",
    ),
    "school-missing.due": (
        "{name}: пока нет ни одного мероприятия, {left}.",
        "Внесите мероприятие для педагогов или учащихся до {due} (пункт 2.1 приказа).",
    ),
    "events-missing": (
        "{name}: в плане {n} {n:мероприятие|мероприятия|мероприятий}, а нужно {wanted}.",
        "Внесите ещё {more} {more:мероприятие|мероприятия|мероприятий} для педагогов или учащихся (пункт 2.1 приказа).",
    ),
    "events-missing.overdue": (
        "{name}: в плане {n} {n:мероприятие|мероприятия|мероприятий}, а нужно {wanted}, срок вышел {due}, {ago}.",
        "Внесите ещё {more} {more:мероприятие|мероприятия|мероприятий} как можно скорее (пункт 2.1 приказа).",
    ),
    "events-missing.due": (
        "{name}: в плане пока {n} {n:мероприятие|мероприятия|мероприятий}, а нужно {wanted}, {left}.",
        "Внесите ещё {more} {more:мероприятие|мероприятия|мероприятий} до {due} (пункт 2.1 приказа).",
    ),
    "contract-missing": (
        "{name}: о договоре ничего не сказано.",
        "Впишите номер и дату договора или «не требуется» (пункт 2.2 приказа).",
    ),
    "contract-missing.overdue": (
        "{name}: о заключённом договоре в плане не сказано, срок вышел {due}, {ago}.",
        "Впишите в столбец о договоре номер и дату («№ 5 от 12.08.2023») или «не требуется» (пункт 2.2 приказа).",
    ),
    "contract-missing.due": (
        "{name}: о заключённом договоре в плане пока не сказано, {left}.",
        "До {due} впишите номер и дату договора или «не требуется» (пункт 2.2 приказа).",
    ),
    "coverage-missing": (
        "Мероприятие прошло, а ссылки на публикацию нет.",
        "Впишите ссылку на новость школы или газету с номером и датой (пункт 2.3 приказа).",
    ),
    # code, or code.reason → (the sentence, what to do)
    "form-unrecognised": (
        "Не найдена шапка таблицы — строка с названиями столбцов. Искали такие: {looked_for}.",
        "Верните шапку над мероприятиями. Если она есть, но называется иначе, координатор укажет её строку (header_row) в plan.toml.",
    ),
    "form-unrecognised.empty": (
        "На листе ничего нет. Искали столбцы: {looked_for}.",
        "Проверьте, тот ли это лист; нужный указывается в plan.toml, в tabs.events.",
    ),
    "form-unrecognised.beside": (
        "Справа, со столбца {column}, стоит вторая такая же таблица. Она не читается, а в ней {n} {n:строка|строки|строк}.",
        "Перенесите её строки под первую таблицу.",
    ),
    "form-unrecognised.transposed": (
        "Таблица лежит на боку: названия полей стоят друг под другом в столбце {column}, а мероприятия — в столбцах.",
        "Поверните её: скопируйте и вставьте через «Специальная вставка» → «Транспонировать».",
    ),
    "form-unrecognised.across": (
        "Месяцы стоят отдельными столбцами ({columns}), и не видно, где школа, мероприятие и дата.",
        "Сделайте по строке на мероприятие, со столбцами: {looked_for}.",
    ),
    "form-unrecognised.one_column": (
        "Столбцы не разделены: вся шапка — в одной ячейке {cell}.",
        "Выделите столбец {column} и разделите его: «Данные» → «Текст по столбцам» (в Google Таблице — «Разделить текст на столбцы»), разделитель «{sign}».",
    ),
    "form-unrecognised.cards": (
        "Мероприятия записаны карточками, одна под другой: названия полей стоят в столбце {column} снова и снова.",
        "Сделайте таблицу: названия полей один раз в первой строке ({looked_for}), а под ними по строке на мероприятие.",
    ),
    "form-unrecognised.garbled": (
        "Вместо русских букв в таблице «{sample}»: файл сохранили или открыли не в той кодировке.",
        "Возьмите исходную таблицу и сохраните её как .xlsx или «CSV UTF-8».",
    ),
    "form-unrecognised.not_there": (
        "В строке {header_row}, которую называет header_row в plan.toml, шапки нет.",
        "Исправьте header_row или уберите его: программа найдёт шапку сама.",
    ),
    "form-unrecognised.other_header": (
        "В строке {at} ещё одна шапка, и столбцы под ней идут в другом порядке, чем под шапкой в строке {taken}: строки под ней прочитаны не по тем столбцам.",
        "Поставьте столбцы как в строке {taken} или перенесите эту таблицу на отдельный лист.",
    ),
    "column-missing": (
        "В таблице нет столбца «{field}». Искали такие названия: {looked_for}.",
        "Добавьте столбец «{suggestion}». Если он есть под другим названием, координатор впишет это название в plan.toml, в tabs.events.columns.",
    ),
    "column-missing.across": (
        "В таблице нет столбца «{field}»: месяцы стоят отдельными столбцами ({columns}), и отметки в них не понять.",
        "Отметьте месяцы знаком «+» или впишите в них числа. Или добавьте столбец «{suggestion}». Искали такие названия: {looked_for}.",
    ),
    "column-missing.nearest": (
        "В таблице нет столбца «{field}». Возможно, это столбец {nearest_column} «{nearest}». Искали такие названия: {looked_for}.",
        "Если это он, назовите его «{suggestion}», или координатор впишет его название в plan.toml, в tabs.events.columns. Если нет, добавьте столбец «{suggestion}».",
    ),
    "column-duplicate": (
        "Столбец «{value}» — о том же, что и столбец {kept} «{kept_header}»: {field}. Он читается только там, где столбец {kept} пуст.",
        "Оставьте один столбец, а второй удалите или назовите иначе.",
    ),
    "column-unknown": (
        "Столбец {column} «{value}» незнаком и не проверяется.",
        "Если он нужен, координатор впишет его название в plan.toml, в tabs.events.columns; если нет, ничего делать не надо.",
    ),
    "column-unknown.no_heading": (
        "У столбца {column} нет названия, а в нём есть записи. Они не проверяются.",
        "Подпишите столбец в шапке таблицы или перенесите записи в нужные столбцы.",
    ),
    # Schools and settlements.
    "school-unknown": (
        "Не удалось понять, какая это школа: «{value}».",
        "Впишите вид, номер и населённый пункт, например: СОШ №8 г.Томмот.",
    ),
    "school-unknown.unknown_school": (
        "В списке школ нет такой: «{name}».",
        "Проверьте номер и название. Если такая школа есть, сообщите координатору: её добавят в список.",
    ),
    "school-unknown.only_settlement": (
        "«{name}» — это населённый пункт, а не школа.",
        "Впишите школу: вид, номер и населённый пункт. Школы здесь: {candidates}.",
    ),
    "school-unknown.unknown_words": (
        "Рядом с названием школы есть лишние слова: «{words}». Непонятно, та ли это школа.",
        "Оставьте в ячейке только название школы, например: {candidates}.",
    ),
    "school-unknown.school_and_more": (
        "Школа есть, но понятна не вся ячейка: «{value}».",
        "Если мероприятие проводит она, оставьте только её название: {candidates}. Остальное перенесите в примечание.",
    ),
    "school-unknown.left_out": (
        "Рядом с названием школы сказано «{words}»: непонятно, имеется она в виду или нет.",
        "Оставьте в ячейке только те школы, которые имеете в виду.",
    ),
    "school-unknown.not_a_number": (
        "«{value}» похоже на дату или телефон, а нужна школа.",
        "Впишите название школы: вид, номер и населённый пункт.",
    ),
    "school-unknown.number_or_date": (
        "«{value}» похоже на дату, а нужна школа.",
        "Впишите название школы: вид, номер и населённый пункт.",
    ),
    "school-unknown.bare_range": (
        "«{value}» похоже на классы или дату, а нужна школа.",
        "Впишите название школы: вид, номер и населённый пункт.",
    ),
    "school-unknown.formula": (
        "Вместо школы в ячейке осталась формула: «{value}».",
        "Сотрите её и впишите название школы словами.",
    ),
    "school-ambiguous": (
        "«{value}» подходит нескольким школам.",
        "Допишите номер или населённый пункт, чтобы школа была одна: {candidates}.",
    ),
    "school-ambiguous.several_fit": (
        "«{name}» — так можно назвать несколько школ.",
        "Допишите номер или населённый пункт. Возможные школы: {candidates}.",
    ),
    "school-ambiguous.many_fit": (
        "«{name}» — так можно назвать многие школы.",
        "Впишите вид, номер и населённый пункт, например: {candidates}.",
    ),
    "school-ambiguous.all_or_some": (
        "«{value}» — это все школы или только некоторые?",
        "Если все, так и напишите: {suggestion}. Если некоторые, перечислите их.",
    ),
    "school-ambiguous.one_of_schools": (
        "Непонятно, какая из школ имеется в виду: «{value}».",
        "Оставьте одну; если их несколько, перечислите через запятую. Названы: {candidates}.",
    ),
    "school-ambiguous.number_or_people": (
        "Непонятно, что за числа стоят рядом с номерами школ: «{value}».",
        "Если это люди, подпишите: СОШ №8 — 5 человек. Если тоже школы, перечислите их через запятую.",
    ),
    "school-ambiguous.several_schools": (
        "В ячейке несколько школ, а проводит мероприятие одна: «{value}».",
        "Оставьте школу, которая проводит, остальные перенесите в столбец школ-участников. Названы: {candidates}.",
    ),
    "school-ambiguous.number_or_count": (
        "«{value}» — это номер школы или число школ?",
        "Если номер, поставьте знак №: {candidates}. Если школ несколько, перечислите их.",
    ),
    "school-ambiguous.number_or_date": (
        "«{value}» — это номера школ или дата?",
        "Поставьте перед номером знак № и разделите номера запятыми: №9, №10.",
    ),
    "school-ambiguous.bare_range": (
        "«{value}» — это номера школ или классы?",
        "Если это школы, перечислите их через запятую со знаком №.",
    ),
    "school-ambiguous.lost_zero": (
        "«{value}» таблица хранит как одно число, и ноль в конце мог потеряться.",
        "Впишите номера со знаком №, так, как нужно: {candidates}.",
    ),
    "school-conflict": (
        "«{value}»: вид, номер и населённый пункт не сходятся со списком школ.",
        "Проверьте, какая школа имеется в виду: {candidates}.",
    ),
    "school-conflict.registry_differs": (
        "В списке школ {field} этой школы — «{registered}», а здесь «{value}».",
        "Верно одно из двух: исправьте здесь или в списке школ.",
    ),
    "school-conflict.other_tab": (
        "Лист называется «{called}», а здесь «{said}».",
        "Пусть лист называется так же, как написано здесь: пока этого нет, неизвестно, к чему относятся его строки.",
    ),
    "school-conflict.settlement_conflict": (
        "«{name}» есть в списке школ, но не в «{settlement}».",
        "Проверьте номер школы и населённый пункт: одно из двух ошибочно.",
    ),
    "school-conflict.kind_conflict": (
        "«{name}» нет в списке школ: с этим номером школа другого вида.",
        "Проверьте, какая школа имеется в виду: {candidates}.",
    ),
    "school-conflict.kind_here": (
        "«{name}» нет в списке школ: там школа другого вида.",
        "Проверьте, какая школа имеется в виду: {candidates}.",
    ),
    "school-conflict.name_conflict": (
        "В ячейке смешаны названия разных школ: «{value}».",
        "Оставьте одну школу или разделите их запятой: {candidates}.",
    ),
    "registry-gap": (
        "В списке школ не хватает данных о школе «{name}».",
        "Дополните её строку в файле списка школ (schools.csv).",
    ),
    "registry-gap.centre_opened": (
        "В списке школ не указано, когда у школы «{name}» открылся центр; план от неё ждём.",
        "Координатору: впишите год в столбец centre_opened файла schools.csv, например 2021.",
    ),
    "registry-gap.settlement_unverified": (
        "В списке школ не указано, где находится «{name}»; поверили ячейке: «{settlement}».",
        "Координатору: впишите населённый пункт этой школы в schools.csv.",
    ),
    "text-corrected": (
        "Исправлена опечатка: «{old}» → «{new}».",
        "Делать ничего не нужно, но лучше поправить и в таблице.",
    ),
    "text-corrected.hidden": (
        "Исправлена опечатка; что было и что стало, здесь скрыто.",
        "Делать ничего не нужно, но лучше поправить и в таблице.",
    ),
    "text-corrected.ditto.hidden": (
        "Прочитано так же, как в строке выше; само значение здесь скрыто.",
        "Впишите его и сюда: после сортировки строк выше окажется другое.",
    ),
    "text-corrected.lookalike_fixed.hidden": (
        "Похожие знаки заменены на верные; что было и что стало, здесь скрыто.",
        "Делать ничего не нужно, но лучше набрать это заново русскими буквами и цифрами.",
    ),
    "text-corrected.ditto": (
        "Прочитано так же, как в строке выше: «{new}».",
        "Впишите это и сюда: после сортировки строк выше окажется другое.",
    ),
    "text-corrected.lookalike_fixed": (
        "Похожие знаки заменены на верные: «{old}» → «{new}».",
        "Делать ничего не нужно, но лучше набрать это заново русскими буквами и цифрами.",
    ),
    "text-corrected.transliterated": (
        "Написано латиницей: «{old}» → «{new}».",
        "Делать ничего не нужно, но лучше написать по-русски.",
    ),
    "text-corrected.type_corrected": (
        "Вид населённого пункта исправлен по списку школ: «{old}» → «{new}».",
        "Если это другой населённый пункт, впишите его название полностью.",
    ),
    "value-unreadable.unknown_settlement": (
        "Не удалось понять, какой это населённый пункт: «{value}».",
        "Впишите только его, с видом: г. Томмот, п. Нижний Куранах или с. Хатыстыр.",
    ),
    "value-unreadable.district_not_settlement": (
        "«{value}» — это район или республика, а нужен город, посёлок или село.",
        "Впишите населённый пункт, например: г. Томмот.",
    ),
    "value-unreadable.part_of_name": (
        "«{value}» — неполное название населённого пункта.",
        "Впишите его целиком, например: {suggestion}.",
    ),
    "value-unreadable.several_settlements": (
        "«{value}» может означать разные населённые пункты: {candidates}.",
        "Оставьте один.",
    ),
    # Required cells and the sheet's own errors.
    "tab-unread": (
        "В план не {n:вошло|вошли|вошло} {n} {n:мероприятие|мероприятия|мероприятий} с листа «{other}»: проверен лист «{checked}».",
        "Координатору: если это часть плана, впишите в plan.toml, в раздел [tabs.events], строку:\n{several}\nЧтобы входили и новые листы, впишите вместо неё all = true. Если этот лист лишний, впишите:\n{one}",
    ),
    "tab-unread.spoilt": (
        "На листе «{other}», похоже, мероприятия, но его форма не распознана, и в план он не вошёл: проверен лист «{checked}».",
        "Поставьте над его столбцами ту же шапку, что на листе «{checked}». Координатору: если это часть плана, впишите в plan.toml, в раздел [tabs.events], строку:\n{several}\nЕсли этот лист лишний, впишите:\n{one}",
    ),
    "required-missing": (
        "Не заполнено: {field}.",
        "Впишите значение в эту ячейку.",
    ),
    "required-missing.empty": (
        "Ячейка пуста, а это поле обязательно: {field}.",
        "Впишите значение (например, {example}).",
    ),
    "required-missing.below": (
        "Ячейка пуста, а это поле обязательно: {field}. Выше стоит «{above}».",
        "Если школа та же, впишите её и сюда. Проверяете .csv? Объединённая ячейка остаётся в нём только в первой строке: скачайте .xlsx.",
    ),
    "required-missing.placeholder": (
        "Значения здесь пока нет, а это поле обязательно: {field}.",
        "Впишите значение, как только оно станет известно (например, {example}).",
    ),
    "spreadsheet-error": (
        "В ячейке ошибка самой таблицы: «{value}».",
        "Сотрите её и впишите значение словами или цифрами, без формулы. Если видны только решётки, расширьте столбец.",
    ),
    "excel-autoformat": (
        "Таблица сама превратила запись в дату: «{value}».",
        "С дефисом или точкой таблица снова сделает дату: нужно тире или запятая. Или сначала выберите для ячейки формат «Обычный текст» (в Excel — «Текстовый»), или допишите слово: «8–9 классы», «10–12 человек», «школы №1, 2».",
    ),
    # Values that cannot be read: audiences, counts, types, titles, levels, formats, places.
    "value-unreadable": (
        "Не удалось понять, что значит «{value}» ({field}).",
        "Впишите иначе (например, {example}).",
    ),
    "value-unreadable.too_long": (
        "В ячейке «{field}» {n} {n:знак|знака|знаков}: это не значение, а целый текст.",
        "Оставьте в ячейке только само значение, не длиннее {most} знаков; остальное перенесите в примечание.",
    ),
    "value-unreadable.ambiguous": (
        "«{value}» можно понять по-разному: {candidates}.",
        "Впишите тот вариант, который имеете в виду.",
    ),
    "value-unreadable.ambiguous_number": (
        "Число «{value}» можно понять по-разному: {candidates}.",
        "Впишите тот вариант, который имеете в виду.",
    ),
    "value-unreadable.several_numbers": (
        "В ячейке «{value}» несколько чисел, и непонятно, сколько всего участников.",
        "Подпишите, кого сколько, например: 20 учащихся, 5 педагогов.",
    ),
    "value-unreadable.part_exceeds": (
        "В ячейке «{value}» часть больше целого.",
        "Проверьте числа: «из них» не может быть больше, чем всего.",
    ),
    "value-unreadable.per_unit": (
        "Из «{value}» не видно, сколько участников всего.",
        "Впишите общее число, например: 60 или 12 школ по 5 человек.",
    ),
    "value-unreadable.percent": (
        "«{value}» — проценты, а нужно число людей.",
        "Впишите, сколько человек участвует.",
    ),
    "value-unreadable.negative": (
        "Число участников не может быть меньше нуля: «{value}».",
        "Впишите, сколько человек участвует, без минуса.",
    ),
    "value-unreadable.implausible": (
        "«{value}» не похоже на число участников.",
        "Проверьте число. Если это год, телефон или дата, перенесите в свой столбец.",
    ),
    "value-unreadable.taken_back": (
        "Непонятно, верно ли то, что в ячейке: рядом сказано, что это ошибка или уже не так ({field}).",
        "Оставьте только то, что верно; если верного пока нет, очистите ячейку.",
    ),
    "value-unreadable.who_else": (
        "Непонятно, кто ещё, кроме названных: «{value}».",
        "Назовите всех, например: учащиеся 8–9 классов, все желающие.",
    ),
    "value-unreadable.open_grades": (
        "В «{value}» не сказано, с какого по какой класс. Может быть: {candidates}.",
        "Впишите первый и последний класс через тире, например: 5–9 классы.",
    ),
    "value-unreadable.struck": (
        "Текст в ячейке зачёркнут, и непонятно, верен ли он: «{value}» ({field}).",
        "Если верен, снимите зачёркивание. Если нет, впишите верное; если верного пока нет, очистите ячейку.",
    ),
    "value-unreadable.ditto": (
        "«{value}» значит «как выше», но из какой строки это взять, не видно.",
        "Впишите само значение.",
    ),
    "value-unreadable.grade_out_of_range": (
        "Классы бывают с 1 по 11, а здесь «{value}».",
        "Впишите классы через тире, например: 8–9 классы. К возрасту допишите «лет», а число людей перенесите в его столбец.",
    ),
    "value-unreadable.unlisted_group": (
        "«{value}» — такой группы участников в плане нет.",
        "Впишите, для кого мероприятие: учащиеся и классы, педагоги, родители или все желающие.",
    ),
    "value-unreadable.formula_text": (
        "Вместо текста в ячейке осталась формула: «{value}».",
        "Сотрите её и впишите текст.",
    ),
    "value-unreadable.said_twice": (
        "Ячейки «{field}» и «{elsewhere}» в этой строке говорят разное: {candidates}.",
        "Решите, что верно, и исправьте ту ячейку, где ошибка.",
    ),
    "value-unreadable.several_events": (
        "В одной ячейке несколько мероприятий: «{value}».",
        "Впишите каждое мероприятие отдельной строкой, со своей датой и участниками.",
    ),
    "value-unreadable.title_is_type": (
        "«{value}» — это форма проведения, а нужно название.",
        "Впишите, как мероприятие называется или о чём оно; форму проведения оставьте для её столбца.",
    ),
    "text-corrected.all_caps": (
        "Название было набрано заглавными буквами; прочитано так: «{new}» вместо «{old}».",
        "Проверьте имена собственные и впишите название обычными буквами.",
    ),
    # People, telephones, e-mails, links, contracts, and values of another column.
    "phone-invalid": (
        "Не удалось прочитать телефон.",
        "Впишите номер целиком, например: 8 914 000-00-00; несколько номеров разделите запятой.",
    ),
    "phone-invalid.bad_length": (
        "В номере телефона не хватает цифр или есть лишние.",
        "Проверьте номер: в нём 11 цифр, например 8 914 000-00-00. Местный номер можно без кода.",
    ),
    "phone-invalid.bad_code": (
        "Номера с таким кодом не бывает.",
        "Проверьте код и цифры номера, например: 8 914 000-00-00.",
    ),
    "phone-invalid.excel_scientific": (
        "Таблица сократила номер, и последние цифры потерялись.",
        "Выберите для ячейки формат «Обычный текст» (в Excel — «Текстовый») и впишите номер заново, например: 8 914 000-00-00.",
    ),
    "phone-invalid.ambiguous": (
        "Номер можно прочитать по-разному.",
        "Впишите каждый номер целиком, с кодом, и разделите их запятой.",
    ),
    "email-invalid": (
        "Не удалось прочитать адрес электронной почты.",
        "Впишите адрес целиком, например: shkola@mail.ru.",
    ),
    "email-invalid.bad_email": (
        "В адресе электронной почты ошибка.",
        "Проверьте знак @, точки и пробелы; правильно так: shkola@mail.ru.",
    ),
    "email-invalid.mixed_script": (
        "В адресе электронной почты смешаны русские и латинские буквы.",
        "Наберите адрес заново латинскими буквами.",
    ),
    "link-invalid": (
        "Это не ссылка: «{value}».",
        "Откройте публикацию и скопируйте её адрес из строки браузера, он начинается с https://. Для газеты впишите название, номер и дату.",
    ),
    "link-invalid.bad_scheme": (
        "Эта ссылка ведёт на файл или программу, из сети её не открыть: «{value}».",
        "Разместите публикацию в сети и вставьте её адрес, он начинается с https://.",
    ),
    "link-invalid.bad_link": (
        "В адресе ошибка: «{value}».",
        "Скопируйте адрес публикации целиком из строки браузера и вставьте без пробелов.",
    ),
    "link-invalid.only_net": (
        "Это адрес всей сети, а не публикации: «{value}».",
        "Откройте саму публикацию и скопируйте её адрес из строки браузера, например https://vk.com/wall-1_2.",
    ),
    "link-invalid.only_talk": (
        "Это ссылка на чью-то переписку, а не на публикацию.",
        "Откройте саму публикацию и скопируйте её адрес из строки браузера, например https://vk.com/wall-1_2.",
    ),
    "link-invalid.bad_host": (
        "Этот адрес открывается только внутри школы: «{value}».",
        "Вставьте адрес, который открывается у всех.",
    ),
    "link-invalid.mixed_script": (
        "В адресе смешаны русские и латинские буквы: «{value}».",
        "Скопируйте адрес публикации из строки браузера.",
    ),
    "misplaced-value": (
        "Это значение из другого столбца: «{value}».",
        "Перенесите его в свой столбец, а сюда впишите нужное: {field} (например, {example}).",
    ),
    "misplaced-value.other_month": (
        "Дата — {day}, а рядом или в заголовке над строкой назван другой месяц: «{month}».",
        "Проверьте месяц в дате. Если он верный, исправьте тот, что рядом, или перенесите строку под нужный заголовок.",
    ),
    "misplaced-value.other_tab": (
        "Лист называется «{called}», а здесь «{said}».",
        "Пусть лист называется так же, как написано здесь: пока этого нет, неизвестно, к чему относятся его строки.",
    ),
    "misplaced-value.other_year": (
        "Дата — {day}, а рядом или в заголовке назван другой год: «{year}».",
        "Проверьте год: исправьте его в дате или там, где он назван.",
    ),
    "misplaced-value.phones": (
        "Здесь телефон, а нужно другое: {field}.",
        "Перенесите телефон в его столбец, а сюда впишите нужное (например, {example}). Проверьте и соседние ячейки: могла сдвинуться вся строка.",
    ),
    "misplaced-value.emails": (
        "Здесь адрес электронной почты, а нужно другое: {field}.",
        "Перенесите адрес в его столбец, а сюда впишите нужное (например, {example}). Проверьте и соседние ячейки: могла сдвинуться вся строка.",
    ),
    "misplaced-value.links": (
        "Здесь ссылка, а нужно другое: {field}.",
        "Перенесите ссылку в её столбец, а сюда впишите нужное (например, {example}). Проверьте и соседние ячейки: могла сдвинуться вся строка.",
    ),
    "misplaced-value.school": (
        "Здесь школа, а нужно другое: {field}.",
        "Перенесите школу в её столбец, а сюда впишите нужное (например, {example}). Проверьте и соседние ячейки: могла сдвинуться вся строка.",
    ),
    "misplaced-value.date": (
        "Здесь дата, а нужно другое: {field}.",
        "Перенесите дату в её столбец, а сюда впишите нужное (например, {example}). Проверьте и соседние ячейки: могла сдвинуться вся строка.",
    ),
    "misplaced-value.responsible": (
        "Здесь имя, а нужно другое: {field}.",
        "Перенесите имя в столбец ответственных, а сюда впишите нужное (например, {example}). Проверьте и соседние ячейки: могла сдвинуться вся строка.",
    ),
    "misplaced-value.audience": (
        "Здесь классы, а нужно другое: {field}.",
        "Перенесите классы в столбец участников, а сюда впишите нужное (например, {example}). Проверьте и соседние ячейки: могла сдвинуться вся строка.",
    ),
    "value-unreadable.substitute": (
        "Не видно, кто отвечает: один здесь вместо другого.",
        "Оставьте того, кто отвечает за мероприятие, а замену опишите в примечании.",
    ),
    "value-unreadable.no_last_name": (
        "Имя без фамилии.",
        "Допишите фамилию, например: Иванова А.П.",
    ),
    "value-unreadable.no_initials": (
        "Фамилия без имени.",
        "Допишите инициалы, например: Иванова А.П.",
    ),
    "value-unreadable.unclear_name": (
        "Непонятно, где фамилия, а где имя.",
        "Впишите фамилию и инициалы, например: Иванова А.П.; нескольких людей разделите запятой.",
    ),
    "value-unreadable.no_status": (
        "Из «{value}» не видно, заключён ли договор.",
        "Впишите номер и дату, например: договор № 5 от 12.08.2023, или: на подписании, не требуется.",
    ),
    "value-unreadable.date_alone": (
        "«{value}» — это дата договора или срок, к которому он будет?",
        "Впишите полностью: {candidates}.",
    ),
    "value-unreadable.contradiction": (
        "Запись о договоре противоречит сама себе: «{value}».",
        "Оставьте что-то одно: {candidates}.",
    ),
    "value-unreadable.partly": (
        "Договор подписан не всеми сторонами или не со всеми школами: «{value}».",
        "Впишите одно состояние: договор № … от …, на подписании или не требуется.",
    ),
    "value-unreadable.doubtful": (
        "Непонятно, действует ли договор: «{value}».",
        "Если он подписан всеми, впишите только номер и дату: договор № … от …; если нет — на подписании; если он не нужен — не требуется.",
    ),
    "value-unreadable.contract_year": (
        "Год договора не может быть {year_typed}.",
        "Проверьте год в дате договора.",
    ),
    # Dates and times.
    "date-unreadable": (
        "Это не похоже на дату: «{value}».",
        "Впишите дату, например 10.02.2024 или 10–12 февраля 2024; если день ещё не выбран — месяц, например февраль 2024.",
    ),
    "date-unreadable.bad_year": (
        "В дате «{value}» ошибка в годе.",
        "Впишите год четырьмя цифрами, как в 10.02.2024.",
    ),
    "date-unreadable.too_vague_year_only": (
        "Указан только год: «{value}».",
        "Допишите хотя бы месяц, а лучше и день: 10.02.2024.",
    ),
    "date-unreadable.time_without_date": (
        "Указано только время: «{value}».",
        "Допишите перед временем день: 10.02.2024, 14:00.",
    ),
    "date-unreadable.cancelled": (
        "Похоже, мероприятие отменено: «{value}».",
        "Если оно отменено, напишите это в примечании или удалите строку; если нет — впишите дату.",
    ),
    "date-unreadable.postponed": (
        "Похоже, мероприятие перенесено: «{value}».",
        "Оставьте здесь одну новую дату, а о переносе напишите в примечании.",
    ),
    "date-unreadable.no_month": (
        "В дате «{value}» нет месяца.",
        "Допишите месяц: 10–12 февраля или 10.02.2024.",
    ),
    "date-unreadable.day_missing": (
        "В дате «{value}» нет дня.",
        "Допишите день: 10 февраля 2024. Если он ещё не выбран, оставьте месяц: февраль 2024.",
    ),
    "date-unreadable.two_times": (
        "В ячейке «{value}» время названо по-разному.",
        "Оставьте время начала или напишите «с 10:00 до 12:00».",
    ),
    "date-unreadable.time_unreadable": (
        "В ячейке «{value}» не прочесть время.",
        "Впишите дату и время так: 10.02.2024, 14:00 или 10.02.2024, 10:00–13:30.",
    ),
    "date-unreadable.mixed_list": (
        "В ячейке «{value}» перечислены слишком разные сроки.",
        "Перечислите через запятую дни («10, 17 и 24 февраля») или месяцы («октябрь, март»), а разные мероприятия запишите в разные строки.",
    ),
    "date-unreadable.no_holidays": (
        "В календаре плана нет таких каникул: «{value}».",
        "Впишите дату цифрами, например 10.02.2024.",
    ),
    "date-unreadable.date_and_more": (
        "Дата есть, но понятна не вся ячейка: «{value}».",
        "Если мероприятие в этот день, оставьте только дату, например 10.02.2024, а остальное перенесите в примечание.",
    ),
    "date-unreadable.several_dates": (
        "Дат несколько, и непонятно, как они связаны: «{value}».",
        "Дни одного мероприятия перечислите без слов («10, 17 и 24 февраля»), период запишите через тире, а разные мероприятия — в разные строки.",
    ),
    "date-unreadable.weekday_only": (
        "Указан только день недели: «{value}».",
        "Впишите дату: 10.02.2024. Если мероприятие каждую неделю, так и напишите: каждую среду; по вторникам и четвергам.",
    ),
    "date-unreadable.which_one": (
        "Непонятно, о каком времени речь: «{value}».",
        "Впишите дату или месяц, например 10.02.2024 или февраль 2024; у четверти, недели, каникул нужно название: II четверть, 2-я неделя марта, весенние каникулы.",
    ),
    "date-unreadable.part_of_unit": (
        "Начало, середина или конец здесь слишком неточны: «{value}».",
        "Впишите дату или месяц, например 25.10.2023 или конец октября 2023.",
    ),
    "date-unreadable.how_often": (
        "Видно, что мероприятие повторяется, но непонятно когда: «{value}».",
        "Напишите так: каждую среду; по вторникам и четвергам; 1 раз в неделю; 20 числа каждого месяца. Или перечислите даты через запятую.",
    ),
    "date-unreadable.month_and_more": (
        "Понятен только месяц: «{value}».",
        "Впишите день, например 10 февраля 2024 или 10–12 февраля 2024; если он ещё не выбран, оставьте только месяц: февраль 2024.",
    ),
    "date-impossible": (
        "Такой даты нет: «{value}».",
        "Проверьте число и месяц по календарю и впишите дату так: 10.02.2024.",
    ),
    "date-impossible.range_reversed": (
        "Конец раньше начала: «{value}».",
        "Проверьте даты: сначала день начала, потом день окончания.",
    ),
    "date-ambiguous": (
        "Дату «{value}» можно понять по-разному: {candidates}.",
        "Оставьте одну дату, с днём, месяцем и годом: 10.02.2024.",
    ),
    "date-ambiguous.lost_zero": (
        "«{value}» таблица хранит как число, и ноль в конце мог потеряться. Возможно: {candidates}.",
        "Впишите дату с годом, как нужно: таблица оставит её датой.",
    ),
    "date-ambiguous.ambiguous_month": (
        "Непонятно, какой это месяц: «{value}». Возможно: {candidates}.",
        "Напишите месяц полностью.",
    ),
    "date-ambiguous.ambiguous_two_dates": (
        "Непонятно, как связаны даты: «{value}». Названы: {candidates}.",
        "Если дней несколько, поставьте между ними запятую; если это период — тире; если мероприятие перенесли — оставьте новую дату.",
    ),
    "date-ambiguous.ambiguous_year": (
        "Непонятно, какого года дата «{value}». Возможно: {candidates}.",
        "Допишите год к каждой дате.",
    ),
    "date-ambiguous.ambiguous_day_or_year": (
        "В «{value}» непонятно, день это или год. Возможно: {candidates}.",
        "Впишите день перед месяцем, а год полностью: 12 февраля 2024 или февраль 2024.",
    ),
    "date-ambiguous.ambiguous_end": (
        "Непонятно, до какого дня: «{value}». Возможно: {candidates}.",
        "Впишите последний день: до 31.03.2024.",
    ),
    "date-ambiguous.ambiguous_time": (
        "Непонятно, время это или дата: «{value}». Возможно: {candidates}.",
        "Время пишите с двоеточием: 10.02.2024, 14:00 или 10.02.2024, 10:00–12:00.",
    ),
    "date-ambiguous.ambiguous_hour": (
        "Непонятно, в каком часу: «{value}». Возможно: {candidates}.",
        "Впишите время цифрами по 24-часовым часам: 10.02.2024, 15:00 или 10.02.2024, 10:00–12:00.",
    ),
    "date-ambiguous.ambiguous_zone": (
        "Время в «{value}» другого пояса, и непонятно, какой это день здесь. Возможно: {candidates}.",
        "Впишите день, а если нужно, и местное время: 10.02.2024, 14:00.",
    ),
    "date-ambiguous.ambiguous_closing": (
        "Непонятно, в «{value}» с этого часа начинают или в этот час заканчивают. Возможно: {candidates}.",
        "Если в этот час начинают, впишите первое; если заканчивают — только дни, а время начала и конца так: 10–12 февраля 2024, 10:00–15:00.",
    ),
    "date-ambiguous.ambiguous_count": (
        "Непонятно, это порядковый номер или количество: «{value}». Возможно: {candidates}.",
        "Если это номер, напишите его с окончанием: 2-я неделя мая. Если количество, впишите дни или только месяц: май 2024.",
    ),
    "date-vague": (
        "Срок слишком общий: «{value}».",
        "Впишите день или хотя бы месяц: 10.02.2024 или февраль 2024; если мероприятие повторяется — по каким дням: каждую среду.",
    ),
    "date-outside-year": (
        "Дата «{value}» не из учебного года плана.",
        "Проверьте год.",
    ),
    "date-outside-year.out_of_school_year": (
        "Дата «{value}»{meant} не из {year} учебного года.",
        "Проверьте год: в плане мероприятия {year} учебного года. Если строка осталась от прошлого плана, замените её.",
    ),
    "date-outside-year.year_not_shown": (
        "В ячейке видно «{value}», а стоит в ней {held}: год таблица добавила сама, и он не из {year} учебного года.",
        "Впишите дату вместе с годом. Если строка осталась от прошлого плана, замените её.",
    ),
    "date-outside-year.plan_year": (
        "Здесь написано «{said}», а план проверяется за {year} учебный год: даты без года отнесены к нему.",
        "Если это прошлогодний план, замените его. Если опечатка, исправьте год. Если план на другой год, координатор исправит school_year в plan.toml.",
    ),
    "date-weekday-mismatch": (
        "День недели в ячейке «{value}» не сходится с датой.",
        "Проверьте число, месяц и год.",
    ),
    "date-weekday-mismatch.weekday_mismatch": (
        "{day} — это {right}, а в ячейке «{typed}».",
        "Если дата верна, впишите её без дня недели: {day}. Если нет, впишите новую: возможно, строка осталась от прошлого года.",
    ),
    "date-weekday-mismatch.weekday_beside": (
        "{day} — это {right}, а в столбце с днём недели стоит «{typed}».",
        "Исправьте дату или день недели: возможно, строка осталась от прошлого года.",
    ),
    "date-non-working": (
        "День «{value}» нерабочий.",
        "Если так и задумано, ничего менять не нужно; если нет — впишите другой день.",
    ),
    "date-non-working.day_off": (
        "{day:%d.%m.%Y} — нерабочий день: {why}.",
        "Если так и задумано, ничего менять не нужно; если нет — впишите другой день.",
    ),
    "date-non-working.school_holidays": (
        "{day:%d.%m.%Y} — школьные каникулы.",
        "Если так и задумано, ничего менять не нужно; если нет — впишите другой день.",
    ),
    "date-non-working.summer_holidays": (
        "{day:%d.%m.%Y} — летние каникулы.",
        "Если так и задумано, ничего менять не нужно; если нет — впишите другой день.",
    ),
    "value-unreadable.time_unreadable": (
        "Не прочесть время: «{value}».",
        "Впишите время так: 14:00 или 10:00–13:30.",
    ),
    "value-unreadable.range_reversed": (
        "Конец раньше начала: «{value}».",
        "Проверьте оба времени: сначала начало, потом конец.",
    ),
    "value-unreadable.two_times": (
        "Времени в ячейке два: «{value}».",
        "Оставьте время начала (14:00) или начало и конец через тире (10:00–13:30); остальное перенесите в примечание.",
    ),
    "value-unreadable.no_beginning": (
        "Время окончания есть («{value}»), а времени начала нет.",
        "Впишите и время начала: 10:00.",
    ),
    "value-unreadable.ambiguous_hour": (
        "Непонятно, в каком часу: «{value}». Возможно: {candidates}.",
        "Впишите время цифрами по 24-часовым часам: 15:00 или 10:00–12:00.",
    ),
    "value-unreadable.stamp_unreadable": (
        "Не прочесть, когда внесена запись: «{value}».",
        "Впишите дату и время так: 02.06.2023 17:45.",
    ),
    "value-unreadable.stamp_ambiguous": (
        "Непонятно, где день, а где месяц: «{value}». Возможно: {candidates}.",
        "Впишите дату через точки: 02.06.2023 17:45.",
    ),
    # What the history knows.
    "entry-late.ledger": (
        "Запись появилась между {after} и {at}, то есть после срока, не меньше чем на {late}; это видно по прежним чтениям таблицы.",
        "Исправлять ничего не нужно: опоздание останется в отчёте. Если школе продлили срок, скажите об этом координатору.",
    ),
    "entry-late.completed_late": (
        "Запись начата раньше, но заполнена полностью только между {after} и {at}, то есть после срока, не меньше чем на {late}.",
        "Исправлять ничего не нужно: опоздание останется в отчёте. Если школе продлили срок, скажите об этом координатору.",
    ),
    "entry-removed": (
        "Запись «{event}» исчезла из таблицы; последний раз была при чтении {read}.",
        "Если удалили случайно, верните строку: {back}. Если нарочно, координатор повторит проверку с --accept-loss.",
    ),
    "entry-removed.untitled": (
        "Запись без названия исчезла из таблицы; последний раз была при чтении {read}.",
        "Если удалили случайно, верните строку: {back}. Если нарочно, координатор повторит проверку с --accept-loss.",
    ),
}

ERRORS: Mapping[str, tuple[str, str]] = {
    # code → (the sentence, the next step)
    "history-stale": (
        "Таблицу давно не читали: последний раз {at}, {since} назад, а должно быть не раньше {oldest}.",
        "Запустите tochka-sync check и посмотрите, почему не сработал ночной запуск.",
    ),
    "cli-unknown-command": (
        "Нет такой команды: {value}.",
        "Попробуйте: {near}. Что какая делает: tochka-sync --help.",
    ),
    "cli-extra": (
        "Лишнее в команде: {value}.",
        "Уберите это; что принимает команда — в её --help.",
    ),
    "cli-choice": ("У {option} не бывает значения «{value}».", "Бывает: {known}."),
    "cli-bad-value": (
        "Значение {option} не подходит.",
        "Посмотрите --help этой команды: там сказано, какое нужно.",
    ),
    "cli-option-empty": (
        "У {option} не указано значение.",
        "Допишите его; образец — в --help этой команды.",
    ),
    "write-closed-pipe": (
        "Отчёт не дописан: тот, кто его читал, закрыл вывод; файлы остались прежними.",
        "Направьте отчёт в файл: --format terminal:отчёт.txt.",
    ),
    "init-exists": (
        "Настройка {path} уже есть.",
        "Чтобы начать заново, переименуйте её или укажите другой путь: --config.",
    ),
    # The command line.
    "cli-no-command": (
        "Не сказано, что делать.",
        "Начните с tochka-sync demo; все команды: tochka-sync --help.",
    ),
    "cli-no-option": ("Нет такого параметра: {option}.", "Похожие: {near}. Все параметры: --help."),
    "cli-missing": ("Не хватает: {what}", "Посмотрите --help этой команды."),
    "cli-usage": ("Команда написана неверно: {what}", "Посмотрите --help этой команды."),
    "cli-language": ("Языка «{value}» нет.", "Укажите один из: {known}."),
    "cli-format": ("Нет такого вида отчёта: «{value}».", "Похожий: {near}. Все: {known}."),
    "cli-one-stdout": (
        "Два отчёта не могут идти на один экран.",
        "Оставьте один, другой направьте в файл: --format json:отчёт.json.",
    ),
    "cli-two-plans": (
        "Названы два разных файла настройки: {source} и --config {option}.",
        "Оставьте один из них.",
    ),
    "cli-one-source": (
        "Указано несколько источников: {sources}.",
        "Укажите одну ссылку или один файл; несколько можно только plan.toml.",
    ),
    "cli-one-file": (
        "Несколько планов не могут писать в один файл {path}.",
        "Впишите в имя {{plan}}: вместо него встанет название плана.",
    ),
    "cli-overwrites": (
        "Запись в {path} уничтожила бы то, что программа читает: план, настройку, список школ или историю.",
        "Укажите другой путь.",
    ),
    "cli-written-twice": (
        "В файл {path} записалось бы и одно, и другое.",
        "Дайте каждому отчёту и каждой выгрузке свой путь.",
    ),
    "cli-one-name": (
        "Два плана называются «{name}»: в {path} остался бы только один из них.",
        "Переименуйте plan.toml одного из них или его папку либо запустите их отдельно.",
    ),
    "cli-no-source": (
        "Не сказано, где таблица.",
        "Укажите ссылку после команды или впишите её в {path}: [source] spreadsheet.",
    ),
    "cli-unknown-school": (
        "Школы «{school}» нет в списке школ.",
        "Похожая: {near}. Все id — в schools.csv.",
    ),
    "cli-unknown-code": (
        "Нет такого кода замечания: «{value}».",
        "Похожий: {near}. Все коды: tochka-sync explain.",
    ),
    "cli-as-of": ("Не понять время: «{value}».", "Напишите так: 2023-06-02 или 2023-06-02T18:00."),
    # Configuration.
    "config-none": (
        "Не найдена настройка плана ({places}).",
        "Составьте её по своей таблице: tochka-sync init ССЫЛКА-ИЛИ-ФАЙЛ; или укажите путь к готовой: --config.",
    ),
    "config-none-for": (
        "Не найдена настройка плана ({places}): без неё неизвестны сроки и список школ.",
        'Составьте её по этой же таблице: tochka-sync init "{source}"; или укажите путь к готовой: --config.',
    ),
    "config-missing": (
        "Нет файла настройки {path}.",
        "Проверьте путь или создайте файл: tochka-sync init.",
    ),
    "config-unreadable": (
        "Файл настройки {path} не открывается: {why}.",
        "Проверьте, что это обычный файл и что у вас есть право читать его и его папку.",
    ),
    "config-not-text": ("{path} — не текст в UTF-8.", "Сохраните файл в кодировке UTF-8."),
    "config-env-line": (
        "{path}, строка {line}: не понять.",
        "Пишите ИМЯ=значение, значение на одной строке; пояснение начинается с «#».",
    ),
    "config-syntax": (
        "{path}, строка {line}: нарушена запись TOML.",
        "Чаще всего не закрыта кавычка или скобка, ключ написан дважды или в пути стоит «\\» вместо «/»; текст пишется в кавычках, дата — 2023-06-02, и такой день должен быть в календаре.",
    ),
    "config-key-missing": ("{path}: не задано {key}.", "Добавьте этот ключ."),
    "config-unknown-key": (
        "{path}, строка {line}: неизвестный ключ {key}.",
        "Возможно, имелось в виду: {near}.",
    ),
    "config-unknown-choice": (
        "{path}, строка {line}: у {key} не бывает значения «{value}».",
        "Возможно, имелось в виду: {near}.",
    ),
    "config-unknown-school": (
        "{path}, строка {line}: школы «{school}» нет в списке школ.",
        "Похожая: {near}. Все id — в schools.csv.",
    ),
    "config-bad-school_year": (
        "{path}, строка {line}: {key}: «{value}» — не учебный год.",
        'Напишите так: "2023-2024".',
    ),
    "config-bad-timezone": (
        "{path}, строка {line}: {key}: нет часового пояса «{value}».",
        'Напишите, например, так: "{near}".',
    ),
    "config-bad-moment": (
        "{path}, строка {line}: {key}: «{value}» — не дата.",
        "Напишите так: 2023-06-02 или 2023-06-02T18:00:00; такой день должен быть в календаре.",
    ),
    "config-other-year": (
        "{path}, строка {line}: {key} ({value}) — не из {year} учебного года плана.",
        "Впишите дни этого года или уберите ключ: тогда берутся обычные четверти и каникулы.",
    ),
    "config-terms-order": (
        "{path}, строка {line}: четверть {value} начинается раньше, чем кончается предыдущая.",
        "Впишите четверти по порядку: I, II, III, IV.",
    ),
    "config-one-heading": (
        "{path}, строка {line}: заголовок «{alias}» назван и у {other}, и у {key}.",
        "Оставьте его у одного поля: столбец с этим заголовком только один.",
    ),
    "config-bad-span": (
        "{path}, строка {line}: {key}: «{value}» — не промежуток дней.",
        "Напишите так: [2023-10-28, 2023-11-06], начало раньше конца.",
    ),
    "config-bad-day_off": (
        "{path}, строка {line}: {key}: «{value}» — не выходной день.",
        'Напишите так: {{ day = "04-27", name = "День Республики" }}.',
    ),
    "config-bad-text": (
        "{path}, строка {line}: {key} — текст, а стоит {value} без кавычек.",
        'Возьмите значение в кавычки: "{value}".',
    ),
    "config-too-small": (
        "{path}, строка {line}: {key} не может быть «{value}».",
        "Впишите число не меньше {bound}.",
    ),
    "config-too-large": (
        "{path}, строка {line}: {key} не может быть «{value}».",
        "Впишите число не больше {bound}.",
    ),
    "config-bad-all_tabs": (
        "{path}, строка {line}: {key} = true значит «все листы с формой плана», а рядом названы отдельные листы.",
        "Оставьте что-нибудь одно: all = true или title (gid).",
    ),
    "config-bad-value": (
        "{path}, строка {line}: {key} не может быть «{value}».",
        "Посмотрите образец и пояснения в config/plan.toml.",
    ),
    "tab-not-found": (
        "В таблице нет листа {tab}.",
        "Есть листы: {titles}. Исправьте [tabs.events] или [tabs.schools] в plan.toml.",
    ),
    "no-tabs": (
        "В таблице нет ни одного листа с ячейками.",
        "Проверьте, та ли это таблица: план стоит на обычном листе, не на листе с диаграммой.",
    ),
    "tab-by-number": (
        "В этой копии таблицы листы без номеров, gid={gid} найти нельзя.",
        "Впишите в plan.toml название листа: title. Есть листы: {titles}.",
    ),
    "registry-missing": (
        "Нет списка школ: {path}.",
        "Проверьте строку schools в plan.toml или положите файл на место.",
    ),
    "registry-unreadable": (
        "Список школ {path} не открывается: {problem}.",
        "Закройте файл в других программах и проверьте, есть ли право его читать.",
    ),
    "registry-not-text": (
        "{path} — не текст: похоже, книгу Excel назвали .csv.",
        "Откройте его в Excel и сохраните как «CSV UTF-8».",
    ),
    "registry-encoding": (
        "Не понять, в какой кодировке список школ {path}.",
        "Откройте его в Excel и сохраните как «CSV UTF-8».",
    ),
    "registry-quote": (
        "{path}, строка {line}: кавычка не закрыта, все школы ниже читаются как часть этой строки.",
        "Закройте кавычку. Кавычка внутри названия в таком файле пишется дважды.",
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
    "link-empty": (
        "Не сказано, где план.",
        "Укажите ссылку на Google Таблицу, её id или путь к файлу .xlsx или .csv.",
    ),
    "link-unknown": (
        "Это не похоже на ссылку: {link}.",
        "Откройте таблицу в браузере и скопируйте адрес из адресной строки.",
    ),
    "link-foreign": (
        "Ссылка ведёт не на Google Таблицу, а на {host}.",
        "Скачайте оттуда файл .xlsx и укажите путь к нему.",
    ),
    "link-published": (
        "Это ссылка на опубликованную копию ({link}): по ней саму таблицу не открыть.",
        "Откройте таблицу для правки и скопируйте адрес из адресной строки: в нём есть /spreadsheets/d/ и нет /e/.",
    ),
    "link-document": (
        "Ссылка ведёт на документ или презентацию, а не на таблицу: {link}.",
        "Нужна ссылка на Google Таблицу: в ней есть /spreadsheets/.",
    ),
    "link-form": (
        "Ссылка ведёт на форму, а не на таблицу ответов: {link}.",
        "Откройте в форме вкладку «Ответы», затем «Открыть в Таблицах» и скопируйте адрес.",
    ),
    "link-folder": (
        "Ссылка ведёт на папку, а не на таблицу: {link}.",
        "Откройте в этой папке таблицу с планом и скопируйте её адрес.",
    ),
    "link-no-id": (
        "В ссылке нет таблицы: {link}.",
        "Откройте саму таблицу в браузере и скопируйте адрес из адресной строки целиком.",
    ),
    "link-broken-id": (
        "В ссылке обрезан или испорчен id таблицы: {id}.",
        "Скопируйте адрес таблицы ещё раз, целиком.",
    ),
    "file-missing": (
        "Нет такого файла: {path}.",
        "Проверьте путь; если в нём есть пробелы, возьмите его в кавычки.",
    ),
    "file-missing-near": (
        "Нет такого файла: {path}.",
        "Рядом есть похожие: {candidates}.",
    ),
    "file-unreadable": (
        "Файл {path} открыть не дают.",
        "Закройте его в других программах и проверьте, есть ли у вас право его читать.",
    ),
    "file-unopened": (
        "Файл {path} не открылся: {reason}.",
        "Проверьте путь и то, что диск на месте.",
    ),
    "file-is-folder": (
        "{path} — папка, а не файл.",
        "Укажите файл .xlsx или .csv в ней.",
    ),
    "file-not-regular": (
        "{path} — не обычный файл.",
        "Укажите путь к файлу .xlsx или .csv.",
    ),
    "file-password": (
        "Книга {path} закрыта паролем.",
        "Откройте её в Excel, снимите пароль («Файл» → «Сведения» → «Защита книги») и сохраните.",
    ),
    "file-xls": (
        "{path} — книга старого формата (.xls).",
        "Откройте её в Excel и сохраните как .xlsx.",
    ),
    "file-xlsb": (
        "{path} — двоичная книга (.xlsb).",
        "Откройте её в Excel и сохраните как .xlsx.",
    ),
    "file-ods": (
        "{path} — таблица LibreOffice (.ods).",
        "Откройте её и сохраните как .xlsx.",
    ),
    "file-html": (
        "{path} — веб-страница, а не таблица, какой бы ни была её концовка.",
        "Откройте её в Excel и сохраните как .xlsx.",
    ),
    "file-web-page": (
        "{path} — веб-страница, похоже, входа в аккаунт или просмотра таблицы, а не сама таблица.",
        "Откройте таблицу в браузере и скачайте её: «Файл» → «Скачать» → Microsoft Excel (.xlsx).",
    ),
    "file-binary": (
        "{path} — не таблица.",
        "Укажите файл .xlsx или .csv.",
    ),
    "file-encoding": (
        "Не понять, в какой кодировке {path}.",
        "Откройте файл в Excel и сохраните как .xlsx или как «CSV UTF-8».",
    ),
    "file-quote": (
        "{path}, строка {line}: открытая кавычка нигде не закрыта.",
        "Поправьте эту строку или сохраните таблицу как .xlsx.",
    ),
    "file-damaged": (
        "Файл {path} повреждён ({reason}).",
        "Откройте его в Excel и сохраните заново или возьмите прежнюю копию.",
    ),
    "file-bomb": (
        "Файл {path} при распаковке раздулся бы во много раз: на таблицу не похоже.",
        "Если это ваш план, откройте его в Excel и сохраните заново.",
    ),
    "file-changed": (
        "Файл {path} менялся, пока программа его читала.",
        "Подождите, пока он сохранится, и запустите снова.",
    ),
    "out-of-memory": (
        "Программе не хватило памяти.",
        "Освободите память и запустите снова; если таблица огромна, удалите лишние листы и строки.",
    ),
    "file-too-large": (
        "В {path} больше, чем бывает в плане.",
        "Удалите лишние листы и строки и сохраните заново.",
    ),
    # Files.
    "write-no-folder": (
        "Нет папки {folder}, в которую надо записать {path}.",
        "Создайте эту папку или укажите другой путь.",
    ),
    "write-not-folder": (
        "{path}: это файл, а нужна папка.",
        "Укажите имя папки, которой ещё нет, или существующую папку.",
    ),
    "write-is-folder": (
        "{path} — это папка, а нужен файл.",
        "Допишите к пути имя файла, например plan.xlsx.",
    ),
    "write-nobody-reads": (
        "Нельзя записать {path}: канал никто не читает.",
        "Сначала запустите того, кто читает канал, или укажите файл.",
    ),
    "write-denied": (
        "Нельзя записать {path}: нет разрешения, или файл открыт в другой программе.",
        "Закройте файл в Excel, снимите «только чтение» или укажите другой путь.",
    ),
    "write-full": (
        "Нельзя записать {path}: на диске нет места.",
        "Освободите место или укажите другой диск; прежний файл остался как был.",
    ),
    "write-failed": (
        "Нельзя записать {path}: {reason}.",
        "Проверьте диск и путь; прежний файл остался как был.",
    ),
    "xlsx-too-large": (
        "Лист «{tab}» не помещается в .xlsx: в нём бывает не больше {rows} строк и {columns} столбцов.",
        "Выгрузите план в .csv или .json; прежние файлы остались как были.",
    ),
    "export-unknown": (
        "Не понять, какой файл нужен: {path}.",
        "Дайте имени одно из окончаний: {known} (косая черта — папка с таблицами для программ).",
    ),
    "access-no-service-account": (
        "Выбран доступ через сервисный аккаунт, но его ключа нет.",
        "Укажите путь к файлу ключа (или сам JSON) в переменной TOCHKA_SERVICE_ACCOUNT.",
    ),
    "access-no-api-key": (
        "Выбран доступ по ключу API, но ключа нет.",
        "Впишите ключ в переменную TOCHKA_API_KEY.",
    ),
    "access-no-oauth": (
        "Выбран вход под своим именем, но файла OAuth-клиента нет.",
        "Укажите путь к нему в переменной TOCHKA_OAUTH_CLIENT.",
    ),
    "access-no-adc": (
        "Учётных данных Google на этой машине нет.",
        "Укажите файл в GOOGLE_APPLICATION_CREDENTIALS или выполните gcloud auth application-default login.",
    ),
    "access-file-missing": (
        "Файла с доступом нет: {path}.",
        "Проверьте путь в переменной {variable}.",
    ),
    "access-file-unreadable": (
        "Файл с доступом не открывается: {path}.",
        "Проверьте право его читать и переменную {variable}.",
    ),
    "access-file-broken": (
        "Файл с доступом испорчен: {path}.",
        "Скачайте его заново, целиком, и не правьте.",
    ),
    "access-foreign-host": (
        "{path}: «{key}» ведёт не к Google, а на {address}.",
        "Такой файл мог бы отдать ваш доступ чужим: не используйте его, скачайте ключ заново в Google Cloud Console.",
    ),
    "access-file-incomplete": (
        "В ключе {path} не хватает полей: {fields}.",
        "Скачайте ключ сервисного аккаунта заново (JSON).",
    ),
    "access-key-broken": (
        "Закрытый ключ в {path} испорчен.",
        "Скачайте ключ сервисного аккаунта заново; если вставляли его в секрет CI, вставьте файл целиком.",
    ),
    "access-is-oauth-client": (
        "{path} — файл OAuth-клиента, а не ключ сервисного аккаунта.",
        "Для входа под своим именем укажите его в TOCHKA_OAUTH_CLIENT; для сервисного аккаунта создайте ключ JSON.",
    ),
    "access-is-service-account": (
        "{path} — ключ сервисного аккаунта, а не OAuth-клиент.",
        "Укажите его в TOCHKA_SERVICE_ACCOUNT.",
    ),
    "access-wrong-file": (
        "{path} — файл другого вида ({kind}).",
        "Здесь нужен: {expected}.",
    ),
    "access-login-needed": (
        "Нужно один раз войти в Google, а здесь нет экрана и клавиатуры.",
        "Выполните tochka-sync doctor на своём компьютере, войдите в браузере и перенесите файл {path}.",
    ),
    "access-login-failed": (
        "Войти в Google не получилось ({reason}).",
        "Запустите снова и разрешите чтение таблиц в браузере.",
    ),
    "access-not-a-key": (
        "В TOCHKA_API_KEY не ключ API.",
        "Ключ — это одна строка из латинских букв и цифр, обычно начинается с AIza.",
    ),
    "access-login-expired": (
        "Вход в Google устарел или отозван.",
        "Войдите снова: tochka-sync doctor на своём компьютере или gcloud auth application-default login.",
    ),
    "access-clock": (
        "Google не принял подпись: часы этой машины, похоже, врут.",
        "Поставьте верное время (включите его синхронизацию) и запустите снова.",
    ),
    "access-key-revoked": (
        "Ключ сервисного аккаунта {account} больше не действует.",
        "Создайте новый ключ в Google Cloud и замените им старый.",
    ),
    "access-account-gone": (
        "Сервисного аккаунта {account} больше нет.",
        "Создайте новый, скачайте его ключ и откройте ему таблицу.",
    ),
    "access-impersonation": (
        "Этому заданию не разрешено действовать от имени {account}.",
        "Дайте ему роль Workload Identity User на этот сервисный аккаунт.",
    ),
    "access-refused": (
        "Google не выдал доступ: {reason}.",
        "Проверьте учётные данные: tochka-sync doctor.",
    ),
    "google-not-shared": (
        "Таблица не открыта для {account}.",
        "В таблице: «Настройки доступа», добавьте {account} как читателя.",
    ),
    "google-not-shared-key": (
        "Таблица не открыта всем, а ключ API читает только такие.",
        "Включите «Все, у кого есть ссылка: читатель» или откройте таблицу сервисному аккаунту.",
    ),
    "google-not-shared-login": (
        "Вашему аккаунту Google эта таблица не открыта.",
        "Попросите владельца добавить вас читателем или войдите другим аккаунтом.",
    ),
    "google-not-public": (
        "Таблица не открыта тем, у кого есть ссылка, или её запрещено скачивать.",
        "В «Настройках доступа» выберите «Все, у кого есть ссылка: читатель» или настройте сервисный аккаунт.",
    ),
    "google-no-sheet": (
        "Такой таблицы нет: {spreadsheet}.",
        "Проверьте ссылку; возможно, таблицу удалили или перенесли.",
    ),
    "google-not-a-sheet": (
        "По ссылке лежит файл Excel, а не Google Таблица.",
        "Откройте его в Google Таблицах: «Файл» → «Сохранить как таблицу Google», и возьмите новую ссылку.",
    ),
    "google-api-off": (
        "В проекте Google Cloud не включён Google {api} API.",
        "Включите его: {url} и подождите пару минут.",
    ),
    "google-scopes": (
        "Вход сделан без права читать таблицы.",
        "Войдите заново с правом spreadsheets.readonly: gcloud auth application-default login --scopes=openid,https://www.googleapis.com/auth/cloud-platform,https://www.googleapis.com/auth/spreadsheets.readonly",
    ),
    "google-key-refused": (
        "Google не принял ключ API: {reason}.",
        "Проверьте TOCHKA_API_KEY и ограничения этого ключа в Google Cloud.",
    ),
    "google-project-refused": (
        "Google отказал не таблице, а проекту или правилам доступа ({codes}): {reason}.",
        "Посмотрите проект в Google Cloud: не отключён ли он, не закрыт ли доступ организацией.",
    ),
    "google-unauthenticated": (
        "Google не признал эти учётные данные.",
        "Проверьте их: tochka-sync doctor.",
    ),
    "google-quota": (
        "Google просит подождать: запросов слишком много.",
        "Запустите снова через несколько минут.",
    ),
    "google-busy": (
        "Google сейчас не отвечает как следует (код {status}).",
        "Запустите снова позже; таблица не тронута.",
    ),
    "google-refused": (
        "Google отклонил запрос (код {status}): {reason}.",
        "Если повторится, сообщите разработчикам программы.",
    ),
    "google-other-sheet": (
        "Пришёл ответ о другой таблице.",
        "Проверьте, не подменяет ли ответы прокси или кэш вашей сети; запустите снова позже.",
    ),
    "google-blocked": (
        "Вместо таблицы пришла страница с отказом (код 403): доступ закрыл Google или фильтр вашей сети.",
        "Откройте таблицу в браузере на этой же машине. Если она открывается, спросите о фильтре того, кто ведёт сеть.",
    ),
    "google-redirect": (
        "Вместо ответа Google отправил на другой адрес (код {status}).",
        "Проверьте, не подменяет ли страницы прокси или фильтр вашей сети.",
    ),
    "google-not-json": (
        "Вместо таблицы пришла страница ({kind}).",
        "Проверьте, не подменяет ли страницы прокси или фильтр вашей сети; запустите снова позже.",
    ),
    "google-not-a-workbook": (
        "Вместо таблицы пришло что-то другое.",
        "Проверьте, что таблица открывается по ссылке без входа, и запустите снова позже.",
    ),
    "google-partial": (
        "Google прислал таблицу не целиком.",
        "Запустите снова позже: неполная таблица не проверяется.",
    ),
    "google-cut": (
        "Ответ Google оборвался.",
        "Проверьте связь и запустите снова.",
    ),
    "google-timeout": (
        "Google не ответил вовремя.",
        "Проверьте связь и запустите снова.",
    ),
    "google-no-network": (
        "Не найти адрес Google: похоже, нет интернета.",
        "Проверьте связь и запустите снова.",
    ),
    "google-unreachable": (
        "С Google не соединиться.",
        "Проверьте связь, прокси и брандмауэр и запустите снова.",
    ),
    "google-proxy": (
        "Прокси вашей сети не пропускает к Google.",
        "Проверьте переменную HTTPS_PROXY.",
    ),
    "google-tls": (
        "Защищённое соединение не установить: {reason}.",
        "Если в сети свой сертификат, укажите его файл в REQUESTS_CA_BUNDLE; проверьте дату на этой машине.",
    ),
    "google-token-down": (
        "Google не выдал доступ на этот раз: {reason}.",
        "Запустите снова позже.",
    ),
    "google-too-large": (
        "Таблица слишком велика, чтобы её прочитать.",
        "Удалите лишние листы и пустые строки.",
    ),
    "google-changing": (
        "Таблицу правят прямо сейчас: прочитать её целиком не удалось.",
        "Запустите снова через несколько минут.",
    ),
    # The history and the guard.
    "history-none": (
        "Истории {path} ещё нет.",
        "Она появится после первой проверки: tochka-sync check. Другой путь: --history.",
    ),
    "history-empty": (
        "В истории {path} нет ни одного чтения этого плана.",
        "Она начнётся после первой проверки: tochka-sync check.",
    ),
    "history-other-plan": (
        "В истории {path} под этим именем ведётся другой план: {plan}.",
        "Дайте каждому свою (--history ПУТЬ, history.path или TOCHKA_HISTORY) или назовите файл настройки по-своему: aldan.toml вместо plan.toml.",
    ),
    "history-busy": (
        "Историю {path} сейчас пишет другой запуск программы.",
        "Дождитесь его окончания и запустите команду ещё раз.",
    ),
    "history-damaged": (
        "Файл истории {path} повреждён. Программа его не трогает.",
        "Верните его из копии или переименуйте: следующая проверка начнёт новый. Без истории: --no-history.",
    ),
    "history-not-file": (
        "{path} — не обычный файл, историю в нём не хранят.",
        "Укажите другой путь: --history.",
    ),
    "history-foreign": (
        "{path} — файл другой программы, а не история плана.",
        "Укажите другой путь: --history.",
    ),
    "history-newer": (
        "Историю {path} записала более новая версия программы (схема {version}, эта знает {known}).",
        "Обновите программу. Проверить без истории: --no-history.",
    ),
    "history-denied": (
        "История {path} недоступна для записи: {reason}.",
        "Проверьте права на файл и папку или укажите другой путь: --history.",
    ),
    "history-full": (
        "На диске нет места для истории {path}.",
        "Освободите место и запустите ещё раз.",
    ),
    "history-failed": (
        "Историю {path} не удалось записать: {reason}.",
        "Запустите ещё раз; если повторится, укажите другой путь: --history.",
    ),
    "history-forgotten": (
        "Снимок {read} уже забыт: его удалили командой purge.",
        "Какие снимки есть: tochka-sync history.",
    ),
    "history-unknown-read": (
        "Снимка «{value}» нет.",
        "Какие снимки есть: tochka-sync history. Можно назвать номер, время или last.",
    ),
    "history-before": (
        "До {moment} таблицу ещё не читали.",
        "Какие чтения были: tochka-sync history.",
    ),
    "history-restore-tabs": (
        "План стоит на нескольких листах: {titles}, а в .csv помещается один.",
        "Назовите файл .xlsx: в него войдут все листы.",
    ),
    "history-restore-kind": (
        "Снимок можно сохранить только как .xlsx или .csv, а не {path}.",
        "Измените расширение файла.",
    ),
    "history-age": (
        "Не понять срок: «{value}».",
        "Напишите, сколько часов или дней (36h, 90d), или дату: 2023-09-01.",
    ),
    "guard-loss": (
        "Из таблицы {n:пропала|пропало|пропало} {n} из {total} {total:записи|записей|записей} ({percent} %): {events}. Ничего не выгружено, отчёт не записан.",
        "Откройте таблицу и верните прежнее состояние («Файл», «История версий») или посмотрите его: {restore} --export план.xlsx (чтение {read}). Если так и надо, повторите ту же команду с --accept-loss.",
    ),
    "guard-loss-forgotten": (
        "Из таблицы {n:пропала|пропало|пропало} {n} из {total} {total:записи|записей|записей} ({percent} %): {events}. Ничего не выгружено, отчёт не записан.",
        "Откройте таблицу и верните прежнее состояние («Файл», «История версий»); снимок чтения {read} забыт. Если так и надо, повторите ту же команду с --accept-loss.",
    ),
    "guard-aside": (
        "Из плана {n:выпала|выпало|выпало} {n} из {total} {total:записи|записей|записей} ({percent} %): {events}. В таблице они есть, но их листы больше не читаются: {tabs}. Ничего не выгружено, отчёт не записан.",
        "Если эти листы — часть плана, верните их в раздел [tabs.events] файла plan.toml. Если так и надо, повторите ту же команду с --accept-loss.",
    ),
    "guard-form": (
        "Таблицу вдруг не узнать: нет шапки, а в прошлый раз {n:была|было|было} {n} {n:запись|записи|записей}. Ничего не выгружено, отчёт не записан.",
        "Откройте таблицу и верните прежнее состояние («Файл», «История версий») или посмотрите его: {restore} --export план.xlsx (чтение {read}). Если так и надо, повторите ту же команду с --accept-loss.",
    ),
    "guard-form-forgotten": (
        "Таблицу вдруг не узнать: нет шапки, а в прошлый раз {n:была|было|было} {n} {n:запись|записи|записей}. Ничего не выгружено, отчёт не записан.",
        "Откройте таблицу и верните прежнее состояние («Файл», «История версий»); снимок чтения {read} забыт. Если так и надо, повторите ту же команду с --accept-loss.",
    ),
    "history-large-tab": (
        "На листе «{tab}» больше строк или столбцов, чем может хранить .xlsx.",
        "Сохраните снимок как .csv.",
    ),
    "history-long-cell": (
        "Ячейка в строке {row}, столбце {column} длиннее, чем может хранить .xlsx.",
        "Сохраните снимок как .csv.",
    ),
}
