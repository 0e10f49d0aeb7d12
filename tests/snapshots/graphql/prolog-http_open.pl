% Ask a GraphQL API
% Run: CODE_TOKEN=... swipl graphql.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_json)).
:- use_module(library(http/json)).

:- initialization(main, main).

main :-
    env('CODE_TOKEN', CODE_TOKEN),
    Body = _{
        query: "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
        variables: _{owner: "ada", name: "engine", count: 2}
    },
    http_open("https://code.example.com/graphql", In, [
        post(json(Body)),
        authorization(bearer(CODE_TOKEN)),
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
    foldl(at, [data, repository, issues, nodes], Answer, Value),
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
