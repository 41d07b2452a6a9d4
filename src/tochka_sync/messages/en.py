"""English texts."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "help.status.max_age": "End with code 4 if the last good read is older: 36h, 2d.",
    # How long.
    "duration.day": "{n} {n:day|days}",
    "duration.hour": "{n} {n:hour|hours}",
    "duration.minute": "{n} {n:minute|minutes}",
    "duration.second": "{n} {n:second|seconds}",
    # How far off a deadline is: "due …, …", "no event yet, …".
    "ago.days": "{n} {n:day|days} ago",
    "ago.today": "today",
    "left.days": "{n} {n:day|days} left",
    "left.today": "today is the last day",
    # doctor and init.
    "doctor.config": "Configuration {path}: '{title}', school year {year}; due {due} ({zone}).",
    "doctor.registry": "List of schools: {n} {n:school|schools}, of which {expected} owe events.",
    "doctor.due": "The deadline {due} is far from the school year {year}: check [deadlines] in plan.toml.",
    "doctor.early": "A deadline of their own before everybody's: {schools}. Check [deadlines.extensions] in plan.toml: who is given more time has a later one.",
    "doctor.gaps": "No year of the centre for {n} {n:school|schools}: put centre_opened into schools.csv.",
    "doctor.file": "The plan is the file {path}: no access to Google is needed.",
    "doctor.access": "The sheet will be opened by: {access}.",
    "doctor.link": "No keys: the sheet must be open to 'anyone with the link' (viewer).",
    "doctor.share": "Share the sheet for reading with {account}.",
    "doctor.read": "Read the sheet '{name}', tabs: {titles}.",
    "doctor.column": "column {column} '{header}' — {name}",
    "doctor.unknown": "unknown; if it is needed, put its heading into [tabs.events.columns]",
    "doctor.rows": "Tab '{tab}': {n} {n:row|rows} of events.",
    "doctor.schools": "Tab '{tab}': {n} {n:school|schools}.",
    "doctor.history": "History {path}: {n} {n:read|reads} of this plan.",
    "doctor.no-history": "There is no history yet; the first check begins it: {path}.",
    "doctor.mend": "Mend what is marked ✗ first: until then no entry can be complete.",
    "doctor.next": "Ready: tochka-sync check",
    "init.written": "Configuration written: {path}.",
    "init.schools": "List of schools written: {path}, {n} {n:name|names} from the sheet.",
    "init.next": "Open {path} and the list of schools beside it: check the school year, deadlines and names, strike out doubles. Then: tochka-sync doctor.",
    "init.unknown": "what is it? put a field's name for the ? and take away the #",
    "init.tabs": """# The plan stands on several tabs: all that have its form, and those to come.
all = true
# These alone: take out the line with all, and the # of this one.
# title = [{titles}]""",
    "init.plan": """# A plan of events. Drafted from its sheet; check every line.

[plan]
title = "План сетевого взаимодействия"
school_year = "{year}"            # check
timezone = "Asia/Yakutsk"            # deadlines are local: 2 June means until its last second here
phone_area_code = "41145"            # for local numbers of five digits

[source]
spreadsheet = {source}
access = "auto"

[deadlines]
events = {due:%Y-%m-%d}                  # check with the order
contracts = {contracts:%Y-%m-%d}               # check with the order

[tabs.events]
{tab}
{header}

[tabs.events.columns]
# Take away the # where a column is understood wrongly, and put the right field's name.
{columns}
""",
    # What the program says beside its reports.
    "cli.error": "Error",
    "cli.next": "What to do",
    "cli.output": "The output",  # "… cannot be written"
    "cli.not-dated": "Google did not say when the sheet was last changed; timing is judged without it. {why}",
    "cli.opened": "Read the sheet '{name}', access: {access}.",
    "cli.exported": "Written: {path}.",
    "cli.not-exported": "The form was not recognised, so this was not written: {path}. Earlier files are as they were.",
    "cli.strange-variable": "Nobody reads the variable {name}; was this meant: {near}?",
    "cli.interrupted": "Interrupted. Earlier files are as they were; run the command again.",
    "plans.title": "Plans: {n}, of them checked: {read}.",
    "plans.line": "{plan}: {entries} entries, {complete} complete, {late} late, {missing} schools not filed, {errors} errors; code {code}",
    "plans.failed": "{plan}: not checked, code {code}",
    "plans.more": "… and {n} {n:plan|plans} more",
    "plans.total": "In all: {entries} entries, {complete} complete, {late} late, {errors} errors; schools: {expected} expected, {received} filed, {received_on_time} in time.",
    "plans.codes": "Exit codes and how many plans: {codes}.",
    "progress.plans": "{at} of {n}: {plan}",
    "progress.reading": "Reading the sheet…",
    "progress.judging": "Judging…",
    "progress.writing": "Writing {path}…",
    "cli.bug": "The program itself failed: {kind} in {where}, version {version}. Earlier files are as they were.\n"
    "What to do: send this line to the developers; until it is mended the previous version helps.",
    # Help.
    "help": "Checks the plan of the «Точка роста» centres: who has not filed, who is late, which cell is wrong and what to type instead.",
    "help.check": "Check a plan: read it, judge it against the deadlines, show a report, write a clean file.",
    "help.check.sources": "A link to the sheet, its id or a path to .xlsx/.csv; or one or more plan.toml. By default the sheet that plan.toml names.",
    "help.demo": "The same on a plan shipped with the program: no network, no access to Google.",
    "help.explain": "Explain the code of a finding: what it means, why it matters, how to mend it.",
    "help.doctor": "Examine the set-up: what works, what does not and what to do next.",
    "help.init.source": "A link to the sheet, its id or a path to .xlsx/.csv. Without it the configuration has no columns and no schools.",
    "help.init": "Make a configuration for a new plan from its sheet.",
    "help.schema": "Show a JSON Schema: report, export or config.",
    "help.some-options": "[OPTIONS]",
    "help.some-command": "COMMAND [OPTIONS]...",
    "help.default": "By default {value}.",
    "help.word.usage": "Usage",
    "help.word.arguments": "Arguments",
    "help.word.options": "Options",
    "help.word.commands": "Commands",
    "help.word.required": "[required]",
    "help.help": "Show this help.",
    "help.option.sources": "A link, an id or a path to a file.",
    "help.option.source": "A link to the sheet, its id or a path to .xlsx/.csv. By default the sheet that plan.toml names.",
    "help.option.formats": "Kind of report: terminal, concise, json, markdown, html, github, sarif, junit. Repeatable, the others to a file: json:report.json.",
    "help.option.exports": "Where to write the clean plan; kind by suffix: .csv, .xlsx, .json, .ics; a folder (with a slash at its end) for tables other programs read. Repeatable.",
    "help.option.fail_on": "From which severity on the exit code is 1.",
    "help.option.with_contacts": "Do not hide names, phones and e-mails.",
    "help.option.as_of": "Judge as if it were this time: 2023-06-02 or 2023-06-02T18:00.",
    "help.option.schools": "Show this school only (an id of the list of schools). Repeatable.",
    "help.option.timeout": "Seconds allowed for reading the sheet.",
    "help.option.config": "Path to plan.toml (config/plan.toml by default).",
    "help.option.lang": "Language of everything a person reads: ru or en.",
    "help.option.version": "Show the version.",
    "help.option.code": "Code of a finding, such as date-ambiguous; without it, the list of all.",
    "help.option.name": "report, export or config.",
    "explain.why": "Why it matters",
    "explain.fix": "How to mend it",
    "explain.wrong": "Typed",
    "explain.right": "Should be",
    "explain.more": "More: tochka-sync explain CODE",
    # Fields, as a person names them.
    "field.school": "school",
    "field.title": "event title",
    "field.types": "type of event",
    "field.date": "date",
    "field.audience": "audience",
    "field.participating_schools": "participating schools",
    "field.participants": "number of participants",
    "field.settlement": "settlement",
    "field.place": "place",
    "field.level": "level",
    "field.format": "format, on site or online",
    "field.responsible": "person responsible",
    "field.phones": "phone",
    "field.emails": "e-mail",
    "field.links": "link to a publication",
    "field.contract": "contract",
    "field.submitted_at": "time of submission",
    "field.number": "row number",
    "field.time": "time",
    "field.weekday": "day of the week",
    "field.ends": "end date",
    "field.ends_at": "end time",
    "field.first_name": "first name",
    "field.patronymic": "patronymic",
    "field.students": "number of pupils",
    "field.teachers": "number of teachers",
    "field.parents": "number of parents",
    "field.contacts": "contacts",
    "field.content": "content",
    "field.subject": "subject",
    "field.result": "result",
    "field.remark": "remark",
    "field.centre_opened": "year the centre opened",
    "field.head": "head",
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
    "example.contract": "№ 5 от 12.08.2023 or «не требуется» (not needed)",
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
    "row.event": "event",
    "row.title": "title above the table",
    "row.header": "header",
    "row.repeated_header": "header repeated",
    "row.numbering": "column numbers",
    "row.prenumbered": "number or dashes only",
    "row.section": "section",
    "row.total": "total",
    "row.footnote": "footnote or signature",
    "row.example_row": "example",
    # Where a school stands, and whether an entry came in time.
    "standing.on-time": "filed in time",
    "standing.late": "filed late",
    "standing.incomplete": "not complete",
    "standing.missing": "nothing filed",
    "standing.pending": "not filed in full yet",
    "standing.unknown": "filed, time unknown",
    "standing.untold": "not known whether filed",
    "standing.not-obliged": "not addressed by the order",
    "timing.on-time": "in time",
    "timing.late": "late",
    "timing.pending": "not due yet",
    "timing.unknown": "time unknown",
    "timing.between": "by earlier reads of the sheet: between {after} and {at}",
    "timing.evidence.timestamp": "by its timestamp",
    "timing.evidence.ledger": "by earlier reads of the sheet",
    "timing.evidence.read-before-deadline": "the sheet was read before the deadline",
    "timing.evidence.file-modified": "the file was saved before the deadline",
    "timing.evidence.none": "no evidence",
    "contracts.signed": "signed",
    "contracts.not_needed": "not needed",
    "contracts.in_progress": "in progress",
    "contracts.missing": "not stated",
    "contracts.unknown": "unknown",
    "severity.error": "error",
    "severity.warning": "warning",
    "severity.info": "note",
    # What was assumed or put right in a value.
    "note.year_inferred": "the year comes from the plan's school year",
    "note.two_digit_year": "the year had two digits",
    "note.year_not_shown": "the year is not shown, and is outside the school year",
    "note.out_of_school_year": "the date is outside the school year",
    "note.slash_dmy_assumed": "the date was read as day/month",
    "note.us_order": "the date was in month/day order",
    "note.weekday_mismatch": "the weekday does not match",
    "note.excel_serial": "the date was an Excel number",
    "note.approximate": "the date is approximate",
    "note.school_calendar_default": "terms and holidays are the country's usual ones",
    "note.too_vague": "the date is too vague",
    "note.vague": "the date is too vague",
    "note.school_half_year": "a school half-year: September–December or January–May",
    "note.multiple": "several values are named",
    "note.federal_working_saturday": "a working Saturday",
    "note.summer_holidays": "summer holidays",
    "note.school_holidays": "school holidays",
    "note.foreign_timezone": "the time is of another time zone",
    "note.unknown_submit_time": "the time of day of filing is unknown",
    "note.typo_fixed": "a typo was put right",
    "note.lookalike_fixed": "look-alike letters were put right",
    "note.mixed_script": "look-alike letters were put right",
    "note.case_normalised": "a word was put into its basic form",
    "note.all_caps": "it was in capitals",
    "note.unbalanced_quotes": "a quotation mark is not closed",
    "note.transliterated": "it was in Latin letters",
    "note.range_reversed": "the ends were the wrong way round",
    "note.org_form_mismatch": "another legal form of the school",
    "note.partial_name": "the name is incomplete",
    "note.bare_numbers": "schools are named by numbers alone",
    "note.unknown_school": "a school is not in the list",
    "note.derived": "the number was worked out",
    "note.number_in_words": "the number was in words",
    "note.zero": "zero is given",
    "note.too_generic": "the type of event is too general",
    "note.area_code_inferred": "the area code was added",
    "note.prefix_inferred": "the country code was added",
    "note.plus8_fixed": "'+8' was put right to '+7'",
    "note.idn": "the address is in Cyrillic",
    "note.domain_typo": "perhaps a typo in the mail address",
    "note.handle_assumed_telegram": "@name was read as Telegram",
    "note.scheme_added": "https:// was added to the link",
    "note.formula_text": "the link comes from a formula",
    "note.caption": "there are words beside it",
    "note.late": "the contract was signed after the deadline",
    "note.copied_from_order": "the words are copied from the order",
    "note.number_missing": "the number is missing",
    "note.date_missing": "the date is missing",
    "note.not_needed_or_missing": "unclear whether not needed or not there yet",
    "note.filled_down": "taken from the row above or the column beside",
    "note.settlement_beside": "which school it is was told by the settlement in the column beside",
    "note.placeholder": "no value is given",
    "note.role_only": "only a role is given",
    "note.cancelled": "the event is cancelled",
    "note.postponed": "the event is moved",
    "note.all_schools": "all schools are meant",
    "note.case_unclear": "the surname seems not to be in the nominative; kept as typed",
    "note.capitals_fixed": "capital letters were put right",
    "note.type_corrected": "the type of settlement was put right",
    "note.and_others": "not all are named",
    "note.dotted_list": "school numbers were parted by dots",
    "note.duplicates": "repetitions were left out",
    "note.extension": "there is an extension number",
    "note.range_expanded": "all school numbers of the range are meant",
    "note.settlement_not_listed": "the settlement is not in the gazetteer",
    "note.settlement_unverified": "the school's settlement is not verified",
    "note.several_contracts": "several contracts are named",
    "note.unlisted_type": "the type of event is not in the list",
    "note.assumed_grades": "the senior grades were read as 10–11",
    "note.grades_of_adults": "the grades are of teachers or parents",
    "note.group_left_out": "a group was named that the plan does not have",
    "note.registry_differs": "differs from the list of schools",
    # Exports for people.
    "export.tab.plan": "Plan",
    "export.tab.mend": "To mend",
    "export.tab.schools": "Schools",
    "export.column.school": "School",
    "export.column.title": "Title",
    "export.column.types": "Type of event",
    "export.column.date": "Date",
    "export.column.time": "Time",
    "export.column.audience": "For whom",
    "export.column.participating_schools": "Participating schools",
    "export.column.participants": "Participants",
    "export.column.settlement": "Settlement",
    "export.column.place": "Place",
    "export.column.level": "Level",
    "export.column.format": "Format",
    "export.column.responsible": "Responsible",
    "export.column.phones": "Phone",
    "export.column.emails": "E-mail",
    "export.column.contract": "Contract",
    "export.column.links": "Publications",
    "export.column.submitted_at": "Submitted at",
    "export.column.timing": "Filed",
    "export.column.notes": "Assumed when read",
    "export.column.tab": "Tab",
    "export.column.row": "Row",
    "export.column.what": "What to mend",
    "export.column.type": "Type instead",
    "export.column.obliged": "Obliged",
    "export.column.standing": "Standing",
    "export.column.evidence": "Evidence",
    "export.column.entries": "Entries",
    "export.column.complete": "Complete",
    "export.column.on_time": "In time",
    "export.column.contracts": "Contracts",
    "export.column.coverage": "Coverage",
    "export.guess": "perhaps {suggestion}",
    "export.yes": "yes",
    "export.no": "no",
    "export.coverage": "{covered} of {held}",
    "export.types.seminar": "seminar",
    "export.types.method_seminar": "teaching-methods seminar",
    "export.types.workshop_seminar": "workshop",
    "export.types.masterclass": "masterclass",
    "export.types.webinar": "webinar",
    "export.types.videoconference": "videoconference",
    "export.types.conference": "conference",
    "export.types.sci_conference": "research conference",
    "export.types.festival": "festival",
    "export.types.quest": "quest",
    "export.types.marathon": "marathon",
    "export.types.miks": "MIKS",
    "export.types.open_lesson": "open lesson",
    "export.types.round_table": "round table",
    "export.types.hackathon": "hackathon",
    "export.types.contest": "contest",
    "export.types.tournament": "tournament",
    "export.types.olympiad": "olympiad",
    "export.types.excursion": "excursion",
    "export.types.open_day": "open day",
    "export.types.intensive": "intensive",
    "export.types.internship": "internship",
    "export.types.method_meeting": "teachers' methods meeting",
    "export.types.campaign": "campaign",
    "export.types.camp_shift": "camp shift",
    "export.types.outreach": "outreach",
    "export.types.other": "other",
    "export.who.students": "pupils",
    "export.who.teachers": "teachers",
    "export.who.primary_teachers": "primary teachers",
    "export.who.young_teachers": "young teachers",
    "export.who.tr_teachers": "teachers of «Точка роста» centres",
    "export.who.tr_heads": "heads of «Точка роста» centres",
    "export.who.deputy_heads": "deputy heads",
    "export.who.preschool": "preschool children",
    "export.who.parents": "parents",
    "export.who.open": "everyone",
    "export.grades": "grades {grades}",
    "export.age": "aged {ages}",
    "export.level.school": "school",
    "export.level.inter_school": "inter-school",
    "export.level.municipal": "municipal",
    "export.level.regional": "regional",
    "export.level.federal": "federal",
    "export.level.international": "international",
    "export.format.offline": "on site",
    "export.format.online": "online",
    "export.format.mixed": "on site and online",
    "export.format.remote_async": "by correspondence",
    "export.qualifier.about": "about",
    "export.qualifier.more": "more than",
    "export.qualifier.at_least": "at least",
    "export.qualifier.less": "fewer than",
    "export.qualifier.at_most": "up to",
    "export.qualifier.all": "all",
    "export.qualifier.open": "everyone",
    "export.count.students": "pupils: {count}",
    "export.count.teachers": "teachers: {count}",
    "export.count.parents": "parents: {count}",
    "export.count.organisations": "organisations: {count}",
    "export.count.teams": "teams: {count}",
    "export.count.team_size": "{count} in each",
    "export.count.classes": "classes: {count}",
    "export.contract.signed": "signed",
    "export.contract.in_progress": "in progress",
    "export.contract.not_needed": "not needed",
    "export.contract.unknown": "unknown",
    "export.contract.number": "No. {number}",
    "export.contract.date": "of {date}",
    "export.contract.addendum": "addendum No. {number}",
    "export.contract.due": "due by {date}",
    "export.months": "January|February|March|April|May|June|July|August|September|October|November|December",
    "export.of_months": "January|February|March|April|May|June|July|August|September|October|November|December",
    "export.weekdays": "Mon|Tue|Wed|Thu|Fri|Sat|Sun",
    "export.nth_weekdays": "Mon no. #|Tue no. #|Wed no. #|Thu no. #|Fri no. #|Sat no. #|Sun no. #",
    "export.last_weekdays": "last Mon|last Tue|last Wed|last Thu|last Fri|last Sat|last Sun",
    "export.of_month": "on {days}",
    "export.times": "{n} {n:time|times}",
    "export.when.month": "in {month}",
    "export.when.week": "1st week|2nd week|3rd week|4th week|5th week|last week",
    "export.when.decade": "1st ten days|2nd ten days|3rd ten days",
    "export.when.half_month": "1st half|2nd half",
    "export.when.school_quarter": "school term 1|school term 2|school term 3|school term 4",
    "export.when.quarter": "quarter 1|quarter 2|quarter 3|quarter 4",
    "export.when.half_year": "half-year 1|half-year 2",
    "export.when.season": "winter|spring|summer|autumn",
    "export.when.school_holidays": "winter holidays|spring holidays|summer holidays|autumn holidays",
    "export.when.school_year": "school year",
    "export.when.of.month": "{name} of {month} {year}",
    "export.when.of.year": "{name} of {year}",
    "export.when.of.school_year": "{name} {years}",
    "export.when.until": "until {date}",
    "export.when.from": "from {date}",
    "export.recurrence.daily": "daily",
    "export.recurrence.weekly": "weekly",
    "export.recurrence.biweekly": "every two weeks",
    "export.recurrence.monthly": "monthly",
    "export.recurrence.quarterly": "quarterly",
    "export.recurrence.school_quarterly": "once a term",
    "export.recurrence.half_yearly": "once a half-year",
    "export.recurrence.yearly": "yearly",
    # Calendar.
    "ics.about": "After the shared sheet '{name}', read {read}.",
    "ics.undated": "Left out, having no exact date: {n} {n:event|events}.",
    "ics.mend": "Left out, to be mended in the sheet: {n} {n:entry|entries}.",
    "ics.untitled": "Event without a title",
    "ics.left-out": "The calendar leaves out, having no exact date: {n}.",
    # Data package.
    "package.about": "The plan of events: clean entries, participating schools, standing of the schools, entries to be mended, findings.",
    # Reports.
    "report.source": "{name} · read {read}",
    "report.as_of": "as of {moment} ({timezone})",
    "report.due": "Filing is due {due}: {n} {n:day|days} left.",
    "report.due-today": "Filing is due {due}: today is the last day.",
    "report.overdue": "Filing was due {due}: {n} {n:day|days} ago.",
    "report.overdue-today": "Filing was due {due}: it has just passed.",
    "report.schools": "Schools: {expected} expected, {received} filed, {on_time} of them in time.",
    "report.schools-unknown": "Schools: {expected} expected; who filed is unknown: no column of schools was found.",
    "report.entries": "Entries: {entries}, {complete} complete, {late} late.",
    "report.unknown": "Not known whether in time: {n} {n:entry|entries} (incomplete, or without evidence).",
    "report.rows": "Rows {rows} = clean {clean} + to mend {mend} + skipped {skipped}.",
    "report.skipped": "Rows skipped: {rows}.",
    "report.findings": "Findings: errors {errors}, warnings {warnings}, notes {infos}.",
    "report.nothing": "No findings: nothing to mend.",
    "report.attention": "Schools that need attention",
    "report.contracts": "Nothing known of a contract",
    "report.problems": "What to mend",
    "report.infos": "For information, nothing need be mended",
    "report.form": "The sheet as a whole",
    "report.no-school": "School not known",
    "report.row": "row {row}",
    "report.tab-row": "tab '{tab}', row {row}",
    "report.now": "Now: {value}",
    "report.type": "Type: {suggestion}",
    "report.type-guess": "Perhaps meant: {suggestion}",
    "report.more": "and {n} more",
    "report.more-schools": "and {n} more {n:school|schools}: all are in the html or json report",
    "report.more-of-schools": (
        "And {schools} more {schools:school|schools} with {n} {n:finding|findings}:"
        " all are in the json or concise report, by school in html"
    ),
    "report.more-findings": "and {n} more {n:finding|findings}: all are in the json or concise report",
    "report.entries-of": "{entries} {entries:entry|entries}, {complete} complete, {on_time} in time",
    "report.about.form-unrecognised": "the form of the table is not understood",
    "report.about.column-missing": "a column is missing",
    "report.about.column-duplicate": "two columns for one thing",
    "report.about.column-unknown": "unknown columns",
    "report.about.tab-unread": "events on another tab",
    "report.about.required-missing": "a required cell is empty",
    "report.about.date-unreadable": "unreadable dates",
    "report.about.date-impossible": "impossible dates",
    "report.about.date-ambiguous": "ambiguous dates",
    "report.about.date-vague": "vague dates",
    "report.about.date-outside-year": "dates outside the school year",
    "report.about.date-weekday-mismatch": "the weekday does not match",
    "report.about.date-non-working": "events on days off or holidays",
    "report.about.school-unknown": "unknown schools",
    "report.about.school-ambiguous": "ambiguous schools",
    "report.about.school-conflict": "number and settlement disagree",
    "report.about.value-unreadable": "unreadable values",
    "report.about.phone-invalid": "wrong phones",
    "report.about.email-invalid": "wrong e-mails",
    "report.about.link-invalid": "wrong links",
    "report.about.excel-autoformat": "Excel made a date of a text",
    "report.about.spreadsheet-error": "formula errors",
    "report.about.misplaced-value": "values in the wrong column",
    "report.about.text-corrected": "typos put right",
    "report.about.event-cancelled": "cancelled or struck out",
    "report.about.event-postponed": "moved, but the date is the old one",
    "report.about.duplicate-entry": "entered twice",
    "report.about.date-clash": "two events on one day",
    "report.about.count-mismatch": "count and list disagree",
    "report.about.entry-late": "entered late",
    "report.about.school-missing": "nothing filed",
    "report.about.events-missing": "fewer events than owed",
    "report.about.contract-missing": "nothing said of a contract",
    "report.about.coverage-missing": "no publication",
    "report.about.entry-removed": "an entry is gone",
    "report.about.registry-gap": "gaps in the list of schools",
    "said.since": "since {day}, {n} {n:day|days}",
    "said.new": "new",
    "said.again": "again",
    "drawing.arrivals": "Entries by the time they came: {in_time} until the deadline {due}, {after} after it.",
    "drawing.arrivals-own": "Entries by the time they came: {in_time} in time, {after} late; some schools have a deadline of their own, that of the others is {due}.",
    "drawing.deadline": "deadline {due:%d.%m %H:%M}",
    "drawing.month": "{month}: events marked by day: {n}.",
    "html.title": "{title} — report",
    "html.skip": "Skip to content",
    "html.open": "open the sheet",
    "html.contents": "Sections",
    "html.summary": "Summary",
    "html.due": "{n} {n:day|days} to the deadline",
    "html.due-today": "The last day is today",
    "html.overdue": "The deadline passed {n} {n:day|days} ago",
    "html.overdue-today": "The deadline passed today",
    "html.deadlines": "the plan by {due}, contracts by {contracts:%d.%m.%Y}",
    "html.expected": "{n:school has|schools have} to file",
    "html.received": "{n:filed|filed}",
    "html.on-time": "of them in time",
    "html.news": "New since the last report",
    "html.news-counts": "Since the report of {read}: {new} new, {put_right} put right, {reopened} there again, {open} still open.",
    "html.news-same": "Nothing has changed since the report of {read}; findings: {open}.",
    "html.news.new": "New findings",
    "html.news.reopened": "There again",
    "html.news.put_right": "Put right",
    "html.schools": "Schools",
    "html.schools-caption": "Schools and what they owe; those that need attention come first.",
    "html.column.events": "Plan",
    "html.column.mend": "To mend",
    "html.column.event": "Event",
    "html.column.host": "Where it is held",
    "html.arrivals": "When the entries came",
    "html.arrivals-caption": "{in_time} came until the deadline, {after} after it.",
    "html.arrivals-own": "Schools have different deadlines: each is judged by its own.",
    "html.arrivals-first": "{n} {n:entry was|entries were} in the sheet when it was first read.",
    "html.arrivals-unknown": "Of {n} more {n:entry|entries} the time is unknown.",
    "html.arrivals-none": "Nobody knows when the entries came: the sheet has no time stamps, and earlier reads do not show it.",
    "html.no-entries": "There are no entries yet.",
    "html.findings": "What to mend, by school",
    "html.now": "Now:",
    "html.type": "Type:",
    "html.guess": "Perhaps it was meant to be:",
    "html.fine": "Nothing to mend.",
    "html.infos": "For information: {n}",
    "html.more": "and {n} more: the json and concise reports have all",
    "html.year": "The year",
    "html.year-caption": "The deeper the colour of a day, the more events on it.",
    "html.year-vague": "Without an exact day: {n}.",
    "html.year-outside": "Outside the school year: {n}.",
    "html.plan": "The plan",
    "html.plan-caption": "{n} {n:entry|entries} without errors.",
    "html.more-events": "and {n} more {n:event|events}: the file plan.xlsx (--export) has all",
    "html.no-plan": "No entry is free of mistakes yet.",
    "html.no-month": "Without a date",
    "html.masked": "names and contacts are hidden",
    "markdown.cut": "**The report is cut:** {n} more {n:line|lines} did not fit; the json and concise reports have all.",
    "github.title": "Plan of events",
    "github.more-errors": "And {n} more {n:error|errors}: the log of this step has all.",
    "github.more-warnings": "And {n} more {n:warning|warnings}: the log of this step has all.",
    "sarif.sheet": "The cell in the sheet",
    # The history.
    "help.option.history": "Where the history is (by default .tochka/history.sqlite beside plan.toml).",
    "help.option.no_history": "Use no history and remember nothing.",
    "help.option.accept_loss": "Believe the sheet although entries are gone, and ask for them no more.",
    "help.pull": "Only read the sheet and keep it: no report, no export.",
    "help.history": "What was read when.",
    "help.diff": "What changed between two reads: by entry, cell by cell.",
    "help.restore": "Write an earlier state of the sheet to a file, .xlsx or .csv.",
    "help.status": "Every school against every obligation, from the history: who filed, in time or not, contracts, coverage.",
    "help.purge": "Forget old snapshots and the names and phones in them; timing and findings stay.",
    "help.option.old": "From which read: a number, a time, last or previous. By default the one before.",
    "help.option.new": "To which read. By default the last.",
    "help.option.snapshot": "Which read: a number of tochka-sync history, a time, last or previous.",
    "help.restore.export": "Where to write: .xlsx (all tabs) or .csv (the tab of events).",
    "help.option.older_than": "How old is forgotten: 90d (days) or a date, 2023-09-01.",
    "help.option.form": "Format: terminal or json.",
    "help.diff.form": "Format: terminal, json or html (a page for a browser).",
    "help.status.form": "Format: terminal, markdown or json.",
    "help.status.as_of": "At what time: 2023-06-02 or 2023-06-02T18:00. By default now.",
    "back.kept": "{restore} --export plan.xlsx shows the sheet as it was",
    "back.forgotten": "Google Sheets has it under File, Version history (the snapshot of that read is forgotten)",
    "history.kept": "Kept as read {n}: {path}.",
    "history.restored": "Read {n} written: {path}. It may hold names and phones.",
    "history.restored-tab": "A .csv holds one tab: '{tab}'. All tabs together go to .xlsx.",
    "history.purged": "Snapshots forgotten: {n}, {size} KB freed.",
    "history.read": "{n}. {at}",
    "history.entries": "entries: {entries}",
    "history.unchanged": "unchanged",
    "history.refused": "not believed: entries vanished",
    "history.forgotten": "snapshot forgotten",
    "diff.head": "Read {old} ({old_at}) → read {new} ({new_at})",
    "diff.counts": "Entries new {added}, gone {removed}, changed {changed}.",
    "diff.one": "Nothing changed. Both are the same read; to read the sheet once more: tochka-sync pull.",
    "diff.nothing": "Nothing changed.",
    "diff.added": "New",
    "diff.removed": "Gone",
    "diff.changed": "Changed",
    "diff.column": "Column",
    "diff.before": "Before",
    "diff.after": "Now",
    "status.unread": "The sheet was not read after the deadline: what was entered later than {read} is not known. To read it: tochka-sync check.",
    "status.school": "School",
    "status.plan": "Plan (2.1)",
    "status.entries": "Complete",
    "status.on-time": "In time",
    "status.contracts": "Contracts (2.2)",
    "status.coverage": "Covered (2.3)",
    "status.totals": "Schools: {expected} expected, {received} filed, {on_time} of them in time. Contract signed or not needed: {settled} of {expected}. Events covered: {covered} of {held} held.",
    # Reasons inside other sentences.
    "reason.doctype": "it declares a document type, which no spreadsheet program does",
    "reason.no-tags": "it is not a workbook's markup",
    "reason.no-workbook": "no workbook inside",
    "reason.archive": "the archive inside cannot be read",
    "reason.twins": "two of its parts have one name",
    "reason.order": "its rows are out of order",
    "reason.xml": "the markup inside is broken",
    "reason.missing-part": "a part of the workbook is missing",
    "reason.contents": "its cells are not written as they should be",
    "reason.login-refused": "the login was not allowed",
    "reason.login-answer": "the browser brought something else",
    "reason.silent": "without an explanation",
    "reason.unintelligible": "its answer cannot be understood",
    "reason.tls": "it is not as it should be",
    "reason.tls-early": "the certificate is not valid yet",
    "reason.tls-expired": "the certificate has expired",
    "reason.tls-other-host": "the certificate is another site's",
    "reason.tls-no-file": "the file of certificates is not there",
    "reason.tls-stranger": "nobody known has issued the certificate",
    "reason.EBADF": "the output is closed",
    "reason.EACCES": "no permission",
    "reason.EPERM": "no permission",
    "reason.EROFS": "the disk is read-only",
    "reason.ENOENT": "there is no such path",
    "reason.ENOTDIR": "a part of the path is a file, not a folder",
    "reason.EISDIR": "it is a folder",
    "reason.EEXIST": "the name is taken",
    "reason.EINVAL": "it is no ordinary file, or the system does not take such a name",
    "reason.ENAMETOOLONG": "the name is too long",
    "reason.EILSEQ": "the system does not take such a name",
    "reason.ELOOP": "its links go round in a circle",
    "reason.EFBIG": "the file is too large",
    "reason.ENOSPC": "the disk is full",
    "reason.EDQUOT": "your share of the disk is full",
    "reason.EIO": "the disk failed",
    "reason.EREMOTEIO": "the network disk failed",
    "reason.ENODEV": "there is no such disk",
    "reason.ENXIO": "there is no such disk",
    "reason.ENOMEDIUM": "there is no disk in the device",
    "reason.EBUSY": "another program holds it",
    "reason.ETXTBSY": "another program holds it",
    "reason.EAGAIN": "another program holds it",
    "reason.EDEADLK": "another program holds it",
    "reason.ENOLCK": "the disk cannot hold a file for one program",
    "reason.ENOTSUP": "the disk cannot do that",
    "reason.ESTALE": "the network disk is gone",
    "reason.ENOTCONN": "the network disk is gone",
    "reason.EHOSTDOWN": "the network disk does not answer",
    "reason.EHOSTUNREACH": "the network disk does not answer",
    "reason.ENETUNREACH": "the network disk does not answer",
    "reason.ETIMEDOUT": "no answer came in time",
    "reason.EADDRINUSE": "another program has the port",
    "reason.EMFILE": "too many files are open",
    "reason.ENFILE": "too many files are open",
    "reason.ENOMEM": "not enough memory",
    "reason.SQLITE_CANTOPEN": "the file does not open",
    "reason.SQLITE_READONLY": "it may only be read",
    "reason.SQLITE_PERM": "no permission",
    "reason.SQLITE_AUTH": "no permission",
    "reason.SQLITE_IOERR": "the disk failed",
    "reason.SQLITE_PROTOCOL": "another program holds it",
    "reason.SQLITE_NOMEM": "not enough memory",
    "reason.SQLITE_TOOBIG": "there is more to write than it can hold",
    "reason.SQLITE_NOLFS": "the file is larger than the disk can hold",
    "reason.unknown": "the system did not say why",
    "reason.other": "error {name}",
}

FINDINGS: Mapping[str, tuple[str, str]] = {
    "value-unreadable.either_gender": (
        "The surname is not in the nominative, and it may be a man's or a woman's.",
        "Put the surname so that it answers the question 'who?' («кто?»), with the initials.",
    ),
    "value-unreadable.several_contracts": (
        "Several contracts are named in the cell; the first is kept, No. {kept}.",
        "Leave one contract and move the others to the remarks: No. {others}.",
    ),
    # What no single cell shows, and the deadlines.
    "event-cancelled": (
        "The event is cancelled: '{value}'.",
        "Nothing to mend: it stays in the plan as cancelled and needs no publication. If it takes place after all, delete these words.",
    ),
    "event-cancelled.struck": (
        "The row is struck out, but is still in the plan: '{value}'.",
        "If the event is cancelled, type «отменено» into the remarks or delete the row. If it took place or will, take the line away.",
    ),
    "event-postponed": (
        "Column {where} says that the event is moved, but the date here is the old one: '{value}'.",
        "Type the new date here.",
    ),
    "event-postponed.moved_to": (
        "Column {where} says that the event is moved to {day}, but here is '{value}'.",
        "Type the new date here; if this one is right, mend what column {where} says.",
    ),
    "duplicate-entry": (
        "This event is already in row {other}: the same school, title and date.",
        "If it is one event, delete one of the rows; if there are two, make the title or the date clear.",
    ),
    "duplicate-entry.other_tab": (
        "This event is already on the tab '{other_tab}', in row {other}: the same school, title and date.",
        "If it is one event, delete one of the rows; if there are two, make the title or the date clear.",
    ),
    "date-clash": (
        "On this day there is already an event for the same people: '{title}' (row {other}).",
        "If they are the same people, agree on another day; if not, say more exactly whom it is for.",
    ),
    "date-clash.other_tab": (
        "On this day there is already an event for the same people: '{title}' (tab '{other_tab}', row {other}).",
        "If they are the same people, agree on another day; if not, say more exactly whom it is for.",
    ),
    "count-mismatch": (
        "The numbers of this row disagree.",
        "Check how many take part.",
    ),
    "count-mismatch.organisations": (
        "It says {declared} {declared:school|schools}, and {listed} {listed:is|are} listed.",
        "Check the list and the number: perhaps the host school is counted in one and not in the other.",
    ),
    "count-mismatch.part_larger": (
        "It says {total} participants in all, and {part} pupils, teachers and parents.",
        "Check the numbers: all participants cannot be fewer than pupils, teachers and parents together.",
    ),
    "entry-late": (
        "Entered {late} after the deadline.",
        "There is nothing to mend: it stays in the report as late. If the school was given more time, tell the coordinator.",
    ),
    "entry-late.timestamp": (
        "Entered on {at}, {late} after the deadline, by its time stamp.",
        "There is nothing to mend: it stays in the report as late. If the school was given more time, tell the coordinator.",
    ),
    "school-missing": (
        "{name}: not one event in the plan.",
        "Enter an event for teachers or pupils into the sheet (point 2.1 of the order).",
    ),
    "school-missing.overdue": (
        "{name}: not one event in the plan, due {due}, {ago}.",
        "Enter an event as soon as you can (point 2.1 of the order). If the order does not address your school, tell the coordinator.",
    ),
    "school-missing.due": (
        "{name}: no event yet, {left}.",
        "Enter an event for teachers or pupils by {due} (point 2.1 of the order).",
    ),
    "events-missing": (
        "{name}: {n} {n:event|events} in the plan, {wanted} are owed.",
        "Enter {more} more for teachers or pupils (point 2.1 of the order).",
    ),
    "events-missing.overdue": (
        "{name}: {n} {n:event|events} in the plan, {wanted} were due {due}, {ago}.",
        "Enter {more} more as soon as you can (point 2.1 of the order).",
    ),
    "events-missing.due": (
        "{name}: {n} {n:event|events} in the plan so far, {wanted} are owed, {left}.",
        "Enter {more} more by {due} (point 2.1 of the order).",
    ),
    "contract-missing": (
        "{name}: nothing is said of a contract.",
        "Put in the contract's number and date, or «не требуется» (point 2.2 of the order).",
    ),
    "contract-missing.overdue": (
        "{name}: the plan tells of no signed contract, due {due}, {ago}.",
        "Put its number and date («№ 5 от 12.08.2023») or «не требуется» into the contract column (point 2.2 of the order).",
    ),
    "contract-missing.due": (
        "{name}: the plan tells of no signed contract yet, {left}.",
        "By {due} put in the contract's number and date, or «не требуется» (point 2.2 of the order).",
    ),
    "coverage-missing": (
        "The event is over and there is no link to a publication.",
        "Put in a link to the school's news, or the newspaper with its number and date (point 2.3 of the order).",
    ),
    # code, or code.reason → (the sentence, what to do)
    "form-unrecognised": (
        "No header was found: a row with the names of the columns. Looked for: {looked_for}.",
        "Put the header back above the events. If it is there in other words, the coordinator names its row (header_row) in plan.toml.",
    ),
    "form-unrecognised.empty": (
        "There is nothing on this tab. Looked for the columns: {looked_for}.",
        "See whether this is the right tab; plan.toml names it under tabs.events.",
    ),
    "form-unrecognised.beside": (
        "To the right, from column {column} on, stands a second table of the same kind. It is not read, and has {n} {n:row|rows}.",
        "Move its rows under the first table.",
    ),
    "form-unrecognised.transposed": (
        "The table lies on its side: the names of the fields stand one under another in column {column}, the events in columns.",
        "Turn it: copy it and paste with 'Paste special', 'Transposed'.",
    ),
    "form-unrecognised.across": (
        "The months stand in columns of their own ({columns}), and school, event and date are not to be seen.",
        "Make a row for each event, with the columns: {looked_for}.",
    ),
    "form-unrecognised.one_column": (
        "The columns are not parted: the whole header is in one cell, {cell}.",
        "Select column {column} and part it: 'Data', 'Text to columns' (in a Google Sheet 'Split text to columns'), separator '{sign}'.",
    ),
    "form-unrecognised.cards": (
        "The events are written as cards, one under another: the names of the fields stand in column {column} again and again.",
        "Make a table: the names of the fields once in the first row ({looked_for}), and below them a row for each event.",
    ),
    "form-unrecognised.garbled": (
        "Instead of Russian letters the table has '{sample}': the file was saved or opened in the wrong encoding.",
        "Take the original table and save it as .xlsx or 'CSV UTF-8'.",
    ),
    "form-unrecognised.not_there": (
        "In row {header_row}, which header_row in plan.toml names, there is no header.",
        "Put header_row right or take it out: the program finds the header itself.",
    ),
    "form-unrecognised.other_header": (
        "Row {at} is another header, and its columns stand in another order than under the header in row {taken}: the rows under it are read by the wrong columns.",
        "Put the columns in the order of row {taken}, or move this table to a tab of its own.",
    ),
    "column-missing": (
        "The table has no column for '{field}'. Looked for these headings: {looked_for}.",
        "Add a column '{suggestion}'. If it is there under another heading, the coordinator puts that heading into plan.toml, tabs.events.columns.",
    ),
    "column-missing.across": (
        "The table has no column for '{field}': the months stand in columns of their own ({columns}), and what is in them is not understood.",
        "Mark the months with '+' or type days into them. Or add a column '{suggestion}'. Looked for these headings: {looked_for}.",
    ),
    "column-missing.nearest": (
        "The table has no column for '{field}'. It may be column {nearest_column}, '{nearest}'. Looked for these headings: {looked_for}.",
        "If that is the one, call it '{suggestion}', or the coordinator puts its heading into plan.toml, tabs.events.columns. If not, add a column '{suggestion}'.",
    ),
    "column-duplicate": (
        "Column '{value}' is about the same as column {kept}, '{kept_header}': {field}. It is read only where column {kept} is blank.",
        "Keep one of them; delete the other or give it another heading.",
    ),
    "column-unknown": (
        "Column {column}, '{value}', is not known and is not checked.",
        "If it matters, the coordinator puts its heading into plan.toml, tabs.events.columns; if not, there is nothing to do.",
    ),
    "column-unknown.no_heading": (
        "Column {column} has no heading, yet it has entries. They are not checked.",
        "Give the column a heading, or move the entries to the columns they belong to.",
    ),
    # Schools and settlements.
    "school-unknown": (
        "Cannot tell which school this is: '{value}'.",
        "Enter kind, number and settlement, for example: СОШ №8 г.Томмот.",
    ),
    "school-unknown.unknown_school": (
        "There is no such school in the list of schools: '{name}'.",
        "Check number and name. If there is such a school, tell the coordinator: it will be added.",
    ),
    "school-unknown.only_settlement": (
        "'{name}' is a settlement, not a school.",
        "Type the school: its kind, number and settlement. Schools there: {candidates}.",
    ),
    "school-unknown.unknown_words": (
        "There are other words beside the school's name: '{words}'. It may be another school.",
        "Leave only the name of the school in the cell, for example: {candidates}.",
    ),
    "school-unknown.school_and_more": (
        "There is a school, but not all of the cell can be read: '{value}'.",
        "If it holds the event, leave only its name: {candidates}. Move the rest to the remarks.",
    ),
    "school-unknown.left_out": (
        "Beside the school's name it says '{words}': it may be meant or left out.",
        "Leave only the schools you mean in the cell.",
    ),
    "school-unknown.not_a_number": (
        "'{value}' looks like a date or a phone number; a school is wanted.",
        "Enter the school: kind, number and settlement.",
    ),
    "school-unknown.number_or_date": (
        "'{value}' looks like a date; a school is wanted.",
        "Enter the school: kind, number and settlement.",
    ),
    "school-unknown.bare_range": (
        "'{value}' looks like grades or a date; a school is wanted.",
        "Enter the school: kind, number and settlement.",
    ),
    "school-unknown.formula": (
        "A formula was left in place of the school: '{value}'.",
        "Delete it and enter the name of the school in words.",
    ),
    "school-ambiguous": (
        "'{value}' fits several schools.",
        "Add the number or the settlement, so that only one fits: {candidates}.",
    ),
    "school-ambiguous.several_fit": (
        "'{name}' may be the name of several schools.",
        "Add the number or the settlement. The schools it may be: {candidates}.",
    ),
    "school-ambiguous.many_fit": (
        "'{name}' may be the name of many schools.",
        "Enter kind, number and settlement, for example: {candidates}.",
    ),
    "school-ambiguous.all_or_some": (
        "Does '{value}' mean all schools, or only some?",
        "If all, say so: {suggestion}. If some, list them.",
    ),
    "school-ambiguous.one_of_schools": (
        "It is not clear which of the schools is meant: '{value}'.",
        "Leave one; if there are several, list them with commas. Named: {candidates}.",
    ),
    "school-ambiguous.number_or_people": (
        "It is not clear what the numbers beside those of the schools are: '{value}'.",
        "If they count people, say so: СОШ №8 — 5 человек. If they are schools too, list them with commas.",
    ),
    "school-ambiguous.several_schools": (
        "The cell names several schools, but one holds the event: '{value}'.",
        "Keep the school that holds it, move the others to the column of participating schools. Named: {candidates}.",
    ),
    "school-ambiguous.number_or_count": (
        "Is '{value}' the number of a school, or how many schools there are?",
        "If it is a number, put № before it: {candidates}. If there are several schools, list them.",
    ),
    "school-ambiguous.number_or_date": (
        "Does '{value}' mean numbers of schools, or a date?",
        "Put № before each number and commas between them: №9, №10.",
    ),
    "school-ambiguous.bare_range": (
        "Does '{value}' mean numbers of schools, or grades?",
        "If these are schools, list them with commas, and № before each number.",
    ),
    "school-ambiguous.lost_zero": (
        "The sheet keeps '{value}' as one number, and a zero at its end may be lost.",
        "Enter the numbers with №, as they should be: {candidates}.",
    ),
    "school-conflict": (
        "'{value}': kind, number and settlement disagree with the list of schools.",
        "Check which school is meant: {candidates}.",
    ),
    "school-conflict.registry_differs": (
        "In the list of schools the {field} of this school is '{registered}', and here it is '{value}'.",
        "One of the two is right: mend it here or in the list of schools.",
    ),
    "school-conflict.other_tab": (
        "The tab is called '{called}', and here it says '{said}'.",
        "Let the tab be called as it says here: until then nobody knows what its rows belong to.",
    ),
    "school-conflict.settlement_conflict": (
        "'{name}' is in the list of schools, but not in '{settlement}'.",
        "Check the school's number and the settlement: one of them is wrong.",
    ),
    "school-conflict.kind_conflict": (
        "'{name}' is not in the list of schools: the school with this number is of another kind.",
        "Check which school is meant: {candidates}.",
    ),
    "school-conflict.kind_here": (
        "'{name}' is not in the list of schools: the school there is of another kind.",
        "Check which school is meant: {candidates}.",
    ),
    "school-conflict.name_conflict": (
        "The cell mixes the names of different schools: '{value}'.",
        "Keep one school, or put a comma between them: {candidates}.",
    ),
    "registry-gap": (
        "The list of schools lacks something about '{name}'.",
        "Complete its line in the list of schools (schools.csv).",
    ),
    "registry-gap.centre_opened": (
        "The list of schools does not say when the centre of '{name}' opened; its plan is expected.",
        "For the coordinator: enter the year in the column centre_opened of schools.csv, for example 2021.",
    ),
    "registry-gap.settlement_unverified": (
        "The list of schools does not say where '{name}' is; the cell was believed: '{settlement}'.",
        "For the coordinator: enter the settlement of this school in schools.csv.",
    ),
    "text-corrected": (
        "A typo was put right: '{old}' → '{new}'.",
        "Nothing has to be done, but it is better to correct it in the sheet too.",
    ),
    "text-corrected.hidden": (
        "A typo was put right; what it was and what it is now is hidden here.",
        "Nothing has to be done, but it is better to correct it in the sheet too.",
    ),
    "text-corrected.ditto.hidden": (
        "Read the same as in the row above; the value itself is hidden here.",
        "Type it here as well: once the rows are sorted, another row stands above.",
    ),
    "text-corrected.lookalike_fixed.hidden": (
        "Look-alike characters were replaced by the right ones; what it was and what it is now is hidden here.",
        "Nothing has to be done, but it is better to type it again in Russian letters and digits.",
    ),
    "text-corrected.ditto": (
        "Read the same as in the row above: '{new}'.",
        "Type it here as well: once the rows are sorted, another row stands above.",
    ),
    "text-corrected.lookalike_fixed": (
        "Look-alike characters were replaced by the right ones: '{old}' → '{new}'.",
        "Nothing has to be done, but it is better to type it again in Russian letters and digits.",
    ),
    "text-corrected.transliterated": (
        "Typed in Latin letters: '{old}' → '{new}'.",
        "Nothing has to be done, but it is better to write it in Russian.",
    ),
    "text-corrected.type_corrected": (
        "The kind of settlement was put right by the list of schools: '{old}' → '{new}'.",
        "If it is another settlement, enter its name in full.",
    ),
    "value-unreadable.unknown_settlement": (
        "Cannot tell which settlement this is: '{value}'.",
        "Enter it alone, with its kind: г. Томмот, п. Нижний Куранах or с. Хатыстыр.",
    ),
    "value-unreadable.district_not_settlement": (
        "'{value}' is a district or a republic; a town or a village is wanted.",
        "Enter the settlement, for example: г. Томмот.",
    ),
    "value-unreadable.part_of_name": (
        "'{value}' is only a part of a settlement's name.",
        "Enter the whole name, for example: {suggestion}.",
    ),
    "value-unreadable.several_settlements": (
        "'{value}' may mean different settlements: {candidates}.",
        "Keep one.",
    ),
    # Required cells and the sheet's own errors.
    "tab-unread": (
        "{n} {n:event|events} of the tab '{other}' {n:is|are} not in the plan: the tab '{checked}' was checked.",
        "For the coordinator: if it is part of the plan, put into plan.toml, section [tabs.events], the line:\n{several}\nTo have new tabs as well, put all = true instead of it. If this tab is not needed, put:\n{one}",
    ),
    "tab-unread.spoilt": (
        "The tab '{other}' seems to hold events, but its form is not recognised and it is not in the plan: the tab '{checked}' was checked.",
        "Put over its columns the header of the tab '{checked}'. For the coordinator: if it is part of the plan, put into plan.toml, section [tabs.events], the line:\n{several}\nIf this tab is not needed, put:\n{one}",
    ),
    "required-missing": (
        "Not filled in: {field}.",
        "Enter the value in this cell.",
    ),
    "required-missing.empty": (
        "The cell is empty, and this is required: {field}.",
        "Enter the value (for example, {example}).",
    ),
    "required-missing.below": (
        "The cell is empty, and this is required: {field}. Above it stands '{above}'.",
        "If it is the same school, enter it here too. Is it a .csv? A merged cell is left there in its first row only: download .xlsx.",
    ),
    "required-missing.placeholder": (
        "There is no value here yet, and this is required: {field}.",
        "Enter the value as soon as it is known (for example, {example}).",
    ),
    "spreadsheet-error": (
        "The cell holds an error of the sheet itself: '{value}'.",
        "Delete it and enter the value in words or figures, without a formula. If all you see is hashes, widen the column.",
    ),
    "excel-autoformat": (
        "The spreadsheet turned what was typed into a date: '{value}'.",
        "With a hyphen or a full stop the spreadsheet will make it a date again: it takes a dash or a comma. Or first give the cell the format 'Plain text' ('Text' in Excel), or add a word: «8–9 классы» (grades), «10–12 человек» (people), «школы №1, 2» (schools).",
    ),
    # Values that cannot be read: audiences, counts, types, titles, levels, formats, places.
    "value-unreadable": (
        "Could not understand '{value}' ({field}).",
        "Enter it in another way (for example, {example}).",
    ),
    "value-unreadable.too_long": (
        "The cell of '{field}' holds {n} {n:character|characters}: that is no value but a whole text.",
        "Leave only the value in the cell, at most {most} characters; move the rest to a note.",
    ),
    "value-unreadable.ambiguous": (
        "'{value}' can be understood in several ways: {candidates}.",
        "Enter the one that is meant.",
    ),
    "value-unreadable.ambiguous_number": (
        "The number '{value}' can be understood in several ways: {candidates}.",
        "Enter the one that is meant.",
    ),
    "value-unreadable.several_numbers": (
        "There are several numbers in '{value}', and it is not clear how many take part.",
        "Say how many of whom, for example: 20 учащихся, 5 педагогов.",
    ),
    "value-unreadable.part_exceeds": (
        "In '{value}' a part is larger than the whole.",
        "Check the numbers: 'of them' cannot be more than all.",
    ),
    "value-unreadable.per_unit": (
        "'{value}' does not say how many take part altogether.",
        "Enter the total, for example: 60 or 12 школ по 5 человек.",
    ),
    "value-unreadable.percent": (
        "'{value}' is a percentage; a number of people is wanted.",
        "Enter how many people take part.",
    ),
    "value-unreadable.negative": (
        "The number of participants cannot be below zero: '{value}'.",
        "Enter how many people take part, without a minus.",
    ),
    "value-unreadable.implausible": (
        "'{value}' does not look like a number of participants.",
        "Check it. A year, a phone number or a date belongs in its own column.",
    ),
    "value-unreadable.taken_back": (
        "It is not clear whether the cell is right: it says itself that this is a mistake or no longer so ({field}).",
        "Keep what is right and nothing else; if nothing is right yet, empty the cell.",
    ),
    "value-unreadable.who_else": (
        "It is not clear who else is meant in '{value}'.",
        "Name them all, for example: учащиеся 8–9 классов, все желающие.",
    ),
    "value-unreadable.open_grades": (
        "'{value}' does not say from which grade to which. It may be: {candidates}.",
        "Enter the first and the last grade with a dash, for example: 5–9 классы.",
    ),
    "value-unreadable.struck": (
        "The text in the cell is struck out, and it is not clear whether it holds: '{value}' ({field}).",
        "If it does, take the line away. If not, type what is right; if nothing is right yet, empty the cell.",
    ),
    "value-unreadable.ditto": (
        "'{value}' means the same as above, but it cannot be seen which row that was.",
        "Type the value itself.",
    ),
    "value-unreadable.grade_out_of_range": (
        "Grades go from 1 to 11, and here is '{value}'.",
        "Enter the grades with a dash, for example: 8–9 классы. To ages add «лет», and move a number of people to its own column.",
    ),
    "value-unreadable.unlisted_group": (
        "'{value}' is not a group of people the plan knows.",
        "Enter whom the event is for: pupils and their grades, teachers, parents or everybody.",
    ),
    "value-unreadable.formula_text": (
        "A formula was left in place of the text: '{value}'.",
        "Delete it and enter the text.",
    ),
    "value-unreadable.said_twice": (
        "The cells '{field}' and '{elsewhere}' of this row say different things: {candidates}.",
        "Decide which is right and correct the cell that is wrong.",
    ),
    "value-unreadable.several_events": (
        "One cell holds several events: '{value}'.",
        "Give every event a row of its own, with its date and its audience.",
    ),
    "value-unreadable.title_is_type": (
        "'{value}' is a type of event; its title is wanted.",
        "Enter what the event is called or what it is about; the type has a column of its own.",
    ),
    "text-corrected.all_caps": (
        "The title was typed in capitals; it was read as '{new}' instead of '{old}'.",
        "Check the proper names and enter the title in ordinary letters.",
    ),
    # People, phones, e-mails, links, contracts, and values of another column.
    "phone-invalid": (
        "The phone number cannot be read.",
        "Type the whole number, such as 8 914 000-00-00; put commas between several.",
    ),
    "phone-invalid.bad_length": (
        "The phone number has too few digits, or too many.",
        "Check the number: it has 11 digits, such as 8 914 000-00-00. A local one may go without its code.",
    ),
    "phone-invalid.bad_code": (
        "There is no phone number with such a code.",
        "Check the code and the digits, such as 8 914 000-00-00.",
    ),
    "phone-invalid.excel_scientific": (
        "The spreadsheet shortened the number, and its last digits are lost.",
        "Give the cell the format 'Plain text' ('Text' in Excel) and type the number again, such as 8 914 000-00-00.",
    ),
    "phone-invalid.ambiguous": (
        "The phone number can be read in several ways.",
        "Type each number in full, with its code, and put commas between them.",
    ),
    "email-invalid": (
        "The e-mail address cannot be read.",
        "Type the whole address, such as shkola@mail.ru.",
    ),
    "email-invalid.bad_email": (
        "There is a mistake in the e-mail address.",
        "Check the @, the dots and the spaces; a right one is shkola@mail.ru.",
    ),
    "email-invalid.mixed_script": (
        "The e-mail address mixes Russian and Latin letters.",
        "Type the address again in Latin letters.",
    ),
    "link-invalid": (
        "This is no link: '{value}'.",
        "Open the publication and copy its address from the browser, it begins with https://. For a newspaper type its name, issue and date.",
    ),
    "link-invalid.bad_scheme": (
        "This link leads to a file or a program and does not open from the net: '{value}'.",
        "Put the publication on the net and paste its address, it begins with https://.",
    ),
    "link-invalid.bad_link": (
        "There is a mistake in the address: '{value}'.",
        "Copy the whole address of the publication from the browser and paste it without spaces.",
    ),
    "link-invalid.only_net": (
        "This is the address of a whole network, not of a publication: '{value}'.",
        "Open the publication itself and copy its address from the browser, for example https://vk.com/wall-1_2.",
    ),
    "link-invalid.only_talk": (
        "This link opens somebody's correspondence, not a publication.",
        "Open the publication itself and copy its address from the browser, for example https://vk.com/wall-1_2.",
    ),
    "link-invalid.bad_host": (
        "This address opens only inside the school: '{value}'.",
        "Paste an address that opens for everybody.",
    ),
    "link-invalid.mixed_script": (
        "The address mixes Russian and Latin letters: '{value}'.",
        "Copy the address of the publication from the browser.",
    ),
    "misplaced-value": (
        "This value is of another column: '{value}'.",
        "Move it to its own column and enter here what is wanted: {field} (for example, {example}).",
    ),
    "misplaced-value.other_month": (
        "The date is {day}, but beside it or in the heading above another month is named: '{month}'.",
        "Check the month of the date. If it is right, mend the one beside it or move the row under the right heading.",
    ),
    "misplaced-value.other_tab": (
        "The tab is called '{called}', and here it says '{said}'.",
        "Let the tab be called as it says here: until then nobody knows what its rows belong to.",
    ),
    "misplaced-value.other_year": (
        "The date is {day}, but another year is named beside it or in the heading: '{year}'.",
        "Check the year: mend it in the date or where it is named.",
    ),
    "misplaced-value.phones": (
        "Here is a phone number, and something else is wanted: {field}.",
        "Move the phone number to its column, and enter here what is wanted (for example, {example}). Check the cells beside: the whole row may have moved.",
    ),
    "misplaced-value.emails": (
        "Here is an e-mail address, and something else is wanted: {field}.",
        "Move the address to its column, and enter here what is wanted (for example, {example}). Check the cells beside: the whole row may have moved.",
    ),
    "misplaced-value.links": (
        "Here is a link, and something else is wanted: {field}.",
        "Move the link to its column, and enter here what is wanted (for example, {example}). Check the cells beside: the whole row may have moved.",
    ),
    "misplaced-value.school": (
        "Here is a school, and something else is wanted: {field}.",
        "Move the school to its column, and enter here what is wanted (for example, {example}). Check the cells beside: the whole row may have moved.",
    ),
    "misplaced-value.date": (
        "Here is a date, and something else is wanted: {field}.",
        "Move the date to its column, and enter here what is wanted (for example, {example}). Check the cells beside: the whole row may have moved.",
    ),
    "misplaced-value.responsible": (
        "Here is a name, and something else is wanted: {field}.",
        "Move the name to the column of those responsible, and enter here what is wanted (for example, {example}). Check the cells beside: the whole row may have moved.",
    ),
    "misplaced-value.audience": (
        "Here are grades, and something else is wanted: {field}.",
        "Move the grades to the column of participants, and enter here what is wanted (for example, {example}). Check the cells beside: the whole row may have moved.",
    ),
    "value-unreadable.substitute": (
        "It is not clear who is responsible: one stands in for the other.",
        "Keep the one who is responsible for the event, and tell of the change in the remarks.",
    ),
    "value-unreadable.no_last_name": (
        "A name without a surname.",
        "Add the surname, such as Иванова А.П.",
    ),
    "value-unreadable.no_initials": (
        "A surname without a name.",
        "Add the initials, such as Иванова А.П.",
    ),
    "value-unreadable.unclear_name": (
        "It is not clear which is the surname and which the name.",
        "Type the surname and the initials, such as Иванова А.П.; put commas between several people.",
    ),
    "value-unreadable.no_status": (
        "'{value}' does not say whether the contract is concluded.",
        "Type its number and date, such as договор № 5 от 12.08.2023, or: на подписании, не требуется.",
    ),
    "value-unreadable.date_alone": (
        "Is '{value}' the date of the contract or the day it is promised for?",
        "Type it in full: {candidates}.",
    ),
    "value-unreadable.contradiction": (
        "The cell says two things of the contract: '{value}'.",
        "Leave one of them: {candidates}.",
    ),
    "value-unreadable.partly": (
        "Not all parties have signed the contract, or it is not with all schools: '{value}'.",
        "Type one state: договор № … от …, на подписании or не требуется.",
    ),
    "value-unreadable.doubtful": (
        "It is not clear whether the contract holds: '{value}'.",
        "If all have signed it, type only its number and date: договор № … от …; if not, на подписании; if there need be none, не требуется.",
    ),
    "value-unreadable.contract_year": (
        "The year of a contract cannot be {year_typed}.",
        "Check the year in its date.",
    ),
    # Dates and times.
    "date-unreadable": (
        "This does not look like a date: '{value}'.",
        "Type a date, such as 10.02.2024 or 10–12 февраля 2024; if the day is not chosen yet, a month: февраль 2024.",
    ),
    "date-unreadable.bad_year": (
        "The date '{value}' has a mistake in the year.",
        "Type the year with four digits, as in 10.02.2024.",
    ),
    "date-unreadable.too_vague_year_only": (
        "Only a year is given: '{value}'.",
        "Add at least the month, better the day too: 10.02.2024.",
    ),
    "date-unreadable.time_without_date": (
        "Only a time is given: '{value}'.",
        "Add the day before the time: 10.02.2024, 14:00.",
    ),
    "date-unreadable.cancelled": (
        "The event seems to be cancelled: '{value}'.",
        "If it is, say so in the remarks or delete the row; if not, type its date.",
    ),
    "date-unreadable.postponed": (
        "The event seems to be moved to another day: '{value}'.",
        "Leave only the new date here, and mention the change in the remarks.",
    ),
    "date-unreadable.no_month": (
        "The date '{value}' has no month.",
        "Add the month: 10–12 февраля or 10.02.2024.",
    ),
    "date-unreadable.day_missing": (
        "The date '{value}' has no day.",
        "Add the day: 10 февраля 2024. If it is not chosen yet, leave the month: февраль 2024.",
    ),
    "date-unreadable.two_times": (
        "The cell '{value}' names more than one time.",
        "Leave the time it begins, or type «с 10:00 до 12:00».",
    ),
    "date-unreadable.time_unreadable": (
        "The time in '{value}' cannot be read.",
        "Type date and time like this: 10.02.2024, 14:00 or 10.02.2024, 10:00–13:30.",
    ),
    "date-unreadable.mixed_list": (
        "The cell '{value}' lists dates of too many kinds.",
        "List days («10, 17 и 24 февраля») or months («октябрь, март») with commas, and put different events into different rows.",
    ),
    "date-unreadable.no_holidays": (
        "The calendar of the plan has no such school holidays: '{value}'.",
        "Type the date in digits, such as 10.02.2024.",
    ),
    "date-unreadable.date_and_more": (
        "There is a date, but not all of the cell can be read: '{value}'.",
        "If the event is on that day, leave only the date, such as 10.02.2024, and move the rest to the remarks.",
    ),
    "date-unreadable.several_dates": (
        "There are several dates, and it is not clear how they belong together: '{value}'.",
        "List the days of one event without words («10, 17 и 24 февраля»), put a dash in a period, and different events into different rows.",
    ),
    "date-unreadable.weekday_only": (
        "Only a day of the week is given: '{value}'.",
        "Type a date: 10.02.2024. If the event is held every week, say so: каждую среду; по вторникам и четвергам.",
    ),
    "date-unreadable.which_one": (
        "It is not clear which time is meant: '{value}'.",
        "Type a date or a month, such as 10.02.2024 or февраль 2024; a term, a week, holidays need a name: II четверть, 2-я неделя марта, весенние каникулы.",
    ),
    "date-unreadable.part_of_unit": (
        "A beginning, a middle or an end is too vague here: '{value}'.",
        "Type a date or a month, such as 25.10.2023 or конец октября 2023.",
    ),
    "date-unreadable.how_often": (
        "The event is repeated, but it is not clear when: '{value}'.",
        "Type it like this: каждую среду; по вторникам и четвергам; 1 раз в неделю; 20 числа каждого месяца. Or list the dates with commas.",
    ),
    "date-unreadable.month_and_more": (
        "Only the month can be read: '{value}'.",
        "Type the day, such as 10 февраля 2024 or 10–12 февраля 2024; if it is not chosen yet, leave only the month: февраль 2024.",
    ),
    "date-impossible": (
        "There is no such date: '{value}'.",
        "Check the day and the month against a calendar and enter the date like this: 10.02.2024.",
    ),
    "date-impossible.range_reversed": (
        "It ends before it begins: '{value}'.",
        "Check the dates: the first day comes first, then the last one.",
    ),
    "date-ambiguous": (
        "The date '{value}' can be read in several ways: {candidates}.",
        "Leave one date with its day, month and year: 10.02.2024.",
    ),
    "date-ambiguous.lost_zero": (
        "The sheet keeps '{value}' as a number, and a zero at its end may be lost. Perhaps: {candidates}.",
        "Enter the date with its year, as it should be: then the sheet keeps it as a date.",
    ),
    "date-ambiguous.ambiguous_month": (
        "It is not clear which month this is: '{value}'. It may be: {candidates}.",
        "Write the month in full.",
    ),
    "date-ambiguous.ambiguous_two_dates": (
        "It is not clear how these dates belong together: '{value}'. Named are: {candidates}.",
        "Put a comma between several days, a dash in a period; if the event was moved, leave the new date.",
    ),
    "date-ambiguous.ambiguous_year": (
        "It is not clear which year '{value}' belongs to. It may be: {candidates}.",
        "Add the year to each date.",
    ),
    "date-ambiguous.ambiguous_day_or_year": (
        "It is not clear in '{value}' whether the number is a day or a year. It may be: {candidates}.",
        "Type the day before the month and the year in full: 12 февраля 2024 or февраль 2024.",
    ),
    "date-ambiguous.ambiguous_end": (
        "It is not clear until which day: '{value}'. It may be: {candidates}.",
        "Type the last day: до 31.03.2024.",
    ),
    "date-ambiguous.ambiguous_time": (
        "It is not clear whether this is a time or a date: '{value}'. It may be: {candidates}.",
        "Type times with a colon: 10.02.2024, 14:00 or 10.02.2024, 10:00–12:00.",
    ),
    "date-ambiguous.ambiguous_hour": (
        "It is not clear at what hour: '{value}'. It may be: {candidates}.",
        "Type the time in digits, by a 24-hour clock: 10.02.2024, 15:00 or 10.02.2024, 10:00–12:00.",
    ),
    "date-ambiguous.ambiguous_zone": (
        "The time in '{value}' is of another zone, and it is not clear which day that is here. It may be: {candidates}.",
        "Type the day and, if need be, the local time: 10.02.2024, 14:00.",
    ),
    "date-ambiguous.ambiguous_closing": (
        "It is not clear whether '{value}' begins or ends at this hour. It may be: {candidates}.",
        "If it begins then, type the first; if it ends then, type the days alone, or with both hours: 10–12 февраля 2024, 10:00–15:00.",
    ),
    "date-ambiguous.ambiguous_count": (
        "It is not clear whether this is which one or how many: '{value}'. It may be: {candidates}.",
        "If it is which one, add its ending: 2-я неделя мая. If it is how many, type the days, or only the month: май 2024.",
    ),
    "date-vague": (
        "This is too general: '{value}'.",
        "Type a day, or at least a month: 10.02.2024 or февраль 2024; if the event is repeated, on which days: каждую среду.",
    ),
    "date-outside-year": (
        "The date '{value}' is not in the school year of the plan.",
        "Check the year.",
    ),
    "date-outside-year.out_of_school_year": (
        "The date '{value}'{meant} is not in the school year {year}.",
        "Check the year: the plan is of {year}. If the row is left from another plan, replace it.",
    ),
    "date-outside-year.year_not_shown": (
        "The cell shows '{value}' and holds {held}: the sheet added the year, and it is outside the school year {year}.",
        "Type the date with its year. If the row is left over from last year's plan, replace it.",
    ),
    "date-outside-year.plan_year": (
        "Here it says '{said}', but the plan is checked for the school year {year}: dates without a year were read into it.",
        "If this is last year's plan, replace it. If it is a slip, mend the year. If the plan is of another year, the coordinator mends school_year in plan.toml.",
    ),
    "date-weekday-mismatch": (
        "The weekday in '{value}' does not match the date.",
        "Check the day, the month and the year.",
    ),
    "date-weekday-mismatch.weekday_mismatch": (
        "{day} is a {day:%A} ({right}), but the cell says '{typed}'.",
        "If the date is right, enter it without the weekday: {day}. If not, enter the new one: the row may be left from last year.",
    ),
    "date-weekday-mismatch.weekday_beside": (
        "{day} is a {day:%A} ({right}), but the column of weekdays says '{typed}'.",
        "Mend the date or the weekday: the row may be left from last year.",
    ),
    "date-non-working": (
        "The day '{value}' is a day off.",
        "If that is meant, nothing has to be changed; if not, type another day.",
    ),
    "date-non-working.day_off": (
        "{day:%d.%m.%Y}, a {day:%A}, is a day off: {why}.",
        "If that is meant, nothing has to be changed; if not, type another day.",
    ),
    "date-non-working.school_holidays": (
        "{day:%d.%m.%Y} is in the school holidays.",
        "If that is meant, nothing has to be changed; if not, type another day.",
    ),
    "date-non-working.summer_holidays": (
        "{day:%d.%m.%Y} is in the summer holidays.",
        "If that is meant, nothing has to be changed; if not, type another day.",
    ),
    "value-unreadable.time_unreadable": (
        "The time cannot be read: '{value}'.",
        "Type the time like this: 14:00 or 10:00–13:30.",
    ),
    "value-unreadable.range_reversed": (
        "It ends before it begins: '{value}'.",
        "Check both times: the beginning comes first, then the end.",
    ),
    "value-unreadable.two_times": (
        "There are two times in the cell: '{value}'.",
        "Leave the time it begins (14:00), or the beginning and the end with a dash (10:00–13:30); move the rest to the remarks.",
    ),
    "value-unreadable.no_beginning": (
        "The end has a time, '{value}', and the beginning has none.",
        "Enter the time of the beginning too: 10:00.",
    ),
    "value-unreadable.ambiguous_hour": (
        "It is not clear at what hour: '{value}'. It may be: {candidates}.",
        "Type the time in digits, by a 24-hour clock: 15:00 or 10:00–12:00.",
    ),
    "value-unreadable.stamp_unreadable": (
        "The moment the row was entered cannot be read: '{value}'.",
        "Type date and time like this: 02.06.2023 17:45.",
    ),
    "value-unreadable.stamp_ambiguous": (
        "It is not clear which is the day and which the month: '{value}'. It may be: {candidates}.",
        "Type the date with dots: 02.06.2023 17:45.",
    ),
    # What the history knows.
    "entry-late.ledger": (
        "Appeared between {after} and {at}, after the deadline by at least {late}, as earlier reads of the sheet show.",
        "There is nothing to mend: it stays in the report as late. If the school was given more time, tell the coordinator.",
    ),
    "entry-late.completed_late": (
        "Begun earlier, but completed only between {after} and {at}, after the deadline by at least {late}.",
        "There is nothing to mend: it stays in the report as late. If the school was given more time, tell the coordinator.",
    ),
    "entry-removed": (
        "The entry '{event}' is gone from the sheet; it was last there at the read of {read}.",
        "If it was deleted by mistake, bring the row back: {back}. If on purpose, the coordinator repeats the check with --accept-loss.",
    ),
    "entry-removed.untitled": (
        "An entry without a title is gone from the sheet; it was last there at the read of {read}.",
        "If it was deleted by mistake, bring the row back: {back}. If on purpose, the coordinator repeats the check with --accept-loss.",
    ),
}

ERRORS: Mapping[str, tuple[str, str]] = {
    # code → (the sentence, the next step)
    "history-stale": (
        "The sheet has not been read for a long time: last on {at}, {since} ago, and it should have been no earlier than {oldest}.",
        "Run tochka-sync check and see why the nightly run did not happen.",
    ),
    "cli-unknown-command": (
        "No such command: {value}.",
        "Try: {near}. What each of them does: tochka-sync --help.",
    ),
    "cli-extra": (
        "Too much in the command: {value}.",
        "Take it away; what the command takes is in its --help.",
    ),
    "cli-choice": ("{option} cannot be '{value}'.", "It can be: {known}."),
    "cli-bad-value": (
        "The value of {option} does not fit.",
        "See --help of this command: it says what is needed.",
    ),
    "cli-option-empty": ("{option} has no value.", "Add it; --help of this command shows how."),
    "write-closed-pipe": (
        "The report is not complete: whoever read it closed the output; files are as they were.",
        "Send the report to a file: --format terminal:report.txt.",
    ),
    "init-exists": (
        "The configuration {path} is there already.",
        "To begin anew rename it, or give another path: --config.",
    ),
    # The command line.
    "cli-no-command": (
        "Nothing was asked for.",
        "Begin with tochka-sync demo; all commands: tochka-sync --help.",
    ),
    "cli-no-option": ("No such option: {option}.", "Near it: {near}. All options: --help."),
    "cli-missing": ("Missing: {what}", "See --help of this command."),
    "cli-usage": ("The command is not well formed: {what}", "See --help of this command."),
    "cli-language": ("There is no language '{value}'.", "Give one of: {known}."),
    "cli-format": ("No such kind of report: '{value}'.", "Near it: {near}. All: {known}."),
    "cli-one-stdout": (
        "Two reports cannot go to one screen.",
        "Keep one, send the other to a file: --format json:report.json.",
    ),
    "cli-two-plans": (
        "Two configurations are named: {source} and --config {option}.",
        "Leave one of them.",
    ),
    "cli-one-source": (
        "Several sources were given: {sources}.",
        "Give one link or one file; only plan.toml may be several.",
    ),
    "cli-one-file": (
        "Several plans cannot write one file {path}.",
        "Put {{plan}} into its name: the plan's name takes its place.",
    ),
    "cli-overwrites": (
        "Writing {path} would destroy what the program reads: the plan, its configuration, the list of schools or the history.",
        "Give another path.",
    ),
    "cli-written-twice": (
        "Two things would be written to {path}.",
        "Give each report and each export a path of its own.",
    ),
    "cli-one-name": (
        "Two plans are called '{name}': only one of them would stay in {path}.",
        "Rename plan.toml of one of them, or its folder, or run them apart.",
    ),
    "cli-no-source": (
        "Nobody said where the sheet is.",
        "Give a link after the command or write it in {path}: [source] spreadsheet.",
    ),
    "cli-unknown-school": (
        "The list of schools has no '{school}'.",
        "Near it: {near}. All ids are in schools.csv.",
    ),
    "cli-unknown-code": (
        "No such code of a finding: '{value}'.",
        "Near it: {near}. All codes: tochka-sync explain.",
    ),
    "cli-as-of": ("'{value}' is not a time.", "Write it like 2023-06-02 or 2023-06-02T18:00."),
    # Configuration.
    "config-none": (
        "No configuration of a plan was found ({places}).",
        "Draft one from your sheet: tochka-sync init LINK-OR-FILE; or give the path of one: --config.",
    ),
    "config-none-for": (
        "No configuration of a plan was found ({places}): it tells the deadlines and the schools.",
        'Draft one from this sheet: tochka-sync init "{source}"; or give the path of one: --config.',
    ),
    "config-missing": (
        "There is no configuration file {path}.",
        "Check the path or make the file: tochka-sync init.",
    ),
    "config-unreadable": (
        "The configuration file {path} cannot be opened: {why}.",
        "Check that it is an ordinary file and that you may read it and its folder.",
    ),
    "config-not-text": ("{path} is not text in UTF-8.", "Save the file as UTF-8."),
    "config-env-line": (
        "{path}, line {line} makes no sense.",
        "Write NAME=value, the value on one line; a remark begins with '#'.",
    ),
    "config-syntax": (
        "{path}, line {line}: this is not TOML.",
        "Most often a quote or a bracket is not closed, a key is written twice, or a path has '\\' instead of '/'; text is quoted, a date is 2023-06-02, and must be a day of the calendar.",
    ),
    "config-key-missing": ("{path}: {key} is not set.", "Add this key."),
    "config-unknown-key": (
        "{path}, line {line}: unknown key {key}.",
        "Perhaps this was meant: {near}.",
    ),
    "config-unknown-choice": (
        "{path}, line {line}: {key} cannot be '{value}'.",
        "Perhaps this was meant: {near}.",
    ),
    "config-unknown-school": (
        "{path}, line {line}: the list of schools has no '{school}'.",
        "Near it: {near}. All ids are in schools.csv.",
    ),
    "config-bad-school_year": (
        "{path}, line {line}: {key}: '{value}' is not a school year.",
        'Write it like "2023-2024".',
    ),
    "config-bad-timezone": (
        "{path}, line {line}: {key}: there is no time zone '{value}'.",
        'Write, for example: "{near}".',
    ),
    "config-bad-moment": (
        "{path}, line {line}: {key}: '{value}' is not a date.",
        "Write it like 2023-06-02 or 2023-06-02T18:00:00; the calendar must have such a day.",
    ),
    "config-other-year": (
        "{path}, line {line}: {key} ({value}) is not of the plan's school year {year}.",
        "Write the days of that year or remove the key: then the usual terms and holidays hold.",
    ),
    "config-terms-order": (
        "{path}, line {line}: the term {value} begins before the one before it ends.",
        "Write the terms in their order: I, II, III, IV.",
    ),
    "config-one-heading": (
        "{path}, line {line}: the heading '{alias}' is given to {other} and to {key}.",
        "Leave it with one field: there is but one column with that heading.",
    ),
    "config-bad-span": (
        "{path}, line {line}: {key}: '{value}' is not a span of days.",
        "Write it like [2023-10-28, 2023-11-06], the start before the end.",
    ),
    "config-bad-day_off": (
        "{path}, line {line}: {key}: '{value}' is not a day off.",
        'Write it like {{ day = "04-27", name = "Republic Day" }}.',
    ),
    "config-bad-text": (
        "{path}, line {line}: {key} is a text, but {value} has no quotes.",
        'Put the value in quotes: "{value}".',
    ),
    "config-too-small": (
        "{path}, line {line}: {key} cannot be '{value}'.",
        "Enter a number of at least {bound}.",
    ),
    "config-too-large": (
        "{path}, line {line}: {key} cannot be '{value}'.",
        "Enter a number of at most {bound}.",
    ),
    "config-bad-all_tabs": (
        "{path}, line {line}: {key} = true means 'all tabs with the form of the plan', and single tabs are named beside it.",
        "Leave one of the two: all = true, or title (gid).",
    ),
    "config-bad-value": (
        "{path}, line {line}: {key} cannot be '{value}'.",
        "See the example and the comments in config/plan.toml.",
    ),
    "tab-not-found": (
        "The sheet has no tab {tab}.",
        "Its tabs: {titles}. Mend [tabs.events] or [tabs.schools] in plan.toml.",
    ),
    "no-tabs": (
        "The spreadsheet has no tab with cells.",
        "Check that it is the right one: a plan stands on an ordinary tab, not on one of a chart.",
    ),
    "tab-by-number": (
        "This copy of the sheet has no tab numbers, gid={gid} cannot be found.",
        "Put the tab's title into plan.toml: title. Its tabs: {titles}.",
    ),
    "registry-missing": (
        "There is no list of schools: {path}.",
        "Check the line schools in plan.toml, or put the file in its place.",
    ),
    "registry-unreadable": (
        "The list of schools {path} cannot be opened: {problem}.",
        "Close the file in other programs and check that it may be read.",
    ),
    "registry-not-text": (
        "{path} is no text: it seems that a workbook was called .csv.",
        "Open it in Excel and save it as 'CSV UTF-8'.",
    ),
    "registry-encoding": (
        "The encoding of the registry {path} cannot be told.",
        "Open it in Excel and save it as 'CSV UTF-8'.",
    ),
    "registry-quote": (
        "{path}, line {line}: a quote is not closed, and all schools below are read as a part of this line.",
        "Close the quote. Inside a name such a file has every quote twice.",
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
    "link-empty": (
        "Nothing says where the plan is.",
        "Name a link to the Google Sheet, its id, or a path to an .xlsx or .csv file.",
    ),
    "link-unknown": (
        "This does not look like a link: {link}.",
        "Open the sheet in a browser and copy the address bar.",
    ),
    "link-foreign": (
        "The link leads not to a Google Sheet but to {host}.",
        "Download the .xlsx file from there and give its path.",
    ),
    "link-published": (
        "This is the link of a published copy ({link}): it does not open the sheet itself.",
        "Open the sheet for editing and copy the address bar: it has /spreadsheets/d/ and no /e/.",
    ),
    "link-document": (
        "The link leads to a document or slides, not to a sheet: {link}.",
        "A link to a Google Sheet is needed: it has /spreadsheets/ in it.",
    ),
    "link-form": (
        "The link leads to a form, not to the sheet of its answers: {link}.",
        "In the form open 'Responses', then 'View in Sheets', and copy that address.",
    ),
    "link-folder": (
        "The link leads to a folder, not to a sheet: {link}.",
        "Open the plan's sheet in that folder and copy its address.",
    ),
    "link-no-id": (
        "There is no sheet in the link: {link}.",
        "Open the sheet itself in a browser and copy the whole address.",
    ),
    "link-broken-id": (
        "The sheet's id in the link is cut or damaged: {id}.",
        "Copy the sheet's address again, the whole of it.",
    ),
    "file-missing": (
        "No such file: {path}.",
        "Check the path; put it in quotes if it has spaces.",
    ),
    "file-missing-near": (
        "No such file: {path}.",
        "Similar ones are there: {candidates}.",
    ),
    "file-unreadable": (
        "The file {path} may not be opened.",
        "Close it in other programs and check that you may read it.",
    ),
    "file-unopened": (
        "The file {path} did not open: {reason}.",
        "Check the path and that its disk is there.",
    ),
    "file-is-folder": (
        "{path} is a folder, not a file.",
        "Name the .xlsx or .csv file in it.",
    ),
    "file-not-regular": (
        "{path} is not an ordinary file.",
        "Give a path to an .xlsx or .csv file.",
    ),
    "file-password": (
        "The workbook {path} is closed with a password.",
        "Open it in Excel, take the password off (File → Info → Protect Workbook) and save.",
    ),
    "file-xls": (
        "{path} is a workbook of the old format (.xls).",
        "Open it in Excel and save it as .xlsx.",
    ),
    "file-xlsb": (
        "{path} is a binary workbook (.xlsb).",
        "Open it in Excel and save it as .xlsx.",
    ),
    "file-ods": (
        "{path} is a LibreOffice sheet (.ods).",
        "Open it and save it as .xlsx.",
    ),
    "file-html": (
        "{path} is a web page, whatever its name ends with.",
        "Open it in Excel and save it as .xlsx.",
    ),
    "file-web-page": (
        "{path} is a web page, it seems for signing in or for looking at a sheet, not the sheet itself.",
        "Open the sheet in a browser and download it: File → Download → Microsoft Excel (.xlsx).",
    ),
    "file-binary": (
        "{path} is not a sheet.",
        "Name an .xlsx or .csv file.",
    ),
    "file-encoding": (
        "The encoding of {path} cannot be told.",
        "Open the file in Excel and save it as .xlsx or as 'CSV UTF-8'.",
    ),
    "file-quote": (
        "{path}, line {line}: a quote opens and never closes.",
        "Mend that line, or save the sheet as .xlsx.",
    ),
    "file-damaged": (
        "The file {path} is damaged ({reason}).",
        "Open it in Excel and save it anew, or take an earlier copy.",
    ),
    "file-bomb": (
        "The file {path} would unpack to many times its size: it does not look like a sheet.",
        "If it is your plan, open it in Excel and save it anew.",
    ),
    "file-changed": (
        "{path} changed while it was being read.",
        "Wait until it is saved, then run again.",
    ),
    "out-of-memory": (
        "There was not enough memory.",
        "Free some and run again; if the sheet is huge, delete spare tabs and rows.",
    ),
    "file-too-large": (
        "{path} holds more than a plan does.",
        "Delete spare tabs and rows and save it anew.",
    ),
    # Files.
    "write-no-folder": (
        "There is no folder {folder} to write {path} in.",
        "Create the folder or name another path.",
    ),
    "write-not-folder": (
        "{path} is a file, and a folder is needed.",
        "Name a folder that is there, or a new one.",
    ),
    "write-is-folder": (
        "{path} is a folder, and a file is needed.",
        "Add a file name to the path, such as plan.xlsx.",
    ),
    "write-nobody-reads": (
        "{path} cannot be written: nobody reads the pipe.",
        "Start whoever reads it first, or name a file.",
    ),
    "write-denied": (
        "{path} cannot be written: no permission, or another program has it open.",
        "Close the file in Excel, make it writable, or name another path.",
    ),
    "write-full": (
        "{path} cannot be written: the disk is full.",
        "Make room or name another disk; the earlier file is as it was.",
    ),
    "write-failed": (
        "{path} cannot be written: {reason}.",
        "Check the disk and the path; the earlier file is as it was.",
    ),
    "xlsx-too-large": (
        "The tab '{tab}' does not fit into .xlsx, which holds {rows} rows and {columns} columns at most.",
        "Export to .csv or .json; the earlier files stayed as they were.",
    ),
    "export-unknown": (
        "It is not clear what file is wanted: {path}.",
        "End its name with one of: {known} (a slash: a folder of tables for programs).",
    ),
    "access-no-service-account": (
        "Access by a service account was chosen, but there is no key.",
        "Put the path of the key (or the JSON itself) into TOCHKA_SERVICE_ACCOUNT.",
    ),
    "access-no-api-key": (
        "Access by an API key was chosen, but there is none.",
        "Put the key into TOCHKA_API_KEY.",
    ),
    "access-no-oauth": (
        "Access under your own name was chosen, but there is no OAuth client.",
        "Put the path of its file into TOCHKA_OAUTH_CLIENT.",
    ),
    "access-no-adc": (
        "There are no Google credentials on this machine.",
        "Name a file in GOOGLE_APPLICATION_CREDENTIALS or run gcloud auth application-default login.",
    ),
    "access-file-missing": (
        "There is no credentials file {path}.",
        "Check the path in {variable}.",
    ),
    "access-file-unreadable": (
        "The credentials file {path} does not open.",
        "Check that you may read it, and {variable}.",
    ),
    "access-file-broken": (
        "The credentials file {path} is damaged.",
        "Download it anew, the whole of it, and do not edit it.",
    ),
    "access-foreign-host": (
        "{path}: '{key}' leads not to Google but to {address}.",
        "Such a file could give your access away: do not use it, download the key anew in Google Cloud Console.",
    ),
    "access-file-incomplete": (
        "The key {path} lacks fields: {fields}.",
        "Download the service account's key (JSON) anew.",
    ),
    "access-key-broken": (
        "The private key in {path} is damaged.",
        "Download the service account's key anew; if you pasted it into a CI secret, paste the whole file.",
    ),
    "access-is-oauth-client": (
        "{path} is an OAuth client, not a service account's key.",
        "To log in as yourself name it in TOCHKA_OAUTH_CLIENT; for a service account create a JSON key.",
    ),
    "access-is-service-account": (
        "{path} is a service account's key, not an OAuth client.",
        "Name it in TOCHKA_SERVICE_ACCOUNT.",
    ),
    "access-wrong-file": (
        "{path} is a file of another kind ({kind}).",
        "Needed here: {expected}.",
    ),
    "access-login-needed": (
        "A first login to Google is needed, and there is no terminal here.",
        "Run tochka-sync doctor on a laptop, log in with the browser and bring over the file {path}.",
    ),
    "access-login-failed": (
        "The login to Google did not succeed ({reason}).",
        "Run again and allow reading sheets in the browser.",
    ),
    "access-not-a-key": (
        "TOCHKA_API_KEY holds no API key.",
        "A key is one line of Latin letters and digits, usually beginning with AIza.",
    ),
    "access-login-expired": (
        "The login to Google has expired or was revoked.",
        "Log in again: tochka-sync doctor on a laptop, or gcloud auth application-default login.",
    ),
    "access-clock": (
        "Google did not take the signature: the clock of this machine seems wrong.",
        "Set the time right (switch its synchronisation on) and run again.",
    ),
    "access-key-revoked": (
        "The key of the service account {account} is no longer valid.",
        "Create a new key in Google Cloud and put it in place of the old one.",
    ),
    "access-account-gone": (
        "The service account {account} is no longer there.",
        "Create a new one, download its key and share the sheet with it.",
    ),
    "access-impersonation": (
        "This job may not act as {account}.",
        "Give it the role Workload Identity User on that service account.",
    ),
    "access-refused": (
        "Google gave no access: {reason}.",
        "Check the credentials: tochka-sync doctor.",
    ),
    "google-not-shared": (
        "The sheet is not shared with {account}.",
        "In the sheet: Share, add {account} as a viewer.",
    ),
    "google-not-shared-key": (
        "The sheet is not open to everyone, and an API key reads only such sheets.",
        "Switch on 'Anyone with the link: viewer', or share the sheet with a service account.",
    ),
    "google-not-shared-login": (
        "The sheet is not shared with your Google account.",
        "Ask its owner to add you as a viewer, or log in with another account.",
    ),
    "google-not-public": (
        "The sheet is not open to those who have the link, or downloading it is forbidden.",
        "Under Share choose 'Anyone with the link: viewer', or set up a service account.",
    ),
    "google-no-sheet": (
        "There is no such sheet: {spreadsheet}.",
        "Check the link; the sheet may have been deleted or moved.",
    ),
    "google-not-a-sheet": (
        "The link leads to an Excel file, not to a Google Sheet.",
        "Open it in Google Sheets: File → Save as Google Sheets, and take the new link.",
    ),
    "google-api-off": (
        "The Google {api} API is not enabled in the Google Cloud project.",
        "Enable it: {url} and wait a couple of minutes.",
    ),
    "google-scopes": (
        "The login came without the right to read sheets.",
        "Log in anew with spreadsheets.readonly: gcloud auth application-default login --scopes=openid,https://www.googleapis.com/auth/cloud-platform,https://www.googleapis.com/auth/spreadsheets.readonly",
    ),
    "google-key-refused": (
        "Google did not take the API key: {reason}.",
        "Check TOCHKA_API_KEY and what the key is restricted to in Google Cloud.",
    ),
    "google-project-refused": (
        "Google refuses not the sheet but the project, or a rule forbids it ({codes}): {reason}.",
        "Look at the project in Google Cloud: whether it is switched off or closed by the organisation.",
    ),
    "google-unauthenticated": (
        "Google did not recognise these credentials.",
        "Check them: tochka-sync doctor.",
    ),
    "google-quota": (
        "Google asks to wait: there are too many requests.",
        "Run again in a few minutes.",
    ),
    "google-busy": (
        "Google does not answer properly just now (status {status}).",
        "Run again later; the sheet is untouched.",
    ),
    "google-refused": (
        "Google declined the request (status {status}): {reason}.",
        "If it happens again, tell the program's developers.",
    ),
    "google-other-sheet": (
        "The answer is about another sheet.",
        "Check whether a proxy or cache of your network replaces answers; try again later.",
    ),
    "google-blocked": (
        "Instead of the sheet came a page that refuses it (status 403): Google, or a filter of your network, denied access.",
        "Open the sheet in a browser on this machine. If it opens there, ask whoever runs the network about its filter.",
    ),
    "google-redirect": (
        "Instead of answering, Google sent elsewhere (status {status}).",
        "Check whether a proxy or filter of your network replaces pages.",
    ),
    "google-not-json": (
        "Instead of the sheet a page came ({kind}).",
        "Check whether a proxy or filter of your network replaces pages; run again later.",
    ),
    "google-not-a-workbook": (
        "Instead of the sheet something else came.",
        "Check that the sheet opens by its link without logging in, and run again later.",
    ),
    "google-partial": (
        "Google sent the sheet incomplete.",
        "Run again later: half a sheet is not checked.",
    ),
    "google-cut": (
        "Google's answer broke off.",
        "Check the connection and run again.",
    ),
    "google-timeout": (
        "Google did not answer in time.",
        "Check the connection and run again.",
    ),
    "google-no-network": (
        "Google's address cannot be found: there seems to be no network.",
        "Check the connection and run again.",
    ),
    "google-unreachable": (
        "Google cannot be reached.",
        "Check the connection, proxy and firewall and run again.",
    ),
    "google-proxy": (
        "Your network's proxy does not let through to Google.",
        "Check HTTPS_PROXY.",
    ),
    "google-tls": (
        "No secure connection: {reason}.",
        "If the network has a certificate of its own, name its file in REQUESTS_CA_BUNDLE; check this machine's date.",
    ),
    "google-token-down": (
        "Google gave no access this time: {reason}.",
        "Run again later.",
    ),
    "google-too-large": (
        "The sheet is too large to be read.",
        "Delete spare tabs and blank rows.",
    ),
    "google-changing": (
        "The sheet is being edited right now: it could not be read whole.",
        "Run again in a few minutes.",
    ),
    # The history and the guard.
    "history-none": (
        "There is no history at {path} yet.",
        "It begins with the first check: tochka-sync check. Another path: --history.",
    ),
    "history-empty": (
        "The history {path} holds no read of this plan.",
        "It begins with the first check: tochka-sync check.",
    ),
    "history-other-plan": (
        "In the history {path} another plan is kept under this name: {plan}.",
        "Give each its own (--history PATH, history.path or TOCHKA_HISTORY), or its configuration a name of its own: aldan.toml instead of plan.toml.",
    ),
    "history-busy": (
        "Another run of the program is writing the history {path}.",
        "Wait for it to end and run the command again.",
    ),
    "history-damaged": (
        "The history file {path} is damaged. The program leaves it alone.",
        "Bring it back from a copy, or rename it: the next check begins a new one. Without a history: --no-history.",
    ),
    "history-not-file": (
        "{path} is no ordinary file: a history cannot be kept in it.",
        "Name another path: --history.",
    ),
    "history-foreign": (
        "{path} is another program's file, not the history of a plan.",
        "Name another path: --history.",
    ),
    "history-newer": (
        "A newer version of the program wrote the history {path} (schema {version}, this one knows {known}).",
        "Update the program. To check without a history: --no-history.",
    ),
    "history-denied": (
        "The history {path} cannot be written: {reason}.",
        "Check the permissions of the file and its folder, or name another path: --history.",
    ),
    "history-full": ("The disk has no room for the history {path}.", "Make room and run it again."),
    "history-failed": (
        "The history {path} could not be written: {reason}.",
        "Run it again; if that repeats, name another path: --history.",
    ),
    "history-forgotten": (
        "The snapshot {read} is forgotten: the command purge removed it.",
        "Which snapshots there are: tochka-sync history.",
    ),
    "history-unknown-read": (
        "There is no snapshot '{value}'.",
        "Which snapshots there are: tochka-sync history. Name a number, a time or last.",
    ),
    "history-before": (
        "The sheet had not been read before {moment}.",
        "Which reads there were: tochka-sync history.",
    ),
    "history-restore-tabs": (
        "The plan stands on several tabs: {titles}, and a .csv holds one.",
        "Name an .xlsx file: all tabs go into it.",
    ),
    "history-restore-kind": (
        "A snapshot can be written as .xlsx or .csv only, not as {path}.",
        "Change the file's suffix.",
    ),
    "history-age": (
        "Not understood how old: '{value}'.",
        "Write how many hours or days (36h, 90d), or a date: 2023-09-01.",
    ),
    "guard-loss": (
        "The sheet lost {n} of {total} {total:entry|entries} ({percent} %): {events}. Nothing was exported, no report written.",
        "Open the sheet and bring back its earlier state (File, Version history), or look at it: {restore} --export plan.xlsx (read {read}). If it is right so, repeat the same command with --accept-loss.",
    ),
    "guard-loss-forgotten": (
        "The sheet lost {n} of {total} {total:entry|entries} ({percent} %): {events}. Nothing was exported, no report written.",
        "Open the sheet and bring back its earlier state (File, Version history); the snapshot of the read of {read} is forgotten. If it is right so, repeat the same command with --accept-loss.",
    ),
    "guard-aside": (
        "The plan lost {n} of {total} {total:entry|entries} ({percent} %): {events}. They are in the sheet, but their tabs are not read any more: {tabs}. Nothing was exported, no report written.",
        "If these tabs are part of the plan, put them back into the section [tabs.events] of plan.toml. If it is right so, repeat the same command with --accept-loss.",
    ),
    "guard-form": (
        "The sheet cannot be recognised any more: it has no header, and last time there {n:was|were} {n} {n:entry|entries}. Nothing was exported, no report written.",
        "Open the sheet and bring back its earlier state (File, Version history), or look at it: {restore} --export plan.xlsx (read {read}). If it is right so, repeat the same command with --accept-loss.",
    ),
    "guard-form-forgotten": (
        "The sheet cannot be recognised any more: it has no header, and last time there {n:was|were} {n} {n:entry|entries}. Nothing was exported, no report written.",
        "Open the sheet and bring back its earlier state (File, Version history); the snapshot of the read of {read} is forgotten. If it is right so, repeat the same command with --accept-loss.",
    ),
    "history-large-tab": (
        "The tab '{tab}' has more rows or columns than .xlsx may hold.",
        "Save the snapshot as .csv.",
    ),
    "history-long-cell": (
        "The cell in row {row}, column {column} is longer than .xlsx can hold.",
        "Write the snapshot as .csv.",
    ),
}
