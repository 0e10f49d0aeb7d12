#!/usr/bin/env escript
%% QwQ-32B chat completion
%% Run: MKEAI_API_KEY=... escript qwq-32b.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),

    Body = #{
        model => ~"QwQ-32B",
        messages => [#{role => ~"user", content => ~"你好"}],
        stream => false
    },

    {ok, {{_, Status, _}, Headers, Answer}} = httpc:request(
        post,
        {
            "https://api.mkeai.com/v1/chat/completions",
            [{"Authorization", "Bearer " ++ env("MKEAI_API_KEY")}],
            "application/json",
            json:encode(Body)
        },
        [
            {timeout, timer:seconds(120)},
            {autoredirect, false},
            {ssl, [{log_level, none} | httpc:ssl_verify_host_options(true)]}
        ],
        [{body_format, binary}]
    ),
    Status < 300 orelse
        fail("HTTP ~b: ~ts", [Status, proplists:get_value("location", Headers, Answer)]),
    #{~"choices" := [#{~"message" := #{~"content" := Text}} | _]} = json:decode(Answer),
    io:put_chars([Text, "\n"]).

env(Name) ->
    case os:getenv(Name) of
        false -> fail("~ts~ts", [Name, " is not set"]);
        Value -> Value
    end.

fail(Format, Arguments) ->
    io:format(standard_error, Format ++ "~n", Arguments),
    halt(1).
