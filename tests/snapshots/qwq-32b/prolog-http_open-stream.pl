% QwQ-32B chat completion
% Run: MKEAI_API_KEY=... swipl qwq-32b-stream.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_json)).
:- use_module(library(http/json)).

:- initialization(main, main).

main :-
    env('MKEAI_API_KEY', MKEAI_API_KEY),
    Body = _{
        model: "QwQ-32B",
        messages: [_{role: "user", content: "你好"}],
        stream: true
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
    read_events(In, "").

read_events(In, Last) :-
    read_line_to_string(In, Line),
    event(Line, In, Last).

event(end_of_file, _, Last) :-
    !,
    format(user_error, "~w ~w~n", ["The stream ended unexpectedly.", Last]),
    halt(1).
event(Line, In, _) :-
    string_concat("data:", Field, Line),
    !,
    split_string(Field, "", " ", [Data]),
    data(Data, In).
event(Line, In, Last) :-
    string_concat(Last, Line, Rest),
    read_events(In, Rest).

data("[DONE]", _) :-
    !,
    nl.
data(Data, In) :-
    atom_json_dict(Data, Event, []),
    forall(
        (   foldl(at, [choices, 0, delta, reasoning_content], Event, Text),
            string(Text)
        ),
        write(user_error, Text)
    ),
    forall(
        (   foldl(at, [choices, 0, delta, content], Event, Text),
            string(Text)
        ),
        write(Text)
    ),
    flush_output,
    read_events(In, Data).

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
