"""Test data for both formats of a page: one endpoint whose every text is hostile."""

from pathlib import Path

from snippetgen import pages, spec
from snippetgen.data.paths import written
from snippetgen.languages import Languages
from snippetgen.request.choices import Choices

ROOT = Path(__file__).parent.parent
SPECS = [*sorted((ROOT / "specs").glob("*.yaml")), *sorted((ROOT / "tests" / "specs").glob("*.yaml"))]

HOSTILE = [
    "<script>alert(1)</script>", "<b>x", "</code></pre></td></table></style></title>", "<!-- x -->", "<!-- x", "<?x?>", "&lt;b&gt; &#60; &amp",
    "'\"><img src=x onerror=alert(1)>", "a | b", "|", "\\|", "\\", "x \\", "\\\\|", "`", "``", "`|`", "` `` ```", "```", "```\nx", "~~~",
    "](javascript:alert(1))", "[x](javascript:alert(1))", "![x](https://x.example/y.png)", "[x]: https://x.example", "<https://x.example>",
    "<a@x.example>", "[^1]: x", "[ ] x", "# x", "#", "x #", "## x ##", "- x", "+ x", "* x", "1. x", "12) x", "> x", "=", "===", "---", "***", "_ _ _", ": x",
    "    x", "\tx", "$x$", "$$x$$", "@x hello @y", "*x* **x** _x_ __x__ ~~x~~ *x", "a_b_c _", "{{ 7*7 }} {% raw %} {#x .y}", "::: x", "!!! x",
    "https://x.example www.x.example x://y", "x\n# y\n- z\n```\n<b>", "\r\nx\r\n|\r", "a\u2028# b", "\u202ex\u202c", "\x1b[31mx\x00\x07", "x\x0by\x0cz\x85w",
    "| --- | --- |", "-", "&", "!", "x.", "名称 | 说明 😀", "\ufeffx", "%", "/* x */ // x", "\u200b\u00ad",
    "a <!--@include: ../x.txt--> b", '--8<-- "x.txt"', "a\n;--8<-- 'x'", "{! x.txt !}", "{{< x >}}", "<<< @/x.txt", "import x from 'y'", "export const x = 1", "x {{", "{{{ x }}}",
    "{ onclick=x .y }", "r 6*7", "{python} 6*7", "::include{file=x.md}",
]  # fmt: skip


def endpoint(text):
    """An endpoint with this text in every place for a text."""
    name = written(text)
    words = {"en": text}
    return spec.from_data({
        "title": words,
        "summary": words,
        "notes": [words, words],
        "category": words,
        "tags": [text],
        "provider": {"name": words, "url": "https://provider.example"},
        "contact": {"name": words, "url": "https://provider.example"},
        "price": words,
        "limits": [words, words],
        "deprecated": {"instead": words},
        "method": "POST",
        "servers": {"default": "https://api.example.com", "spare": "https://spare.example.com"},
        "path": "/things",
        "auth": {"type": "bearer", "env": "KEY"},
        "params": [
            {"name": text, "in": "query", "required": True, "example": text, "enum": [text, "y"], "default": text, "format": text, "description": words},
            {"name": name, "in": "body", "nullable": True, "example": text, "description": words},
            {"name": "list", "in": "body", "type": "array", "example": [text, 1]},
        ],
        "body": {"example": {"o": {text: text}}, "fields": [{"name": "o", "description": words}]},
        "examples": {"more": {"title": words, "set": {f"body.{name}": text}}},
        "responses": [
            {"status": 200, "description": words, "example": {text: text, "s": [text]}, "fields": [{"name": name, "description": words}]},
            {"status": 202, "media_type": "text/plain", "example": text},
            {"status": 400, "description": words, "example": {text: text}, "fields": [{"name": name, "description": words}]},
        ],
        "result": name,
        "stream": {"events": "full", "set": {f"body.{name}": text}, "delta": name, "done": text, "example": [{text: text}, text]},
    }, "x.yaml", "x")


def target(words="python"):
    return Languages().select(words)


def page(form, text, kind="tutorial", locale="en"):
    """A page of `endpoint`."""
    return of(endpoint(text), form, kind, locale)


def of(one, form, kind="tutorial", locale="en", words="python"):
    """A page of an endpoint."""
    if kind == "reference":
        return pages.reference(one, locale, form)
    return pages.tutorial(one, target(words), Choices(), locale, form)
