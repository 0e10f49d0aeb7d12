"""Variables of Postman collections that hold secrets: read from the environment wherever they are used, never shown."""

from pathlib import Path

import pytest
from importing import notes, sent
from test_import_postman import URL, only, post, variables

from snippetgen.importers import open_source
from snippetgen.importers.postman.variables import DRAWN, NOT_SET
from snippetgen.request import Env, resolve

VALUE = "zq81-plain"
TYPED = [{"key": "hid", "value": VALUE, "type": "secret"}]
JSON = ("Content-Type", "application/json")


def words(one):
    """All that an import shows of a request."""
    return "\n".join([one.text(), *notes(one)])


@pytest.mark.parametrize(("known", "env"), [
    (TYPED, "HID"),
    ([{"key": "hid", "value": "", "type": "secret"}], "HID"),
    (variables(api_token=VALUE), "API_TOKEN"),
    (variables(password=VALUE), "PASSWORD"),
    (variables(clientSecret=VALUE), "CLIENT_SECRET"),
    (variables(v="ghp_" + "a1" * 18), "V"),
    ([], "SESSION_TOKEN"),
])
def test_a_secret_is_one_everywhere(known, env):
    """A variable is a secret by its type, its name or the form of its value, in places that have other names, too."""
    name = known[0]["key"] if known else "session_token"
    mark = f"{{{{{name}}}}}"
    one = post(
        {"mode": "raw", "raw": f'{{"a": "{mark}", "b": [{{"c": "{mark}"}}]}}'}, ("X-Thing", mark), ("Cookie", f"theme={mark}"), JSON, variable=known,
    )
    assert {"a": Env(env), "b": [{"c": Env(env)}]} == sent(one)[3].data
    assert [("Cookie", f"theme=<{env}>"), ("X-Thing", f"<{env}>")] == sorted(pair for pair in sent(one)[2] if pair[0] != "Content-Type")
    in_url = only({"url": f"{URL}/{mark}/x{mark}?q={mark}"}, variable=known)
    assert f"{URL}/%3C{env}%3E/x%3C{env}%3E?q=%3C{env}%3E" == sent(in_url)[1]
    for body in ({"mode": "urlencoded", "urlencoded": variables(a=mark)}, {"mode": "formdata", "formdata": variables(a=mark)}):
        form = post(body, variable=known)
        assert [env] == [param["env"] for param in form.data["params"]]
    assert not any(VALUE in words(found) or (known and known[0]["value"] and known[0]["value"] in words(found)) for found in (one, in_url, form))


def test_keep():
    """A user may keep the values; a secret without one is read from the environment all the same."""
    one = only({"url": f"{URL}?q={{{{hid}}}}&r={{{{my_token}}}}"}, keep=True, variable=TYPED)
    assert f"{URL}?q={VALUE}&r=%3CMY_TOKEN%3E" == sent(one)[1]


WHOLE = "as a whole: put all of it there, because no value is a mixture of text and variables"


@pytest.mark.parametrize(("request_", "env", "place"), [
    ({"url": f"{URL}?q=a{{{{hid}}}}b"}, "ACME_Q", "q"),
    ({"url": URL, "header": [{"key": "X-A", "value": "a{{hid}}b"}]}, "ACME_A", "X-A"),
    ({"url": URL, "header": [{"key": "Cookie", "value": "c=a{{hid}}b"}]}, "ACME_C", "c"),
    ({"url": URL, "method": "POST", "body": {"mode": "urlencoded", "urlencoded": variables(f="a{{hid}}b")}}, "ACME_F", "f"),
    ({"url": URL, "method": "POST", "body": {"mode": "raw", "raw": '{"j": "a{{hid}}b"}', "options": {"raw": {"language": "json"}}}}, "ACME_J", "j"),
    ({"url": {"raw": f"{URL}/:p", "variable": variables(p="a{{hid}}b")}}, "ACME_P", "p"),
])
def test_a_part_of_a_value(request_, env, place):
    """A value that a secret is a part of is read from the environment as a whole, with a note."""
    one = only(request_, variable=TYPED)
    assert [f'{place}: "a{{{{hid}}}}b" is read from {env} {WHOLE}'] == notes(one)
    assert env in one.text()
    assert VALUE not in words(one)


def test_the_end_of_a_header():
    """A secret at the end of a header is read alone, after the text before it."""
    one = only({"url": URL, "header": [{"key": "X-A", "value": "Key id=5, {{hid}}"}]}, variable=TYPED)
    assert ([("X-A", "Key id=5, <HID>")], []) == (sent(one)[2], notes(one))


@pytest.mark.parametrize(("body", "expected"), [
    ({"mode": "raw", "raw": "<a>{{hid}}</a>", "options": {"raw": {"language": "xml"}}}, "<a>YOUR_HID</a>"),
    ({"mode": "raw", "raw": '{"a": "x\\n{{hid}}"}'}, '{"a": "x\\nYOUR_HID"}'),
    ({"mode": "raw", "raw": '{"{{hid}}": 1, "{{hid}}": 2}'}, '{"YOUR_HID": 1, "YOUR_HID": 2}'),
])
def test_a_part_of_a_text(body, expected):
    """Where nothing can be read from the environment, a placeholder is sent, with a note."""
    one = post(body, variable=TYPED)
    assert expected == resolve(sent(one)[3].text, {})
    assert ["body: {{hid}} is a secret that cannot be read from the environment here: a placeholder (YOUR_…) is sent"] == notes(one)


def test_a_part_of_a_long_json_text():
    """A query in GraphQL with a secret in it keeps its text, with a placeholder."""
    one = post({"mode": "graphql", "graphql": {"query": "{\n a(key: {{hid}})\n}"}}, variable=TYPED)
    assert {"query": "{\n a(key: YOUR_HID)\n}"} == sent(one)[3].data
    assert ["query: {{hid}} is a secret that cannot be read from the environment here: a placeholder (YOUR_…) is sent"] == notes(one)


def test_a_secret_outside_of_json_strings():
    """A secret that stands in JSON without quotes is sent as a text, with a note."""
    one = post({"mode": "raw", "raw": '{"a": {{hid}}}'}, JSON, variable=TYPED)
    assert ({"a": Env("HID")}, ["{{hid}}: is sent as a text in quotes, because it is read from the environment"]) == (sent(one)[3].data, notes(one))


def test_a_secret_within_a_variable():
    """A variable that contains a secret shows only its own text."""
    one = only({"url": URL, "header": [{"key": "X-A", "value": "{{both}}"}]}, variable=[*TYPED, *variables(both="Acme {{hid}}")])
    assert [("X-A", "Acme <HID>")] == sent(one)[2]


def test_an_address_that_is_a_secret():
    """A secret address stands in the program, which a note says; of a webhook, only the key is read."""
    one = only({"url": "{{base}}/a"}, variable=[{"key": "base", "value": "https://api.acme.io", "type": "secret"}])
    assert ("https://api.acme.io/a", ["{{base}}: is a secret in Postman; its address stands in the program"]) == (sent(one)[1], notes(one))
    hook = only({"url": "{{hook}}"}, variable=variables(hook="https://hooks.slack.com/services/T1/B2/xyz"))
    assert "https://hooks.slack.com/services/T1/B2/%3CSLACK_TOKEN%3E" == sent(hook)[1]


@pytest.mark.parametrize(("raw", "expected"), [
    ('{"mem": {{mem}}}', {"mem": "YOUR_MEM"}), ('{"mem": "{{mem}}"}', {"mem": "YOUR_MEM"}), ('{"mem": {{loop}}}', {"mem": "YOUR_LOOP"}), ('{"mem": {{$nope}}}', {"mem": "YOUR_NOPE"}),
])
def test_a_variable_without_a_value(raw, expected):
    """A variable without a value is a placeholder, in quotes where JSON needs them, with a note that names it."""
    one = post({"mode": "raw", "raw": raw}, JSON, variable=variables(loop="{{loop}}", mem=""))
    name = raw[raw.index("{{"): raw.index("}}") + 2]
    assert (expected, [f"{name}: {NOT_SET}"]) == (sent(one)[3].data, notes(one))


def test_dynamic_variables():
    """A dynamic variable has a value of its kind, always the same, with a note that Postman makes new ones."""
    one = post({"mode": "raw", "raw": '{"n": {{$randomInt}}, "s": "{{$randomEmail}}", "b": {{$randomBoolean}}}'}, JSON)
    assert {"n": 42, "s": "ada@example.com", "b": True} == sent(one)[3].data
    assert [f"{{{{${name}}}}}: {DRAWN}" for name in ("randomInt", "randomEmail", "randomBoolean")] == notes(one)


@pytest.mark.parametrize("method", ["post", "PaTcH", "report"])
def test_method_in_capitals(method):
    """Every method is sent in capitals, as Postman does, with a note."""
    one = only({"method": method, "url": URL})
    assert (method.upper(), [f'method: "{method}" is sent as "{method.upper()}": Postman sends every method in capitals']) == (sent(one)[0], notes(one))


def test_comments():
    """Comments in JSON are left out where Postman does so, with a note; elsewhere they are sent."""
    text = '{"a": "//b", /* c */ "d": 1} // e'
    one = post({"mode": "raw", "raw": text, "options": {"raw": {"language": "json"}}})
    assert ({"a": "//b", "d": 1}, ["body: the comments in the JSON are left out, as Postman does before it sends"]) == (sent(one)[3].data, notes(one))
    assert text == resolve(sent(post({"mode": "raw", "raw": text}))[3].text, {})


def test_scripts_and_settings():
    """Scripts and settings that a program does not have are named; those that change nothing are not."""
    event = [{"listen": "prerequest", "script": {"exec": ["a()"]}}, {"listen": "test", "script": {"exec": "b()"}}]
    one = only({"url": URL}, event=event, item={"protocolProfileBehavior": {"strictSSL": False, "disableCookies": True, "maxRedirects": 3, "disabledSystemHeaders": {}}})
    left = "left out: it is a setting of Postman, not of the request"
    assert [
        "pre-request script: is not run: what it sets or changes is missing in the program", "test script: is not run: the program prints the answer and checks only its status",
        f"protocolProfileBehavior.strictSSL: {left}", f"protocolProfileBehavior.maxRedirects: {left}",
    ] == notes(one)
    assert [] == notes(only({"url": URL}, event=[{"listen": "test", "script": {"exec": [""]}}], item={"protocolProfileBehavior": {"strictSSL": True}}))


@pytest.mark.parametrize(("url", "expected", "note"), [
    ("https://api.acme.io:{{port}}/a", "https://api.acme.io/a", "{{port}}: is not set: the usual port is used (change it with --server)"),
    ("{{protocol}}://api.acme.io/a", "https://api.acme.io/a", "{{protocol}}: is not set: https is used"),
])
def test_unknown_parts_of_a_server(url, expected, note):
    """A part of the server that is not known is left to what is usual, with a note."""
    one = only({"url": url})
    assert (expected, [note]) == (sent(one)[1], notes(one))


def test_two_values_of_one_name_in_a_path():
    """A path variable and a variable of one name keep their values."""
    one = only({"url": {"raw": f"{URL}/{{{{id}}}}/:id", "variable": variables(id="2")}}, variable=variables(id="1"))
    assert f"{URL}/1/2" == sent(one)[1]


def test_a_header_takes_no_part_beside_auth():
    """A header in whose place auth sends its own is named."""
    one = only({"url": URL, "header": [{"key": "authorization", "value": "x"}], "auth": {"type": "bearer", "bearer": {"token": "{{t}}"}}})
    assert ["authorization: left out: Postman sends the credentials of the request's auth in its place"] == notes(one)


def test_a_token_that_postman_makes():
    """A JWT, which Postman makes, is read from the environment."""
    one = only({"url": URL, "auth": {"type": "jwt", "jwt": variables(secret="s", algorithm="HS256")}})
    assert ([("Authorization", "Bearer <JWT>")], ["auth: jwt: Postman makes a token for each request; the program reads one that is made"]) == (sent(one)[2], notes(one))


def test_vault():
    """A secret of Postman's vault is read from the environment."""
    one = only({"url": f"{URL}?q={{{{vault:my-key}}}}", "header": [{"key": "X-A", "value": "{{vault:my-key}}"}]})
    assert (f"{URL}?q=%3CMY_KEY%3E", [("X-A", "<MY_KEY>")]) == sent(one)[1:3]


@pytest.mark.parametrize(("known", "expected"), [
    ({"authz": "Bearer {{tok}}"}, {"type": "bearer", "env": "TOK"}),
    ({"authz": "Bearer zq81"}, {"type": "bearer", "env": "ACME_API_KEY"}),
    ({"authz": "Basic dTpw"}, {"type": "basic", "user": "u", "password": {"env": "ACME_PASSWORD"}}),
    ({"authz": "zq81"}, {"type": "apikey", "in": "header", "name": "Authorization", "env": "AUTHZ"}),
])
def test_a_scheme_within_a_variable(known, expected):
    """A variable that holds a scheme and a key is the authentication that it says."""
    assert expected == only({"url": URL, "header": [{"key": "Authorization", "value": "{{authz}}"}]}, variable=variables(**known)).data["auth"]


def test_a_token_that_postman_asks_for():
    """A token that Postman would ask a server for is read from the environment, with a note."""
    one = only({"url": URL, "auth": {"type": "oauth2", "oauth2": variables(accessTokenUrl="https://a.example/t", clientSecret="zq81")}})
    assert ([("Authorization", "Bearer <ACCESS_TOKEN>")], ["auth: oauth2: Postman asks for a token by itself; the program reads one that it is given"]) == (sent(one)[2], notes(one))


HARD = Path(__file__).parent / "imports" / "postman-hard" / "collection.json"


def test_no_secret_stands_in_a_spec():
    """Whatever a variable's secret is called, and wherever it is used, no spec and no note has it; none is refused."""
    found = [one.read() for one in open_source(HARD.read_text("utf-8"), str(HARD)).entries]
    assert [] == [one.name for one in found if "SEC" in one.text() + "".join(map(str, one.notes))]


@pytest.mark.parametrize(("name", "note"), [
    ("h2", "{{$guid}}: is sent as a text in quotes, without which the body would be no JSON"),
    ("h3", "{{my/var}}: is sent as it stands: it is no name of a variable"),
    ("h5", 'g: "\\\\\\\\srv\\\\share\\\\2.txt" is sent as "//srv/share/2.txt": paths are written with slashes here'),
    ("h9", "url: the user name and password in the address are left out: the request has others"),
    ("h14", "body: {{hid}} is the whole body, which is not read from the environment: a placeholder (YOUR_…) is sent"),
])
def test_what_is_changed_is_named(name, note):
    """What Postman would send and a program does not is named."""
    (entry,) = [one for one in open_source(HARD.read_text("utf-8"), str(HARD)).entries if one.labels[0] == name]
    assert note in map(str, entry.read().notes)
