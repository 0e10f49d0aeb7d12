"""Shell text -> commands and words."""

import re
import subprocess

import pytest
from needs import need

from snippetgen.errors import SpecError
from snippetgen.importers.curl.shellwords import bash_commands
from snippetgen.importers.curl.windowswords import cmd_commands, is_cmd, is_powershell, powershell_commands

BASH = [
    "a 'b c' \"d e\" f\\ g", "a'b'\"c\"d", "'' \"\"", "a \\\n  b", "\"a\\\nb\" 'c\\\nd'", '"a\\"b\\\\c\\d\\$e\\`f"', "'a\"b' \"c'd\"",
    "$'a\\nb\\t\\'\\\"\\\\\\x41\\101\\u00e9\\U0001F600\\e\\q\\cA'", '$"a"', "a#b # c", "a=1 'b=2'", "a{b}", "~x", "a!b",
    '"é 漢字 😀"', "--data='{\"a\": 1}'", "a\tb", '"$" a$ "$ "', "'%20' 100%", "-H'X: y'", "\\'a\\\"",
]


@pytest.mark.parametrize("text", BASH)
def test_equals_bash(text):
    """Words are those that bash makes."""
    need("bash")
    run = subprocess.run(["bash", "-c", "printf '%s\\0' x " + text], capture_output=True, timeout=20, check=True, env={"LC_ALL": "C.UTF-8"})
    command, = bash_commands("x " + text, "a.sh")
    assert run.stdout.decode().split("\0")[:-1] == [word.text for word in command.words]


@pytest.mark.parametrize(("text", "word", "live"), [
    ("$A", "$A", ("$A",)), ("'$A'", "$A", ()), ('"x $A ${B:-c} $1"', "x $A ${B:-c} $1", ("$A", "${B:-c}", "$1")), ("\\$A", "$A", ()),
    ("$(cat 'a)' \"b\" $(c))d", "$(cat 'a)' \"b\" $(c))d", ("$(cat 'a)' \"b\" $(c))",)), ("`a b`", "`a b`", ("`a b`",)), ('"\\$A"', "$A", ()),
])
def test_live(text, word, live):
    """Variables and commands that the shell would replace stay as they are written, and are listed."""
    command, = bash_commands(text, "a.sh")
    assert (word, live) == command.words[0][0::3]


@pytest.mark.parametrize(("text", "expected"), [
    ("a b | c; d && e\nf || g &", [(["a", "b"], "|"), (["c"], ";"), (["d"], "&&"), (["e"], "\n"), (["f"], "||"), (["g"], "&")]),
    ("# a comment\n\na # more\n", [(["a"], "\n")]),
    ("a\r\nb", [(["a"], "\n"), (["b"], "")]),
    ("(a)", [(["a"], ")")]),
])
def test_commands(text, expected):
    """Operators and line breaks end a command."""
    assert expected == [([word.text for word in one.words], one.end) for one in bash_commands(text, "a.sh")]


@pytest.mark.parametrize(("text", "stdin", "file", "redirects"), [
    ("a <<EOF\nx\ny\nEOF\nb", "x\ny\n", "", []), ("a <<-'E F' > out 2>&1\n\tx\n\tE F\n", "x\n", "", ["> out", "2>& 1"]),
    ('a <<< "x y"', "x y\n", "", []), ("a < in.txt", None, "in.txt", []), ("a &> /dev/null", None, "", ["&> /dev/null"]),
])
def test_redirections(text, stdin, file, redirects):
    """The redirections of a command are read."""
    command = bash_commands(text, "a.sh")[0]
    assert (["a"], stdin, file, redirects) == ([word.text for word in command.words], command.stdin, command.stdin_file, command.redirects)


@pytest.mark.parametrize(("text", "expected"), [
    ("a 'b", "a.sh:1:3: the quote ' is not closed"), ('a\n "b', 'a.sh:2:2: the quote " is not closed'), ("$'a", "a.sh:1:1: the quote $' is not closed"),
    ("$(a", "a.sh:1:1: the bracket $( is not closed"), ("`a", "a.sh:1:1: the backquote ` is not closed"),
    ("a <<E\nb", "a.sh:2:1: the here-document E does not end"), ("a <<E", "a.sh:1:6: the here-document E does not end"),
])
def test_not_closed(text, expected):
    """A quote or here-document that is not closed is reported with its place."""
    with pytest.raises(SpecError) as caught:
        bash_commands(text, "a.sh")
    assert expected == str(caught.value)


@pytest.mark.parametrize(("text", "expected"), [
    ('curl ^"https://a.example/?b=1^&c=2^" ^\r\n  -H ^"x: ^%^20y^"', [["curl", "https://a.example/?b=1&c=2", "-H", "x: %20y"]]),
    ('curl --data-raw ^"^{^\\^"a^\\^":^\\^"b c^\\^"^}^"', [["curl", "--data-raw", '{"a":"b c"}']]),
    ('curl "a ""b"" c" ^\n "d^e" f\\\\"g"', [["curl", 'a "b" c', "d^e", "f\\g"]]),
    ('curl ^"a^\n\nb^"', [["curl", "a\nb"]]),
    ("curl a & curl b", [["curl", "a"], ["curl", "b"]]),
    ('curl -d "{\\"a\\": \\"b\\\\\\"\\"}"', [["curl", "-d", '{"a": "b\\""}']]),
])
def test_cmd(text, expected):
    """Carets of cmd.exe, then quotes and backslashes as a C program of Windows reads them."""
    assert expected == [[word.text for word in one.words] for one in cmd_commands(text, "a.bat")]


SAFE = r"[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]"


def chrome(text, *, old):
    """A word of "Copy as cURL (cmd)" as Chrome's escapeStringWin writes it; the old one puts no caret before its quotes."""
    text = re.sub(SAFE, r"^\g<0>", text.replace("\\", "\\\\").replace('"', '\\"'))
    text = re.sub(r"\r?\n", "^\n\n", re.sub(r"%(?=[a-zA-Z0-9_])", "%^", text))
    quote = '"' if old and "\n" not in text else '^"'
    return f"{quote}{text}{quote}"


WORDS = [
    "https://a.example/x?b=1&c=%20d%2Ce|f", '{"a": "b c", "d": "50% off", "e": "C:\\\\x\\"", "f": [1, 2], "g": "x&y<z>^"}', "X: 100%",
    'sec-ch-ua: "Chromium";v="116", "Not)A;Brand";v="24"', '{\n  "a": "é 汉",\n\n  "b": "it\'s"\n}', "C:\\dir\\", "a^b", "%PATH% $HOME `x` !y! #z @w", '"', "",
]


@pytest.mark.parametrize("old", [False, True])
@pytest.mark.parametrize("lines", [" ^\n  ", " "])
def test_cmd_of_browsers(old, lines):
    """Each word that Chrome and Edge quote for cmd.exe comes out as they meant it, in either generation's way."""
    for word in WORDS:
        text = lines.join(["curl", chrome("https://a.example/", old=old), "-d " + chrome(word, old=old), "--compressed"])
        if "^" in text:
            assert is_cmd(text)
            assert [["curl", "https://a.example/", "-d", word, "--compressed"]] == [[one.text for one in each.words] for each in cmd_commands(text, "a.bat")]


def test_cmd_words_of_people():
    """Carets within the quotes of a command that no browser wrote are text, as cmd.exe takes them."""
    command, = cmd_commands('curl ^\n -d "q=^abc" -d "^[a-z]+$" -d "a""b^c"', "a.bat")
    assert ["curl", "-d", "q=^abc", "-d", "^[a-z]+$", "-d", 'a"b^c'] == [one.text for one in command.words]


def test_cmd_variables():
    """Variables of cmd.exe are live."""
    assert ("%TOKEN%",) == cmd_commands('curl -H "X: %TOKEN%"', "a.bat")[0].words[2].live


@pytest.mark.parametrize(("text", "expected"), [
    ("curl.exe `\n  -H 'a: ''b''' `\n  -d \"c `\"d`\" `$e `n\"", [["curl.exe", "-H", "a: 'b'", "-d", 'c "d" $e \n']]),
    ("curl a # b\ncurl c | d", [["curl", "a"], ["curl", "c"], ["d"]]),
])
def test_powershell(text, expected):
    """Quotes and backquotes of PowerShell."""
    assert expected == [[word.text for word in one.words] for one in powershell_commands(text, "a.ps1")]


@pytest.mark.parametrize(("function", "text"), [(cmd_commands, 'a ^"b'), (powershell_commands, "a 'b"), (powershell_commands, 'a "b')])
def test_not_closed_windows(function, text):
    """A quote that is not closed is told."""
    with pytest.raises(SpecError) as caught:
        function(text, "a.bat")
    assert "is not closed" in str(caught.value)


@pytest.mark.parametrize(("text", "cmd", "powershell"), [
    ("curl a \\\n b", False, False), ("curl a ^\n b", True, False), ('curl ^"a^"', True, False), ("curl a `\n b", False, True), ("curl 'a^b'", False, False), ('curl "a?b^&c"', True, False), ('curl -d "^{^\\^"a^\\^":1^}"', True, False), ('curl "a?b^&c" -d "x&y"', False, False),
    ("curl -d 'a ^\"b ^\n c `\n' $'it\\'s `\n'", False, False), ("curl -d 'a'\"'\"'b^\nc'", False, False), ('curl -d "a `\n"', False, False), ('curl \\\n -d " ^"', False, False),
])
def test_dialect(text, cmd, powershell):
    """Carets and backquotes tell whose shell it is."""
    assert (cmd, powershell) == (is_cmd(text), is_powershell(text))


@pytest.mark.parametrize(("text", "expected", "live"), [
    ("\"$(cat <<'EOF'\n{\"a\": \"it's $B \\\\\"}\n\nEOF\n)\"", '{"a": "it\'s $B \\\\"}', ()),
    ('"$(cat <<EOF\n{"a": "it\'s $B", "c": "\\$D", "e": "$(f "g")"}\nEOF\n)"', '{"a": "it\'s $B", "c": "$D", "e": "$(f "g")"}', ("$B", '$(f "g")')),
    ("'x'$(cat <<-E\n\ta\n\tb\n\tE\n)y", "xa\nby", ()), ('"$(cat <<E\nE\n)"', "", ()),
])  # fmt: skip
def test_here_document_as_value(text, expected, live):
    """A here-document that cat prints is the text of the word, with what the shell would replace in it."""
    command, = bash_commands("x " + text, "a.sh")
    assert (expected, live) == command.words[1][0::3]


def test_here_document_live():
    """A here-document whose word is not quoted has variables, commands and escapes, as in bash."""
    command = bash_commands("a <<EOF\n$A \\$B `c` \\d \\\\ 'e'\nEOF\n", "a.sh")[0]
    assert ("$A $B `c` \\d \\ 'e'\n", ("$A", "`c`")) == (command.stdin, command.stdin_live)


def test_process():
    """A process whose output is a file's is one word, and live."""
    command, = bash_commands("a -d @<(b 'c') d", "a.sh")
    assert ["a", "-d", "@<(b 'c')", "d"] == [word.text for word in command.words]
    assert ("<(b 'c')",) == command.words[2].live
