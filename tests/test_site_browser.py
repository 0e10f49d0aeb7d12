"""The files of `snippetgen site` in a real browser: the search, the console without a server, narrow screens, no barrier found by axe."""

import json
import re

import pytest
import sitepages
from sitepages import MARKUP, Reader, barriers, console, state, until

from snippetgen.site.tokens import typed

TYPED = ["createUser", "XMLHttpRequest", "聊天补全", "汉", "AI模型-QwQ-32B", "é E\u0301", "😀", "v1.2", "snake_case kebab-case", "12345678901234567890", "x" * 50,
         "Straße", "ΟΔΟΣ", "İı", "日本語テスト", "\uff46\uff55ll", "हिन्दी", "/pets/{kind}", "", " ", "𠀀𠀁x", "ﬁne ½ ²", "한국어 검색", "Привет Мир"]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    tmp = tmp_path_factory.mktemp("site")
    with sitepages.built(tmp, sitepages.write_specs(tmp / "specs"), "--lang", "python,java,shell") as address:
        yield address


@pytest.fixture
def reader(chromium, site):
    """Makes a reader of the directory, and looks at the end what they met."""
    made = []

    def reader_with(**options):
        made.append(Reader(chromium, site, **options))
        return made[-1]

    yield reader_with
    for one in made:
        one.close()


class TestSearch:
    @pytest.mark.parametrize("path", ["index.html", "zh/index.html", "category/pets.html", "zh/upload.html"])
    def test_what_is_found(self, reader, path):
        """A title in either language, a path, a parameter and a host lead to the endpoint, in the language of the page."""
        page = reader().open(path)
        wanted = "搜索宠物" if path.startswith("zh") else "Search pets"
        for text in ("search pets", "createdAfter", "/pets", "宠物", "搜索", "pets.example", "SEARCH PE"):
            page.locator("#search").fill("")
            page.locator("#found").wait_for(state="hidden")
            page.locator("#search").fill(text)
            page.locator("#found li", has_text=wanted).first.wait_for()
        page.locator("#found li", has_text=wanted).first.click()
        page.wait_for_url(re.compile("zh/pets.html$" if path.startswith("zh") else "/pets.html$"))
        assert wanted == page.locator("h1").text_content()

    def test_by_keyboard(self, reader):
        """/ goes to the search, arrows through what is found, Escape closes it, Enter opens the marked one."""
        page = reader().open("index.html")
        page.keyboard.press("/")
        page.keyboard.type("p")
        page.locator("#found li").nth(1).wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        marked = page.locator("#found li[aria-selected=true]")
        second = marked.get_attribute("id"), page.locator("#search").get_attribute("aria-activedescendant")
        page.keyboard.press("ArrowUp")
        first = marked.get_attribute("id")
        page.keyboard.press("Escape")
        closed = page.locator("#found").is_hidden(), page.locator("#search").input_value()
        page.keyboard.press("ArrowDown")
        title = page.locator("#found li span").nth(1).text_content()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"(?<!index)\.html$"))
        assert [("found-1", "found-1"), "found-0", (True, "p"), title] == [second, first, closed, page.locator("h1").text_content()]

    def test_enter_at_once(self, reader):
        """Enter right after the last letter opens what these letters find, and nothing of before."""
        page = reader().open("index.html")
        page.locator("#search").type("upload")
        page.locator("#found li").first.wait_for()
        page.locator("#search").fill("createdAfter")
        page.locator("#search").press("Enter")
        page.wait_for_url(re.compile("/pets.html$"))

    def test_nothing(self, reader):
        """What is nowhere says so, to screen readers too, without a barrier."""
        page = reader().open("zh/index.html")
        page.locator("#search").fill("qqqqzzzz")
        page.locator("#found li.none").wait_for()
        assert ["没有找到"] * 2 == [page.locator("#found li").text_content(), page.locator("#said").text_content()]
        assert [] == barriers(page)

    def test_words(self, reader):
        """The script takes what is typed apart as the index was made."""
        page = reader().open("index.html")
        script = page.evaluate("async () => (await fetch('site.js')).text()")
        start, end = script.index("  const CJK ="), script.index("  const files = new Map")
        found = page.evaluate(f"(texts) => {{ {script[start:end]} return texts.map(typed); }}", TYPED)
        assert [typed(one) for one in TYPED] == found


QWQ = ("qwq-32b.html", "zh/qwq-32b.html")


def pressed(page, name):
    console(page).get_by_role("button", name=name, exact=True).click()


def status(page):
    """The status of the answer, once it is complete or has failed."""
    until(page, "/ s · |cancelled|已取消/.test(document.querySelector('#console-form .answer')?.textContent ?? '') && document.querySelector('#console-form .buttons button:disabled')")
    return page.locator(".answer .status").text_content().split(" · ")[0]


def run(page):
    pressed(page, "用示例运行" if page.url.partition("/zh/")[1] else "Run against the example")
    return status(page)


class TestForm:
    def test_fields(self, reader):
        """A parameter is a field of its kind, with its name, its value and whether it is sent; what is empty takes no room."""
        page = reader().open("pets.html")
        assert [
            ("Method", "GET"), ("Server", "https://api.pets.example"), ("Path", "/pets/{kind}"), ("Send: kind", True), ("kind", "dogs"),
            ("Send: createdAfter", True), ("createdAfter", "2026-01-01"), ("Send: limit", True), ("limit", "10"), ("Send: color", True), ("color", "white"), ("Kind", "none"),
        ] == state(page)  # fmt: skip
        assert ["Path", "Query", "Body", "Keys"] == console(page).locator("fieldset:visible > legend").all_text_contents()

    def test_add_and_remove(self, reader):
        """The first header is added by the button beside the others, and the group is gone with its last one."""
        page = reader().open("pets.html")
        pressed(page, "Add: Headers")
        page.keyboard.type("X-More")
        console(page).get_by_label("X-More", exact=True).fill("1")
        one = [pair for pair in state(page) if "X-More" in pair[0] or pair[0] == "Name"]
        console(page).get_by_role("button", name="Remove: X-More").click()
        focused = page.evaluate("document.activeElement.textContent")
        assert [[("Send: X-More", True), ("Name", "X-More"), ("X-More", "1")], "+ Headers"] == [one, focused]
        assert "Headers" not in console(page).locator("fieldset:visible > legend").all_text_contents()

    def test_editing_switches_on(self, reader):
        """A value that is typed is sent; what is switched off stays as it is."""
        page = reader().open("pets.html")
        console(page).get_by_label("Send: limit").uncheck()
        off = dict(state(page))["Send: limit"], dict(state(page))["limit"]
        console(page).get_by_label("limit", exact=True).fill("20")
        assert [(False, "10"), (True, "20")] == [off, (dict(state(page))["Send: limit"], dict(state(page))["limit"])]

    def test_no_number(self, reader):
        """A word where a number belongs says so beneath it, and is tied to what it says."""
        page = reader().open("pets.html")
        field = console(page).get_by_label("limit", exact=True)
        field.fill("ten")
        said = page.locator(f"#{field.get_attribute('aria-describedby')}").text_content()
        field.fill("12345678901234567890")
        assert ["This is no number", None] == [said, field.get_attribute("aria-invalid")]

    def test_invalid_json(self, reader):
        """Text that is no JSON is marked as it is typed, with the reason."""
        page = reader().open("qwq-32b.html")
        console(page).get_by_label("Kind", exact=True).select_option("json")
        text = console(page).get_by_label("Text", exact=True)
        whole = json.loads(text.input_value())["model"]
        text.fill('{"a": }')
        fault = console(page).locator(".fault:visible").text_content()
        text.fill('{"a": 1}')
        assert ("QwQ-32B", True, 0) == (whole, "JSON" in fault, console(page).locator(".fault:visible").count())

    @pytest.mark.parametrize(("kind", "labels"), [
        ("none", []), ("json", ["Content-Type", "Text"]), ("form", ["Content-Type"]), ("multipart", []), ("text", ["Content-Type", "Text"]), ("file", ["Content-Type", "File"]),
    ])  # fmt: skip
    def test_kinds_of_bodies(self, reader, kind, labels):
        """Each kind of body shows its own fields, and a Content-Type where one is chosen."""
        page = reader().open("pets.html")
        console(page).get_by_label("Kind", exact=True).select_option(kind)
        assert ["Kind", *labels] == [one for one, _ in state(page)][11:]

    def test_enter(self, reader):
        """Enter in a field, or in a key, neither loads the page again nor sends anything."""
        page = reader().open("pets.html")
        page.evaluate("window.stays = true")
        for label in ("limit", "PETS_KEY", "Method"):
            console(page).get_by_label(label, exact=True).press("Enter")
        page.wait_for_timeout(200)
        assert (True, 0) == (page.evaluate("window.stays"), page.locator(".answer").count())

    def test_reset(self, reader):
        """Reset gives the form of the spec, and an address without the request."""
        page = reader().open("pets.html")
        before = state(page)
        console(page).get_by_label("limit", exact=True).fill("3")
        pressed(page, "Add: Cookies")
        pressed(page, "Copy a link")
        pressed(page, "Reset")
        assert (before, "") == (state(page), page.evaluate("location.hash"))


class TestExample:
    @pytest.mark.parametrize("path", QWQ)
    def test_whole(self, reader, path):
        """The answer of the example is shown with its status and its headers, as a tree with exact numbers."""
        page = reader().open(path)
        assert "200 OK" == run(page)
        assert "1747719512" in page.locator(".answer .tree").text_content()
        assert "Qwen\\/QwQ-32B" in page.locator(".answer .tree").text_content()

    def test_exact_numbers(self, reader):
        """A number has all its digits, and those that end in 0."""
        page = reader().open("pets.html")
        run(page)
        assert ["1.50", "12345678901234567890"] == page.locator(".answer .tree .mi").all_text_contents()

    def test_folding(self, reader):
        """A part of the answer is folded, and says how much is in it."""
        page = reader().open("qwq-32b.html")
        run(page)
        page.locator(".tree .inside details > summary").first.click()
        assert (False, True) == (page.locator(".tree .inside details").first.evaluate("one => one.open"), page.locator(".tree .inside .size").first.is_visible())

    @pytest.mark.parametrize(("path", "captions"), list(zip(QWQ, (["Beside the answer", "Answer, joined"], ["正文之外", "拼接后的回答"]), strict=True)))
    @pytest.mark.parametrize("by", ["stream", "checkbox", "json"])
    def test_streamed(self, reader, path, captions, by):
        """What asks for a stream gives its events, their texts joined, the reasoning apart, under captions."""
        page = reader().open(path)
        if by == "stream":
            console(page).get_by_label("stream", exact=True).select_option("true")
        elif by == "checkbox":
            console(page).locator(".request > .check input").check()
        else:
            page.locator("#console-form select:has(option[value=json])").select_option("json")
            page.locator("#console-form textarea:visible").fill('{"stream": true}')
        assert "200 OK" == run(page)
        assert captions == page.locator(".answer .caption:visible").all_text_contents()
        assert ["嗯，用户说“你好”。", "你好！ 😀"] == page.locator(".answer .captioned pre").all_text_contents()  # noqa: RUF001
        assert 7 == page.locator(".answer .raw pre").text_content().count("data: ")

    def test_lines(self, reader):
        """A stream of JSON lines is joined as well."""
        page = reader().open("stream-lines.html")
        console(page).locator(".request > .check input").check()
        run(page)
        assert ["嗯", '你好 😀 "q" \u2028 \x85 $HOME'] == page.locator(".answer .captioned pre").all_text_contents()

    @pytest.mark.parametrize(("label", "value", "found"), [("Path", "/other", "404 Not Found"), ("Method", "PURGE", "405 Method Not Allowed")])
    def test_refused(self, reader, label, value, found):
        """The example answers its own path and method, as the mock of the spec does."""
        page = reader().open("qwq-32b.html")
        console(page).get_by_label(label, exact=True).fill(value)
        assert found == run(page)

    def test_cancel(self, reader):
        """A cancelled stream keeps what came, says so, and cannot be cancelled again."""
        page = reader().open("qwq-32b.html")
        console(page).locator(".request > .check input").check()
        pressed(page, "Run against the example")
        page.locator(".asides:visible").wait_for()
        pressed(page, "Cancel")
        status(page)
        assert (["cancelled"], True) == (page.locator(".answer .notes li").all_text_contents(), page.locator(".asides").text_content().startswith("嗯"))

    def test_history(self, reader):
        """An earlier request comes back with its answer."""
        page = reader().open("pets.html")
        run(page)
        console(page).get_by_label("Path", exact=True).fill("/other")
        run(page)
        page.get_by_text("Requests of this page").click()
        lines = page.locator(".history button").all_text_contents()
        page.locator(".history button").last.click()
        assert ("/pets/{kind}", True) == (dict(state(page))["Path"], page.locator(".answer .status").text_content().startswith("200 OK"))
        assert ["GET /other · 404 Not Found", "GET /pets/{kind} · 200 OK"] == [" · ".join(one.split(" · ")[:2]) for one in lines]


class TestLinks:
    def test_the_same_form(self, reader):
        """A link opens the form as it was filled; copying it leaves the form as it is."""
        one = reader(permissions=["clipboard-read", "clipboard-write"])
        page = one.open("pets.html")
        console(page).get_by_label("createdAfter", exact=True).fill("汉字 é 😀 <b>")
        console(page).get_by_label("Send: limit").uncheck()
        console(page).get_by_label("Path", exact=True).fill("/cats/{kind}")
        pressed(page, "Add: Query")
        page.keyboard.type("more")
        console(page).get_by_label("Kind", exact=True).select_option("json")
        console(page).get_by_label("Text", exact=True).fill('{"a": 1.50}')
        before = state(page)
        pressed(page, "Copy a link")
        until(page, "document.getElementById('said').textContent.startsWith('The link is copied')")
        link = page.evaluate("navigator.clipboard.readText()")
        again = one.open(link.partition("/pets")[2] and "pets" + link.partition("/pets")[2])
        assert [before, before] == [state(page), state(again)]

    def test_no_secret(self, reader):
        """What is a key, or looks like one, is in no link: not in a header, a query, a body, a path or an address."""
        page = reader().open("pets.html")
        console(page).get_by_label("PETS_KEY").fill("sesame")
        console(page).get_by_label("Server").fill("https://user:sesame@api.pets.example")
        console(page).get_by_label("Path", exact=True).fill("/pets?access_token=sesame&a=1")
        for place, name in (("Headers", "Authorization"), ("Query", "api_key"), ("Cookies", "sid")):
            pressed(page, f"Add: {place}")
            page.keyboard.type(name)
            console(page).get_by_label(name, exact=True).fill("sesame")
        console(page).get_by_label("Kind", exact=True).select_option("json")
        console(page).get_by_label("Text", exact=True).fill('{"max_tokens": 7, "password" : "sesame", "a": {"client_secret": "sesame"}}')
        pressed(page, "Copy a link")
        packed = page.evaluate("atob(location.hash.slice(9).replace(/-/g, '+').replace(/_/g, '/'))")
        assert "sesame" not in packed
        assert ("sesame", True, True) == (dict(state(page))["Authorization"], "max_tokens" in packed, "access_token=&a=1" in packed)

    def test_a_broken_link(self, reader):
        """A link that was cut off, or that holds anything, gives the form of the spec."""
        one = reader()
        fresh = state(one.open("pets.html"))
        for link in ("abc", "e30", "bnVsbA", "eyJwYXJhbXMiOiAxfQ", "eyJib2R5Ijp7InBhaXJzIjoxfX0"):
            assert fresh == state(one.open(f"pets.html#request={link}"))

    def test_keys_are_kept_if_asked(self, reader):
        """Keys are in the tab's own storage if their user says so, else nowhere."""
        one = reader()
        page = one.open("pets.html")
        console(page).get_by_label("PETS_KEY").fill("sesame")
        before = page.evaluate("[JSON.stringify(sessionStorage), JSON.stringify(localStorage), document.cookie]")
        console(page).get_by_label("Keep them in this tab").check()
        kept = page.evaluate("sessionStorage.getItem('snippetgen-secrets-pets')")
        page.reload()
        again = console(page).get_by_label("PETS_KEY").input_value()
        console(page).get_by_label("Keep them in this tab").uncheck()
        assert (["{}", "{}", ""], '{"PETS_KEY":"sesame"}', "sesame", 0) == (before, kept, again, page.evaluate("sessionStorage.length"))
        assert "" == console(one.open("pets.html")).get_by_label("PETS_KEY").input_value()


class TestPages:
    def test_languages(self, reader):
        """A page leads to itself in the other language, and that one back."""
        page = reader().open("qwq-32b.html")
        page.locator(".locales a").click()
        page.wait_for_url("**/zh/qwq-32b.html")
        title = page.locator("h1").text_content()
        page.locator(".locales a").click()
        page.wait_for_url(re.compile(r"\d/qwq-32b.html$"))
        assert ("AI模型-QwQ-32B", "QwQ-32B chat completion") == (title, page.locator("h1").text_content())

    def test_tabs(self, reader):
        """A click on a language shows its program, here and on the next page."""
        one = reader()
        page = one.open("qwq-32b.html")
        page.get_by_role("tab", name="Java", exact=True).click()
        again = one.open("pets.html")
        assert [["Java"], ["Java"]] == [tab.locator("[role=tab][aria-selected=true]:visible").all_text_contents()[:1] for tab in (page, again)]

    @pytest.mark.parametrize("path", ["index.html", "pets.html", "hostile.html", "zh/hostile.html", "zh/qwq-32b.html", "category/pets.html", "upload.html"])
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_widths(self, reader, path, scheme):
        """From 320 pixels on no page scrolls sideways, with a search and an answer open; the program is in the page's own colours."""
        page = reader(color_scheme=scheme, viewport={"width": 1200, "height": 800}).open(path)
        if page.locator("#console-form").count():
            run(page)
            for kind in page.locator("#console-form details").all():
                kind.evaluate("one => { one.open = true }")
        page.locator("#search").fill("a")
        page.locator("#found li").first.wait_for()
        widths = []
        for width in (1200, 390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            widths.append(page.evaluate("document.documentElement.scrollWidth"))
        assert [1200, 390, 320] == widths
        assert {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 20, 28)"}[scheme] == page.evaluate("getComputedStyle(document.body).backgroundColor")

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("path", ["index.html", "zh/index.html", "qwq-32b.html", "zh/qwq-32b.html", "upload.html", "hostile.html"])
    def test_no_barrier(self, reader, path, scheme):
        """There is nothing that axe finds, before and after an answer, with a fault and an open search."""
        page = reader(color_scheme=scheme, viewport={"width": 390, "height": 800}).open(path)
        found = []
        if page.locator("#console-form").count():
            if page.locator(".request > .check").count():
                page.locator(".request > .check input").check()
            run(page)
            page.locator("#console-form .starters button:visible").first.click()
            page.locator("#console-form select:has(option[value=json])").select_option("json")
            page.locator("#console-form textarea:visible").first.fill("{")
            for kind in page.locator("#console-form details").all():
                kind.evaluate("one => { one.open = true }")
            found += barriers(page)
        page.locator("#search").fill("a")
        page.locator("#found li").first.wait_for()
        assert [] == found + barriers(page)

    def test_print(self, reader):
        """On paper there are the text and the programs, but neither search nor console."""
        page = reader().open("qwq-32b.html")
        page.emulate_media(media="print")
        seen = [page.locator(one).first.is_visible() for one in ("h1", ".panel pre", ".bar", "#console-form", "#console")]
        assert [True, True, False, False, False] == seen


class TestHostile:
    @pytest.mark.parametrize("path", ["hostile.html", "zh/hostile.html"])
    def test_nothing_runs(self, reader, path):
        """Markup in titles, names, values, descriptions and answers is text: on the page, in the search, in the form, and in answers."""
        one = reader()
        page = one.open(path)
        run(page)
        console(page).locator(".request > .check input").check()
        run(page)
        joined = page.locator(".joined").text_content()
        page.get_by_text("Requests of this page" if "zh" not in path else "本页的请求").click()
        page.locator(".history button").last.click()
        page.locator("#search").fill("onerror")
        page.locator("#found li").first.wait_for()
        page.wait_for_timeout(300)
        assert ("".join(MARKUP), 0) == (joined, page.locator("main img, main svg, main a[href^=javascript]").count())

    def test_typed_markup(self, reader):
        """Markup that a user types, or that a link brings, is text as well."""
        one = reader()
        page = one.open("pets.html")
        for text in MARKUP:
            console(page).get_by_label("Path", exact=True).fill(text)
            console(page).get_by_label("Method", exact=True).fill(text)
            run(page)
        pressed(page, "Add: Query")
        page.keyboard.type(MARKUP[0])
        pressed(page, "Copy a link")
        again = one.open("pets.html" + page.evaluate("location.hash"))
        page.locator("#search").fill(MARKUP[0])
        page.wait_for_timeout(300)
        assert 0 == page.locator("main img").count() + again.locator("main img").count()
