% Log in with a form
% Run: ACCOUNT_PASSWORD=... swipl login-form.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_stream)).
:- use_module(library(http/json)).

:- initialization(main, main).

main :-
    env('ACCOUNT_PASSWORD', ACCOUNT_PASSWORD),
    www_form_encode(ACCOUNT_PASSWORD, EncodedACCOUNT_PASSWORD),
    atomic_list_concat(
        [
            "username=ada%40example.com&password=",
            EncodedACCOUNT_PASSWORD,
            "&scope=profile&scope=orders&device="
        ],
        Text
    ),
    string_bytes(Text, Bytes, utf8),
    http_open("https://accounts.example.com/login", In, [
        post(bytes("application/x-www-form-urlencoded", Bytes)),
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
    foldl(at, [session, id], Answer, Value),
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
    atom_string(Text, Value).
env(Name, _) :-
    format(user_error, "~w is not set~n", [Name]),
    halt(1).
