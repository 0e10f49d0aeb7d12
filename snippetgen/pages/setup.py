"""How a reader installs a language, and types the commands of a program on each system."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

from snippetgen.pages.model import Code, LanguagePanel, Setup, Tool
from snippetgen.rendering.render import command_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from snippetgen.languages import Language
    from snippetgen.pages.model import Panel
    from snippetgen.rendering.render import Commands

FIRST = ("python", "java", "php", "node", "c")
"""The languages that beginners ask for most, in this order; the others follow by title."""

_TOOLS = {
    "composer": Tool("Composer", "https://getcomposer.org/download/"),
    "mvn": Tool("Maven", "https://maven.apache.org/install.html"),
}
"""The first word of an installation command -> the tool that it needs, where the language does not bring it."""


def rank(language: Language) -> tuple[int, str]:
    """A key that sorts languages for beginners."""
    known = language.id in FIRST
    return FIRST.index(language.id) if known else len(FIRST), str(language.facts["title"]).lower()


def language_panel(language: Language, panels: Sequence[Panel]) -> LanguagePanel:
    """A language with its panels, and how to install it."""
    facts = language.facts["setup"]
    named = LanguagePanel(_id(language.id), language.facts["title"], tuple(panels))
    if facts == "none":
        return named
    terminal = facts["windows_terminal"]
    return named._replace(
        of=facts["of"],
        version=facts["version"],
        url=facts["url"],
        check=commands(facts["check"]),
        setups=tuple(_setups(language, facts)),
        terminal="" if terminal == "none" else terminal["name"],
    )


def _id(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text)


def _setups(language: Language, facts: dict[str, Any]) -> list[Setup]:
    terminal = facts["windows_terminal"]
    lines = {
        "debian": [*_apt(language), *facts["debian"]],
        "macos": facts["macos"],
        "windows": facts["windows"],
        "terminal": [] if terminal == "none" else terminal["lines"],
    }
    lexers = {"windows": "powershell"}
    return [Setup(name, Code("\n".join(one), lexers.get(name, "sh"))) for name, one in lines.items() if one]


def _apt(language: Language) -> list[str]:
    """The command that installs a language on Debian: the packages that its programs are verified with."""
    packages = _packages(language)
    return [f"sudo apt install {shlex.join(packages)}"] if packages else []


def _packages(language: Language) -> list[str]:
    toolchain = language.facts["toolchain"]
    has_none = toolchain == "none" or toolchain["apt"] == "none"
    # What makes a root folder is for verify alone.
    return [] if has_none or toolchain["root"] != "none" else list(toolchain["apt"])


def client_commands(language: Language, given: Commands) -> Commands:
    """The commands that install a client, without those that install packages which the language already brings."""
    packages = {"apt", "install", *_packages(language)}
    return [one for one in given if not set(one) <= packages]


def tools(given: Commands) -> tuple[Tool, ...]:
    """The tools that commands need, and that the language does not bring."""
    return tuple(dict.fromkeys(_TOOLS[one[0]] for one in given if one[0] in _TOOLS))


def commands(given: Commands) -> Code:
    """Commands for the shells of Linux and macOS."""
    return Code("\n".join(map(command_line, given)), "sh")


def windows_commands(given: Commands) -> Code | None:
    """The same commands for PowerShell and for the Command Prompt; None if they are as elsewhere.

    A list of folders has semicolons there (`java -cp "lib/*;."`), and a program of this folder ends with .exe.
    """
    lines = [" ".join(map(_windows_word, _windows(one))) for one in given]
    return Code("\n".join(lines), "powershell") if lines != list(map(command_line, given)) else None


def _windows(command: Sequence[str]) -> list[str]:
    words = [re.sub(r"^\./(.*?)(?:\.exe)?$", r".\\\1.exe", command[0]), *command[1:]]
    return [word.replace(":", ";") if before in ("-cp", "-classpath") else word
            for before, word in zip(["", *words], words, strict=False)]  # fmt: skip


def _windows_word(word: str) -> str:
    """A word of a command; PowerShell parts a bare one such as -Dfile.encoding=UTF-8 at its point."""
    return word if re.fullmatch(r"(?!-.*\.)[\w./\\:=+-]+", word) else f'"{word}"'
