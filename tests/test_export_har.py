"""Exported HAR files, read back by a reader that knows no more than the format."""

import base64
import json
from urllib.parse import quote, unquote

import exchange
import pytest

from snippetgen.exporters import export
from snippetgen.http import charset

CHALLENGE = "a HAR file holds headers, and that of digest authentication depends on the server's challenge"
REFUSED = {
    "digest": CHALLENGE,
    "digest-json": CHALLENGE,
    "digest-redirects": CHALLENGE,
    "put-binary": "a HAR file contains the bytes of a body, not the name of a file",
    "file-body": "a HAR file contains the bytes of a body, not the name of a file",
    "multipart": 'HAR has only one name for a file, so "data.bin" cannot be sent as "{{ 7*7 }} <?php ?> é.bin"',
    "parts-typed": 'HAR has only one name for a file, so "a b;c,d.bin" cannot be sent as "other;name, x.bin"',
}


def understood(text, request):
    """Method, address, headers and body of the one entry, its variables filled in."""
    (entry,) = json.loads(text)["log"]["entries"]
    sent, values = entry["request"], exchange.environ(request)
    if request.basic:
        name = "_".join([*request.env[: sum(bool(one) and not hasattr(one[0], "text") for one in request.basic)], "BASE64"])
        credentials = exchange.filled("".join(_shown(one) for one in request.credentials), values)
        values = {**values, name: base64.b64encode(credentials.encode()).decode()}
    url = sent["url"].replace("%7B%7B", "{{").replace("%7D%7D", "}}")
    headers = [(one["name"], exchange.filled(one["value"], values)) for one in sent["headers"]]
    data = sent.get("postData", {})
    if "text" in data and "params" not in data:
        body = exchange.filled(data["text"], values).encode(charset(data["mimeType"]) or "utf-8")
    elif data.get("mimeType") == "multipart/form-data":
        headers.append(("Content-Type", f"multipart/form-data; boundary={exchange.BOUNDARY}"))
        body = exchange.multipart(
            (
                one["name"],
                one["fileName"].rpartition("/")[2] if "fileName" in one else None,
                one.get("contentType"),
                exchange.files(request)[one["fileName"]]
                if "fileName" in one
                else exchange.filled(one["value"], values).encode(),
            )
            for one in data["params"]
        )
    else:
        body = exchange.form((one["name"], exchange.filled(one["value"], values)) for one in data.get("params", ()))
    return sent["method"], exchange.filled(url, values, lambda text: quote(text, safe="")), headers, body


def _shown(token):
    return token.text if hasattr(token, "text") else f"{{{{{token.name}}}}}"


@pytest.mark.parametrize(("file", "stream"), exchange.CASES, ids=exchange.IDS)
def test_a_reader_finds_the_request(file, stream):
    """Every spec comes back as it was, or is refused for a known reason."""
    one = exchange.item(file, stream=stream)
    if file.stem in REFUSED:
        assert REFUSED[file.stem] == exchange.reason(one, "har")
        return
    assert [] == exchange.faults(one.request, *understood(exchange.exported(one, "har"), one.request))


@pytest.mark.parametrize(("file", "stream"), exchange.CASES, ids=exchange.IDS)
def test_the_query_and_a_form_are_told_twice(file, stream):
    """The field queryString holds the pairs of url, decoded; the text of a form holds its params, encoded."""
    text = exchange.exported(exchange.item(file, stream=stream), "har")
    for entry in json.loads(text)["log"]["entries"] if text else ():
        sent = entry["request"]
        query = sent["url"].partition("?")[2]
        pairs = [pair.partition("=") for pair in query.split("&")] if query else []
        assert [{"name": unquote(name), "value": unquote(value)} for name, _, value in pairs] == sent["queryString"]
        data = sent.get("postData", {})
        if "text" in data and "params" in data:
            pairs = [pair.partition("=") for pair in data["text"].split("&")] if data["text"] else []
            assert [{"name": unquote(name), "value": unquote(value)} for name, _, value in pairs] == data["params"]


def test_the_answer_is_the_example():
    """The response of an entry is the example, with its status, type and headers."""
    (entry,) = json.loads(exchange.exported(exchange.item(exchange.ROOT / "specs" / "search.yaml"), "har"))["log"]["entries"]
    answer = entry["response"]
    assert (200, "OK", "application/json", 2) == (
        answer["status"],
        answer["statusText"],
        answer["content"]["mimeType"],
        json.loads(answer["content"]["text"])["total"],
    )


def test_a_streamed_answer_is_its_events():
    """The response of a streaming endpoint has the events as they are sent."""
    text = exchange.exported(exchange.item(exchange.ROOT / "specs" / "qwq-32b.yaml", stream=True), "har")
    content = json.loads(text)["log"]["entries"][0]["response"]["content"]
    assert ("text/event-stream", "data: [DONE]\n\n") == (content["mimeType"], content["text"][-14:])


def test_basic_credentials_have_a_variable_of_their_own():
    """A HAR has no place that would encode two secrets into one, so the comment says what to set."""
    text = exchange.exported(exchange.item(exchange.ROOT / "specs" / "delete-basic.yaml"), "har")
    sent = json.loads(text)["log"]["entries"][0]["request"]
    assert ("Basic {{ADMIN_USER_ADMIN_PASSWORD_BASE64}}", True) == (
        sent["headers"][0]["value"],
        "the Base64 of {{ADMIN_USER}}:{{ADMIN_PASSWORD}}" in sent["comment"],
    )


@pytest.mark.parametrize("form", ["har", "postman", "http"])
def test_a_text_that_looks_like_the_secret_is_refused(form):
    """A text that looks like a secret's placeholder is refused, because a tool would replace it."""
    one = exchange.made(
        "title: t\nmethod: GET\nurl: https://a.example.com\nauth: {type: bearer, env: KEY}\n"
        "params: [{name: X-A, in: header, example: 'say {{ KEY }}'}]"
    )
    assert 'the text "{{ KEY }}" would be taken for a variable' == exchange.reason(one, form)


def test_several_requests_are_several_entries():
    """Several requests are several entries, in the order of the specs."""
    items = [exchange.item(exchange.ROOT / "specs" / name) for name in ("search.yaml", "head.yaml")]
    log = json.loads(export(items, "har", title="Two").text)["log"]
    assert ("1.2", "Two", ["GET", "HEAD"]) == (
        log["version"],
        log["comment"],
        [entry["request"]["method"] for entry in log["entries"]],
    )
