"""`snippetgen serve` in a real browser: programs that follow every edit, requests that are sent, and answers full of markup."""

import base64
import http.server
import json
import re
from pathlib import Path

import pytest
import sitepages
from sitepages import MARKUP, Reader, barriers, console, state, until

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
SVG = "<svg xmlns='http://www.w3.org/2000/svg' onload='window.__owned=1'><script>window.__owned=1</script></svg>"


class Api(http.server.BaseHTTPRequestHandler):
    """An API that answers with what it was sent, or with what a browser must not run."""

    protocol_version = "HTTP/1.1"

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = self.path.partition("?")[0]
        if path == "/moved":
            self.tell(302, b"", "text/plain", Location="/pets/new")
        elif path in ("/page", "/things"):
            self.tell(200, "".join(MARKUP).encode(), "text/html")
        elif path == "/svg":
            self.tell(200, SVG.encode(), "image/svg+xml")
        elif path == "/png":
            self.tell(200, PNG, "image/png")
        elif path == "/json":
            self.tell(200, json.dumps(dict.fromkeys(MARKUP, MARKUP)).encode(), "application/json")
        elif path == "/header":
            self.tell(200, b"x", "text/plain", **{"X-Text": MARKUP[0]})
        else:
            told = {"name": body.decode("latin-1"), "age": path, "headers": dict(self.headers)}
            self.tell(200, json.dumps(told).encode(), "application/json")

    def tell(self, status, body, media_type, **headers):
        self.send_response(status)
        for name, value in ({"Content-Type": media_type, "Content-Length": len(body)} | headers).items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = answer  # noqa: N815 - names of the library

    def log_message(self, *_):
        """Nothing is written to the output of tests."""


class Served:
    """A directory that is served, the mock of qwq-32b, and another API."""

    def __init__(self, address, specs, mock, api):
        self.address, self.specs, self.mock, self.api = address, specs, mock, api


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    tmp = tmp_path_factory.mktemp("serve")
    qwq = str(sitepages.ROOT / "specs" / "qwq-32b.yaml")
    with sitepages.listening(Api) as api, sitepages.running(tmp, "mock", qwq, "--port", "0", "--pace", "0.7") as mock:
        specs = sitepages.write_specs(tmp / "specs", [("pets", api), ("hostile", api)])
        moved = {"title": "Moved", "method": "GET", "servers": {"default": api}, "path": "/moved", "redirects": "follow", "responses": [{"status": 200, "example": {"age": "x"}}]}
        (specs / "moved.yaml").write_text(json.dumps(moved), "utf-8")
        with sitepages.running(tmp, "serve", str(specs), "--port", "0", "--allow", mock, "--allow", api) as address:
            yield Served(address, specs, mock, api)


@pytest.fixture
def reader(chromium, served):
    """Makes a reader of the directory, and looks at the end what they met."""
    made = []

    def reader_with(**options):
        made.append(Reader(chromium, served.address, **options))
        return made[-1]

    yield reader_with
    for one in made:
        one.close()


def program(page, *parts):
    """The program, once it has these parts."""
    for part in parts:
        until(page, "part => document.querySelector('.live code')?.textContent.includes(part)", part)
    return page.locator(".live code").text_content()


def label(page, name):
    return console(page).get_by_label(name, exact=True)


def told(page):
    """What the server says of the form, beside the program."""
    until(page, "document.querySelector('.live > .fault').textContent")
    return page.locator(".live > .fault").text_content()


def pressed(page, name):
    console(page).get_by_role("button", name=name, exact=True).click()


def sent(page, wanted=""):
    """The status of the answer, once it is complete or has failed."""
    pressed(page, "发送" if "/zh/" in page.url else "Send")
    page.locator(".answer .status", has_text=re.compile(wanted or ".")).wait_for()
    until(page, "document.querySelector('#console-form .buttons button:disabled')")
    return page.locator(".answer .status").text_content().split(" · ")[0]


def opened(reader, served, path="qwq-32b.html", **options):
    """The page of the chat endpoint, with the mock as its server and a key."""
    page = reader(**options).open(path)
    console(page).locator("input[list=console-bases]").fill(f"{served.mock}/v1")
    label(page, "MKEAI_API_KEY").fill("sesame-key")
    return page


class TestProgram:
    @pytest.mark.parametrize(("target", "part"), [("python/requests", "import requests"), ("java/java.net.http", "HttpClient"), ("shell/curl", "curl")])
    def test_every_edit(self, reader, target, part):
        """The program follows the form, in the language that is chosen, and that is remembered."""
        one = reader()
        page = one.open("qwq-32b.html")
        console(page).get_by_label("Language").select_option(target)
        label(page, "model").fill("other-汉")
        first = program(page, part, "other-汉")
        label(page, "Path").fill("/other/path")
        pressed(page, "Add: Headers")
        page.keyboard.type("X-More")
        label(page, "X-More").fill("more")
        second = program(page, "/other/path", "X-More", "other-汉")
        again = program(one.open("qwq-32b.html"), part)
        assert (False, True, False) == ("X-More" in first, "MKEAI_API_KEY" in second, "X-More" in again)

    def test_streamed(self, reader):
        """A streamed request gives a program that prints as it arrives."""
        page = reader().open("zh/qwq-32b.html")
        whole = program(page, "requests")
        console(page).locator(".request > .check input").check()
        assert "iter_lines" in program(page, "stream=True")
        assert "iter_lines" not in whole

    def test_refused(self, reader):
        """What is wrong in the form is said by the name of its parameter, and what cannot be sent with its reason."""
        one = reader()
        one.expected = ("400",)
        page = one.open("pets.html")
        program(page, "requests")
        said = []
        for name, value, right in (("limit", "ten", "1"), ("Method", "no method", "GET"), ("Method", "CONNECT", "GET")):
            label(page, name).fill(value)
            said.append(told(page))
            label(page, name).fill(right)
            until(page, "!document.querySelector('.live > .fault').textContent")
        assert [
            'the request: limit: the text "ten" is not of type integer (change the type, or quote the value)',
            "the request: method: must be a method such as POST",
            "the request: method: CONNECT opens a tunnel through a proxy; it is not a request to an endpoint",
        ] == said

    def test_another_path(self, reader):
        """A path has the parameters that are named in it."""
        one = reader()
        one.expected = ("400",)  # until it has a value
        page = one.open("pets.html")
        label(page, "Path").fill("/owners/{owner}")
        label(page, "owner").fill("ada")
        text = program(page, "/owners/ada")
        label(page, "Path").fill("/pets/{kind}")
        assert (False, [("Send: kind", True), ("kind", "dogs")]) == ("dogs" in text, [one for one in state(page) if one[0] in ("Send: kind", "kind", "owner")])

    def test_refused_by_a_language(self, reader):
        """What one language cannot do is said with the reason; the program of before is marked as old."""
        page = reader().open("head.html")
        program(page, "requests")
        label(page, "Method").fill("GET")
        console(page).get_by_label("Kind", exact=True).select_option("text")
        console(page).get_by_label("Text", exact=True).fill("x")
        console(page).get_by_label("Language").select_option("node/fetch")
        assert ("true", True) == (told(page) and page.locator(".live .code").get_attribute("data-old"), "fetch" in told(page))

    def test_copy_and_download(self, reader):
        """Copying and downloading give the program to the last byte, with its name."""
        page = reader(permissions=["clipboard-read", "clipboard-write"], accept_downloads=True).open("pets.html")
        text = program(page, "requests")
        pressed(page, "Copy")
        until(page, "document.getElementById('said').textContent === 'Copied'")
        with page.expect_download() as loading:
            pressed(page, "Download")
        file = Path(loading.value.path()).read_text("utf-8")
        assert (text + "\n", text + "\n", "pets.py") == (page.evaluate("navigator.clipboard.readText()"), file, loading.value.suggested_filename)

    def test_import(self, reader, served):
        """A pasted curl command fills the form; what it does not say is not sent."""
        page = reader().open("pets.html")
        page.get_by_text("Import a curl command").click()
        label(page, "curl command").fill(f"curl -X PATCH '{served.api}/cats?q=%E6%B1%89' -H 'X-More: 1' -H 'Content-Type: application/json' -d '{{\"a\": 1.50}}'")
        pressed(page, "Import")
        text = program(page, "/cats", "1.5", "X-More")
        found = dict(state(page))
        assert ("PATCH", served.api, "/cats", "汉", False, '{"a": 1.50}') == tuple(found[one] for one in ("Method", "Server", "Path", "q", "Send: limit", "Text"))
        assert "limit" not in text

    def test_no_curl(self, reader):
        """A text that is no command says so."""
        one = reader()
        one.expected = ("400",)
        page = one.open("pets.html")
        page.get_by_text("Import a curl command").click()
        label(page, "curl command").fill("hello <img src=x onerror=window.__owned=1>")
        pressed(page, "Import")
        page.locator("#console-form details .notes li").first.wait_for()


class TestSending:
    @pytest.mark.parametrize("path", ["qwq-32b.html", "zh/qwq-32b.html"])
    def test_whole(self, reader, served, path):
        """An answer is shown as a tree, with what was sent, byte for byte; the request that is kept has no key."""
        page = opened(reader, served, path)
        assert sent(page, " s · ").startswith("200")
        raw = page.locator(".answer .sent pre").text_content()
        pressed(page, "发送" if "zh" in path else "Send")
        page.locator(".answer .tree").wait_for()
        page.locator("details:has(> .history) > summary").click()
        page.locator(".history button").last.click()
        kept = page.locator(".answer .sent pre").text_content()
        assert "POST /v1/chat/completions HTTP/1.1" == raw.splitlines()[0]
        assert (True, False, True) == ("Bearer sesame-key" in raw, "sesame-key" in kept, "$MKEAI_API_KEY" in kept)
        assert "1747719512" in page.locator(".answer .tree").text_content()

    def test_streamed(self, reader, served):
        """Pieces of a stream are shown before it ends, their texts joined, the reasoning apart."""
        page = opened(reader, served)
        console(page).locator(".request > .check input").check()
        pressed(page, "Send")
        until(page, "document.querySelector('.asides')?.textContent === '嗯'")
        running = page.locator(".joined").text_content(), console(page).get_by_role("button", name="Cancel").is_enabled()
        until(page, "document.querySelector('.status').textContent.includes(' s · ')")
        assert [("", True), ["嗯，用户说“你好”。", "你好！ 😀"]] == [running, page.locator(".answer .captioned pre").all_text_contents()]  # noqa: RUF001

    def test_cancel(self, reader, served):
        """A stream that is cancelled stops, and keeps what came."""
        page = opened(reader, served)
        console(page).locator(".request > .check input").check()
        pressed(page, "Send")
        until(page, "document.querySelector('.asides')?.textContent")
        pressed(page, "Cancel")
        page.locator(".answer .notes li", has_text="cancelled").wait_for()
        assert ("200", False) == (page.locator(".status").text_content(), console(page).get_by_role("button", name="Cancel").is_enabled())

    def test_without_a_key(self, reader):
        """A key that is missing is named, and nothing is sent."""
        one = reader()
        one.expected = ("400",)
        page = one.open("pets.html")
        assert "PETS_KEY has no value" == sent(page, "PETS_KEY")

    def test_another_server(self, reader):
        """A server that nobody named gets nothing, and the answer says why."""
        one = reader()
        page = one.open("pets.html")
        label(page, "PETS_KEY").fill("k")
        label(page, "Server").fill("http://127.0.0.1:9")
        assert "127.0.0.1:9" in sent(page, "127.0.0.1")

    def test_a_redirect(self, reader, served):
        """A redirect that is followed is named, and the answer is that of the other address."""
        page = reader().open("moved.html")
        status = sent(page, " s · ")
        notes = page.locator(".answer .notes li").all_text_contents()
        assert ("200 OK", True) == (status, any(f"302: followed to {served.api}/pets/new" in one for one in notes)), notes
        assert 2 == page.locator(".sent pre").text_content().count("HTTP/1.1")

    def test_differences(self, reader):
        """What the example has and the answer has not is listed, and what has another type."""
        page = reader().open("pets.html")
        label(page, "PETS_KEY").fill("k")
        sent(page, " s · ")
        assert ["age is string, in the example number", "big is missing", "tags is missing"] == page.locator(".answer .notes li").all_text_contents()

    def test_a_file(self, reader, served, tmp_path):
        """The file that is chosen is the body."""
        (tmp_path / "my.bin").write_bytes(b"\x00\xff\r\nabc")
        page = reader().open("put-binary.html")
        for one in console(page).locator("input[type=password]").all():
            one.fill("k")
        console(page).locator("input[list=console-bases]").fill(served.api)
        console(page).get_by_label("Choose a file").set_input_files(tmp_path / "my.bin")
        program(page, "my.bin")
        sent(page, " s · ")
        assert r"\u0000\u00ff\r\nabc" in page.locator(".answer .tree").text_content()

    def test_a_part(self, reader, served, tmp_path):
        """A file of a form with parts is sent under the name that it has."""
        (tmp_path / "my.jpg").write_bytes(b"abc")
        page = reader().open("upload.html")
        label(page, "PHOTOS_TOKEN").fill("k")
        console(page).locator("input[list=console-bases]").fill(served.api)
        console(page).get_by_label("Choose a file: photo").set_input_files(tmp_path / "my.jpg")
        program(page, "my.jpg")
        sent(page, " s · ")
        text = page.locator(".answer .tree").text_content()
        assert (True, True) == ('filename=\\"my.jpg\\"' in text, "abc" in text), text

    def test_an_image(self, reader):
        """A picture is shown, and can be kept."""
        page = reader().open("pets.html")
        label(page, "PETS_KEY").fill("k")
        label(page, "Path").fill("/png")
        sent(page, " s · ")
        until(page, "document.querySelector('.answer img').naturalWidth === 1")
        with page.expect_download() as loading:
            page.get_by_text("Download the answer").click()
        assert PNG == Path(loading.value.path()).read_bytes()

    @pytest.mark.parametrize("path", ["/page", "/svg", "/json", "/header"])
    def test_a_hostile_answer(self, reader, path):
        """An answer in HTML or SVG, and markup in JSON or in a header, is text."""
        page = reader().open("hostile.html")
        label(page, "KEY").fill("k")
        label(page, "Path").fill(path)
        sent(page, " s · ")
        for one in page.locator("#console-form details").all():
            one.evaluate("one => { one.open = true }")
        page.wait_for_timeout(300)
        shown = page.locator(".answer").text_content()
        assert (True, 0) == ("window.__owned" in shown, page.locator(".answer img, .answer svg, .answer script, .live img").count())


class TestPages:
    def test_search(self, reader):
        """The server finds as the files do, by keyboard, in the language of the page."""
        page = reader().open("zh/index.html")
        page.keyboard.press("/")
        page.keyboard.type("createdAfter")
        page.locator("#found li", has_text="搜索宠物").wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**/zh/pets.html")

    def test_reload(self, reader, served):
        """A page is loaded again when its spec changes, unless somebody has typed into it."""
        one = reader()
        page, typed = one.open("moved.html"), one.open("moved.html")
        label(typed, "Path").fill("/mine")
        page.bring_to_front()
        page.wait_for_timeout(2000)
        file = served.specs / "moved.yaml"
        file.write_text(file.read_text("utf-8").replace('"Moved"', '"Moved on"'), "utf-8")
        page.get_by_role("heading", name="Moved on").wait_for()
        assert ("Moved", "/mine") == (typed.locator("h1").text_content(), dict(state(typed))["Path"])

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("path", ["qwq-32b.html", "zh/qwq-32b.html"])
    def test_no_barrier(self, reader, served, path, scheme):
        """There is nothing that axe finds, with a program, a streamed answer and a refusal; 320 pixels are enough."""
        one = reader(color_scheme=scheme, viewport={"width": 320, "height": 800})
        one.expected = ("400",)
        page = one.open(path)
        console(page).locator("input[list=console-bases]").fill(f"{served.mock}/v1")
        label(page, "MKEAI_API_KEY").fill("k")
        console(page).locator(".request > .check input").check()
        program(page, "stream=True")
        sent(page, " s · ")
        for box in page.locator("#console-form details").all():
            box.evaluate("one => { one.open = true }")
        console(page).locator("input[list=console-methods]").fill("no method")
        told(page)
        assert ([], 320) == (barriers(page), page.evaluate("document.documentElement.scrollWidth"))

    def test_index(self, reader):
        """The index has no barrier either."""
        assert [] == barriers(reader().open("index.html"))

    @pytest.mark.parametrize("path", ["hostile.html", "zh/upload.html"])
    def test_widths(self, reader, path):
        """From 320 pixels on a live page does not scroll sideways."""
        page = reader(viewport={"width": 1200, "height": 800}).open(path)
        program(page, "requests")
        widths = []
        for width in (1200, 390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            widths.append(page.evaluate("document.documentElement.scrollWidth"))
        assert [1200, 390, 320] == widths
