"""One operation -> the data of a spec."""

from __future__ import annotations

from typing import TYPE_CHECKING

from snippetgen.importers.address import query_params
from snippetgen.importers.model import Imported
from snippetgen.importers.openapi import answers, forms, passwords, security
from snippetgen.importers.openapi.about import about
from snippetgen.importers.openapi.operation import words
from snippetgen.importers.openapi.parameters import Parameters
from snippetgen.importers.openapi.servers import servers
from snippetgen.importers.openapi.titles import in_words, one_line, plain_text
from snippetgen.importers.secrets import Secrets
from snippetgen.spec.parameters import addressed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from snippetgen.importers.openapi.operation import Data, Operation


def convert(operation: Operation, name: str) -> Imported:
    """The spec of an operation.

    Raises:
        Refused: programs cannot send a body of its media type.
    """
    found_servers = servers(operation)
    address = next(iter(found_servers.addresses.values()))
    auths = security.auths(operation, address) or security.asked_by_header(operation, address)
    found = Parameters(operation, {security.place(one) for one in auths})
    kept, more, _ = query_params(found_servers.query, Secrets("", keep=True))
    params = security.ask_for_secrets(operation, [*more, *found.params], address)
    body = forms.read(operation)
    params = passwords.ask(operation, [*params, *body.params], body, address)
    answer = answers.read(operation, params)
    if answer.accept and ("header", "accept") not in {security.place(one) for one in auths}:
        params.insert(0, {"name": "Accept", "in": "header", "example": answer.accept})
    params = _with_one_cookie_header(operation, params, auths)
    params = list(_without_nulls(operation, params, in_body=body.body is None or body.body.get("type") is None))
    data: Data = {"title": _title(operation), **_summary(operation), **about(operation), "method": operation.method}
    path = found.path + (("&" if "?" in found.path else "?") + kept if kept else "")
    data |= {"servers": found_servers.addresses, "path": path}
    optional = {
        "auth": auths[0] if len(auths) == 1 else auths,
        "params": params,
        "body": body.body,
        "examples": body.examples,
        "responses": answer.responses,
        "stream": answer.stream,
    }
    names = [(one["in"], one["name"]) for one in params]
    for example in body.examples.values():
        example["set"] = {addressed("body", path, names): value for path, value in example["set"].items()}
    data |= {key: value for key, value in optional.items() if value}
    return Imported(name, operation.root.file, data, tuple(operation.notes))


def _with_one_cookie_header(operation: Operation, params: list[Data], auths: list[Data]) -> list[Data]:
    """The parameters; a header Cookie is left out where cookies of their own make that header."""
    whole = [one for one in params if one["in"] == "header" and one["name"].lower() == "cookie"]
    others = [one for one in params if one["in"] == "cookie" and ({"example", "env"} & set(one))]
    if not whole or not (others or any(security.place(one)[0] == "cookie" for one in auths)):
        return params
    operation.note("the header Cookie is left out: the cookies that are described one by one make it")
    return [one for one in params if one not in whole]


def _without_nulls(operation: Operation, params: list[Data], *, in_body: bool) -> Iterator[Data]:
    """The parameters; null, for which only JSON has a word, is left out (RFC 6570, section 2.3: it is undefined).

    Args:
        in_body: whether the body is JSON.
    """
    for one in params:
        value = one.get("example", "")
        if (one["in"] == "body" and in_body) or not (value is None or (isinstance(value, list) and None in value)):
            yield one
            continue
        what = "form" if one["in"] == "body" else one["in"]
        operation.note(f'null in "{one["name"]}" is left out: a {what} has no word for it')
        kept = [each for each in value if each is not None] if value else []
        if kept:
            yield one | {"example": kept}


def _title(operation: Operation) -> str:
    data = operation.data
    name = words(data.get("operationId"))
    found = one_line(words(data.get("summary"))) or in_words(name)
    return found or f"{operation.method} {operation.path}"


def _summary(operation: Operation) -> Data:
    """The description of the operation, or a summary that is too long for a title."""
    whole, title = words(operation.data.get("summary")), _title(operation)
    cut = whole if title not in (whole, " ".join(plain_text(whole).split())) else ""
    text = "\n\n".join(filter(None, (cut, words(operation.data.get("description")))))
    return {"summary": text} if text and text != title else {}
