"""The facts about how data is spelt: texts, JSON data, values with variables, paths, calls; `facts` has the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from snippetgen.data.schema import BOOL, TEXT, Either, Key, Keys, ListOf, OneOf, Scalar

if TYPE_CHECKING:
    from snippetgen.data import schema

NONE = Scalar(words=("none",))


def facts(**keys: tuple[schema.Shape, str] | Key) -> Keys:
    """Keys that must be answered, but for those that are a `Key` themselves, which few languages need."""
    required = {name: one if isinstance(one, Key) else Key(*one, required=True) for name, one in keys.items()}
    return Keys({name.rstrip("_"): key for name, key in required.items()})

STRING = facts(
    engine=(
        Scalar(words=("backslash", "backtick", "bare", "doubled", "shell")),
        (
            "how the quote itself is written inside a string; backtick: as with backslash, by another mark; bare: "
            "strings have no quotes (Hurl)"
        ),
    ),
    quote=(Scalar(pattern=r"[\"'`]", what="one quote mark"), "the quote of an ordinary string"),
    short=(
        Scalar(pattern=r"[abefnrtv]*", what="some of the letters abefnrtv"),
        "which short escapes exist, \\n among them",
    ),
    escape=(TEXT, "other characters that need a backslash; where quotes are doubled, that go beside a string"),
    escape_pairs=(
        ListOf(Scalar(pattern=r"..+", what="two or more characters")),
        (
            "pairs of characters whose first needs a backslash, such as ${; of twins such as ?? the second; also "
            "longer texts, in any case, such as </script"
        ),
    ),
    unprintable=(
        Scalar(words=("u4", "u4U6", "u4U8", "u{}", "x{}", "x&", "octal", "0x", "ChrW", "char", "format", "none")),
        "how the rest that is not printable is written",
    ),
    nul=(BOOL, "whether a string can hold U+0000"),
    alternate_quote=(
        Either(scalar=NONE, mapping=facts(
            quote=(TEXT, "the other quote mark, and behind it others that end such a string"),
            when=(
                Scalar(words=("fewer", "plain", "quotes", "raw")),
                (
                    "fewer: for a text that then needs fewer escapes; plain: for every text that then needs none; "
                    "quotes: for such a text in which the first quote is all that needs one; raw: for a text that "
                    "would need escapes in the first, as nothing is escaped within"
                ),
            ),
        )),
        "the second quote of the language",
    ),
    lacks=Key(TEXT, "characters beside U+0000 that no string can hold"),
    prefix=Key(TEXT, "what stands before the quote that opens a string, where something must"),
)

BLOCK = Either(scalar=Scalar(words=("none", "lines")), mapping=facts(
    kind=(
        Scalar(words=("escaped", "deeper", "raw", "hanging", "dollars", "heredoc")),
        (
            "escaped: escapes work inside; deeper: the same, one level deeper than the line that opens it; raw: "
            "nothing does; hanging: raw, one level deeper than that line; dollars: the same, but its end stands below "
            "that line, and $$ before it where it holds $; heredoc: raw, on the lines below the statement"
        ),
    ),
    open=(TEXT, "what begins the block"),
    close=(TEXT, "what ends it; of a heredoc, whose text ends with a line break, the word alone"),
    avoid=(ListOf(TEXT), "what its text must not hold; an ordinary string is written then"),
    indent=(BOOL, "whether the block is indented with the code around it"),
))

VALUE = Either(scalar=NONE, mapping=facts(
    words=(
        facts(true=(TEXT, "true"), false=(TEXT, "false"), null=(TEXT, "null")),
        "the words for true, false and null",
    ),
    list_=(
        ListOf(TEXT),
        (
            "what opens and closes a list; a third item is the empty list, where that is written in another way; "
            "{align} at the end of what opens it: its items stand below each other there, without commas, and what "
            "closes it right behind the last, as in Lisps"
        ),
    ),
    map_=(
        ListOf(TEXT),
        (
            "what opens and closes a map; {outline} before a brace that a broken map has on a line of its own; a third "
            "item is the number of entries from which on it always breaks; {align} as in a list"
        ),
    ),
    empty_map=(TEXT, "the empty map, which in some languages would be a list"),
    pair=(
        Either(scalar=TEXT, mapping=facts(
            bare=(TEXT, "the same where the key goes without quotes"),
            quoted=(TEXT, "the same where it has quotes"),
        )),
        (
            "what stands between key and value; where more stands around them, {} is the key, and a second {} the "
            "value; what is behind {column} begins in one column on consecutive lines"
        ),
    ),
    map_padding=(TEXT, "what stands inside the brackets of a map on one line"),
    bare_keys=(
        Scalar(words=("none", "words", "lisp", "r", "javascript", "erlang", "prolog")),
        (
            "which keys go without quotes: words of ASCII; lisp: those with - in them, too; r: those that R takes for "
            "names, in paths, too; javascript: all that Prettier takes the quotes from; erlang: those that Erlang "
            "takes for atoms; prolog: those that Prolog does, and that are no operators"
        ),
    ),
    bad_keys=(ListOf(TEXT), "keys that the language's own data would lose, or take for something else"),
    hang_after=(
        Scalar("int", minimum=0),
        "columns of a key after which a text that is too long stands on a line of its own; 0 for never",
    ),
    use_blocks=(BOOL, "whether a text of several lines in the data is written as a block"),
    fill_numbers=(BOOL, "whether numbers share the lines of a list that does not fit on one"),
    trailing_comma=(BOOL, "whether a list over several lines ends with a comma"),
    env=(TEXT, "how the variable {} becomes a text of the data; {} where it is one as it is read"),
    integers=(
        ListOf(Scalar("int")),
        "the smallest and largest integer that the JSON library writes unchanged; [] for any",
    ),
    floats=(facts(
        precision=(
            Scalar(words=("double", "pointed double", "15 digits", "binary")),
            (
                "pointed double: one whose literal always has a point, 1.0e7; 15 digits: as printf's %.15g writes "
                "them; binary: those of 15 digits that a double holds exactly, such as 0.5"
            ),
        ),
        keeps_point_zero=(BOOL, "whether 1.0 stays 1.0, and does not become 1"),
        exponent=Key(Scalar(pattern="[a-z]", what="a letter"), "the letter of a double's exponent, where e is not it"),
    ), "which floats it writes unchanged"),
    text=Key(TEXT, "how a text of the data is written, {} being the string, where that is more than the string"),
    leaf=Key(TEXT, "how a text that is no key is written, {} being the string, where keys alone are strings"),
    number=Key(TEXT, "how a number is written, {} being its digits, in brackets where it is negative"),
    key_quote=Key(
        Scalar(pattern=r"[\"'`]", what="one quote mark"),
        "the quote of a key, in paths, too, where it is not that of a string",
    ),
    longest_key=Key(Scalar("int", minimum=1), "how many characters a key may have, where there is a limit"),
    thousands=Key(TEXT, "what its formatter writes between the thousands of a number of six digits or more"),
    controls=Key(
        Scalar(words=("raw",)),
        "raw: the JSON library escapes only the control characters that have a short escape",
    ),
))

JOIN = Either(scalar=Scalar(words=("bare", "printf", "shell")), mapping=OneOf(
    operator=Key(TEXT, "what stands between text and variable; a line may break at {line} or {outline}"),
    function=Key(TEXT, "the function that makes one text of its arguments, such as paste0"),
    interpolate=Key(facts(
        open=(TEXT, "what begins the string"),
        close=(TEXT, "what ends it"),
        before=(TEXT, "what begins a variable"),
        after=(TEXT, "what ends a variable"),
        quote=(TEXT, "the quote that must be escaped in its text"),
        escape=(TEXT, "other characters that need a backslash"),
        escape_pairs=(ListOf(TEXT), "pairs of characters whose first needs a backslash"),
        double=(TEXT, "characters that stand twice for one, as braces do in some languages"),
    ), "a string with variables in it"),
    format=Key(facts(
        open=(TEXT, "what begins the call, before its format"),
        variable=(TEXT, "what stands for a variable in the format, in which a percent sign stands twice for one"),
        close=(TEXT, "what ends the call, behind the variables"),
    ), "a call whose first argument is a format, and the others its variables"),
))

SHORT_JOIN = Either(scalar=Scalar(words=("none",)), mapping=facts(
    open=(TEXT, "what begins the string"),
    close=(TEXT, "what ends it"),
    env=(TEXT, "how the variable {name} is written in it; {ident} is its name as an identifier"),
    avoid=(TEXT, "characters that no text in it may have, beside quotes, backslashes and what is escaped"),
    ends=(TEXT, "what no text right behind a variable begins with, beside what a name may hold; none if all may"),
))

_STEP = {
    "key": (TEXT, "how the value at key {} is taken"),
    "word": (TEXT, "like key, for a key that is a word of ASCII and needs no quotes; none if all keys are quoted"),
    "index": (TEXT, "how the value at index {} is taken; {+1} where the first is 1"),
}

PATH = Either(scalar=NONE, mapping=OneOf(
    chain=Key(Keys({
        **facts(**_STEP).keys,
        "no_words": Key(ListOf(TEXT), "keys that need quotes, though they are words of ASCII"),
    }), "one step behind the other, such as [0].message"),
    call=Key(facts(
        **_STEP,
        open=(TEXT, "what begins the call"),
        between=(TEXT, "what stands between two steps; a line may break at {line} or {outline}"),
        close=(TEXT, "what ends the call"),
    ), 'all steps in one call, such as .dig("choices", 0)'),
    pattern=Key(facts(
        key=(TEXT, "a map with a key {} whose value is {value}"),
        index=(TEXT, "a list in which {value} stands behind other values, each of them {skip}"),
        skip=(TEXT, "one value that may be anything"),
    ), "a pattern that the data is matched with, where the value gets a name"),
    nested=Key(facts(**_STEP), "one step around the other, such as (gethash {} {value}): {value} is what it looks in"),
))

CALL = facts(
    one=(
        TEXT,
        (
            "what stands around one argument {}, behind the name, or around both where it has {name}; marks such as "
            "{fit} and {soft} say where it may break"
        ),
    ),
    several=(TEXT, "what stands around several arguments"),
    between=(TEXT, "what stands between them"),
    operator=(TEXT, "how join.operator is written in a call of several arguments; none where as elsewhere"),
)
