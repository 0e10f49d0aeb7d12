#!/usr/bin/env escript
%% Read a cart with a session cookie
%% Run: SHOP_SESSION=... SHOP_DEVICE=... escript session-cookie.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),

    Url = "https://shop.example.com/cart",
    Query = uri_string:compose_query([{"currency", "EUR"}]),

    {ok, {{_, Status, _}, Headers, Answer}} = httpc:request(
        get,
        {
            Url ++ "?" ++ Query,
            [
                {"Cookie", "session="
                    ++ env("SHOP_SESSION")
                    ++ "; device="
                    ++ env("SHOP_DEVICE")
                    ++ "; prefs=currency=EUR+tax/incl=="}
            ]
        },
        [
            {timeout, timer:seconds(30)},
            {autoredirect, false},
            {ssl, [{log_level, none} | httpc:ssl_verify_host_options(true)]}
        ],
        [{body_format, binary}]
    ),
    Status < 300 orelse
        fail("HTTP ~b: ~ts", [Status, proplists:get_value("location", Headers, Answer)]),
    #{~"items" := [#{~"sku" := Text} | _]} = json:decode(Answer),
    io:put_chars([Text, "\n"]).

env(Name) ->
    case os:getenv(Name) of
        false -> fail("~ts~ts", [Name, " is not set"]);
        Value -> Value
    end.

fail(Format, Arguments) ->
    io:format(standard_error, Format ++ "~n", Arguments),
    halt(1).
