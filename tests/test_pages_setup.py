"""How a reader installs a language, and types commands, on each system."""

import pytest
from pagetexts import ROOT, target

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.pages import in_order, panels, requests, setup
from snippetgen.pages.model import Key
from snippetgen.request.choices import Choices

CHAT = spec.load(ROOT / "specs" / "qwq-32b.yaml")


def language(words):
    targets = target(words)
    (found,) = panels.languages(targets, panels.panels(CHAT, targets, Choices(), "en"))
    return found


def setups(words):
    return {one.system: one.code.text for one in language(words).setups}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([["php", "a.php"]], None),
        ([["java", "-cp", "lib/*:.", "Main"]], 'java -cp "lib/*;." Main'),
        ([["java", "-Da.b=c", "-cp", "lib/*", "Main.java"]], None),
        ([["cc", "a.c", "-o", "a", "-lcurl"], ["./a"]], "cc a.c -o a -lcurl\n.\\a.exe"),
        ([["php", "a b.php"]], None),
    ],
)
def test_windows(given, expected):
    """On Windows, a list of folders has semicolons, a program of this folder ends with .exe, and quotes are double."""
    made = setup.windows_commands(given)
    assert expected == (made and made.text)


def test_variables():
    """Each shell sets variables in its own words, whatever the placeholder holds."""
    keys = [Key("A", "bearer", "Authorization", "header"), Key("B", "", "b", "query")]
    assert [
        "export A='x $y\"`'\nexport B='x $y\"`'",
        '$env:A = "x `$y`"``"\n$env:B = "x `$y`"``"',
        'set A=x $y"`\nset B=x $y"`',
    ] == [requests.exports(keys, shell, 'x $y"`').text for shell in ("sh", "powershell", "cmd")]


def test_debian():
    """On Debian, the packages are those with which programs are verified; php-curl is one of its own."""
    assert ("sudo apt install php-cli php-curl", "sudo apt install gcc libc6-dev libcurl4-openssl-dev libjson-c-dev") == (
        setups("php")["debian"],
        setups("c")["debian"],
    )


def test_a_terminal():
    """A language that needs a terminal of Linux on Windows has no commands of its own for PowerShell."""
    found = language("c")
    assert ("MSYS2 MSYS", "pacman -S gcc libcurl-devel", None) == (
        found.terminal,
        setups("c")["terminal"],
        found.panels[0].program.windows,
    )


def test_what_the_language_brings_is_not_installed_twice():
    """A package of the language is no step of a client; a tool that its commands need is named."""
    assert (None, ("Composer",)) == (
        language("c").panels[0].program.install,
        tuple(one.name for one in language("php/guzzle").panels[0].program.tools),
    )


@pytest.mark.parametrize("name", ["hurl", "swift"])
def test_a_root_is_for_verify_alone(name):
    """No user installs what makes the root folder of a newer release."""
    assert "debootstrap" not in setups(name)["debian"]


@pytest.mark.parametrize("name", [one for one in Languages().ids if Languages().language(one).facts["setup"] != "none"])
def test_every_language_says_how_to_install_it(name):
    """Each shipped language names its lowest version, a command that prints it, and how to install it wherever it runs."""
    found = language(name)
    systems = {"objc": {"macos"}, "matlab": set()}.get(name, {"debian", "macos", "windows"})
    assert systems <= set(setups(name))
    assert all((found.of, found.version, found.url.startswith("https://"), found.check.text))


def test_the_order():
    """The languages that beginners look for come first, the default client of each before its others."""
    found = in_order(Languages().all())
    languages = list(dict.fromkeys(one.language.id for one in found))
    firsts = [next(one.client for one in found if one.language.id == language) for language in languages]
    assert (["python", "java", "php", "node"], [Languages().language(one).facts["default"] for one in languages]) == (languages[:4], firsts)
