"""Command lines pasted from pages, editors, chats and terminals."""
# ruff: noqa: RUF001 - it is about such characters

import pytest
from importing import checked, notes

from snippetgen.importers import open_source
from snippetgen.importers.model import Options
from snippetgen.spec.recognise import as_request, is_curl

URL = "https://api.acme.io/a"
SPACES = "no-break and other wide spaces between words are read as spaces"
UNSEEN = "invisible characters between words (such as U+200B) are left out"
DOUBLE = "typographic quotes (“ ”) around words are read as straight quotes"
SINGLE = "typographic quotes (‘ ’) around words are read as straight quotes"
INNER = "body: typographic quotes or spaces in the JSON body are read as straight ones: the body is no JSON with them"
POST = {"method": "POST", "url": URL, "params": [("A", "b"), ("x", 1)]}


def read(text):
    source = open_source(text, "a", Options())
    entry, = source.entries
    found = checked(entry.read())
    params = [(one["name"], one.get("example")) for one in found.data.get("params", ())]
    return {"method": found.data["method"], "url": found.data["url"], "params": params}, [*map(str, source.notes), *notes(found)]


@pytest.mark.parametrize(("text", "told"), [
    (f"curl –X POST –H “A: b” –H ‘Content-Type: application/json’ –d '{{\"x\": 1}}' {URL}",
     [DOUBLE, SINGLE, "dashes before options are read as hyphens: –X as -X, –H as -H, –d as -d"]),
    (f"curl —request POST ––header 'A: b' –-json '{{\"x\": 1}}' -H Accept: {URL}",
     ["dashes before options are read as hyphens: —request as --request, ––header as --header, –-json as --json"]),
    (f"curl –XPOST –url {URL} –header=“A: b”".replace("–header=", "-H") + " −−json ‘{“x”: 1}’",
     [DOUBLE, SINGLE, "dashes before options are read as hyphens: –X as -X, –url as --url, −−json as --json", INNER]),
    (f"curl\u00a0-X\u2009POST\u3000-H\u00a0'A: b' --json '{{\"x\":\u00a01}}' {URL}", [SPACES, INNER]),
    (f"\u200b\ufeffcurl \u200b-X POST -H 'A: b' --json '{{\"x\": 1}}' {URL}\u200b", [UNSEEN]),
    (f"curl -X POST \\ \n  -H 'A: b' \\\u00a0\n --json '{{\"x\": 1}}' {URL} \\ \n",
     ["a backslash with blanks after it at a line's end is read as continuing the line",
      "the backslash at the end is left out: no line follows it"]),
    (f"curl -X POST -H 'A: b' {URL} \\\n --json '{{\"x\": 1}}' \\", ["the backslash at the end is left out: no line follows it"]),
    ('curl -X POST \\\u2028-H "A: b"' + f" --json “{{\\”x\\”: 1}}” {URL}",
     ["line separators between words are read as line breaks", DOUBLE]),
])  # fmt: skip
def test_typography(text, told):
    """Dashes, quotes, wide spaces and invisible characters of pages are read as what they were, and told."""
    found, said = read(text)
    found["params"] = [one for one in found["params"] if one[0] != "Accept"]
    assert (POST, told) == (found, said)


@pytest.mark.parametrize("value", ["x – y", "“a” ‘b’", "a\u00a0b", "\u200d", "–d", "it’s"])
def test_values_stay(value):
    """Typography in the author's own quotes is the author's, and stays without a note."""
    found, said = read(f"curl '{URL}' --json '{{\"A\": \"{value}\"}}' -H Accept: # don’t")
    assert ([("A", value)], []) == (found["params"], said)


def test_dash_as_value():
    """A dash where an option takes its value is the value."""
    found, said = read(f"curl {URL} -d –x -G")
    assert [] == said
    assert URL + "?–x" == found["url"]


PROMPTS = [
    "$ ", "> ", "% ", "❯ ", "➜ ", "PS C:\\Users\\me> ", "PS> ", "C:\\>", "C:\\Users\\me>", "user@host:~$ ", "[root@host ~]# ", "(venv) me@box:~/x$ ",
    "(venv) $ ", "bash-5.1$ ", "# a comment\n", "# curl with an empty body\n$ ", "sudo ", "time ", "TOKEN=x ", "export A=1\n", "  ", "\n\n", "\ufeff",
]  # fmt: skip


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("curl", ["curl", "curl.exe"])
def test_prompts(prompt, curl):
    """A prompt, a comment or an assignment before the command is no part of it, in a file and as an argument."""
    text = f"{prompt}{curl} -X POST -H 'A: b' -d x=1 {URL}"
    assert (True, text) == (is_curl(text), as_request(text))
    assert (POST | {"params": [("A", "b"), ("x", "1")]}, []) == read(text)


@pytest.mark.parametrize("text", [
    f"$ curl -X POST \\\n> -H 'A: b' \\\n> -d x=1 {URL}\n", f'C:\\>curl -X POST ^\nMore? -H "A: b" ^\nMore? -d x=1 {URL}',
    f'PS C:\\> curl.exe -X POST `\n>> -H "A: b" `\n>> -d x=1 {URL}', f"# curl -X POST -H 'A: b' -d x=1 {URL}",
])  # fmt: skip
def test_prompts_of_lines_that_go_on(text):
    """The prompt of a terminal before each line of a command is no part of it."""
    assert (POST | {"params": [("A", "b"), ("x", "1")]}, []) == read(text)


@pytest.mark.parametrize("word", ["curl", "curl.txt", "specs/curl", "my curl file.txt", "notes about curl", "#curl", "$curl x"])
def test_files(word):
    """A word that only speaks of curl names a file."""
    assert as_request(word) == ""
