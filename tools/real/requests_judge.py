"""Run by the Python that has openapi-core: requests on standard input, a verdict on each on standard output (JSON)."""

from __future__ import annotations

import json
import sys
import warnings
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

warnings.simplefilter("ignore")


class Sent:
    """A request as openapi-core wants it (its protocol Request)."""

    def __init__(self, one: dict[str, Any]) -> None:
        parts = urlsplit(one["url"])
        self.host_url, self.path, self.method = f"{parts.scheme}://{parts.netloc}", parts.path, one["method"].lower()
        self.content_type, self.body = one["type"], one["body"].encode("utf-8", "surrogateescape") or None
        query = ImmutableMultiDict(parse_qsl(parts.query, keep_blank_values=True))
        cookies = ImmutableMultiDict(one["cookies"])
        self.parameters = RequestParameters(query=query, header=Headers(one["headers"]), cookie=cookies)


def causes(error: BaseException) -> str:
    """What is wrong, in short: the innermost errors of a chain."""
    inner = getattr(error.__cause__, "schema_errors", None) if error.__cause__ else None
    if inner:
        return "; ".join(f"{'/'.join(map(str, one.absolute_path))}: {one.message}"[:120] for one in inner)[:240]
    return str(error.__cause__ or error)[:240]


for line in sys.stdin:
    document = json.loads(line)
    try:
        judge = OpenAPI.from_file_path(document["file"])
    except Exception as error:  # noqa: BLE001 - whatever it is, this document cannot be judged
        verdicts = [f"document: {type(error).__name__}"] * len(document["requests"])
    else:
        verdicts = []
        for one in document["requests"]:
            try:
                judge.validate_request(Sent(one))
                verdicts.append("")
            except Exception as error:  # noqa: BLE001 - the verdict
                verdicts.append(f"{type(error).__name__}: {causes(error)}")
    print(json.dumps(verdicts), flush=True)
