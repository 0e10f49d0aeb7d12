"""The locale that a user names: normalised, and refused where nothing is written in it."""

import pytest
from click.testing import CliRunner

from snippetgen import spec
from snippetgen.cli import main
from snippetgen.errors import SpecError
from snippetgen.rendering.locales import resolve

PLAIN = "title: Cats\nmethod: GET\nurl: https://api.example.com/cats\n"
MANY = PLAIN.replace("title: Cats", "title: {en: Cats, pt-BR: Gatos, zh: 猫}") + (
    "params: [{name: a, in: query, example: b, description: {de: Zahl, en: Number}}]\n"
)


def endpoint(text):
    return spec.loads(text, "cats.yaml", "cats")


@pytest.mark.parametrize(("wanted", "known"), [
    ("en", "en"), ("EN", "en"), ("en_US.UTF-8", "en"), ("zh", "zh"), ("zh_CN", "zh"), ("ZH", "zh"), ("zh-cn", "zh"), ("zh-Hans-CN", "zh"),
    ("pt-BR", "pt-BR"), ("pt_br", "pt-BR"), ("pt", "pt-BR"), ("pt-PT", "pt-BR"), ("de", "de"), ("de_AT@euro", "de"), (" zh ", "zh"),
])  # fmt: skip
def test_known(wanted, known):
    """A locale is found in any case and form, by its language where its region is not there."""
    assert known == resolve(wanted, endpoint(MANY))


@pytest.mark.parametrize(("text", "wanted", "listed"), [
    (PLAIN, "fr", "en, zh"), (PLAIN, "C.UTF-8", "en, zh"), (PLAIN, "", "en, zh"), (MANY, "fr", "de, en, pt-BR, zh"), (MANY, "z", "de, en, pt-BR, zh"),
])  # fmt: skip
def test_unknown(text, wanted, listed):
    """A locale in which nothing is written is an error that lists those there are."""
    with pytest.raises(SpecError) as caught:
        resolve(wanted, endpoint(text))
    assert f'cats.yaml: unknown locale "{wanted}" (one of: {listed})' == str(caught.value)


@pytest.mark.parametrize("words", [
    ["render", "cats.yaml"], ["run", "cats.yaml", "--mock"], ["tutorial", "cats.yaml"], ["reference", "cats.yaml"],
    ["export", "cats.yaml", "--format", "http"],
], ids=lambda words: words[0])  # fmt: skip
def test_everywhere(words, tmp_path, monkeypatch):
    """Each command that takes a locale refuses one that is not there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cats.yaml").write_text(MANY, "utf-8")
    result = CliRunner().invoke(main, [*words, "--locale", "fr"])
    assert (2, "", 'Error: cats.yaml: unknown locale "fr" (one of: de, en, pt-BR, zh)\n') == (result.exit_code, result.stdout, result.stderr)


def test_in_documents_and_projects(tmp_path, monkeypatch):
    """A marker and a configuration are refused, too."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cats.yaml").write_text(MANY, "utf-8")
    (tmp_path / "a.md").write_text("<!-- snippetgen:start spec=cats.yaml locale=fr -->\n<!-- snippetgen:end -->\n", "utf-8")
    (tmp_path / "snippetgen.yaml").write_text("specs: [cats.yaml]\nlocale: fr\nsnippets: [{out: s}]\npages: [{out: p}]\n", "utf-8")
    told = 'unknown locale "fr" (one of: de, en, pt-BR, zh)'
    assert [told in CliRunner().invoke(main, words).stderr for words in (["embed", "a.md"], ["build"])] == [True, True]


def test_locale_of_the_system(tmp_path, monkeypatch):
    """What $LANG says is taken as it is."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cats.yaml").write_text(MANY, "utf-8")
    texts = [CliRunner().invoke(main, ["render", "cats.yaml", "--locale", one]).stdout for one in ("zh", "zh_CN.UTF-8")]
    assert texts[0] == texts[1] != CliRunner().invoke(main, ["render", "cats.yaml"]).stdout
