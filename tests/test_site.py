"""`snippetgen site`: a directory of endpoints as static files."""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from click.testing import CliRunner

from snippetgen.cli import main

SPECS = Path(__file__).parent.parent / "specs"

ANOTHER = """\
title: {en: Search pets, zh: 搜索宠物}
summary: {en: Finds pets, zh: 查找宠物}
category: {en: Pets, zh: 宠物}
tags: [animals, "a/b & <c>"]
provider: {name: Pet shop, url: "https://pets.example"}
method: GET
url: https://api.pets.example/pets
params:
  - {name: createdAfter, in: query, example: "2026-01-01", description: The first day}
responses: [{status: 200, example: {name: Rex}}]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with two specs, in which commands run."""
    (tmp_path / "specs").mkdir()
    shutil.copy(SPECS / "qwq-32b.yaml", tmp_path / "specs")
    (tmp_path / "specs" / "pets.yaml").write_text(ANOTHER, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    return tmp_path


def run(*words):
    return CliRunner().invoke(main, ["site", "--lang", "python,shell", "--jobs", "1", *words])


def made(folder, out="site"):
    top = folder / out
    return sorted(one.relative_to(top).as_posix() for one in top.rglob("*") if one.is_file())


def written(result):
    return sorted(re.findall(r"(?m)^written site/(.+)$", result.output))


class Page(HTMLParser):
    """The links, the texts and the elements of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.tags, self.texts = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data):
        self.texts.append(data)


def test_it_writes_pages_lists_search_and_twins(folder):
    """Each endpoint has a page and a twin in each language, and all have an index, lists, a search and llms.txt."""
    assert run().exit_code == 0
    pages = ["pets", "qwq-32b", "index", "category/ai-models", "category/pets", "provider/pet-shop", "tag/a-b-c", "tag/animals"]
    twins = [f"{where}{one}.{ending}" for where in ("", "zh/") for one in pages for ending in ("html", "md")]
    shared = ["snippetgen.css", "snippetgen.js", "site.css", "site.js", "llms.txt", "changes.json"]
    search = ["search/0.json", "search/docs-0.json", "search/index.json"]
    expected = {*twins, *shared, *search}
    assert expected == {one for one in made(folder) if not one.startswith(("tag/llm", "zh/tag/llm", "provider/al", "zh/provider/al"))}


def test_without_an_address_there_is_no_sitemap(folder):
    """The sitemap and the feed need whole addresses, so they are written only with --base."""
    run()
    before = {"sitemap.xml", "feed.xml"} & set(made(folder))
    run("--base", "https://docs.example/apis")
    assert (set(), {"sitemap.xml", "feed.xml"}) == (before, {"sitemap.xml", "feed.xml"} & set(made(folder)))


def test_every_link_leads_somewhere(folder):
    """Every relative link of every page names a file of the directory."""
    run("--base", "https://docs.example/apis/")
    known = {f"/{one}" for one in made(folder)}
    broken = []
    for name in (one for one in made(folder) if one.endswith(".html")):
        for link in Page((folder / "site" / name).read_text("utf-8")).links:
            to = urljoin(f"/{name}", link).partition("#")[0]
            if not link.startswith(("https:", "mailto:", "data:")) and unquote(to) not in known:
                broken.append((name, link))
    assert [] == broken


def test_no_page_asks_another_host(folder):
    """Pages load nothing but their own files: what they load has relative addresses."""
    run()
    found = set()
    for name in (one for one in made(folder) if one.endswith(".html")):
        text = (folder / "site" / name).read_text("utf-8")
        found |= set(re.findall(r'<(?:script|img|iframe)[^>]*src="([^"]+)', text))
        found |= set(re.findall(r'<link rel="stylesheet" href="([^"]+)', text))
    assert {False} == {"//" in one for one in found}


@pytest.mark.usefixtures("folder")
def test_a_second_run_writes_nothing():
    """What has not changed is not written again."""
    run()
    assert [] == written(run())


def test_a_changed_spec_is_made_again_alone(folder):
    """After a change of one spec its pages are written, and what is made of all endpoints where that differs."""
    run("--base", "https://docs.example/")
    spec = folder / "specs" / "pets.yaml"
    spec.write_text(spec.read_text("utf-8").replace("Finds pets", "Finds dogs"), "utf-8")
    again = written(run("--base", "https://docs.example/"))
    assert ([], ["pets.html", "pets.md"]) == ([one for one in again if "qwq" in one], [one for one in again if one.startswith("pets.")])


def test_pages_of_a_spec_that_is_gone_are_removed(folder):
    """Without its spec an endpoint has no page, no list of its own, and is not found."""
    run()
    (folder / "specs" / "pets.yaml").unlink()
    run()
    assert [] == [one for one in made(folder) if "pets" in one or "animals" in one]


def test_a_file_of_somebody_else_is_left_alone(folder):
    """What no build made stays in the folder."""
    (folder / "site").mkdir()
    (folder / "site" / "CNAME").write_text("docs.example", "utf-8")
    run()
    run()
    assert "docs.example" == (folder / "site" / "CNAME").read_text("utf-8")


def test_check_says_whether_it_is_up_to_date(folder):
    """--check writes nothing, and exits 1 where a file would change."""
    first = run("--check").exit_code
    nothing = not (folder / "site").exists()
    run()
    assert (1, True, 0) == (first, nothing, run("--check").exit_code)


def test_the_configuration_may_have_a_site(folder):
    """Without specs, the site of the configuration is made, as `build` makes it."""
    (folder / "snippetgen.yaml").write_text("specs: [specs]\nsite: {out: public, title: Ours, locales: [zh], targets: [python]}\n", "utf-8")
    result = CliRunner().invoke(main, ["site"])
    built = CliRunner().invoke(main, ["build", "--check"])
    page = (folder / "public" / "index.html").read_text("utf-8")
    assert (0, 0, True, True) == (result.exit_code, built.exit_code, "<title>Ours</title>" in page, '<html lang="zh' in page)


def test_a_configuration_without_a_site_says_so(folder):
    """A configuration that has none is named, with what to write instead."""
    (folder / "snippetgen.yaml").write_text("specs: [specs]\n", "utf-8")
    result = run()
    assert (2, True) == (result.exit_code, "snippetgen.yaml: has no site" in result.stderr)


def test_operations_of_a_description_stand_after_its_name(folder):
    """The pages of an OpenAPI description, YAML or JSON, are in a folder of its name, and folders keep their names."""
    (folder / "apis" / "v 1").mkdir(parents=True)
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": {"/items": {"get": {"operationId": "listItems", "tags": ["items"], "responses": {"200": {"description": "ok"}}}}},
    }
    (folder / "apis" / "v 1" / "shop.yaml").write_text(json.dumps(document), "utf-8")
    (folder / "apis" / "汉字.json").write_text(json.dumps(document, indent=2), "utf-8")
    (folder / "apis" / "package.json").write_text('{"name": "apis"}', "utf-8")
    assert run("apis").exit_code == 0
    expected = [f"{where}/listItems.{ending}" for where in ("v 1/shop", "汉字") for ending in ("html", "md")]
    assert expected == [one for one in made(folder) if one.startswith(("v 1/", "汉字"))]


def test_a_feed_goes_on(folder, monkeypatch):
    """The feed has the latest change first, and keeps when an endpoint came."""
    run("--base", "https://docs.example/")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    spec = folder / "specs" / "pets.yaml"
    spec.write_text(spec.read_text("utf-8").replace("Finds pets", "Finds dogs"), "utf-8")
    run("--base", "https://docs.example/")
    text = (folder / "site" / "feed.xml").read_text("utf-8")
    entries = re.findall(r"<id>([^<]+)</id>\n<published>([^<]+)</published>\n<updated>([^<]+)</updated>", text)
    came, changed = "2025-06-15T15:06:40Z", "2025-10-09T08:53:20Z"
    assert [("https://docs.example/pets.html", came, changed), ("https://docs.example/qwq-32b.html", came, came)] == entries


def test_two_endpoints_of_one_name_are_an_error(folder):
    """Two specs whose pages would be one file are named, and nothing is written."""
    (folder / "more").mkdir()
    shutil.copy(folder / "specs" / "pets.yaml", folder / "more")
    result = run("specs", "more")
    assert (2, True, False) == (result.exit_code, "both" in result.stderr, (folder / "site").exists())


def test_a_sitemap_names_every_page(folder):
    """The sitemap has the address of every page, percent-encoded, and of an endpoint when it last changed."""
    spec = folder / "specs" / "pets.yaml"
    spec.write_text(spec.read_text("utf-8").replace("{en: Pets, ", "{en: 宠 物, "), "utf-8")
    (folder / "specs" / "汉字 1.yaml").write_text(spec.read_text("utf-8"), "utf-8")
    run("--base", "https://docs.example/apis")
    text = (folder / "site" / "sitemap.xml").read_text("utf-8")
    found = dict(re.findall(r"<url><loc>https://docs.example/apis/([^<]+)</loc>(?:<lastmod>([^<]+)</lastmod>)?", text))
    pages = {one for one in made(folder) if one.endswith(".html")}
    dated = {unquote(one) for one, when in found.items() if when == "2025-06-15T15:06:40Z"}
    endpoints = {f"{where}{one}.html" for where in ("", "zh/") for one in ("pets", "qwq-32b", "汉字 1")}
    assert (pages, endpoints, True) == ({unquote(one) for one in found}, dated, all(one.isascii() and " " not in one for one in found))


HOSTILE = "</script><script>x()</script><img src=x onerror=x()>\"'`{{ 7*7 }}\u202e"


def test_markup_in_a_spec_is_text(folder):
    """Whatever a spec says in any place, its pages have no element of it."""
    said = json.dumps(HOSTILE)
    text = (
        f"title: {said}\nsummary: {said}\ncategory: {said}\ntags: [{said}]\nprovider: {said}\nnotes: [{said}]\nmethod: POST\n"
        f"url: https://api.example.com/x\nparams:\n- {{name: q, in: body, example: {said}, description: {said}, enum: [{said}]}}\n"
        f"- {{name: {said}, in: query, example: {said}}}\n"
        f"responses: [{{status: 200, description: {said}, example: {said}, media_type: text/plain}}]\n"
    )
    (folder / "specs" / "pets.yaml").write_text(text, "utf-8")
    result = run("--title", HOSTILE)
    pages = [Page(one.read_text("utf-8")) for one in (folder / "site").rglob("*.html")]
    scripts = [[tag for tag in page.tags if tag == "script"] for page in pages]
    assert (0, set(), {2, 4}) == (result.exit_code, {"img"} & {tag for page in pages for tag in page.tags}, set(map(len, scripts)))


def test_a_page_is_light(folder):
    """The page of an endpoint with its programs in 15 languages is below 40 kB, compressed."""
    import gzip  # noqa: PLC0415

    CliRunner().invoke(main, ["site", "--jobs", "1"])
    sizes = {one.name: len(gzip.compress(one.read_bytes())) for one in (folder / "site").glob("*.html")}
    assert {} == {name: size for name, size in sizes.items() if size > 40_000}
