% """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
% Run: swipl words-quotes.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_stream)).
:- use_module(library(http/json)).

:- initialization(main, main).

main :-
    http_open("https://api.example.com/notes", In, [
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
    foldl(at, [ok], Answer, Value),
    json_write_dict(current_output, Value),
    nl.

at(Index, List, Value) :-
    is_list(List),
    !,
    nth0(Index, List, Value).
at(Key, Dict, Value) :-
    is_dict(Dict),
    get_dict(Key, Dict, Value).
