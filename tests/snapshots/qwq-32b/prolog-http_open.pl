% QwQ-32B chat completion
% Run: MKEAI_API_KEY=... swipl qwq-32b.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_json)).
:- use_module(library(http/json)).

:- initialization(main, main).

main :-
    env('MKEAI_API_KEY', MKEAI_API_KEY),
    Body = _{
        model: "QwQ-32B",
        messages: [_{role: "user", content: "你好"}],
        stream: false
    },
    http_open("https://api.mkeai.com/v1/chat/completions", In, [
        post(json(Body)),
        authorization(bearer(MKEAI_API_KEY)),
        status_code(Status),
        header(location, Location),
        redirect(false),
        timeout(120)
    ]),
    set_stream(In, encoding(utf8)),
    (   between(200, 299, Status)
    ->  true
    ;   format(user_error, "HTTP ~w ~w~n", [Status, Location]),
        copy_stream_data(In, user_error),
        halt(1)
    ),
    json_read_dict(In, Answer),
    foldl(at, [choices, 0, message, content], Answer, Value),
    writeln(Value).

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
