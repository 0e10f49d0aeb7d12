"""A directory of endpoints in a browser: its files behind a server of ours, or `snippetgen serve`, and a page that is watched."""

import functools
import http.server
import json
import os
import re
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from pagetexts import ROOT

SNIPPETGEN = [sys.executable, "-m", "snippetgen"]
SECONDS = 60

PETS = """\
title: {en: Search pets, zh: 搜索宠物}
summary: {en: Finds pets, zh: 查找宠物}
category: {en: Pets, zh: 宠物}
tags: [animals]
method: GET
servers: {default: "%s"}
path: /pets/{kind}
auth: {type: apikey, in: header, name: X-Pet-Key, env: PETS_KEY}
params:
  - {name: kind, in: path, example: dogs, description: The kind of animal}
  - {name: createdAfter, in: query, example: "2026-01-01", description: The first day}
  - {name: limit, in: query, type: integer, example: 10}
  - {name: color, in: query, enum: [black, white], example: white}
responses: [{status: 200, example: {name: Rex, age: 1.50, big: 12345678901234567890, tags: []}}]
"""

MARKUP = [
    "<img src=x onerror=window.__owned=1>", "</script><script>window.__owned=1</script>", "<svg onload=window.__owned=1>", "javascript:window.__owned=1",
    "[x](javascript:window.__owned=1)", "\u202e</textarea><img src=x onerror=window.__owned=1>\u2066", "\"'><a href=javascript:window.__owned=1 autofocus onfocus=window.__owned=1>x</a>",
]  # fmt: skip


def hostile(url="https://api.example.com"):
    """A spec with markup in every place for a text."""
    text = " ".join(MARKUP)
    words = {"en": text, "zh": f"危 {text}"}
    return {
        "title": words, "summary": words, "notes": [words], "category": words, "tags": MARKUP, "provider": {"name": words, "url": "https://provider.example"},
        "contact": {"name": words, "url": "https://provider.example"}, "price": words, "limits": [words], "deprecated": {"instead": words},
        "method": "POST", "servers": {"default": {"url": url, "title": words}}, "path": "/things",
        "auth": {"type": "bearer", "env": "KEY", "url": "https://provider.example/key"},
        "params": [
            {"name": MARKUP[0], "in": "query", "example": text, "enum": [text, "y"], "default": text, "format": text, "description": words},
            {"name": "X-Text", "in": "header", "example": MARKUP[0], "description": words},
            {"name": "note", "in": "body", "example": text, "description": words},
        ],
        "responses": [{"status": 200, "description": words, "example": {text: text, "note": MARKUP, "delta": text}}, {"status": 400, "example": {text: text}}],
        "result": "note",
        "stream": {"set": {"note": "stream"}, "delta": "delta", "example": [json.dumps({"delta": one}) for one in MARKUP]},
    }  # fmt: skip


def environment(tmp):
    return os.environ | {"SNIPPETGEN_CACHE": str(tmp / "cache"), "SOURCE_DATE_EPOCH": "1750000000", "PYTHONUNBUFFERED": "1", "NO_PROXY": "*"}


def write_specs(folder, urls=()):
    """Specs of a directory: ours, one with a path, a query and a key, and a hostile one."""
    folder.mkdir(parents=True)
    shipped = ("qwq-32b", "upload", "put-binary", "head", "login-form")
    for file in [*(ROOT / "specs" / f"{one}.yaml" for one in shipped), ROOT / "tests" / "specs" / "stream-lines.yaml"]:
        (folder / file.name).write_text(file.read_text("utf-8"), "utf-8")
    (folder / "pets.yaml").write_text(PETS % dict(urls).get("pets", "https://api.pets.example"), "utf-8")
    (folder / "hostile.yaml").write_text(json.dumps(hostile(*([dict(urls)["hostile"]] if urls else []))), "utf-8")
    return folder


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Nothing is written to the output of tests."""


@contextmanager
def listening(handler):
    """A server on loopback, as its address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join(SECONDS)


@contextmanager
def built(tmp, specs, *words):
    """The address of the files that `snippetgen site` writes."""
    command = [*SNIPPETGEN, "site", str(specs), "--out", str(tmp / "out"), "--quiet", "--jobs", "1", *words]
    subprocess.run(command, cwd=tmp, env=environment(tmp), check=True, timeout=SECONDS)
    with listening(functools.partial(Quiet, directory=tmp / "out")) as address:
        yield address


@contextmanager
def running(tmp, *words):
    """A command of ours that serves, as the address that it prints first."""
    with subprocess.Popen([*SNIPPETGEN, *words], cwd=tmp, env=environment(tmp), stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        watch = threading.Timer(SECONDS, process.kill)
        watch.start()
        try:
            address = re.search(r"http://[\d.:]+", process.stdout.readline())[0]
            watch.cancel()
            yield address
        finally:
            watch.cancel()
            process.terminate()
            process.wait(SECONDS)


class Reader:
    """A reader's browser: at the end it must have asked no other host, complained of nothing, and run nothing of a hostile text."""

    def __init__(self, browser, address, **options):
        self.address, self.faults = address, []
        self.expected = ()
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(15_000)
        self.context.add_init_script("addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective}`))")

    def open(self, path):
        page = self.context.new_page()
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", self._asked)
        page.goto(f"{self.address}/{path}")
        return page

    def _asked(self, request):
        if request.url[:5] not in ("data:", "blob:") and urlsplit(request.url).netloc != urlsplit(self.address).netloc:
            self.faults.append(request.url)

    def close(self):
        owned = [page.evaluate("window.__owned ?? null") for page in self.context.pages]
        self.context.close()
        assert [] == [one for one in self.faults if not any(word in one for word in self.expected)]
        assert [None] * len(owned) == owned


def barriers(page):
    """What axe finds."""
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in Axe().run(page).response["violations"]]


def until(page, script, arg=None):
    """Wait until a script is true, without an eval in the page, which its policy forbids."""
    end = time.monotonic() + 20
    while not (found := page.evaluate(script, arg)):
        assert time.monotonic() < end, script
        page.wait_for_timeout(30)
    return found


def console(page):
    """The form of the console, once it is there."""
    page.wait_for_selector("#console-form:not([hidden])")
    return page.locator("#console-form")


def state(page):
    """What the fields of the form hold, by their labels."""
    script = """form => [...form.querySelectorAll(".request input:not([type=file]), .request select, .request textarea")].filter(one => one.checkVisibility())
      .map(one => [one.getAttribute("aria-label") ?? one.labels[0]?.textContent, one.type === "checkbox" ? one.checked : one.value])"""
    return [tuple(one) for one in console(page).evaluate(script)]
