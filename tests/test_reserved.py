"""The names that a program gives its own variables are reserved: a secret never takes one of them."""

import re
from pathlib import Path

import pytest
from pygments.lexers import get_lexer_by_name
from pygments.token import Name

from snippetgen import spec
from snippetgen.errors import Refused
from snippetgen.languages import Languages
from snippetgen.languages.speller import Speller
from snippetgen.rendering.render import render
from snippetgen.request.build import build

HERE = Path(__file__).parent
LANGUAGES = Languages()
NAMING = [target for target in LANGUAGES.all() if "{ident}" in target.language.facts["env"]]
ENDPOINTS = [spec.load(file) for folder in (HERE.parent / "specs", HERE / "specs") for file in sorted(folder.glob("*.yaml"))]


def local_names(target):
    """The names in a target's programs that stand alone: not behind a dot or an arrow, and not called."""
    lexer = get_lexer_by_name(target.language.facts["highlight"])
    ident = Speller(target.language).ident
    made = [target.language.facts[fact] for fact in ("percent", "json_string")]
    found = set()
    for endpoint in ENDPOINTS:
        for stream in (False, True) if endpoint.stream else (False,):
            try:
                snippet = render(endpoint, build(endpoint, stream=stream), target)
            except Refused:
                continue
            # Pygments takes an escaped $ of Kotlin for one that is not, and knows not all escapes of Prolog.
            code = snippet.text.replace("\\$", "") if target.language.id == "kotlin" else snippet.text
            code = re.sub(r"(?m)^%.*|" + r'"(?:\\.|[^"\\])*"' + r"|'(?:\\.|[^'\\])*'", "''", code) if target.language.id == "prolog" else code
            tokens = list(lexer.get_tokens(_without_blocks(code, target.language.facts["block"])))
            names = {text.lstrip("$") for text in _alone(tokens, keys=target.language.facts["highlight"] in ("html", "swift", "objc"))}
            idents = {ident(name) for name in snippet.env}
            found |= names - idents - {form.replace("{}", name) for form in made for name in idents}
    return found


def _without_blocks(text, block):
    """A program without its long texts, which highlighters take for code where they stand indented."""
    return text if isinstance(block, str) or len(block["open"]) == 1 else re.sub(f"(?s){re.escape(block['open'])}.*?\\s*{re.escape(block['close'].strip())}", '""', text)


MARKUP = (Name.Tag, Name.Attribute, Name.Entity)
"""Names of elements and attributes, which are no variables."""


def _alone(tokens, keys):
    """The names among some tokens; of a language with `keys`, a name before a colon is the key of an object, or the label of an argument."""
    sigil = Name.Variable if any(kind in Name.Variable and text[0] == "$" for kind, text in tokens) else Name
    for at, (kind, text) in enumerate(tokens):
        before = tokens[at - 1][1] if at else ""
        after = next((one for _, one in tokens[at + 1 :] if one.strip()), "")
        if kind in sigil and kind not in MARKUP and not before.endswith((".", "->", ":", "@")) and not before.isdigit() and not after.startswith(("(", ":") if keys else "("):
            yield text


@pytest.mark.parametrize("target", NAMING, ids=lambda target: target.id)
def test_names_of_a_template_are_reserved(target):
    """A variable of the environment whose name would become a template's own gets another name."""
    facts = target.language.facts["ident"]
    shape = {"camel": r"[a-z][A-Za-z0-9]*", "snake": r"[a-z][a-z0-9_]*", "keep": r"\w+", "capital": r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|\w+_"}[facts["case"]]
    names = {name for name in local_names(target) if re.fullmatch(shape, name)}
    assert set() == {name for name in names if name not in facts["reserved"]}
