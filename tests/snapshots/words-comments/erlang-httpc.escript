#!/usr/bin/env escript
%% */ ?> */ --> ??/ /// script # c oding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
%% Run: escript words-comments.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),

    Body = #{a => 1},

    {ok, {{_, Status, _}, _, Answer}} = httpc:request(
        post,
        {"https://api.example.com/notes", [], "application/json", json:encode(Body)},
        [
            {timeout, timer:seconds(30)},
            {ssl, [{log_level, none} | httpc:ssl_verify_host_options(true)]}
        ],
        [{body_format, binary}]
    ),
    Status < 300 orelse fail("HTTP ~b: ~ts", [Status, Answer]),
    #{~"ok" := Value} = json:decode(Answer),
    io:put_chars([json:encode(Value), "\n"]).

fail(Format, Arguments) ->
    io:format(standard_error, Format ++ "~n", Arguments),
    halt(1).
