"""Each law can be broken: a sabotaged template is caught, so a green table means something."""

import shutil
from pathlib import Path

import pytest

from snippetgen import spec
from snippetgen.languages import Languages, language
from snippetgen.verify import Options, verify

SPECS = Path(__file__).parent.parent / "specs"

SABOTAGE = {
    "a header is lost": (1, "requests.py.j2", "    headers=", "    cookies="),
    "the method is another": (1, "requests.py.j2", "requests.{{ r.method|ident }}(", "requests.put("),
    "the request is sent twice": (
        1,
        "requests.py.j2",
        "import requests\n",
        "import requests\n\nrequests.get({{ r.url|value }}, timeout=3)\n",
    ),
    "the answer is decorated": (
        2,
        "requests.py.j2",
        'call("print", code("response.json()"',
        'call("print", "0", code("response.json()"',
    ),
    "the exit code is 1": (
        2,
        "requests.py.j2",
        "import requests\n",
        "import atexit, os\n\nimport requests\n\natexit.register(os._exit, 1)\n",
    ),
    "an error status is ignored": (3, "requests.py.j2", "if response.status_code >= 300:", "if not response.content:"),
    "the error's body is kept secret": (3, "requests.py.j2", " or response.text", ""),
    "the error's body is the output": (3, "requests.py.j2", 'sys.exit(f"HTTP', 'print(response.text) or sys.exit(f"HTTP'),
    "a redirect is followed as another request": (3, "requests.py.j2", "    allow_redirects=False,\n", ""),
    "a redirect's page is the answer": (3, "requests.py.j2", "status_code >= 300", "status_code >= 400"),
    "a redirect's address is kept secret": (3, "requests.py.j2", 'response.headers.get("Location") or ', ""),
    "a redirect takes the key to a stranger": (
        4,
        "requests.py.j2",
        "    allow_redirects=False,\n",
        "    allow_redirects=not setattr(requests.Session, 'should_strip_auth', lambda *_: False),\n",
    ),
    "there is no time-out": (3, "requests.py.j2", "timeout={{ r.timeout|number }}", "timeout=None"),
    "a missing variable is no matter": (4, "language.yaml", "os.environ[{string}]", "os.environ.get({string}, 'None')"),
    "certificates are not checked": (4, "requests.py.j2", "    timeout=", "    verify=False,\n    timeout="),
    "pieces wait for the end": (5, "_sse.j2", ', end="", flush=True)', ', end="")'),
    "the first data line is enough": (5, "_sse.j2", '"\\n".join(data)', "data[0]"),
    "an early end is no matter": (5, "_sse.j2", "        sys.exit(", "        print("),
    "an import is not used": (6, "requests.py.j2", "import requests\n", "import requests, json\n"),
    "the layout is odd": (6, "requests.py.j2", "if response.status_code >= 300:", "if  response.status_code >= 300:"),
    "a file appears": (7, "requests.py.j2", "import requests\n", 'import requests\n\nopen("PWNED", "w")\n'),
}


@pytest.mark.toolchain
@pytest.mark.parametrize("how", SABOTAGE)
def test_a_broken_law_is_noticed(how, tmp_path):
    """A template that breaks one law makes verify report that law."""
    law, file, old, new = SABOTAGE[how]
    shutil.copytree(language.shipped_folder("templates") / "python", tmp_path / "python")
    path = tmp_path / "python" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    rows = verify(
        [spec.load(SPECS / "qwq-32b.yaml")], Languages(tmp_path).select("python/requests"), Options(frozenset([law]), 2)
    )
    assert {failure.law for failure in rows[0].failures} == {law}


@pytest.mark.toolchain
def test_a_missing_toolchain_is_named(tmp_path):
    """A target whose toolchain is missing is not executed, and its row says what is missing."""
    shutil.copytree(language.shipped_folder("templates") / "python", tmp_path / "python")
    facts = tmp_path / "python" / "language.yaml"
    facts.write_text(facts.read_text("utf-8").replace("  needs: [python3]", "  needs: [no-such-python]", 1), "utf-8")
    rows = verify([spec.load(SPECS / "qwq-32b.yaml")], Languages(tmp_path).select("python"), Options(frozenset([1])))
    assert (rows[0].programs, rows[0].not_executed.split(" (")[0]) == (0, "no-such-python is not installed")


@pytest.mark.toolchain
def test_secrets_are_more_than_ascii(tmp_path):
    """A program that takes the bytes of a variable for characters breaks law 1, though it sends ASCII as it should."""
    shutil.copytree(language.shipped_folder("templates") / "perl", tmp_path / "perl")
    facts = tmp_path / "perl" / "language.yaml"
    text = facts.read_text("utf-8")
    assert 'env: "decode_utf8({})"' in text
    facts.write_text(text.replace('env: "decode_utf8({})"', 'env: "{}"'), "utf-8")
    endpoint = spec.load(SPECS.parent / "tests" / "specs" / "secret-json.yaml")
    row = verify([endpoint], Languages(tmp_path).select("perl"), Options(frozenset([1]), sample=True))[0]
    assert [failure.text.partition(":")[0] for failure in row.failures] == ["with secrets beyond ASCII"]
