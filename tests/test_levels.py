"""A target's level says how its programs were judged, and an old record says nothing."""

import json
import shutil
from dataclasses import replace

import pytest
from click.testing import CliRunner

from snippetgen.cli import main
from snippetgen.errors import LanguageError
from snippetgen.languages import Languages, language, level, levels

NEEDED = {"needs": ["no-such-command"], "probe": [], "apt": "none", "prepare": [], "path": [], "env": {}, "again": "none"}


@pytest.fixture
def templates(tmp_path):
    """A folder with a language of our own, whose toolchain nobody can install."""
    folder = tmp_path / "templates"
    shutil.copytree(language.shipped_folder("templates") / "perl", folder / "perl")
    file = folder / "perl" / "language.yaml"
    text = file.read_text("utf-8")
    assert "  apt: [perl, libio-socket-ssl-perl]\n" in text
    text = text.replace("  apt: [perl, libio-socket-ssl-perl]\n", "  apt: none\n").replace("parser: none", "parser: pwsh")
    file.write_text(text, "utf-8")
    levels.proofs.cache_clear()
    levels.stamp.cache_clear()
    return folder


def perl(folder):
    return Languages(folder).target("perl", "http-tiny")


def record(folder, stamp):
    entry = {"stamp": stamp, "date": "2026-01-02", "programs": 3, "laws": {"1": 3}, "tools": {"Perl": "5.36"}}
    (folder / "record.json").write_text(json.dumps({"perl/http-tiny": entry}), "utf-8")
    levels.proofs.cache_clear()


@pytest.mark.parametrize(("facts", "expected"), [
    ({"toolchain": {"apt": []}, "parser": "none"}, "executed"),
    ({"toolchain": {"apt": []}, "parser": "pwsh"}, "executed"),
    ({"toolchain": {"apt": "none"}, "parser": "pwsh"}, "parsed"),
    ({"toolchain": {"apt": "none"}, "parser": "none"}, "rendered"),
    ({"toolchain": "none", "parser": "pwsh"}, "parsed"),
    ({"toolchain": "none", "parser": "none"}, "rendered"),
])
def test_level(facts, expected, tmp_path):
    """A level follows from what we can install, or at least read."""
    one = Languages().target("perl", "http-tiny")
    folder = tmp_path / "perl"
    folder.mkdir()
    one = replace(one, language=replace(one.language, folder=folder, facts={**one.language.facts, **facts}))
    assert expected == level(one)


def test_a_client_that_cannot_be_had(tmp_path):
    """A client that we cannot install is not executed, though others of its language are."""
    one = Languages().target("perl", "http-tiny")
    one = replace(one, facts={**one.facts, "apt": "none"}, language=replace(one.language, folder=tmp_path / "perl"))
    assert level(one) == "rendered"


def test_a_record_that_fits(templates):
    """What was executed elsewhere is executed, as long as nothing changed since."""
    assert level(perl(templates)) == "parsed"
    record(templates, levels.stamp(perl(templates).language))
    assert level(perl(templates)) == "executed"


def test_a_record_of_another_template(templates):
    """A record falls back by itself once the template is another."""
    record(templates, levels.stamp(perl(templates).language))
    file = templates / "perl" / "http-tiny.pl.j2"
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    assert level(perl(templates)) == "parsed"


def test_a_record_of_another_engine(templates, monkeypatch):
    """So it does once our own code is another."""
    record(templates, levels.stamp(perl(templates).language))
    monkeypatch.setattr(levels, "_code", lambda: "others")
    assert level(perl(templates)) == "parsed"


@pytest.mark.parametrize("text", ["{", "[1]", '{"perl/http-tiny": {}}'])
def test_a_damaged_record(text, templates):
    """A file that is no record is named, and what writes one."""
    (templates / "record.json").write_text(text, "utf-8")
    with pytest.raises(LanguageError, match=r"record\.json: is no record of proofs .* snippetgen verify --record writes one"):
        level(perl(templates))


def verify(*words):
    return CliRunner().invoke(main, ["verify", *words])


@pytest.mark.toolchain
def test_record_is_written_and_read(tmp_path, monkeypatch):
    """--record notes programs, laws, date and the version of the tool; the entries of other targets stay."""
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "templates"
    shutil.copytree(language.shipped_folder("templates") / "perl", folder / "perl")
    file = folder / "record.json"
    other = {"stamp": "x", "date": "2026-01-02", "programs": 3, "laws": {"1": 3}, "tools": {}}
    file.write_text(json.dumps({"a/b": other}), "utf-8")
    levels.stamp.cache_clear()
    result = verify("specs/head.yaml", "--lang", "perl", "--templates", str(folder), "--record", str(file))
    assert (0, "") == (result.exit_code, result.stderr), result.output
    found = json.loads(file.read_text("utf-8"))
    assert other == found.pop("a/b")
    (target, entry), = found.items()
    assert ("perl/http-tiny", 1, levels.stamp(perl(folder).language)) == (target, entry["programs"], entry["stamp"])
    assert ["Perl"] == list(entry["tools"])
    assert "5." in entry["tools"]["Perl"]


def test_record_needs_all_laws(tmp_path):
    """A record of some laws would claim too much."""
    result = verify("specs/head.yaml", "--lang", "perl", "--law", "7", "--offline", "--record", str(tmp_path / "r.json"))
    assert result.exit_code == 2
    assert "--record says that all laws were kept: leave out --law" in result.stderr
    assert not (tmp_path / "r.json").exists()
