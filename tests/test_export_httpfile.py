"""Exported .http files, read back by a reader made after the parser of VS Code's REST Client.

https://github.com/Huachao/vscode-restclient: src/utils/selector.ts and httpRequestParser.ts.
"""

import re
from urllib.parse import quote

import exchange
import pytest

from snippetgen.exporters import export
from snippetgen.request import basic_header

LINE_BREAKS = "an .http file cannot contain a body with U+000D or U+0000"
REPEATED = "REST Client joins the values of a repeated header into one header"
EMPTY_LINES = "empty lines at the beginning and the end of a body are not sent"
BASIC = "Authorization: Basic takes a user name and a password without spaces, neither empty"
REFUSED = {
    "basic-key": BASIC,
    "header-proto": 'the header "__proto__" would be read as a comment or as part of the address',
    "header-values": 'the header "X-$HOME-`touch`-%s-#1" would be read as a comment or as part of the address',
    "headers-repeated": REPEATED,
    "json-apostrophe": REPEATED,
    "method-lower-case": ".http files do not support the method put",
    "method-odd": ".http files do not support the method M'|`$&#%~^*!+-._9",
    "multipart": "the two clients send a line break within a part differently",
    "parts-typed": REPEATED,
    "purge": ".http files do not support the method PURGE",
    "secret-form": BASIC,
    "soap-xml": EMPTY_LINES,
    "text-latin1": "clients of .http files send a text in UTF-8, not in ISO-8859-1",
    "text-utf16": "clients of .http files send a text in UTF-8, not in UTF-16",
    "text-at": LINE_BREAKS,
    "text-nul": LINE_BREAKS,
    "xml": EMPTY_LINES,
}


def requests(text):
    """The lines of each request, without comments, and the variables."""
    found, variables = [[]], {}
    for line in re.split(r"\r?\n", text):
        variable = re.match(r"\s*@([^\s=]+)\s*=\s*(.*?)\s*$", line)
        if re.match(r"#{3,}", line):
            found.append([])
        elif variable:
            variables[variable[1]] = variable[2]
        elif not re.match(r"\s*(#|//)", line):
            found[-1].append(line)
    return [strip(lines) for lines in found if "".join(lines).strip()], variables


def strip(lines):
    while not lines[0].strip():
        lines = lines[1:]
    while not lines[-1].strip():
        lines = lines[:-1]
    return lines


def understood(text, request):
    (lines,), variables = requests(text)
    values = {name: exchange.environ(request)[name] for name in variables}
    encode = lambda secret: quote(secret, safe="")  # noqa: E731
    method, url = re.match(r"(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|TRACE)\s+(.*)", lines[0]).groups()
    blank = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
    headers = {}
    for line in lines[1:blank]:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = exchange.filled(value.strip(), values)
    if headers.get("authorization", "").startswith("Basic ") and len(headers["authorization"].split()) == 3:
        headers["authorization"] = basic_header(*headers["authorization"].split()[1:])
    if headers.get("authorization", "").startswith("Digest "):
        account = headers["authorization"].split()[1:]
        headers["authorization"] = exchange.digest_header(method, exchange.filled(url, values, encode), *account)
    is_form = "urlencoded" in headers.get("content-type", "")
    line_break = "\r\n" if "multipart" in headers.get("content-type", "") else "\n"
    pieces = []
    for line in lines[blank + 1 :]:
        file = re.match(r"<(?:@\w*)?\s+(.+?)\s*$", line)
        pieces.append(
            exchange.files(request)[file[1].removeprefix("./")]
            if file
            else exchange.filled(line, values, encode if is_form else str).encode()
        )
    return method, exchange.filled(url, values, encode), list(headers.items()), line_break.encode().join(pieces)


@pytest.mark.parametrize(("file", "stream"), exchange.CASES, ids=exchange.IDS)
def test_a_reader_finds_the_request(file, stream):
    """Every spec comes back as it was, or is refused for a known reason."""
    one = exchange.item(file, stream=stream)
    if file.stem in REFUSED:
        assert REFUSED[file.stem] == exchange.reason(one, "http")
        return
    assert [] == exchange.faults(one.request, *understood(exchange.exported(one, "http"), one.request))


def test_what_it_looks_like():
    """A file has variables first, then each request below its title."""
    assert exchange.exported(exchange.item(exchange.ROOT / "specs" / "upload.yaml"), "http") == """\
@PHOTOS_TOKEN = {{$processEnv PHOTOS_TOKEN}}

### Upload a photo
POST https://photos.example.org/albums/summer-2025/photos
Authorization: Bearer {{PHOTOS_TOKEN}}
Content-Type: multipart/form-data; boundary=boundary-430e4a2125f4b514

--boundary-430e4a2125f4b514
Content-Disposition: form-data; name="caption"

Sunset at the "Blue Lagoon"
--boundary-430e4a2125f4b514
Content-Disposition: form-data; name="visibility"

friends
--boundary-430e4a2125f4b514
Content-Disposition: form-data; name="photo"; filename="sunset.jpg"
Content-Type: image/jpeg

< ./sunset.jpg
--boundary-430e4a2125f4b514--
"""


def test_several_requests_stay_apart():
    """Several requests in one file are read as several."""
    items = [exchange.item(exchange.ROOT / "specs" / name) for name in ("search.yaml", "qwq-32b.yaml", "head.yaml")]
    found, variables = requests(export(items, "http").text)
    assert (["GET", "POST", "HEAD"], ["MKEAI_API_KEY"]) == ([lines[0].split()[0] for lines in found], list(variables))


def test_a_variable_that_must_be_encoded_is_named():
    """Neither client encodes a variable in a way that the other knows."""
    text = exchange.exported(exchange.item(exchange.ROOT / "tests" / "specs" / "secret-query.yaml"), "http")
    assert ["# MAPS_USER must be percent-encoded.", "# MAPS_SESSION must be percent-encoded.", "# MAPS_KEY must be percent-encoded."] == [
        line for line in text.splitlines() if line.startswith("# ")
    ]


@pytest.mark.parametrize("line", ["# a", "  // b", "### c", "< ./d", "<@ ./e", "@f = g", "```", "<> h", "HTTP/1.1 200 OK"])
def test_a_line_that_means_more_is_refused(line):
    """A line that the clients would not send as text, such as a comment or a file's name, is refused."""
    one = exchange.made(f"title: t\nmethod: POST\nurl: https://a.example.com\nbody:\n  type: text\n  example: |-\n    a\n    {line}\n    z")
    assert f'the line "{line.strip() if line[0] != " " else line}" of the body would not be read as text' == exchange.reason(one, "http")


def test_braces_in_json_are_escaped():
    """JSON can write a brace in another way, so it need not be refused."""
    one = exchange.made("title: t\nmethod: POST\nurl: https://a.example.com\nbody: {type: json, example: {'{{a}}': '{{{b'}}")
    assert [] == exchange.faults(one.request, *understood(exchange.exported(one, "http"), one.request))


@pytest.mark.parametrize("where", ["params: [{name: X-A, in: header, example: '{{a}}'}]", "body: {type: text, example: '{{a}}'}"])
def test_braces_elsewhere_are_refused(where):
    """Braces outside JSON are refused, because they would begin a variable."""
    one = exchange.made(f"title: t\nmethod: POST\nurl: https://a.example.com\n{where}")
    assert 'a text contains "{{", which begins a variable' == exchange.reason(one, "http")
