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

from snippetgen.basics import files
from snippetgen.data.shape import shape
from snippetgen.errors import Refused, SpecError, TemplateError, suggest
from snippetgen.languages import layout
from snippetgen.languages.speller import Speller
from snippetgen.rendering.environment import Environment
from snippetgen.rendering.filters import (
    after,
    as_lists,
    as_runs,
    as_texts,
    by_name,
    curl_form,
    has_whole_float,
    httpie_file,
    httpie_method,
    httpie_name,
    httpie_value,
    hurl_method,
    is_adjacent,
    is_distinct,
    is_secret,
    jq,
    pointer,
    whole_text,
)
from snippetgen.rendering.guard import HELPERS, MARKS, SPELLING, check_template
from snippetgen.rendering.look import (
    USUAL,
    Look,
    framed_header,
    indentation,
    literal_lines,
    reindented,
    without_header,
)
from snippetgen.rendering.regions import PARTS, PROGRAM, REQUEST, joined, resolve
from snippetgen.rendering.templatecache import TemplateCache
from snippetgen.rendering.words import Steps, Words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from snippetgen.languages import Language, Target
    from snippetgen.rendering.regions import Pieces
    from snippetgen.request import Request
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
        regions, unframed: lines of its parts, and the indentation of each (see `regions`).
        facts: of its language.
    """

    text: str
    filename: str
    install: Commands
    build: Commands
    run: Commands
    env: tuple[str, ...]
    regions: Pieces
    unframed: Pieces
    facts: Mapping[str, Any]

    def part(self, name: str) -> str:
        """One of `PARTS`, dedented, with a line break at its end.

        Raises:
            SpecError: no program has such a part.
            TemplateError: the template of this one does not mark it.
        """
        if name not in PARTS:
            raise SpecError(f'unknown part "{name}" ({suggest(name, PARTS)})')
        if name == PROGRAM:
            return self.text
        if name == REQUEST:
            return joined(self.unframed, self.facts)
        if not self.regions:
            raise TemplateError(f'{self.filename}: its template prints no {{{{ region }}}} for the part "{name}"')
        return joined(self.regions, self.facts)


_NO_STEP = "\x13"
"""What stands in place of the comment of a step, for a program without comments; its whole line disappears."""


@lru_cache(maxsize=256)
def _renderer(language: Language, *, marks_literals: bool = False) -> _Renderer:
    return _Renderer(language, marks_literals)


class _Renderer:
    """The speller and the Jinja environment of one language, made once.

    With `marks_literals`, a page tells the lines within literals from its own (see `look.reindented`).
    """

    def __init__(self, language: Language, marks_literals: bool) -> None:
        self.language, self.marks_literals = language, marks_literals
        self.speller = Speller(language)

    def steps(self, words: Words, *, comments: bool) -> Steps:
        """The comment of each step of a program, or marks where it has none."""
        return Steps(*(self.speller.comment(one) if comments else _NO_STEP for one in words.steps))

    @cached_property
    def jinja(self) -> Environment:
        variant = " marks literals" if self.marks_literals else ""
        environment = Environment(
            frozenset((*MARKS, *HELPERS)),
            loader=jinja2.FunctionLoader(self._load),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,
            auto_reload=False,
            bytecode_cache=TemplateCache(self.language.folder, self.language.facts, check_template, variant),
        )
        speller = self.speller
        environment.filters.update(
            str=speller.string,
            value=speller.value,
            native=speller.native,
            json_text=speller.json_text,
            block=speller.block,
            comment=speller.comment,
            html=speller.html,
            html_value=speller.html_value,
            html_comment=speller.html_comment,
            ident=speller.ident,
            pascal=speller.pascal,
            env=speller.env,
            path=speller.path,
            optional_path=speller.optional_path,
            pair=speller.pair,
            key=speller.key,
            number=lambda number: str(int(number)),
            text=whole_text,
            by_name=by_name,
            as_lists=as_lists,
            as_texts=as_texts,
            as_runs=as_runs,
            after=after,
            curl_form=curl_form,
            httpie_file=httpie_file,
            httpie_method=httpie_method,
            httpie_name=httpie_name,
            httpie_value=httpie_value,
            hurl_file=speller.hurl_file,
            hurl_path=speller.hurl_path,
            hurl_text=speller.hurl_text,
            hurl_method=hurl_method,
            shape=shape,
            pointer=pointer,
            jq=jq,
        )
        environment.tests.update(
            secret=is_secret, distinct=is_distinct, adjacent=is_adjacent, whole_float=has_whole_float
        )
        if self.marks_literals:
            for name in SPELLING.keys() - {"comment"}:
                environment.filters[name] = literal_lines(environment.filters[name])
        environment.globals = MARKS | {name: getattr(speller, name) for name in HELPERS}
        return environment

    def _load(self, name: str) -> str:
        return (self.language.folder / name).read_text("utf-8")

    def headers(self, intro: list[str]) -> Iterator[str]:
        """The ways in which a template spells the lines of its header: comments, or a text such as a docstring."""
        comment, block = self.jinja.filters["comment"], self.jinja.filters["block"]
        yield comment("\n".join(intro))
        yield from (block(between.join(intro)) for between in ("\n\n", "\n"))
        yield self.speller.html_comment(intro[-1])

    def template(self, name: str) -> jinja2.Template:
        try:
            return self.jinja.get_template(name)
        except jinja2.TemplateSyntaxError as error:
            raise TemplateError(f"{self.language.folder / name}:{error.lineno}: {error.message}") from None
        except (OSError, UnicodeDecodeError, jinja2.TemplateNotFound) as error:
            raise TemplateError(f"{self.language.folder / name}: cannot be read: {error}") from None


def filters_of(language: Language) -> jinja2.Environment:
    """The environment of a language's templates, for what tells of its filters and tests."""
    return _renderer(language).jinja


def render(
    endpoint: Endpoint,
    request: Request,
    target: Target,
    locale: str = "en",
    look: Look = USUAL,
    *,
    regions: bool = False,
) -> Snippet:
    """The program that makes `request` with `target`.

    Args:
        look: how the program is laid out, and whether it has a header and comments.
        regions: whether comments stand around the part that matters.

    Raises:
        Refused: this client cannot make this request; the text says why.
        TemplateError: the template is wrong.
    """
    reason = target.refusal(request.needs)
    if reason:
        raise Refused(reason)
    facts = target.language.facts
    how_indented = indentation(facts, look.indent)
    renderer = _renderer(target.language, marks_literals=how_indented.differs)
    commands = _commands(target.variant(request), endpoint.name, request.stream)
    words = words_of(locale)
    template = renderer.template(target.template)
    names = tuple(map(target.language.variable, request.env))
    intro = _intro(renderer.speller.plain_line(endpoint.title.text(locale)), names, commands, words)
    try:
        page = template.render(
            r=request,
            body=request.body,
            is_native=request.body.kind == "json" and renderer.speller.can_hold(request.body.data),
            intro=intro,
            words=words,
            step=renderer.steps(words, comments=look.comments),
            deeper=how_indented.deeper,
        )
    except (jinja2.TemplateError, AttributeError) as error:
        raise TemplateError(f"{target.language.folder / target.template}: {error}") from None
    page = page if look.comments else re.sub(f"[ \t]*{_NO_STEP}\n", "", page)
    edit = framed_header if look.header else without_header
    page = edit(page, renderer.headers(intro))
    page = reindented(page, how_indented) if how_indented.differs else page
    text = layout.lay_out(page, facts["width"], how_indented.level, wide=facts["cjk_wide"], tab=how_indented.tab)
    try:
        resolved = resolve(text, facts, shown=regions)
    except TemplateError as error:
        raise TemplateError(f"{target.language.folder / target.template}: {error}") from None
    how = commands.filename, commands.install, commands.build, commands.run
    return Snippet(resolved.text, *how, names, resolved.regions, resolved.unframed, facts)


@lru_cache(maxsize=1024)
def _file_stem(name: str) -> str:
    """A name that is safe in a file name and in a command, in any script."""
    return re.sub(r"[^\w.-]", "-", name).strip("-._") or "request"


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
    stem = files.beside_devices(_file_stem(name))
    if stem in target.language.facts["importable"]:
        stem += "-request"
    stem += "-stream" if stream else ""  # both programs of an endpoint can be kept in one folder
    filename = target.fact("filename").replace("{name}", stem)
    if stream and target.language.facts["stream_filename"] != "none":
        filename = target.language.facts["stream_filename"]
    build, run = (fill_commands(target.fact(key), filename) for key in ("build", "run"))
    install = target.facts["install"]
    text = target.facts.get("requires", " && ".join(map(command_line, install)))
    width = target.language.facts["width"] - len(target.language.facts["comment"]["open"])
    return _Filled(filename, install, build, run, text, list(map(command_line, build + run)) or [filename], width)


def run_text(target: Target, name: str, *, stream: bool) -> str:
    """The command that runs the program for the endpoint `name`, or its file, as the program's header has it."""
    return _commands(target, name, stream).run_texts[-1]


def command_line(command: list[str]) -> str:
    """A command as every shell takes it, those of Windows, too, where double quotes are all that this needs.

    PowerShell parts a bare word such as -Dfile.encoding=UTF-8 at its point.
    """
    return " ".join(f'"{word}"' if _QUOTABLE.fullmatch(word) else shlex.quote(word) for word in command)


_QUOTABLE = re.compile(r"(?=.*[* ]|-.*\.)[\w./:*@=+, -]+")


def fill_commands(commands: Commands, filename: str) -> Commands:
    """Commands with a program's file in place of {file}, and its name without its ending in place of {stem}."""
    stem = filename.rpartition(".")[0]
    return [[word.replace("{file}", filename).replace("{stem}", stem) for word in command] for command in commands]


def _intro(title: str, env: tuple[str, ...], commands: _Filled, words: Words) -> list[str]:
    """Title, how to install and how to run, one line each; a command that its line cannot hold is parted at &&."""
    lines = [title]
    if commands.install_text:
        lines.append(words.install + commands.install_text)
    if not commands.run:
        return [*lines, words.open + commands.filename]
    assignments = "".join(f"{name}=... " for name in env)
    *build, run = commands.run_texts
    before, run = words.run + "".join(f"{one} && " for one in build), assignments + run
    parts = [before.rstrip(), run] if build and len(before + run) > commands.width else [before + run]
    return [*lines, *parts]
