"""The names that importers give to files and variables."""

import re

import pytest

from snippetgen.importers.naming import file_stem, unique, variable
from snippetgen.importers.secrets import env_name
from snippetgen.spec.format import ENV_NAME


@pytest.mark.parametrize(("texts", "expected"), [
    (["GET /pets/{id}", "getPet"], ["get-pets-id", "getPet"]),
    (["pets", "Pets"], ["pets", "Pets-2"]),
    (["CON", "aux", "nul", "Prn", "COM1", "lpt9", "com\u00b9", "conin$"], ["CON-request", "aux-request", "nul-request", "Prn-request", "COM1-request", "lpt9-request", "com\u00b9-request", "conin"]),
    (["con.users", "aux-request", "aux"], ["con-request.users", "aux-request", "aux-request-2"]),
    (["console", "com10", "auxiliary", "COM"], ["console", "com10", "auxiliary", "COM"]),
])  # fmt: skip
def test_names_of_files(texts, expected):
    """Names are unique whatever the case, and none is a device of Windows, which no ending makes a file."""
    assert expected == unique(map(file_stem, texts))


@pytest.mark.parametrize("words", [("x" * 300,), ("a" * 150, "_" * 3, "b" * 150), ("api", "key" * 90)])
def test_names_of_variables_are_not_endless(words):
    """The name of a variable is one that a spec may have, however long what it is named after."""
    assert re.fullmatch(ENV_NAME, variable(*words))
    assert re.fullmatch(ENV_NAME, env_name("".join(words).upper()))
