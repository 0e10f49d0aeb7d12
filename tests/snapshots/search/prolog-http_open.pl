% Search a catalogue
% Run: swipl search.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_stream)).
:- use_module(library(http/json)).

:- initialization(main, main).

main :-
    uri_query_components(
        Query,
        [q="café & crème", tag="cooking", tag="french", limit="10"]
    ),
    string_concat(
        "https://api.example.com/v1/catalogues/books/items?",
        Query,
        Url
    ),
    http_open(Url, In, [
        request_header('X-Request-Id'="docs-0001"),
        status_code(Status),
        header(location, Location),
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
    foldl(at, [items, 0, title], Answer, Value),
    writeln(Value).

at(Index, List, Value) :-
    is_list(List),
    !,
    nth0(Index, List, Value).
at(Key, Dict, Value) :-
    is_dict(Dict),
    get_dict(Key, Dict, Value).
