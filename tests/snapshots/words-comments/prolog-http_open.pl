% */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
% Run: swipl words-comments.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_json)).
:- use_module(library(http/json)).

:- initialization(main, main).

main :-
    Body = _{a: 1},
    http_open("https://api.example.com/notes", In, [
        post(json(Body)),
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
