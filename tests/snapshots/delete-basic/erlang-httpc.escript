#!/usr/bin/env escript
%% Delete a user's key
%% Run: ADMIN_USER=... ADMIN_PASSWORD=... escript delete-basic.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),

    Credentials =
        base64:encode(
            unicode:characters_to_binary(env("ADMIN_USER") ++ ":" ++ env("ADMIN_PASSWORD"))
        ),

    {ok, {{_, Status, _}, Headers, Answer}} = httpc:request(
        delete,
        {
            "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29",
            [{"Authorization", ["Basic ", Credentials]}]
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
    io:put_chars([Answer, "\n"]).

env(Name) ->
    case os:getenv(Name) of
        false -> fail("~ts~ts", [Name, " is not set"]);
        Value -> Value
    end.

fail(Format, Arguments) ->
    io:format(standard_error, Format ++ "~n", Arguments),
    halt(1).
