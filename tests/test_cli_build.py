"""`snippetgen build`."""

import json
import os
import re
import subprocess
import sys
import threading
import time

import pytest
from click.testing import CliRunner

from snippetgen.cli import main
from snippetgen.project import units

CATS = "title: {en: Cats, zh: 猫}\nmethod: GET\nurl: https://api.example.com/cats\n"
CHAT = """\
title: Chat
method: POST
url: https://api.example.com/chat
auth: {type: bearer, env: CHAT_KEY}
params: [{name: stream, in: body, type: boolean, example: false}]
stream: {set: {stream: true}, done: "[DONE]", example: ["Hello"]}
"""
CONFIG = """\
targets: [python, {target: node, label: JavaScript}]
docs: [docs]
tabs: github
snippets: [{out: examples}, {out: examples, stream: true}]
pages: [{out: pages, locales: [en, zh]}]
"""
DOCUMENT = "# Cats\n\n<!-- snippetgen:start spec=../specs/cats.yaml lang=all -->\n<!-- snippetgen:end -->\n"
FILES = [
    "docs/cats.md",
    "examples/cats/node-fetch.mjs",
    "examples/cats/python-requests.py",
    "examples/chat/node-fetch-stream.mjs",
    "examples/chat/node-fetch.mjs",
    "examples/chat/python-requests-stream.py",
    "examples/chat/python-requests.py",
    "pages/cats.en.md",
    "pages/cats.zh.md",
    "pages/chat.en.md",
    "pages/chat.zh.md",
]


OPENAPI = """\
openapi: 3.1.0
info: {title: Cats, version: "1"}
servers: [{url: https://api.example.com}]
paths:
  /cats:
    get:
      operationId: listCats
      responses: {}
"""


def test_how_programs_look_holds_everywhere(here):
    """Indentation, header and timeout of the configuration reach files, documents, descriptions and pages."""
    (here / "api.yaml").write_text(OPENAPI, "utf-8")
    look = "indent: 3\nheader: false\ntimeout: 77\ninject: [{document: api.yaml, targets: [python]}]\n"
    (here / "snippetgen.yaml").write_text(CONFIG.replace("locales: [en, zh]", "targets: [python]") + look, "utf-8")
    assert 0 == CliRunner().invoke(main, ["build"]).exit_code
    made = [(here / name).read_text("utf-8") for name in ("examples/cats/python-requests.py", "docs/cats.md", "api.yaml", "pages/cats.md")]
    assert [(True, True, False)] * 4 == [
        (re.search(r"(?m)^( *)response = requests\.get\(\n\1   \S", text) is not None, "timeout=77" in text, "# ///" in text) for text in made
    ]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A project, which is the current folder; its files are older than the build that reads them."""
    root = tmp_path / "a project 汉字"
    for name, text in {"specs/cats.yaml": CATS, "specs/chat.yaml": CHAT, "snippetgen.yaml": CONFIG, "docs/cats.md": DOCUMENT}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
        age(root / name)
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(root)
    return root


def age(path):
    """Make a file older, as an author's file is when a build begins."""
    old = time.time() - 10
    os.utime(path, (old, old))


def build(*words):
    return CliRunner().invoke(main, ["build", *words])


def files(root, *folders):
    return sorted(path.relative_to(root).as_posix() for folder in folders for path in (root / folder).rglob("*") if path.is_file())


def edit(path, old, new):
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    age(path)


def last(result):
    return result.stderr.splitlines()[-1]


def test_everything_declared_is_made(here):
    """A build makes programs, streamed programs of endpoints that stream, documents, and pages in each locale."""
    assert (0, f"{len(FILES)} written, 0 unchanged") == ((result := build()).exit_code, last(result))
    assert files(here, "docs", "examples", "pages") == FILES


def test_a_second_build_changes_nothing(here):
    """A second build does not write files that exist."""
    build()
    before = {name: (here / name).stat().st_mtime_ns for name in FILES}
    assert f"0 written, {len(FILES)} unchanged" == last(build())
    assert before == {name: (here / name).stat().st_mtime_ns for name in FILES}


def test_only_what_changed_is_rendered_again(here, monkeypatch):
    """A spec that did not change is not even parsed, nor a document that shows none that did."""
    build()
    edit(here / "specs" / "chat.yaml", "/chat", "/talk")
    done, make = [], units.make
    monkeypatch.setattr(units, "make", lambda task, site: done.append(task.unit.id) or make(task, site))
    assert ("6 written, 5 unchanged", ["spec specs/chat.yaml"]) == (last(build("--jobs", "1")), done)


def test_a_template_or_the_configuration_changes_everything(here):
    """A change of a template or of the configuration builds everything again."""
    build()
    edit(here / "snippetgen.yaml", "JavaScript", "JS")
    assert "1 written, 10 unchanged" == last(build())
    assert "<summary>JS</summary>" in (here / "docs" / "cats.md").read_text("utf-8")


def test_an_edited_program_is_mended(here):
    """A program that was edited is built again, although its spec has not changed."""
    build()
    program = here / "examples" / "cats" / "python-requests.py"
    text = program.read_text("utf-8")
    program.write_text(text.replace("30", "31"), "utf-8")
    assert ("1 written, 10 unchanged", text) == (last(build()), program.read_text("utf-8"))


def test_a_missing_program_is_made_again(here):
    """A file that somebody removed comes back."""
    build()
    (here / "examples" / "chat" / "node-fetch.mjs").unlink()
    assert "1 written, 10 unchanged" == last(build())


def test_files_that_no_spec_asks_for_are_removed(here):
    """Without its spec, a program and a page are removed; a document that shows the program is an error."""
    build()
    (here / "specs" / "chat.yaml").unlink()
    result = build()
    assert (0, "0 written, 6 removed, 5 unchanged") == (result.exit_code, last(result))
    assert files(here, "examples", "pages") == [name for name in FILES[1:] if "cats" in name]


def test_files_of_others_stay(here):
    """In the folder of programs, only files named like our programs are ever removed."""
    build()
    (here / "examples" / "cats" / "notes.txt").write_text("mine")
    (here / "examples" / "README.md").write_text("mine")
    assert 0 == build().exit_code
    assert {"examples/README.md", "examples/cats/notes.txt"} < set(files(here, "examples"))


def test_a_document_is_never_removed(here):
    """A document that the configuration names no more is the user's own."""
    edit(here / "snippetgen.yaml", "pages: [{out: pages", "pages: [{out: docs")
    build()
    edit(here / "snippetgen.yaml", "docs: [docs]\n", "")
    build()
    assert (here / "docs" / "cats.md").is_file()


def test_the_targets_of_the_project_are_all(here):
    """A marker with lang=all shows what the configuration declares, in its order, and under its labels."""
    build()
    labels = [line for line in (here / "docs" / "cats.md").read_text("utf-8").splitlines() if line.startswith("<summary>")]
    assert ["<summary>Python</summary>", "<summary>JavaScript</summary>"] == labels


@pytest.mark.usefixtures("here")
def test_exit_code_tells_that_something_was_written():
    """--exit-code is 1 after a build that wrote, 0 after one that did not."""
    assert [1, 0] == [build("--exit-code").exit_code for _ in range(2)]


class TestCheck:
    @pytest.mark.usefixtures("here")
    def test_what_is_current_passes(self):
        """A check of current files exits with 0 and prints nothing on standard output."""
        build()
        result = build("--check")
        assert (0, "", "0 of 11 files differ") == (result.exit_code, result.stdout, last(result))

    def test_a_fresh_clone_is_checked_without_any_memory(self, here, monkeypatch):
        """The check needs no ledger."""
        build()
        monkeypatch.setenv("SNIPPETGEN_CACHE", str(here / "elsewhere"))
        assert (0, "0 of 11 files differ") == ((result := build("--check")).exit_code, last(result))

    def test_drift_is_a_diff_and_exit_1(self, here):
        """A check prints the diff on standard output, the files and the fix on standard error, and writes nothing."""
        build()
        edit(here / "specs" / "cats.yaml", "/cats", "/lions")
        before = (here / "docs" / "cats.md").read_bytes()
        result = build("--check")
        assert (1, before) == (result.exit_code, (here / "docs" / "cats.md").read_bytes())
        assert '+    "https://api.example.com/lions",' in result.stdout.splitlines()
        assert [
            "docs/cats.md:3: differs from what its spec says",
            "5 of 11 files differ",
            "fix with: snippetgen build",
        ] == result.stderr.splitlines()[-3:]

    def test_a_check_does_not_make_drift_current(self, here):
        """A second check finds the same differences as the first."""
        build()
        edit(here / "specs" / "cats.yaml", "/cats", "/lions")
        assert [1, 1] == [build("--check").exit_code for _ in range(2)]

    def test_annotations_of_github(self, here, monkeypatch, tmp_path):
        """On GitHub Actions each place is an error annotation, with its lines, and the summary has the diff."""
        build()
        edit(here / "specs" / "cats.yaml", "/cats", "/lions")
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
        result = build("--check")
        end = (here / "docs" / "cats.md").read_text("utf-8").count("\n")
        place = f"::error file=docs/cats.md,line=3,endLine={end},title=snippetgen%3A not up to date::differs from what its spec says: run snippetgen build"
        assert place in result.stdout.splitlines()
        summary = (tmp_path / "summary.md").read_text("utf-8")
        assert ["### snippetgen: 5 of 11 files are not up to date", "Fix with `snippetgen build`."] == [
            line for line in summary.splitlines() if line.startswith(("###", "Fix"))
        ]

    def test_json(self, here):
        """The JSON report lists every file that differs, with its diff."""
        build()
        edit(here / "specs" / "cats.yaml", "/cats", "/lions")
        shown = json.loads(build("--check", "--output-format", "json").stdout)
        assert (11, 5) == (shown["files"], len(shown["different"]))

    def test_a_stale_file_is_drift(self, here):
        """A program whose spec is gone fails the check, in a fresh clone, too."""
        build()
        (here / "specs" / "chat.yaml").unlink()
        result = build("--check")
        assert (1, "6 of 11 files differ") == (result.exit_code, result.stderr.splitlines()[-2])


class TestMistakes:
    def test_all_specs_are_told_at_once_and_nothing_is_written(self, here):
        """Every mistake has its place, and no file is half done."""
        for name in ("cats", "chat"):
            edit(here / "specs" / f"{name}.yaml", "method", "methd")
        result = build()
        places = [line.split(": ")[0] for line in result.stderr.splitlines()]
        assert (2, ["docs/cats.md:3:23", "docs/cats.md:3:23", "specs/cats.yaml:1:1", "specs/cats.yaml:2:1", "specs/chat.yaml:1:1", "specs/chat.yaml:2:1"]) == (result.exit_code, places)
        assert ["docs/cats.md"] == files(here, "docs", "examples", "pages")

    def test_a_hand_edit_is_refused(self, here):
        """Text that was edited between markers is overwritten with --force only."""
        build()
        edit(here / "docs" / "cats.md", "timeout=30", "timeout=31")
        assert "fix with: snippetgen build --force" == build("--check").stderr.splitlines()[-1]
        assert [2, 0] == [build().exit_code, build("--force").exit_code]

    def test_two_specs_of_one_name(self, here):
        """Two specs whose programs would be the same file are named."""
        (here / "more").mkdir()
        (here / "more" / "cats.yaml").write_text(CATS, "utf-8")
        edit(here / "snippetgen.yaml", "targets:", "specs: [specs, more]\ntargets:")
        assert "both specs/cats.yaml and more/cats.yaml would be written there" in build().stderr

    def test_two_specs_of_one_name_one_of_them_built_before(self, here):
        """Two specs whose programs would be the same file are named, even if one of them is up to date."""
        (here / "more").mkdir()
        edit(here / "snippetgen.yaml", "targets:", "specs: [specs, more/*.yaml, specs/cats.yaml]\ntargets:")
        (here / "more" / "dogs.yaml").write_text(CATS, "utf-8")
        build()
        (here / "more" / "dogs.yaml").rename(here / "more" / "cats.yaml")
        assert "both" in build().stderr

    def test_two_parts_of_the_configuration_for_one_file(self, here):
        """The last one would win, and the next build would find a difference again."""
        edit(here / "snippetgen.yaml", "{out: examples, stream: true}", "{out: examples, locale: zh}")
        assert "examples/cats/python-requests.py: is written 2 times from specs/cats.yaml (give" in build().stderr

    def test_no_configuration(self, here):
        """Without a configuration, the message names the files that are looked for."""
        (here / "snippetgen.yaml").unlink()
        (here / ".git").mkdir()
        assert (2, True) == ((result := build()).exit_code, "no snippetgen.yaml" in result.stderr)

    def test_an_unknown_target(self, here):
        """An unknown target in the configuration is reported as on the command line."""
        edit(here / "snippetgen.yaml", "[python,", "[pyton,")
        assert (2, 'unknown language "pyton" (did you mean "python"?)') == ((result := build()).exit_code, result.stderr.split("Error: ")[1].split(";")[0])


PETS = """\
openapi: 3.0.3
info: {title: Pets, version: '1'}   # kept
servers: [{url: https://api.example.com}]
paths:
  /pets:
    get: {operationId: listPets, responses: {'200': {description: OK}}}
  /pets/{id}:
    $ref: parts/pet.yaml
"""
PET = "get: {operationId: getPet, parameters: [{name: id, in: path, required: true, schema: {type: integer}}], responses: {'200': {description: OK}}}\n"


class TestDescriptions:
    @pytest.fixture(autouse=True)
    def pets(self, here):
        (here / "parts").mkdir()
        for name, text in {"pets.yaml": PETS, "parts/pet.yaml": PET}.items():
            (here / name).write_text(text, "utf-8")
            age(here / name)

    def test_operations_become_programs(self, here):
        """A description is a source like a spec; of several operations each has a folder."""
        (here / "snippetgen.yaml").write_text("specs: [pets.yaml]\nsnippets: [{out: out, targets: [php]}]\n", "utf-8")
        assert (0, ["out/getPet/php-curl.php", "out/listPets/php-curl.php"]) == (build().exit_code, files(here, "out"))

    def test_a_file_that_is_referred_to_counts(self, here):
        """A change of a file that a description refers to is drift."""
        (here / "snippetgen.yaml").write_text("specs: [{file: pets.yaml, operations: [getPet]}]\nsnippets: [{out: out}]\n", "utf-8")
        build()
        edit(here / "parts" / "pet.yaml", "name: id,", "name: id, example: 77,")
        assert 1 == build("--check").exit_code

    def test_code_samples_are_injected(self, here):
        """The document itself gets its programs, and nothing else of it changes."""
        (here / "snippetgen.yaml").write_text("inject: [{document: pets.yaml, targets: [shell]}]\n", "utf-8")
        results = [build().exit_code, build("--check").exit_code]
        text = (here / "pets.yaml").read_text("utf-8")
        assert ([0, 0], 1, True) == (results, text.count("x-codeSamples"), "# kept" in text)


def test_watch_builds_again(here):
    """--watch writes anew soon after a spec changes, and a mistake does not end it."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen([sys.executable, "-m", "snippetgen", "build", "--watch"], stderr=subprocess.PIPE, text=True, env=environment)
    end = threading.Timer(60, process.kill)
    end.start()
    try:
        until(process, "waiting")
        (here / "specs" / "cats.yaml").write_text("title: [", "utf-8")
        until(process, "specs/cats.yaml:")
        until(process, "waiting")
        (here / "specs" / "cats.yaml").write_text(CATS.replace("/cats", "/lions"), "utf-8")
        until(process, "written examples/cats/python-requests.py")
    finally:
        end.cancel()
        process.kill()
        process.wait()
    assert "/lions" in (here / "examples" / "cats" / "python-requests.py").read_text("utf-8")


def until(process, text):
    """Read standard error up to a line that holds a text."""
    for line in process.stderr:
        if text in line:
            return
    pytest.fail(f"ended without {text}")


def test_embed_follows_the_configuration(here):
    """`embed` and `build` fill a document alike."""
    build()
    filled = (here / "docs" / "cats.md").read_bytes()
    (here / "docs" / "cats.md").write_text(DOCUMENT, "utf-8")
    assert (0, filled) == (CliRunner().invoke(main, ["embed", "docs"]).exit_code, (here / "docs" / "cats.md").read_bytes())


def test_markers_import_as_configured(here):
    """A marker imports a description as the configuration says for it."""
    (here / "pets.yaml").write_text(
        "openapi: 3.1.0\nservers: [{url: https://api.pets.example}]\ncomponents: {securitySchemes: {key: {type: http, scheme: bearer}}}\n"
        "security: [{key: []}]\npaths: {/pets: {get: {operationId: listPets}}}\n", "utf-8"
    )  # fmt: skip
    (here / "snippetgen.yaml").write_text("targets: [python]\nspecs: [{file: pets.yaml, env: MY_KEY}]\ndocs: docs\n", "utf-8")
    (here / "docs" / "cats.md").write_text("<!-- snippetgen:start spec=../pets.yaml operation=listPets -->\n<!-- snippetgen:end -->\n", "utf-8")
    assert (0, True) == (build().exit_code, "MY_KEY" in (here / "docs" / "cats.md").read_text("utf-8"))
