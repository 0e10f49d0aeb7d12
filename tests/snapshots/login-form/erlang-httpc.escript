#!/usr/bin/env escript
%% Log in with a form
%% Run: ACCOUNT_PASSWORD=... escript login-form.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),

    Body = uri_string:compose_query([
        {"username", "ada@example.com"},
        {"password", env("ACCOUNT_PASSWORD")},
        {"scope", "profile"},
        {"scope", "orders"},
        {"device", ""}
    ]),

    {ok, {{_, Status, _}, Headers, Answer}} = httpc:request(
        post,
        {"https://accounts.example.com/login", [], "application/x-www-form-urlencoded", Body},
        [
            {timeout, timer:seconds(30)},
            {autoredirect, false},
            {ssl, [{log_level, none} | httpc:ssl_verify_host_options(true)]}
        ],
        [{body_format, binary}]
    ),
    Status < 300 orelse
        fail("HTTP ~b: ~ts", [Status, proplists:get_value("location", Headers, Answer)]),
    #{~"session" := #{~"id" := Text}} = json:decode(Answer),
    io:put_chars([Text, "\n"]).

env(Name) ->
    case os:getenv(Name) of
        false -> fail("~ts~ts", [Name, " is not set"]);
        Value -> Value
    end.

fail(Format, Arguments) ->
    io:format(standard_error, Format ++ "~n", Arguments),
    halt(1).
