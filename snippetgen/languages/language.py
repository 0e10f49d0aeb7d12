"""templates/*/language.yaml and *.j2 -> `Language` and `Target`. There is no registry: a folder is a language.

Every fact must be answered; there are no silent defaults, because a forgotten sigil would be a broken program. The
meaning of a fact is written next to it in `FACTS` and `TARGET_FACTS`, and nowhere else.
"""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache, reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

from snippetgen.data import schema
from snippetgen.errors import LanguageError, SpecError, UnknownTarget, suggest
from snippetgen.languages.absent import KNOWN
from snippetgen.languages.facts import EXCEPTIONS, FACTS, TARGET_FACTS, VARIANTS
from snippetgen.languages.levels import level
from snippetgen.languages.search import found
from snippetgen.request import FEATURES

if TYPE_CHECKING:
    from snippetgen.data.schema import Keys
    from snippetgen.request import Request

_FRONT = re.compile(r"\A\{#-?\n(?P<facts>.*?)-?#\}\n?", re.DOTALL)


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One folder under templates/.

    Attributes:
        id: the folder's name.
        folder: the path of the folder.
        facts: the data of language.yaml, as `FACTS` describes it.
        clients: the clients that its .j2 files are named after, the default one first.
    """

    id: str
    folder: Path
    facts: dict[str, Any]
    clients: tuple[str, ...]

    def variable(self, name: str) -> str:
        """The name in the environment of a variable that its programs read."""
        return f"{self.facts.get('env_prefix', '')}{name}"


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

    @property
    def label(self) -> str:
        """Its name beside other targets, equal everywhere: ``Java`` for the default client, else ``Java (OkHttp)``.

        The fact `label` names a target such as ``cURL``, which is no client of a language to its users.
        """
        title = str(self.language.facts["title"])
        return str(self.facts.get("label", title if self.is_default else f"{title} ({self.facts['title']})"))

    def fact(self, name: str) -> Any:
        """The target's own fact, else its language's."""
        return self.facts[name] if name in self.facts else self.language.facts[name]

    def fact_or(self, name: str, default: Any) -> Any:
        """The target's own fact, else `default`."""
        return self.facts.get(name, default)

    def variant(self, request: Request) -> Target:
        """The target as a request needs it: with what reads JSON, or events of every kind, where it does."""
        writes_json = bool(request.quoted) and self.fact_or("writes_json", default=False)
        checks_json = request.stream and request.is_lines and bool(self.fact_or("checks_json", default=False))
        uses_json = request.reads_json or writes_json or checks_json
        return _variant(self, reads_json=uses_json, is_full=request.stream and request.is_full)

    def excepts(self, name: str) -> bool:
        """Whether the target has a named exception from a law (`facts.EXCEPTIONS`)."""
        return name in self.facts.get("exceptions", {})

    @property
    def installs(self) -> list[list[str]]:
        """The commands that install the libraries of all programs."""
        more = [self.facts[name]["install"] for name in VARIANTS if "install" in self.facts.get(name, {})]
        commands = [one for commands in more or [self.facts["install"]] for one in commands]
        return list(map(list, dict.fromkeys(map(tuple, commands))))

    def refusal(self, needed: list[str]) -> str:
        """The reason why the target cannot send a request that needs these features; empty if it can."""
        return next((self.facts["refuses"][name] for name in needed if name in self.facts["refuses"]), "")


@lru_cache(maxsize=1024)
def _variant(target: Target, *, reads_json: bool, is_full: bool) -> Target:
    wanted = zip(VARIANTS, (reads_json, is_full), strict=True)
    chosen = [target.facts.get(name, {}) for name, is_wanted in wanted if is_wanted]
    facts = reduce(operator.or_, chosen, target.facts)
    return replace(target, facts=facts) if any(chosen) else target


def exceptions(target: Target) -> list[str]:
    """A line for each exception of a target: what its programs do against a law, and why its users expect that."""
    found = target.facts.get("exceptions", {})
    return [f"{target.id}: {EXCEPTIONS[name]} ({name}): {reason}" for name, reason in found.items()]


def as_json(target: Target) -> dict[str, Any]:
    """A target for ``targets --format json``; {file} stands for a program's file, {name} for its spec's name."""
    return {
        "id": target.id,
        "language": target.language.id,
        "client": target.client,
        "title": f"{target.language.facts['title']} ({target.facts['title']})",
        "label": target.label,
        "default": target.is_default,
        "filename": target.fact("filename"),
        "install": target.facts["install"],
        "build": target.fact("build"),
        "run": target.fact("run"),
        "exceptions": target.facts.get("exceptions", {}),
        "supports": {feature: feature not in target.facts["refuses"] for feature in FEATURES},
        "level": level(target),
    }


def shipped_folder(name: str) -> Path:
    """The path of `templates` or `specs`: inside the package in an installed wheel, at the top in a checkout."""
    here = Path(__file__).parent.parent
    inside = here / "_data" / name
    return inside if inside.is_dir() else here.parent / name


def language_folder(templates: Path | None) -> Path | None:
    """A user's folder of templates; None if it only contains pages, so that our languages are used."""
    only_pages = templates and (templates / "pages").is_dir() and not any(templates.glob("*/language.yaml"))
    return None if only_pages else templates


class Languages:
    """The languages below one folder; files are read when they are first asked for.

    Raises:
        LanguageError: the folder or a file in it is wrong.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or shipped_folder("templates")
        if not self.folder.is_dir():
            raise LanguageError(f"{self.folder}: no such folder of templates")
        self.ids = tuple(sorted(one.parent.name for one in self.folder.glob("*/language.yaml")))
        if not self.ids:
            raise LanguageError(f"{self.folder}: contains no <language>/language.yaml")
        self.language = cache(self._language)
        self.target = cache(self._target)

    def all(self) -> list[Target]:
        """All targets: languages in alphabetical order, the default client of each first."""
        return [self.target(name, client) for name in self.ids for client in self.language(name).clients]

    def select(self, words: str) -> list[Target]:
        """The targets that ``java/okhttp,php`` names, in that order.

        Raises:
            UnknownTarget: a word names no target.
        """
        return list(dict.fromkeys(self._one(word.strip()) for word in words.split(",") if word.strip()))

    def _one(self, word: str) -> Target:
        name, _, client = word.lower().partition("/")
        language = self.language(name if name in self.ids else self._alias(name, word))
        client = client or language.facts["default"]
        if client not in language.clients:
            near = found((self.target(language.id, one) for one in language.clients), client)
            hint = f'did you mean "{near[0].id}"?' if near else f"{language.id} has {', '.join(language.clients)}"
            raise UnknownTarget(f'unknown target "{word}" ({hint})')
        return self.target(language.id, client)

    def _alias(self, name: str, word: str) -> str:
        for one in self.ids:
            if name in self.language(one).facts["aliases"]:
                return one
        near = [target.id for target in found(self.all(), word)]
        if name in KNOWN and not near:
            how = 'to add one: "Add a language" in CONTRIBUTING.md'
            raise UnknownTarget(f"{KNOWN[name]} has no templates yet (languages: {', '.join(self.ids)}; {how})")
        aliases = [alias for one in self.ids for alias in self.language(one).facts["aliases"]]
        hint = f'did you mean "{near[0]}"?' if near else suggest(name, [*self.ids, *aliases])
        hint = hint if hint.startswith("did") else f"one of: {', '.join(self.ids)}"
        raise UnknownTarget(f'unknown language "{word}" ({hint}); snippetgen targets lists them')

    def _language(self, name: str) -> Language:
        file = self.folder / name / "language.yaml"
        facts = _read(_text(file), file, FACTS)
        clients = sorted(_client(one) for one in file.parent.glob("*.j2") if not one.name.startswith("_"))
        if facts["default"] not in clients:
            what = f"no {facts['default']}.*.j2 in this folder (found: {', '.join(clients) or 'none'})"
            raise LanguageError(f"{file}: default: {what}")
        clients.sort(key=lambda client: client != facts["default"])
        return Language(name, file.parent, facts, tuple(clients))

    def _target(self, name: str, client: str) -> Target:
        language = self.language(name)
        file = next(one for one in language.folder.glob("*.j2") if _client(one) == client)
        match = _FRONT.match(_text(file))
        if not match:
            what = f"{{#-, YAML with {', '.join(TARGET_FACTS.keys)}, -#}}"
            raise LanguageError(f"{file}:1: a template begins with the facts of its target: {what}")
        facts = _read("\n" + match["facts"], file, TARGET_FACTS)
        for feature in facts["refuses"]:
            if feature not in FEATURES:
                raise LanguageError(f'{file}: refuses: unknown feature "{feature}" ({suggest(feature, FEATURES)})')
        for one in facts.get("exceptions", ()):
            if one not in EXCEPTIONS:
                raise LanguageError(f'{file}: exceptions: unknown exception "{one}" ({suggest(one, EXCEPTIONS)})')
        return Target(language, client, facts, file.name)


def _client(file: Path) -> str:
    """The client that a template is named after: ``requests`` for requests.py.j2."""
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
