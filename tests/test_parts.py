"""The parts of a program, each run: what a part holds refers to nothing that is defined outside of it.

What stands here puts a part into a program as a reader does: into a main function where the language wants one; a call
gets the imports of its program, too.
"""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from textwrap import indent

import pytest
from needs import need_toolchain

from snippetgen import spec
from snippetgen.errors import Refused
from snippetgen.languages import Languages
from snippetgen.rendering.render import render
from snippetgen.running import toolchain
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock
from snippetgen.verify import case as building
from snippetgen.verify.case import Case, build_program
from snippetgen.verify.plain import wrong_output, wrong_request
from snippetgen.verify.streams import printed_whole, wrong_print

HERE = Path(__file__).parent
TARGETS = Languages().all()
every_target = pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.id)
REQUESTS = [
    (HERE.parent / "specs" / "qwq-32b.yaml", True),
    (HERE.parent / "specs" / "upload.yaml", False),
    (HERE / "specs" / "stream-events.yaml", True),
]
"""Programs whose frame is taken off: streamed, plain with files, with definitions."""

CALLS = [
    (HERE / "specs" / "secret-json.yaml", False),
    (HERE / "specs" / "secret-query.yaml", False),
    (HERE / "specs" / "parts-typed.yaml", False),
    (HERE / "specs" / "stream-events.yaml", True),
    (HERE / "specs" / "stream-lines.yaml", True),
]
"""Programs whose call needs what else stands in them: functions, classes, types."""

IMPORT = {
    "bun": r"import .*\n",
    "browser": r"import .*\n",
    "c": r"#.*\n",
    "cpp": r"#.*\n",
    "clojure": r"\((?:require|import) .*\n(?: +.*\n)*",
    "crystal": r"require .*\n",
    "csharp": r"using [\w.]+;\n",
    "d": r"import .*\n",
    "fsharp": r"open [\w.]+\n",
    "deno": r"import .*\n",
    "elisp": r"\(require .*\n|\(set-language-environment .*\n|\(setq backtrace.*\n",
    "elixir": r"$^",
    "erlang": r"$^",
    "go": r"(?s:import \(.*?\n\)\n)|import .*\n",
    "groovy": r"import .*\n",
    "haskell": r"\{-#.*\n|import .*\n",
    "java": r"import .*\n",
    "hurl": r"$^",
    "k6": r"import .*\n",
    "julia": r"using .*\n",
    "kotlin": r"@file:.*\n|import .*\n",
    "nim": r"import .*\n",
    "lua": r"local \w+ = require.*\n",
    "node": r"import .*\n",
    "lisp": r"(?s:\(require :asdf\).*?\)\)\)\n)",
    "matlab": r"import .*\n",
    "objc": r"#import .*\n",
    "ocaml": r"open .*\n",
    "perl": r"use .*\n",
    "php": r"use .*\n|require .*\n",
    "prolog": r":- use_module.*\n",
    "python": r"import .*\n|from .*\n",
    "r": r"library\(.*\n",
    "racket": r"#lang racket\n|(?s:\(require .*?\)\n)",
    "ruby": r"require .*\n",
    "rust": r"use .*\n|#!.*\n",
    "scheme": r"\(use-modules .*\n(?: +.*\n)*",
    "scala": r"//> .*\n|import .*\n",
    "shell": r"set -.*\n",
    "swift": r"import .*\n|#if .*\n.*\n#endif\n",
    "vala": r"$^",
    "vbnet": r"Imports [\w.]+\n",
    "typescript": r"import .*\n",
}
DEFINITION = {
    "c": r"static |struct \w+ \{",
    "cpp": r"std::string \w+\(.*\{\n",
    "erlang": r"\w+\(.*\) (?:when .*)?->\n",
    "go": r"func |// ",
    "java": r"static ",
    "k6": r"const payload = open",
    "objc": r"static |@interface |@implementation |@property |- \(|@end",
    "ocaml": r"let (?!uri )|and |\(\* ",
    "prolog": r":- multifile |\w+\(.*\) :-\n",
    "rust": r"fn |// ",
    "swift": r"final class |func |struct ",
    "vala": r"string quote|void append_part",
}
FRAME = {
    "c": "%s\n%s\nint main(void) {\n%s\n}\n",
    "cpp": "%s\n%s\nint main() {\n%s\n}\n",
    "d": "%s\n%s\nvoid main()\n{\n%s\n}\n",
    "erlang": "#!/usr/bin/env escript\n%s\n%s\n\nmain(_) ->\n%s.\n",
    "go": "package main\n\n%s\n%s\nfunc main() {\n%s\n}\n",
    "haskell": "%s%s\nmain :: IO ()\nmain = do\n%s",
    "java": "%s\nclass Main {\n%s\npublic static void main(String[] args) throws Exception {\n%s\n}\n}\n",
    "k6": "%s\n%s\nexport default function () {\n%s\n}\n",
    "ocaml": "%s\n%s\n\nlet () =\n  Lwt_main.run @@\n%s\n",
    "php": "<?php\n%s%s%s",
    "objc": "%s\n%s\n\nint main(void) {\n@autoreleasepool {\n%s\n}\n}\n",
    "prolog": "%s\n%s\n\n:- initialization(main, main).\n\nmain :-\n%s.\n",
    "rust": "%s\n%s\nfn main() -> Result<()> {\n%s\nOk(())\n}\n",
    "swift": "%s\n%s\n\ndo {\n%s\n} catch {\nfail(error.localizedDescription)\n}\n",
    "vala": "%s%s\nvoid run () throws Error {\n%s\n}\nint main () {\ntry {\nrun ();\n} catch (Error error) {\nstderr.puts (error.message);\nreturn 1;\n}\nreturn 0;\n}\n",
    "vbnet": "%s%s\nModule Program\nSub Main()\n%s\nEnd Sub\nEnd Module\n",
}
USED = {"c": {"result =": "return result;\n"}, "elisp": {"curl-process": "(while (accept-process-output curl-process))\n"}, "go": {"response, err :=": "_ = response\n", "timer :=": "_ = timer\n"}, "haskell": {"response <-": "print (responseStatus response)\n"}, "ocaml": {"let* response, answer =": "ignore (response, answer);\nLwt.return_unit\n"}}
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
    if language in ("erlang", "prolog"):
        statements = statements.rstrip().rstrip(".,")
    if language == "haskell":
        statements = indent(statements, "  ")
    if language == "python" and re.search(r"\b(async with|await) ", statements):
        statements = f"import asyncio\n\nasync def main():\n{indent(statements, '    ')}\n\nasyncio.run(main())\n"
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
    return whole.text.partition('<script type="module">')[0] + PAGE % ("".join(found), rest)


def used_of_go(block, part):
    """A block of imports without those that no statement uses, which Go takes for a mistake."""
    return re.sub(r'(?m)^\t"(?:[\w/]*/)?(\w+)"\n', lambda one: one[0] if f"{one[1]}." in part else "", block)


@cache
def environment(target_id):
    target = next(one for one in TARGETS if one.id == target_id)
    need_toolchain(target)
    return toolchain.prepared(target)


def outcomes(target, monkeypatch, programs, part_of):
    """Runs what `part_of` makes of each of the programs, which must send its request: what was made and run, and how it went."""
    monkeypatch.setattr(building.BuiltProgram, "_strict", lambda _: [])
    for file, stream in programs:
        endpoint = spec.load(file)
        case = Case(endpoint, target, stream, environment(target.id))
        if target.refusal(building.build(endpoint, stream=stream).needs):
            continue
        monkeypatch.setattr(building, "render", lambda *args: changed(render(*args), part_of))
        with Mock(endpoint, Behaviour(check=False)) as mock:
            try:
                made = build_program(case, mock.origin, "part")
            except Refused:
                continue
            assert "" == made.broken
            outcome = made.run()
            assert "" == wrong_request(made, mock, 0, "part", outcome)
        case.close()
        yield made, outcome


def changed(snippet, text):
    return replace(snippet, text=text(snippet))


@pytest.mark.toolchain
@every_target
def test_request_runs(target, monkeypatch):
    """The request of each program sends and prints what the program has to, in a frame or alone."""

    def request(whole):
        return put_into(whole, target.language.id, whole.part("request"))

    found = list(outcomes(target, monkeypatch, REQUESTS, request))
    assert [""] * len(found) == [wrong_print(outcome, printed_whole(made.case, made.case.endpoint.stream), "streamed") if made.case.stream else wrong_output(made, outcome, "plain") for made, outcome in found]


@pytest.mark.toolchain
@every_target
def test_call_runs(target, monkeypatch):
    """The call of each program sends what the program does, once its imports stand above it."""

    def call(whole):
        return put_into(whole, target.language.id, whole.part("call"), whole.part("request"))

    found = [outcome for _, outcome in outcomes(target, monkeypatch, CALLS, call)]
    assert [(0, False)] * len(found) == [(outcome.code, outcome.timed_out) for outcome in found]
