"""templates/*/language.yaml and *.j2 -> `Language` and `Target`. There is no registry: a folder is a language.

Every fact must be answered; none has a silent default, for a forgotten sigil would be a program that breaks. What a
fact means stands beside it in `FACTS` and `TARGET_FACTS`, and nowhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from snippetgen.data import schema
from snippetgen.data.schema import BOOL, TEXT, Either, Key, Keys, ListOf, MapOf, Scalar
from snippetgen.errors import LanguageError, SpecError, UnknownTarget, suggest
from snippetgen.request import FEATURES

_COMMANDS = ListOf(ListOf(TEXT))
_FILES = MapOf(TEXT)
_NONE = Scalar(words=("none",))


def _facts(**keys: tuple[schema.Shape, str]) -> Keys:
    return Keys({name.rstrip("_"): Key(shape, meaning, required=True) for name, (shape, meaning) in keys.items()})


_STRING = _facts(
    engine=(Scalar(words=("backslash", "doubled", "shell")), "how the quote itself is written inside a string"),
    quote=(Scalar(pattern=r"[\"'`]", what="one quote mark"), "the quote of an ordinary string"),
    short=(
        Scalar(pattern=r"[abefnrtv]*", what="some of the letters abefnrtv"),
        "which short escapes exist, \\n among them",
    ),
    also=(TEXT, "other characters that need a backslash"),
    pairs=(
        ListOf(Scalar(pattern=r"..", what="two characters")),
        "pairs of characters whose first needs a backslash, such as ${; of twins such as ?? the second",
    ),
    other=(
        Scalar(words=("u4", "u4U8", "u{}", "x{}", "octal", "none")),
        "how the rest that is not printable is written",
    ),
    nul=(BOOL, "whether a string can hold U+0000"),
    second=(
        Either(scalar=_NONE, mapping=_facts(
            quote=(TEXT, "the other quote mark"),
            when=(
                Scalar(words=("fewer", "plain")),
                "fewer: for a text that then needs fewer escapes; plain: for every text that then needs none",
            ),
        )),
        "the second quote of the language",
    ),
)

_BLOCK = Either(scalar=_NONE, mapping=_facts(
    kind=(
        Scalar(words=("escaped", "raw", "lines")),
        "escaped: escapes work inside; raw: nothing does; lines: a literal per line",
    ),
    open=(TEXT, "what begins the block"),
    close=(TEXT, "what ends it"),
    avoid=(ListOf(TEXT), "what its text must not hold; an ordinary string is written then"),
    indent=(BOOL, "whether the block is indented with the code around it"),
))

_VALUE = Either(scalar=_NONE, mapping=_facts(
    words=(
        _facts(true=(TEXT, "true"), false=(TEXT, "false"), null=(TEXT, "null")),
        "the words for true, false and null",
    ),
    list_=(ListOf(TEXT), "what opens and closes a list"),
    map_=(ListOf(TEXT), "what opens and closes a map"),
    empty_map=(TEXT, "the empty map, which in some languages would be a list"),
    pair=(TEXT, "what stands between key and value"),
    pad=(TEXT, "what stands inside the brackets of a map on one line"),
    bare_keys=(
        Scalar(words=("none", "words", "javascript")),
        "which keys go without quotes: words of ASCII; javascript: all that Prettier takes the quotes from",
    ),
    bad_keys=(ListOf(TEXT), "keys that the language's own data would lose, or take for something else"),
    hang=(
        Scalar("int", minimum=0),
        "columns of a key after which a text that is too long stands on a line of its own; 0 for never",
    ),
    blocks=(BOOL, "whether a text of several lines in the data is written as a block"),
    fill=(BOOL, "whether numbers share the lines of a list that does not fit on one"),
    trailing_comma=(BOOL, "whether a list over several lines ends with a comma"),
    json=(TEXT, "how the text {} is written as JSON; empty where the templates have no way"),
    integers=(
        ListOf(Scalar("int")),
        "the smallest and largest integer that the JSON library writes unchanged; [] for any",
    ),
    floats=(
        Scalar(words=("double", "double without .0", "15 digits without .0")),
        "which floats it writes unchanged; without .0: 1.0 becomes 1; 15 digits: as printf's %.15g writes them",
    ),
))

_JOIN = _facts(
    engine=(Scalar(words=("operator", "interpolate", "printf", "shell")), "how text and variables become one string"),
    text=(TEXT, "operator: what stands between the two; a line may break at {line} or {outline}"),
    open=(TEXT, "interpolate: what begins the string"),
    close=(TEXT, "interpolate: what ends it"),
    before=(TEXT, "interpolate: what begins a variable"),
    after=(TEXT, "interpolate: what ends a variable"),
    quote=(TEXT, "interpolate: the quote that must be escaped in its text"),
    also=(TEXT, "interpolate: other characters that need a backslash"),
    pairs=(ListOf(TEXT), "interpolate: pairs of characters whose first needs a backslash"),
)

_STEPS = _facts(
    key=(TEXT, "how the value at key {} is taken"),
    word=(TEXT, "the same where the key is a word of ASCII, which then stands bare; empty where all are quoted"),
    index=(TEXT, "how the value at index {} is taken"),
)

_TOOLCHAIN = Either(scalar=_NONE, mapping=_facts(
    needs=(ListOf(TEXT), "the commands that must be there"),
    probe=(_COMMANDS, "commands that succeed when the rest is there too"),
    apt=(ListOf(TEXT), "the Debian packages that bring all this"),
    prepare=(
        _COMMANDS,
        "commands that fill the folder of a prepared environment, run in it; {install} stands for the target's",
    ),
    path=(ListOf(TEXT), "folders of the environment that go on the PATH"),
    env=(MapOf(TEXT), "variables a program needs while it is verified; {env} is the environment's folder"),
))

_CA = _facts(
    env=(MapOf(TEXT), "variables that make a program trust the authority in the file {ca}, whose folder is {dir}"),
    files=(_FILES, "files to write into {dir}"),
    prepare=(_COMMANDS, "commands to run in {dir}"),
    bundle=(BOOL, "whether only the system's bundle is read, so that verify must mount its own over it"),
)

_LINT = Either(scalar=_NONE, mapping=_facts(
    needs=(ListOf(TEXT), "the commands that must be there"),
    apt=(ListOf(TEXT), "the Debian packages that bring them"),
    prepare=(_COMMANDS, "commands that fill the linter's environment, run in it"),
    path=(ListOf(TEXT), "its folders that go on the PATH"),
    files=(_FILES, "settings that go beside the programs"),
    build=(_COMMANDS, "the build with every warning an error, in place of the ordinary one"),
    commands=(
        _COMMANDS,
        "linters, which fail on any finding: {files} are all programs, {file} each; {env} the environment",
    ),
    format=(_COMMANDS, "formatters, which fail on any change"),
))

FACTS = _facts(
    title=(TEXT, "the language's name, as its users write it"),
    aliases=(ListOf(TEXT), "other names for --lang"),
    default=(TEXT, "the client that --lang LANGUAGE takes"),
    filename=(TEXT, "the name of a program's file; {name} is the spec's"),
    width=(Scalar("int", minimum=40), "the column at which its formatter breaks lines"),
    indent=(Scalar("int", minimum=1), "columns of one level"),
    wide=(BOOL, "whether its formatter counts a Chinese character as two columns"),
    comment=(TEXT, "what begins a line of comment, its space included"),
    highlight=(Scalar(pattern=r"[\w+#-]+", what="a word"), "its name in Pygments, Prism, Shiki and highlight.js"),
    string=(_STRING, "how a text is written"),
    block=(_BLOCK, "how a long text is written over several lines"),
    value=(_VALUE, "how JSON data is written as native data; none where a program has no JSON library at hand"),
    reads_json=(
        BOOL,
        "whether a program can read a JSON answer; without it, it prints the answer and a stream's events as they are",
    ),
    join=(_JOIN, "how a value with variables in it is written"),
    env=(
        TEXT,
        "how a variable of the environment is read; its name is {string} (spelt), {name} (bare) or {ident}",
    ),
    percent=(
        TEXT,
        "how {}, of the variable {name}, is percent-encoded; {fit} {soft} {end} mark where a line may break",
    ),
    ident=(_facts(
        case=(Scalar(words=("snake", "camel", "keep")), "how an identifier is written"),
        reserved=(ListOf(TEXT), "keywords, and the names that the templates use themselves"),
    ), "identifiers"),
    path=(_STEPS, "access to JSON data"),
    optional_path=(
        Either(scalar=_NONE, mapping=_STEPS),
        "the same after a step that may find nothing; none where the language has no such form",
    ),
    build=(_COMMANDS, "how a program is compiled, before it runs; {file} is its file, {stem} that without its ending"),
    run=(_COMMANDS, "how it is run"),
    toolchain=(_TOOLCHAIN, "what it takes to build and run a program; none where it cannot be had"),
    ca=(_CA, "how verify makes a program trust a throw-away authority"),
    lint=(_LINT, "how law 6 is judged; none where nothing judges it"),
)

TARGET_FACTS = Keys({
    "title": Key(TEXT, "the client's name", required=True),
    "url": Key(TEXT, "where its documentation is", required=True),
    "install": Key(_COMMANDS, "how its user installs it", required=True),
    "install_stream": Key(_COMMANDS, "the same for a streamed program, where that needs more"),
    "requires": Key(TEXT, "what the program's own comment says of it, where that is shorter than the commands"),
    "filename": Key(TEXT, "in place of the language's"),
    "build": Key(_COMMANDS, "in place of the language's"),
    "run": Key(_COMMANDS, "in place of the language's"),
    "strict_build": Key(_COMMANDS, "in place of the language's lint.build"),
    "refuses": Key(MapOf(TEXT), "features of a request that it cannot carry: the reason", required=True),
    "apt": Key(ListOf(TEXT), "Debian packages that it needs beside the language's"),
    "probe": Key(_COMMANDS, "commands that succeed when they are there"),
    "prepare": Key(_COMMANDS, "what fills its environment, in place of the language's"),
    "files": Key(_FILES, "files of its environment"),
    "env": Key(MapOf(TEXT), "variables it needs while it is verified"),
})

_FRONT = re.compile(r"\A\{#-?\n(?P<facts>.*?)-?#\}\n?", re.DOTALL)


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One folder under templates/.

    Attributes:
        id: the folder's name.
        folder: where it stands.
        facts: the data of language.yaml, as `FACTS` describes it.
        clients: names of the .j2 files, the default one first.
    """

    id: str
    folder: Path
    facts: dict[str, Any]
    clients: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """One .j2 file: a language and a client.

    Attributes:
        facts: the data at the head of the file, as `TARGET_FACTS` describes it.
        template: the file's name.
    """

    language: Language
    client: str
    facts: dict[str, Any]
    template: str

    @property
    def id(self) -> str:
        return f"{self.language.id}/{self.client}"

    @property
    def is_default(self) -> bool:
        return bool(self.client == self.language.facts["default"])

    def fact(self, name: str) -> Any:
        """The target's own fact, else its language's."""
        return self.facts[name] if name in self.facts else self.language.facts[name]

    def fact_or(self, name: str, default: Any) -> Any:
        """The target's own fact, else `default`."""
        return self.facts.get(name, default)

    def install(self, *, stream: bool) -> list[list[str]]:
        """How its user installs what a program needs."""
        commands: list[list[str]] = self.facts["install"]
        return self.facts.get("install_stream", commands) if stream else commands

    def refusal(self, needed: list[str]) -> str:
        """Why a request that needs these features cannot be made; empty when it can."""
        return next((self.facts["refuses"][name] for name in needed if name in self.facts["refuses"]), "")


def level(target: Target) -> str:
    """How far a target's programs are proven: executed, parsed or rendered."""
    facts = target.language.facts
    if facts["toolchain"] != "none":
        return "executed"
    return "parsed" if facts["lint"] != "none" else "rendered"


def as_json(target: Target) -> dict[str, Any]:
    """What ``targets --format json`` says of a target; {file} is a program's file, {name} its spec's name."""
    return {
        "id": target.id,
        "language": target.language.id,
        "client": target.client,
        "title": f"{target.language.facts['title']} ({target.facts['title']})",
        "default": target.is_default,
        "filename": target.fact("filename"),
        "install": target.facts["install"],
        "build": target.fact("build"),
        "run": target.fact("run"),
        "supports": {feature: feature not in target.facts["refuses"] for feature in FEATURES},
        "level": level(target),
    }


def shipped_folder(name: str) -> Path:
    """`templates` or `specs`: in an installed wheel inside the package, in a checkout at its top."""
    here = Path(__file__).parent.parent
    inside = here / "_data" / name
    return inside if inside.is_dir() else here.parent / name


def language_folder(templates: Path | None) -> Path | None:
    """A user's folder of templates; none where it holds pages alone, so that the languages are ours."""
    only_pages = templates and (templates / "pages").is_dir() and not any(templates.glob("*/language.yaml"))
    return None if only_pages else templates


class Languages:
    """The languages below one folder; files are read when they are first asked for.

    Raises:
        LanguageError: the folder, or a file in it, is wrong.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or shipped_folder("templates")
        if not self.folder.is_dir():
            raise LanguageError(f"{self.folder}: there is no such folder of templates")
        self.ids = tuple(sorted(one.parent.name for one in self.folder.glob("*/language.yaml")))
        if not self.ids:
            raise LanguageError(f"{self.folder}: holds no <language>/language.yaml")
        self.language = cache(self._language)
        self.target = cache(self._target)

    def all(self) -> list[Target]:
        """Every target, languages by name, the default client first."""
        return [self.target(name, client) for name in self.ids for client in self.language(name).clients]

    def select(self, words: str) -> list[Target]:
        """The targets that ``java/okhttp,php`` names, in that order.

        Raises:
            UnknownTarget: a word that names none.
        """
        return list(dict.fromkeys(self._one(word.strip()) for word in words.split(",") if word.strip()))

    def _one(self, word: str) -> Target:
        name, _, client = word.lower().partition("/")
        language = self.language(name if name in self.ids else self._alias(name, word))
        client = client or language.facts["default"]
        if client not in language.clients:
            raise UnknownTarget(f'"{word}" is no target: {language.id} has {", ".join(language.clients)}')
        return self.target(language.id, client)

    def _alias(self, name: str, word: str) -> str:
        for one in self.ids:
            if name in self.language(one).facts["aliases"]:
                return one
        known = [*self.ids, *(alias for one in self.ids for alias in self.language(one).facts["aliases"])]
        raise UnknownTarget(f'"{word}" is no language ({suggest(name, known)}); snippetgen targets lists them')

    def _language(self, name: str) -> Language:
        file = self.folder / name / "language.yaml"
        facts = _read(_text(file), file, FACTS)
        clients = sorted(_client(one) for one in file.parent.glob("*.j2") if not one.name.startswith("_"))
        if facts["default"] not in clients:
            what = f"there is no {facts['default']}.*.j2 beside it (there are: {', '.join(clients) or 'none'})"
            raise LanguageError(f"{file}: default: {what}")
        clients.sort(key=lambda client: client != facts["default"])
        return Language(name, file.parent, facts, tuple(clients))

    def _target(self, name: str, client: str) -> Target:
        language = self.language(name)
        file = next(one for one in language.folder.glob("*.j2") if _client(one) == client)
        match = _FRONT.match(_text(file))
        if not match:
            what = f"{{#-, YAML with {', '.join(TARGET_FACTS.keys)}, -#}}"
            raise LanguageError(f"{file}:1: a target begins with its facts: {what}")
        facts = _read("\n" + match["facts"], file, TARGET_FACTS)
        for feature in facts["refuses"]:
            if feature not in FEATURES:
                raise LanguageError(f'{file}: refuses: "{feature}" is not known ({suggest(feature, FEATURES)})')
        return Target(language, client, facts, file.name)


def _client(file: Path) -> str:
    """``requests`` for requests.py.j2."""
    return file.name.removesuffix(".j2").rpartition(".")[0]


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LanguageError(f"{file}: cannot be read: {error}") from None


def _read(text: str, file: Path, shape: Keys) -> dict[str, Any]:
    try:
        facts, report = schema.read(text, str(file), shape)
        report.stop()
    except SpecError as error:
        raise LanguageError(str(error)) from None
    return dict(facts)


