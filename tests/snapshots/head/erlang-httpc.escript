#!/usr/bin/env escript
%% Look at a download before fetching it
%% Run: escript head.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),


    {ok, {{_, Status, _}, Headers, Answer}} = httpc:request(
        head,
        {
            "https://downloads.example.net/releases/2.10/engine.tar.gz",
            [{"Accept", "application/gzip"}]
        },
        [
            {timeout, timer:seconds(30)},
            {ssl, [{log_level, none} | httpc:ssl_verify_host_options(true)]}
        ],
        [{body_format, binary}]
    ),
    Status < 300 orelse fail("HTTP ~b: ~ts", [Status, Answer]),
    [io:format("~ts: ~ts~n", [Name, Value]) || {Name, Value} <- Headers].

fail(Format, Arguments) ->
    io:format(standard_error, Format ++ "~n", Arguments),
    halt(1).
