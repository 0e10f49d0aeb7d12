#!/usr/bin/env escript
%% Ask a GraphQL API
%% Run: CODE_TOKEN=... escript graphql.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),

    Body = #{
        query => ~"""
        query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
          repository(owner: $owner, name: $name) {
            issues(first: $count, states: [OPEN]) {
              nodes { number title }
            }
          }
        }

        """,
        variables => #{owner => ~"ada", name => ~"engine", count => 2}
    },

    {ok, {{_, Status, _}, Headers, Answer}} = httpc:request(
        post,
        {
            "https://code.example.com/graphql",
            [{"Authorization", "Bearer " ++ env("CODE_TOKEN")}],
            "application/json",
            json:encode(Body)
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
    #{~"data" := #{~"repository" := #{~"issues" := #{~"nodes" := Value}}}} = json:decode(Answer),
    io:put_chars([json:encode(Value), "\n"]).

env(Name) ->
    case os:getenv(Name) of
        false -> fail("~ts~ts", [Name, " is not set"]);
        Value -> Value
    end.

fail(Format, Arguments) ->
    io:format(standard_error, Format ++ "~n", Arguments),
    halt(1).
