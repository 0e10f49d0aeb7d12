% Look at a download before fetching it
% Run: swipl head.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_stream)).

:- initialization(main, main).

main :-
    http_open("https://downloads.example.net/releases/2.10/engine.tar.gz", In, [
        method(head),
        request_header('Accept'="application/gzip"),
        status_code(Status),
        raw_headers(Headers),
        header(location, Location),
        redirect(false),
        timeout(30)
    ]),
    (   between(200, 299, Status)
    ->  true
    ;   format(user_error, "HTTP ~w ~w~n", [Status, Location]),
        copy_stream_data(In, user_error),
        halt(1)
    ),
    maplist(writeln, Headers).
