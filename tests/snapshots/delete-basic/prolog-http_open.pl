% Delete a user's key
% Run: ADMIN_USER=... ADMIN_PASSWORD=... swipl delete-basic.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_stream)).

:- initialization(main, main).

main :-
    env('ADMIN_USER', ADMIN_USER),
    env('ADMIN_PASSWORD', ADMIN_PASSWORD),
    http_open("https://api.example.net/v2/users/1042/keys/laptop%20%28old%29", In, [
        method(delete),
        authorization(basic(ADMIN_USER, ADMIN_PASSWORD)),
        status_code(Status),
        header(location, Location),
        redirect(false),
        timeout(30)
    ]),
    (   between(200, 299, Status)
    ->  true
    ;   format(user_error, "HTTP ~w ~w~n", [Status, Location]),
        set_stream(In, encoding(utf8)),
        copy_stream_data(In, user_error),
        halt(1)
    ).

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
