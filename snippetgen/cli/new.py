"""`snippetgen new`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from snippetgen.basics import files
from snippetgen.cli import common
from snippetgen.errors import FileError, SpecError
from snippetgen.http import METHODS
from snippetgen.spec import draft

AUTH = ("none", "bearer", "basic", "digest", "apikey")

EPILOG = """\b
snippetgen new --title "Search" --url "https://api.example.com/search?q=cats"
snippetgen new chat.yaml --title Chat --url https://api.example.com/v1/chat \\
  --auth bearer --env API_KEY --body '{"model": "m1", "prompt": "Hi"}' \\
  --answer '{"text": "Hello"}' --result text
"""


@click.command("new", epilog=EPILOG)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--title", default="", help="The title of the endpoint.")
@click.option("--method", default="", help="GET, POST … (default: POST if there is a body, else GET).")
@click.option("--url", default="", help="The whole address; each {name} in its path needs a --param.")
@click.option("--auth", type=click.Choice(AUTH), help="Authentication.")
@click.option("--env", default="", metavar="NAME", help="bearer, apikey: the environment variable with the key; "
              "basic, digest: NAME_USER and NAME_PASSWORD are used.")  # fmt: skip
@click.option("--key", default="header:X-API-Key", show_default=True, metavar="PLACE:NAME",
              help="apikey: where the key is sent (header, query or cookie) and its name.")  # fmt: skip
@click.option("--param", "params", multiple=True, metavar="PLACE:NAME=VALUE",
              help="A parameter in path, query, header or cookie (can be repeated).")  # fmt: skip
@click.option("--body", default="", metavar="JSON", help="An example of the JSON body.")
@click.option("--answer", default="", metavar="TEXT", help="An example response.")
@click.option(
    "--result", default="", metavar="PATH", help="The part of it that a program prints, such as choices[0].text."
)
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
def command(file: Path | None, force: bool, **options: Any) -> None:
    """Write a first spec.

    With --url, nothing is asked; without it, you are asked for what the options leave open. FILE is named after the
    title by default, and is written to ./specs if that folder exists.
    """
    if file:
        _check_free(file, force)
    written = _draft(options if options["url"] else _ask(options))
    folder = Path(files.DEFAULT) if Path(files.DEFAULT).is_dir() else Path()
    path = file or folder / draft.file_name(written.title)
    _check_free(path, force)
    has_schema = (path.parent / "spec.schema.json").exists()
    files.write(path, written.text(str(path), "spec.schema.json" if has_schema else ""))
    common.note(f"written {path}")
    common.note(f"next: snippetgen render {path}")
    if not has_schema:
        common.note(f"for help in your editor: snippetgen schema > {path.parent / 'spec.schema.json'}")


def _check_free(path: Path, force: bool) -> None:
    if path.exists() and not force:
        raise FileError(f"{path}: already exists (--force overwrites it)")


def _draft(options: dict[str, Any]) -> draft.Draft:
    params = tuple(map(draft.parse_param, options["params"]))
    for name in draft.placeholders(options["url"]):
        if ("path", name) not in [one[:2] for one in params]:
            raise click.UsageError(f"{{{name}}} needs a value: --param path:{name}=VALUE")
    return draft.Draft(
        title=options["title"] or options["url"].partition("?")[0].rstrip("/").rpartition("/")[2],
        method=options["method"] or ("POST" if options["body"] else "GET"),
        url=options["url"],
        auth=_auth(options),
        params=params,
        body=options["body"],
        answer=options["answer"],
        result=options["result"],
    )


def _auth(options: dict[str, Any]) -> dict[str, Any]:
    kind, env = options["auth"] or "none", options["env"]
    if kind == "none":
        return {}
    if not env:
        raise click.UsageError(f"--auth {kind} needs --env NAME.")
    if kind == "bearer":
        return {"type": kind, "env": env}
    if kind in ("basic", "digest"):
        return {"type": kind, "user": {"env": f"{env}_USER"}, "password": {"env": f"{env}_PASSWORD"}}
    place, _, name = options["key"].partition(":")
    return {"type": kind, "in": place, "name": name, "env": env}


def _ask(options: dict[str, Any]) -> dict[str, Any]:
    """The options, with the user's answers for those that are missing."""
    given = dict(options)
    _fill(given, "title", "Title")
    _fill(given, "url", "Address")
    _fill(given, "method", "Method", "POST" if given["body"] else "GET")
    known = [draft.parse_param(one)[:2] for one in given["params"]]
    for name in draft.placeholders(given["url"]):
        if ("path", name) not in known:
            given["params"] += (f"path:{name}={click.prompt(f'Example for {{{name}}}', err=True)}",)
    given["auth"] = given["auth"] or click.prompt("Authentication", "none", type=click.Choice(AUTH), err=True)
    if given["auth"] in ("basic", "digest"):
        _fill(given, "env", "Prefix of the environment variables …_USER and …_PASSWORD", "API")
    elif given["auth"] != "none":
        _fill(given, "env", "Environment variable with the key", "API_KEY")
    if given["auth"] == "apikey":
        given["key"] = click.prompt("Where the key is sent", given["key"], err=True)
    if given["method"] not in ("GET", "HEAD"):
        _fill(given, "body", "JSON body (Enter for none)", "")
    _fill(given, "answer", "Example response (Enter for none)", "")
    if given["answer"]:
        _fill(given, "result", "Path of what a program prints (Enter for the whole response)", "")
    return given


def _fill(given: dict[str, Any], key: str, label: str, default: str | None = None) -> None:
    """Ask for a missing option, again until the answer fits into a spec."""

    def fitting(answer: str) -> str:
        if key == "method" and answer != answer.upper() in METHODS:
            raise click.UsageError(f'"{answer}" is a method of its own (did you mean "{answer.upper()}"?)')
        trial = {**given, key: answer}
        trial["title"], trial["url"] = trial["title"] or "x", trial["url"] or "https://example.com"
        trial["params"] += tuple(f"path:{name}=x" for name in draft.placeholders(trial["url"]))
        trial["env"] = trial["env"] or "X"
        try:
            _draft(trial).text("")
        except SpecError as error:
            raise click.UsageError("; ".join(one.text for one in error.mistakes) or str(error)) from None
        return answer

    if not given[key]:
        given[key] = click.prompt(label, default, show_default=bool(default), value_proc=fitting, err=True)
