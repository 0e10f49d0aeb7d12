"""One HTTP request -> the data of a spec."""

import pytest
from importing import imported, notes, sent

from snippetgen.data.jsontext import dumps
from snippetgen.errors import Refused, SpecError
from snippetgen.importers.body import Form, FromFile, Multipart, Part, Raw, form_pairs, json_data, multipart_parts
from snippetgen.importers.rawrequest import Answer, label
from snippetgen.request import Env, resolve

JSON, FORM = (("Content-Type", "application/json"),), (("Content-Type", "application/x-www-form-urlencoded"),)
HOSTILE = "a\"b'c\\d\n e\t#{x} $HOME `id` é 漢字 😀 \x85\u2028\u202e\ufeff: - ? | > %\r\n"


@pytest.mark.parametrize(("url", "expected"), [
    ("https://a.example", "https://a.example/"),
    ("HTTPS://a.example:8443/b", "https://a.example:8443/b"),
    ("http://[::1]:80/b", "http://[::1]:80/b"),
    ("http://a.example:/b", "http://a.example/b"),
    ("https://bücher.example/b", "https://xn--bcher-kva.example/b"),
    ("https://a.example/b/../c/./d/..", "https://a.example/c/"),
    ("https://a.example/../b/%2e%2E/c", "https://a.example/c"),
    ("https://a.example/b#c?d", "https://a.example/b"),
    ("https://a.example/{b}/c}{", "https://a.example/%7Bb%7D/c%7D%7B"),
    ("https://a.example/b c\\d%20e%2Ff;g", "https://a.example/b%20c%5Cd%20e%2Ff;g"),
    ("https://a.example/?a=1&a=2&b=3&a=4", "https://a.example/?a=1&a=2&b=3&a=4"),
    ("https://a.example/?a=b+c&d=%ff&e=%20é&f=&g=a=b", "https://a.example/?a=b+c&d=%ff&e=%20%C3%A9&f=&g=a%3Db"),
    ("https://a.example/?flag&a=1", "https://a.example/?flag&a=1"),
    ("https://a.example/?a=1&flag", "https://a.example/?a=1&flag"),
    ("https://a.example/?a+b=1&c=2", "https://a.example/?a+b=1&c=2"),
    ("https://a.example/?a[]=1&a[]=2&f[x]=3", "https://a.example/?a%5B%5D=1&a%5B%5D=2&f%5Bx%5D=3"),
    ("https://a.example/?&a=1", "https://a.example/?&a=1"),
    ("https://a.example/?&&a=1&", "https://a.example/?&&a=1&"),
    ("https://a.example/?", "https://a.example/"),
    ("https://a.example/?a={b}", "https://a.example/?a=%7Bb%7D"),
])
def test_address(url, expected):
    """An address is sent as it is written, without what no client sends."""
    assert expected == sent(imported(url=url))[1]


def test_query_params():
    """Pairs of the query are decoded parameters; neighbours of one name are one; what cannot be decoded is reserved."""
    assert [
        {"name": "a", "in": "query", "example": ["1", "é"]},
        {"name": "b", "in": "query", "allow_reserved": True, "example": "x+y"},
        {"name": "a", "in": "query", "example": "2"},
    ] == imported(url="https://a.example/?a=1&a=%C3%A9&b=x+y&a=2").data["params"]


def test_secret_before_flag():
    """A secret never stays in the address, even where it must move."""
    one = imported(url="https://api.acme.io/?api_key=k&flag&b=1")
    assert "https://api.acme.io/?flag&api_key=%3CACME_API_KEY%3E&b=1" == sent(one)[1]
    assert ["api_key: a secret: moved to the end of the query"] == notes(one)


@pytest.mark.parametrize("url", ["ftp://a.example/", "a.example/b", "https://", "", "data:text/plain,x", "https:///b"])
def test_no_address(url):
    """A text that is not an HTTP address is refused."""
    with pytest.raises(Refused):
        imported(url=url)


def test_no_host():
    """A host that is none is a mistake of the source."""
    with pytest.raises(SpecError) as caught:
        imported(url="https://a b/")
    assert "is not a host name" in str(caught.value)


def test_path_values():
    """Braces that the source calls a parameter are one; a value that clients would remove is none."""
    one = imported(url="https://a.example/{id}/{x}/{e}", path_values={"id": "a/b", "e": ""})
    assert "https://a.example/a%2Fb/%7Bx%7D/" == sent(one)[1]
    assert [{"name": "id", "in": "path", "example": "a/b"}] == one.data["params"]


def test_headers():
    """Headers stay in order; the client's own go, and those that nobody expects to go are named."""
    one = imported(url="https://a.example/", headers=(
        (":authority", "a.example"), ("Host", "a.example"), ("Connection", "keep-alive"), ("Content-Length", "5"),
        ("X-B", "1"), ("x-a", " 2 "), ("X-B", "3"), ("Accept-Encoding", "gzip"), ("TE", "trailers"), ("X-É", "1"),
        ("X-Text", "é"), ("X-Empty", ""), ("Content-Type", "text/html"),
    ))
    assert [("X-B", "1"), ("x-a", "2"), ("X-B", "3"), ("X-Empty", ""), ("Content-Type", "text/html")] == sent(one)[2]
    assert ["Accept-Encoding", "TE", "X-É", "X-Text"] == [note.place for note in one.notes]


def test_host_header():
    """A Host that is not the address's is named."""
    assert ['Host: "b.example" is left out: every client takes it from the address'] == notes(imported(headers=(("Host", "b.example"),)))


@pytest.mark.parametrize(("cookie", "params"), [
    ("a=1; b=x=y", [("a", "cookie", "1"), ("b", "cookie", "x=y")]),
    ("a=1;b=2", [("Cookie", "header", "a=1;b=2")]),
    ('a="x y"', [("Cookie", "header", 'a="x y"')]),
    ("flag; a=1", [("Cookie", "header", "flag; a=1")]),
    ("a=1; sid=9", [("a", "cookie", "1"), ("sid", "cookie", "$ACME_SID")]),
    ("a=1;sid=9", [("a", "cookie", "1"), ("sid", "cookie", "$ACME_SID")]),
    ('a="x y"; sid=9', [("Cookie", "header", "$ACME_COOKIE")]),
    ("a=é", []),
])
def test_cookies(cookie, params):
    """Cookies are parameters where these give the same header, else the header itself."""
    data = imported(headers=(("Cookie", cookie),)).data
    assert params == [(one["name"], one["in"], one.get("example", f"${one.get('env')}")) for one in data.get("params", ())]


def test_json_members():
    """The members of a JSON object are parameters, numbers as they are written."""
    one = imported("POST", headers=JSON, body=Raw('{"a": 1.50, "b.c": {"d": [null]}, "e": null, "f": -0, "": 1e5}'))
    assert "body" not in one.data
    assert '{"a": 1.50, "b.c": {"d": [null]}, "e": null, "f": -0, "": 1e5}' == dumps(sent(one)[3].data)


@pytest.mark.parametrize("text", ["[1, 2]", "{}", '"x"', "null", "12345678901234567890", "[]"])
def test_json_whole(text):
    """Any other JSON value is an example."""
    one = imported("POST", headers=JSON, body=Raw(text))
    assert ("json", json_data(text)[0]) == (sent(one)[3].kind, sent(one)[3].data)


@pytest.mark.parametrize("text", [
    '{"a": 1, "a": 2}', "{'a': 1}", '{"a": NaN}', '["\\ud800"]', "[" * 300 + "]" * 300, "", " x", '{"a": 1e99999999999999999999}',
])
def test_json_as_text(text):
    """A body that is declared as JSON, but cannot be stored as such, is sent as text, byte for byte."""
    one = imported("POST", headers=JSON, body=Raw(text))
    body = sent(one)[3]
    assert ("text", "application/json", text) == (body.kind, body.media_type, resolve(body.text, {}))


def test_json_media_type():
    """A media type that is not the usual one is kept as it is written."""
    one = imported("POST", headers=(("content-type", "application/json; charset=utf-8"),), body=Raw('{"a": 1}'))
    assert {"type": "json", "media_type": "application/json; charset=utf-8"} == one.data["body"]


def test_json_live_keys():
    """A live key anywhere in JSON is read from the environment, as is a password; one in a long text stays, with a note."""
    key = "sk-" + "x" * 24
    one = imported("POST", headers=JSON, body=Raw(f'{{"k": "{key}", "n": {{"list": ["{key}", 1], "p": "x {key}", "q": "a\\n{key}"}}, "password": "hidden"}}'))
    assert {
        "k": Env("ACME_K"), "n": {"list": [Env("ACME_LIST"), 1], "p": Env("ACME_P"), "q": f"a\n{key}"}, "password": Env("ACME_PASSWORD"),
    } == sent(one)[3].data
    assert ["n.q: sk-xxxx…"] == [note.place for note in one.notes]


@pytest.mark.parametrize(("data", "expected"), [
    ('{"client_secret": "a", "b": {"access_token": "c"}}', {"client_secret": Env("ACME_CLIENT_SECRET"), "b": {"access_token": Env("ACME_ACCESS_TOKEN")}}),
    ('{"users": [{"pass": "a"}, {"pass": "b"}]}', {"users": [{"pass": Env("ACME_PASS")}, {"pass": Env("ACME_PASS_2")}]}),
    ('{"pin": "1234", "cvv": "123", "otp": "123456"}', {"pin": Env("ACME_PIN"), "cvv": Env("ACME_CVV"), "otp": Env("ACME_OTP")}),
    ('{"url": "postgres://me:pw@db/x"}', {"url": Env("ACME_URL")}),
    ('{"pin": "top", "password": true, "next_token": "a", "token": ""}', {"pin": "top", "password": True, "next_token": "a", "token": ""}),
])
def test_json_members_named_like_secrets(data, expected):
    """A member whose name says that it is a secret is read from the environment, however deep it is."""
    assert expected == sent(imported("POST", headers=JSON, body=Raw(data)))[3].data


def test_json_number_named_like_a_secret():
    """A number cannot be read from the environment, which has only texts; a note names it."""
    one = imported("POST", headers=JSON, body=Raw('{"otp": 123456}'))
    assert {"otp": 123456} == sent(one)[3].data
    assert ["otp: may be a secret, and stays in the program, because it is a number"] == notes(one)


@pytest.mark.parametrize(("media_type", "text", "place"), [
    ("text/xml", "<a:Login><a:Password x='1'>hunter2</a:Password></a:Login>", "body: Password"),
    ("application/graphql", 'mutation { login(password: "hunter2") { id } }', "body: password"),
    ("text/plain", "-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----", "body: -----BE…"),
    ("text/plain", "at postgres://me:hunter2@db/x now", "body: postgres://…"),
    ("application/json", '{"password": "hunter2", "password": 2}', "body: password"),
])
def test_secrets_in_texts(media_type, text, place):
    """A secret that is a part of a text body stays, with a note that does not show it; the user may have no note."""
    headers = (("Content-Type", media_type),)
    one = imported("POST", headers=headers, body=Raw(text))
    assert [f"{place}: looks like a secret, and stays in the program: only a whole value can be read from the environment"] == notes(one)
    assert [] == notes(imported("POST", headers=headers, body=Raw(text), keep=True))


@pytest.mark.parametrize("text", ["<Token/>", "<PasswordPolicy>none</PasswordPolicy>", "query($password: String) { a(password: $password) { id } }", "password is required"])
def test_texts_without_secrets(text):
    """A text that only names a secret has no note."""
    assert [] == notes(imported("POST", headers=(("Content-Type", "text/plain"),), body=Raw(text)))


@pytest.mark.parametrize(("media_type", "text", "expected", "named"), [
    ("application/json", '{ "access_token" : "abc\\"d", "expires_in": 5, "user": {"pass": "x"}, "n": "v" }', '{ "access_token" : "...", "expires_in": 5, "user": {"pass": "..."}, "n": "v" }', "access_token, pass"),
    ("text/xml", "<r><Password>x</Password><a>1</a></r>", "<r><Password>...</Password><a>1</a></r>", "Password"),
    ("text/plain", f"key sk_live_{'a' * 24}.", "key ....", "what looks like a real key"),
])
def test_secrets_in_answers(media_type, text, expected, named):
    """A secret in a recorded answer is not shown, which one note says; the rest stays as it is written."""
    answers = (Answer(200, media_type, text),)
    one = imported(answers=answers)
    assert (expected, [f'response 200: secrets are shown as "..." ({named})']) == (one.data["responses"][0]["example"], notes(one))
    assert (text, []) == (imported(answers=answers, keep=True).data["responses"][0]["example"], notes(imported(answers=answers, keep=True)))


@pytest.mark.parametrize(("url", "template", "env"), [
    ("https://hooks.slack.com/services/T0AB/B0CD/xyz", "https://hooks.slack.com/services/T0AB/B0CD/{token}", "SLACK_TOKEN"),
    ("https://discord.com/api/v10/webhooks/123/abc-def?wait=true", "https://discord.com/api/v10/webhooks/123/{token}", "DISCORD_TOKEN"),
    ("https://api.telegram.org/bot12:ab_C/sendMessage", "https://api.telegram.org/bot{token}/sendMessage", "TELEGRAM_TOKEN"),
])
def test_keys_in_paths(url, template, env):
    """Addresses whose path is the key read it from the environment, unless the user keeps secrets."""
    one = imported(url=url)
    assert (template, {"name": "token", "in": "path", "env": env}) == (one.data["url"].partition("?")[0], one.data["params"][0])
    assert url == sent(imported(url=url, keep=True))[1]
    assert f"GET {template.partition('.com')[2] or template.partition('.org')[2]}".replace("{token}", "token") == label("GET", url)


def test_json_live_key_in_list():
    """A live key in JSON that is not an object is read from the environment, too."""
    one = imported("POST", headers=JSON, body=Raw('[{"k": "sk-' + "x" * 24 + '"}]'))
    assert [{"k": Env("ACME_K")}] == sent(one)[3].data


@pytest.mark.parametrize(("text", "expected"), [
    ("a=1&b=x+y%20z&a=%C3%A9", (("a", "1"), ("b", "x y z"), ("a", "é"))), ("a=John Doe", (("a", "John Doe"),)),
    ('p={"a":1}', (("p", '{"a":1}'),)), ("a[0]=1", (("a[0]", "1"),)), ("a=", (("a", ""),)), ("", ()),
    ("plain", None), ("a=1&", None), ("=x", None), ('{"a": "b=c"}', None), ('<a b="c"/>', None), ("a=%ff", None),
])
def test_form_pairs(text, expected):
    """A form is one only if encoding it again says the same."""
    assert expected == form_pairs(text)


def test_form():
    """Fields are parameters, in order, and secrets among them are read."""
    one = imported("POST", headers=FORM, body=Raw("a=1&a=2&b=&password=x&a=3"))
    assert [("a", ["1", "2"]), ("b", ""), ("password", None), ("a", "3")] == [(p["name"], p.get("example")) for p in one.data["params"]]
    assert "a=1&a=2&b=&password=%3CACME_PASSWORD%3E&a=3" == resolve(sent(one)[3].text, {"ACME_PASSWORD": "<ACME_PASSWORD>"})


def test_empty_form():
    """An empty form is sent as one."""
    body = sent(imported("POST", headers=FORM, body=Form(())))[3]
    assert ("text", "application/x-www-form-urlencoded", ()) == (body.kind, body.media_type, body.text)


def test_form_field_without_name():
    """A field without a name is named."""
    assert ['a field without a name, "x", is left out'] == notes(imported("POST", headers=FORM, body=Form((("", "x"), ("a", "b")))))


@pytest.mark.parametrize("text", [HOSTILE, "", "\n", " leading", "\ttab", "---\n", "a: b", "'", "null", "\0\x1b", "x" * 500])
def test_text(text):
    """A text is sent byte for byte, whatever it holds."""
    one = imported("POST", headers=(("Content-Type", "text/plain"),), body=Raw(text))
    assert text == resolve(sent(one)[3].text, {})


@pytest.mark.parametrize("key", ["example", "title", "summary"])
def test_hostile_words(key):
    """Titles and values hold anything."""
    fields = {"body": Form((("a", HOSTILE),)), "headers": FORM} if key == "example" else {key: HOSTILE}
    assert imported("POST", **fields).data["title"]


def test_bytes():
    """A body of other bytes than UTF-8 is refused, with what would be right."""
    with pytest.raises(Refused) as caught:
        imported("POST", body=Raw("\udcff"))
    assert "the body is not UTF-8 text (save its bytes in a file, and send the file)" == str(caught.value)


def test_half_surrogate():
    """Half a surrogate pair cannot be sent."""
    with pytest.raises(Refused):
        imported(url="https://a.example/\ud800")


def test_file():
    """A file is sent as it is."""
    body = sent(imported("PUT", headers=(("Content-Type", "image/png"),), body=FromFile("a.png")))[3]
    assert ("file", "a.png", "image/png") == (body.kind, body.path, body.media_type)


def test_multipart():
    """Parts keep their order, names, files and types; secrets among them are read."""
    one = imported("POST", headers=(("Content-Type", "multipart/form-data; boundary=x"),), body=Multipart((
        Part("a", "1"), Part("f", file="dir/a.png", media_type="image/png"), Part("a", "2", media_type="application/json"),
        Part("g", file="b", filename="c.txt"), Part("token", "x"),
    )))
    assert [
        ("a", "", "", ""), ("f", "dir/a.png", "a.png", "image/png"), ("a", "", "", "application/json"),
        ("g", "b", "c.txt", "application/octet-stream"), ("token", "", "", ""),
    ] == [(part.name, part.path, part.filename, part.media_type) for part in sent(one)[3].parts]
    assert ("ACME_TOKEN",) == tuple(param["env"] for param in one.data["params"] if "env" in param)


def test_multipart_text():
    """A multipart body that stands there as text is taken apart."""
    text = (
        '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n2\r\n--x\r\nContent-Disposition: form-data; name="f"; filename="f.txt"\r\n'
        "Content-Type: text/plain\r\n\r\ntext\r\n--x--\r\n"
    )
    assert (Part("a", "1\r\n2"), Part("f", file="f.txt", media_type="text/plain")) == multipart_parts(text, "multipart/form-data; boundary=x")


@pytest.mark.parametrize("text", ["", "x", "--x\r\n\r\n--x--", '--x\r\nX-Other: 1\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--', "--x--"])
def test_multipart_text_as_text(text):
    """A multipart body that cannot be parsed is sent as text."""
    one = imported("POST", headers=(("Content-Type", "multipart/form-data; boundary=x"),), body=Raw(text))
    assert ("text", text) == (sent(one)[3].kind, resolve(sent(one)[3].text, {}))


def test_basic():
    """User and password of the address, or beside it, are basic authentication."""
    expected = {"type": "basic", "user": "a", "password": {"env": "ACME_PASSWORD"}}
    assert expected == imported(url="https://a:b@api.acme.io/").data["auth"] == imported(url="https://api.acme.io/", basic=("a", "b")).data["auth"]


def test_digest():
    """User and password may be for digest authentication; what a spec cannot hold of them is read from the environment."""
    one = imported(basic=("a", "b"), is_digest=True, keep=True)
    assert {"type": "digest", "user": "a", "password": {"env": "ACME_PASSWORD"}} == one.data["auth"]
    assert ["auth: the password is read from the environment: a spec cannot contain that of digest authentication"] == notes(one)
    odd = imported(basic=("é:", "b"), is_digest=True)
    assert {"type": "digest", "user": {"env": "ACME_USER"}, "password": {"env": "ACME_PASSWORD"}} == odd.data["auth"]
    assert ['auth: "é:" is read from the environment: a user name of digest authentication is printable ASCII without ", : and \\'] == notes(odd)


def test_two_authorizations():
    """A request has one Authorization: a header comes before user and password."""
    one = imported(basic=("a", "b"), headers=(("Authorization", "Bearer x"), ("authorization", "y")))
    assert {"type": "bearer", "env": "ACME_API_KEY"} == one.data["auth"]
    assert ["authorization: a second Authorization header; left out, because a request has only one"] == notes(one)


def test_answers():
    """Example answers are kept as they are written, with a type that a spec can hold."""
    one = imported(answers=(
        Answer(200, "application/json", '{ "a":1 }'), Answer(404, "text/html; charset=nonsense", "é"), Answer(204, "text/plain", "x"),
        Answer(0, "text/plain", "x"), Answer(500, "junk", "k sk-" + "x" * 24),
    ))
    assert [
        {"status": 200, "example": '{ "a":1 }'}, {"status": 404, "media_type": "text/html", "example": "é"},
        {"status": 204, "media_type": "text/plain"}, {"status": 500, "media_type": "text/plain", "example": "k ..."},
    ] == one.data["responses"]


@pytest.mark.parametrize(("fields", "expected"), [
    ({"title": " A  pet\n"}, "A pet"), ({"url": "https://a.example/v1/chat?x=1", "method": "POST"}, "POST /v1/chat"), ({}, "GET /"),
])
def test_title(fields, expected):
    """A request is called what its source calls it, else by method and path."""
    assert expected == imported(**fields).data["title"]


def test_method():
    """A method that is none is refused."""
    with pytest.raises(Refused):
        imported("GE T")


def test_variables():
    """A variable of the source's shell is read from the environment if it is a whole value."""
    one = imported(url="https://a.example/$ID?q=$Q&r=x$Q", headers=(("X-A", "$A"),), variables={"$ID": "ID", "$Q": "Q", "$A": "A"})
    assert ("https://a.example/%3CID%3E?q=%3CQ%3E&r=x%24Q", [("X-A", "<A>")]) == sent(one)[1:3]
