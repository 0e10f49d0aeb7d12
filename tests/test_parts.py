"""The parts of a program, each run: what a part holds refers to nothing that is defined outside of it.

What stands here puts a part into a program as a reader does: into a main function where the language wants one; a call
gets the imports of its program, too.
"""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from needs import need_toolchain

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.rendering.render import render
from snippetgen.running import toolchain
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock
from snippetgen.verify import case as building
from snippetgen.verify.case import Case, build_program
from snippetgen.verify.plain import wrong_request

HERE = Path(__file__).parent
TARGETS = Languages().all()
every_target = pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.id)
PROGRAMS = [
    (HERE.parent / "specs" / "qwq-32b.yaml", False),
    (HERE.parent / "specs" / "qwq-32b.yaml", True),
    (HERE.parent / "specs" / "upload.yaml", False),
    (HERE / "specs" / "secret-json.yaml", False),
    (HERE / "specs" / "secret-query.yaml", False),
    (HERE / "specs" / "secret-multipart.yaml", False),
    (HERE / "specs" / "parts-typed.yaml", False),
    (HERE / "specs" / "stream-events.yaml", True),
    (HERE / "specs" / "stream-lines.yaml", True),
]
IMPORT = {
    "bun": r"import .*\n",
    "browser": r"import .*\n",
    "c": r"#.*\n",
    "csharp": r"using [\w.]+;\n",
    "fsharp": r"open [\w.]+\n",
    "deno": r"import .*\n",
    "go": r"(?s:import \(.*?\n\)\n)|import .*\n",
    "java": r"import .*\n",
    "node": r"import .*\n",
    "perl": r"use .*\n",
    "php": r"use .*\n|require .*\n",
    "python": r"import .*\n|from .*\n",
    "ruby": r"require .*\n",
    "shell": r"set -.*\n",
    "vbnet": r"Imports [\w.]+\n",
    "typescript": r"import .*\n",
}
DEFINITION = {"c": r"static |struct \w+ \{", "go": r"func |// ", "java": r"static "}
FRAME = {
    "c": "%s\n%s\nint main(void) {\n%s\n}\n",
    "go": "package main\n\n%s\n%s\nfunc main() {\n%s\n}\n",
    "java": "%s\nclass Main {\n%s\npublic static void main(String[] args) throws Exception {\n%s\n}\n}\n",
    "php": "<?php\n%s%s%s",
    "vbnet": "%s%s\nModule Program\nSub Main()\n%s\nEnd Sub\nEnd Module\n",
}
USED = {"c": {"result =": "return result;\n"}, "go": {"response, err :=": "_ = response\n", "timer :=": "_ = timer\n"}}
"""What a reader does with what a call leaves, as a compiler wants it."""


def framed(language, part, imports=None):
    """A part as a program; `imports` are those that a call lacks."""
    found = re.findall(rf"(?m)^(?:{IMPORT[language]})", part if imports is None else imports)
    rest = part if imports is not None else re.sub(rf"(?m)^(?:{IMPORT[language]})", "", part)
    blocks = re.split(r"\n\n+(?=\S)", rest.strip("\n")) if language in DEFINITION else [rest]
    defined = [one for one in blocks if re.match(DEFINITION.get(language, "(?!)"), one)]
    statements = "\n\n".join(one for one in blocks if one not in defined)
    if imports is not None:
        statements += "\n" + "".join(line for name, line in USED.get(language, {}).items() if name in statements)
        found = [used_of_go(one, part) if language == "go" else one for one in found]
    return FRAME.get(language, "%s%s%s") % ("".join(found), "\n\n".join(defined), statements)


PAGE = """<script type="module">
%sdocument.querySelector("form").onsubmit = async (event) => {
  event.preventDefault();
  event.submitter.disabled = true;
  try {
%s
  } catch (error) {
    document.querySelector("p").textContent = error.message;
  }
  event.submitter.disabled = false;
};
</script>
"""


def put_into(whole, language, part, imports=None):
    """What `framed` makes of a part; of a page's script, in the page with its fields."""
    if language != "browser":
        return framed(language, part, imports)
    rest = re.sub(rf"(?m)^{IMPORT[language]}", "", part)
    found = re.findall(rf"(?m)^{IMPORT[language]}", part if imports is None else imports)
    return whole.text.partition("<script")[0] + PAGE % ("".join(found), rest)


def used_of_go(block, part):
    """A block of imports without those that no statement uses, which Go takes for a mistake."""
    return re.sub(r'(?m)^\t"(?:[\w/]*/)?(\w+)"\n', lambda one: one[0] if f"{one[1]}." in part else "", block)


@cache
def environment(target_id):
    target = next(one for one in TARGETS if one.id == target_id)
    need_toolchain(target)
    return toolchain.prepared(target)


def outcomes(target, monkeypatch, reframe):
    """Runs each program, and then what `reframe` makes of it, which must send the same; both outcomes."""
    monkeypatch.setattr(building.BuiltProgram, "_strict", lambda _: [])
    made_of = {"whole": lambda whole: whole.text, "part": reframe}
    for file, stream in PROGRAMS:
        endpoint = spec.load(file)
        case = Case(endpoint, target, stream, environment(target.id))
        if target.refusal(building.build(endpoint, stream=stream).needs):
            continue
        found = {}
        for name, text in made_of.items():
            monkeypatch.setattr(building, "render", lambda *args, text=text: changed(render(*args), text))
            with Mock(endpoint, Behaviour(check=False)) as mock:
                made = build_program(case, mock.origin, name)
                assert "" == made.broken
                found[name] = made.run()
                assert "" == wrong_request(made, mock, 0, name, found[name])
        case.close()
        yield found["whole"], found["part"]


def changed(snippet, text):
    return replace(snippet, text=text(snippet))


@pytest.mark.toolchain
@every_target
def test_request_runs(target, monkeypatch):
    """The request of each program sends and prints what the program does, in a frame or alone."""
    found = list(outcomes(target, monkeypatch, lambda whole: put_into(whole, target.language.id, whole.part("request"))))
    assert [(0, whole.stdout) for whole, _ in found] == [(part.code, part.stdout) for _, part in found]
    assert all(part.stdout for _, part in found)


@pytest.mark.toolchain
@every_target
def test_call_runs(target, monkeypatch):
    """The call of each program sends what the program does, once its imports stand above it."""

    def call(whole):
        return put_into(whole, target.language.id, whole.part("call"), whole.part("request"))

    found = list(outcomes(target, monkeypatch, call))
    assert [(0, False)] * len(found) == [(part.code, part.timed_out) for _, part in found]
