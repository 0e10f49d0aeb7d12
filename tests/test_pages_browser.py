"""Pages in a real browser: tabs, copying, dark mode, narrow screens, no script, nothing fetched, no barrier found by axe."""


import pytest
from axe_playwright_python.sync_playwright import Axe
from pagetexts import ROOT, SPECS, endpoint, of, target

from snippetgen import pages, spec
from snippetgen.request.choices import Choices

LANGUAGES = "java,php,python,python/httpx"
SHIPPED = [path for path in SPECS if path.parent.name == "specs" and path.parent.parent == ROOT]


@pytest.fixture
def opened(chromium, tmp_path):
    """Opens a page from a file, in a browser of its own; at the end it must have fetched and complained of nothing."""
    faults, contexts = [], []

    def opened_page(one=None, kind="tutorial", locale="en", context=None, scheme="light", **options):
        file = tmp_path / f"{kind}.{locale}.html"
        file.write_text(of(one or spec.load(ROOT / "specs" / "qwq-32b.yaml"), "html", kind, locale, LANGUAGES), "utf-8")
        context = context or chromium.new_context(color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.append(request.url) if request.url[:5] not in ("file:", "data:") else None)
        page.goto(file.as_uri())
        return page

    yield opened_page
    for context in contexts:
        context.close()
    assert [] == faults


def selected(page):
    """The titles of the selected tabs, and the ids of the panels that are seen."""
    panels = page.locator(".panel:visible").evaluate_all("all => all.map(one => one.id)")
    return page.locator("[role=tab][aria-selected=true]:visible").all_text_contents(), panels


JAVA = (["Java", "Whole response"], ["java", "java-java-net-http-whole"])
PHP = (["PHP", "Whole response"], ["php", "php-curl-whole"])
HTTPX = (["Python", "HTTPX", "Streamed response"], ["python", "python-httpx", "python-httpx-streamed"])


class TestTabs:
    def test_by_mouse(self, opened):
        """A click shows one panel; the choice is remembered on the next page."""
        page = opened()
        first = selected(page)
        page.get_by_role("tab", name="PHP").click()
        again = opened(locale="zh", context=page.context)
        assert [JAVA, PHP, PHP[1]] == [first, selected(page), selected(again)[1]]

    def test_tabs_within_tabs(self, opened):
        """Within a language one chooses the client and the output; the output is that of all languages."""
        page = opened()
        for name in ("Python", "HTTPX", "Streamed response"):
            page.get_by_role("tab", name=name).click()
        inner = selected(page)
        page.get_by_role("tab", name="PHP").click()
        assert [HTTPX, (["PHP", "Streamed response"], ["php", "php-curl-streamed"])] == [inner, selected(page)]
        assert HTTPX[1] == selected(opened_again(page, opened, "python"))[1]

    def test_by_keyboard(self, opened):
        """Arrows go round, Home and End to the ends; Tab leaves the list and enters the panel."""
        page = opened()
        page.get_by_role("tab", name="Java").focus()
        found = []
        for key in ("ArrowRight", "End", "ArrowRight", "ArrowLeft", "Home", "ArrowLeft"):
            page.keyboard.press(key)
            found.append(page.evaluate("document.activeElement.textContent"))
        assert ["PHP", "Python", "Java", "Python", "Java", "Python"] == found
        page.keyboard.press("Tab")
        assert "python" == page.evaluate("document.activeElement.id")

    def test_roles(self, opened):
        """Each tab controls its panel, and each panel is named after its tab; one tab alone is reached by Tab."""
        tabs = opened().locator("[role=tab]").evaluate_all(
            "all => all.map(tab => [document.getElementById(tab.getAttribute('aria-controls')).getAttribute('aria-labelledby') === tab.id, tab.tabIndex])"
        )
        assert [[True, 0], [True, -1], [True, -1]] == tabs[:3]
        assert all(controls for controls, _ in tabs)

    def test_a_link(self, opened):
        """An address that names a panel opens it."""
        page = opened()
        page.evaluate("location.hash = '#python-httpx-streamed'")
        page.wait_for_selector("#python-httpx-streamed:visible")
        assert HTTPX == selected(page)


def opened_again(page, opened, place):
    """The same page in another tab of the browser, at a place of it."""
    again = opened(context=page.context)
    again.evaluate(f"location.hash = '#{place}'")
    again.wait_for_selector(f"#{place}:visible")
    return again


class TestCopy:
    @pytest.mark.parametrize("grant", [["clipboard-read", "clipboard-write"], []])
    def test_the_button(self, opened, grant):
        """Copies the code as it is and says so, to screen readers too, whether or not the clipboard may be used."""
        page = opened(permissions=grant)
        if not grant:
            page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.get_by_role("button", name="Copy, Code: Linux, macOS").click()
        page.wait_for_function("document.getElementById('said').textContent === 'Copied'")
        page.context.grant_permissions(["clipboard-read"])
        text = opened(context=page.context).evaluate("navigator.clipboard.readText()")
        assert "export MKEAI_API_KEY=your-value-here" == text

    def test_no_button_on_an_output(self, opened):
        """What a program prints is not for copying."""
        page = opened()
        assert (True, 0) == (page.locator(".output pre").count() > 0, page.locator(".output button").count())

    def test_the_program(self, opened):
        """Copying a program gives the program."""
        page = opened(permissions=["clipboard-read", "clipboard-write"])
        page.get_by_role("tab", name="Python").click()
        page.get_by_role("button", name="Copy, Code: qwq-32b.py (Python (Requests))").first.click()
        golden = (ROOT / "tests" / "snapshots" / "qwq-32b" / "python-requests.py").read_text("utf-8")
        page.wait_for_function("document.getElementById('said').textContent === 'Copied'")
        assert golden.rstrip("\n") == page.evaluate("navigator.clipboard.readText()")


class TestLooks:
    def test_dark_mode(self, opened):
        """Colours follow the reader's system."""
        found = [opened(scheme=one).evaluate("getComputedStyle(document.body).backgroundColor") for one in ("light", "dark")]
        assert ["rgb(255, 255, 255)", "rgb(15, 20, 28)"] == found

    @pytest.mark.parametrize("locale", ["en", "zh"])
    @pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
    def test_a_narrow_screen(self, opened, path, locale):
        """320 pixels are enough: the page never scrolls sideways."""
        page = opened(spec.load(path), locale=locale, viewport={"width": 320, "height": 640})
        assert 320 == page.evaluate("document.documentElement.scrollWidth")

    def test_hostile_texts_on_a_narrow_screen(self, opened):
        """A long word does not make the page scroll sideways."""
        page = opened(endpoint("x" * 300), viewport={"width": 320, "height": 640})
        assert 320 == page.evaluate("document.documentElement.scrollWidth")

    def test_without_scripts(self, opened):
        """Every program is there, one below the other, with its heading; there are no buttons."""
        page = opened(java_script_enabled=False)
        assert (3, 0, 3) == (page.locator(".tabbed > .panel:visible > h3").count(), page.locator("button").count(), page.get_by_text("The program in").count())
        assert (0, 4) == (page.locator(".panel:not(:visible)").count(), page.get_by_role("heading", name="Streamed response", level=4).count())

    def test_a_style_is_applied(self, opened):
        """The policy lets our own style and script through."""
        page = opened()
        assert ("flex", True) == (page.locator(".tabs").first.evaluate("one => getComputedStyle(one).display"), page.locator(".copy").count() > 10)


def test_shared_style_and_script(chromium, tmp_path):
    """Pages opened from a folder find the style and the script beside them, though the policy allows nothing else."""
    frame = pages.Frame(shared="../")
    one = spec.load(ROOT / "specs" / "qwq-32b.yaml")
    (tmp_path / "qwq").mkdir()
    (tmp_path / "qwq" / "a.html").write_text(pages.tutorial(one, target(LANGUAGES), Choices(), "en", "html", None, frame=frame), "utf-8")
    for name, text in pages.shared_files().items():
        (tmp_path / name).write_text(text, "utf-8")
    context = chromium.new_context()
    page = context.new_page()
    page.goto((tmp_path / "qwq" / "a.html").as_uri())
    found = page.locator(".tabs").first.evaluate("one => getComputedStyle(one).display")
    context.close()
    assert "flex" == found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize("kind", ["tutorial", "reference"])
@pytest.mark.parametrize("name", ["qwq-32b", "upload", "search"])
def test_no_barrier(opened, name, kind, locale, scheme):
    """There is nothing that axe finds: names, roles, contrast, headings, what scrolls."""
    page = opened(spec.load(ROOT / "specs" / f"{name}.yaml"), kind, locale, scheme=scheme, viewport={"width": 390, "height": 800})
    found = Axe().run(page)
    assert [] == [(one["id"], [node["html"] for node in one["nodes"]]) for one in found.response["violations"]]
