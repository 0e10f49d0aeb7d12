% Read a cart with a session cookie
% Run: SHOP_SESSION=... SHOP_DEVICE=... swipl session-cookie.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_stream)).
:- use_module(library(http/json)).

:- initialization(main, main).

main :-
    env('SHOP_SESSION', SHOP_SESSION),
    env('SHOP_DEVICE', SHOP_DEVICE),
    uri_query_components(Query, [currency="EUR"]),
    string_concat("https://shop.example.com/cart?", Query, Url),
    atomic_list_concat(
        [
            "session=",
            SHOP_SESSION,
            "; device=",
            SHOP_DEVICE,
            "; prefs=currency=EUR+tax/incl=="
        ],
        Header1
    ),
    http_open(Url, In, [
        request_header('Cookie'=Header1),
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
    foldl(at, [items, 0, sku], Answer, Value),
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
