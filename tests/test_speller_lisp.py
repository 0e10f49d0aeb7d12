"""The spelling of Lisps: calls that begin with a bracket, columns that stand below each other, paths from within."""

import pytest

from snippetgen.data.number import Number
from snippetgen.languages import Languages
from snippetgen.languages.layout import lay_out
from snippetgen.languages.speller import Speller
from snippetgen.request import Env, Text

LANGUAGES = Languages()
RACKET, GUILE, SBCL = (Speller(LANGUAGES.select(name)[0].language) for name in ("racket", "scheme", "lisp"))


@pytest.mark.parametrize(("width", "code"), [
    (40, '(define body\n  (hasheq \'a "é" \'b (list 1 2)))'),
    (20, "(define body\n  (hasheq 'a \"é\"\n          'b (list 1\n                   2)))"),
])
def test_columns(width, code):
    """What does not fit stands below the first argument, without commas, and brackets close on the last line."""
    spelt = RACKET.hang("(define body", RACKET.native({"a": "é", "b": [1, 2]})) + ")"
    assert code == lay_out(spelt, width, 2, wide=False)


@pytest.mark.parametrize(("width", "code"), [(60, '(f "a" "b")'), (8, '(f "a"\n   "b")')])
def test_call(width, code):
    """A function stands within the brackets of its call."""
    assert code == lay_out(RACKET.call("f", '"a"', '"b"'), width, 2, wide=False)


def test_call_without_arguments():
    """A call of nothing is a name in brackets."""
    assert "(f)" == RACKET.call("f")


@pytest.mark.parametrize(("speller", "code"), [
    (RACKET, "(hash-ref (list-ref (hash-ref data 'choices) 0) (string->symbol \"a b\"))"),
    (GUILE, '(assoc-ref (vector-ref (assoc-ref data "choices") 0) "a b")'),
    (SBCL, '(gethash "a b" (elt (gethash "choices" data) 0))'),
])
def test_path(speller, code):
    """Each step stands around those before it."""
    assert code == lay_out(speller.path(("choices", 0, "a b"), "data"), 100, 2, wide=False)


def test_optional_path():
    """All steps are arguments of one function where paths nest."""
    assert "x 'choices 0 'delta" == RACKET.optional_path(("choices", 0, "delta"), "x")


@pytest.mark.parametrize(("speller", "data", "code"), [
    (RACKET, {"a-b": None, "a b": {}, "c": []}, "(hasheq 'a-b (json-null)\n        (string->symbol \"a b\") (hasheq)\n        'c (list))"),
    (GUILE, {"a-b": [True], "a b": {}, "c": []}, '((a-b . #(#t))\n (,(string->symbol "a b") . ())\n (c . #()))'),
    (GUILE, {"a": Env("KEY")}, '((a . ,(getenv "KEY")))'),
    (SBCL, {"a": [False, None, Number("1.5"), Number("1e-7")]}, "(object \"a\" (vector 'yason:false nil 1.5d0 1d-7))"),
    (SBCL, [(Text("a"), Env("KEY"))], '(vector (uiop:strcat "a" (uiop:getenv "KEY")))'),
])
def test_native(speller, data, code):
    """Data is what each library takes; a key that is no symbol as it stands is made one."""
    assert code == lay_out(speller.native(data), 100, 2, wide=False)


@pytest.mark.parametrize(("text", "code"), [
    ('a "b" \\ ~', '"a \\"b\\" \\\\ ~"'),
    ("a~\r\n\u2028", '(format nil "a~~~C~%~C" #\\Return (code-char 8232))'),
])
def test_text_without_escapes(text, code):
    """Common Lisp has no escapes for what cannot be seen: format puts it in."""
    assert code == SBCL.string(text)


def test_text_over_lines():
    """A string runs over lines as it is, its quotes escaped."""
    assert '"a\n\\"b\\""' == lay_out(SBCL.block('a\n"b"'), 100, 2, wide=False)


def test_code_points_of_six_digits():
    """Guile writes a character beyond U+FFFF with six digits."""
    assert '"\\u00a0\\U0e0001"' == GUILE.string("\xa0\U000e0001")


@pytest.mark.parametrize("speller", [GUILE, SBCL])
def test_what_the_library_does_not_escape(speller):
    """A control character without a short escape is not left to a library that writes it as it is."""
    assert [True, False] == [speller.can_hold("a\n"), speller.can_hold("a\x01")]


def test_identifier():
    """A name in Lisps has hyphens."""
    assert "x-api-key" == RACKET.ident("X_API_KEY")
