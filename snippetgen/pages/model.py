"""The data for the templates of pages, in the order of the page; texts are raw, and escaped when printed.

`requests.py`, `fields.py` and `answers.py` make it from an `Endpoint`, `panels.py` from its programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from snippetgen.pages.fields import Field, Kind


class ParameterRow(NamedTuple):
    """One row of the table of parameters.

    Attributes:
        place: path, query, header, cookie or body.
        required: whether it must be sent; None if that is unknown.
        kind: the type of its value.
        env: the environment variables with its value, instead of an example.
        examples: its values, as a table shows them; several values are sent one after the other.
        auth: bearer, basic, digest or apikey for a credential, which the page explains in its own words; else empty.
        enum: the values that it may have.
        default: the default value; empty if there is none.
        format: its format, as in JSON Schema.
    """

    name: str
    place: str
    required: bool | None
    kind: Kind
    env: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    auth: str = ""
    description: str = ""
    enum: tuple[str, ...] = ()
    default: str = ""
    format: str = ""
    nullable: bool = False


class Code(NamedTuple):
    """A block of code.

    Attributes:
        text: the code, without a line break at its end.
        lexer: its language, as Pygments and Markdown name it; empty for plain text.
    """

    text: str
    lexer: str = ""


class BodyDescription(NamedTuple):
    """The body of the request.

    Attributes:
        kind: none, json, form, multipart, text or file.
        media_type: its Content-Type.
        code: for json and text: an example.
        path: for file: the file that is sent.
        fields: for json: its members that are not parameters, if the author describes them.
        has_secret: whether the example contains ``$NAME`` for the value of an environment variable.
    """

    kind: str
    media_type: str = ""
    code: Code | None = None
    path: str = ""
    fields: tuple[Field, ...] = ()
    has_secret: bool = False


class Key(NamedTuple):
    """An environment variable that a program needs.

    Attributes:
        auth: bearer, apikey, user or password for a credential; else empty.
        name: the name of the header, parameter, part or field that it is sent in.
        place: the place of that: path, query, header, cookie or body.
        url: where its user gets it; empty if the author does not say.
    """

    env: str
    auth: str
    name: str
    place: str
    url: str = ""


class Changed(NamedTuple):
    """One of the author's named examples, and its changes: pairs of path and value."""

    name: str
    title: str
    changes: tuple[tuple[str, str], ...]


class Answer(NamedTuple):
    """An answer of the server.

    Attributes:
        phrase: the reason phrase of the status code (RFC 9110).
        description: when the server sends it.
        headers: name and value of the headers that the author describes.
    """

    status: int
    phrase: str
    media_type: str
    description: str
    headers: tuple[tuple[str, str], ...]
    code: Code | None
    fields: tuple[Field, ...]


class Stream(NamedTuple):
    """How the answer is streamed.

    Attributes:
        set: path and value of each change to the request that asks for the stream.
        delta: the path of the piece of text in each event; empty if the event's data is the piece.
        done: the data of the last event; empty if the stream just ends.
        code: the first events, as they are sent.
    """

    set: tuple[tuple[str, str], ...]
    delta: str
    done: str
    code: Code


class Tool(NamedTuple):
    """A tool that an installation command needs, and where to get it."""

    name: str
    url: str


class PanelProgram(NamedTuple):
    """A program, and the commands that its user types.

    Attributes:
        install, run: commands, one for each line; no `run` where its reader opens the file.
        windows: `run` as PowerShell and the Command Prompt take it; None if it is no different there.
        tools: what `install` needs beside the language.
        env: the environment variables that it reads.
        prints: its output for the example answer; None if there is no example, empty if it prints nothing.
    """

    code: Code
    filename: str
    install: Code | None
    run: Code | None
    env: tuple[str, ...]
    prints: Code | None
    windows: Code | None = None
    tools: tuple[Tool, ...] = ()


class Panel(NamedTuple):
    """One target on the page.

    Attributes:
        id: an identifier such as ``java-okhttp``, valid as an id in HTML.
        title: the language, with the client if the page shows several clients of the language.
        url: the address of the client's documentation.
        program: the program; None if the client cannot send the request, with the reason in `refused`.
        stream: the program that streams; None if the endpoint does not stream, or for the reason in `stream_refused`.
    """

    id: str
    title: str
    language: str
    client: str
    url: str
    program: PanelProgram | None
    refused: str = ""
    stream: PanelProgram | None = None
    stream_refused: str = ""


class Setup(NamedTuple):
    """How to install a language on a system: debian, macos, windows, or terminal (a further terminal on Windows)."""

    system: str
    code: Code


class LanguagePanel(NamedTuple):
    """One language on the page, with its clients.

    Attributes:
        of: the name of what must be installed; empty if the language does not say how.
        version: the lowest version of that.
        url: where to download it.
        check: the command that prints the version.
        terminal: the terminal on Windows that takes the commands of Linux; empty for PowerShell.
    """

    id: str
    title: str
    panels: tuple[Panel, ...]
    of: str = ""
    version: str = ""
    url: str = ""
    check: Code | None = None
    setups: tuple[Setup, ...] = ()
    terminal: str = ""


class Server(NamedTuple):
    """A server of the endpoint; `title` is its name for readers."""

    title: str
    url: str


class Part(NamedTuple):
    """A piece of a fact: a text, or a link to the address of a page or of a mailbox, whose text is `text` or itself."""

    text: str
    address: str = ""


class Fact(NamedTuple):
    """What an author says of the service: `kind` is its name in words.yaml, after ``fact_``."""

    kind: str
    parts: tuple[Part, ...]


class Deprecated(NamedTuple):
    """Since when (YYYY-MM-DD) an endpoint should not be used, how long it works, and what to use; empty if unknown."""

    since: str
    until: str
    instead: str


class Page(NamedTuple):
    """A page about one endpoint.

    Attributes:
        site: the host of the address, which tells readers whose endpoint this is.
        url: the address, with {name} for path parameters.
        servers: the servers, if there are several.
        keys: the environment variables of the programs; those of the endpoint if there are no programs.
        answers: the answers with a status below 400; the first one is that which programs print.
        errors: the answers with a status of 400 or more.
        timeout: in seconds.
        panels: one for each target; none for a reference.
        languages: the same panels, grouped by language.
        form: JSON data for the console of a directory's page; None without a console.
        facts: what is known of the service.
        deprecated: the notice that it should no longer be used; None if it may be.
    """

    title: str
    summary: str
    method: str
    url: str
    servers: tuple[Server, ...]
    rows: tuple[ParameterRow, ...]
    body: BodyDescription
    keys: tuple[Key, ...]
    panels: tuple[Panel, ...]
    examples: tuple[Changed, ...]
    answers: tuple[Answer, ...]
    stream: Stream | None
    errors: tuple[Answer, ...]
    timeout: int
    notes: tuple[str, ...]
    site: str = ""
    languages: tuple[LanguagePanel, ...] = ()
    form: Any = None
    facts: tuple[Fact, ...] = ()
    deprecated: Deprecated | None = None
