"""English texts."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # What the program says beside its reports.
    "cli.error": "Error",
    "cli.next": "What to do",
    "cli.opened": "Read the sheet «{name}», access: {access}.",
    "cli.exported": "Written: {path}.",
    "cli.not-exported": "The form was not recognised, so this was not written: {path}. Earlier files are as they were.",
    "cli.interrupted": "Interrupted. Earlier files are as they were; run the command again.",
    "cli.bug": "The program itself failed: {kind} in {where}, version {version}. Earlier files are as they were.\n"
    "What to do: send this line to the developers; until it is mended the previous version helps.",
    # Help.
    "help": "Checks the plan of the «Точка роста» centres: who has not filed, who is late, which cell is wrong and what to type instead.",
    "help.check": "Check a plan: read it, judge it against the deadlines, show a report, write a clean file.",
    "help.check.sources": "A link to the sheet, its id or a path to .xlsx/.csv; or one or more plan.toml.",
    "help.demo": "The same on a plan shipped with the program: no network, no access to Google.",
    "help.explain": "Explain the code of a finding: what it means, why it matters, how to mend it.",
    "help.doctor": "Examine the set-up: what works, what does not and what to do next.",
    "help.init": "Make a configuration for a new plan from its sheet.",
    "help.schema": "Show a JSON Schema: report, export or config.",
    "help.help": "Show this help.",
    "help.option.sources": "A link, an id or a path to a file.",
    "help.option.source": "A link to the sheet, its id or a path to .xlsx/.csv.",
    "help.option.formats": "Kind of report: terminal, concise, json. Repeatable, the others to a file: json:report.json.",
    "help.option.exports": "Where to write the clean plan; kind by suffix: .csv, .xlsx, .json. Repeatable.",
    "help.option.fail_on": "From which severity on the exit code is 1.",
    "help.option.with_contacts": "Do not hide names, phones and e-mails.",
    "help.option.as_of": "Judge as if it were this time: 2023-06-02 or 2023-06-02T18:00.",
    "help.option.schools": "Show this school only (an id of the registry). Repeatable.",
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
}

FINDINGS: Mapping[str, tuple[str, str]] = {
    # code, or code.reason → (the sentence, what to do)
}

ERRORS: Mapping[str, tuple[str, str]] = {
    # code → (the sentence, the next step)
    # The command line.
    "cli-no-command": (
        "Nothing was asked for.",
        "Begin with tochka-sync demo; all commands: tochka-sync --help.",
    ),
    "cli-no-option": ("No such option: {option}.", "Near it: {near}. All options: --help."),
    "cli-missing": ("Missing: {what}", "See --help of this command."),
    "cli-usage": ("The command is not well formed: {what}", "See --help of this command."),
    "cli-language": ("There is no language «{value}».", "Give one of: {known}."),
    "cli-format": ("No such kind of report: «{value}».", "Near it: {near}. All: {known}."),
    "cli-one-stdout": (
        "Two reports cannot go to one screen.",
        "Keep one, send the other to a file: --format json:report.json.",
    ),
    "cli-one-source": (
        "Several sources were given: {sources}.",
        "Give one link or one file; only plan.toml may be several.",
    ),
    "cli-one-file": (
        "Several plans cannot write one file {path}.",
        "Put {{plan}} into its name: the plan's name takes its place.",
    ),
    "cli-no-source": (
        "Nobody said where the sheet is.",
        "Give a link after the command or write it in {path}: [source] spreadsheet.",
    ),
    "cli-unknown-school": (
        "The registry has no school «{school}».",
        "Near it: {near}. All ids are in schools.csv.",
    ),
    "cli-unknown-code": (
        "No such code of a finding: «{value}».",
        "Near it: {near}. All codes: tochka-sync explain.",
    ),
    "cli-as-of": ("«{value}» is not a time.", "Write it like 2023-06-02 or 2023-06-02T18:00."),
    # Configuration.
    "config-none": (
        "No configuration of a plan was found ({places}).",
        "Make one: tochka-sync init LINK; or give its path: --config.",
    ),
    "config-missing": (
        "There is no configuration file {path}.",
        "Check the path or make the file: tochka-sync init.",
    ),
    "config-unreadable": (
        "The configuration file {path} cannot be opened: {why}.",
        "Give a plan.toml that can be read.",
    ),
    "config-not-text": ("{path} is not text in UTF-8.", "Save the file as UTF-8."),
    "config-syntax": (
        "{path}, line {line}: this is not TOML.",
        "Most often a quote or a bracket is not closed; text is quoted, a date is 2023-06-02.",
    ),
    "config-key-missing": ("{path}: {key} is not set.", "Add this key."),
    "config-unknown-key": (
        "{path}, line {line}: unknown key {key}.",
        "Perhaps this was meant: {near}.",
    ),
    "config-unknown-choice": (
        "{path}, line {line}: {key} cannot be «{value}».",
        "Perhaps this was meant: {near}.",
    ),
    "config-unknown-school": (
        "{path}, line {line}: the registry has no school «{school}».",
        "Near it: {near}.",
    ),
    "config-bad-school_year": (
        "{path}, line {line}: «{value}» is not a school year.",
        'Write it like "2023-2024".',
    ),
    "config-bad-timezone": (
        "{path}, line {line}: there is no time zone «{value}».",
        'Write it like "Asia/Yakutsk" or "Europe/Moscow".',
    ),
    "config-bad-moment": (
        "{path}, line {line}: «{value}» is not a date.",
        "Write it like 2023-06-02 or 2023-06-02T18:00:00; the calendar must have such a day.",
    ),
    "config-bad-span": (
        "{path}, line {line}: «{value}» is not a span of days.",
        "Write it like [2023-10-28, 2023-11-06], the start before the end.",
    ),
    "config-bad-day_off": (
        "{path}, line {line}: «{value}» is not a day off.",
        'Write it like {{ day = "04-27", name = "Republic Day" }}.',
    ),
    "config-bad-value": (
        "{path}, line {line}: {key} cannot be «{value}».",
        "See the example and the comments in config/plan.toml.",
    ),
    "tab-not-found": (
        "The sheet has no tab {tab}.",
        "Its tabs: {titles}. Mend [tabs.events] or [tabs.schools] in plan.toml.",
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
        "In the form open «Responses», then «View in Sheets», and copy that address.",
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
    "file-binary": (
        "{path} is not a sheet.",
        "Name an .xlsx or .csv file.",
    ),
    "file-encoding": (
        "The encoding of {path} cannot be told.",
        "Open the file in Excel and save it as .xlsx or as «CSV UTF-8».",
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
    "file-too-large": (
        "{path} holds more than a plan does ({reason}).",
        "Delete spare tabs and rows and save it anew.",
    ),
}
