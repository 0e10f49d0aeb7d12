#!/usr/bin/env escript
%% """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
%% Run: escript words-quotes.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),


    {ok, {{_, Status, _}, _, Answer}} = httpc:request(
        get,
        {"https://api.example.com/notes", []},
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
