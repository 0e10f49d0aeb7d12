% Replace an avatar
% Run: FILES_API_KEY=... swipl put-binary.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_stream)).
:- use_module(library(http/json)).

:- initialization(main, main).

main :-
    env('FILES_API_KEY', FILES_API_KEY),
    http_open("https://files.example.org/avatars/ada", In, [
        method(put),
        post(file("image/png", "avatar.png")),
        request_header('X-Api-Key'=FILES_API_KEY),
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
    foldl(at, [bytes], Answer, Value),
    json_write_dict(current_output, Value),
    nl.

at(Index, List, Value) :-
    is_list(List),
    !,
    nth0(Index, List, Value).
at(Key, Dict, Value) :-
    is_dict(Dict),
    get_dict(Key, Dict, Value).

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
