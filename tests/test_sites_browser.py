"""Tabs of MkDocs and Sphinx in a real browser: a choice shows in every block of a page, and is kept on the next page."""

import functools
import http.server
import subprocess
import sys
import threading

import pytest
import sites

MKDOCS = """\
site_name: Site
theme: {name: material, font: false, features: [content.tabs.link]}
use_directory_urls: false
plugins: [snippetgen]
markdown_extensions: [pymdownx.superfences, pymdownx.tabbed: {alternate_style: true}]
"""
MARKER = "<!-- snippetgen:start spec=../specs/{}.yaml lang={} -->\n<!-- snippetgen:end -->\n\n"
DIRECTIVE = ".. snippetgen:: ../specs/{}.yaml\n   :lang: {}\n\n"
INDEX = "index\n=====\n\n.. toctree::\n\n   two\n\n"
BOTH, ALL = "python,node", "java,node,python"
COMMANDS = {
    "mkdocs": ["mkdocs", "build", "--quiet", "--site-dir", "site"],
    "sphinx-design": ["sphinx", "-q", "-W", "docs", "site"],
    "sphinx-tabs": ["sphinx", "-q", "-W", "docs", "site"],
}


def files(tool):
    """A site of two pages: two blocks on the first, one on the second."""
    if tool == "mkdocs":
        one, two = (MARKER.format(name, BOTH) for name in ("cats", "plain"))
        return {"mkdocs.yml": MKDOCS, "docs/index.md": f"# One\n\n{one}{two}", "docs/two.md": f"# Two\n\n{MARKER.format('cats', ALL)}"}
    one, two = (DIRECTIVE.format(name, BOTH) for name in ("cats", "plain"))
    config = f"extensions = ['snippetgen.plugins.sphinx', '{'sphinx_design' if tool == 'sphinx-design' else 'sphinx_tabs.tabs'}']\n"
    return {"docs/conf.py": config, "docs/index.rst": INDEX + one + two, "docs/two.rst": f"two\n===\n\n{DIRECTIVE.format('cats', ALL)}"}


@pytest.fixture(params=COMMANDS)
def site(request, tmp_path, chromium):
    """A site, built and served: its folder, and a page of the browser at its first page."""
    sites.write(tmp_path, files(request.param))
    subprocess.run([sys.executable, "-m", *COMMANDS[request.param]], cwd=tmp_path, check=True, timeout=120)
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=tmp_path / "site")
    handler.func.log_message = lambda *_: None
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}"
    context = chromium.new_context()
    context.route("**", lambda route: route.continue_() if route.request.url.startswith(origin) else route.abort())
    page = context.new_page()
    page.goto(f"{origin}/index.html")
    yield tmp_path, page
    context.close()
    server.shutdown()
    server.server_close()


def seen(page):
    return [text.rstrip("\n") for text in page.locator("pre:visible").all_text_contents()]


def test_a_choice_counts_everywhere(site):
    """A click on a tab shows its program in each block of the page and on the next page, to the letter."""
    folder, page = site
    python, node = ([sites.expected(folder, name, lang)[0] for name in ("cats", "plain")] for lang in ("python", "node"))
    assert python == seen(page)
    page.get_by_text("Node.js", exact=True).first.click()
    assert node == seen(page)
    page.goto(page.url.replace("index", "two"))
    page.locator("pre:visible").first.wait_for()
    assert node[:1] == seen(page)
