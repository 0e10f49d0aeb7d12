"""What the templates of pages get: plain data, in the order of the page; texts are raw, and escaped when printed.

`requests.py`, `fields.py` and `answers.py` make it of an `Endpoint`, `panels.py` of its programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from snippetgen.pages.fields import Field, Kind


class ParameterRow(NamedTuple):
    """One row of the table of parameters.

    Attributes:
        place: path, query, header, cookie or body.
        required: None where nobody says so.
        kind: its type.
        env: variables that hold its value, in place of an example.
        examples: values, as a table shows them; several are sent one after the other.
        auth: bearer, basic or apikey for a credential, about which the page has words of its own; else empty.
        enum: the values it may take.
        default: empty where the author names none.
        format: as in JSON Schema.
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
        text: without a line break at its end.
        lexer: of Pygments, which is the word that Markdown takes, too; empty for plain text.
    """

    text: str
    lexer: str = ""


class BodyDescription(NamedTuple):
    """The body of the request.

    Attributes:
        kind: none, json, form, multipart, text or file.
        media_type: its Content-Type.
        code: json and text: an example.
        path: file: the file that is sent.
        fields: json: its members that are no parameters, where the author says what they mean.
        has_secret: whether ``$NAME`` stands for the value of a variable in the example.
    """

    kind: str
    media_type: str = ""
    code: Code | None = None
    path: str = ""
    fields: tuple[Field, ...] = ()
    has_secret: bool = False


class Key(NamedTuple):
    """An environment variable that must be set.

    Attributes:
        auth: bearer, apikey, user or password for a credential; else empty.
        name: of the header, parameter, part or field that it goes into.
        place: where that is.
    """

    env: str
    auth: str
    name: str
    place: str


class Changed(NamedTuple):
    """A further example of the author's, and what it changes: path and value."""

    name: str
    title: str
    changes: tuple[tuple[str, str], ...]


class Answer(NamedTuple):
    """An answer of the server.

    Attributes:
        phrase: the words of the status code (RFC 9110), as every server writes them.
        description: when it comes.
        headers: name and value of those that the author names.
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
        set: path and value of what asks for it.
        delta: path of the piece of text in each event; empty where the event's data is the piece.
        done: data of the last event; empty where the stream just ends.
        code: the first events, as they are sent.
    """

    set: tuple[tuple[str, str], ...]
    delta: str
    done: str
    code: Code


class PanelProgram(NamedTuple):
    """A program and what its user types.

    Attributes:
        install, run: commands, a line each.
        env: variables that it reads.
        prints: what it prints, from the example answer; None where there is none, empty where it prints nothing.
    """

    code: Code
    filename: str
    install: Code | None
    run: Code
    env: tuple[str, ...]
    prints: Code | None


class Panel(NamedTuple):
    """What the page says of one target.

    Attributes:
        id: such as ``java-okhttp``, fit for an id of HTML.
        title: the language, and the client where a page shows several of one language.
        url: where the client is documented.
        program: None where the client cannot make the request; `refused` says why.
        stream: the program that streams; None where the endpoint does not, or where `stream_refused` says why not.
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


class Page(NamedTuple):
    """One endpoint.

    Attributes:
        url: the address, with {name} for path parameters.
        servers: name and address, where there are several.
        keys: of the programs; of the endpoint, where there are none.
        answers: below 400, the one that the programs print first.
        errors: the others.
        timeout: seconds.
        panels: none for a reference.
    """

    title: str
    summary: str
    method: str
    url: str
    servers: tuple[tuple[str, str], ...]
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
