"""The facts of a language and of a target; the meaning of each fact is written here, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from snippetgen.data.schema import BOOL, TEXT, Either, Key, Keys, ListOf, MapOf, OneOf, Scalar

if TYPE_CHECKING:
    from snippetgen.data import schema

_COMMANDS = ListOf(ListOf(TEXT))

_FILES = MapOf(TEXT)

_NONE = Scalar(words=("none",))


def _facts(**keys: tuple[schema.Shape, str] | Key) -> Keys:
    """Keys that must be answered, but for those that are a `Key` themselves, which few languages need."""
    required = {name: one if isinstance(one, Key) else Key(*one, required=True) for name, one in keys.items()}
    return Keys({name.rstrip("_"): key for name, key in required.items()})

_STRING = _facts(
    engine=(
        Scalar(words=("backslash", "backtick", "doubled", "shell")),
        "how the quote itself is written inside a string; backtick: as with backslash, by another mark",
    ),
    quote=(Scalar(pattern=r"[\"'`]", what="one quote mark"), "the quote of an ordinary string"),
    short=(
        Scalar(pattern=r"[abefnrtv]*", what="some of the letters abefnrtv"),
        "which short escapes exist, \\n among them",
    ),
    escape=(TEXT, "other characters that need a backslash; where quotes are doubled, that go beside a string (ChrW)"),
    escape_pairs=(
        ListOf(Scalar(pattern=r"..+", what="two or more characters")),
        (
            "pairs of characters whose first needs a backslash, such as ${; of twins such as ?? the second; also "
            "longer texts, in any case, such as </script"
        ),
    ),
    unprintable=(
        Scalar(words=("u4", "u4U6", "u4U8", "u{}", "x{}", "octal", "ChrW", "format", "none")),
        "how the rest that is not printable is written",
    ),
    nul=(BOOL, "whether a string can hold U+0000"),
    alternate_quote=(
        Either(scalar=_NONE, mapping=_facts(
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
)

_BLOCK = Either(scalar=Scalar(words=("none", "lines")), mapping=_facts(
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

_VALUE = Either(scalar=_NONE, mapping=_facts(
    words=(
        _facts(true=(TEXT, "true"), false=(TEXT, "false"), null=(TEXT, "null")),
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
        Either(scalar=TEXT, mapping=_facts(
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
        Scalar(words=("none", "words", "lisp", "r", "javascript", "erlang")),
        (
            "which keys go without quotes: words of ASCII; lisp: those with - in them, too; r: those that R takes for "
            "names, in paths, too; javascript: all that Prettier takes the quotes from; erlang: those that Erlang "
            "takes for atoms"
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
    floats=(_facts(
        precision=(
            Scalar(words=("double", "pointed double", "15 digits")),
            "pointed double: one whose literal always has a point, 1.0e7; 15 digits: as printf's %.15g writes them",
        ),
        keeps_point_zero=(BOOL, "whether 1.0 stays 1.0, and does not become 1"),
        exponent=Key(Scalar(pattern="[a-z]", what="a letter"), "the letter of a double's exponent, where e is not it"),
    ), "which floats it writes unchanged"),
    text=Key(TEXT, "how a text of the data is written, {} being the string, where that is more than the string"),
    longest_key=Key(Scalar("int", minimum=1), "how many characters a key may have, where there is a limit"),
    thousands=Key(TEXT, "what its formatter writes between the thousands of a number of six digits or more"),
    controls=Key(
        Scalar(words=("raw",)),
        "raw: the JSON library escapes only the control characters that have a short escape",
    ),
))

_JOIN = Either(scalar=Scalar(words=("printf", "shell")), mapping=OneOf(
    operator=Key(TEXT, "what stands between text and variable; a line may break at {line} or {outline}"),
    function=Key(TEXT, "the function that makes one text of its arguments, such as paste0"),
    interpolate=Key(_facts(
        open=(TEXT, "what begins the string"),
        close=(TEXT, "what ends it"),
        before=(TEXT, "what begins a variable"),
        after=(TEXT, "what ends a variable"),
        quote=(TEXT, "the quote that must be escaped in its text"),
        escape=(TEXT, "other characters that need a backslash"),
        escape_pairs=(ListOf(TEXT), "pairs of characters whose first needs a backslash"),
        double=(TEXT, "characters that stand twice for one, as braces do in some languages"),
    ), "a string with variables in it"),
))

_SHORT_JOIN = Either(scalar=Scalar(words=("none",)), mapping=_facts(
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

_PATH = Either(scalar=_NONE, mapping=OneOf(
    chain=Key(Keys({
        **_facts(**_STEP).keys,
        "no_words": Key(ListOf(TEXT), "keys that need quotes, though they are words of ASCII"),
    }), "one step behind the other, such as [0].message"),
    call=Key(_facts(
        **_STEP,
        open=(TEXT, "what begins the call"),
        between=(TEXT, "what stands between two steps"),
        close=(TEXT, "what ends the call"),
    ), 'all steps in one call, such as .dig("choices", 0)'),
    pattern=Key(_facts(
        key=(TEXT, "a map with a key {} whose value is {value}"),
        index=(TEXT, "a list in which {value} stands behind other values, each of them {skip}"),
        skip=(TEXT, "one value that may be anything"),
    ), "a pattern that the data is matched with, where the value gets a name"),
    nested=Key(_facts(**_STEP), "one step around the other, such as (gethash {} {value}): {value} is what it looks in"),
))

_CALL = _facts(
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

_TOOLCHAIN = Either(scalar=_NONE, mapping=_facts(
    needs=(ListOf(TEXT), "the commands that must be there"),
    probe=(_COMMANDS, "commands that succeed when the rest is there too"),
    apt=(
        Either(scalar=_NONE, sequence=ListOf(TEXT)),
        "the Debian packages that bring all this; none where we cannot install it, and only some users have it",
    ),
    root=(
        Either(scalar=_NONE, mapping=_facts(
            release=(TEXT, "the name of the Debian release"),
            packages=(ListOf(TEXT), "its packages that bring the tools"),
        )),
        "a newer Debian release in whose root folder programs are built and run; none for this system",
    ),
    prepare=(
        _COMMANDS,
        "commands that fill the folder of a prepared environment, run in it; {install} stands for the target's",
    ),
    path=(ListOf(TEXT), "folders of the environment that go on the PATH"),
    env=(MapOf(TEXT), "variables a program needs while it is verified; {env} is the environment's folder"),
    again=(
        Either(scalar=_NONE, mapping=_facts(
            build=(_COMMANDS, "what makes it quick to run"),
            run=(_COMMANDS, "how it is run then; {folder} is the language's own folder"),
        )),
        (
            "how verify runs a program from the second time on, where `run` compiles it each time, and always where "
            "`run` is empty; none for `run`"
        ),
    ),
))

_SETUP = Either(scalar=_NONE, mapping=_facts(
    version=(TEXT, "the lowest version that runs the programs"),
    of=(TEXT, "the name of what has this version: that of the language, or libcurl, curl"),
    check=(_COMMANDS, "commands that print the version"),
    url=(TEXT, "the page where users download it"),
    debian=(ListOf(TEXT), "lines to type on Debian and Ubuntu after the packages of toolchain.apt are installed"),
    macos=(ListOf(TEXT), "lines to type on macOS, with Homebrew where packages are needed"),
    windows=(ListOf(TEXT), "lines to type in PowerShell on Windows, with winget"),
    windows_terminal=(Either(scalar=_NONE, mapping=_facts(
        name=(TEXT, "its name"),
        lines=(ListOf(TEXT), "further lines to type in it"),
    )), "the terminal on Windows that takes the commands of Linux; none where PowerShell runs programs"),
))

_CA = _facts(
    env=(MapOf(TEXT), "variables that make a program trust the authority in the file {ca}, whose folder is {dir}"),
    files=(_FILES, "files to write into {dir}"),
    prepare=(_COMMANDS, "commands to run in {dir}"),
    bundle=(BOOL, "whether only the system's bundle is read, so that verify must mount its own over it"),
)

_LINT = Either(scalar=_NONE, mapping=_facts(
    needs=(ListOf(TEXT), "the commands that must be there"),
    apt=(ListOf(TEXT), "the Debian packages that bring them"),
    prepare=(_COMMANDS, "commands that fill the linter's environment, run in it"),
    path=(ListOf(TEXT), "its folders that go on the PATH"),
    files=(_FILES, "settings that go beside the programs"),
    build=(_COMMANDS, "the build with every warning an error, in place of the ordinary one"),
    env=(MapOf(TEXT), "variables that linters and formatters need; {env} is the environment's folder"),
    silent=(BOOL, "whether a linter or formatter that prints anything has found something, whatever its exit code"),
    commands=(
        _COMMANDS,
        "linters, which fail on any finding: {files} are all programs, {file} each; {env} the environment",
    ),
    format=(_COMMANDS, "formatters, which fail on any change"),
))

_COMMENT = _facts(
    open=(TEXT, "what begins a line of comment, its space included"),
    close=(TEXT, "what ends it, its space included; none where the line does"),
    defuse=(
        ListOf(TEXT),
        "what ends a comment or means something in it, in any case: it gets a space inside; ^ and $ are its ends",
    ),
)

_COLUMNS = Scalar("word", pattern=r"tab|[1-9]( spaces)?", what="a number of columns, or tab")

_INDENT = Either(scalar=_COLUMNS, mapping=_facts(
    block=(_COLUMNS, "one level of a block, which the templates indent themselves"),
    line=(_COLUMNS, "what a continued line moves by, a multiple of it"),
))

FACTS = _facts(
    title=(TEXT, "the language's name, as its users write it"),
    aliases=(ListOf(TEXT), "other names for --lang"),
    default=(TEXT, "the client that --lang LANGUAGE takes"),
    filename=(TEXT, "the name of a program's file; {name} is the spec's"),
    stream_filename=(TEXT, "that of a streamed program; none where {name} tells the two apart"),
    width=(Scalar("int", minimum=40), "the column at which its formatter breaks lines"),
    indent=(_INDENT, "one level: columns, or tab; 4 spaces, say, where the language allows no tab"),
    cjk_wide=(BOOL, "whether its formatter counts a Chinese character as two columns"),
    comment=(_COMMENT, "a line of comment"),
    highlight=(Scalar(pattern=r"[\w+#-]+", what="a word"), "its name in Pygments, Prism, Shiki and highlight.js"),
    string=(_STRING, "how a text is written"),
    block=(_BLOCK, "how a long text is written over several lines"),
    value=(_VALUE, "how JSON data is written as native data; none where a program has no JSON library at hand"),
    reads_json=(
        BOOL,
        "whether a program can read a JSON answer; without it, it prints the answer and a stream's events as they are",
    ),
    prints_data=(
        Scalar(words=("json", "python")),
        "how a program prints JSON data that is no text: as JSON, or as Python prints its own data",
    ),
    join=(_JOIN, "how a value with variables in it is written"),
    short_join=(
        _SHORT_JOIN,
        "how plain texts and variables are written where that is shorter: a string with variables in it; none",
    ),
    env=(
        TEXT,
        "how a variable of the environment is read; its name is {string} (spelt), {name} (bare) or {ident}",
    ),
    percent=(
        TEXT,
        "how {}, of the variable {name}, is percent-encoded; {fit} {soft} {end} mark where a line may break",
    ),
    json_string=(
        TEXT,
        "how {}, of the variable {name}, is written as a JSON string; none where the templates have no way",
    ),
    ident=(_facts(
        case=(Scalar(words=("snake", "camel", "kebab", "keep")), "how an identifier is written"),
        capitals=(ListOf(TEXT), "words that stand in capitals within a name, such as URL"),
        reserved=(ListOf(TEXT), "keywords, and the names that the templates use themselves"),
    ), "identifiers"),
    path=(_PATH, "access to JSON data; none where a program reads no JSON, or reads it into types"),
    optional_path=(_PATH, "access after a step that may find nothing; none where the language has no such form"),
    call=(_CALL, "how the arguments of a call are written"),
    build=(_COMMANDS, "how a program is compiled, before it runs; {file} is its file, {stem} that without its ending"),
    run=(_COMMANDS, "how it is run; empty where its reader opens it, as a page in a browser"),
    importable=(
        ListOf(TEXT),
        "what an import would find in the program's own folder first: a program's file gets another name than these",
    ),
    setup=(_SETUP, "how its users install it, for pages; none where pages say nothing of that"),
    toolchain=(_TOOLCHAIN, "the requirements for building and running a program; none if it cannot be run"),
    ca=(_CA, "how verify makes a program trust a throw-away authority"),
    lint=(_LINT, "how law 6 is judged; none where nothing judges it"),
    parser=(
        Scalar(pattern=r"[\w-]+", what="a word"),
        "the grammar of tree-sitter that reads its programs where nothing can run them; none",
    ),
)

VARIANTS = ("with_json", "with_events")
"""Facts of a target that hold where a program reads JSON, and where it reads events of every kind."""

EXCEPTIONS = {
    "errors-printed": "an error answer, or the part of an answer that arrived, is printed to standard output",
    "redirects-printed": "a redirect that is not followed is printed, and is no failure",
    "ends-unchecked": "a stream that ends early in good order, or an error in its place, is no failure",
    "stream-as-received": "a stream is printed as it arrives, not event by event",
    "redirects-unnamed": "a redirect that is not followed is a failure that tells neither its status nor its address",
    "one-line-secrets": "a secret of several lines loses its line breaks",
    "needs-chunks": "a stream that the server does not send in chunks is printed late, or ends with the time-out",
}
"""What a target's programs may do against laws 1, 3 and 5, where its users expect it."""

_VARIANT = Keys({
    "install": Key(_COMMANDS, "how its user installs it then"),
    "requires": Key(TEXT, "what the program's own comment says of it then"),
    "build": Key(_COMMANDS, "how it is compiled then"),
    "run": Key(_COMMANDS, "how it is run then"),
    "strict_build": Key(_COMMANDS, "how verify compiles it then"),
})

TARGET_FACTS = Keys({
    "title": Key(TEXT, "the client's name", required=True),
    "aliases": Key(ListOf(TEXT), "other names for it, as its users and other tools have them (`targets --search`)"),
    "label": Key(TEXT, "what tabs and headings call it, where that is not its language with the client in brackets"),
    "url": Key(TEXT, "where its documentation is", required=True),
    "install": Key(_COMMANDS, "how its user installs it", required=True),
    "with_json": Key(_VARIANT, "what is different where a program reads JSON"),
    "writes_json": Key(BOOL, "whether with_json holds as well where a program writes a secret into a JSON body"),
    "with_events": Key(_VARIANT, "what is different where a program reads events of every kind (stream.events: full)"),
    "reads_json": Key(BOOL, "in place of the language's"),
    "exceptions": Key(
        MapOf(TEXT),
        f"what its programs do against a law, and why: {', '.join(EXCEPTIONS)}; shown in the table of targets",
    ),
    "needs": Key(TEXT, "what runs it, and its lowest version, in place of the language's (setup)"),
    "requires": Key(TEXT, "what the program's own comment says of it, where that is shorter than the commands"),
    "filename": Key(TEXT, "in place of the language's"),
    "build": Key(_COMMANDS, "in place of the language's"),
    "run": Key(_COMMANDS, "in place of the language's"),
    "strict_build": Key(_COMMANDS, "in place of the language's lint.build"),
    "refuses": Key(MapOf(TEXT), "features of a request that it cannot carry: the reason", required=True),
    "apt": Key(
        Either(scalar=_NONE, sequence=ListOf(TEXT)),
        "Debian packages that it needs beside the language's; none where we cannot install it, and some users have it",
    ),
    "probe": Key(_COMMANDS, "commands that succeed when they are there"),
    "prepare": Key(_COMMANDS, "what fills its environment, in place of the language's"),
    "files": Key(_FILES, "files of its environment"),
    "env": Key(MapOf(TEXT), "variables it needs while it is verified"),
})
