"""The facts of a language and of a target; the meaning of each fact is written here, and nowhere else."""

from __future__ import annotations

from snippetgen.data.schema import BOOL, TEXT, Either, Key, Keys, ListOf, MapOf, Scalar
from snippetgen.languages.spellingfacts import BLOCK, CALL, JOIN, NONE, PATH, SHORT_JOIN, STRING, VALUE, facts

_COMMANDS = ListOf(ListOf(TEXT))

_FILES = MapOf(TEXT)

_TOOLCHAIN = Either(scalar=NONE, mapping=facts(
    needs=(ListOf(TEXT), "the commands that must be there"),
    probe=(_COMMANDS, "commands that succeed when the rest is there too"),
    apt=(
        Either(scalar=NONE, sequence=ListOf(TEXT)),
        "the Debian packages that bring all this; none where we cannot install it, and only some users have it",
    ),
    root=(
        Either(scalar=NONE, mapping=facts(
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
        Either(scalar=NONE, mapping=facts(
            build=(_COMMANDS, "what makes it quick to run"),
            run=(_COMMANDS, "how it is run then; {folder} is the language's own folder"),
        )),
        (
            "how verify runs a program from the second time on, where `run` compiles it each time, and always where "
            "`run` is empty; none for `run`"
        ),
    ),
))

_SETUP = Either(scalar=NONE, mapping=facts(
    version=(TEXT, "the lowest version that runs the programs"),
    of=(TEXT, "the name of what has this version: that of the language, or libcurl, curl"),
    check=(_COMMANDS, "commands that print the version"),
    url=(TEXT, "the page where users download it"),
    debian=(ListOf(TEXT), "lines to type on Debian and Ubuntu after the packages of toolchain.apt are installed"),
    macos=(ListOf(TEXT), "lines to type on macOS, with Homebrew where packages are needed"),
    windows=(ListOf(TEXT), "lines to type in PowerShell on Windows, with winget"),
    windows_terminal=(Either(scalar=NONE, mapping=facts(
        name=(TEXT, "its name"),
        lines=(ListOf(TEXT), "further lines to type in it"),
    )), "the terminal on Windows that takes the commands of Linux; none where PowerShell runs programs"),
))

_CA = facts(
    env=(MapOf(TEXT), "variables that make a program trust the authority in the file {ca}, whose folder is {dir}"),
    files=(_FILES, "files to write into {dir}"),
    prepare=(_COMMANDS, "commands to run in {dir}"),
    bundle=(BOOL, "whether only the system's bundle is read, so that verify must mount its own over it"),
)

_LINT = Either(scalar=NONE, mapping=facts(
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

_COMMENT = facts(
    open=(TEXT, "what begins a line of comment, its space included"),
    close=(TEXT, "what ends it, its space included; none where the line does"),
    defuse=(
        ListOf(TEXT),
        "what ends a comment or means something in it, in any case: it gets a space inside; ^ and $ are its ends",
    ),
    swap=Key(MapOf(TEXT), "characters that mean something even alone, and what stands in a comment in their place"),
)

_COLUMNS = Scalar("word", pattern=r"tab|[1-9]( spaces)?", what="a number of columns, or tab")

_INDENT = Either(scalar=_COLUMNS, mapping=facts(
    block=(_COLUMNS, "one level of a block, which the templates indent themselves"),
    line=(_COLUMNS, "what a continued line moves by, a multiple of it"),
))

FACTS = facts(
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
    string=(STRING, "how a text is written"),
    block=(BLOCK, "how a long text is written over several lines"),
    value=(VALUE, "how JSON data is written as native data; none where a program has no JSON library at hand"),
    reads_json=(
        BOOL,
        "whether a program can read a JSON answer; without it, it prints the answer and a stream's events as they are",
    ),
    prints_data=(
        Scalar(words=("json", "python")),
        "how a program prints JSON data that is no text: as JSON, or as Python prints its own data",
    ),
    join=(JOIN, "how a value with variables in it is written"),
    short_join=(
        SHORT_JOIN,
        "how plain texts and variables are written where that is shorter: a string with variables in it; none",
    ),
    env=(
        TEXT,
        "how a variable of the environment is read; its name is {string} (spelt), {name} (bare) or {ident}",
    ),
    env_prefix=Key(TEXT, "what stands before the name of a variable in the environment, where its tool reads no other"),
    percent=(
        TEXT,
        "how {}, of the variable {name}, is percent-encoded; {fit} {soft} {end} mark where a line may break",
    ),
    json_string=(
        TEXT,
        "how {}, of the variable {name}, is written as a JSON string; none where the templates have no way",
    ),
    ident=(facts(
        case=(Scalar(words=("snake", "camel", "kebab", "keep", "capital")), "how an identifier is written"),
        capitals=(ListOf(TEXT), "words that stand in capitals within a name, such as URL"),
        reserved=(ListOf(TEXT), "keywords, and the names that the templates use themselves"),
    ), "identifiers"),
    path=(PATH, "access to JSON data; none where a program reads no JSON, or reads it into types"),
    optional_path=(PATH, "access after a step that may find nothing; none where the language has no such form"),
    call=(CALL, "how the arguments of a call are written"),
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
    "chunks-unchecked": "an answer that breaks off within a chunk is taken for a whole one, unless it is read as JSON",
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
    "checks_json": Key(BOOL, "whether with_json holds as well where a program checks that lines of a stream are JSON"),
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
        Either(scalar=NONE, sequence=ListOf(TEXT)),
        "Debian packages that it needs beside the language's; none where we cannot install it, and some users have it",
    ),
    "probe": Key(_COMMANDS, "commands that succeed when they are there"),
    "prepare": Key(_COMMANDS, "what fills its environment, in place of the language's"),
    "files": Key(_FILES, "files of its environment"),
    "env": Key(MapOf(TEXT), "variables it needs while it is verified"),
    "bundle": Key(BOOL, "whether only the system's bundle is read, in place of the language's ca.bundle"),
})
