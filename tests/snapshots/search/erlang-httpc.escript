#!/usr/bin/env escript
%% Search a catalogue
%% Run: escript search.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),

    Url = "https://api.example.com/v1/catalogues/books/items",
    Query = uri_string:compose_query([
        {"q", "café & crème"},
        {"tag", "cooking"},
        {"tag", "french"},
        {"limit", "10"}
    ]),

    {ok, {{_, Status, _}, _, Answer}} = httpc:request(
        get,
        {Url ++ "?" ++ Query, [{"X-Request-Id", "docs-0001"}]},
        [
            {timeout, timer:seconds(30)},
            {ssl, [{log_level, none} | httpc:ssl_verify_host_options(true)]}
        ],
        [{body_format, binary}]
    ),
    Status < 300 orelse fail("HTTP ~b: ~ts", [Status, Answer]),
    #{~"items" := [#{~"title" := Text} | _]} = json:decode(Answer),
    io:put_chars([Text, "\n"]).

fail(Format, Arguments) ->
    io:format(standard_error, Format ++ "~n", Arguments),
    halt(1).
