"""Pages as HTML: well-formed, self-contained, and nothing of a spec in them but text."""

import base64
import hashlib
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pagetexts import HOSTILE, ROOT, SPECS, endpoint, of, page, target

from snippetgen import pages, spec
from snippetgen.data.yamltext import compose, plain
from snippetgen.errors import Refused, TemplateError
from snippetgen.pages import display, environment, phrases, setup, words
from snippetgen.pages.html import span
from snippetgen.request.choices import Choices

VOID = {"meta", "link", "wbr", "br", "img", "input"}


class Reader(HTMLParser):
    """Notes the elements, and every end that does not fit its beginning."""

    def __init__(self, text):
        super().__init__()
        self.stack, self.faults, self.elements, self.attributes, self.texts, self.titles = [], [], [], set(), {}, []
        self.feed(text)
        self.close()
        self.faults += self.stack

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.titles += [value for name, value in attrs if name == "data-title"]
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        self.elements.append(f"/{tag}")
        if not self.stack or self.stack.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data):
        if self.stack:
            self.texts.setdefault(self.stack[-1], []).append(data)

    def handle_comment(self, data):
        self.faults.append(f"comment {data!r}")

    def unknown_decl(self, data):
        self.faults.append(f"declaration {data!r}")


def skeleton(text):
    """All elements but those within code."""
    return [name for name in Reader(text).elements if name.strip("/") not in ("span", "wbr")]


ATTRIBUTES = {
    "aria-hidden", "aria-label", "aria-labelledby", "charset", "class", "content", "data-copied", "data-copy", "data-label", "data-not-copied",
    "data-store", "data-title", "href", "http-equiv", "id", "lang", "name", "rel", "role", "scope", "tabindex",
}  # fmt: skip
"""Those of our templates; no handler of events, no style."""


class TestHostile:
    @pytest.mark.parametrize("kind", ["tutorial", "reference"])
    @pytest.mark.parametrize("text", HOSTILE, ids=repr)
    def test_no_text_is_markup(self, text, kind):
        """A page of hostile texts has the elements of a page of plain ones, and every one is closed."""
        made = page("html", text, kind)
        read = Reader(made)
        assert ([], set(), True) == (read.faults, read.attributes - ATTRIBUTES, made.isprintable() or _is_clean(made))
        assert skeleton(page("html", "x", kind)) == skeleton(made)

    @pytest.mark.parametrize("text", HOSTILE, ids=repr)
    def test_what_one_reads(self, text):
        """The reader sees the text itself: in the title of the page, above it, and in code."""
        read = Reader(page("html", text))
        line = display.one_line(text)
        assert line == "".join(read.texts.get("h1", ()))
        assert " · ".join(filter(None, [line, "Tutorial", "api.example.com"])) == "".join(read.texts["title"])
        assert display.value(text) == "".join(Reader(span(display.value(text))).texts["code"])

    @pytest.mark.parametrize("kind", ["tutorial", "reference"])
    @pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
    def test_every_spec(self, path, kind):
        """The specs of the laws make well-formed pages, each id once."""
        for locale in ("en", "zh"):
            try:
                made = of(spec.load(path), "html", kind, locale, "python,php,java")
            except Refused:
                continue
            read, ids = Reader(made), re.findall(r' id="([^"]*)"', made)
            assert ([], set(), sorted(set(ids))) == (read.faults, read.attributes - ATTRIBUTES, sorted(ids))


def _is_clean(text):
    """No control character but line breaks, and nothing that turns the direction of what follows."""
    return re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text) is None


class TestPage:
    def test_the_policy(self):
        """The policy allows the page's own style and script by their hashes, and nothing from elsewhere."""
        made = page("html", "x")
        hashes = [
            base64.b64encode(hashlib.sha256(re.search(rf"(?s)<{tag}>(.*?)</{tag}>", made)[1].encode()).digest()).decode()
            for tag in ("style", "script")
        ]
        policy = re.search('Content-Security-Policy" content="([^"]*)"', made)[1].replace("&#39;", "'")
        assert f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; img-src data:; base-uri 'none'; form-action 'none'" == policy

    @pytest.mark.parametrize(("locale", "lang"), [("en", "en"), ("zh", "zh-Hans"), ("zh-TW", "zh-Hans"), ("ZH", "zh-Hans"), ("zh_CN.UTF-8", "zh-Hans"), ("en_GB", "en")])
    def test_locales(self, locale, lang):
        """A locale without words of ours has those of its language, and the page says so."""
        assert f'<html lang="{lang}">' in page("html", "x", locale=locale)

    def test_several_clients(self):
        """A panel is named after its language; where a language has several clients, each has a panel in it."""
        made = of(spec.load(ROOT / "specs" / "head.yaml"), "html", words="python,php,python/httpx")
        assert ["Python", "Requests", "HTTPX", "PHP"] == Reader(made).titles

    def test_a_streamed_program(self):
        """The streamed program has a panel beside the other one, and a file of its own."""
        made = of(spec.load(ROOT / "specs" / "qwq-32b.yaml"), "html", words="php")
        assert ["PHP", "Whole response", "Streamed response"] == Reader(made).titles
        assert ["php qwq-32b.php", "php qwq-32b-stream.php"] == re.findall(r"(?m)^(php q[\w.-]+)$", re.sub("<[^>]+>", "", made))

    def test_contents(self):
        """Each heading of level 2 is in the table of contents, and links to itself."""
        made = of(spec.load(ROOT / "specs" / "qwq-32b.yaml"), "html")
        listed = re.findall('<li><a href="#([a-z]+)">', made)
        assert (listed, listed) == (re.findall('<h2 id="([a-z]+)">', made), re.findall('<a class="anchor" href="#([a-z]+)"', made))

    def test_where_to_get_a_key(self):
        """The address that the author gives is a link in the step about the key."""
        one = spec.loads("title: a\nmethod: GET\nurl: https://a.example/x\nauth: {type: bearer, env: KEY, url: 'https://a.example/keys?a=1&b=2'}\n")
        assert 'Get your key here: <a href="https://a.example/keys?a=1&amp;b=2" rel="noreferrer">' in of(one, "html")
        assert "Get your key here: [https://a.example/keys?a=1&amp;b=2](https://a.example/keys?a=1&b=2)" in of(one, "md")

    def test_other_locales(self):
        """A page links to itself in other locales, named in their own language."""
        frame = pages.Frame((("zh", "x.zh.html"),))
        made = pages.tutorial(endpoint("x"), target(), Choices(), "en", "html", None, frame=frame)
        assert '<a href="x.zh.html" lang="zh-Hans" hreflang="zh-Hans">中文</a>' in made
        assert "English · [中文](x.zh.md)" in pages.reference(endpoint("x"), "en", "md", None, pages.Frame((("zh", "x.zh.md"),)))

    def test_shared_files(self):
        """Pages that share their style and script name the files, and allow those of their own site only."""
        made = pages.tutorial(endpoint("x"), target(), Choices(), "en", "html", None, frame=pages.Frame(shared="../"))
        assert ('<link rel="stylesheet" href="../snippetgen.css">' in made, '<script src="../snippetgen.js"></script>' in made) == (True, True)
        assert "style-src &#39;self&#39;; script-src &#39;self&#39;;" in made
        assert ("<style>" in made, {"snippetgen.css", "snippetgen.js"}) == (False, set(pages.shared_files()))

    def test_a_refusal(self):
        """A client that cannot make the request says why in place of a program; only where all refuse there is no page."""
        one = spec.loads("title: Purge\nmethod: PURGE\nurl: https://api.example.com/x")
        refusing = [each for each in target("java,node/fetch,php,python") if each.facts["refuses"].get("custom-method")]
        odd = spec.load(ROOT / "tests" / "specs" / "get-body.yaml")
        made = of(odd, "html", words="python,node/fetch")
        assert ([], 1) == (refusing, made.count("cannot send this request"))
        assert "Python" in of(one, "html")
        with pytest.raises(Refused, match=r"get-body.yaml: node/fetch: "):
            of(odd, "html", words="node/fetch")


class TestWords:
    DATA = plain(compose((ROOT / "templates" / "pages" / "words.yaml").read_text("utf-8"), "words.yaml"))

    def test_every_locale_is_whole(self):
        """Each locale has every text, with the same gaps."""
        gaps = {locale: {key: set(re.findall(r"\{\w+\}", text)) for key, text in found.items()} for locale, found in self.DATA.items()}
        assert {"en", "zh"} == set(gaps)
        assert gaps["en"] == gaps["zh"]

    def test_every_word_is_used(self):
        """Every text in words.yaml is used."""
        folder = ROOT / "templates" / "pages"
        files = [*folder.glob("*.j2"), *(Path(one.__file__) for one in (phrases, setup, environment))]
        used = "".join(one.read_text("utf-8") for one in files)
        parts = set(re.findall(r'say\("(\w+)", (?:row|key|page|fact|group)', used))
        families = {"type", "types"} | parts
        words = [key for key in self.DATA["en"] if f'"{key}"' not in used and key.partition("_")[0] not in families]
        scripts = "".join(one.read_text("utf-8") for one in folder.glob("console*.js"))
        shown = set(re.findall(r"\bwords\.(\w+)", scripts))
        families = tuple(re.findall(r"\bwords\[`(\w+_)\$", scripts))
        told = {key for key in words if key.removeprefix("console_") in shown or key.startswith(tuple(f"console_{one}" for one in families))}
        assert [] == [key for key in words if key not in told]

    def test_a_word_that_a_locale_lacks(self):
        """A text that a locale lacks is in English."""
        found = words.choose({"en": {"a": "A", "b": "B"}, "fr": {"a": "Â"}}, "fr-CA")
        assert ("fr", {"a": "Â", "b": "B"}) == (found.locale, found.texts)


class TestOwnTemplates:
    @pytest.fixture
    def folder(self, tmp_path):
        """A user's folder with one page."""
        (tmp_path / "pages").mkdir()
        return tmp_path

    def made(self, folder, text="<b>", form="md"):
        return pages.tutorial(endpoint(text), target(), Choices(), "en", form, folder)

    def test_one_template(self, folder):
        """A user's template replaces ours, and uses our other parts; its values are escaped, too."""
        (folder / "pages" / "tutorial.md.j2").write_text(
            '{% from "_parts.md.j2" import notes %}\n# {{ page.title }} {{ [page.title]|join(", ") }}\n\n{{ notes(page) }}\n'
        )
        assert "# &lt;b> &lt;b>\n\n## Notes\n\n- &lt;b>\n- &lt;b>\n" == self.made(folder)

    def test_words(self, folder):
        """A file of words adds to ours."""
        (folder / "pages" / "words.yaml").write_text("en: {notes: Remarks}\nfr: {notes: Remarques}\n")
        assert ("## Remarks", "## Remarques") == tuple(
            re.search("## Rem.*", pages.reference(endpoint("x"), locale, "md", folder))[0] for locale in ("en", "fr")
        )

    def test_style(self, folder):
        """A style of one's own is allowed by its own hash."""
        (folder / "pages" / "page.css").write_text("p { margin: 0 }\n")
        (folder / "pages" / "parts.css").write_text("")
        assert "<style>p { margin: 0 }</style>" in self.made(folder, form="html")

    @pytest.mark.parametrize(("name", "text", "place", "what"), [
        ("tutorial.md.j2", "a\n{% if %}", ":2: ", "Expected an expression"),
        ("tutorial.md.j2", "a\n\n{{ page.nothing }}", ":3: ", "UndefinedError: 'snippetgen.pages.model.Page object' has no attribute 'nothing'"),
        ("tutorial.md.j2", "\n{{ say('nothing') }}", ":2: ", 'words.yaml has no "nothing" (did you mean "'),
        ("tutorial.md.j2", "\n{{ say('time_out') }}", ":2: ", "{seconds} has no value here (available: none)"),
        ("tutorial.md.j2", "{{ 1 / 0 }}", ":1: ", "ZeroDivisionError: division by zero"),
        ("tutorial.md.j2", "\n{{ page.title ~ 'x' }}", ":2: ", "Concat could print text without escaping; print each value by itself"),
        ("tutorial.md.j2", "{{ page.title|safe }}", ":1: ", "No filter named 'safe'."),
        ("tutorial.md.j2", "\n{% autoescape false %}{{ page.title }}{% endautoescape %}", ":2: ", "could print text without escaping"),
        ("_parts.md.j2", "{% macro head(page, others, tabs) %}\n{{ page.x }}{% endmacro %}", "_parts.md.j2:2: ", "has no attribute 'x'"),
        ("tutorial.md.j2", "{% from 'none.j2' import a %}", "none.j2: ", "no such template"),
        ("words.yaml", "en:\n  notes: [1]\n", ":2:10: ", "must be text"),
        ("words.yaml", "en: {", ":", "not YAML"),
    ])
    def test_mistakes(self, folder, name, text, place, what):
        """A mistake in a template is one message, with its file and line."""
        (folder / "pages" / name).write_text(text)
        with pytest.raises(TemplateError) as caught:
            self.made(folder)
        assert (True, True, True) == (str(folder / "pages") in str(caught.value) or name in str(caught.value), place in str(caught.value), what in str(caught.value)), str(caught.value)

    def test_a_style_that_ends_its_element(self, folder):
        """A style that would end its element is refused."""
        (folder / "pages" / "page.css").write_text("</style><script>")
        with pytest.raises(TemplateError, match=r"page\.css:1: contains </"):
            self.made(folder, form="html")

    def test_ours_are_sound(self, folder):
        """Each of our templates can be copied, and gives the same page."""
        shutil.copytree(ROOT / "templates" / "pages", folder / "pages", dirs_exist_ok=True)
        assert [self.made(None, "x", form) for form in pages.FORMS] == [self.made(folder, "x", form) for form in pages.FORMS]
