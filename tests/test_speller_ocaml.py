"""The spelling of OCaml, which reads strings in comments, too."""

from snippetgen.languages import Languages
from snippetgen.languages.names import Names

NAMES = Names(Languages().select("ocaml")[0].language)


def test_comment():
    """What would begin a string or end the comment stands there as something else, or with a space inside."""
    assert "(* an 'open string, (|, ( * and * ) *)" == NAMES.comment('an "open string, {|, (* and *)')
    assert "(* ( * *)" == NAMES.comment("{*")
