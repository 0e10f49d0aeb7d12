"""Request + Target -> Snippet: the only Jinja environment.

A raw value cannot reach the page. That is proven once, when a template is compiled: `check_template` walks its syntax
tree, and every expression it prints must end in a spelling filter (or be a macro of the templates, or a layout mark).
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import jinja2
from jinja2 import nodes

from snippetgen.data.yamltext import Number
from snippetgen.errors import Refused, SpecError, TemplateError, suggest
from snippetgen.languages import layout
from snippetgen.languages.speller import Speller, plain_line
from snippetgen.rendering.regions import ENDREGION, PARTS, REGION, resolve
from snippetgen.rendering.templatecache import TemplateCache
from snippetgen.request import Env, Request, Text, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from snippetgen.languages import Language, Target
    from snippetgen.request import Part, Value
    from snippetgen.spec import Endpoint

Commands = list[list[str]]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A rendered program.

    Attributes:
        text: the whole of it, with a line break at its end.
        filename: what its file must be called.
        install, build, run: commands, each a list of arguments.
        env: names of the environment variables that it reads.
        parts: what stands in its regions, by name (see `regions`).
    """

    text: str
    filename: str
    install: Commands
    build: Commands
    run: Commands
    env: tuple[str, ...]
    parts: Mapping[str, str]

    def part(self, name: str) -> str:
        """The statements of a part, dedented, with a line break at their end.

        Raises:
            SpecError: no program has such a part.
            TemplateError: the template of this one does not mark it.
        """
        if name not in PARTS:
            raise SpecError(f'the part "{name}" is not known ({suggest(name, PARTS)})')
        if name not in self.parts:
            raise TemplateError(f'{self.filename}: its template prints no {{{{ region }}}} for the part "{name}"')
        return self.parts[name]


SPELLING = (
    "str", "value", "native", "pair", "json_text", "block", "comment", "ident", "env", "path", "optional_path",
    "number",
)  # fmt: skip
"""The filters that a template may print through; all the work is in `literals.Speller`."""

MARKS = {
    "fit": layout.FIT,
    "end": layout.END,
    "soft": layout.SOFT,
    "line": layout.LINE,
    "out": layout.OUT,
    "outline": layout.OUTLINE,
    "comma": layout.COMMA,
    "region": REGION,
    "endregion": ENDREGION,
}
"""Names that a template may print bare: they mark where a line may break (`layout`) and what matters (`regions`)."""

LABELS = {
    "en": {"install": "Install: ", "run": "Run: "},
    "zh": {"install": "安装：", "run": "运行："},  # noqa: RUF001 - Chinese has colons of its own
}
"""The words of our own in a program, by locale."""


@lru_cache(maxsize=256)
def _environment(language: Language) -> _Room:
    return _Room(language)


class _Room:
    """What one language needs at rendering time, made once."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.speller = Speller(language)
        self.templates: dict[str, jinja2.Template] = {}

    @cached_property
    def jinja(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.FunctionLoader(self._load),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,  # noqa: S701 - see the module's docstring
            auto_reload=False,
            bytecode_cache=TemplateCache(self.language.folder, self.language.facts, check_template),
        )
        speller = self.speller
        environment.filters.update(
            str=speller.string,
            value=speller.value,
            native=speller.native,
            json_text=speller.json_text,
            block=speller.block,
            comment=speller.comment,
            ident=speller.ident,
            env=speller.env,
            path=speller.path,
            optional_path=speller.optional_path,
            pair=speller.pair,
            number=lambda number: str(int(number)),
            text=_whole_text,
            by_name=_by_name,
            as_lists=_as_lists,
            after=_after,
            curl_form=curl_form,
        )
        environment.tests.update(secret=_is_secret, distinct=_is_distinct, whole_float=_has_whole_float)
        environment.globals = dict(MARKS)
        return environment

    def _load(self, name: str) -> str:
        return (self.language.folder / name).read_text("utf-8")

    def template(self, name: str) -> jinja2.Template:
        if name not in self.templates:
            path = self.language.folder / name
            try:
                self.templates[name] = self.jinja.get_template(name)
            except jinja2.TemplateSyntaxError as error:
                raise TemplateError(f"{path}:{error.lineno}: {error.message}") from None
            except (OSError, UnicodeDecodeError, jinja2.TemplateNotFound) as error:
                raise TemplateError(f"{path}: cannot be read: {error}") from None
        return self.templates[name]


def render(
    endpoint: Endpoint, request: Request, target: Target, locale: str = "en", *, regions: bool = False
) -> Snippet:
    """The program that makes `request` with `target`; with `regions`, comments stand around the part that matters.

    Raises:
        Refused: this client cannot make this request; the text says why.
        TemplateError: the template is wrong.
    """
    reason = target.refusal(request.needs)
    if reason:
        raise Refused(reason)
    room = _environment(target.language)
    commands = _commands(target, endpoint.name, request.stream)
    template, file = room.template(target.template), target.language.folder / target.template
    try:
        page = template.render(
            r=request,
            body=request.body,
            is_native=request.body.kind == "json" and room.speller.can_hold(request.body.data),
            intro=_intro(endpoint, request, commands, locale),
        )
    except jinja2.TemplateError as error:
        raise TemplateError(f"{file}: {error}") from None
    facts = target.language.facts
    text = layout.lay_out(page, facts["width"], facts["indent"], wide=facts["wide"])
    text, parts = resolve(text, facts, file, shown=regions)
    return Snippet(text, commands.filename, commands.install, commands.build, commands.run, request.env, parts)


def _file_stem(name: str) -> str:
    """A name that is safe in a file name and in a command, in any script."""
    return "".join(char if char.isalnum() or char in "-_." else "-" for char in name).strip("-.") or "request"


class _Filled(NamedTuple):
    """A target's commands for one program; `install_text` and `run_texts` as a shell takes them.

    `width` is how many columns a line of comment has for them.
    """

    filename: str
    install: Commands
    build: Commands
    run: Commands
    install_text: str
    run_texts: list[str]
    width: int


@lru_cache(maxsize=1024)
def _commands(target: Target, name: str, stream: bool) -> _Filled:
    filename = target.fact("filename").replace("{name}", _file_stem(name))
    build, run = (named(target.fact(key), filename) for key in ("build", "run"))
    install = target.install(stream=stream)
    text = target.facts.get("requires", " && ".join(map(shlex.join, install)))
    width = target.language.facts["width"] - len(target.language.facts["comment"])
    return _Filled(filename, install, build, run, text, list(map(shlex.join, build + run)), width)


def named(commands: Commands, filename: str) -> Commands:
    """Commands with a program's file in place of {file}, and its name without its ending in place of {stem}."""
    stem = filename.rpartition(".")[0]
    return [[word.replace("{file}", filename).replace("{stem}", stem) for word in command] for command in commands]


def _intro(endpoint: Endpoint, request: Request, commands: _Filled, locale: str) -> list[str]:
    """Title, how to install and how to run, one line each; a command that its line cannot hold is parted at &&."""
    labels = LABELS.get(locale) or LABELS.get(locale.partition("-")[0]) or LABELS["en"]
    lines = [plain_line(endpoint.title.text(locale))]
    if commands.install_text:
        lines.append(labels["install"] + commands.install_text)
    assignments = "".join(f"{name}=... " for name in request.env)
    *build, run = commands.run_texts
    before, run = labels["run"] + "".join(f"{one} && " for one in build), assignments + run
    parts = [before.rstrip(), run] if build and len(before + run) > commands.width else [before + run]
    return [*lines, *parts]


def _is_secret(value: Any) -> bool:
    """Whether a value holds an environment variable."""
    return any(isinstance(token, Env) for token in value)


def _whole_text(value: Any) -> str:
    """The text of a value that holds no variable; not spelt, so it cannot be printed as it is."""
    if _is_secret(value):
        raise TemplateError("|text: the value holds a secret (ask `is secret` first, and spell it with |value)")
    return "".join(token.text for token in value if isinstance(token, Text))


def _after(value: Value, *texts: str) -> Value:
    """A value with texts before it, such as a header's name and its colon."""
    return joined([Text("".join(texts)), *value])


def curl_form(part: Part) -> str:
    """A part as the word of curl's --form, with curl's own quotes (https://curl.se/docs/manpage.html#-F); not spelt."""

    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    if not part.path:
        return f"{part.name}={quoted(_whole_text(part.value))};type={part.media_type}"
    file = part.path if re.fullmatch(r"[\w./-]+", part.path) else quoted(part.path)
    name = "" if part.path.rpartition("/")[2] == part.filename else f";filename={quoted(part.filename)}"
    return f"{part.name}=@{file}{name};type={part.media_type}"


def _by_name(pairs: Iterable[tuple[str, Value]]) -> dict[str, Value | list[Value]]:
    """Headers as a map, for `native`: one that is sent twice has a list of values; upper and lower case are one."""
    grouped: dict[str, list[Any]] = {}
    for name, value in pairs:
        grouped.setdefault(name.lower(), [name]).append(value)
    return {name: values if values[1:] else values[0] for name, *values in grouped.values()}


def _as_lists(pairs: Iterable[tuple[str, Value]]) -> list[list[Any]]:
    """Pairs as lists of two, for `native`."""
    return [[name, value] for name, value in pairs]


def _is_distinct(pairs: Sequence[tuple[str, Value]]) -> bool:
    """Whether pairs can be a map that keeps their order, in any language: no name twice, none a number or a trap."""
    names = {name.lower() for name, _ in pairs}
    return len(names) == len(pairs) and not any(name.isdigit() or name == "__proto__" for name in names)


def _has_whole_float(data: Any) -> bool:
    """Whether JSON data holds a number such as 1.0, which some libraries write as 1."""
    if isinstance(data, dict | list):
        return any(map(_has_whole_float, data.values() if isinstance(data, dict) else data))
    return isinstance(data, Number) and data == data.to_integral_value()


# -- the guard ---------------------------------------------------------------------------------------------------------

_FORBIDDEN = (nodes.FilterBlock, nodes.CallBlock, nodes.Concat, nodes.MarkSafe, nodes.Include, nodes.Extends)


def check_template(source: str, path: Path) -> None:
    """Raises TemplateError at the first expression that could print something unspelt."""
    try:
        tree = jinja2.Environment(autoescape=False).parse(source)  # noqa: S701 - only its syntax tree is wanted
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(f"{path}:{error.lineno}: {error.message}") from None
    for node in tree.find_all(_FORBIDDEN):
        what = "could print a raw value; spell each value by itself"
        raise TemplateError(f"{path}:{node.lineno}: {type(node).__name__} {what}")
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    for imported in tree.find_all(nodes.FromImport):
        macros |= {name if isinstance(name, str) else name[1] for name in imported.names}
    _check_names(tree, macros, path)
    for output in tree.find_all(nodes.Output):
        _check_output(output.nodes, macros, path)


def _check_names(tree: nodes.Template, macros: set[str], path: Path) -> None:
    """A name that may be printed as it is means one thing only."""
    taken = [(name.name, name.lineno) for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param")]
    taken += [(name.target, name.lineno) for name in tree.find_all(nodes.Import)]
    for name, line in [*taken, *((name, 1) for name in macros & set(MARKS))]:
        if name in MARKS or name in macros:
            raise TemplateError(f'{path}:{line}: the name "{name}" is taken (a layout mark or a macro); choose another')


def _check_output(printed: list[nodes.Expr], macros: set[str], path: Path) -> None:
    for index, node in enumerate(printed):
        if isinstance(node, nodes.TemplateData):
            continue
        if not _is_spelt(node, macros):
            what = f"prints a raw value; spell it with one of |{', |'.join(SPELLING)}"
            raise TemplateError(f"{path}:{node.lineno}: {what}")
        if isinstance(node, nodes.Name):  # a mark
            continue
        before, after = (_data(printed, at) for at in (index - 1, index + 1))
        if before[-1:] in _QUOTES or (isinstance(node, nodes.Filter) and after[:1] in _QUOTES):
            what = "a quote mark beside {{ }}: |str writes the quotes itself"
            raise TemplateError(f"{path}:{node.lineno}: {what}")


_QUOTES = ("'", '"', "`")


def _data(printed: list[nodes.Expr], at: int) -> str:
    """The literal text at a place among what is printed."""
    node = printed[at] if 0 <= at < len(printed) else None
    return node.data if isinstance(node, nodes.TemplateData) else ""


def _is_spelt(node: nodes.Node, macros: set[str]) -> bool:
    if isinstance(node, nodes.Filter):
        return node.name in SPELLING or _is_joined(node)
    if isinstance(node, nodes.CondExpr):
        return _is_spelt(node.expr1, macros) and (node.expr2 is None or _is_spelt(node.expr2, macros))
    if isinstance(node, nodes.Call):
        return isinstance(node.node, nodes.Name) and node.node.name in macros
    return isinstance(node, nodes.Name) and node.name in MARKS


def _is_joined(node: nodes.Filter) -> bool:
    """``names|map("str")|join(", ")``, where the separator stands in the template."""
    inner = node.node
    if node.name != "join" or not isinstance(inner, nodes.Filter) or inner.name != "map" or not inner.args:
        return False
    fixed = not node.kwargs and all(isinstance(one, nodes.Const) for one in node.args)
    return fixed and isinstance(inner.args[0], nodes.Const) and inner.args[0].value in SPELLING
