"""YAML text -> Endpoint, with all mistakes at once."""

from pathlib import Path

import pytest

from snippetgen import spec
from snippetgen.data.number import Number
from snippetgen.errors import SpecError

HERE = Path(__file__).parent
SHIPPED = sorted((HERE.parent / "specs").glob("*.yaml"))
HOSTILE = sorted((HERE / "specs").glob("*.yaml"))


def mistakes(text):
    with pytest.raises(SpecError) as caught:
        spec.loads(text, "a.yaml")
    return str(caught.value).splitlines()


def test_all_mistakes_at_once():
    """All mistakes of a file are told at once, each with its place and with what would be right."""
    assert [
        'a.yaml:1:1: "title" is missing (the title of the endpoint)',
        'a.yaml:1:1: titel: unknown key "titel" (did you mean "title"?)',
        'a.yaml:2:9: method: "P OST" is not a method such as POST',
        'a.yaml:3:6: url: "example.com/chat" is not an address such as https://api.example.com/v1',
        'a.yaml:4:14: auth.type: unknown value "barer" (did you mean "bearer"?)',
        'a.yaml:4:26: auth.env: "API-KEY" is not the name of an environment variable such as API_KEY',
        'a.yaml:6:19: params[0].in: unknown value "boddy" (did you mean "body"?)',
        'a.yaml:6:32: params[0].type: unknown value "strin" (did you mean "string"?)',
        'a.yaml:6:49: params[0].required: must be true or false, not the text "yes"',
        'a.yaml:7:5: params[1]: "name" is missing (its name; in a JSON body a path such as messages[].role)',
        'a.yaml:7:16: params[1].exmaple: unknown key "exmaple" (did you mean "example"?)',
        'a.yaml:8:14: body.type: unknown value "jsno" (did you mean "json"?)',
        'a.yaml:8:32: body.media_type: "json" is not a media type such as application/json',
        'a.yaml:9:22: responses[0].status: must be a whole number, not the text "ok"',
        "a.yaml:10:10: timeout: must be 1 or more",
    ] == mistakes("""\
titel: A chat
method: "P OST"
url: example.com/chat
auth: {type: barer, env: API-KEY}
params:
  - {name: a, in: boddy, type: strin, required: yes}
  - {in: body, exmaple: 1}
body: {type: jsno, media_type: json}
responses: [{status: ok}]
timeout: 0
""")


def test_all_contradictions_at_once():
    """Contradictions, too, are told all at once, each with its place."""
    assert [
        "a.yaml:3:6: url: a fragment (#…) is never sent (write %23 for a literal #)",
        "a.yaml:3:6: url: {id} has no parameter (add one with in: path and name: id)",
        'a.yaml:5:51: params[0].example: the text "5" is not of type integer (change the type, or quote the value)',
        'a.yaml:6:12: params[1].name: "messages[" is not a path at "[" (write it like choices[0].message.content)',
        "a.yaml:7:26: body.file: is for type: file, not for json",
        'a.yaml:9:9: result: "txt" is not in the example of responses[0]',
    ] == mistakes("""\
title: A chat
method: POST
url: https://api.example.com/chats/{id}#top
params:
  - {name: id, in: query, type: integer, example: "5"}
  - {name: "messages[", in: body, example: hi}
body: {type: json, file: a.bin}
responses: [{status: 200, example: {text: hi}}]
result: txt
""")


def test_whole_endpoint():
    """The endpoint has everything that the author wrote."""
    endpoint = spec.loads("""\
title: {en: Chat, zh: 聊天}
summary: Talks.
notes: [one, {en: two}]
method: POST
servers: {default: https://api.example.com/v1/, eu: https://eu.example.com}
path: /chat
auth: {type: apikey, in: query, name: key, env: KEY}
params:
  - {name: a, in: body, type: number, example: 1.50, required: true, description: {en: A, zh: 甲}}
  - {name: b, in: query, required: true, enum: [x, y]}
  - {name: c, in: query, required: true, default: 5, type: integer, enum: [1, 5]}
  - {name: d, in: query, default: 5, type: integer}
  - {name: e, in: header, env: E}
examples: {other: {set: {a: 2}}}
responses:
  - {status: 400, example: no}
  - {status: 201, example: {text: [1.0]}}
result: text[0]
stream: {set: {a: 3}, delta: t, done: "[DONE]", example: [{t: 1.0}, '{"t":2}']}
timeout: 5
""", "a.yaml", "chat")
    first, second, third, fourth, fifth = endpoint.params
    stream = endpoint.stream
    assert (
        "chat", {"en": "Chat", "zh": "聊天"}, "POST",
        {"default": "https://api.example.com/v1", "eu": "https://eu.example.com"}, "/chat", 5,
        ({"": "one"}, {"en": "two"}), (spec.Auth("apikey", "KEY", "query", "key"),), {"other": {"a": 2}}, 201,
        '{"text": [1.0]}', "no", "text[0]", {"a": 3}, "t", "[DONE]", ('{"t": 1.0}', '{"t":2}'),
        (Number("1.50"), "1.50", {"en": "A", "zh": "甲"}), "x", 5, (None, False), ("E", True),
    ) == (
        endpoint.name, endpoint.title, endpoint.method, endpoint.servers, endpoint.path, endpoint.timeout,
        endpoint.notes, endpoint.auth, endpoint.examples, endpoint.answer.status, endpoint.answer.example,
        endpoint.responses[0].example, endpoint.result, stream.set, stream.delta, stream.done, stream.example,
        (first.example, first.example.text, first.description),
        second.example, third.example, (fourth.example, fourth.has_value), (fifth.env, fifth.has_value),
    )


def test_servers_with_titles():
    """A server is an address, or an address with a title for readers; a credential may say where users get it."""
    text = "title: a\nmethod: GET\nservers: {one: 'https://a.example/', two: {url: 'https://b.example/v1', title: {en: Two, zh: 二}}}\npath: /x\n"
    one = spec.loads(text + "auth: {type: bearer, env: KEY, url: https://a.example/keys}\n")
    assert ({"one": "https://a.example", "two": "https://b.example/v1"}, {"two": {"en": "Two", "zh": "二"}}, "https://a.example/keys") == (
        one.servers, one.server_titles, one.auth[0].url,
    )
    with pytest.raises(SpecError) as caught:
        spec.loads(text.replace("b.example/v1", "b.example/v1?a=b"), "a.yaml")
    assert "a.yaml:3:" in str(caught.value), str(caught.value)
    assert "servers.two.url: a base address cannot have a query" in str(caught.value)


def test_short_form():
    """The short form is split into base and path; the defaults are few."""
    endpoint = spec.loads("{title: a, method: GET, url: 'https://a.example:8080/b/c?d=e', auth: {type: none}}")
    assert (
        {"default": "https://a.example:8080"}, "/b/c?d=e", (), None, 30, 200,
    ) == (endpoint.servers, endpoint.path, endpoint.auth, endpoint.body, endpoint.timeout, endpoint.answer.status)


@pytest.mark.parametrize(("words", "locale", "text"), [
    ({"en": "a", "zh": "b"}, "zh", "b"), ({"en": "a", "zh": "b"}, "zh-TW", "b"), ({"en": "a", "zh": "b"}, "de", "a"),
    ({"": "a"}, "zh", "a"), ({"zh": "b"}, "en", "b"), ({}, "en", ""),
])
def test_locale(words, locale, text):
    """A text comes in the locale, its language, English, or what there is."""
    assert text == spec.Words(words).text(locale)


def test_answer_is_the_first_good_one():
    """The answer to expect is the first below 400."""
    endpoint = spec.loads("{title: a, method: GET, url: 'https://a.example', responses: [{status: 500}, {status: 302}]}")
    assert 302 == endpoint.answer.status


def test_expected_result():
    """The value that a program prints stands in the example answer."""
    endpoint = spec.loads("""\
title: a
method: GET
url: https://a.example
responses: [{status: 200, example: '{"a": [{"b": "x"}]}'}]
result: a[0].b
""")
    assert "x" == spec.expected_result(endpoint)


@pytest.mark.parametrize(("data", "expected"), [
    (b"title: a\nsummary: \xff\n", "{file}:2:1: not UTF-8 text (save the file as UTF-8)"),
    (None, "{file}: cannot be read: No such file or directory"),
])
def test_unreadable(tmp_path, data, expected):
    """A file that cannot be read is one clear message."""
    file = tmp_path / "a.yaml"
    if data:
        file.write_bytes(data)
    with pytest.raises(SpecError) as caught:
        spec.load(file)
    assert expected.format(file=file) == str(caught.value)


def test_byte_order_mark(tmp_path):
    """A byte order mark is no mistake."""
    file = tmp_path / "my spec.yaml"
    file.write_bytes(b"\xef\xbb\xbftitle: a\nmethod: GET\nurl: https://a.example\n")
    assert "my spec" == spec.load(file).name


@pytest.mark.parametrize("key", [
    "sk-" "abcdefghij0123456789", "ghp_" "abcdefghij0123456789ab", "AKIA" "ABCDEFGHIJKLMNOP", "xoxb-" "123456789012",
    "sk_live_" "abcdefghij012345", "rk_live_" "abcdefghij012345", "whsec_" "abcdefghij0123456789abcd", "glpat-" "abcdefghij0123456789", "gho_" "abcdefghij0123456789ab",
    "github_pat_" "abcdefghij0123456789ab_cd", "SG." "abcdefghij012345678901.abcdefghij012345678901", "hf_" "abcdefghijklmnopqrstuvwxyzabcdefgh", "npm_" "abcdefghij0123456789abcdefghij012345",
    "shpat_" "0123456789abcdef0123456789abcdef", "ya29." "a0AbcdefghijKLMNOP_-123", "dop_v1_" + "0123456789abcdef" * 4,
    "hooks.slack.com" "/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX", "discord.com" "/api/webhooks/123456789012345678/" + "aB3-" * 17, "bot123456" ":ABC-DEF1234ghIkl-zyx57W2v1u123ew11",
    "AIza" "SyA-abcdefghij0123456789_abcdefghi", "eyJhbGciOiJIUzI1NiJ9" ".eyJzdWIiOiIxMjM0In0.abcdefghijk",
])
def test_live_keys_are_suspected(key):
    """A text that looks like a live key is reported with its place, but not in full."""
    assert [
        f'a.yaml:2:10: "{key[:7]}…" looks like a real key (write env: NAME instead)',
    ] == [str(one) for one in spec.suspicions(f"title: a\nexample: {key}\n", "a.yaml")]


@pytest.mark.parametrize("text", [
    "task-management-for-everyone", "sk-short", "sk_live_short", "npm_config_registry", "hf_hub_download", "SG.ab.cd", "ya29.x", "glpat-x", "whsec_x", "shpat_xyz", "bot:hello", "https://discord.com/api/webhooks",
])
def test_ordinary_words_are_not_suspected(text):
    """A text that only begins like a key is none."""
    assert [] == spec.suspicions(f"title: {text}\n", "a.yaml")


@pytest.mark.parametrize(("text", "expected"), [
    ("responses:\n- example: |\n    {KEY}", "(it is in an example answer: put … in the place of its end; if it ever worked, revoke it)"),
    ("stream:\n  example: [{KEY}]", "(it is in an example answer: put … in the place of its end; if it ever worked, revoke it)"),
    ("responses:\n- status: 200\nparams:\n- example: {KEY}", "(write env: NAME instead)"),
])
def test_live_key_in_an_answer(text, expected):
    """A key in an example answer cannot be read from the environment, so that the advice is another one."""
    (found,) = spec.suspicions(text.replace("{KEY}", "AKIA" "ABCDEFGHIJKLMNOP"), "a.yaml")
    assert f'"AKIAABC…" looks like a real key {expected}' == found.text


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_shipped_spec(file):
    """A shipped spec loads, has no live key, says what it is about, and names its schema for editors."""
    text = file.read_text("utf-8")
    endpoint = spec.load(file)
    assert (
        "# yaml-language-server: $schema=spec.schema.json", [], True, True,
    ) == (text.partition("\n")[0], spec.suspicions(text, ""), bool(endpoint.summary), bool(endpoint.responses))


def test_shipped_specs_show_one_kind_each():
    """Every kind of body, of key and of place is shown by a shipped spec."""
    endpoints = [spec.load(file) for file in SHIPPED]
    bodies = {one.body.type for one in endpoints if one.body}
    auths = {(key.type, key.place if key.type == "apikey" else "") for one in endpoints for key in one.auth}
    places = {param.place for one in endpoints for param in one.params}
    locales = sorted(one.name for one in endpoints if "zh" in one.title)
    assert (
        {"form", "multipart", "text", "file"},
        {("bearer", ""), ("basic", ""), ("apikey", "header"), ("apikey", "cookie")},
        {"path", "query", "header", "cookie", "body"},
        ["login-form", "qwq-32b", "search", "upload"],
    ) == (bodies, auths, places, locales)


@pytest.mark.parametrize("file", HOSTILE, ids=lambda file: file.stem)
def test_hostile_spec(file):
    """Every hostile spec is a good spec."""
    assert file.stem == spec.load(file).name


def test_a_wrong_shape_hides_no_wrong_meaning():
    """A key that is not known and an example of the wrong type are reported together, and nothing is guessed at."""
    text = """\
title: Chat
methd: POST
method: POST
url: https://api.example.com/../chat/{room}
params:
  - {name: model, in: body, required: true}
  - {name: room, in: pth, example: a}
  - {name: seed, in: body, type: integer, example: "seven"}
"""
    with pytest.raises(SpecError) as caught:
        spec.loads(text, "chat.yaml")
    assert [(one.line, one.path) for one in caught.value.mistakes] == [
        (2, "methd"),
        (4, "url"),
        (6, "params[0]"),
        (7, "params[1].in"),
        (8, "params[2].example"),
    ]
