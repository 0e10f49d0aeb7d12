% Upload a photo
% Run: PHOTOS_TOKEN=... swipl upload.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_stream)).
:- use_module(library(http/json)).

:- initialization(main, main).

main :-
    env('PHOTOS_TOKEN', PHOTOS_TOKEN),
    Boundary is random(1 << 64),
    maplist(part(Boundary), [
        "name=\"caption\""-text("Sunset at the \"Blue Lagoon\""),
        "name=\"visibility\""-text("friends"),
        "name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg"-
            file("sunset.jpg")
    ], Parts),
    append(Parts, Start),
    format(codes(End), "--~w--\r\n", [Boundary]),
    append(Start, End, Bytes),
    format(string(Type), "multipart/form-data; boundary=~w", [Boundary]),
    http_open("https://photos.example.org/albums/summer-2025/photos", In, [
        post(bytes(Type, Bytes)),
        authorization(bearer(PHOTOS_TOKEN)),
        status_code(Status),
        header(location, Location),
        redirect(false),
        timeout(30)
    ]),
    set_stream(In, encoding(utf8)),
    (   between(200, 299, Status)
    ->  true
    ;   format(user_error, "HTTP ~w ~w~n", [Status, Location]),
        copy_stream_data(In, user_error),
        halt(1)
    ),
    json_read_dict(In, Answer),
    foldl(at, [url], Answer, Value),
    writeln(Value).

at(Index, List, Value) :-
    is_list(List),
    !,
    nth0(Index, List, Value).
at(Key, Dict, Value) :-
    is_dict(Dict),
    get_dict(Key, Dict, Value).

part(Boundary, Head-Content, Bytes) :-
    format(
        string(Text),
        "--~w\r\nContent-Disposition: form-data; ~w\r\n\r\n",
        [Boundary, Head]
    ),
    string_bytes(Text, Start, utf8),
    content(Content, Middle),
    append([Start, Middle, `\r\n`], Bytes).

content(file(Path), Bytes) :-
    read_file_to_codes(Path, Bytes, [type(binary)]).
content(text(Text), Bytes) :-
    string_bytes(Text, Bytes, utf8).

env(Name, Value) :-
    getenv(Name, Text),
    !,
    utf8(Text, Value).
env(Name, _) :-
    format(user_error, "~w is not set~n", [Name]),
    halt(1).

utf8(Text, Octets) :-
    string_bytes(Text, Bytes, utf8),
    string_codes(Octets, Bytes).
