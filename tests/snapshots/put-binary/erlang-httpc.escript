#!/usr/bin/env escript
%% Replace an avatar
%% Run: FILES_API_KEY=... escript put-binary.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),

    {ok, Body} = file:read_file("avatar.png"),

    {ok, {{_, Status, _}, Headers, Answer}} = httpc:request(
        put,
        {
            "https://files.example.org/avatars/ada",
            [{"X-Api-Key", env("FILES_API_KEY")}],
            "image/png",
            Body
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
    #{~"bytes" := Value} = json:decode(Answer),
    io:put_chars([json:encode(Value), "\n"]).

env(Name) ->
    case os:getenv(Name) of
        false -> fail("~ts~ts", [Name, " is not set"]);
        Value -> Value
    end.

fail(Format, Arguments) ->
    io:format(standard_error, Format ++ "~n", Arguments),
    halt(1).
