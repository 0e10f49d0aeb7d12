"""The table of an answer's fields: those that the author described, and the other ones in the example."""

import json

import pytest

from snippetgen.pages import display
from snippetgen.pages.fields import Field, Kind, fields


def rows(example, *described, locale="en"):
    """Name, types and example of each row."""
    text = example if isinstance(example, str) else json.dumps(example)
    return [(one.name, " or ".join(map(kind, one.kinds)), one.example) for one in fields(text, described, locale)]


def kind(one):
    return f"{one.word} of {one.of}" if one.of else one.word


def names(example, *described):
    return [name for name, _, _ in rows(example, *described)]


class TestInferred:
    def test_objects_and_lists(self):
        """Each member has a row, in the order of the example; a list of objects and its members share one path."""
        assert [
            ("id", "integer", "7"),
            ("choices", "array of object", ""),
            ("choices[].message", "object", ""),
            ("choices[].message.content", "string", "Hi"),
            ("choices[].index", "integer", "0"),
            ("ok", "boolean", "true"),
        ] == rows({"id": 7, "choices": [{"message": {"content": "Hi"}, "index": 0}], "ok": True})

    @pytest.mark.parametrize(("value", "type_", "shown_"), [
        ("text", "string", "text"), ("", "string", '""'), (" x ", "string", '" x "'), ("a\nb", "string", '"a\\nb"'),
        (1, "integer", "1"), (1.5, "number", "1.5"), (None, "null", "null"), ([], "array", "[]"), ({}, "object", "{}"),
        ([1, 2], "array of integer", "[1, 2]"), ([1, 2.5], "array of number", "[1, 2.5]"), (["a", None], "array", '["a", null]'),
    ])
    def test_values(self, value, type_, shown_):
        """Types are those of JSON; an example is shown as text where it can be read, else as JSON."""
        assert ("a", type_, shown_) == rows({"a": value})[0]

    @pytest.mark.parametrize("number", ["1.0", "1e-7", "12345678901234567890", "-0", "0.10", "9" * 50])
    def test_numbers(self, number):
        """An example is written as the author wrote it; what has no point and no exponent is an integer."""
        wanted = "number" if set(number) & set(".e") else "integer"
        assert [("a", wanted, number)] == rows(f'{{"a": {number}}}')

    def test_several_types(self):
        """Elements that differ have all their types, null last, and the members of all."""
        assert [
            ("items", "array of object", ""),
            ("items[].a", "string or null", "x"),
            ("items[].b", "integer or string", "1"),
        ] == rows({"items": [{"a": None, "b": 1}, {"a": "x", "b": "2"}]})

    def test_elements_that_differ(self):
        """Elements of several types have a row of their own."""
        assert [("a", "array", ""), ("a[]", "integer or object or null", "1"), ("a[].b", "integer", "2")] == rows(
            {"a": [1, {"b": 2}, None]}
        )

    def test_lists_of_lists(self):
        """Each level has its row, down to plain values."""
        assert [("a", "array of array", ""), ("a[]", "array of array", ""), ("a[][]", "array of integer", "[1, 2]")] == rows(
            {"a": [[[1, 2]]]}
        )

    def test_a_list_on_top(self):
        """The elements of an answer that is a list are named []."""
        assert [("[]", "object", ""), ("[].id", "integer", "1")] == rows([{"id": 1}])

    def test_a_plain_value_on_top(self):
        """A plain value as the whole answer has no fields."""
        assert [] == rows("7")

    @pytest.mark.parametrize("text", ["", "<a/>", "{", '{"a": NaN}', "[" * 100_000, "data: {}"])
    def test_no_json(self, text):
        """An answer that is not JSON has no fields."""
        assert [] == rows(text)

    def test_odd_names(self):
        """A name that a path would split is written in brackets."""
        assert ['["a.b"]', '["a.b"]["c[]"]', '[""]', "d e", '["f\\"g"]'] == names({"a.b": {"c[]": 1}, "": 2, "d e": 3, 'f"g': 4})

    def test_a_key_that_stands_twice(self):
        """The last one counts, as in most parsers."""
        assert [("a", "integer", "2")] == rows('{"a": 1, "a": 2}')

    def test_deep(self):
        """Fields end at some depth."""
        assert 60 == len(names('{"a":' * 150 + "1" + "}" * 150))

    def test_long_values(self):
        """Long values end with an ellipsis; a list after the elements that fit."""
        found = rows({"text": "x" * 200, "list": list(range(100)), "one": ["y" * 200]})
        assert [True] * 3 == [len(text) <= display.LONG + 8 and "…" in text for _, _, text in found]
        assert "[0, 1, 2, " == found[1][2][:10]


class TestDescribed:
    def test_words(self):
        """The author's words stand at their field, in the locale or else in English."""
        described = {"name": "a[].b", "description": {"en": "the b", "zh": "说明"}}
        found = [fields('{"a": [{"b": 1}]}', [described], locale)[1].description for locale in ("en", "zh-TW", "fr")]
        assert ["the b", "说明", "the b"] == found

    def test_the_type_is_first_hand(self):
        """The author's type counts, whatever the example has; what a list holds is still seen."""
        described = [{"name": "a", "type": "string"}, {"name": "b", "type": "array"}, {"name": "c", "type": "number"}]
        assert [("a", "string", "null"), ("b", "array of integer", "[1]"), ("c", "number", "1")] == rows(
            {"a": None, "b": [1], "c": 1}, *described
        )

    def test_a_path_with_an_index(self):
        """A path with an index means the elements of the list."""
        assert [Field("a[].b", 2, (Kind("integer"),), "1", "x")] == fields(
            '{"a": [{"b": 1}]}', [{"name": "a[0].b", "description": "x"}]
        )[1:]

    def test_not_in_the_example(self):
        """A field that is not in the example comes after its siblings, with the author's type, if any."""
        described = [{"name": "a.late", "type": "boolean"}, {"name": "z.y[].x"}]
        assert [
            ("a", "object", ""),
            ("a.b", "integer", "1"),
            ("a.late", "boolean", ""),
            ("c", "integer", "2"),
            ("z", "object", ""),
            ("z.y", "array of object", ""),
            ("z.y[].x", "", ""),
        ] == rows({"a": {"b": 1}, "c": 2}, *described)

    def test_elements(self):
        """The elements of a list have a row where the author speaks of them."""
        assert ["a", "a[]"] == names({"a": [1]}, {"name": "a[]", "description": "each"})

    def test_no_json(self):
        """Fields that the author described are shown even if the answer is not JSON."""
        assert [("a.b", "integer", "")] == rows("<a><b>1</b></a>", {"name": "a.b", "type": "integer"})[1:]


class TestPretty:
    @pytest.mark.parametrize("text", [
        '{"a": 1.0, "b": 1e-7, "c": 12345678901234567890, "d": -0}', '["\\u0001", "\\u2028", "\\ud83d"]', '{"a": {}, "b": []}',
    ])
    def test_values_stay(self, text):
        """Indented JSON has the same numbers, as they were written, and the same texts."""
        kept = {"parse_int": str, "parse_float": str}
        assert json.loads(text, **kept) == json.loads(display.pretty(text), **kept)

    @pytest.mark.parametrize("text", ['{"a": 1, "a": 2}', '{"a": Infinity}', "{", "line\nline", "[" * 100_000])
    def test_as_written(self, text):
        """JSON that indenting would change stays as it is."""
        assert text == display.pretty(text + "\n")
